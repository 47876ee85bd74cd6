//! The database and the role that asks.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Database, Type, load::LoadError};

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
    search_path_setting: String,
}

/// The role's `search_path`.
pub(super) struct SearchPath {
    /// The existing schemas that it holds.
    pub(super) schemas: Vec<String>,
    setting: String,
}

/// The database, and the `search_path` of the role.
pub(super) fn load(rows: Vec<Row>) -> Result<(Database, SearchPath), LoadError> {
    let row = rows.into_iter().next().ok_or(LoadError::NoDatabase)?;
    let database = Database {
        name: row.name,
        server_version: row.server_version,
        role: row.role,
        random_page_cost_is_default: row.random_page_cost_is_default,
        search_path: None,
    };
    Ok((database, SearchPath { schemas: row.search_path, setting: row.search_path_setting }))
}

impl SearchPath {
    /// The setting with the schemas of the types' operators behind it, if any is missing.
    pub(super) fn with_operators_of(&self, types: &[Type]) -> Option<String> {
        let schemas =
            types.iter().filter_map(|type_| type_.operators.as_ref()).map(|operators| operators.schema.as_str());
        let missing: BTreeSet<&str> = schemas
            .filter(|schema| *schema != "pg_catalog" && !self.schemas.iter().any(|known| known == schema))
            .collect();
        let quoted = missing.iter().map(|schema| format!("\"{}\"", schema.replace('"', "\"\"")));
        let before = Some(self.setting.clone()).filter(|setting| !setting.trim().is_empty());
        (!missing.is_empty()).then(|| before.into_iter().chain(quoted).collect::<Vec<_>>().join(", "))
    }
}
