//! Names and addresses as the pages show them.

use crate::{
    catalog::{self, Column, ForeignKey, Table, TableId, TypeKind},
    schema::Schema,
    server::percent,
};

/// `Album`
pub(super) fn type_name(schema: &Schema, table: TableId) -> &str {
    schema.naming.table(table).type_name.as_str()
}

/// Where the page of a type is. GraphQL names need no escape.
pub(super) fn path(type_name: &str) -> String {
    format!("/schema/{type_name}")
}

/// Where a query is opened, to be run.
pub(super) fn editor(query: &str) -> String {
    format!("/?query={}", percent::encode(query))
}

/// `public.album`
pub(super) fn table(table: &Table) -> String {
    visible(&format!("{}.{}", table.schema, table.name))
}

/// `public.album.artist_id → public.artist.artist_id`
pub(super) fn foreign_key(schema: &Schema, key: &ForeignKey) -> String {
    let (from, to) = (schema.catalog.table(key.table), schema.catalog.table(key.target));
    let (columns, target_columns) = (columns(from, &key.columns), columns(to, &key.target_columns));
    format!("{} ({columns}) → {} ({target_columns})", table(from), table(to))
}

/// `artist_id, title`
pub(super) fn columns(table: &Table, columns: &[catalog::ColumnId]) -> String {
    let names: Vec<_> = columns.iter().map(|column| visible(&table.column(*column).name)).collect();
    names.join(", ")
}

/// `integer[]` is `int4[]`: the name by which the catalog knows the type, with its schema where that is not PostgreSQL's own.
pub(super) fn sql_type(schema: &Schema, column: &Column) -> String {
    let mut type_id = column.type_id;
    let mut brackets = String::new();
    while let TypeKind::Array(element) = schema.catalog.type_of(type_id).kind {
        brackets.push_str("[]");
        type_id = element;
    }
    let of = schema.catalog.type_of(type_id);
    let name = if of.schema == "pg_catalog" { of.name.clone() } else { format!("{}.{}", of.schema, of.name) };
    visible(&name) + &brackets
}

/// A name of the database in one line: what would break the line, or show nothing, is shown by its sign or number.
pub(super) fn visible(name: &str) -> String {
    let shown = |character: char| match character {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + character as u32).unwrap_or('\u{fffd}').to_string(),
        '\u{7f}' => '\u{2421}'.to_string(),
        // Marks that change the direction of what follows, beyond the name; and others without any width.
        '\u{80}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => {
            format!("\\u{{{:x}}}", character as u32)
        }
        _ => character.to_string(),
    };
    name.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_show_nothing_is_shown() {
        assert_eq!(visible("a\nb\u{202e}c <d> عربي"), "a␊b\\u{202e}c <d> عربي");
    }
}
