//! The database of `relata demo`.

use crate::execute::{embedded::load_sql, error::StartupError};

/// Its name.
pub(crate) const DATABASE: &str = "nightrail";

/// A query to begin with: a relation inside a relation.
pub(crate) const QUERY: &str = "{ trains(first: 3) { nodes { name origin { name } destination { name } } } }";

const SCHEMA: &str = include_str!("../../examples/nightrail/schema.sql");
const SEED: &str = include_str!("../../examples/nightrail/seed.sql");

/// Creates and fills it. `server` is the URL of another database of the same server.
///
/// # Errors
///
/// If a script fails.
pub(crate) async fn create(server: &str, database: &str) -> Result<(), StartupError> {
    load_sql(server, "create the example database", &format!("CREATE DATABASE {DATABASE}")).await?;
    load_sql(database, "examples/nightrail/schema.sql", SCHEMA).await?;
    load_sql(database, "examples/nightrail/seed.sql", SEED).await
}
