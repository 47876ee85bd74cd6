//! The list of types, and what is found in it.

use super::{
    frame::{counted, described, page},
    names,
};
use crate::{
    catalog::{Table, TableKind, TypeKind},
    schema::Schema,
};
use maud::{Markup, html};

/// A type in a list.
pub(super) struct Entry<'a> {
    type_name: &'a str,
    /// `table`, `view`, `enum`
    kind: &'static str,
    /// Its name in the database.
    sql: String,
    comment: Option<String>,
    /// GraphQL and SQL names of columns, or the values of an enum.
    parts: Vec<(&'a str, &'a str)>,
    /// What has been found in it, beside the name.
    found: Vec<String>,
}

/// Most columns that are shown of what was found in one table.
const SHOWN: usize = 6;

/// The page of what holds all words of `text`.
pub(super) fn results(schema: &Schema, text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let mut ranked: Vec<(u32, Entry<'_>)> =
        all(schema).into_iter().filter_map(|entry| matched(entry, &words)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let entries: Vec<Entry<'_>> = ranked.into_iter().map(|(_, entry)| entry).collect();
    let content = html! {
        h1 { "Search" }
        p role="status" {
            (counted(entries.len(), "type")) " with " q { bdi { (text) } } ". "
            a href="/schema" { "Show the whole schema" }
        }
        (list(&entries))
    };
    page(schema, &format!("{text} in the schema of {}", schema.catalog.database.name), text, &content)
}

/// All types that stand for something of the database, by name.
pub(super) fn all(schema: &Schema) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = tables(schema).chain(enums(schema)).collect();
    entries.sort_by_key(|entry| entry.type_name);
    entries
}

fn tables(schema: &Schema) -> impl Iterator<Item = Entry<'_>> {
    schema.catalog.tables().map(|(id, table)| {
        let columns = schema.naming.table(id).columns.iter().zip(&table.columns);
        Entry {
            type_name: names::type_name(schema, id),
            kind: kind(table),
            sql: names::table(table),
            comment: described(table.comment.as_deref()),
            parts: columns.map(|(name, column)| (name.as_str(), column.name.as_str())).collect(),
            found: Vec::new(),
        }
    })
}

fn enums(schema: &Schema) -> impl Iterator<Item = Entry<'_>> {
    schema.naming.enums.iter().map(|(id, names)| {
        let of = schema.catalog.type_of(*id);
        let labels = match &of.kind {
            TypeKind::Enum(labels) => labels.as_slice(),
            _ => &[],
        };
        Entry {
            type_name: names.type_name.as_str(),
            kind: "enum",
            sql: names::visible(&format!("{}.{}", of.schema, of.name)),
            comment: described(of.comment.as_deref()),
            parts: names.values.iter().zip(labels).map(|(name, label)| (name.as_str(), label.as_str())).collect(),
            found: Vec::new(),
        }
    })
}

/// What a table is called.
pub(super) fn kind(table: &Table) -> &'static str {
    match table.kind {
        TableKind::Table => "table",
        TableKind::Partitioned => "partitioned table",
        TableKind::View => "view",
        TableKind::MaterializedView => "materialized view",
        TableKind::Foreign => "foreign table",
    }
}

/// The entry with what was found in it, if it holds all words: names count more than parts, parts more than comments.
fn matched<'a>(mut entry: Entry<'a>, words: &[String]) -> Option<(u32, Entry<'a>)> {
    let holds = |text: &str, word: &String| text.to_lowercase().contains(word.as_str());
    let in_part = |(name, sql): &(&str, &str), word: &String| holds(name, word) || holds(sql, word);
    let mut worst = 0;
    for word in words {
        let rank = if entry.type_name.to_lowercase() == *word {
            0
        } else if entry.type_name.to_lowercase().starts_with(word.as_str()) {
            1
        } else if holds(entry.type_name, word) || holds(&entry.sql, word) {
            2
        } else if entry.parts.iter().any(|part| in_part(part, word)) {
            3
        } else if entry.comment.as_ref().is_some_and(|comment| holds(comment, word)) {
            4
        } else {
            return None;
        };
        worst = worst.max(rank);
    }
    let found = entry.parts.iter().filter(|part| words.iter().any(|word| in_part(part, word)));
    entry.found = found.map(|(name, _)| (*name).to_owned()).collect();
    Some((worst, entry))
}

/// Entries as a table.
pub(super) fn list(entries: &[Entry<'_>]) -> Markup {
    html! {
        table class="types" {
            thead { tr { th scope="col" { "Type" } th scope="col" { "In the database" } th scope="col" { "Comment" } } }
            tbody {
                @for entry in entries {
                    tr {
                        th scope="row" {
                            a href=(names::path(entry.type_name)) { (entry.type_name) }
                            @if !entry.found.is_empty() { (found(&entry.found)) }
                        }
                        td { code { bdi { (entry.sql) } } " " span class="kind" { (entry.kind) } }
                        td dir="auto" { @if let Some(comment) = &entry.comment { (first_line(comment)) } }
                    }
                }
            }
        }
    }
}

fn found(parts: &[String]) -> Markup {
    html! {
        span class="found" {
            @for part in parts.iter().take(SHOWN) { code { (part) } " " }
            @if parts.len() > SHOWN { "and " (parts.len() - SHOWN) " more" }
        }
    }
}

fn first_line(comment: &str) -> &str {
    comment.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(type_name: &'static str) -> Entry<'static> {
        Entry {
            type_name,
            kind: "table",
            sql: format!("public.{}", type_name.to_lowercase()),
            comment: Some("A work of ART".to_owned()),
            parts: vec![("albumId", "album_id"), ("title", "title")],
            found: Vec::new(),
        }
    }

    #[test]
    fn all_words_must_be_found_and_names_come_first() {
        let rank = |text: &str| {
            let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
            matched(entry("Album"), &words).map(|(rank, entry)| (rank, entry.found))
        };
        let title = || vec!["title".to_owned()];
        assert_eq!(rank("album"), Some((0, vec!["albumId".to_owned()])));
        assert_eq!(rank("PUBLIC"), Some((2, Vec::new())));
        assert_eq!(rank("title art"), Some((4, title())));
        assert_eq!(rank("titl"), Some((3, title())));
        assert_eq!(rank("title nothing"), None);
    }
}
