//! Smaller documents, one step at a time.

use super::document::{Document, Field, Fragment, Input, Selection};

/// Every document that is `document` without some part.
pub(crate) fn smaller(document: &Document) -> Vec<Document> {
    let mut found = Vec::new();
    let mut with = |change: &dyn Fn(&mut Document)| {
        let mut copy = document.clone();
        change(&mut copy);
        copy.prune();
        if !copy.selections.is_empty() && copy.fragments.values().all(|fragment| !fragment.selections.is_empty()) {
            found.push(copy);
        }
    };
    for selections in changed(&document.selections, document) {
        with(&|copy| copy.selections.clone_from(&selections));
    }
    for (name, fragment) in &document.fragments {
        for selections in changed(&fragment.selections, document) {
            let smaller = Fragment { selections, ..fragment.clone() };
            with(&|copy| drop(copy.fragments.insert(name.clone(), smaller.clone())));
        }
    }
    for (name, variable) in &document.variables {
        let all = [variable.given.clone(), variable.default.clone()];
        for (position, value) in all.iter().enumerate() {
            for smaller in value.iter().flat_map(|value| smaller_input(value, document)) {
                let mut changed = variable.clone();
                *(if position == 0 { &mut changed.given } else { &mut changed.default }) = Some(smaller);
                with(&|copy| drop(copy.variables.insert(name.clone(), changed.clone())));
            }
        }
    }
    if document.name.is_some() {
        with(&|copy| copy.name = None);
    }
    found
}

/// `selections` with one of them left out, unwrapped or made smaller.
fn changed(selections: &[Selection], document: &Document) -> Vec<Vec<Selection>> {
    let mut found = Vec::new();
    for (position, selection) in selections.iter().enumerate() {
        let mut with = |replacement: Vec<Selection>| {
            let mut copy = selections.to_vec();
            copy.splice(position..=position, replacement);
            found.push(copy);
        };
        if selections.len() > 1 {
            with(Vec::new());
        }
        match selection {
            Selection::Field(field) => {
                for smaller in smaller_fields(field, document) {
                    with(vec![Selection::Field(smaller)]);
                }
            }
            Selection::Inline { condition, directives, selections } => {
                with(selections.clone());
                if !directives.is_empty() {
                    let (condition, selections) = (condition.clone(), selections.clone());
                    with(vec![Selection::Inline { condition, directives: Vec::new(), selections }]);
                }
                for selections in changed(selections, document) {
                    let (condition, directives) = (condition.clone(), directives.clone());
                    with(vec![Selection::Inline { condition, directives, selections }]);
                }
            }
            Selection::Spread { fragment, directives } => {
                let Fragment { condition, selections } = document.fragments[fragment].clone();
                with(selections.clone());
                with(vec![Selection::Inline {
                    condition: Some(condition),
                    directives: directives.clone(),
                    selections,
                }]);
                if !directives.is_empty() {
                    with(vec![Selection::Spread { fragment: fragment.clone(), directives: Vec::new() }]);
                }
            }
        }
    }
    found
}

fn smaller_fields(field: &Field, document: &Document) -> Vec<Field> {
    let mut found = Vec::new();
    let mut with = |change: &dyn Fn(&mut Field)| {
        let mut copy = field.clone();
        change(&mut copy);
        found.push(copy);
    };
    for position in 0..field.directives.len() {
        with(&|copy| drop(copy.directives.remove(position)));
    }
    for position in 0..field.arguments.len() {
        with(&|copy| drop(copy.arguments.remove(position)));
        for value in smaller_input(&field.arguments[position].1, document) {
            with(&|copy| copy.arguments[position].1.clone_from(&value));
        }
    }
    for selections in changed(&field.selections, document) {
        with(&|copy| copy.selections.clone_from(&selections));
    }
    if field.alias.is_some() {
        with(&|copy| copy.alias = None);
    }
    found
}

/// Entries and items left out, variables replaced by their values.
fn smaller_input(value: &Input, document: &Document) -> Vec<Input> {
    let mut found = Vec::new();
    match value {
        Input::Variable(name) => {
            let variable = &document.variables[name];
            found.extend(variable.given.clone().or_else(|| variable.default.clone()));
        }
        Input::List(items) => {
            for (position, item) in items.iter().enumerate() {
                let mut without = items.clone();
                without.remove(position);
                found.push(Input::List(without));
                found.extend(smaller_input(item, document).into_iter().map(|smaller| {
                    let mut changed = items.clone();
                    changed[position] = smaller;
                    Input::List(changed)
                }));
            }
        }
        Input::Object(entries) => {
            for (position, (name, inner)) in entries.iter().enumerate() {
                let mut without = entries.clone();
                without.remove(position);
                found.push(Input::Object(without));
                found.extend(smaller_input(inner, document).into_iter().map(|smaller| {
                    let mut changed = entries.clone();
                    changed[position] = (name.clone(), smaller);
                    Input::Object(changed)
                }));
            }
        }
        Input::Value(_) | Input::Enum(_) | Input::Cursor(_) => {}
    }
    found
}
