//! Directives of documents.

use super::{Scope, Validation};
use crate::{
    document::{OperationKind, ast::Directive, coerce::Path, report::did_you_mean},
    schema::TypeRef,
};

/// Where directives may stand in a document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    Operation(OperationKind),
    VariableDefinition,
    FragmentDefinition,
    Field,
    FragmentSpread,
    InlineFragment,
}

/// Both take `if: Boolean!`, stand on every selection and not repeatedly.
const CONDITIONS: [&str; 2] = ["skip", "include"];

/// They belong to schemas.
const OF_SCHEMAS: [&str; 3] = ["deprecated", "specifiedBy", "oneOf"];

impl<'d> Validation<'_, 'd> {
    pub(super) fn directives(&mut self, directives: &[Directive<'d>], place: Place, scope: &mut Scope<'d>) {
        for (index, directive) in directives.iter().enumerate() {
            let name = directive.name;
            if !CONDITIONS.contains(&name) {
                self.refused(directive, place);
                directive.arguments.iter().for_each(|argument| Self::untyped(&argument.value, scope));
                continue;
            }
            if !matches!(place, Place::Field | Place::FragmentSpread | Place::InlineFragment) {
                self.misplaced(directive, place);
            }
            if directives[..index].iter().any(|earlier| earlier.name == name) {
                let message = format!("`@{name}` stands here more than once.");
                self.errors.invalid(directive.at, || (message, Some("Keep one.".to_owned())));
            }
            self.condition_argument(directive, scope);
        }
    }

    fn refused(&mut self, directive: &Directive<'_>, place: Place) {
        if OF_SCHEMAS.contains(&directive.name) {
            return self.misplaced(directive, place);
        }
        let name = directive.name;
        let message = format!("There is no directive `@{name}`.");
        self.errors.invalid(directive.at, || (message, did_you_mean(name, CONDITIONS)));
    }

    fn misplaced(&mut self, directive: &Directive<'_>, place: Place) {
        let place = match place {
            Place::Operation(OperationKind::Query) => "a query",
            Place::Operation(OperationKind::Mutation) => "a mutation",
            Place::Operation(OperationKind::Subscription) => "a subscription",
            Place::VariableDefinition => "the definition of a variable",
            Place::FragmentDefinition => "the definition of a fragment",
            Place::Field => "a field",
            Place::FragmentSpread => "the spread of a fragment",
            Place::InlineFragment => "an inline fragment",
        };
        self.errors.invalid(directive.at, || (format!("`@{}` cannot stand on {place}.", directive.name), None));
    }

    fn condition_argument(&mut self, directive: &Directive<'d>, scope: &mut Scope<'d>) {
        let name = directive.name;
        for argument in &directive.arguments {
            match self.schema.by_name("Boolean") {
                Some(boolean) if argument.name == "if" => {
                    let path = Path::Root("", "if");
                    self.literal(&TypeRef::required(boolean), &argument.value, &path, scope);
                }
                _ => {
                    let message = format!("`@{name}` has no argument `{}`.", argument.name);
                    self.errors.invalid(argument.at, || (message, did_you_mean(argument.name, ["if"])));
                    Self::untyped(&argument.value, scope);
                }
            }
        }
        if !directive.arguments.iter().any(|argument| argument.name == "if") {
            let message = format!("`@{name}` needs the argument `if: Boolean!`.");
            self.errors
                .invalid(directive.at, || (message, Some(format!("Write `@{name}(if: true)` or `@{name}(if: $x)`."))));
        }
    }
}
