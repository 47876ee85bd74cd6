//! The page of the whole schema: its clusters as pictures, and a list of all types.

use super::{
    clusters::{Clusters, clusters},
    diagrams::{self, Detail},
    frame::{counted, page},
    names,
    picture::Caption,
    search,
};
use crate::{catalog::TableId, schema::Schema};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The page.
pub(super) fn overview(schema: &Schema) -> String {
    let catalog = &schema.catalog;
    let relations = catalog.foreign_keys.len();
    let content = html! {
        h1 { "The schema of " bdi { (catalog.database.name) } }
        p { (counted(catalog.tables.len(), "table")) ", " (counted(relations, "foreign key")) ", "
            (counted(schema.naming.enums.len(), "enum")) ". " a href="#types" { "List of all types" } }
        section aria-labelledby="diagrams" {
            h2 id="diagrams" { "Diagrams" }
            p class="legend" {
                "What is referred to stands on the left. A fork is many rows to one, a dashed line may lead to none, and an "
                "arrow names a table that is not in the same picture. Each box leads to the page of its table."
            }
            div class="pictures" { (pictures(schema)) }
        }
        section aria-labelledby="types" {
            h2 id="types" { "All types" }
            (search::list(&search::all(schema)))
        }
    };
    page(schema, &format!("Schema of {}", catalog.database.name), "", &content)
}

fn pictures(schema: &Schema) -> Markup {
    let detail = diagrams::detail(schema.catalog.tables.len());
    let edges: BTreeSet<(usize, usize)> =
        schema.catalog.foreign_keys.iter().map(|key| (key.table.0, key.target.0)).collect();
    let edges: Vec<(usize, usize)> = edges.into_iter().filter(|(from, to)| from != to).collect();
    let Clusters { mut groups, satellites, mut alone } = clusters(schema.catalog.tables.len(), &edges);
    if detail != Detail::Names {
        groups.extend(std::mem::take(&mut alone).into_iter().map(|node| vec![node]));
    }
    html! {
        @for (position, group) in groups.iter().enumerate() { (figure(schema, position, group, &edges, detail)) }
        @for (hub, nodes) in &satellites {
            @let hub = names::type_name(schema, TableId(*hub));
            (links(schema, html! { "Around " a href=(names::path(hub)) { (hub) } " alone" }, nodes))
        }
        @if !alone.is_empty() { (links(schema, html! { "Without relations nearby" }, &alone)) }
    }
}

fn figure(schema: &Schema, position: usize, group: &[usize], edges: &[(usize, usize)], detail: Detail) -> Markup {
    let members: Vec<TableId> = group.iter().map(|node| TableId(*node)).collect();
    let title = title(schema, group, edges);
    let all: Vec<&str> = members.iter().map(|table| names::type_name(schema, *table)).collect();
    let description = format!("Tables and the references between them: {}.", all.join(", "));
    let caption = Caption { id: &format!("picture-{position}"), title: &title, description: &description };
    html! {
        figure {
            @if group.len() > 1 { figcaption { h3 { (title) } } }
            (diagrams::cluster(schema, &caption, &members, detail))
        }
    }
}

/// `Train, Station and 4 more`: those with the most lines first.
fn title(schema: &Schema, group: &[usize], edges: &[(usize, usize)]) -> String {
    let inside = |(from, to): &&(usize, usize)| group.contains(from) && group.contains(to);
    let inside: Vec<&(usize, usize)> = edges.iter().filter(inside).collect();
    let lines = |node: usize| inside.iter().filter(|(from, to)| *from == node || *to == node).count();
    let mut ranked: Vec<usize> = group.to_vec();
    ranked.sort_by_cached_key(|node| (std::cmp::Reverse(lines(*node)), *node));
    let named: Vec<&str> = ranked.iter().take(2).map(|node| names::type_name(schema, TableId(*node))).collect();
    match group.len() - named.len() {
        0 => named.join(" and "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}

fn links(schema: &Schema, heading: Markup, nodes: &[usize]) -> Markup {
    html! {
        div class="links" {
            h3 { (heading) }
            ul {
                @for node in nodes {
                    @let name = names::type_name(schema, TableId(*node));
                    li { a href=(names::path(name)) { (name) } }
                }
            }
        }
    }
}
