//! Whether a document is valid for its schema.
//!
//! The rules about names, types and values are ours: they look names up by hash, and their hints name what is near. The
//! rules about the document alone (names that are unique, fragments and variables that are used, no cycles) are juniper's.

mod directives;
mod fields;
mod introspection;
mod juniper_rules;
mod merging;
mod subscriptions;
mod variables;

use super::{
    Location, RequestError, VariableId,
    ast::{Document, Literal},
    coerce::{Coercion, Path, Usage},
    report::Errors,
};
use crate::schema::{
    Schema, TypeRef,
    juniper::{Token, Touched},
};
use juniper::Definition;

/// What is wrong with a document; empty if it is valid.
pub(super) fn validate(
    schema: &Schema,
    definitions: &[Definition<'_, Token>],
    document: &Document<'_>,
) -> Vec<RequestError> {
    let mut validation = Validation::new(schema, document);
    let scopes = validation.fields();
    validation.variables(&scopes);
    validation.subscriptions();
    validation.introspection_rounds();
    // juniper panics where a variable has a type that is not there.
    if validation.known_types {
        validation.juniper_rules(definitions);
    }
    // Names that are not there and cycles would have to be guarded against in every step of it.
    if validation.errors.is_empty() {
        validation.merging();
    }
    validation.errors.into_vec()
}

/// A document under validation.
struct Validation<'a, 'd> {
    schema: &'a Schema,
    document: &'a Document<'d>,
    errors: Errors,
    /// What juniper's rules will look up.
    touched: Touched,
    /// Whether the types of all variables exist.
    known_types: bool,
}

/// What one operation or one fragment refers to.
#[derive(Default)]
struct Scope<'d> {
    usages: Vec<OwnedUsage>,
    spreads: Vec<&'d str>,
}

/// [`Usage`], kept.
struct OwnedUsage {
    name: String,
    at: Location,
    position: Option<TypeRef>,
    path: String,
    one_of: bool,
}

impl<'a, 'd> Validation<'a, 'd> {
    fn new(schema: &'a Schema, document: &'a Document<'d>) -> Self {
        Self { schema, document, errors: Errors::default(), touched: Touched::new(), known_types: true }
    }

    /// Checks a literal for its place, and notes its variables.
    fn literal(&mut self, type_ref: &TypeRef, literal: &Literal, path: &Path<'_>, scope: &mut Scope<'d>) {
        let mut variable = |usage: Usage<'_>| {
            scope.usages.push(OwnedUsage {
                name: usage.name.to_owned(),
                at: usage.at,
                position: usage.position,
                path: usage.path,
                one_of: usage.one_of,
            });
            VariableId(0)
        };
        self.touched.entry(type_ref.named).or_default();
        let mut coercion = Coercion {
            schema: self.schema,
            errors: &mut self.errors,
            variable: &mut variable,
            touched: &mut self.touched,
        };
        coercion.coerce(type_ref.named, &type_ref.wrappers, literal, path);
    }

    /// Notes the variables of a literal whose type is not known here.
    fn untyped(literal: &Literal, scope: &mut Scope<'d>) {
        use super::ast::LiteralKind;
        match &literal.kind {
            LiteralKind::Variable(name) => scope.usages.push(OwnedUsage {
                name: name.clone(),
                at: literal.at,
                position: None,
                path: String::new(),
                one_of: false,
            }),
            LiteralKind::List(items) => items.iter().for_each(|item| Self::untyped(item, scope)),
            LiteralKind::Object(fields) => fields.iter().for_each(|(_, value)| Self::untyped(value, scope)),
            LiteralKind::Null
            | LiteralKind::Boolean(_)
            | LiteralKind::Integer(_)
            | LiteralKind::Float(_)
            | LiteralKind::String(_)
            | LiteralKind::Enum(_) => {}
        }
    }
}
