//! Indexes, as far as the choice of a SQL form depends on them.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;

use super::partitions::Partitions;
use super::tables::Tables;
use super::{Index, Table};

/// Yields a [`Row`] for each valid index.
pub(super) const QUERY: &str = include_str!("../../introspect/indexes.sql");

/// A row of `introspect/indexes.sql`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    table_oid: i64,
    name: String,
    columns: Vec<Option<String>>,
    method: String,
    is_unique: bool,
    is_partial: bool,
}

/// Gives `tables` their indexes.
pub(super) fn add(rows: Vec<Row>, partitions: &Partitions, tables: &mut Tables) {
    let mut of_partitions: BTreeMap<i64, Vec<Row>> = BTreeMap::new();
    for row in rows {
        let root = partitions.root(row.table_oid);
        let Some(id) = tables.id(root.unwrap_or(row.table_oid)) else { continue };
        match root {
            Some(root) => of_partitions.entry(root).or_default().push(row),
            None => tables.get_mut(id).add_index(row),
        }
    }
    for (root, rows) in of_partitions {
        if let Some(id) = tables.id(root) {
            add_common(root, rows, partitions, tables.get_mut(id));
        }
    }
    tables.for_each(|table| table.indexes.sort_by(|a, b| a.name.cmp(&b.name)));
}

/// Adds one index for those of the same columns that every partition of `root` declares by itself: a search by these
/// columns is as good as over an index of the whole table. Unique it is not: each sees only its own partition.
fn add_common(root: i64, mut rows: Vec<Row>, partitions: &Partitions, table: &mut Table) {
    rows.retain(|row| !row.is_partial && row.columns.iter().all(Option::is_some));
    let mut owners: HashMap<(String, Vec<Option<String>>), HashSet<i64>> = HashMap::new();
    let signature = |row: &Row| (row.method.clone(), row.columns.clone());
    for row in &rows {
        owners.entry(signature(row)).or_default().insert(row.table_oid);
    }
    for row in rows {
        let Some(owners) = owners.remove(&signature(&row)) else { continue };
        if partitions.all_have(root, &|partition| owners.contains(&partition)) {
            table.add_index(Row { is_unique: false, ..row });
        }
    }
}

impl Table {
    fn add_index(&mut self, row: Row) {
        let columns = row.columns.iter().map(|name| name.as_deref().and_then(|name| self.column_named(name))).collect();
        self.indexes.push(Index {
            name: row.name,
            columns,
            method: row.method,
            unique: row.is_unique,
            partial: row.is_partial,
        });
    }
}
