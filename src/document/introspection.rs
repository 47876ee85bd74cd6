//! The part of an operation that asks for `__schema` and `__type`: a document of its own, which juniper answers.

use super::{
    Operation, Value, Variables,
    ast::{self, Argument, Directive, Document, Literal, LiteralKind, Selection},
    stack::on_a_stack_for,
};
use crate::schema::{
    Wrapper,
    juniper::{IntrospectionError, Reflection, Token},
    quoted,
};
use juniper::InputValue;
use std::{collections::BTreeSet, sync::Arc};

impl Operation {
    /// What `__schema` and `__type` give at the root of this operation: their keys in the response, in order. Empty if
    /// it does not ask for them.
    ///
    /// # Errors
    /// None for variables that were coerced for this operation.
    pub fn introspect(
        &self,
        reflection: &Reflection,
        variables: &Variables,
    ) -> Result<serde_json::Map<String, serde_json::Value>, IntrospectionError> {
        let Some(document) = &self.introspection else { return Ok(serde_json::Map::new()) };
        let given = self.variables.iter().zip(&variables.0);
        let values =
            given.filter_map(|(definition, value)| Some((definition.name.to_string(), token(value.as_ref()?)?)));
        let values: Vec<_> = values.collect();
        let run = || reflection.introspect(document, values);
        on_a_stack_for(reflection.limits().depth, run).unwrap_or(Err(IntrospectionError::NoThread))
    }
}

/// The arguments of introspection fields are strings and booleans. Null is the same as absent there: what takes no null
/// has no variable that may be null.
fn token(value: &Value) -> Option<InputValue<Token>> {
    match value {
        Value::Boolean(value) => Some(InputValue::Scalar(Token::Boolean(*value))),
        Value::String(text) => Some(InputValue::Scalar(Token::String(text.clone()))),
        _ => None,
    }
}

/// A document with one operation that asks for nothing but introspection. Fragments stand in place in it.
pub(super) fn document(document: &Document<'_>, operation: &ast::Operation<'_>) -> Arc<str> {
    let mut printer = Printer { document, out: String::new(), used: BTreeSet::new() };
    printer.root(&operation.selections);
    let declared = operation.variables.iter().filter(|variable| printer.used.contains(variable.name));
    let declarations: Vec<String> = declared.map(declaration).collect();
    let declarations = if declarations.is_empty() { String::new() } else { format!("({})", declarations.join(", ")) };
    format!("query{declarations} {{{}}}", printer.out).into()
}

fn declaration(variable: &ast::VariableDefinition<'_>) -> String {
    // `includeDeprecated: Boolean! = false` takes it by the specification, but not by juniper.
    if variable.named == "Boolean" && variable.wrappers.is_empty() && variable.default.is_none() {
        return format!("${}: Boolean! = false", variable.name);
    }
    let mut text = variable.wrappers.iter().fold(variable.named.to_owned(), |inner, wrapper| match wrapper {
        Wrapper::List => format!("[{inner}]"),
        Wrapper::NonNull => format!("{inner}!"),
    });
    if let Some(default) = &variable.default {
        text.push_str(" = ");
        write_literal(&mut text, default, &mut BTreeSet::new());
    }
    format!("${}: {text}", variable.name)
}

struct Printer<'a, 'd> {
    document: &'a Document<'d>,
    out: String,
    used: BTreeSet<String>,
}

impl Printer<'_, '_> {
    /// Fields of data are left out, and fragments of which nothing is left.
    fn root(&mut self, selections: &[Selection<'_>]) {
        for selection in selections {
            let (inner, directives) = match selection {
                Selection::Field(field) => {
                    if matches!(field.name, "__schema" | "__type") {
                        self.field(field);
                    }
                    continue;
                }
                Selection::Inline(inline) => (&inline.selections, &inline.directives),
                Selection::Spread(spread) => match self.document.fragment(spread.name) {
                    Some(fragment) => (&fragment.selections, &spread.directives),
                    None => continue,
                },
            };
            let before = self.out.len();
            self.fragment("", directives);
            let opened = self.out.len();
            self.root(inner);
            if self.out.len() == opened {
                self.out.truncate(before);
            } else {
                self.out.push('}');
            }
        }
    }

    fn selections(&mut self, selections: &[Selection<'_>]) {
        for selection in selections {
            match selection {
                Selection::Field(field) => self.field(field),
                Selection::Inline(inline) => {
                    self.fragment(inline.condition.map_or("", |(name, _)| name), &inline.directives);
                    self.selections(&inline.selections);
                    self.out.push('}');
                }
                Selection::Spread(spread) => {
                    let Some(fragment) = self.document.fragment(spread.name) else { continue };
                    self.fragment(fragment.condition, &spread.directives);
                    self.selections(&fragment.selections);
                    self.out.push('}');
                }
            }
        }
    }

    fn fragment(&mut self, condition: &str, directives: &[Directive<'_>]) {
        self.out.push_str(if condition.is_empty() { " ..." } else { " ... on " });
        self.out.push_str(condition);
        self.directives(directives);
        self.out.push('{');
    }

    fn field(&mut self, field: &ast::Field<'_>) {
        self.out.push(' ');
        if let Some(alias) = field.alias {
            self.out.push_str(alias);
            self.out.push(':');
        }
        self.out.push_str(field.name);
        self.arguments(&field.arguments);
        self.directives(&field.directives);
        if let Some(selections) = &field.selections {
            self.out.push('{');
            self.selections(selections);
            self.out.push('}');
        }
    }

    fn directives(&mut self, directives: &[Directive<'_>]) {
        for directive in directives {
            self.out.push_str(" @");
            self.out.push_str(directive.name);
            self.arguments(&directive.arguments);
        }
    }

    fn arguments(&mut self, arguments: &[Argument<'_>]) {
        for (index, argument) in arguments.iter().enumerate() {
            self.out.push(if index == 0 { '(' } else { ' ' });
            self.out.push_str(argument.name);
            self.out.push(':');
            write_literal(&mut self.out, &argument.value, &mut self.used);
        }
        if !arguments.is_empty() {
            self.out.push(')');
        }
    }
}

fn write_literal(out: &mut String, literal: &Literal, used: &mut BTreeSet<String>) {
    match &literal.kind {
        LiteralKind::Null => out.push_str("null"),
        LiteralKind::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
        LiteralKind::Integer(text) | LiteralKind::Float(text) => out.push_str(text),
        LiteralKind::String(text) => out.push_str(&quoted(text)),
        LiteralKind::Enum(name) => out.push_str(name),
        LiteralKind::Variable(name) => {
            used.insert(name.clone());
            out.push('$');
            out.push_str(name);
        }
        LiteralKind::List(items) => {
            out.push('[');
            for item in items {
                write_literal(out, item, used);
                out.push(' ');
            }
            out.push(']');
        }
        LiteralKind::Object(fields) => {
            out.push('{');
            for (name, value) in fields {
                out.push_str(name);
                out.push(':');
                write_literal(out, value, used);
                out.push(' ');
            }
            out.push('}');
        }
    }
}
