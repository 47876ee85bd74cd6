//! The naive evaluator: a document against whole tables, as the specification and API.md read.

use super::document::{Document, Field, Input, Selection};
use super::page::Page;
use super::world::{Entry, World};
use indexmap::IndexMap;
use relata::catalog::{ColumnId, TableId};
use relata::schema::{self, Resolve, TypeId, TypeKind};
use serde_json::Value;
use std::cell::RefCell;

/// What an answer has to be.
#[derive(Debug, Clone)]
pub(crate) enum Expected {
    Value(Value),
    Object(Vec<(String, Expected)>),
    List(Vec<Expected>),
    /// The cursor of this row. Cursors are opaque: those of one row, field and order are equal, others are not.
    Cursor(String, Entry),
    /// A number that only the planner knows.
    Estimate,
}

impl Expected {
    /// As JSON, to be read by people.
    pub(crate) fn shown(&self) -> Value {
        match self {
            Expected::Value(value) => value.clone(),
            Expected::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), value.shown())).collect(),
            Expected::List(items) => items.iter().map(Expected::shown).collect(),
            Expected::Cursor(_, entry) => Value::from(format!("the cursor of {entry:?}")),
            Expected::Estimate => Value::from("any number"),
        }
    }
}

/// What is expected of the whole response.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) data: Expected,
    /// Paths of field errors.
    pub(crate) errors: Vec<Vec<Value>>,
    /// Paths of connections that the default page size cuts.
    pub(crate) truncated: Vec<Vec<Value>>,
    /// Paths of connections of which that may be said or not.
    pub(crate) perhaps_truncated: Vec<Vec<Value>>,
}

/// A field that is not null cannot be given: null goes to the nearest parent that may be null.
pub(crate) struct Failed;

pub(crate) struct Evaluator<'e> {
    pub(crate) world: World<'e>,
    pub(crate) document: &'e Document,
    path: RefCell<Vec<Value>>,
    errors: RefCell<Vec<Vec<Value>>>,
    truncated: RefCell<Vec<Vec<Value>>>,
    perhaps_truncated: RefCell<Vec<Vec<Value>>>,
}

/// What an object stands for.
enum Source<'s> {
    Query,
    Row(TableId, u32),
    Connection(&'s Page),
    Edge(&'s Page, Entry),
    PageInfo(&'s Page),
}

/// The fields of one response key, wherever they stand.
type Collected<'d> = IndexMap<&'d str, Vec<&'d Field>>;

/// What `document` has to give.
pub(crate) fn evaluate(world: World<'_>, document: &Document) -> Response {
    let evaluator = Evaluator {
        world,
        document,
        path: RefCell::default(),
        errors: RefCell::default(),
        truncated: RefCell::default(),
        perhaps_truncated: RefCell::default(),
    };
    let data = evaluator.object(world.schema.query, &Source::Query, &[&document.selections]);
    let data = data.unwrap_or(Expected::Value(Value::Null));
    let Evaluator { errors, truncated, perhaps_truncated, .. } = evaluator;
    Response {
        data,
        errors: errors.into_inner(),
        truncated: truncated.into_inner(),
        perhaps_truncated: perhaps_truncated.into_inner(),
    }
}

impl<'e> Evaluator<'e> {
    fn object(&self, object: TypeId, source: &Source<'_>, sets: &[&'e Vec<Selection>]) -> Result<Expected, Failed> {
        let mut entries = Vec::new();
        for (key, fields) in self.collect(object, sets) {
            self.path.borrow_mut().push(Value::from(key));
            let value = self.field(object, source, &fields);
            self.path.borrow_mut().pop();
            entries.push((key.to_owned(), value?));
        }
        Ok(Expected::Object(entries))
    }

    /// The specification's CollectFields.
    pub(crate) fn collect(&self, object: TypeId, sets: &[&'e Vec<Selection>]) -> Collected<'e> {
        let mut collected = Collected::new();
        let mut visited = Vec::new();
        sets.iter().for_each(|set| self.collect_into(object, set, &mut visited, &mut collected));
        collected
    }

    fn collect_into(
        &self,
        object: TypeId,
        set: &'e [Selection],
        visited: &mut Vec<&'e str>,
        found: &mut Collected<'e>,
    ) {
        for selection in set {
            let directives = match selection {
                Selection::Field(field) => &field.directives,
                Selection::Inline { directives, .. } | Selection::Spread { directives, .. } => directives,
            };
            let kept = |directive: &super::document::Directive| {
                let condition = self.resolved(&directive.condition).expect("directives have their conditions").json();
                condition == Value::Bool(directive.name == "include")
            };
            if !directives.iter().all(kept) {
                continue;
            }
            match selection {
                Selection::Field(field) => found.entry(field.key()).or_default().push(field),
                Selection::Inline { condition, selections, .. } => {
                    if condition.as_ref().is_none_or(|condition| self.applies(object, condition)) {
                        self.collect_into(object, selections, visited, found);
                    }
                }
                Selection::Spread { fragment: name, .. } => {
                    if visited.contains(&name.as_str()) {
                        continue;
                    }
                    visited.push(name);
                    let fragment = &self.document.fragments[name];
                    if self.applies(object, &fragment.condition) {
                        self.collect_into(object, &fragment.selections, visited, found);
                    }
                }
            }
        }
    }

    fn applies(&self, object: TypeId, condition: &str) -> bool {
        let schema = self.world.schema;
        let condition = schema.by_name(condition).unwrap();
        object == condition
            || matches!(&schema.get(object).kind, TypeKind::Object(object) if object.interfaces.contains(&condition))
    }

    /// A field's value, or null where it may be that.
    fn field(&self, object: TypeId, source: &Source<'_>, fields: &[&'e Field]) -> Result<Expected, Failed> {
        let schema = self.world.schema;
        if fields[0].name == "__typename" {
            return Ok(Expected::Value(Value::from(schema.get(object).name.as_str())));
        }
        let meaning = self.world.field(object, &fields[0].name);
        match self.value(meaning, source, fields) {
            Err(Failed) if !meaning.type_ref.is_non_null() => Ok(Expected::Value(Value::Null)),
            value => value,
        }
    }

    fn value(&self, meaning: &schema::Field, source: &Source<'_>, fields: &[&'e Field]) -> Result<Expected, Failed> {
        let sets: Vec<&'e Vec<Selection>> = fields.iter().map(|field| &field.selections).collect();
        let named = meaning.type_ref.named;
        let page_of = |source: &Source<'_>| match source {
            Source::Connection(page) | Source::Edge(page, _) | Source::PageInfo(page) => (*page).clone(),
            _ => panic!("{} is no field of a connection", meaning.name),
        };
        match &meaning.resolve {
            Resolve::Node => self.node(&self.given(fields[0], "id").unwrap(), &sets),
            Resolve::Nodes => {
                let ids = self.given(fields[0], "ids").unwrap();
                let ids = if let Input::List(ids) = ids { ids } else { vec![ids] };
                self.list(ids.iter(), |id| self.nullable(self.node(id, &sets)))
            }
            Resolve::Lookup(table, columns) => {
                let values =
                    meaning.arguments.iter().map(|argument| self.given(fields[0], argument.name.as_str()).unwrap());
                self.looked_up(*table, columns, &values.collect::<Vec<_>>(), named, &sets)
            }
            Resolve::PluralLookup(table, column) => {
                let values = self.given(fields[0], meaning.arguments[0].name.as_str()).unwrap();
                let values = if let Input::List(values) = values { values } else { vec![values] };
                let row = |value: &Input| self.looked_up(*table, &[*column], std::slice::from_ref(value), named, &sets);
                self.list(values.iter(), |value| self.nullable(row(value)))
            }
            Resolve::Connection(_) | Resolve::BackwardMany(_) | Resolve::ManyToMany { .. } => {
                let parent = if let Source::Row(_, row) = source { Some(*row) } else { None };
                let page = Page::of(self, self.world.site(meaning).unwrap(), parent, fields[0]);
                self.note_cut(&page, named, &sets);
                self.object(named, &Source::Connection(&page), &sets)
            }
            Resolve::Forward(_) | Resolve::BackwardOne(_) => self.to_one(meaning, source, named, &sets),
            Resolve::GlobalId | Resolve::Column(_) | Resolve::EdgeColumn(_) => self.leaf(meaning, source),
            Resolve::Edges => {
                let page = page_of(source);
                self.list(page.entries.iter(), |entry| self.object(named, &Source::Edge(&page, *entry), &sets))
            }
            Resolve::ConnectionNodes => {
                let page = page_of(source);
                self.list(page.entries.iter(), |entry| self.object(named, &Source::Row(page.table, entry.row), &sets))
            }
            Resolve::EdgeNode => match source {
                Source::Edge(page, entry) => self.object(named, &Source::Row(page.table, entry.row), &sets),
                _ => panic!("only edges have nodes"),
            },
            Resolve::PageInfo => self.object(named, &Source::PageInfo(&page_of(source)), &sets),
            Resolve::TotalCount => Ok(Expected::Value(Value::from(page_of(source).total))),
            Resolve::EstimatedCount => Ok(Expected::Estimate),
            Resolve::Cursor => match source {
                Source::Edge(page, entry) => Ok(page.cursor(Some(entry))),
                _ => panic!("only edges have cursors"),
            },
            Resolve::HasNextPage => Ok(Expected::Value(Value::from(page_of(source).has_next))),
            Resolve::HasPreviousPage => Ok(Expected::Value(Value::from(page_of(source).has_previous))),
            Resolve::StartCursor => Ok(page_of(source).cursor(page_of(source).entries.first())),
            Resolve::EndCursor => Ok(page_of(source).cursor(page_of(source).entries.last())),
            Resolve::Introspection => panic!("documents do not ask for {}", meaning.name),
        }
    }

    fn list<T>(
        &self,
        items: impl Iterator<Item = T>,
        mut value: impl FnMut(T) -> Result<Expected, Failed>,
    ) -> Result<Expected, Failed> {
        let mut list = Vec::new();
        for (position, item) in items.enumerate() {
            self.path.borrow_mut().push(Value::from(position));
            let value = value(item);
            self.path.borrow_mut().pop();
            list.push(value?);
        }
        Ok(Expected::List(list))
    }

    fn nullable(&self, value: Result<Expected, Failed>) -> Result<Expected, Failed> {
        Ok(value.unwrap_or(Expected::Value(Value::Null)))
    }

    fn node(&self, id: &Input, sets: &[&'e Vec<Selection>]) -> Result<Expected, Failed> {
        let id = id.json();
        let id = id.as_str().unwrap();
        let mut tables = self.world.data.tables.iter().enumerate();
        let found = tables.find_map(|(table, data)| Some((TableId(table), *data.by_id.get(id)?)));
        match found {
            Some((table, row)) => self.object(self.world.schema.object_of(table), &Source::Row(table, row), sets),
            None => Ok(Expected::Value(Value::Null)),
        }
    }

    fn looked_up(
        &self,
        table: TableId,
        columns: &[ColumnId],
        values: &[Input],
        object: TypeId,
        sets: &[&'e Vec<Selection>],
    ) -> Result<Expected, Failed> {
        let ranks = columns.iter().zip(values).map(|(column, value)| self.world.rank(table, *column, &value.json()));
        match self.world.data.table(table).find(columns, &ranks.collect::<Vec<_>>()) {
            Some(row) => self.object(object, &Source::Row(table, row), sets),
            None => Ok(Expected::Value(Value::Null)),
        }
    }

    fn to_one(
        &self,
        meaning: &schema::Field,
        source: &Source<'_>,
        object: TypeId,
        sets: &[&'e Vec<Selection>],
    ) -> Result<Expected, Failed> {
        let Source::Row(_, row) = source else { panic!("{} is no field of a row", meaning.name) };
        let (data, catalog) = (self.world.data, &self.world.schema.catalog);
        let (table, row) = match meaning.resolve {
            Resolve::Forward(key) => (catalog.foreign_key(key).target, data.join(key).forward[*row as usize]),
            Resolve::BackwardOne(key) => {
                (catalog.foreign_key(key).table, data.join(key).backward[*row as usize].first().copied())
            }
            _ => panic!("{} leads nowhere", meaning.name),
        };
        match row {
            Some(row) => self.object(object, &Source::Row(table, row), sets),
            None => Ok(Expected::Value(Value::Null)),
        }
    }

    fn leaf(&self, meaning: &schema::Field, source: &Source<'_>) -> Result<Expected, Failed> {
        let data = self.world.data;
        let cell = match (&meaning.resolve, source) {
            (Resolve::GlobalId, Source::Row(table, row)) => {
                return Ok(Expected::Value(Value::from(data.table(*table).ids[*row as usize].as_str())));
            }
            (Resolve::Column(column), Source::Row(table, row)) => {
                &data.table(*table).column(*column).cells[*row as usize]
            }
            (Resolve::EdgeColumn(column), Source::Edge(page, entry)) => {
                let join = self.world.join_table(self.world.through(page.site).unwrap());
                &data.table(join).column(*column).cells[entry.edge.unwrap() as usize]
            }
            _ => panic!("{} is no leaf here", meaning.name),
        };
        for part in &cell.broken {
            let mut path = self.path.borrow().clone();
            path.extend(part.iter().map(|index| Value::from(*index)));
            self.errors.borrow_mut().push(path);
        }
        let is_null = cell.value.is_null() && cell.broken.iter().any(Vec::is_empty);
        if is_null && meaning.type_ref.is_non_null() { Err(Failed) } else { Ok(Expected::Value(cell.value.clone())) }
    }

    /// Whether the default size cuts a page and nobody asks whether it does.
    fn note_cut(&self, page: &Page, connection: TypeId, sets: &[&'e Vec<Selection>]) {
        if !page.cut_by_default {
            return;
        }
        let (mut rows, mut info, mut asked) = (false, false, false);
        for fields in self.collect(connection, sets).values() {
            rows |= matches!(fields[0].name.as_str(), "nodes" | "edges");
            if fields[0].name == "pageInfo" {
                info = true;
                let object = self.world.schema.by_name("PageInfo").unwrap();
                let sets: Vec<_> = fields.iter().map(|field| &field.selections).collect();
                asked |= self.collect(object, &sets).values().any(|fields| fields[0].name == "hasNextPage");
            }
        }
        let list = match (rows, info, asked) {
            (_, _, true) | (false, false, _) => return,
            (true, false, _) => &self.truncated,
            // Whether `pageInfo` without `hasNextPage` is to ask is for nobody to rely on.
            (_, true, _) => &self.perhaps_truncated,
        };
        list.borrow_mut().push(self.path.borrow().clone());
    }

    /// An argument's value without variables, `None` where it is absent.
    pub(crate) fn given(&self, field: &Field, name: &str) -> Option<Input> {
        let (_, value) = field.arguments.iter().find(|(other, _)| other == name)?;
        self.resolved(value)
    }

    fn resolved(&self, value: &Input) -> Option<Input> {
        Some(match value {
            Input::Variable(name) => {
                let variable = &self.document.variables[name];
                variable.given.as_ref().or(variable.default.as_ref())?.clone()
            }
            Input::List(items) => {
                Input::List(items.iter().map(|item| self.resolved(item).unwrap_or(Input::Value(Value::Null))).collect())
            }
            // An entry whose variable is not given is absent.
            Input::Object(entries) => Input::Object(
                entries.iter().filter_map(|(name, value)| Some((name.clone(), self.resolved(value)?))).collect(),
            ),
            other => other.clone(),
        })
    }
}

impl Page {
    fn cursor(&self, entry: Option<&Entry>) -> Expected {
        match entry {
            Some(entry) => Expected::Cursor(self.identity.clone(), *entry),
            None => Expected::Value(Value::Null),
        }
    }
}
