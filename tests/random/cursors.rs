//! Cursors are opaque: before a document is sent, those that it needs are asked for, each by the page that begins with it.

use super::document::{Document, Field, Input, Place, Selection};
use super::order::Order;
use super::world::{Entry, Site, World};
use relata::catalog::{ForeignKeyId, TableId};
use relata::schema::Resolve;
use serde_json::Value;

/// A cursor that a document needs.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    pub(crate) site: Site,
    /// `orderBy`, without variables.
    pub(crate) order: Option<Input>,
    /// The row that the connection hangs on.
    pub(crate) parent: Option<u32>,
    pub(crate) place: Place,
}

/// What stands for the cursor of `wanted[number]` until it is known.
pub(crate) fn placeholder(number: usize) -> String {
    format!("cursor {number}")
}

/// A document that gives all cursors, and where each of them stands in `data`.
pub(crate) fn document(world: World<'_>, wanted: &[Wanted]) -> (Document, Vec<String>) {
    let mut document = Document::default();
    let mut pointers = Vec::new();
    for (number, wanted) in wanted.iter().enumerate() {
        let alias = format!("cursor{number}");
        let (mut field, pointer) = wanted.field(world);
        field.alias = Some(alias.clone());
        document.selections.push(Selection::Field(field));
        pointers.push(format!("/{alias}{pointer}"));
    }
    (document, pointers)
}

impl Wanted {
    /// A root field that gives the cursor, and where below it that stands.
    fn field(&self, world: World<'_>) -> (Field, &'static str) {
        let mut arguments = page(self.position(world));
        arguments.extend(self.order.clone().map(|order| ("orderBy".to_owned(), order)));
        let cursor = |field: String| {
            let edges = select("edges", Vec::new(), vec![select("cursor", Vec::new(), Vec::new())]);
            select(&field, arguments, vec![edges])
        };
        let (key, field) = match self.site {
            Site::Root(table) => return (cursor(root(world, table)), "/edges/0/cursor"),
            Site::Backward(key) => (key, name_of(world, key, |resolve| *resolve == Resolve::BackwardMany(key))),
            Site::Through { near, far } => {
                (near, name_of(world, near, |resolve| *resolve == Resolve::ManyToMany { near, far }))
            }
        };
        let table = world.schema.catalog.foreign_key(key).target;
        let mut parents = world.data.table(table).by_default.iter();
        let position = parents.position(|row| Some(*row) == self.parent).expect("the parent is a row of its table");
        let nested = Field { alias: Some("rows".to_owned()), ..cursor(field) };
        let nodes = select("nodes", Vec::new(), vec![nested]);
        (select(&root(world, table), page(position), vec![nodes]), "/nodes/0/rows/edges/0/cursor")
    }

    /// How many rows stand before the cursor.
    fn position(&self, world: World<'_>) -> usize {
        let row = match self.place {
            Place::Position(position) => return position,
            Place::Row(row) => row,
        };
        let order = Order::of(world, self.site, self.order.as_ref());
        let mut entries = world.entries(self.site, self.parent);
        order.sort(world, &mut entries);
        let is_it = |entry: &Entry| entry.edge.unwrap_or(entry.row) == row;
        entries.iter().position(is_it).expect("the row is one of the connection")
    }
}

fn root(world: World<'_>, table: TableId) -> String {
    world.schema.naming.table(table).connection_field.to_string()
}

fn page(position: usize) -> Vec<(String, Input)> {
    let number = |name: &str, number: usize| (name.to_owned(), Input::Value(Value::from(number)));
    vec![number("first", 1), number("offset", position)]
}

fn select(name: &str, arguments: Vec<(String, Input)>, selections: Vec<Field>) -> Field {
    let selections = selections.into_iter().map(Selection::Field).collect();
    Field { name: name.to_owned(), arguments, selections, ..Field::default() }
}

/// The field of the table that `key` references which means that.
fn name_of(world: World<'_>, key: ForeignKeyId, means: impl Fn(&Resolve) -> bool) -> String {
    let schema = world.schema;
    let object = schema.object_of(schema.catalog.foreign_key(key).target);
    let relata::schema::TypeKind::Object(object) = &schema.get(object).kind else { panic!("rows are objects") };
    object.fields.iter().find(|field| means(&field.resolve)).unwrap().name.to_string()
}

/// Puts `text` wherever the cursor of that number stands.
pub(crate) fn put(document: &mut Document, number: usize, text: &str) {
    let placeholder = placeholder(number);
    let mut visit = |input: &mut Input| {
        if let Input::Cursor(cursor) = input
            && cursor.text == placeholder
        {
            text.clone_into(&mut cursor.text);
        }
    };
    for variable in document.variables.values_mut() {
        variable.given.iter_mut().chain(variable.default.iter_mut()).for_each(&mut visit);
    }
    put_into(&mut document.selections, &mut visit);
    document.fragments.values_mut().for_each(|fragment| put_into(&mut fragment.selections, &mut visit));
}

fn put_into(selections: &mut [Selection], visit: &mut impl FnMut(&mut Input)) {
    for selection in selections {
        match selection {
            Selection::Field(field) => {
                field.arguments.iter_mut().for_each(|(_, value)| visit(value));
                put_into(&mut field.selections, visit);
            }
            Selection::Inline { selections, .. } => put_into(selections, visit),
            Selection::Spread { .. } => {}
        }
    }
}
