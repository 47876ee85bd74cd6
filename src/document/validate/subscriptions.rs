//! A subscription has one root field, whatever its variables are.

use super::Validation;
use crate::document::{
    OperationKind,
    ast::{Directive, Operation, Selection},
};
use std::collections::HashSet;

impl<'a, 'd> Validation<'a, 'd> {
    pub(super) fn subscriptions(&mut self) {
        let document = self.document;
        for operation in document.operations.iter().filter(|operation| operation.kind == OperationKind::Subscription) {
            let mut fields = Vec::new();
            let mut conditional = Vec::new();
            self.roots(&operation.selections, &mut fields, &mut conditional, &mut HashSet::new());
            self.one_root(operation, &fields, &conditional);
        }
    }

    fn one_root(&mut self, operation: &Operation<'d>, fields: &[(&str, &str)], conditional: &[&Directive<'d>]) {
        let what = operation.name.map_or("A subscription".to_owned(), |name| format!("`{name}`"));
        let keys: HashSet<&str> = fields.iter().map(|(key, _)| *key).collect();
        if keys.len() > 1 {
            let message = format!("{what} must have one root field, but has {}.", keys.len());
            self.errors.invalid(operation.at, || (message, Some("Write one subscription for each.".to_owned())));
        }
        if let Some((_, name)) = fields.iter().find(|(_, name)| name.starts_with("__")) {
            let message = format!("{what} cannot have `{name}` as its root field.");
            self.errors.invalid(operation.at, || (message, None));
        }
        for directive in conditional {
            let message = format!("`@{}` cannot stand on the root field of a subscription.", directive.name);
            self.errors.invalid(directive.at, || (message, None));
        }
    }

    /// The response keys and names of the fields at the root, and the conditions on them.
    fn roots(
        &self,
        selections: &'a [Selection<'d>],
        fields: &mut Vec<(&'a str, &'a str)>,
        conditional: &mut Vec<&'a Directive<'d>>,
        seen: &mut HashSet<&'d str>,
    ) {
        for selection in selections {
            let directives = match selection {
                Selection::Field(field) => {
                    fields.push((field.response_key(), field.name));
                    &field.directives
                }
                Selection::Inline(inline) => {
                    self.roots(&inline.selections, fields, conditional, seen);
                    &inline.directives
                }
                Selection::Spread(spread) => {
                    let fragment = self.document.fragment(spread.name).filter(|_| seen.insert(spread.name));
                    if let Some(fragment) = fragment {
                        self.roots(&fragment.selections, fields, conditional, seen);
                    }
                    &spread.directives
                }
            };
            conditional.extend(directives.iter().filter(|found| matches!(found.name, "skip" | "include")));
        }
    }
}
