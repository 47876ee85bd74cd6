//! The labels of enums.

use serde::Deserialize;

/// Yields a [`Row`] for each enum that has labels.
pub(super) const QUERY: &str = include_str!("../../introspect/enums.sql");

/// A row of `introspect/enums.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) type_oid: i64,
    pub(super) labels: Vec<String>,
}
