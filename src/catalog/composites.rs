//! What composite types are made of.

use serde::Deserialize;

/// Yields a [`Row`] for each composite type that is not a table's.
pub(super) const QUERY: &str = include_str!("../../introspect/composites.sql");

/// A row of `introspect/composites.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) type_oid: i64,
    pub(super) attribute_oids: Vec<i64>,
}
