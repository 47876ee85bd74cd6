//! What all pages of the schema share.

use crate::{catalog::comment, schema::Schema};
use maud::{DOCTYPE, Markup, html};

/// A whole page around its content. `search` is what the search field holds.
pub(super) fn page(schema: &Schema, title: &str, search: &str, content: &Markup) -> String {
    let database = &schema.catalog.database;
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="stylesheet" href="/schema/schema.css";
                script src="/schema/schema.js" defer {}
            }
            body {
                a class="skip" href="#content" { "Skip to the content" }
                header {
                    nav aria-label="Pages" {
                        a href="/schema" { "Schema" }
                        a href="/" { "Editor" }
                    }
                    p class="database" { "database " bdi { (database.name) } " as role " bdi { (database.role) } }
                    form role="search" action="/schema" method="get" {
                        label for="q" { "Search" }
                        input id="q" type="search" name="q" value=(search) autocomplete="off" spellcheck="false"
                            placeholder="tables, columns, comments" aria-keyshortcuts="/";
                        button { "Search" }
                    }
                }
                main id="content" tabindex="-1" { (content) }
            }
        }
    };
    page.into_string()
}

/// A comment of the database without its directives, if it is meant for people.
pub(super) fn described(comment: Option<&str>) -> Option<String> {
    comment::description(comment?).text
}

/// A comment, its lines kept.
pub(super) fn prose(text: &str) -> Markup {
    html! { p class="comment" dir="auto" { (text) } }
}

/// `1 table`, `2 tables`
pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
