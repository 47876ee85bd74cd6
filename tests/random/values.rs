//! Random values of columns, ids, and the variables that values are given by.

use super::document::{Input, Variable};
use super::generate::Generator;
use relata::catalog::{ColumnId, TableId};
use serde_json::Value;

/// What a variable is for. Only those for the same purpose are shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Argument,
    Condition,
    Directive,
}

impl Generator<'_> {
    /// `value`, or a variable that stands for it.
    pub(crate) fn variable(&mut self, value: Input, type_name: &str, purpose: Purpose) -> Input {
        let mut inside = false;
        value.variables(&mut |_| inside = true);
        if inside || !self.rng.percent(30) { value } else { self.variable_of(value, type_name, purpose) }
    }

    /// A variable that stands for `value`, which cannot be written as a literal.
    pub(crate) fn variable_always(&mut self, value: Input, type_name: &str) -> Input {
        let name = format!("v{}", self.document.variables.len());
        self.coverage.hit("variable given");
        let variable = Variable { type_name: type_name.to_owned(), default: None, given: Some(value) };
        self.document.variables.insert(name.clone(), variable);
        Input::Variable(name)
    }

    fn variable_of(&mut self, value: Input, type_name: &str, purpose: Purpose) -> Input {
        let nullable = !type_name.ends_with('!');
        if self.rng.percent(40) {
            let stands = |(of, name, fits): &&(Purpose, String, bool)| {
                let found = &self.document.variables[name];
                *of == purpose
                    && found.type_name.trim_end_matches('!') == type_name.trim_end_matches('!')
                    && (nullable || *fits)
                    && found.given.as_ref().or(found.default.as_ref()) == Some(&value)
            };
            if let Some((_, name, _)) = self.variables.iter().find(stands) {
                self.coverage.hit("variable in several places");
                return Input::Variable(name.clone());
            }
        }
        let bare = type_name.trim_end_matches('!').to_owned();
        let required = format!("{bare}!");
        // In an argument null is the same as absent; in a condition an absent entry is none, and null is an error.
        let absent = nullable && (value.is_null() || (purpose == Purpose::Condition && self.rng.percent(15)));
        let cursor = matches!(value, Input::Cursor(_));
        let (feature, type_name, default, given) = match self.rng.below(5) {
            0 | 1 if absent && (purpose == Purpose::Argument || value.is_null() && self.rng.percent(50)) => {
                ("variable null", bare, None, Some(value))
            }
            _ if absent && purpose == Purpose::Condition => ("variable absent", bare, None, None),
            _ if absent => ("variable absent", bare, None, None),
            0 if !cursor => ("variable default", bare, Some(value), None),
            1 if nullable => ("variable given over its default", bare, Some(Input::Value(Value::Null)), Some(value)),
            1 if !cursor => ("variable given over its default", bare, Some(value.clone()), Some(value)),
            2 if nullable => ("variable given", bare, None, Some(value)),
            _ => ("variable given", required, None, Some(value)),
        };
        self.coverage.hit(feature);
        let name = format!("v{}", self.document.variables.len());
        let fits = type_name.ends_with('!') || default.as_ref().is_some_and(|default| !default.is_null());
        self.document.variables.insert(name.clone(), Variable { type_name, default, given });
        self.variables.push((purpose, name.clone(), fits));
        Input::Variable(name)
    }

    /// A value of a column, of a row or of none.
    pub(crate) fn value_of(&mut self, table: TableId, column: ColumnId) -> Option<Input> {
        let data = self.world.data.table(table);
        let column = data.column(column);
        let stranger = data.rows == 0 || self.rng.percent(25);
        let value = match self.rng.choose(&column.strangers) {
            Some(value) if stranger => value,
            _ if data.rows == 0 => return None,
            _ => {
                let row = (0..4).map(|_| self.rng.below(data.rows)).find(|row| column.ranks[*row].is_some())?;
                let cell = &column.cells[row];
                if !cell.broken.is_empty() || cell.value.is_null() {
                    return None;
                }
                &cell.value
            }
        };
        Some(column.spelling.input(value, self.rng.percent(30)))
    }

    /// The id of a row.
    pub(crate) fn id_of(&mut self, table: TableId) -> Option<Input> {
        let id = self.rng.choose(&self.world.data.table(table).ids)?;
        Some(Input::Value(Value::from(id.as_str())))
    }
}
