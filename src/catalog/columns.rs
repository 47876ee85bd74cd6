//! Readable columns.

use std::collections::HashMap;

use serde::Deserialize;

use super::load::LoadError;
use super::privileges::Privileges;
use super::types::UsedTypes;
use super::{Column, TableKind, TypeKind};

/// Yields a [`Row`] for each column, in order of attribute numbers.
pub(super) const QUERY: &str = include_str!("../../introspect/columns.sql");

/// A row of `introspect/columns.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    table_oid: i64,
    name: String,
    pub(super) type_oid: i64,
    dimensions: u32,
    not_null: bool,
    default: Option<String>,
    identity: bool,
    generated: bool,
    loosely_equal: bool,
    comment: Option<String>,
}

/// The readable columns by relation, in order.
pub(super) struct Columns(HashMap<i64, Vec<Row>>);

impl Columns {
    pub(super) fn readable(rows: Vec<Row>, privileges: &Privileges) -> Columns {
        let mut columns: HashMap<i64, Vec<Row>> = HashMap::new();
        for row in rows {
            if privileges.may_read(row.table_oid, &row.name) {
                columns.entry(row.table_oid).or_default().push(row);
            }
        }
        Columns(columns)
    }

    pub(super) fn of(&self, table_oid: i64) -> &[Row] {
        self.0.get(&table_oid).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn take(&mut self, table_oid: i64) -> Vec<Row> {
        self.0.remove(&table_oid).unwrap_or_default()
    }
}

impl Row {
    pub(super) fn into_column(self, kind: TableKind, types: &UsedTypes) -> Result<Column, LoadError> {
        let (type_id, of) = types.get(self.type_oid)?;
        // A view may hold NULLs of a type that is never NULL in a table: those of an outer join.
        let stored = !matches!(kind, TableKind::View | TableKind::MaterializedView);
        let domain_not_null = matches!(of.kind, TypeKind::Domain { not_null: true, .. });
        Ok(Column {
            name: self.name,
            type_id,
            dimensions: if matches!(of.kind, TypeKind::Array(_)) { self.dimensions.max(1) } else { 0 },
            not_null: stored && (self.not_null || domain_not_null),
            default: self.default,
            identity: self.identity,
            generated: self.generated,
            loosely_equal: self.loosely_equal,
            comment: self.comment,
            statistics: None,
        })
    }
}
