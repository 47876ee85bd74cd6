//! How the API spells the values of a column (API.md, "Scalars"), told a second time: by SQL of the test's own.

use super::document::Input;
use relata::catalog::{Column, TypeId, TypeKind};
use relata::schema::Schema;
use serde_json::Value;
use std::collections::HashMap;

/// How values of one column are written.
#[derive(Debug, Clone)]
pub(crate) struct Spelling {
    /// The type below its domains, as SQL names it.
    pub(crate) base: String,
    /// The declared depth of an array; 0 is no array.
    pub(crate) depth: u32,
    /// What an item is.
    pub(crate) item: Item,
    /// The item's type in `pg_catalog`, or `""`.
    pub(crate) type_name: String,
    /// A query that makes, of a value `s.o`, values that the column need not have; or `""`.
    pub(crate) strangers: String,
}

/// What a value is in JSON.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    /// Written without quotes.
    Integer,
    Float,
    Boolean,
    /// A JSON string; `exact` where every text is a value, as that of a `text`.
    String {
        exact: bool,
    },
    /// With the digits of an integer or a decimal in a string.
    Digits,
    /// As it is stored.
    Json,
    /// The GraphQL name of each label.
    Enum(HashMap<String, String>),
}

/// A value as the API gives it.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(crate) value: Value,
    /// Where in it a part is no value of the GraphQL type, so that it is null with an error: `[]` is the whole, else the
    /// indexes of lists.
    pub(crate) broken: Vec<Vec<usize>>,
}

impl Spelling {
    pub(crate) fn of(schema: &Schema, column: &Column) -> Spelling {
        let catalog = &schema.catalog;
        let mut declared = column.dimensions;
        let mut id = column.type_id;
        while let TypeKind::Domain { base, dimensions, .. } = &catalog.type_of(id).kind {
            declared = declared.max(*dimensions);
            id = *base;
        }
        let base = sql_type(schema, id);
        let mut depth = 0;
        if let TypeKind::Array(element) = catalog.type_of(id).kind {
            depth = declared.max(1);
            id = catalog.base_type(element);
        }
        let found = catalog.type_of(id);
        let builtin = if found.schema == "pg_catalog" { found.name.as_str() } else { "" };
        let item = match &found.kind {
            TypeKind::Enum(labels) if !labels.is_empty() => {
                let names = &schema.naming.enums[&id].values;
                Item::Enum(labels.iter().cloned().zip(names.iter().map(ToString::to_string)).collect())
            }
            _ => Item::of(builtin),
        };
        let is_enum = matches!(item, Item::Enum(_));
        let strangers = if depth > 0 { String::new() } else { strangers(builtin, is_enum.then_some(base.as_str())) };
        Spelling { base, depth, item, type_name: builtin.to_owned(), strangers }
    }

    /// Whether values are plain texts.
    pub(crate) fn is_text(&self) -> bool {
        self.depth == 0 && matches!(self.item, Item::String { exact: true })
    }

    /// SQL for a text from which [`cell`](Self::cell) makes the value.
    pub(crate) fn text(&self, value: &str) -> String {
        if self.depth == 0 {
            return item_text(&self.type_name, value);
        }
        let item = item_text(&self.type_name, "u.e");
        // unnest would take composites apart.
        let items = if self.type_name.is_empty() { format!("CAST({value} AS text[])") } else { value.to_owned() };
        format!(
            "CASE WHEN {value} IS NOT NULL THEN CAST(json_build_object(
                 'sizes', (SELECT array_agg(array_length({value}, k) ORDER BY k) FROM generate_series(1, array_ndims({value})) k),
                 'items', ARRAY(SELECT {item} FROM unnest({items}) WITH ORDINALITY u (e, o) ORDER BY o)) AS text) END"
        )
    }

    pub(crate) fn cell(&self, text: Option<&str>) -> Cell {
        let Some(text) = text else { return Cell { value: Value::Null, broken: Vec::new() } };
        let mut broken = Vec::new();
        if self.depth == 0 {
            let value = self.item.value(text, &self.type_name);
            if value.is_none() {
                broken.push(Vec::new());
            }
            return Cell { value: value.unwrap_or(Value::Null), broken };
        }
        let array: Value = serde_json::from_str(text).unwrap();
        let sizes: Vec<usize> = match &array["sizes"] {
            Value::Null => return Cell { value: Value::Array(Vec::new()), broken },
            sizes => serde_json::from_value(sizes.clone()).unwrap(),
        };
        if sizes.len() != self.depth as usize {
            return Cell { value: Value::Null, broken: vec![Vec::new()] };
        }
        let items: Vec<Option<String>> = serde_json::from_value(array["items"].clone()).unwrap();
        let mut items = items.into_iter();
        let value = self.list(&sizes, &mut items, &mut Vec::new(), &mut broken);
        Cell { value, broken }
    }

    fn list(
        &self,
        sizes: &[usize],
        items: &mut impl Iterator<Item = Option<String>>,
        path: &mut Vec<usize>,
        broken: &mut Vec<Vec<usize>>,
    ) -> Value {
        let Some((size, rest)) = sizes.split_first() else {
            let Some(text) = items.next().unwrap() else { return Value::Null };
            let value = self.item.value(&text, &self.type_name);
            if value.is_none() {
                broken.push(path.clone());
            }
            return value.unwrap_or(Value::Null);
        };
        let mut list = Vec::new();
        for position in 0..*size {
            path.push(position);
            list.push(self.list(rest, items, path, broken));
            path.pop();
        }
        Value::Array(list)
    }

    /// `value` as a client writes it; `otherwise` asks for another spelling where there is one.
    pub(crate) fn input(&self, value: &Value, otherwise: bool) -> Input {
        match (value, &self.item) {
            (Value::Array(items), item) if !matches!(item, Item::Json) || self.depth > 0 => {
                Input::List(items.iter().map(|item| self.input(item, otherwise)).collect())
            }
            (Value::String(name), Item::Enum(_)) => Input::Enum(name.clone()),
            (Value::String(digits), Item::Digits) if otherwise => {
                Input::Value(serde_json::from_str(digits).unwrap_or_else(|_| value.clone()))
            }
            (other, _) => Input::Value(other.clone()),
        }
    }

    /// What all spellings of a value that a client may write have in common. `None` is no value to compare with.
    pub(crate) fn key(&self, value: &Value) -> Option<String> {
        match (value, &self.item) {
            (Value::Null, _) => None,
            (_, _) if self.depth > 0 => Some(value.to_string()),
            (Value::Number(number), Item::Float) => {
                let number: f64 = number.to_string().parse().unwrap();
                Some(format!("{:?}", if number == 0.0 { 0.0 } else { number }))
            }
            (Value::String(text), _) => Some(text.clone()),
            (other, _) => Some(other.to_string()),
        }
    }
}

impl Item {
    fn of(builtin: &str) -> Item {
        match builtin {
            "int2" | "int4" => Item::Integer,
            "int8" | "oid" | "numeric" | "money" => Item::Digits,
            "float4" | "float8" => Item::Float,
            "bool" => Item::Boolean,
            "json" | "jsonb" => Item::Json,
            "uuid" | "timestamptz" | "timestamp" | "date" | "time" | "timetz" | "interval" | "bytea" => {
                Item::String { exact: false }
            }
            _ => Item::String { exact: true },
        }
    }

    /// `None` is a value that the GraphQL type does not have.
    fn value(&self, text: &str, type_name: &str) -> Option<Value> {
        match self {
            Item::Float if matches!(text, "NaN" | "Infinity" | "-Infinity") => None,
            Item::Integer | Item::Float | Item::Boolean | Item::Json => Some(serde_json::from_str(text).unwrap()),
            Item::Enum(names) => Some(Value::from(names[text].as_str())),
            Item::String { .. } if type_name == "timetz" => {
                if let Some(utc) = text.strip_suffix("+00") {
                    return Some(Value::from(format!("{utc}Z")));
                }
                let offset = text.find(['+', '-']).unwrap();
                let minutes = if text[offset..].contains(':') { "" } else { ":00" };
                Some(Value::from(format!("{text}{minutes}")))
            }
            Item::String { .. } | Item::Digits => Some(Value::from(text)),
        }
    }
}

fn sql_type(schema: &Schema, id: TypeId) -> String {
    let found = schema.catalog.type_of(id);
    format!("{}.{}", super::data::quoted(&found.schema), super::data::quoted(&found.name))
}

fn item_text(type_name: &str, value: &str) -> String {
    let date = |value: &str| {
        let year = format!("(CAST(extract(year FROM {value}) AS int) + CAST(extract(year FROM {value}) < 0 AS int))");
        let digits = format!("CAST(abs({year}) AS text)");
        format!(
            "CASE WHEN {year} BETWEEN 0 AND 9999 THEN lpad({digits}, 4, '0')
             ELSE CASE WHEN {year} < 0 THEN '-' ELSE '+' END || lpad({digits}, greatest(6, length({digits})), '0') END
             || '-' || lpad(CAST(extract(month FROM {value}) AS text), 2, '0')
             || '-' || lpad(CAST(extract(day FROM {value}) AS text), 2, '0')"
        )
    };
    let moment = |value: &str, zone: &str| {
        format!(
            "{} || to_char({value}, '\"T\"HH24:MI:SS') || rtrim(rtrim(to_char({value}, '.US'), '0'), '.') || '{zone}'",
            date(value)
        )
    };
    let finite = |text: String| format!("CASE WHEN isfinite({value}) THEN {text} ELSE CAST({value} AS text) END");
    match type_name {
        "money" => format!("CAST(CAST({value} AS numeric) AS text)"),
        "bpchar" => format!("CASE WHEN {value} IS NOT NULL THEN format('%s', {value}) END"),
        "bytea" => format!("translate(encode({value}, 'base64'), E'\\n', '')"),
        "date" => finite(date(value)),
        "timestamp" => finite(moment(value, "")),
        "timestamptz" => finite(moment(&format!("({value} AT TIME ZONE 'UTC')"), "Z")),
        _ => format!("CAST({value} AS text)"),
    }
}

/// Values near those that there are, so that comparisons also meet values that no row has.
fn strangers(builtin: &str, enum_type: Option<&str>) -> String {
    if let Some(name) = enum_type {
        return format!("SELECT unnest(enum_range(CAST(NULL AS {name})))");
    }
    let values = |list: &str| format!("VALUES {list}");
    match builtin {
        "int2" | "int4" => "SELECT CAST(s.o AS int8) + d FROM (VALUES (-1), (1)) d (d) WHERE s.o BETWEEN -30000 AND 30000"
            .to_owned(),
        "int8" => "SELECT s.o + d FROM (VALUES (-1), (1)) d (d) WHERE s.o BETWEEN -30000 AND 30000".to_owned(),
        "numeric" => values("(s.o + 0.5), (s.o - 1)"),
        "float4" | "float8" => "SELECT s.o + d FROM (VALUES (-1), (0.5)) d (d) WHERE s.o BETWEEN -1000 AND 1000".to_owned(),
        "bool" => values("(true), (false)"),
        "date" => "SELECT s.o + d FROM (VALUES (-1), (1)) d (d) WHERE isfinite(s.o) AND s.o BETWEEN '1000-01-01' AND '9000-01-01'".to_owned(),
        "timestamp" | "timestamptz" => "SELECT s.o + d FROM (VALUES (interval '-1 second'), ('1 day')) d (d)
                WHERE isfinite(s.o) AND s.o BETWEEN '1000-01-01' AND '9000-01-01'"
            .to_owned(),
        "text" | "varchar" => values("(lower(s.o)), (upper(s.o)), (left(s.o, 2)), (s.o || '~'), ('')"),
        "bpchar" => values("(lower(s.o)), (upper(s.o)), (left(s.o, 1))"),
        _ => String::new(),
    }
}
