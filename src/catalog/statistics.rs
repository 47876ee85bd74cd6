//! What the planner knows about the values of columns.

use serde::Deserialize;

use super::ColumnStatistics;
use super::tables::Tables;

/// Yields a [`Row`] for each readable column that was analysed.
pub(super) const QUERY: &str = include_str!("../../introspect/statistics.sql");

/// A row of `introspect/statistics.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    table_oid: i64,
    column_name: String,
    n_distinct: f64,
    top_frequency: Option<f64>,
    null_fraction: f64,
}

/// Gives the columns of `tables` their statistics.
pub(super) fn add(rows: Vec<Row>, tables: &mut Tables) {
    for Row { table_oid, column_name, n_distinct, top_frequency, null_fraction } in rows {
        let Some(table) = tables.id(table_oid).map(|id| tables.get_mut(id)) else { continue };
        if let Some(column) = table.column_named(&column_name) {
            table.columns[column.0].statistics = Some(ColumnStatistics { n_distinct, top_frequency, null_fraction });
        }
    }
}
