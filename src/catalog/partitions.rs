//! Whose rows a partition's rows are, and what every partition of a table has.

use std::collections::HashMap;

use serde::Deserialize;

/// Yields a [`Row`] for each partitioned table and each partition.
pub(super) const QUERY: &str = include_str!("../../introspect/partitions.sql");

/// A row of `introspect/partitions.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    oid: i64,
    root: i64,
    parent: Option<i64>,
    key_columns: Option<Vec<Option<String>>>,
}

/// The trees of partitions.
pub(super) struct Partitions {
    rows: HashMap<i64, Row>,
    children: HashMap<i64, Vec<i64>>,
}

impl Partitions {
    pub(super) fn new(rows: Vec<Row>) -> Partitions {
        let mut children: HashMap<i64, Vec<i64>> = HashMap::new();
        for row in &rows {
            if let Some(parent) = row.parent {
                children.entry(parent).or_default().push(row.oid);
            }
        }
        Partitions { rows: rows.into_iter().map(|row| (row.oid, row)).collect(), children }
    }

    /// The table that `oid` is a partition of, at any depth; `None` if it is none.
    pub(super) fn root(&self, oid: i64) -> Option<i64> {
        self.rows.get(&oid).filter(|row| row.parent.is_some()).map(|row| row.root)
    }

    /// Whether every row below the partitioned table `oid` is in a partition for which `has` holds.
    pub(super) fn all_have(&self, oid: i64, has: &dyn Fn(i64) -> bool) -> bool {
        let children = self.children.get(&oid).map(Vec::as_slice).unwrap_or_default();
        !children.is_empty() && children.iter().all(|child| has(*child) || self.all_have(*child, has))
    }

    /// Whether a key over `columns` that each partition has by itself is a key of the whole table `oid`. It is if rows
    /// that are equal in these columns always meet in one partition, that is, if the partition keys are among them.
    pub(super) fn key_of_all(&self, oid: i64, columns: &[String], has: &dyn Fn(i64) -> bool) -> bool {
        let Some(key_columns) = self.rows.get(&oid).and_then(|row| row.key_columns.as_ref()) else { return false };
        let children = self.children.get(&oid).map(Vec::as_slice).unwrap_or_default();
        key_columns.iter().all(|part| part.as_ref().is_some_and(|name| columns.contains(name)))
            && !children.is_empty()
            && children.iter().all(|child| has(*child) || self.key_of_all(*child, columns, has))
    }
}
