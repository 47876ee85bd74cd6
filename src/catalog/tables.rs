//! Readable tables of the exposed schemas.

use std::collections::HashMap;

use serde::Deserialize;

use super::columns::Columns;
use super::load::LoadError;
use super::types::UsedTypes;
use super::{ColumnId, Schema, Table, TableId, TableKind};

/// Yields a [`Row`] for each relation that is not a partition, nor an index or a sequence.
pub(super) const QUERY: &str = include_str!("../../introspect/tables.sql");

/// A row of `introspect/tables.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) oid: i64,
    schema: String,
    name: String,
    kind: Kind,
    comment: Option<String>,
    is_filled: bool,
    has_children: bool,
    row_security: bool,
    estimated_rows: Option<f64>,
}

/// `pg_class.relkind`.
#[derive(Debug, Clone, Copy, Deserialize)]
enum Kind {
    #[serde(rename = "r")]
    Table,
    #[serde(rename = "p")]
    Partitioned,
    #[serde(rename = "v")]
    View,
    #[serde(rename = "m")]
    MaterializedView,
    #[serde(rename = "f")]
    Foreign,
}

/// The rows that become tables, in the catalog's order. Relations of which the role may read nothing are noted, and
/// materialized views that PostgreSQL refuses to read.
pub(super) fn find(
    rows: Vec<Row>,
    schemas: &[Schema],
    readable: &Columns,
    role: &str,
    notes: &mut Vec<String>,
) -> Vec<Row> {
    let order: HashMap<&str, usize> =
        schemas.iter().enumerate().map(|(position, schema)| (schema.name.as_str(), position)).collect();
    let mut exposed: Vec<Row> = rows.into_iter().filter(|row| order.contains_key(row.schema.as_str())).collect();
    exposed.sort_by(|a, b| (order[a.schema.as_str()], &a.name).cmp(&(order[b.schema.as_str()], &b.name)));
    exposed.retain(|row| {
        let kept = !readable.of(row.oid).is_empty();
        if !kept {
            notes.push(format!("{}.{} is left out: it has no column that role {role} may read", row.schema, row.name));
        }
        kept
    });
    for Row { schema, name, .. } in exposed.iter().filter(|row| !row.is_filled) {
        notes.push(format!("{schema}.{name} cannot be read before REFRESH MATERIALIZED VIEW has filled it"));
    }
    exposed
}

/// The tables of the catalog while they are put together, to be found by the oids of rows.
pub(super) struct Tables {
    list: Vec<Table>,
    ids: HashMap<i64, TableId>,
}

impl Tables {
    pub(super) fn new(found: Vec<Row>, readable: &mut Columns, types: &UsedTypes) -> Result<Tables, LoadError> {
        let ids = found.iter().enumerate().map(|(index, row)| (row.oid, TableId(index))).collect();
        let list = found.into_iter().map(|row| row.into_table(readable, types)).collect::<Result<_, _>>()?;
        Ok(Tables { list, ids })
    }

    pub(super) fn id(&self, oid: i64) -> Option<TableId> {
        self.ids.get(&oid).copied()
    }

    pub(super) fn get(&self, id: TableId) -> &Table {
        &self.list[id.0]
    }

    pub(super) fn get_mut(&mut self, id: TableId) -> &mut Table {
        &mut self.list[id.0]
    }

    pub(super) fn for_each(&mut self, change: impl FnMut(&mut Table)) {
        self.list.iter_mut().for_each(change);
    }

    pub(super) fn into_list(self) -> Vec<Table> {
        self.list
    }
}

impl Table {
    /// The readable column of an SQL name.
    pub(super) fn column_named(&self, name: &str) -> Option<ColumnId> {
        self.columns.iter().position(|column| column.name == name).map(ColumnId)
    }

    /// The readable columns of SQL names, `None` unless all of them are readable.
    pub(super) fn columns_named(&self, names: &[String]) -> Option<Vec<ColumnId>> {
        names.iter().map(|name| self.column_named(name)).collect()
    }
}

impl Row {
    fn into_table(self, readable: &mut Columns, types: &UsedTypes) -> Result<Table, LoadError> {
        let kind = match self.kind {
            Kind::Table => TableKind::Table,
            Kind::Partitioned => TableKind::Partitioned,
            Kind::View => TableKind::View,
            Kind::MaterializedView => TableKind::MaterializedView,
            Kind::Foreign => TableKind::Foreign,
        };
        let columns = readable.take(self.oid).into_iter().map(|column| column.into_column(kind, types));
        Ok(Table {
            schema: self.schema,
            name: self.name,
            kind,
            comment: self.comment,
            columns: columns.collect::<Result<_, _>>()?,
            primary_key: None,
            unique_keys: Vec::new(),
            indexes: Vec::new(),
            has_children: self.has_children,
            row_security: self.row_security,
            estimated_rows: self.estimated_rows,
        })
    }
}
