//! THE ONLY DATABASE I/O.

pub mod introspect;
