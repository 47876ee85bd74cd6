//! Documents as trees, and as the text and variables that are sent.

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A document with one operation, and what is given for its variables.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    /// `None` is the short form, where it is possible.
    pub(crate) name: Option<String>,
    pub(crate) variables: BTreeMap<String, Variable>,
    pub(crate) selections: Vec<Selection>,
    pub(crate) fragments: BTreeMap<String, Fragment>,
}

#[derive(Debug, Clone)]
pub(crate) struct Variable {
    pub(crate) type_name: String,
    pub(crate) default: Option<Input>,
    /// `None` is not given at all.
    pub(crate) given: Option<Input>,
}

#[derive(Debug, Clone)]
pub(crate) struct Fragment {
    pub(crate) condition: String,
    pub(crate) selections: Vec<Selection>,
}

#[derive(Debug, Clone)]
pub(crate) enum Selection {
    Field(Field),
    Inline { condition: Option<String>, directives: Vec<Directive>, selections: Vec<Selection> },
    Spread { fragment: String, directives: Vec<Directive> },
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Field {
    pub(crate) alias: Option<String>,
    pub(crate) name: String,
    pub(crate) arguments: Vec<(String, Input)>,
    pub(crate) directives: Vec<Directive>,
    pub(crate) selections: Vec<Selection>,
}

/// `@skip` or `@include`.
#[derive(Debug, Clone)]
pub(crate) struct Directive {
    pub(crate) name: &'static str,
    pub(crate) condition: Input,
}

/// A value that a client writes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Input {
    /// A value of a scalar, or null.
    Value(Value),
    Enum(String),
    List(Vec<Input>),
    Object(Vec<(String, Input)>),
    Variable(String),
    Cursor(Cursor),
}

/// A cursor, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cursor {
    pub(crate) text: String,
    pub(crate) place: Place,
}

/// Where a cursor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    /// Of rows with a key: which row's, and for many-to-many which row of the join table.
    Row(u32),
    /// Of rows without one: how many come before it.
    Position(usize),
}

impl Field {
    pub(crate) fn key(&self) -> &str {
        self.alias.as_deref().unwrap_or(&self.name)
    }
}

impl Input {
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Input::Value(Value::Null))
    }

    /// As JSON, which a variable's value is.
    pub(crate) fn json(&self) -> Value {
        match self {
            Input::Value(value) => value.clone(),
            Input::Enum(name) => Value::from(name.as_str()),
            Input::List(items) => items.iter().map(Input::json).collect(),
            Input::Object(entries) => entries.iter().map(|(name, value)| (name.clone(), value.json())).collect(),
            Input::Cursor(cursor) => Value::from(cursor.text.as_str()),
            Input::Variable(name) => panic!("${name} stands inside a variable"),
        }
    }

    /// Whether it is taken for a list where one is wanted: also a value of JSON that is one.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self, Input::List(_) | Input::Value(Value::Array(_)))
    }

    /// Calls `found` with the name of each variable.
    pub(crate) fn variables(&self, found: &mut impl FnMut(&str)) {
        match self {
            Input::Variable(name) => found(name),
            Input::List(items) => items.iter().for_each(|item| item.variables(found)),
            Input::Object(entries) => entries.iter().for_each(|(_, value)| value.variables(found)),
            Input::Value(_) | Input::Enum(_) | Input::Cursor(_) => {}
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Input::Value(value) => write_json(value, out),
            Input::Enum(name) => out.push_str(name),
            Input::Variable(name) => write!(out, "${name}").unwrap(),
            Input::Cursor(cursor) => write_json(&Value::from(cursor.text.as_str()), out),
            Input::List(items) => {
                out.push('[');
                for (position, item) in items.iter().enumerate() {
                    out.push_str(if position > 0 { ", " } else { "" });
                    item.write(out);
                }
                out.push(']');
            }
            Input::Object(entries) => {
                out.push('{');
                for (position, (name, value)) in entries.iter().enumerate() {
                    write!(out, "{}{name}: ", if position > 0 { ", " } else { "" }).unwrap();
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

/// JSON as a GraphQL literal: the same but for the names of an object's entries.
fn write_json(value: &Value, out: &mut String) {
    match value {
        Value::Array(items) => Input::List(items.iter().cloned().map(Input::Value).collect()).write(out),
        Value::Object(entries) => {
            let entries = entries.iter().map(|(name, value)| (name.clone(), Input::Value(value.clone())));
            Input::Object(entries.collect()).write(out);
        }
        other => out.push_str(&other.to_string()),
    }
}

impl Document {
    /// Drops fragments and variables that nothing uses: the specification forbids them.
    pub(crate) fn prune(&mut self) {
        loop {
            let mut spread = BTreeSet::new();
            let bodies = self.fragments.values().map(|fragment| &fragment.selections).chain([&self.selections]);
            bodies.for_each(|selections| {
                walk(selections, &mut |selection| {
                    if let Selection::Spread { fragment, .. } = selection {
                        spread.insert(fragment.clone());
                    }
                })
            });
            let before = self.fragments.len();
            self.fragments.retain(|name, _| spread.contains(name));
            if self.fragments.len() == before {
                break;
            }
        }
        let mut used = BTreeSet::new();
        let bodies = self.fragments.values().map(|fragment| &fragment.selections).chain([&self.selections]);
        bodies.for_each(|selections| {
            walk(selections, &mut |selection| {
                let mut found = |name: &str| {
                    used.insert(name.to_owned());
                };
                let directives = match selection {
                    Selection::Field(field) => {
                        field.arguments.iter().for_each(|(_, value)| value.variables(&mut found));
                        &field.directives
                    }
                    Selection::Inline { directives, .. } | Selection::Spread { directives, .. } => directives,
                };
                directives.iter().for_each(|directive| directive.condition.variables(&mut found));
            })
        });
        self.variables.retain(|name, _| used.contains(name));
    }

    /// The text that is sent.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        match &self.name {
            None if self.variables.is_empty() => {}
            name => write!(out, "query {}", name.as_deref().unwrap_or_default()).unwrap(),
        }
        for (position, (name, variable)) in self.variables.iter().enumerate() {
            write!(out, "{}${name}: {}", if position > 0 { ", " } else { "(" }, variable.type_name).unwrap();
            if let Some(default) = &variable.default {
                out.push_str(" = ");
                default.write(&mut out);
            }
        }
        out.push_str(if self.variables.is_empty() { "" } else { ") " });
        write_selections(&self.selections, 0, &mut out);
        for (name, fragment) in &self.fragments {
            write!(out, "\nfragment {name} on {} ", fragment.condition).unwrap();
            write_selections(&fragment.selections, 0, &mut out);
        }
        out
    }

    /// The variables that are sent.
    pub(crate) fn given(&self) -> Value {
        let given =
            self.variables.iter().filter_map(|(name, variable)| Some((name.clone(), variable.given.as_ref()?.json())));
        Value::Object(given.collect::<Map<_, _>>())
    }
}

fn walk(selections: &[Selection], visit: &mut impl FnMut(&Selection)) {
    for selection in selections {
        visit(selection);
        match selection {
            Selection::Field(Field { selections, .. }) | Selection::Inline { selections, .. } => {
                walk(selections, visit)
            }
            Selection::Spread { .. } => {}
        }
    }
}

fn write_selections(selections: &[Selection], depth: usize, out: &mut String) {
    out.push_str("{\n");
    for selection in selections {
        write!(out, "{:1$}", "", 2 * depth + 2).unwrap();
        let (directives, selections) = match selection {
            Selection::Field(field) => {
                if let Some(alias) = &field.alias {
                    write!(out, "{alias}: ").unwrap();
                }
                out.push_str(&field.name);
                write_arguments(&field.arguments, out);
                (&field.directives, field.selections.as_slice())
            }
            Selection::Inline { condition, directives, selections } => {
                out.push_str("...");
                if let Some(condition) = condition {
                    write!(out, " on {condition}").unwrap();
                }
                (directives, selections.as_slice())
            }
            Selection::Spread { fragment, directives } => {
                write!(out, "...{fragment}").unwrap();
                (directives, &[][..])
            }
        };
        for directive in directives {
            write!(out, " @{}(if: ", directive.name).unwrap();
            directive.condition.write(out);
            out.push(')');
        }
        if selections.is_empty() {
            out.push('\n');
        } else {
            out.push(' ');
            write_selections(selections, depth + 1, out);
        }
    }
    writeln!(out, "{:1$}}}", "", 2 * depth).unwrap();
}

fn write_arguments(arguments: &[(String, Input)], out: &mut String) {
    for (position, (name, value)) in arguments.iter().enumerate() {
        write!(out, "{}{name}: ", if position > 0 { ", " } else { "(" }).unwrap();
        value.write(out);
    }
    out.push_str(if arguments.is_empty() { "" } else { ")" });
}
