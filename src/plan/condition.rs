//! Filters as they were written: which conditions a request states, and where their values stand (API.md, "Filter").
//!
//! What a [`Condition`] holds decides the shape of the statement; what stands at its places does not.

use super::{
    input::{Inside, string},
    prefix,
};
use crate::{
    catalog::{ColumnId, ForeignKeyId},
    document::{Value, Variables},
    schema::{
        InputType, Meaning, Quantifier, Schema, TypeId, TypeKind,
        operators::{Form, Operator, Takes},
    },
};
use std::sync::Arc;

/// Conditions on a row.
#[derive(Debug)]
pub(super) enum Condition<'a> {
    /// All of them; none is true.
    All(Vec<Self>),
    /// One of them; none is false.
    Any(Vec<Self>),
    /// Not this one.
    Not(Box<Self>),
    /// Whether the relation to one that leads here leads to no row.
    IsNoRow(bool),
    /// A value of the row.
    Column(ColumnId, &'static Operator, Operand<'a>),
    /// The global id, or a list of them.
    Id(&'static Operator, Place<'a>),
    /// The row of the join table that led here.
    Edge(Box<Self>),
    /// The row that a foreign key leads to, or (backward) the one that it comes from.
    ToOne { key: ForeignKeyId, backward: bool, condition: Box<Self> },
    /// The rows that a foreign key comes from, or those at the other end of their join table.
    ToMany { near: ForeignKeyId, far: Option<ForeignKeyId>, quantifier: Quantifier, condition: Box<Self> },
}

/// What an operator is given.
#[derive(Debug)]
pub(super) enum Operand<'a> {
    /// A null that is a value.
    Null,
    /// `true` or `false`: each has its own SQL.
    Flag(bool),
    /// A value, or a list of them.
    Value(Place<'a>),
    /// How texts begin, and whether there is an end to those that do.
    Prefix(Place<'a>, bool),
}

/// Where a value stands.
#[derive(Debug, Clone)]
pub(super) struct Place<'a> {
    /// A literal of the document, or a variable.
    pub(super) value: &'a Value,
    /// The way from the variable's value.
    pub(super) inside: Vec<Inside>,
    /// What it is called: `filter.title.eq`.
    pub(super) path: String,
}

/// Why a filter cannot be planned.
#[derive(Debug)]
pub(super) struct Refusal {
    /// The place: `filter.title.eq`.
    pub(super) path: String,
    /// What is wrong there.
    pub(super) message: &'static str,
    /// What to do about it.
    pub(super) hint: &'static str,
}

/// Reads the argument `filter` of a connection whose filters are of type `filter`. Absent and null are no condition.
pub(super) fn read<'a>(
    schema: &'a Schema,
    filter: TypeId,
    value: &'a Value,
    variables: &'a Variables,
) -> Result<Condition<'a>, Refusal> {
    let reader = Reader { schema, variables };
    let root = Place { value: &Value::Null, inside: Vec::new(), path: String::new() };
    match reader.step(&root, Inside::Field("filter".into()), value) {
        Some((_, Value::Null)) | None => Ok(Condition::none()),
        Some((place, value)) => reader.row(filter, &place, value),
    }
}

struct Reader<'a> {
    schema: &'a Schema,
    variables: &'a Variables,
}

/// A field of an input object that was given.
struct Given<'a> {
    meaning: Meaning,
    type_: TypeId,
    place: Place<'a>,
    value: &'a Value,
}

impl<'a> Reader<'a> {
    /// The conditions of an object on a row.
    fn row(&self, type_: TypeId, place: &Place<'a>, value: &'a Value) -> Result<Condition<'a>, Refusal> {
        let parts = self.fields(type_, place, value)?.into_iter().map(|given| self.row_field(type_, given));
        parts.collect::<Result<_, _>>().map(Condition::All)
    }

    fn row_field(&self, type_: TypeId, given: Given<'a>) -> Result<Condition<'a>, Refusal> {
        let Given { meaning, place, value, .. } = &given;
        if **value == Value::Null {
            return Err(Refusal::null(place));
        }
        let below = || self.row(given.type_, place, value).map(Box::new);
        Ok(match meaning {
            Meaning::And => Condition::All(self.rows(type_, place, value)?),
            Meaning::Or => Condition::Any(self.rows(type_, place, value)?),
            Meaning::Not => Condition::Not(below()?),
            Meaning::IsNull => Condition::IsNoRow(**value == Value::Boolean(true)),
            Meaning::Edge => Condition::Edge(below()?),
            Meaning::Forward(key) => Condition::ToOne { key: *key, backward: false, condition: below()? },
            Meaning::BackwardOne(key) => Condition::ToOne { key: *key, backward: true, condition: below()? },
            Meaning::BackwardMany(near) => self.quantified(&given, *near, None)?,
            Meaning::ManyToMany { near, far } => self.quantified(&given, *near, Some(*far))?,
            Meaning::Column(column) => {
                let tests = self.fields(given.type_, place, value)?.into_iter();
                Condition::All(tests.map(|test| self.test(*column, test)).collect::<Result<_, _>>()?)
            }
            Meaning::GlobalId => {
                let tests = self.fields(given.type_, place, value)?.into_iter();
                Condition::All(tests.map(Self::id).collect::<Result<_, _>>()?)
            }
            // Fields of other types.
            Meaning::Named
            | Meaning::WithDefault(_)
            | Meaning::Key(_)
            | Meaning::Filter
            | Meaning::OrderBy
            | Meaning::Operator(_)
            | Meaning::Quantifier(_) => Condition::none(),
        })
    }

    fn rows(&self, type_: TypeId, place: &Place<'a>, value: &'a Value) -> Result<Vec<Condition<'a>>, Refusal> {
        let Value::List(items) = value else { return Ok(Vec::new()) };
        let places = items.iter().enumerate().filter_map(|(index, item)| self.step(place, Inside::Item(index), item));
        places.map(|(place, item)| self.row(type_, &place, item)).collect()
    }

    fn quantified(
        &self,
        relation: &Given<'a>,
        near: ForeignKeyId,
        far: Option<ForeignKeyId>,
    ) -> Result<Condition<'a>, Refusal> {
        let quantifiers = self.fields(relation.type_, &relation.place, relation.value)?.into_iter();
        let condition = |given: Given<'a>| match given {
            Given { value: Value::Null, place, .. } => Err(Refusal::null(&place)),
            Given { meaning: Meaning::Quantifier(quantifier), type_, place, value } => {
                let condition = Box::new(self.row(type_, &place, value)?);
                Ok(Condition::ToMany { near, far, quantifier, condition })
            }
            _ => Ok(Condition::none()),
        };
        quantifiers.map(condition).collect::<Result<_, _>>().map(Condition::All)
    }

    fn test(&self, column: ColumnId, given: Given<'a>) -> Result<Condition<'a>, Refusal> {
        let Meaning::Operator(operator) = given.meaning else { return Ok(Condition::none()) };
        if let Some(known) = of_empty_list(operator, given.value) {
            return Ok(known);
        }
        let operand = match (given.value, operator.takes, operator.form) {
            (Value::Null, Takes::NullableItem, _) => Operand::Null,
            (Value::Null, ..) => return Err(Refusal::null(&given.place)),
            (value, Takes::Boolean, _) => Operand::Flag(*value == Value::Boolean(true)),
            (value, _, Form::Prefix) => {
                let text = string(value, self.variables).unwrap_or_default();
                Operand::Prefix(given.place, prefix::end(text).is_some())
            }
            _ => Operand::Value(given.place),
        };
        Ok(Condition::Column(column, operator, operand))
    }

    fn id(given: Given<'a>) -> Result<Condition<'a>, Refusal> {
        match (given.meaning, given.value) {
            (Meaning::Operator(_), Value::Null) => Err(Refusal::null(&given.place)),
            (Meaning::Operator(operator), value) => {
                Ok(of_empty_list(operator, value).unwrap_or(Condition::Id(operator, given.place)))
            }
            _ => Ok(Condition::none()),
        }
    }

    /// The fields that were given. One whose variable is absent was not.
    fn fields(&self, type_: TypeId, place: &Place<'a>, value: &'a Value) -> Result<Vec<Given<'a>>, Refusal> {
        let (TypeKind::Input(InputType { fields, .. }), Value::Object(values)) = (&self.schema.get(type_).kind, value)
        else {
            return Err(Refusal::null(place));
        };
        let given = values.iter().filter_map(|(name, value)| {
            let field = fields.get(name)?;
            let (place, value) = self.step(place, Inside::Field(Arc::clone(name)), value)?;
            Some(Given { meaning: field.meaning, type_: field.type_ref.named, place, value })
        });
        Ok(given.collect())
    }

    /// The place of a part of what stands at `place`, and the value that it has; `None` if its variable is absent.
    fn step(&self, place: &Place<'a>, step: Inside, part: &'a Value) -> Option<(Place<'a>, &'a Value)> {
        let path = match &step {
            Inside::Field(name) if place.path.is_empty() => name.to_string(),
            Inside::Field(name) => format!("{}.{name}", place.path),
            Inside::Item(index) => format!("{}[{index}]", place.path),
        };
        if let Value::Variable(id) = part {
            return Some((Place { value: part, inside: Vec::new(), path }, self.variables.get(*id)?));
        }
        if let Value::Variable(_) = place.value {
            let inside = place.inside.iter().cloned().chain([step]).collect();
            return Some((Place { value: place.value, inside, path }, part));
        }
        Some((Place { value: part, inside: Vec::new(), path }, part))
    }
}

/// `in: []` is false and `notIn: []` is true, whatever the row: also where a relation leads to none.
fn of_empty_list<'a>(operator: &Operator, value: &Value) -> Option<Condition<'a>> {
    let is_empty = matches!(value, Value::List(items) if items.is_empty()) && operator.takes == Takes::List;
    let excludes = matches!(operator.form, Form::All(_));
    is_empty.then(|| if excludes { Condition::none() } else { Condition::Any(Vec::new()) })
}

impl Refusal {
    fn null(place: &Place<'_>) -> Self {
        Self {
            path: place.path.clone(),
            message: "null is no condition, as nothing equals it",
            hint: "Write `isNull: true` to find what is null, or leave the entry out.",
        }
    }
}

impl Condition<'_> {
    /// The condition that all rows meet.
    pub(super) fn none() -> Self {
        Self::All(Vec::new())
    }

    /// What is known of the condition before any value is. Without a row (a relation to one may lead to none) all values
    /// are unknown, and so are the rows that would hang on it.
    pub(super) fn known(&self, has_row: bool) -> Option<bool> {
        let Known { of_row, of_none } = self.knowledge();
        if has_row { of_row } else { of_none }
    }

    /// Both at once, so that every condition is looked at once: to ask twice at each of `n` levels would be to ask `2ⁿ`
    /// times.
    fn knowledge(&self) -> Known {
        let always = |known| Known { of_row: known, of_none: known };
        let all = |parts: &[Self], decides: bool| {
            let neutral = always(Some(!decides));
            parts.iter().map(Self::knowledge).fold(neutral, |all, part| Known {
                of_row: combined(all.of_row, part.of_row, decides),
                of_none: combined(all.of_none, part.of_none, decides),
            })
        };
        match self {
            Self::All(parts) => all(parts, false),
            Self::Any(parts) => all(parts, true),
            Self::Not(condition) => {
                let Known { of_row, of_none } = condition.knowledge();
                Known { of_row: of_row.map(|known| !known), of_none: of_none.map(|known| !known) }
            }
            Self::IsNoRow(is) => Known { of_row: Some(!is), of_none: Some(*is) },
            Self::Column(..) | Self::Id(..) => always(None),
            Self::Edge(condition) => condition.knowledge(),
            Self::ToOne { condition, .. } => always(match condition.knowledge() {
                Known { of_row: Some(true), of_none: Some(true) } => Some(true),
                Known { of_row: Some(false), of_none } if of_none != Some(true) => Some(false),
                _ => None,
            }),
            Self::ToMany { quantifier, condition, .. } => always(match (quantifier, condition.knowledge().of_row) {
                (Quantifier::Some, Some(false)) => Some(false),
                (Quantifier::None, Some(false)) | (Quantifier::Every, Some(true)) => Some(true),
                _ => None,
            }),
        }
    }

    /// Writes what decides the shape of the statement: all but the values.
    pub(super) fn write_shape(&self, key: &mut Vec<u8>) {
        let many = |tag: u8, parts: &[Self], key: &mut Vec<u8>| {
            key.push(tag);
            key.extend((parts.len() as u32).to_be_bytes());
            parts.iter().for_each(|part| part.write_shape(key));
        };
        match self {
            Self::All(parts) => many(0, parts, key),
            Self::Any(parts) => many(1, parts, key),
            Self::Not(condition) => {
                key.push(2);
                condition.write_shape(key);
            }
            Self::IsNoRow(is) => key.extend([3, u8::from(*is)]),
            Self::Column(column, operator, operand) => {
                key.push(4);
                key.extend((column.0 as u32).to_be_bytes());
                write_text(operator.name, key);
                match operand {
                    Operand::Null => key.push(0),
                    Operand::Flag(flag) => key.extend([1, u8::from(*flag)]),
                    Operand::Value(place) => place.write(2, key),
                    Operand::Prefix(place, bounded) => {
                        place.write(3, key);
                        key.push(u8::from(*bounded));
                    }
                }
            }
            Self::Id(_, place) => place.write(5, key),
            Self::Edge(condition) => {
                key.push(6);
                condition.write_shape(key);
            }
            Self::ToOne { key: id, backward, condition } => {
                key.extend([7, u8::from(*backward)]);
                key.extend((id.0 as u32).to_be_bytes());
                condition.write_shape(key);
            }
            Self::ToMany { near, far, quantifier, condition } => {
                key.extend([8, *quantifier as u8]);
                for id in [Some(near), far.as_ref()] {
                    key.extend(id.map_or(u32::MAX, |id| id.0 as u32).to_be_bytes());
                }
                condition.write_shape(key);
            }
        }
    }
}

/// What is known of a condition on a row that is there, and on one that is not.
#[derive(Debug, Clone, Copy)]
struct Known {
    of_row: Option<bool>,
    of_none: Option<bool>,
}

/// Of conditions one of which decides for all if it is `decides`.
fn combined(left: Option<bool>, right: Option<bool>, decides: bool) -> Option<bool> {
    match (left, right) {
        (Some(known), _) | (_, Some(known)) if known == decides => Some(decides),
        (Some(_), Some(_)) => Some(!decides),
        _ => None,
    }
}

impl Place<'_> {
    /// The path tells the operator, and where the value is read from.
    fn write(&self, tag: u8, key: &mut Vec<u8>) {
        key.push(tag);
        write_text(&self.path, key);
    }
}

fn write_text(text: &str, key: &mut Vec<u8>) {
    key.extend((text.len() as u32).to_be_bytes());
    key.extend(text.as_bytes());
}
