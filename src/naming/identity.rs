//! What tells an object from every other of its database: SQL names as PostgreSQL prints them. The report shows these,
//! and the digits of rule 9 of API.md come from them.

use crate::catalog::{Catalog, ColumnId, ForeignKey, Table, Type};

/// `public.album`
pub(super) fn table(table: &Table) -> String {
    format!("{}.{}", quoted(&table.schema), quoted(&table.name))
}

/// `public.album.title`
pub(super) fn column(of: &Table, column: ColumnId) -> String {
    format!("{}.{}", table(of), quoted(&of.column(column).name))
}

/// `public.album(title, artist_id)`
pub(super) fn columns(of: &Table, columns: &[ColumnId]) -> String {
    let names: Vec<String> = columns.iter().map(|column| quoted(&of.column(*column).name)).collect();
    format!("{}({})", table(of), names.join(", "))
}

/// `public.album(artist_id) references public.artist(artist_id)`
pub(super) fn foreign_key(catalog: &Catalog, key: &ForeignKey) -> String {
    let from = columns(catalog.table(key.table), &key.columns);
    format!("{from} references {}", columns(catalog.table(key.target), &key.target_columns))
}

/// `public.mood`
pub(super) fn type_of(of: &Type) -> String {
    format!("{}.{}", quoted(&of.schema), quoted(&of.name))
}

/// `public.mood 'so-so'`
pub(super) fn label(of: &Type, label: &str) -> String {
    format!("{} '{}'", type_of(of), label.replace('\'', "''"))
}

/// A name in quotes where PostgreSQL would need them (key words aside).
fn quoted(name: &str) -> String {
    let is_plain = name.starts_with(|first: char| first.is_ascii_lowercase() || first == '_')
        && name.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if is_plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn names_are_quoted_where_sql_needs_it() {
        for (name, text) in
            [("a_1", "a_1"), ("Ab", "\"Ab\""), ("a.b", "\"a.b\""), ("1a", "\"1a\""), ("a\"", "\"a\"\"\"")]
        {
            assert_eq!(quoted(name), text);
        }
    }
}
