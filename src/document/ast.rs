//! The syntax tree that validation and lowering walk. juniper's own cannot be named outside of it.

use super::{OperationKind, error::Location};
use crate::schema::{Wrapper, Wrappers, juniper::Token};
use juniper::{Definition, InputValue, OperationType, Selection as Parsed, parser::SourcePosition};
use std::{collections::HashMap, sync::Arc};

/// The arguments of a field or a directive. These are macros because the types that they take have no name here.
macro_rules! arguments {
    ($parsed:expr) => {
        $parsed
            .iter()
            .flat_map(|arguments| arguments.item.iter())
            .map(|(name, value)| Argument { name: name.item, at: location(name.span.start), value: literal(value) })
            .collect::<Vec<_>>()
    };
}

macro_rules! directives {
    ($parsed:expr) => {
        $parsed
            .iter()
            .flatten()
            .map(|directive| Directive {
                name: directive.item.name.item,
                at: location(directive.span.start),
                arguments: arguments!(directive.item.arguments),
            })
            .collect::<Vec<_>>()
    };
}

macro_rules! variables {
    ($parsed:expr) => {
        $parsed.item.iter().map(|(name, definition)| VariableDefinition {
            name: name.item,
            at: location(name.span.start),
            named: definition.var_type.item.innermost_name(),
            wrappers: wrappers(&definition.var_type.item.to_string()),
            type_at: location(definition.var_type.span.start),
            default: definition.default_value.as_ref().map(literal),
            directives: directives!(definition.directives),
        })
    };
}
/// A document, whose names borrow its text.
#[derive(Debug)]
pub(super) struct Document<'d> {
    pub(super) operations: Vec<Operation<'d>>,
    pub(super) fragments: Vec<Fragment<'d>>,
    by_name: HashMap<&'d str, usize>,
}

#[derive(Debug)]
pub(super) struct Operation<'d> {
    pub(super) kind: OperationKind,
    pub(super) name: Option<&'d str>,
    pub(super) at: Location,
    pub(super) variables: Vec<VariableDefinition<'d>>,
    pub(super) directives: Vec<Directive<'d>>,
    pub(super) selections: Vec<Selection<'d>>,
}

#[derive(Debug)]
pub(super) struct VariableDefinition<'d> {
    pub(super) name: &'d str,
    pub(super) at: Location,
    pub(super) named: &'d str,
    /// From the inside out, as in [`crate::schema::TypeRef`].
    pub(super) wrappers: Wrappers,
    pub(super) type_at: Location,
    pub(super) default: Option<Literal>,
    pub(super) directives: Vec<Directive<'d>>,
}

#[derive(Debug)]
pub(super) struct Fragment<'d> {
    pub(super) name: &'d str,
    pub(super) condition: &'d str,
    pub(super) condition_at: Location,
    pub(super) directives: Vec<Directive<'d>>,
    pub(super) selections: Vec<Selection<'d>>,
}

#[derive(Debug)]
pub(super) enum Selection<'d> {
    Field(Field<'d>),
    Spread(Spread<'d>),
    Inline(Inline<'d>),
}

#[derive(Debug)]
pub(super) struct Field<'d> {
    pub(super) alias: Option<&'d str>,
    pub(super) name: &'d str,
    pub(super) at: Location,
    pub(super) arguments: Vec<Argument<'d>>,
    pub(super) directives: Vec<Directive<'d>>,
    /// `None` differs from an empty set, which does not parse.
    pub(super) selections: Option<Vec<Selection<'d>>>,
}

#[derive(Debug)]
pub(super) struct Spread<'d> {
    pub(super) name: &'d str,
    pub(super) at: Location,
    pub(super) directives: Vec<Directive<'d>>,
}

#[derive(Debug)]
pub(super) struct Inline<'d> {
    pub(super) condition: Option<(&'d str, Location)>,
    pub(super) at: Location,
    pub(super) directives: Vec<Directive<'d>>,
    pub(super) selections: Vec<Selection<'d>>,
}

#[derive(Debug)]
pub(super) struct Directive<'d> {
    pub(super) name: &'d str,
    pub(super) at: Location,
    pub(super) arguments: Vec<Argument<'d>>,
}

#[derive(Debug)]
pub(super) struct Argument<'d> {
    pub(super) name: &'d str,
    pub(super) at: Location,
    pub(super) value: Literal,
}

/// A value as it is written.
#[derive(Debug)]
pub(super) struct Literal {
    pub(super) at: Location,
    pub(super) kind: LiteralKind,
}

#[derive(Debug, PartialEq)]
pub(super) enum LiteralKind {
    Null,
    Boolean(bool),
    Integer(Arc<str>),
    Float(Arc<str>),
    String(Arc<str>),
    Enum(String),
    List(Vec<Literal>),
    Object(Vec<(String, Literal)>),
    Variable(String),
}

impl<'d> Document<'d> {
    pub(super) fn new(definitions: &'d [Definition<'d, Token>]) -> Self {
        let mut document = Self { operations: Vec::new(), fragments: Vec::new(), by_name: HashMap::new() };
        for definition in definitions {
            match definition {
                Definition::Operation(operation) => {
                    let item = &operation.item;
                    document.operations.push(Operation {
                        kind: kind(item.operation_type),
                        name: item.name.as_ref().map(|name| name.item),
                        at: location(operation.span.start),
                        variables: item.variables_definition.iter().flat_map(|list| variables!(list)).collect(),
                        directives: directives!(item.directives),
                        selections: selections(&item.selection_set),
                    });
                }
                Definition::Fragment(fragment) => {
                    let item = &fragment.item;
                    // Of two fragments with one name the first counts; a rule reports the others.
                    document.by_name.entry(item.name.item).or_insert(document.fragments.len());
                    document.fragments.push(Fragment {
                        name: item.name.item,
                        condition: item.type_condition.item,
                        condition_at: location(item.type_condition.span.start),
                        directives: directives!(item.directives),
                        selections: selections(&item.selection_set),
                    });
                }
            }
        }
        document
    }

    /// The fragment called `name`.
    pub(super) fn fragment(&self, name: &str) -> Option<&Fragment<'d>> {
        self.by_name.get(name).map(|position| &self.fragments[*position])
    }
}

impl Field<'_> {
    /// Its key in the response.
    pub(super) fn response_key(&self) -> &str {
        self.alias.unwrap_or(self.name)
    }
}

/// Equal as values: where they stand, and the order of an object's fields, do not count.
impl PartialEq for Literal {
    fn eq(&self, other: &Self) -> bool {
        let (LiteralKind::Object(left), LiteralKind::Object(right)) = (&self.kind, &other.kind) else {
            return self.kind == other.kind;
        };
        let holds = |fields: &[(String, Self)], field: &(String, Self)| fields.iter().any(|found| found == field);
        left.len() == right.len() && left.iter().all(|field| holds(right, field))
    }
}

/// The place of juniper's position, which counts from 0.
pub(super) fn location(position: SourcePosition) -> Location {
    let from_one = |count: usize| u32::try_from(count).unwrap_or(u32::MAX - 1).saturating_add(1);
    Location { line: from_one(position.line()), column: from_one(position.column()) }
}

/// The wrappers of a type as it is written: what follows its name, `!]!` of `[Int!]!`, from the inside out.
fn wrappers(written: &str) -> Wrappers {
    let wrapper = |character| match character {
        '!' => Some(Wrapper::NonNull),
        ']' => Some(Wrapper::List),
        _ => None,
    };
    written.chars().filter_map(wrapper).collect()
}

fn kind(operation_type: OperationType) -> OperationKind {
    match operation_type {
        OperationType::Query => OperationKind::Query,
        OperationType::Mutation => OperationKind::Mutation,
        OperationType::Subscription => OperationKind::Subscription,
    }
}

fn selections<'d>(parsed: &'d [Parsed<'d, Token>]) -> Vec<Selection<'d>> {
    let convert = |selection: &'d Parsed<'d, Token>| match selection {
        Parsed::Field(field) => {
            let item = &field.item;
            Selection::Field(Field {
                alias: item.alias.as_ref().map(|alias| alias.item),
                name: item.name.item,
                at: location(field.span.start),
                arguments: arguments!(item.arguments),
                directives: directives!(item.directives),
                selections: item.selection_set.as_ref().map(|set| selections(set)),
            })
        }
        Parsed::FragmentSpread(spread) => Selection::Spread(Spread {
            name: spread.item.name.item,
            at: location(spread.span.start),
            directives: directives!(spread.item.directives),
        }),
        Parsed::InlineFragment(inline) => Selection::Inline(Inline {
            condition: inline.item.type_condition.as_ref().map(|name| (name.item, location(name.span.start))),
            at: location(inline.span.start),
            directives: directives!(inline.item.directives),
            selections: selections(&inline.item.selection_set),
        }),
    };
    parsed.iter().map(convert).collect()
}

fn literal(parsed: &juniper::Spanning<InputValue<Token>>) -> Literal {
    let kind = match &parsed.item {
        InputValue::Null => LiteralKind::Null,
        InputValue::Scalar(Token::Boolean(value)) => LiteralKind::Boolean(*value),
        InputValue::Scalar(Token::Integer(text)) => LiteralKind::Integer(text.clone()),
        InputValue::Scalar(Token::Float(text)) => LiteralKind::Float(text.clone()),
        InputValue::Scalar(Token::String(text)) => LiteralKind::String(text.clone()),
        InputValue::Enum(name) => LiteralKind::Enum(name.clone()),
        InputValue::Variable(name) => LiteralKind::Variable(name.clone()),
        InputValue::List(items) => LiteralKind::List(items.iter().map(literal).collect()),
        InputValue::Object(fields) => {
            LiteralKind::Object(fields.iter().map(|(name, value)| (name.item.clone(), literal(value))).collect())
        }
    };
    Literal { at: location(parsed.span.start), kind }
}
