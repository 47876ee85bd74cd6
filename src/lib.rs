//! relata: a PostgreSQL database as a Relay-style GraphQL API, each operation answered by one SQL statement.
//!
//! | stage | what it is about | from | to |
//! |---|---|---|---|
//! | [`catalog`] | what the database has | rows of `introspect/*.sql` | [`Catalog`](catalog::Catalog) |
//! | [`naming`] | SQL names → GraphQL names | the catalog | [`Naming`](naming::Naming), no name given twice |
//! | [`schema`] | what the API offers | catalog and names | [`Schema`](schema::Schema) |
//! | [`document`] | what was written | a request's text and variables | [`Operation`](document::Operation), valid and coerced |
//! | [`plan`] | what is asked | an operation | [`Plan`](plan::Plan): levels, slots, the answer's shape |
//! | [`sql`] | how PostgreSQL is asked | a plan's query | [`Statement`](sql::Statement): one SQL text |
//! | [`execute`] | the only database I/O | a statement | rows in PostgreSQL's binary format |
//! | [`response`] | what is sent back | rows and the plan | JSON bytes, and the errors beside them |
//! | [`server`] | HTTP and the command line | what clients and operators send | calls of the stages above |
//!
//! The first three run at start, the others for each request; `document`, `plan` and `sql` only for one that is not known
//! yet. A stage uses those above it and knows nothing of those below. All before `execute` are pure: no I/O, no clock, no
//! randomness, so that the same request gives the same SQL, byte for byte.
//!
//! To answer requests inside another program, start a [`response::engine::Engine`]; the binary only calls
//! [`server::main`].

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
