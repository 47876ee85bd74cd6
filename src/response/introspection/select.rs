//! What an operation asks of introspection, as a tree without fragments, conditions and variables.

use crate::{
    document::{FieldName, FieldSelection, Operation, Selection, Value, Variables},
    plan::collect::{Collected, collect},
    schema::{Schema, TypeId},
};

/// A field of the root type that introspection answers.
pub(super) struct Root<'a> {
    /// Its response key.
    pub(super) key: &'a str,
    pub(super) entrance: Entrance<'a>,
}

/// Where introspection begins.
pub(super) enum Entrance<'a> {
    Schema(Selected<'a>),
    /// A type that there is.
    Type(TypeId, Selected<'a>),
    /// A type that there is not.
    Nothing,
    /// `__typename`
    Typename,
}

/// The fields that are selected of an object.
pub(super) type Selected<'a> = Vec<Asked<'a>>;

/// A field that is selected.
pub(super) struct Asked<'a> {
    /// Its response key, as JSON with its colon.
    pub(super) key: Vec<u8>,
    pub(super) name: &'a str,
    /// The type that it is selected of.
    pub(super) parent: TypeId,
    /// Whether its list holds what is deprecated.
    pub(super) deprecated: bool,
    /// What is selected of what it gives.
    pub(super) below: Selected<'a>,
}

/// Whether an operation asks for introspection alone, and none of its fields can fail.
pub(super) fn is_all_of(operation: &Operation) -> bool {
    operation.introspects && operation.selections.iter().all(is_of_introspection)
}

fn is_of_introspection(selection: &Selection) -> bool {
    match selection {
        Selection::Fragment(fragment) => fragment.selections.iter().all(is_of_introspection),
        Selection::Field(field) => match field.name {
            FieldName::Typename => true,
            FieldName::Introspection(_) => never_fails(field),
            FieldName::Field(_) => false,
        },
    }
}

fn never_fails(field: &FieldSelection) -> bool {
    fn below(selection: &Selection) -> bool {
        match selection {
            Selection::Field(field) => never_fails(field),
            Selection::Fragment(fragment) => fragment.selections.iter().all(below),
        }
    }
    field.not_null.is_empty() && field.selections.iter().all(below)
}

/// What an operation asks at its root, without the fields that other stages answer.
pub(super) fn roots<'a>(schema: &'a Schema, operation: &'a Operation, variables: &Variables) -> Vec<Root<'a>> {
    let select = Select { schema, variables };
    let collected = collect(schema, variables, schema.query, &[&operation.selections]);
    collected.iter().filter_map(|collected| select.root(collected)).collect()
}

struct Select<'a, 'v> {
    schema: &'a Schema,
    variables: &'v Variables,
}

impl<'a> Select<'a, '_> {
    fn root(&self, collected: &Collected<'a>) -> Option<Root<'a>> {
        let field = collected.field;
        let entrance = match &field.name {
            FieldName::Field(_) => return None,
            FieldName::Typename => Entrance::Typename,
            FieldName::Introspection(name) => {
                let entrance = self.schema.field(self.schema.query, name.as_str())?;
                self.entrance(field, self.selected(entrance.type_ref.named, &collected.sets))
            }
        };
        Some(Root { key: &field.response_key, entrance })
    }

    fn entrance(&self, field: &FieldSelection, selected: Selected<'a>) -> Entrance<'a> {
        let name = field.arguments.first().map(|(_, value)| self.value(value));
        match name {
            None => Entrance::Schema(selected),
            Some(Some(Value::String(name))) => {
                let found = self.schema.by_name(name).filter(|id| self.schema.is_listed(*id));
                found.map_or(Entrance::Nothing, |id| Entrance::Type(id, selected))
            }
            Some(_) => Entrance::Nothing,
        }
    }

    fn selected(&self, parent: TypeId, sets: &[&'a [Selection]]) -> Selected<'a> {
        let collected = collect(self.schema, self.variables, parent, sets);
        collected.iter().filter_map(|collected| self.asked(parent, collected)).collect()
    }

    fn asked(&self, parent: TypeId, collected: &Collected<'a>) -> Option<Asked<'a>> {
        let field = collected.field;
        let (name, below) = match &field.name {
            FieldName::Field(name) => {
                let declared = self.schema.field(parent, name.as_str())?;
                (name.as_str(), self.selected(declared.type_ref.named, &collected.sets))
            }
            FieldName::Typename | FieldName::Introspection(_) => (TYPENAME, Vec::new()),
        };
        let mut key = serde_json::Value::from(&*field.response_key).to_string().into_bytes();
        key.push(b':');
        Some(Asked { key, name, parent, deprecated: self.wants_deprecated(field), below })
    }

    /// `includeDeprecated`, the only argument there is below the root; absent and null are false.
    fn wants_deprecated(&self, field: &FieldSelection) -> bool {
        field.arguments.iter().any(|(_, value)| matches!(self.value(value), Some(Value::Boolean(true))))
    }

    fn value<'w>(&'w self, value: &'w Value) -> Option<&'w Value> {
        match value {
            Value::Variable(id) => self.variables.get(*id),
            value => Some(value),
        }
    }
}

pub(super) const TYPENAME: &str = "__typename";
