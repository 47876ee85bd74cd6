//! Values, literal or of variables, made to fit the type of their place.

mod input;

use super::{
    Location, RequestError, RequestErrorKind, Value, VariableId,
    report::{Errors, did_you_mean},
};
use crate::schema::{
    EnumType, InputType, Schema, TypeId, TypeKind, TypeRef, Wrapper,
    juniper::Touched,
    scalars::{Literal as ScalarLiteral, Scalar},
};
pub(super) use input::{Input, View, excerpt};
use std::fmt;

/// Coerces values against a schema, and notes what is wrong with them.
pub(super) struct Coercion<'a> {
    pub(super) schema: &'a Schema,
    pub(super) errors: &'a mut Errors,
    /// Called for each variable inside a literal: gives its id.
    pub(super) variable: &'a mut dyn FnMut(Usage<'_>) -> VariableId,
    /// The input fields that the values name.
    pub(super) touched: &'a mut Touched,
}

/// A variable in a literal.
#[derive(Debug)]
pub(super) struct Usage<'a> {
    pub(super) name: &'a str,
    pub(super) at: Location,
    /// The type of its place; `None` inside a value for the scalar `JSON`, where every type may stand.
    pub(super) position: Option<TypeRef>,
    /// What the place is called: `filter.title.eq`.
    pub(super) path: String,
    /// Whether the place is the field of a `@oneOf` input, which makes it non-null.
    pub(super) one_of: bool,
}

/// The way to a value, for messages: `$x.path[2].field`.
#[derive(Debug, Clone, Copy)]
pub(super) enum Path<'a> {
    /// An argument's name, or a variable's with its `$`.
    Root(&'a str, &'a str),
    Field(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl Coercion<'_> {
    /// `input`, as a value of `named` in `wrappers`. `None` if it is none, with the reason in the errors.
    pub(super) fn coerce<I: Input>(
        &mut self,
        named: TypeId,
        wrappers: &[Wrapper],
        input: I,
        path: &Path<'_>,
    ) -> Option<Value> {
        let view = input.view();
        if let View::Variable(name) = view {
            return Some(self.use_variable(named, wrappers, (name, input.at()), path, false));
        }
        match (wrappers.split_last(), view) {
            (Some((Wrapper::NonNull, _)), View::Null) => {
                self.wrong(named, wrappers, input, path);
                None
            }
            (Some((Wrapper::NonNull, inner)), _) => self.coerce(named, inner, input, path),
            (_, View::Null) => Some(Value::Null),
            (Some((Wrapper::List, inner)), View::List(items)) => {
                let item = |(index, item)| self.coerce(named, inner, item, &Path::Item(path, index));
                // All items are looked at, so that all errors are found.
                let items: Vec<Option<Value>> = items.into_iter().enumerate().map(item).collect();
                items.into_iter().collect::<Option<Vec<_>>>().map(Value::List)
            }
            (Some((Wrapper::List, inner)), _) => {
                self.coerce(named, inner, input, path).map(|item| Value::List(vec![item]))
            }
            (None, view) => self.named(named, input, view, path),
        }
    }

    fn named<I: Input>(&mut self, named: TypeId, input: I, view: View<'_, I>, path: &Path<'_>) -> Option<Value> {
        let schema = self.schema;
        match &schema.get(named).kind {
            TypeKind::Scalar(scalar) if scalar.name == "JSON" => self.json(input, path),
            TypeKind::Scalar(scalar) => self.scalar(named, scalar, input, &view, path),
            TypeKind::Enum(kind) => self.enum_value(named, kind, input, &view, path),
            TypeKind::Input(kind) => match view {
                View::Object(fields) => self.object(named, kind, input, fields, path),
                _ => {
                    self.wrong(named, &[], input, path);
                    None
                }
            },
            // No place for a value has such a type: variables of one are refused where they are declared.
            TypeKind::Object(_) | TypeKind::Interface(_) => None,
        }
    }

    fn scalar<I: Input>(
        &mut self,
        named: TypeId,
        scalar: &Scalar,
        input: I,
        view: &View<'_, I>,
        path: &Path<'_>,
    ) -> Option<Value> {
        let whole = match view {
            // JSON has one kind of number: 5.0 is as good an integer as 5. In a document it is not.
            View::Float(text) if I::IS_JSON && scalar.name == "Int" => input::whole(text),
            _ => None,
        };
        let (literal, value) = match view {
            View::Boolean(value) => (ScalarLiteral::Boolean(*value), Value::Boolean(*value)),
            View::Integer(text) => (ScalarLiteral::Integer(text), Value::Integer((*text).into())),
            View::Float(text) => match &whole {
                Some(digits) => (ScalarLiteral::Integer(digits), Value::Integer(digits.as_str().into())),
                None => (ScalarLiteral::Float(text), Value::Float((*text).into())),
            },
            View::String(text) => {
                self.storable(text, input, path)?;
                (ScalarLiteral::String(text), Value::String((*text).into()))
            }
            View::Null | View::Enum(_) | View::Variable(_) | View::List(_) | View::Object(_) => {
                self.wrong(named, &[], input, path);
                return None;
            }
        };
        match (scalar.input)(literal) {
            Ok(_) => Some(value),
            Err(expected) => {
                self.argument(input, path, || {
                    (format!("expected {} ({}), found {}.", scalar.name, expected.0, excerpt(input)), None)
                });
                None
            }
        }
    }

    /// Any value, with variables in it. Checked as text once they are known; here only what cannot be text at all.
    fn json<I: Input>(&mut self, input: I, path: &Path<'_>) -> Option<Value> {
        Some(match input.view() {
            View::Null => Value::Null,
            View::Boolean(value) => Value::Boolean(value),
            View::Integer(text) => Value::Integer(text.into()),
            View::Float(text) => Value::Float(text.into()),
            View::String(text) => {
                self.storable(text, input, path)?;
                Value::String(text.into())
            }
            View::Enum(name) => {
                let hint = || Some(format!("Write \"{name}\"."));
                self.argument(input, path, || (format!("expected JSON, which knows no names, found {name}."), hint()));
                return None;
            }
            View::Variable(name) => {
                let usage = Usage { name, at: input.at()?, position: None, path: path.to_string(), one_of: false };
                Value::Variable((self.variable)(usage))
            }
            View::List(items) => {
                let item = |(index, item)| self.json(item, &Path::Item(path, index));
                let items: Vec<Option<Value>> = items.into_iter().enumerate().map(item).collect();
                Value::List(items.into_iter().collect::<Option<_>>()?)
            }
            View::Object(fields) => {
                let field = |(name, value): (&str, I)| {
                    self.storable(name, value, path)?;
                    Some((name.into(), self.json(value, &Path::Field(path, name))?))
                };
                let fields: Vec<Option<_>> = fields.into_iter().map(field).collect();
                Value::Object(fields.into_iter().collect::<Option<_>>()?)
            }
        })
    }

    fn enum_value<I: Input>(
        &mut self,
        named: TypeId,
        kind: &EnumType,
        input: I,
        view: &View<'_, I>,
        path: &Path<'_>,
    ) -> Option<Value> {
        let (written, fits) = match view {
            View::Enum(name) => (*name, true),
            View::String(name) => (*name, I::IS_JSON),
            _ => ("", false),
        };
        let found = kind.by_name.get(written).map(|index| kind.values[*index].name.clone());
        if let (Some(name), true) = (&found, fits) {
            return Some(Value::Enum(name.clone()));
        }
        let type_name = &self.schema.get(named).name;
        self.argument(input, path, || {
            let names = || kind.values.iter().map(|value| value.name.as_str());
            let hint = match found {
                Some(name) => Some(format!("Write {name}, without quotes.")),
                None => did_you_mean(written, names()),
            };
            let some: Vec<&str> = names().take(5).collect();
            let rest = if kind.values.len() > some.len() { ", …" } else { "" };
            let expected = format!("{type_name} ({}{rest})", some.join(", "));
            (format!("expected a value of {expected}, found {}.", excerpt(input)), hint)
        });
        None
    }

    fn object<I: Input>(
        &mut self,
        named: TypeId,
        kind: &InputType,
        input: I,
        fields: Vec<(&str, I)>,
        path: &Path<'_>,
    ) -> Option<Value> {
        let mut sound = self.complete(named, kind, input, &fields, path);
        let mut values = Vec::with_capacity(fields.len());
        for (name, value) in fields {
            match self.object_field(named, kind, (name, value), &Path::Field(path, name)) {
                Some(coerced) => values.push((name.into(), coerced)),
                None => sound = false,
            }
        }
        sound.then_some(Value::Object(values))
    }

    /// Whether no field is missing, and whether there is one where one is expected.
    fn complete<I: Input>(
        &mut self,
        named: TypeId,
        kind: &InputType,
        input: I,
        fields: &[(&str, I)],
        path: &Path<'_>,
    ) -> bool {
        let schema = self.schema;
        let type_name = &schema.get(named).name;
        let mut sound = true;
        if kind.one_of && fields.len() != 1 {
            sound = false;
            let message = || format!("expected {type_name} with exactly one field, found {}.", fields.len());
            self.argument(input, path, || (message(), None));
        }
        for field in kind.fields.iter().filter(|field| field.type_ref.is_non_null()) {
            if !fields.iter().any(|(name, _)| *name == field.name.as_str()) {
                sound = false;
                let needed = || format!("`{}: {}`", field.name, field.type_ref.display(schema));
                let message = || format!("expected {type_name}, whose field {} is missing.", needed());
                self.argument(input, path, || (message(), None));
            }
        }
        sound
    }

    fn object_field<I: Input>(
        &mut self,
        parent: TypeId,
        kind: &InputType,
        (name, value): (&str, I),
        path: &Path<'_>,
    ) -> Option<Value> {
        let type_name = &self.schema.get(parent).name;
        let Some(field) = kind.fields.get(name) else {
            let names = kind.fields.iter().map(|field| field.name.as_str());
            self.argument(value, path, || (format!("{type_name} has no such field."), did_you_mean(name, names)));
            return None;
        };
        self.touched.entry(parent).or_default().insert(field.name.clone());
        let TypeRef { named, wrappers } = &field.type_ref;
        match value.view() {
            View::Null if kind.one_of => {
                let message = || format!("expected a value, found null: {type_name} is told apart by its one field.");
                self.argument(value, path, || (message(), None));
                None
            }
            View::Variable(name) => Some(self.use_variable(*named, wrappers, (name, value.at()), path, kind.one_of)),
            _ => self.coerce(*named, wrappers, value, path),
        }
    }

    fn use_variable(
        &mut self,
        named: TypeId,
        wrappers: &[Wrapper],
        (name, at): (&str, Option<Location>),
        path: &Path<'_>,
        one_of: bool,
    ) -> Value {
        let position = TypeRef { named, wrappers: wrappers.into() };
        let position = Some(if one_of { position.non_null() } else { position });
        let at = at.unwrap_or(Location { line: 1, column: 1 });
        Value::Variable((self.variable)(Usage { name, at, position, path: path.to_string(), one_of }))
    }

    /// PostgreSQL stores no U+0000, neither in text nor in jsonb.
    fn storable<I: Input>(&mut self, text: &str, input: I, path: &Path<'_>) -> Option<()> {
        if !text.contains('\0') {
            return Some(());
        }
        let message = "the string holds the character U+0000, which PostgreSQL cannot store.";
        self.argument(input, path, || (message.to_owned(), Some("Remove `\\u0000`.".to_owned())));
        None
    }

    fn wrong<I: Input>(&mut self, named: TypeId, wrappers: &[Wrapper], input: I, path: &Path<'_>) {
        let schema = self.schema;
        self.argument(input, path, || {
            let expected = TypeRef { named, wrappers: wrappers.into() }.display(schema);
            let example = match &schema.get(named).kind {
                TypeKind::Scalar(scalar) => match (scalar.input)(ScalarLiteral::Json("{}")) {
                    Err(expected) if wrappers.is_empty() => format!(" ({})", expected.0),
                    _ => String::new(),
                },
                _ => String::new(),
            };
            (format!("expected {expected}{example}, found {}.", excerpt(input)), None)
        });
    }

    fn argument<I: Input>(&mut self, input: I, path: &Path<'_>, make: impl FnOnce() -> (String, Option<String>)) {
        self.errors.add(|| {
            let (message, hint) = make();
            let error = RequestError::new(RequestErrorKind::Argument { name: path.to_string(), message, hint });
            match input.at() {
                Some(at) => error.at(at),
                None => error,
            }
        });
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(sigil, name) => write!(formatter, "{sigil}{name}"),
            Self::Field(parent, name) => write!(formatter, "{parent}.{name}"),
            Self::Item(parent, index) => write!(formatter, "{parent}[{index}]"),
        }
    }
}
