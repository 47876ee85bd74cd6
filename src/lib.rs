//! relata: a PostgreSQL database as a Relay-style GraphQL API, each operation answered by one SQL statement.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod catalog;
pub mod document;
pub mod execute;
pub mod naming;
pub mod plan;
pub mod response;
pub mod schema;
pub mod server;
pub mod sql;
