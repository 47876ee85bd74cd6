//! Which fields an object has, of those that were selected (specification section 6.3.2, CollectFields).

use crate::{
    document::{Condition, ConditionValue, FieldSelection, Selection, Value, Variables},
    schema::{Schema, TypeId},
};
use std::{collections::HashMap, sync::Arc};

/// The selections of one response key: their arguments are equal, their selection sets are merged.
pub(crate) struct Collected<'a> {
    /// The first of them.
    pub(crate) field: &'a FieldSelection,
    /// The selection sets of all of them.
    pub(crate) sets: Vec<&'a [Selection]>,
}

/// The fields of an object of type `object`, in the order in which they are answered.
pub(crate) fn collect<'a>(
    schema: &Schema,
    variables: &Variables,
    object: TypeId,
    sets: &[&'a [Selection]],
) -> Vec<Collected<'a>> {
    let mut collector = Collector { schema, variables, object, fields: Vec::new(), positions: HashMap::new() };
    for set in sets {
        collector.add(set);
    }
    collector.fields
}

struct Collector<'s, 'a> {
    schema: &'s Schema,
    variables: &'s Variables,
    object: TypeId,
    fields: Vec<Collected<'a>>,
    positions: HashMap<&'a Arc<str>, usize>,
}

impl<'a> Collector<'_, 'a> {
    fn add(&mut self, set: &'a [Selection]) {
        for selection in set {
            match selection {
                Selection::Field(field) if holds(&field.conditions, self.variables) => self.add_field(field),
                Selection::Fragment(fragment) => {
                    let applies = |condition| self.schema.satisfies(self.object, condition);
                    if holds(&fragment.conditions, self.variables) && fragment.condition.is_none_or(applies) {
                        self.add(&fragment.selections);
                    }
                }
                Selection::Field(_) => {}
            }
        }
    }

    fn add_field(&mut self, field: &'a FieldSelection) {
        match self.positions.get(&field.response_key) {
            Some(position) => self.fields[*position].sets.push(&field.selections),
            None => {
                self.positions.insert(&field.response_key, self.fields.len());
                self.fields.push(Collected { field, sets: vec![&field.selections] });
            }
        }
    }
}

fn holds(conditions: &[Condition], variables: &Variables) -> bool {
    conditions.iter().all(|condition| condition.expected == value_of(condition.value, variables))
}

pub(super) fn value_of(value: ConditionValue, variables: &Variables) -> bool {
    match value {
        ConditionValue::Literal(value) => value,
        ConditionValue::Variable(id) => matches!(variables.get(id), Some(Value::Boolean(true))),
    }
}
