//! The database and the role that asks.

use serde::Deserialize;

use super::{Database, load::LoadError};

/// Yields one [`Row`].
pub(super) const QUERY: &str = include_str!("../../introspect/database.sql");

/// A row of `introspect/database.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    name: String,
    server_version: u32,
    role: String,
    random_page_cost_is_default: bool,
    search_path: Vec<String>,
}

/// The database, and the schemas of the role's `search_path`.
pub(super) fn load(rows: Vec<Row>) -> Result<(Database, Vec<String>), LoadError> {
    let Row { name, server_version, role, random_page_cost_is_default, search_path } =
        rows.into_iter().next().ok_or(LoadError::NoDatabase)?;
    Ok((Database { name, server_version, role, random_page_cost_is_default }, search_path))
}
