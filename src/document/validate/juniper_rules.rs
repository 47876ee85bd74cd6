//! juniper's rules, as far as they are right, in our words.

use super::Validation;
use crate::{
    document::{RequestError, RequestErrorKind, ast::location},
    schema::juniper::{Token, validate},
};
use juniper::{Definition, RuleError};

/// What a finding of juniper becomes. Everything that is not here is checked by a rule of ours.
struct Rule {
    /// How juniper's message begins.
    found: &'static str,
    /// How ours begins, before what follows in juniper's.
    message: &'static str,
    /// What follows the name.
    rest: Option<&'static str>,
    hint: Option<&'static str>,
}

const fn rule(
    found: &'static str,
    message: &'static str,
    rest: Option<&'static str>,
    hint: Option<&'static str>,
) -> Rule {
    Rule { found, message, rest, hint }
}

const RULES: &[Rule] = &[
    rule(
        "This anonymous operation must be the only defined operation",
        "An operation without a name must be the only one of its document.",
        None,
        Some("Name every operation: `query Albums { … }`."),
    ),
    rule("There can only be one operation named ", "More than one operation is called ", Some("."), None),
    rule("There can only be one fragment named ", "More than one fragment is called ", Some("."), None),
    rule("There can only be one variable named ", "More than one variable is called ", Some("."), None),
    rule("There can only be one argument named ", "More than one argument is called ", Some("."), None),
    rule("There can only be one input field named ", "More than one field of this value is called ", Some("."), None),
    rule("Cannot spread fragment ", "This spread makes a cycle of the fragment ", Some("."), None),
    rule("Fragment ", "The fragment ", Some("."), Some("Spread it or remove it.")),
    rule("Variable ", "The variable ", Some("."), Some("Use it or remove its declaration.")),
];

/// How a message of juniper ends that a rule of ours has made already, though it begins as one of [`RULES`].
const OURS: [&str; 5] =
    ["condition", "is not defined", "cannot be of non-input type", "used in position", "cannot be spread here"];

impl Validation<'_, '_> {
    pub(super) fn juniper_rules(&mut self, definitions: &[Definition<'_, Token>]) {
        let Ok(found) = validate(self.schema, &self.touched, definitions) else {
            let message = "This document cannot be validated: the validator failed. Please report it.".to_owned();
            self.errors.add(|| RequestError::new(RequestErrorKind::Validation { message, hint: None }));
            return;
        };
        for error in found {
            self.juniper_error(&error);
        }
    }

    fn juniper_error(&mut self, error: &RuleError) {
        let locations: Vec<_> = error.locations().iter().map(|position| location(*position)).collect();
        let ours = OURS.iter().any(|part| error.message().contains(part));
        let rule = RULES.iter().find(|rule| error.message().starts_with(rule.found)).filter(|_| !ours);
        let (message, hint) = match rule {
            Some(rule) => {
                let name = error.message()[rule.found.len()..].replace('"', "`");
                let message = match rule.rest {
                    Some(rest) if name.contains('`') => format!("{}{name}{rest}", rule.message),
                    Some(rest) => format!("{}`{name}`{rest}", rule.message),
                    None => rule.message.to_owned(),
                };
                (message, rule.hint.map(str::to_owned))
            }
            None => return,
        };
        self.errors.add(|| RequestError {
            kind: RequestErrorKind::Validation { message, hint },
            locations,
            path: Vec::new(),
        });
    }
}
