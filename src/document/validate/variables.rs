//! Variables: declared with a type for values, and used where that type fits.

use super::{OwnedUsage, Scope, Validation, directives::Place};
use crate::{
    document::{
        ast::{LiteralKind, Operation, VariableDefinition},
        coerce::Path,
        report::did_you_mean,
    },
    schema::{TypeId, TypeRef, Wrapper},
};
use std::collections::{HashMap, HashSet};

impl<'a, 'd> Validation<'a, 'd> {
    /// `scopes` are those of the operations, then those of the fragments.
    pub(super) fn variables(&mut self, scopes: &[Scope<'d>]) {
        let document = self.document;
        for (index, operation) in document.operations.iter().enumerate() {
            let mut declared = HashMap::new();
            for variable in &operation.variables {
                let type_ref = self.declaration(variable);
                declared.entry(variable.name).or_insert((variable, type_ref));
            }
            for scope in self.reachable(&scopes[index], &scopes[document.operations.len()..]) {
                for usage in &scope.usages {
                    self.usage(operation, &declared, usage);
                }
            }
        }
    }

    /// A scope and those of the fragments that it spreads, directly or through others.
    fn reachable<'s>(&self, root: &'s Scope<'d>, fragments: &'s [Scope<'d>]) -> Vec<&'s Scope<'d>> {
        let positions: HashMap<&str, usize> =
            self.document.fragments.iter().enumerate().rev().map(|(index, fragment)| (fragment.name, index)).collect();
        let mut seen = HashSet::new();
        let mut reached = vec![root];
        let mut next = 0;
        while let Some(scope) = reached.get(next) {
            next += 1;
            for name in scope.spreads.clone() {
                if let Some(position) = positions.get(name)
                    && seen.insert(*position)
                {
                    reached.push(&fragments[*position]);
                }
            }
        }
        reached
    }

    fn declaration(&mut self, variable: &VariableDefinition<'d>) -> Option<TypeRef> {
        let schema = self.schema;
        let mut scope = Scope::default();
        self.directives(&variable.directives, Place::VariableDefinition, &mut scope);
        let Some(id) = schema.by_name(variable.named) else {
            self.known_types = false;
            let ids = (0..schema.types.len()).map(TypeId).filter(|id| schema.get(*id).kind.is_input());
            let names = ids.map(|id| schema.get(id).name.as_str());
            let message = format!("There is no type `{}` for `${}`.", variable.named, variable.name);
            self.errors.invalid(variable.type_at, || (message, did_you_mean(variable.named, names)));
            return None;
        };
        if !schema.get(id).kind.is_input() {
            let message = format!(
                "`${}` cannot be of type `{}`, which is one of answers, not of values.",
                variable.name, variable.named
            );
            self.errors.invalid(variable.type_at, || (message, None));
            return None;
        }
        let type_ref = TypeRef { named: id, wrappers: variable.wrappers.clone() };
        self.touched.entry(id).or_default();
        if let Some(default) = &variable.default {
            self.literal(&type_ref, default, &Path::Root("$", variable.name), &mut scope);
        }
        Some(type_ref)
    }

    fn usage(
        &mut self,
        operation: &Operation<'d>,
        declared: &HashMap<&'d str, (&VariableDefinition<'d>, Option<TypeRef>)>,
        usage: &OwnedUsage,
    ) {
        let name = usage.name.as_str();
        let Some((variable, type_ref)) = declared.get(name) else {
            let operation = operation.name.map_or("The operation".to_owned(), |name| format!("`{name}`"));
            let names = declared.keys().copied();
            let hint = || did_you_mean(name, names).map(|hint| hint.replacen('`', "`$", 1));
            self.errors.invalid(usage.at, || (format!("{operation} declares no variable `${name}`."), hint()));
            return;
        };
        let (Some(type_ref), Some(position)) = (type_ref, &usage.position) else { return };
        let default = variable.default.as_ref().is_some_and(|default| default.kind != LiteralKind::Null);
        if fits(type_ref, default, position) {
            return;
        }
        let (found, expected) = (type_ref.display(self.schema), position.display(self.schema));
        let why = if usage.one_of { ", because it is the one field of a `@oneOf` input" } else { "" };
        let message = format!("`${name}` is declared as `{found}`, but `{}` takes `{expected}`{why}.", usage.path);
        let hint = (type_ref.named == position.named).then(|| format!("Declare `${name}: {expected}`."));
        self.errors.invalid(usage.at, || (message, hint));
    }
}

/// Whether a variable of type `declared` may stand where `position` is expected (specification section 5.8.5).
fn fits(declared: &TypeRef, has_default: bool, position: &TypeRef) -> bool {
    let mut expected = &*position.wrappers;
    if has_default && position.is_non_null() && !declared.is_non_null() {
        expected = &expected[..expected.len() - 1];
    }
    compatible(&declared.wrappers, expected) && declared.named == position.named
}

fn compatible(declared: &[Wrapper], expected: &[Wrapper]) -> bool {
    match (declared.split_last(), expected.split_last()) {
        (Some((Wrapper::NonNull, declared)), Some((Wrapper::NonNull, expected)))
        | (Some((Wrapper::List, declared)), Some((Wrapper::List, expected))) => compatible(declared, expected),
        (Some((Wrapper::NonNull, declared)), _) => compatible(declared, expected),
        (None, None) => true,
        _ => false,
    }
}
