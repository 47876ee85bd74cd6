//! What of a request's variables decides the shape of its statement, and thus which plan answers it.
//!
//! The probes of an operation are found once, by a walk over all its selections. Two requests whose probes give the same
//! [`ShapeKey`] have the same plan.

use super::{
    collect::value_of,
    condition, cursor,
    id::NodeId,
    input::{items, string},
    order::Ordering,
    page,
};
use crate::{
    document::{
        Condition, ConditionValue, FieldName, FieldSelection, Operation, Selection, Value, VariableId, Variables,
    },
    schema::{Meaning, Resolve, Schema, TypeId},
};

/// The part of the key of a plan that a request's variables decide.
pub type ShapeKey = Box<[u8]>;

/// Stands in a key before the reason why a value is refused; other parts begin with 0, 1 or 2.
const REFUSED: u8 = 3;

/// What an operation's shape depends on.
#[derive(Debug, Clone, Default)]
pub struct Probes(Vec<Probe>);

#[derive(Debug, Clone, PartialEq)]
enum Probe {
    /// `@skip`, `@include`
    Condition(ConditionValue),
    /// A variable where null is no value.
    NotNull(VariableId),
    /// `first`, `last`
    Size(Value),
    /// `after`, `before`: whether they are given, and which values are NULL.
    Cursor(Value),
    /// `orderBy`, of an input type: its terms.
    OrderBy(TypeId, Value),
    /// `offset`: whether it skips anything.
    Offset(Value),
    /// `node(id:)`: the row's type.
    Id(Value),
    /// `nodes(ids:)`: the rows' types.
    Ids(Value),
    /// `filter`: all but the values in it.
    Filter(TypeId, Value),
}

impl Probes {
    /// The probes of an operation.
    pub fn of(schema: &Schema, operation: &Operation) -> Self {
        let mut probes = Self::default();
        probes.walk(schema, schema.query, &operation.selections);
        probes
    }

    /// The shape that `variables` give the operation.
    pub fn key(&self, schema: &Schema, variables: &Variables) -> ShapeKey {
        let mut key = Vec::new();
        for probe in &self.0 {
            probe.write(schema, variables, &mut key);
        }
        key.into()
    }

    fn walk(&mut self, schema: &Schema, parent: TypeId, selections: &[Selection]) {
        for selection in selections {
            match selection {
                Selection::Field(field) => {
                    self.conditions(&field.conditions);
                    self.field(schema, parent, field);
                }
                Selection::Fragment(fragment) => {
                    self.conditions(&fragment.conditions);
                    self.walk(schema, fragment.condition.unwrap_or(parent), &fragment.selections);
                }
            }
        }
    }

    fn field(&mut self, schema: &Schema, parent: TypeId, selection: &FieldSelection) {
        selection.not_null.iter().for_each(|found| self.add(Probe::NotNull(found.variable)));
        let FieldName::Field(name) = &selection.name else { return };
        let Some(field) = schema.field(parent, name.as_str()) else { return };
        for (name, value) in &selection.arguments {
            if !mentions_variable(value) {
                continue;
            }
            let Some(argument) = field.argument(name.as_str()) else { continue };
            let (value, type_) = (value.clone(), argument.type_ref.named);
            match (argument.meaning, &field.resolve, name.as_str()) {
                (Meaning::Filter, ..) => self.add(Probe::Filter(type_, value)),
                (Meaning::OrderBy, ..) => self.add(Probe::OrderBy(type_, value)),
                (_, Resolve::Node, _) => self.add(Probe::Id(value)),
                (_, Resolve::Nodes, _) => self.add(Probe::Ids(value)),
                (_, Resolve::Lookup(..) | Resolve::PluralLookup(..), _) => {}
                (_, _, "first" | "last") => self.add(Probe::Size(value)),
                (_, _, "offset") => self.add(Probe::Offset(value)),
                (_, _, "after" | "before") => self.add(Probe::Cursor(value)),
                _ => {}
            }
        }
        self.walk(schema, field.type_ref.named, &selection.selections);
    }

    fn conditions(&mut self, conditions: &[Condition]) {
        for condition in conditions {
            if let ConditionValue::Variable(_) = condition.value {
                self.add(Probe::Condition(condition.value));
            }
        }
    }

    fn add(&mut self, probe: Probe) {
        if !self.0.contains(&probe) {
            self.0.push(probe);
        }
    }
}

impl Probe {
    fn write(&self, schema: &Schema, variables: &Variables, key: &mut Vec<u8>) {
        match self {
            Self::Condition(value) => key.push(value_of(*value, variables).into()),
            Self::NotNull(variable) => key.push((variables.get(*variable) == Some(&Value::Null)).into()),
            Self::Cursor(value) => match string(value, variables) {
                None => key.push(0),
                Some(cursor) => {
                    let nulls = cursor::nulls(cursor);
                    key.push(1);
                    key.extend((nulls.len() as u32).to_be_bytes());
                    key.extend(nulls.into_iter().map(u8::from));
                }
            },
            Self::Offset(value) => match page::number(value, variables) {
                Ok(number) => key.push(u8::from(!matches!(number, None | Some(0)))),
                Err(reason) => write_refusal(&reason, key),
            },
            Self::OrderBy(input, value) => {
                let terms = Ordering::all(schema, *input, value, variables);
                key.extend((terms.len() as u32).to_be_bytes());
                terms.iter().for_each(|term| term.write(key));
            }
            Self::Size(value) => match page::size(value, variables, schema.page_sizes) {
                Ok(None) => key.push(0),
                Err(reason) => write_refusal(&reason, key),
                Ok(Some(size)) => {
                    key.push(2);
                    key.extend(page::round_up(size).to_be_bytes());
                }
            },
            Self::Id(value) => {
                let id = string(value, variables);
                match id.map(|id| NodeId::parse(schema, id)) {
                    Some(Err(reason)) => write_refusal(&reason.to_string(), key),
                    _ => {
                        key.push(0);
                        write_table(schema, id, key);
                    }
                }
            }
            Self::Filter(type_, value) => match condition::read(schema, *type_, value, variables) {
                Ok(condition) => {
                    key.push(0);
                    condition.write_shape(key);
                }
                Err(refusal) => write_refusal(&refusal.path, key),
            },
            Self::Ids(value) => {
                let mut tables = Vec::new();
                for item in items(value, variables) {
                    let mut table = Vec::new();
                    write_table(schema, string(item, variables), &mut table);
                    if !tables.contains(&table) {
                        tables.push(table);
                    }
                }
                tables.sort_unstable();
                key.extend((tables.len() as u32).to_be_bytes());
                tables.iter().for_each(|table| key.extend(table));
            }
        }
    }
}

/// A value that cannot be planned makes a plan without its field, and with the reason: the same for all such values.
fn write_refusal(reason: &str, key: &mut Vec<u8>) {
    key.push(REFUSED);
    key.extend((reason.len() as u32).to_be_bytes());
    key.extend(reason.as_bytes());
}

fn write_table(schema: &Schema, id: Option<&str>, key: &mut Vec<u8>) {
    let table = id.and_then(|id| NodeId::parse(schema, id).ok()).map_or(u32::MAX, |id| id.table.0 as u32);
    key.extend(table.to_be_bytes());
}

fn mentions_variable(value: &Value) -> bool {
    match value {
        Value::Variable(_) => true,
        Value::List(items) => items.iter().any(mentions_variable),
        Value::Object(fields) => fields.iter().any(|(_, value)| mentions_variable(value)),
        _ => false,
    }
}
