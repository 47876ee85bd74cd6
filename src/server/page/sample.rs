//! Queries to begin with, made for a schema: its best connected table with what hangs on it, and a walk through its pages.
//!
//! They must be cheap for every database: pages of tables with a primary key, in its order, and nothing that is counted.

use crate::{
    catalog::{Table, TableId},
    schema::Schema,
    server::schema_page,
};

/// Documents with one operation each.
pub(super) fn queries(schema: &Schema) -> Vec<String> {
    let Some(table) = best_connected(schema) else { return vec![TYPES.to_owned()] };
    let first_look = schema_page::sample_query(schema, table);
    vec![
        format!("# Some rows, and what hangs on them.\n# It is one SQL statement.\n{}", first_look.trim_end()),
        pages(schema, table),
    ]
}

const TYPES: &str =
    "# No table with a primary key can be read here.\nquery Types {\n  __schema { types { name kind } }\n}";

/// The table with a primary key that has most relations; of several, one that has rows, then the first.
fn best_connected(schema: &Schema) -> Option<TableId> {
    let candidates = schema.catalog.tables().filter(|(_, table)| table.primary_key.is_some() && !table.has_children);
    let rank = |(id, table): &(TableId, &Table)| {
        let has_rows = table.estimated_rows.is_some_and(|rows| rows > 0.0);
        (schema.naming.table(*id).relations.len(), has_rows, std::cmp::Reverse(*id))
    };
    candidates.max_by_key(rank).map(|(id, _)| id)
}

/// Relay's way through a long list.
fn pages(schema: &Schema, table: TableId) -> String {
    let names = schema.naming.table(table);
    let key = names.lookups.first().map_or(&[][..], |lookup| lookup.columns.as_slice());
    let key: Vec<_> = key.iter().map(|column| names.column(*column).as_str()).collect();
    format!(
        "# For the next page, put the endCursor into the\n# variables: {{\"after\": \"…\"}}\nquery Pages($after: String) {{\n  \
         {}(first: 10, after: $after) {{\n    pageInfo {{ hasNextPage endCursor }}\n    edges {{ cursor node {{ {} }} }}\n  }}\n}}",
        names.connection_field,
        key.join(" ")
    )
}
