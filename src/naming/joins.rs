//! Join tables: which tables connect two others, many to many.

use super::{
    case::Words,
    inflection::{plural_words, singular_words},
};
use crate::catalog::{Catalog, ForeignKeyId, Table, TableId};
use std::collections::BTreeMap;

/// A way through a join table, from the rows that `near` refers to, to those that `far` refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Join {
    pub(super) near: ForeignKeyId,
    pub(super) far: ForeignKeyId,
}

/// All ways through tables whose primary key is exactly two foreign keys. PostgreSQL does not enforce the key of a table
/// that others inherit from over their rows, so such a table is none.
pub(super) fn joins(catalog: &Catalog) -> Vec<Join> {
    let mut of_table: BTreeMap<TableId, Vec<ForeignKeyId>> = BTreeMap::new();
    for (id, key) in catalog.foreign_keys() {
        of_table.entry(key.table).or_default().push(id);
    }
    let mut joins = Vec::new();
    for (near, key) in catalog.foreign_keys() {
        let beside = of_table.get(&key.table).into_iter().flatten();
        joins.extend(beside.map(|far| Join { near, far: *far }).filter(|join| is_primary_key(catalog, *join)));
    }
    joins
}

/// Whether the two foreign keys share no column, and make the primary key of their table together.
fn is_primary_key(catalog: &Catalog, join: Join) -> bool {
    let (near, far) = (catalog.foreign_key(join.near), catalog.foreign_key(join.far));
    let table = catalog.table(near.table);
    table.primary_key.as_ref().is_some_and(|key| {
        !table.has_children
            && near.columns.len() + far.columns.len() == key.columns.len()
            && key.columns.iter().all(|column| near.columns.contains(column) != far.columns.contains(column))
    })
}

/// Whether a join table is named after the two tables: `playlist_track`, in either order and number.
pub(super) fn is_named_after_both(catalog: &Catalog, join: TableId, near: TableId, far: TableId) -> bool {
    let name = Words::split(&catalog.table(join).name).squashed();
    let (near, far) = (forms(catalog.table(near)), forms(catalog.table(far)));
    near.iter().any(|near| {
        far.iter().any(|far| {
            let is_made_of = |first: &str, second: &str| name.strip_prefix(first) == Some(second);
            is_made_of(near, far) || is_made_of(far, near)
        })
    })
}

/// How a table's name can stand in another's: as it is, in the singular, in the plural.
fn forms(table: &Table) -> [String; 3] {
    let words = Words::split(&table.name);
    let singular = singular_words(&words);
    let plural = plural_words(&singular);
    [words, singular, plural].map(|words| words.squashed())
}
