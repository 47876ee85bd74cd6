//! What was generated, and what must have been: whatever the schema of the database offers.

use super::world::{Site, World, beside_edge};
use relata::schema::{InputType, Resolve, TypeKind};
use std::collections::{BTreeMap, BTreeSet};

/// How often each feature was generated.
#[derive(Debug, Default, Clone)]
pub(crate) struct Coverage(BTreeMap<String, usize>);

/// Features of documents that every schema has.
const DOCUMENTS: &[&str] = &[
    "__typename",
    "alias",
    "alias that is the name of another field",
    "alias of more than 63 bytes",
    "key merged from several places",
    "inline fragment with type condition",
    "inline fragment without type condition",
    "named fragment",
    "fragment in several places",
    "fragment in a fragment",
    "@skip true",
    "@skip false",
    "@skip variable",
    "@include true",
    "@include false",
    "@include variable",
    "directive on a field",
    "directive on an inline fragment",
    "directive on a spread",
    "both directives",
    "several root fields",
    "short form",
    "named operation",
    "variable given",
    "variable default",
    "variable given over its default",
    "variable absent",
    "variable null",
    "variable in several places",
    "null argument",
];

/// Features of schemas that have rows with ids.
const NODES: &[&str] = &[
    "fragment on Node",
    "fragment on another type of Node",
    "node",
    "node unknown",
    "nodes",
    "nodes unknown",
    "nodes of several types",
    "nodes twice the same",
    "single id for a list",
];

impl Coverage {
    pub(crate) fn hit(&mut self, feature: impl Into<String>) {
        *self.0.entry(feature.into()).or_default() += 1;
    }

    pub(crate) fn add(&mut self, other: &Coverage) {
        for (feature, times) in &other.0 {
            *self.0.entry(feature.clone()).or_default() += times;
        }
    }

    /// What was generated less than `times` times although the schema offers it.
    pub(crate) fn missing(&self, world: World<'_>, times: usize) -> Vec<(String, usize)> {
        let counted = |feature: String| {
            let found = self.0.get(&feature).copied().unwrap_or_default();
            (feature, found)
        };
        offered(world).into_iter().map(counted).filter(|(_, found)| *found < times).collect()
    }
}

/// Everything that has to be generated for a database.
fn offered(world: World<'_>) -> BTreeSet<String> {
    let schema = world.schema;
    let mut offered: BTreeSet<String> = DOCUMENTS.iter().map(|feature| (*feature).to_owned()).collect();
    if !super::generate::nodes(world).is_empty() {
        offered.extend(NODES.iter().map(|feature| (*feature).to_owned()));
    }
    for kind in &schema.types {
        let TypeKind::Object(object) = &kind.kind else { continue };
        // Documents ask for rows: what introspection says is compared with graphql-js elsewhere.
        for field in object.fields.iter().filter(|field| field.resolve != Resolve::Introspection) {
            offered.insert(selected(&field.resolve).to_owned());
            let Some(site) = world.site(field) else { continue };
            for argument in field.arguments.iter() {
                let needs_rows = matches!(argument.name.as_str(), "after" | "before");
                if !needs_rows || world.data.table(world.table_of(site)).rows > 0 {
                    offered.insert(format!("argument {}", argument.name));
                }
                if let TypeKind::Input(input) = &schema.get(argument.type_ref.named).kind {
                    match argument.name.as_str() {
                        "filter" => offered.extend(filters(world, site, input)),
                        _ => offered.extend(orders(world, site, input)),
                    }
                }
            }
        }
    }
    offered
}

/// What a field of this meaning is called in the counts.
pub(crate) fn selected(resolve: &Resolve) -> &'static str {
    match resolve {
        Resolve::Node | Resolve::Nodes => "node",
        Resolve::Connection(_) => "root connection",
        Resolve::Lookup(_, columns) if columns.len() > 1 => "lookup by several columns",
        Resolve::Lookup(..) => "lookup",
        Resolve::PluralLookup(..) => "plural lookup",
        Resolve::GlobalId => "id",
        Resolve::Column(_) => "column",
        Resolve::Forward(_) => "forward",
        Resolve::BackwardOne(_) => "backward to one",
        Resolve::BackwardMany(_) => "backward to many",
        Resolve::ManyToMany { .. } => "many to many",
        Resolve::Edges => "edges",
        Resolve::ConnectionNodes => "nodes of a connection",
        Resolve::PageInfo => "pageInfo",
        Resolve::TotalCount => "totalCount",
        Resolve::EstimatedCount => "estimatedCount",
        Resolve::Cursor => "cursor",
        Resolve::EdgeNode => "node of an edge",
        Resolve::EdgeColumn(_) => "column of an edge",
        Resolve::HasNextPage => "hasNextPage",
        Resolve::HasPreviousPage => "hasPreviousPage",
        Resolve::StartCursor => "startCursor",
        Resolve::EndCursor => "endCursor",
        Resolve::Introspection => "introspection",
    }
}

fn filters(world: World<'_>, site: Site, input: &InputType) -> BTreeSet<String> {
    let mut found = BTreeSet::from(["filter empty".to_owned(), "filter null".to_owned()]);
    for field in super::filters::fields(world, world.table_of(site), world.through(site), input) {
        found.extend(field.features(world));
    }
    found
}

fn orders(world: World<'_>, site: Site, input: &InputType) -> BTreeSet<String> {
    let mut found = BTreeSet::from(["orderBy empty".to_owned(), "orderBy of several terms".to_owned()]);
    found.insert("orderBy of a single object".to_owned());
    for field in &input.fields {
        match &world.schema.get(field.type_ref.named).kind {
            TypeKind::Enum(directions) => {
                found.extend(directions.values.iter().map(|direction| format!("column {}", direction.name)));
            }
            TypeKind::Input(related) => {
                let is_edge = beside_edge(field.name.as_str(), world.through(site)).is_none();
                let way = if is_edge { "edge" } else { "relation" };
                for field in &related.fields {
                    if let TypeKind::Enum(directions) = &world.schema.get(field.type_ref.named).kind {
                        found.extend(directions.values.iter().map(|direction| format!("{way} {}", direction.name)));
                    }
                }
            }
            _ => panic!("{} is no order", field.name),
        }
    }
    found
}
