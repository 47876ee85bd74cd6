//! Foreign keys between exposed tables.

use serde::Deserialize;

use super::partitions::Partitions;
use super::tables::Tables;
use super::{ColumnId, ForeignKey};

/// Yields a [`Row`] for each foreign key that is not part of another.
pub(super) const QUERY: &str = include_str!("../../introspect/foreign_keys.sql");

/// A row of `introspect/foreign_keys.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    name: String,
    table_oid: i64,
    columns: Vec<String>,
    target_oid: i64,
    target_columns: Vec<String>,
    validated: bool,
    comment: Option<String>,
}

/// A foreign key, and whether only a partition declares it.
struct Found {
    key: ForeignKey,
    of_partition: bool,
}

/// The foreign keys whose tables and columns are all readable, equal ones made one, in the catalog's order. What they
/// refer to is always a key of the target, so that a row refers to one row at most.
pub(super) fn load(
    rows: Vec<Row>,
    partitions: &Partitions,
    tables: &Tables,
    notes: &mut Vec<String>,
) -> Vec<ForeignKey> {
    let mut found: Vec<Found> = rows.into_iter().filter_map(|row| row.into_found(partitions, tables, notes)).collect();
    found.sort_by_cached_key(|Found { key, of_partition }| (identity(key), *of_partition, key.name.clone()));
    found.dedup_by(|later, first| {
        let equal = identity(&later.key) == identity(&first.key);
        if equal {
            first.key.validated |= later.key.validated;
        }
        equal
    });
    let mut keys: Vec<ForeignKey> = found.into_iter().map(|found| found.key).collect();
    keys.sort_by(|a, b| {
        (a.table, &a.columns, a.target, &a.target_columns).cmp(&(b.table, &b.columns, b.target, &b.target_columns))
    });
    keys
}

/// What makes two foreign keys equal: the tables and which column stands for which, in whatever order they are written.
fn identity(key: &ForeignKey) -> (usize, usize, Vec<(ColumnId, ColumnId)>) {
    let mut pairs: Vec<_> = key.columns.iter().copied().zip(key.target_columns.iter().copied()).collect();
    pairs.sort();
    (key.table.0, key.target.0, pairs)
}

impl Row {
    fn into_found(self, partitions: &Partitions, tables: &Tables, notes: &mut Vec<String>) -> Option<Found> {
        let (root, target_root) = (partitions.root(self.table_oid), partitions.root(self.target_oid));
        let table = tables.id(root.unwrap_or(self.table_oid))?;
        let target = tables.id(target_root.unwrap_or(self.target_oid))?;
        let columns = tables.get(table).columns_named(&self.columns)?;
        let target_columns = tables.get(target).columns_named(&self.target_columns)?;
        if !tables.get(target).is_key(&target_columns) {
            let (table, target) = (tables.get(table), tables.get(target));
            notes.push(format!(
                "foreign key {} of {}.{} is left out: the columns that it refers to are no key of {}.{}{}",
                self.name,
                table.schema,
                table.name,
                target.schema,
                target.name,
                if target_root.is_some() { ", only of one of its partitions" } else { "" }
            ));
            return None;
        }
        let key = ForeignKey {
            name: self.name,
            table,
            columns,
            target,
            target_columns,
            validated: self.validated && root.is_none(),
            comment: self.comment,
        };
        Some(Found { key, of_partition: root.is_some() })
    }
}
