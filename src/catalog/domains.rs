//! What domains are over.

use serde::Deserialize;

/// Yields a [`Row`] for each domain.
pub(super) const QUERY: &str = include_str!("../../introspect/domains.sql");

/// A row of `introspect/domains.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) type_oid: i64,
    pub(super) base_oid: i64,
    pub(super) not_null: bool,
    pub(super) dimensions: u32,
}
