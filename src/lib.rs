//! relata: a PostgreSQL database as a Relay-style GraphQL API, each operation answered by one SQL statement.

pub mod catalog;
pub mod document;
pub mod naming;
pub mod response;
pub mod schema;
