//! What a plan reads from a request: arguments whose values do not change the shape of the statement.

use super::{
    cursor::CursorTag,
    id::{IdError, NodeId},
    page, prefix,
};
use crate::{
    catalog::{ColumnId, TableId, TypeId},
    document::{Location, RequestError, RequestErrorKind, Value, Variables},
    schema::{
        Schema, TypeKind,
        leaf::{self, LeafKind},
        operators::Pattern,
        scalars::{self, Literal, Slot, narrow},
    },
};
use std::{borrow::Cow, sync::Arc};

/// An argument, read when the plan runs.
#[derive(Debug, Clone)]
pub struct Input {
    /// Position of the root field below which it stands: that field fails if the input does.
    pub root: usize,
    /// The argument's name.
    pub name: String,
    /// Where its field stands.
    pub location: Location,
    /// As it was written: a literal, or a variable.
    pub value: Value,
    /// The way from there to what is meant, inside of a variable's value.
    pub inside: Vec<Inside>,
    /// What is made of it.
    pub kind: InputKind,
}

/// A step into a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inside {
    /// To a field of an object.
    Field(Arc<str>),
    /// To an item of a list.
    Item(usize),
}

/// What is made of an argument.
#[derive(Debug, Clone, PartialEq)]
pub enum InputKind {
    /// A value of a column: one part.
    Column(TableId, ColumnId),
    /// A list of values of a column: one part, an array.
    ColumnList(TableId, ColumnId),
    /// A cursor: one part for each term of the order.
    Cursor(CursorTag, Vec<CursorPart>),
    /// A global id of a table: one part for each column of its key.
    Id(TableId),
    /// A list of global ids: no parts; knows how many there are and which are wrong.
    Ids,
    /// Those global ids of a list that are of one table: an array for each column of its key.
    IdsOf {
        /// The table.
        table: TableId,
        /// The input of the whole list, which stands before this one.
        list: usize,
    },
    /// A global id that must be of this table: one part for each column of its key.
    RowId(TableId),
    /// Global ids that must be of this table: an array for each column of its key.
    RowIds(TableId),
    /// A text as a pattern of `LIKE`: one part.
    Pattern(Pattern),
    /// Texts as patterns of `LIKE`: one part, an array.
    PatternList(Pattern),
    /// The range of the texts that begin with this one: two parts, the second of which may not be there.
    Prefix,
    /// A number of rows to skip: one part.
    Offset,
    /// A number of rows to give.
    Size,
    /// A text of ours: one part.
    Constant(String),
}

/// What a value of a cursor can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CursorPart {
    /// Its form.
    pub slot: Slot,
    /// Whether it can be NULL.
    pub nullable: bool,
    /// The column's type, below domains; `None` for a running number.
    pub type_id: Option<TypeId>,
}

/// What an [`Input`] was in a request.
#[derive(Debug, Clone, Default)]
pub struct Evaluated {
    /// The texts that are bound.
    pub parts: Vec<String>,
    /// For a number of rows.
    pub size: u32,
    /// For lists: how many items there are.
    pub length: usize,
    /// For lists: the position in the list of each element that is asked for.
    pub positions: Vec<usize>,
    /// For a list of global ids: each that is one.
    pub ids: Vec<Option<NodeId>>,
    /// For ids: the key of each element that is asked for.
    pub keys: Vec<Vec<String>>,
    /// For lists: what is wrong with single items.
    pub errors: Vec<(usize, RequestError)>,
}

impl Input {
    /// Reads the argument; `before` is what the inputs that stand before it were.
    ///
    /// # Errors
    ///
    /// If it cannot be what the field needs.
    pub fn evaluate(
        &self,
        schema: &Schema,
        variables: &Variables,
        before: &[Evaluated],
    ) -> Result<Evaluated, RequestError> {
        let one = |text: String| Evaluated { parts: vec![text], ..Evaluated::default() };
        match &self.kind {
            InputKind::Column(table, column) => {
                let column = schema.catalog.table(*table).column(*column);
                column_text(schema, column, self.given(variables), variables)
                    .map(one)
                    .map_err(|message| self.error(message))
            }
            InputKind::ColumnList(table, column) => self.column_list(schema, *table, *column, variables),
            InputKind::Cursor(tag, parts) => self.cursor(schema, *tag, parts, variables),
            InputKind::Id(table) => self.id(schema, *table, variables),
            InputKind::Ids => Ok(self.ids(schema, variables)),
            InputKind::IdsOf { table, list } => {
                Ok(ids_of(schema, *table, before.get(*list).map_or(&[], |list| list.ids.as_slice())))
            }
            InputKind::RowId(table) => {
                let key = self.row_id(schema, *table, self.given(variables), self.name.clone())?;
                Ok(Evaluated { parts: key, ..Evaluated::default() })
            }
            InputKind::RowIds(table) => self.row_ids(schema, *table, variables),
            InputKind::Pattern(pattern) => {
                let text = string(self.given(variables), variables).unwrap_or_default();
                if *pattern == Pattern::Like && ends_with_escape(text) {
                    return Err(self.error(format!("{NOTHING_ESCAPED}, found {}.", serde_json::Value::from(text))));
                }
                Ok(one(like_pattern(text, *pattern)))
            }
            InputKind::PatternList(pattern) => {
                let texts = items(self.given(variables), variables).iter();
                let texts = texts.map(|item| like_pattern(string(item, variables).unwrap_or_default(), *pattern));
                Ok(one(array_literal(&texts.collect::<Vec<_>>())))
            }
            InputKind::Prefix => {
                let prefix = string(self.given(variables), variables).unwrap_or_default();
                let parts = std::iter::once(prefix.to_owned()).chain(prefix::end(prefix));
                Ok(Evaluated { parts: parts.collect(), ..Evaluated::default() })
            }
            InputKind::Offset => page::number(self.given(variables), variables)
                .map(|number| one(number.unwrap_or(0).to_string()))
                .map_err(|message| self.error(message)),
            InputKind::Constant(text) => Ok(one(text.clone())),
            InputKind::Size => page::size(self.given(variables), variables, schema.page_sizes)
                .map(|size| Evaluated { size: size.unwrap_or(0), ..Evaluated::default() })
                .map_err(|message| self.error(message)),
        }
    }

    /// The value that is meant, behind variables and inside of them.
    pub(super) fn given<'v>(&'v self, variables: &'v Variables) -> &'v Value {
        let mut value = resolve(&self.value, variables);
        for step in &self.inside {
            value = match (step, value) {
                (Inside::Field(name), Some(Value::Object(fields))) => {
                    fields.iter().find(|(other, _)| other == name).map(|(_, value)| value)
                }
                (Inside::Item(index), Some(Value::List(items))) => items.get(*index),
                _ => None,
            };
        }
        value.unwrap_or(&Value::Null)
    }

    fn column_list(
        &self,
        schema: &Schema,
        table: TableId,
        column: ColumnId,
        variables: &Variables,
    ) -> Result<Evaluated, RequestError> {
        let items = items(self.given(variables), variables);
        let texts = self.item_texts(schema, (table, column), items, variables)?;
        Ok(Evaluated {
            parts: vec![array_literal(&texts)],
            length: items.len(),
            positions: (0..items.len()).collect(),
            ..Evaluated::default()
        })
    }

    /// The texts of values of a column.
    pub(super) fn item_texts(
        &self,
        schema: &Schema,
        (table, column): (TableId, ColumnId),
        items: &[Value],
        variables: &Variables,
    ) -> Result<Vec<String>, RequestError> {
        let column = schema.catalog.table(table).column(column);
        let text = |(position, item): (usize, &Value)| {
            column_text(schema, column, item, variables).map_err(|message| self.error_of_item(position, message))
        };
        items.iter().enumerate().map(text).collect()
    }

    fn cursor(
        &self,
        schema: &Schema,
        tag: CursorTag,
        expected: &[CursorPart],
        variables: &Variables,
    ) -> Result<Evaluated, RequestError> {
        let error = |message: String| {
            RequestError::new(RequestErrorKind::Cursor { argument: self.name.clone(), message }).at(self.location)
        };
        let text = string(self.given(variables), variables).unwrap_or_default();
        let values = tag.parse(text).map_err(|reason| error(reason.to_string()))?;
        let fits = |(value, part): (&Option<String>, &CursorPart)| match value {
            Some(value) => {
                let is_narrow = |type_id| narrow::refusal(schema.catalog.type_of(type_id), value).is_some();
                scalars::key::is_canonical(part.slot, value) && !part.type_id.is_some_and(is_narrow)
            }
            None => part.nullable,
        };
        if values.len() != expected.len() || !values.iter().zip(expected).all(fits) {
            return Err(error(super::cursor::CursorError::Garbage.to_string()));
        }
        // A NULL is written into the statement; its part is never bound.
        Ok(Evaluated { parts: values.into_iter().map(Option::unwrap_or_default).collect(), ..Evaluated::default() })
    }

    fn id(&self, schema: &Schema, table: TableId, variables: &Variables) -> Result<Evaluated, RequestError> {
        let text = string(self.given(variables), variables).unwrap_or_default();
        let id = NodeId::parse(schema, text).map_err(|error| self.id_error(self.name.clone(), error.to_string()))?;
        // The shape of the plan was made for this table: an id of another one has another plan.
        let parts = if id.table == table { id.key } else { Vec::new() };
        Ok(Evaluated { keys: vec![parts.clone()], parts, ..Evaluated::default() })
    }

    fn ids(&self, schema: &Schema, variables: &Variables) -> Evaluated {
        let items = items(self.given(variables), variables);
        let mut errors = Vec::new();
        let read = |(position, item): (usize, &Value)| {
            let id = NodeId::parse(schema, string(item, variables).unwrap_or_default());
            let argument = || format!("{}[{position}]", self.name);
            id.map_err(|error| errors.push((position, self.id_error(argument(), error.to_string())))).ok()
        };
        let ids = items.iter().enumerate().map(read).collect();
        Evaluated { length: items.len(), ids, errors, ..Evaluated::default() }
    }

    /// The key in an id of a row of `table`.
    fn row_id(
        &self,
        schema: &Schema,
        table: TableId,
        value: &Value,
        path: String,
    ) -> Result<Vec<String>, RequestError> {
        let id = match value {
            Value::String(text) | Value::Integer(text) => NodeId::parse(schema, text),
            _ => Err(IdError::Garbage),
        };
        match id {
            Ok(id) if id.table == table => Ok(id.key),
            Ok(id) => {
                let name = |table| schema.naming.table(table).type_name.to_string();
                let error = IdError::OtherType { expected: name(table), found: name(id.table) };
                Err(self.id_error(path, error.to_string()))
            }
            Err(error) => Err(self.id_error(path, error.to_string())),
        }
    }

    fn row_ids(&self, schema: &Schema, table: TableId, variables: &Variables) -> Result<Evaluated, RequestError> {
        let columns = schema.catalog.table(table).id_columns().map_or(0, <[_]>::len);
        let mut by_column: Vec<Vec<String>> = vec![Vec::new(); columns];
        for (position, item) in items(self.given(variables), variables).iter().enumerate() {
            let item = resolve(item, variables).unwrap_or(&Value::Null);
            let key = self.row_id(schema, table, item, format!("{}[{position}]", self.name))?;
            key.into_iter().zip(&mut by_column).for_each(|(value, column)| column.push(value));
        }
        Ok(Evaluated { parts: by_column.iter().map(|values| array_literal(values)).collect(), ..Evaluated::default() })
    }

    fn id_error(&self, argument: String, message: String) -> RequestError {
        RequestError::new(RequestErrorKind::Id { argument, message }).at(self.location)
    }

    fn error(&self, message: String) -> RequestError {
        self.error_at(self.name.clone(), message)
    }

    fn error_of_item(&self, position: usize, message: String) -> RequestError {
        self.error_at(format!("{}[{position}]", self.name), message)
    }

    fn error_at(&self, name: String, message: String) -> RequestError {
        RequestError::new(RequestErrorKind::Argument { name, message, hint: None }).at(self.location)
    }
}

/// Those ids of a list that are of one table.
fn ids_of(schema: &Schema, table: TableId, ids: &[Option<NodeId>]) -> Evaluated {
    let of_table = |(position, id): (usize, &Option<NodeId>)| {
        id.as_ref().filter(|id| id.table == table).map(|id| (position, id.key.clone()))
    };
    let (positions, keys): (Vec<_>, Vec<_>) = ids.iter().enumerate().filter_map(of_table).unzip();
    let columns = schema.catalog.table(table).id_columns().map_or(0, <[_]>::len);
    let parts = (0..columns).map(|column| array_literal(&keys.iter().map(|key| &key[column]).collect::<Vec<_>>()));
    Evaluated { parts: parts.collect(), keys, positions, ..Evaluated::default() }
}

/// The value that stands behind variables.
pub(super) fn resolve<'a>(value: &'a Value, variables: &'a Variables) -> Option<&'a Value> {
    match value {
        Value::Variable(id) => variables.get(*id),
        value => Some(value),
    }
}

/// The items of a list argument. What is not a list was refused by validation.
pub(super) fn items<'a>(value: &'a Value, variables: &'a Variables) -> &'a [Value] {
    match resolve(value, variables) {
        Some(Value::List(items)) => items,
        Some(single @ (Value::String(_) | Value::Integer(_))) => std::slice::from_ref(single),
        _ => &[],
    }
}

/// The text of a string or id argument.
pub(super) fn string<'a>(value: &'a Value, variables: &'a Variables) -> Option<&'a str> {
    match resolve(value, variables)? {
        Value::String(text) | Value::Integer(text) => Some(text),
        _ => None,
    }
}

/// The text that is bound for a value of a column.
fn column_text(
    schema: &Schema,
    column: &crate::catalog::Column,
    value: &Value,
    variables: &Variables,
) -> Result<String, String> {
    let leaf = leaf::of(&schema.catalog, column);
    let item = schema.catalog.type_of(leaf.item);
    let convert = |value: &Value| {
        let text = leaf_text(schema, leaf.kind, value, variables)?;
        match narrow::refusal(item, &text) {
            Some(expected) => Err(format!("expected {}, found {text}.", expected.0)),
            None => Ok(text),
        }
    };
    if leaf.depth == 0 { convert(value) } else { array_text(leaf.depth, value, variables, &convert) }
}

fn array_text(
    depth: u32,
    value: &Value,
    variables: &Variables,
    convert: &dyn Fn(&Value) -> Result<String, String>,
) -> Result<String, String> {
    let mut parts = Vec::new();
    for item in items(value, variables) {
        parts.push(match resolve(item, variables) {
            Some(Value::Null) | None => "NULL".to_owned(),
            Some(item) if depth > 1 => array_text(depth - 1, item, variables, convert)?,
            Some(item) => quote_element(&convert(item)?),
        });
    }
    Ok(format!("{{{}}}", parts.join(",")))
}

fn leaf_text(schema: &Schema, kind: LeafKind, value: &Value, variables: &Variables) -> Result<String, String> {
    let value = resolve(value, variables).unwrap_or(&Value::Null);
    match kind {
        LeafKind::Enum(type_id) => {
            let names = schema.naming.enums.get(&type_id);
            let named = names.and_then(|names| schema.by_name(names.type_name.as_str())).map(|id| &schema.get(id).kind);
            match (named, value) {
                (Some(TypeKind::Enum(values)), Value::Enum(name)) => values
                    .by_name
                    .get(name)
                    .map(|index| values.values[*index].label.to_string())
                    .ok_or_else(|| format!("`{name}` is not a value of the enum")),
                _ => Err("an enum value was expected".to_owned()),
            }
        }
        LeafKind::Scalar(name) => {
            let scalar = scalars::scalar(name).ok_or_else(|| format!("`{name}` cannot be given"))?;
            let json: Cow<'_, str>;
            let literal = match value {
                _ if name == "JSON" => {
                    json = json_text(value, variables).into();
                    Literal::Json(&json)
                }
                Value::Boolean(value) => Literal::Boolean(*value),
                Value::Integer(text) => Literal::Integer(text),
                Value::Float(text) => Literal::Float(text),
                Value::String(text) => Literal::String(text),
                _ => return Err(format!("a value of `{name}` was expected")),
            };
            (scalar.input)(literal).map_err(|expected| format!("expected {}", expected.0))
        }
    }
}

/// A value of the scalar `JSON` as JSON.
fn json_text(value: &Value, variables: &Variables) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    match resolve(value, variables).unwrap_or(&Value::Null) {
        Value::Null | Value::Variable(_) => "null".to_owned(),
        Value::Boolean(value) => value.to_string(),
        Value::Integer(text) | Value::Float(text) => text.to_string(),
        Value::String(text) => quoted(text),
        Value::Enum(name) => quoted(name.as_str()),
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(|item| json_text(item, variables)).collect();
            format!("[{}]", items.join(","))
        }
        Value::Object(fields) => {
            let field = |(key, value): &(Arc<str>, Value)| format!("{}:{}", quoted(key), json_text(value, variables));
            format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(","))
        }
    }
}

const NOTHING_ESCAPED: &str =
    "expected a pattern like \"a%\" that does not end with a `\\` before nothing (write `\\\\` for a backslash)";

/// Whether a pattern ends with a backslash that takes the next character as it is, where there is none: PostgreSQL refuses it
/// as soon as a text comes that far.
fn ends_with_escape(pattern: &str) -> bool {
    (pattern.len() - pattern.trim_end_matches('\\').len()) % 2 == 1
}

/// A pattern of `LIKE` for texts that are, begin with, end with or hold just this one.
fn like_pattern(text: &str, pattern: Pattern) -> String {
    let (before, after) = match pattern {
        Pattern::None | Pattern::Like | Pattern::Regex => return text.to_owned(),
        Pattern::Whole => ("", ""),
        Pattern::Start => ("", "%"),
        Pattern::End => ("%", ""),
        Pattern::Anywhere => ("%", "%"),
    };
    let mut like = String::with_capacity(text.len() + 2);
    like.push_str(before);
    for character in text.chars() {
        if matches!(character, '\\' | '%' | '_') {
            like.push('\\');
        }
        like.push(character);
    }
    like.push_str(after);
    like
}

/// PostgreSQL's text form of an array of these values (PostgreSQL documentation, 8.15.6).
pub fn array_literal(values: &[impl AsRef<str>]) -> String {
    let elements: Vec<_> = values.iter().map(|value| quote_element(value.as_ref())).collect();
    format!("{{{}}}", elements.join(","))
}

fn quote_element(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
