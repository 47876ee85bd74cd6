//! The statement that makes an index: for people to run, never sent.

use crate::{
    catalog::{Table, TableKind},
    plan::indexes::{IndexColumn, can_have_indexes},
};

/// The statement for an index over `columns` of `table`, or `None` where there can be none.
///
/// ```sql
/// CREATE INDEX CONCURRENTLY ON "public"."album" ("artist_id", "released" DESC NULLS LAST, "album_id");
/// ```
///
/// It does not lock out those who write, save on partitioned tables, for which PostgreSQL does not offer that. sea-query cannot
/// say where NULLs stand in an index.
pub fn create_index(table: &Table, columns: &[IndexColumn]) -> Option<String> {
    if columns.is_empty() || !can_have_indexes(table) {
        return None;
    }
    let concurrently = if table.kind == TableKind::Partitioned { "" } else { " CONCURRENTLY" };
    let column = |column: &IndexColumn| {
        let direction = if column.descending { " DESC" } else { "" };
        let nulls = match (column.nulls_first, column.descending) {
            (true, false) => " NULLS FIRST",
            (false, true) => " NULLS LAST",
            _ => "",
        };
        format!("{}{direction}{nulls}", quoted(&table.column(column.column).name))
    };
    let columns: Vec<String> = columns.iter().map(column).collect();
    let (schema, name) = (quoted(&table.schema), quoted(&table.name));
    Some(format!("CREATE INDEX{concurrently} ON {schema}.{name} ({});", columns.join(", ")))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
