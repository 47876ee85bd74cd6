//! What the role may SELECT.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

/// Yields a [`Row`] for each relation.
pub(super) const QUERY: &str = include_str!("../../introspect/privileges.sql");

/// A row of `introspect/privileges.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    table_oid: i64,
    whole: bool,
    columns: HashSet<String>,
}

/// What the role may SELECT, by relation.
pub(super) struct Privileges(HashMap<i64, Row>);

impl Privileges {
    pub(super) fn new(rows: Vec<Row>) -> Privileges {
        Privileges(rows.into_iter().map(|row| (row.table_oid, row)).collect())
    }

    /// Whether the role may read a column of the relation `table_oid`.
    pub(super) fn may_read(&self, table_oid: i64, column: &str) -> bool {
        self.0.get(&table_oid).is_some_and(|row| row.whole || row.columns.contains(column))
    }
}
