//! Reads the rows of `introspect/*.sql`.

use std::collections::HashMap;

use sqlx::{Connection, PgConnection};

use super::statement::{BEGIN_SNAPSHOT, as_json};
use crate::catalog::load::{LoadError, QUERIES, Rows};

/// Why the database could not be read.
#[derive(Debug, thiserror::Error)]
pub enum IntrospectError {
    /// The database refused, or the connection failed.
    #[error("introspect/{query}.sql: {source}")]
    Database {
        /// The stem of the file whose query failed, or `transaction`.
        query: &'static str,
        /// What PostgreSQL or the connection says.
        source: sqlx::Error,
    },
    /// A row is not as its kind declares it.
    #[error(transparent)]
    Row(#[from] LoadError),
}

/// Runs every query of [`QUERIES`] in one read-only snapshot, so that what they say fits together.
pub async fn introspect(connection: &mut PgConnection) -> Result<Rows, IntrospectError> {
    let failed = |query| move |source| IntrospectError::Database { query, source };
    let mut transaction = connection.begin_with(BEGIN_SNAPSHOT).await.map_err(failed("transaction"))?;
    let mut json = HashMap::new();
    for (name, query) in QUERIES {
        let rows: Vec<String> = sqlx::query_scalar(as_json(query))
            .persistent(false)
            .fetch_all(&mut *transaction)
            .await
            .map_err(failed(name))?;
        json.insert(*name, rows);
    }
    transaction.rollback().await.map_err(failed("transaction"))?;
    Ok(Rows::from_json(&json)?)
}
