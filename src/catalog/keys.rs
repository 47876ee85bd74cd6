//! Primary and unique keys.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use super::partitions::Partitions;
use super::tables::Tables;
use super::{ColumnId, Key, Table};

/// Yields a [`Row`] for each unique index.
pub(super) const QUERY: &str = include_str!("../../introspect/keys.sql");

/// A row of `introspect/keys.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    table_oid: i64,
    name: String,
    columns: Vec<Option<String>>,
    is_primary: bool,
    is_immediate: bool,
    is_valid: bool,
    is_partial: bool,
    comment: Option<String>,
}

/// A unique index that identifies rows of the table that declares it.
struct Found {
    table_oid: i64,
    name: String,
    columns: Vec<String>,
    is_primary: bool,
    comment: Option<String>,
}

/// Gives `tables` their keys. An index that is unique only in name, as it was not built to its end, is noted.
pub(super) fn add(rows: Vec<Row>, partitions: &Partitions, tables: &mut Tables, notes: &mut Vec<String>) {
    let mut of_partitions: BTreeMap<i64, Vec<Found>> = BTreeMap::new();
    for row in rows {
        let root = partitions.root(row.table_oid);
        let Some(id) = tables.id(root.unwrap_or(row.table_oid)) else { continue };
        let table = tables.get_mut(id);
        if !row.is_valid && root.is_none() {
            notes.push(format!(
                "unique index {} of {}.{} is invalid: it is not a key",
                row.name, table.schema, table.name
            ));
        }
        let Some(found) = row.into_found() else { continue };
        match root {
            Some(root) => of_partitions.entry(root).or_default().push(found),
            None => table.add_key(found),
        }
    }
    for (root, found) in of_partitions {
        if let Some(id) = tables.id(root) {
            add_common(root, found, partitions, tables.get_mut(id));
        }
    }
    tables.for_each(|table| table.unique_keys.sort_by(|a, b| a.columns.cmp(&b.columns)));
}

/// Adds the keys that the partitions of `root` declare each by itself and that hold for the whole table. None of them is
/// its primary key: that is declared on the table or not at all.
fn add_common(root: i64, found: Vec<Found>, partitions: &Partitions, table: &mut Table) {
    let mut owners: HashMap<Vec<String>, HashSet<i64>> = HashMap::new();
    for key in &found {
        owners.entry(sorted(&key.columns)).or_default().insert(key.table_oid);
    }
    for key in found {
        let columns = sorted(&key.columns);
        if partitions.key_of_all(root, &columns, &|partition| owners[&columns].contains(&partition)) {
            table.add_key(Found { is_primary: false, ..key });
        }
    }
}

fn sorted(columns: &[String]) -> Vec<String> {
    let mut columns = columns.to_vec();
    columns.sort();
    columns
}

impl Row {
    /// A deferrable primary key counts: what is committed satisfies it, and a statement that only reads sees nothing
    /// else.
    fn into_found(self) -> Option<Found> {
        let Row { table_oid, name, columns, is_primary, is_immediate, is_valid, is_partial, comment } = self;
        let identifies = is_valid && !is_partial && (is_immediate || is_primary);
        let columns = columns.into_iter().collect::<Option<Vec<String>>>().filter(|_| identifies)?;
        Some(Found { table_oid, name, columns, is_primary, comment })
    }
}

impl Table {
    /// Adds a key unless a column of it is not readable, or its columns are a key already. The primary key replaces
    /// another with its columns.
    fn add_key(&mut self, found: Found) {
        let Some(columns) = self.columns_named(&found.columns) else { return };
        if found.is_primary {
            self.unique_keys.retain(|key| !same(&key.columns, &columns));
            self.primary_key = Some(Key { name: found.name, columns, comment: found.comment });
        } else if !self.is_key(&columns) {
            self.unique_keys.push(Key { name: found.name, columns, comment: found.comment });
        }
    }
}

fn same(a: &[ColumnId], b: &[ColumnId]) -> bool {
    a.len() == b.len() && a.iter().all(|column| b.contains(column))
}
