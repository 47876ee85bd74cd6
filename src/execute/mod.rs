//! THE ONLY DATABASE I/O: connections, statements, and the PostgreSQL that relata starts for itself.

pub mod connect_error;
pub mod embedded;
pub mod error;
pub mod introspect;
mod session;
pub mod statement;

pub use session::Session;
