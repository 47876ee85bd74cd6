//! THE ONLY DATABASE I/O: connections, statements, and the PostgreSQL that relata starts for itself, if need be from a
//! package that it fetches.

pub mod cache;
pub mod connect_error;
pub mod database_error;
pub mod embedded;
pub mod error;
pub mod introspect;
pub mod npm;
pub mod pool;
pub mod run;
mod session;
pub mod statement;

pub use database_error::DatabaseError;
pub use session::Session;
