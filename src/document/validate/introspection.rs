//! How far introspection may go. `fields { type { fields { … } } }` goes in circles through the types of a schema, and each
//! round multiplies the answer.

use super::Validation;
use crate::document::{
    RequestError, RequestErrorKind,
    ast::{Field, Selection},
};
use std::collections::HashMap;

/// Fields that lead from a type to the list of what it is made of.
const LISTS: [&str; 4] = ["fields", "inputFields", "interfaces", "possibleTypes"];

/// How often they may nest. Queries of tools nest them once.
const ROUNDS: usize = 2;

/// By name; a fragment that is being walked counts as empty, which cuts cycles.
type Fragments<'d> = HashMap<&'d str, usize>;

impl<'a, 'd> Validation<'a, 'd> {
    pub(super) fn introspection_rounds(&mut self) {
        let document = self.document;
        let mut known = Fragments::new();
        let operations = document.operations.iter().map(|operation| &operation.selections);
        let fragments = document.fragments.iter().map(|fragment| &fragment.selections);
        for selections in operations.chain(fragments) {
            self.find_roots(selections, &mut known);
        }
    }

    /// `__schema` and `__type` stand in selection sets of the root type alone, which no field leads to.
    fn find_roots(&mut self, selections: &'a [Selection<'d>], known: &mut Fragments<'d>) {
        for selection in selections {
            match selection {
                Selection::Field(field) if matches!(field.name, "__schema" | "__type") => self.check(field, known),
                Selection::Inline(inline) => self.find_roots(&inline.selections, known),
                Selection::Field(_) | Selection::Spread(_) => {}
            }
        }
    }

    fn check(&mut self, field: &'a Field<'d>, known: &mut Fragments<'d>) {
        if self.rounds(field.selections.as_deref().unwrap_or_default(), known) > ROUNDS {
            let kind = || RequestErrorKind::Limit {
                message: format!(
                    "`{}` nests {} more than {ROUNDS} times.",
                    field.name,
                    LISTS.map(|name| format!("`{name}`")).join(", ")
                ),
                hint: Some("Ask for the types that are found there by name: `__type(name: …)`.".to_owned()),
            };
            self.errors.add(|| RequestError::new(kind()).at(field.at));
        }
    }

    fn rounds(&self, selections: &'a [Selection<'d>], known: &mut Fragments<'d>) -> usize {
        let mut most = 0;
        for selection in selections {
            let below = match selection {
                Selection::Field(field) => {
                    let inner = field.selections.as_deref().unwrap_or_default();
                    usize::from(LISTS.contains(&field.name)) + self.rounds(inner, known)
                }
                Selection::Inline(inline) => self.rounds(&inline.selections, known),
                Selection::Spread(spread) => match (known.get(spread.name), self.document.fragment(spread.name)) {
                    (Some(rounds), _) => *rounds,
                    (None, Some(fragment)) => {
                        known.insert(fragment.name, 0);
                        let rounds = self.rounds(&fragment.selections, known);
                        known.insert(fragment.name, rounds);
                        rounds
                    }
                    (None, None) => 0,
                },
            };
            most = most.max(below);
        }
        most
    }
}
