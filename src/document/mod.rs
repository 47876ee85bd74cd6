//! WHAT WAS WRITTEN: documents parsed, validated and owned; variables coerced without losing a digit.
//!
//! | step | what it does |
//! |---|---|
//! | `ast` | juniper's syntax tree, with names and places of our own |
//! | `validate` | whether the document is valid: rules of ours, then juniper's |
//! | `coerce` | literals and the values of variables, made to fit their places |
//! | `lower` | the operation to run, owned, with fragments in place |
//!
//! An [`Operation`] is valid for its schema: every field exists, every literal has its argument's type and is coerced, every
//! variable is used where its type fits. Which fields a request selects (`@skip`, `@include`, fragments on the type of a
//! row) is left to the planner, because variables and rows decide it.

mod ast;
mod coerce;
pub mod error;
mod limits;
mod load;
mod lower;
mod report;
#[cfg(test)]
pub(crate) mod samples;
mod stack;
#[cfg(test)]
mod tests;
mod validate;
mod variables;

pub use error::{Location, PathSegment, RequestError, RequestErrorKind};
pub use load::load;
pub use variables::coerce_variables;

use crate::{
    naming::Name,
    schema::{TypeId, TypeRef},
};
use std::sync::Arc;

/// Index of a [`VariableDefinition`] in [`Operation::variables`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VariableId(pub usize);

/// A valid operation of a document, with the fragments that it uses put in place.
#[derive(Debug, Clone)]
pub struct Operation {
    /// What it does.
    pub kind: OperationKind,
    /// Its name, if it has one.
    pub name: Option<Arc<str>>,
    /// Its variables, in the order in which they are declared.
    pub variables: Vec<VariableDefinition>,
    /// What it selects from the root type.
    pub selections: Arc<[Selection]>,
    /// Whether it asks for `__schema` or `__type`, perhaps beside data.
    pub introspects: bool,
}

/// What an operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationKind {
    /// `query`
    Query,
    /// `mutation`
    Mutation,
    /// `subscription`
    Subscription,
}

/// A declared variable.
#[derive(Debug, Clone)]
pub struct VariableDefinition {
    /// Without the `$`.
    pub name: Arc<str>,
    /// Its declared type.
    pub type_ref: TypeRef,
    /// Its default, coerced to its type.
    pub default: Option<Value>,
    /// Where it is declared.
    pub location: Location,
}

/// A part of a selection set.
#[derive(Debug, Clone)]
pub enum Selection {
    /// A field.
    Field(FieldSelection),
    /// An inline fragment, or a fragment spread with the fragment in its place. The selections of a named fragment are
    /// shared between its spreads.
    Fragment(FragmentSelection),
}

/// A selected field.
#[derive(Debug, Clone)]
pub struct FieldSelection {
    /// Its alias, or its name.
    pub response_key: Arc<str>,
    /// What is selected. Names are looked up in the object type in whose set it stands.
    pub name: FieldName,
    /// The arguments that were written, coerced; those that were not written are absent.
    pub arguments: Vec<(Name, Value)>,
    /// The nullable variables in its arguments that stand where null is no value. (They have a default, or they could
    /// not.) If one of them is null, the field fails.
    pub not_null: Vec<NotNull>,
    /// The conditions under which it is selected: all must hold.
    pub conditions: Vec<Condition>,
    /// What it selects; empty for leaves.
    pub selections: Arc<[Selection]>,
    /// Where it stands.
    pub location: Location,
}

/// A variable that must not be null where it stands (specification section 6.4.1).
#[derive(Debug, Clone)]
pub struct NotNull {
    /// The variable.
    pub variable: VariableId,
    /// Where it stands: `filter.title.in[0]`.
    pub path: Arc<str>,
}

/// The name of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldName {
    /// A field of the schema.
    Field(Name),
    /// `__typename`
    Typename,
    /// `__schema` or `__type`: answered from the schema.
    Introspection(Name),
}

/// A fragment, spread or inline.
#[derive(Debug, Clone)]
pub struct FragmentSelection {
    /// The type condition; `None` is the type of the set in which it stands.
    pub condition: Option<TypeId>,
    /// The conditions under which it is selected: all must hold.
    pub conditions: Vec<Condition>,
    /// What it selects.
    pub selections: Arc<[Selection]>,
}

/// `@include(if: true)`, in either of its spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What must come true.
    pub expected: bool,
    /// What decides: a literal, or a variable, of which null is not `true` (specification section 6.3.2).
    pub value: ConditionValue,
}

/// What decides a [`Condition`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConditionValue {
    /// A literal.
    Literal(bool),
    /// A variable.
    Variable(VariableId),
}

/// A value, coerced to the type of its place: a single item of a list is a list, enum values exist, input objects have
/// their declared fields. Numbers are kept as they were written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// `null`
    Null,
    /// `true`, `false`
    Boolean(bool),
    /// The digits of an integer, with sign.
    Integer(Arc<str>),
    /// The text of a number with a fraction or an exponent.
    Float(Arc<str>),
    /// A string's value.
    String(Arc<str>),
    /// An enum's value.
    Enum(Name),
    /// A list.
    List(Vec<Value>),
    /// An input object, in the order written. (A value for the scalar `JSON` keeps objects as they are, with any key.)
    Object(Vec<(Arc<str>, Value)>),
    /// A variable, at any depth.
    Variable(VariableId),
}

/// The values of an operation's variables, by [`VariableId`], with defaults applied. `None` is absent, which differs from
/// `Some(Value::Null)`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Variables(pub Vec<Option<Value>>);

impl Variables {
    /// The value of a variable, `None` if it is absent.
    pub fn get(&self, id: VariableId) -> Option<&Value> {
        self.0.get(id.0).and_then(Option::as_ref)
    }
}
