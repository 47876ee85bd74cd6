//! The API, asked in this process: its introspection, and answers without errors.

use super::oracle::{self, Relation, TextRow};
use base64::Engine as _;
use relata::catalog::{ColumnId, TableId};
use relata::execute::Session;
use relata::response::engine::{Engine, Options, Request, Sharing};
use relata::schema::{PageSizes, Resolve};
use serde_json::value::to_raw_value;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Duration;

pub(crate) struct Api {
    pub(crate) engine: Engine,
    /// The fields of every object type, by the type's name, as introspection tells them.
    types: HashMap<String, Type>,
}

/// A type, as introspection tells it.
struct Type {
    fields: Vec<Field>,
    interfaces: Vec<String>,
}

/// A field, as introspection tells it.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    /// Without its wrappers.
    pub(crate) named: String,
    /// Names and types.
    pub(crate) arguments: Vec<(String, String)>,
}

/// A relation with what the API calls it.
pub(crate) struct Table {
    pub(crate) id: TableId,
    pub(crate) sql: Relation,
    pub(crate) type_name: String,
    pub(crate) connection_field: String,
    /// By position of the relation's columns.
    pub(crate) columns: Vec<ColumnField>,
    pub(crate) is_node: bool,
}

pub(crate) struct ColumnField {
    pub(crate) name: String,
    /// Labels by the name of an enum's value.
    labels: HashMap<String, String>,
}

const INTROSPECTION: &str = "{ __schema { types { name kind interfaces { name } fields(includeDeprecated: true) {
    name args { name type { ...Of } } type { ...Of } } } } }
    fragment Of on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }";

impl Api {
    pub(crate) async fn start(url: &str) -> Api {
        let engine = Engine::start(Options {
            database: url.parse().unwrap(),
            exposure: relata::catalog::load::Exposure::default(),
            naming: relata::naming::Options::default(),
            page_sizes: PageSizes { default: 100, maximum: None },
            connections: 4,
            statement_timeout: Duration::from_secs(120),
            log_sql: false,
            sharing: Sharing::Answers,
            explains: false,
        });
        let engine = engine.await.unwrap_or_else(|error| panic!("{error}"));
        let mut api = Api { engine, types: HashMap::new() };
        let answer = api.ask(INTROSPECTION, json!({})).await;
        let types = answer["__schema"]["types"].as_array().unwrap().iter();
        api.types = types.map(|found| (string(&found["name"]), Type::read(found))).collect();
        api
    }

    /// The `data` of an answer; errors fail the test, save for values that the API has no way to write.
    pub(crate) async fn ask(&self, query: &str, variables: Value) -> Value {
        let answer = self.answer(query, &variables).await;
        data(answer).unwrap_or_else(|errors| panic!("{query}\n{variables}\n{errors}"))
    }

    async fn answer(&self, query: &str, variables: &Value) -> Value {
        let request = Request {
            query: query.to_owned(),
            operation_name: None,
            variables: Some(to_raw_value(variables).unwrap()),
            request_id: None,
            only_queries: false,
        };
        let body = self.engine.answer(request, &Session::anonymous()).await.body().await;
        let text = String::from_utf8(body.unwrap_or_else(|error| panic!("{query}: {error}")).into()).unwrap();
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{query}: {error}\n{text}"))
    }

    /// The fields of an object type.
    pub(crate) fn fields(&self, type_name: &str) -> &[Field] {
        &self.types[type_name].fields
    }

    /// What the schema says that a field means in SQL: introspection does not tell.
    pub(crate) fn resolve(&self, type_name: &str, field: &str) -> &Resolve {
        let schema = self.engine.schema();
        &schema.field(schema.by_name(type_name).unwrap(), field).unwrap().resolve
    }

    /// `relation` with its names; `None` if the API does not have it.
    pub(crate) fn table(&self, relation: &Relation) -> Option<Table> {
        let schema = self.engine.schema();
        let id = schema.table_by_sql_name(&relation.schema, &relation.name)?;
        let type_name = schema.get(schema.object_of(id)).name.to_string();
        let roots = self.fields("Query").iter();
        let root = roots.filter(|field| *self.resolve("Query", &field.name) == Resolve::Connection(id));
        let connection_field = root.map(|field| field.name.clone()).next()?;
        let columns = relation.columns.iter().map(|column| self.column_field(id, &type_name, column)).collect();
        let is_node = self.types[&type_name].interfaces.contains(&"Node".to_owned());
        Some(Table { id, sql: relation.clone(), type_name, connection_field, columns, is_node })
    }

    fn column_field(&self, table: TableId, type_name: &str, column: &oracle::Column) -> ColumnField {
        let schema = self.engine.schema();
        let columns = &schema.catalog.table(table).columns;
        let id = columns.iter().position(|found| found.name == column.name).map(ColumnId);
        let id = id.unwrap_or_else(|| panic!("{type_name} does not have column {}", column.name));
        let mut fields = self.fields(type_name).iter();
        let field = fields.find(|field| *self.resolve(type_name, &field.name) == Resolve::Column(id));
        let field = field.unwrap_or_else(|| panic!("{type_name} has no field for column {}", column.name));
        let labels = match &schema.get(schema.by_name(&field.named).unwrap()).kind {
            relata::schema::TypeKind::Enum(kind) => {
                kind.values.iter().map(|value| (value.name.to_string(), value.label.to_string())).collect()
            }
            _ => HashMap::new(),
        };
        ColumnField { name: field.name.clone(), labels }
    }
}

/// The `data` of an answer, or its errors. Only of NaN and the infinities (which JSON does not have) an answer may say that it
/// leaves them out, where they are.
pub(super) fn data(mut answer: Value) -> Result<Value, Value> {
    let errors = answer.get_mut("errors").map(Value::take).unwrap_or_default();
    let is_told = |error: &Value| {
        let path = error["path"].as_array().into_iter().flatten();
        let place = path.fold("/data".to_owned(), |place, segment| match segment {
            Value::String(key) => format!("{place}/{key}"),
            position => format!("{place}/{position}"),
        });
        error["extensions"]["code"] == "VALUE_NOT_REPRESENTABLE" && answer.pointer(&place) == Some(&Value::Null)
    };
    if errors.as_array().into_iter().flatten().all(is_told) { Ok(answer["data"].take()) } else { Err(errors) }
}

impl Table {
    /// The fields of `columns`, to be selected.
    pub(crate) fn selection(&self, columns: &[usize]) -> String {
        columns.iter().map(|column| self.columns[*column].name.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The positions of all columns.
    pub(crate) fn all(&self) -> Vec<usize> {
        (0..self.columns.len()).collect()
    }

    /// The key's columns, else all.
    pub(crate) fn identity(&self) -> Vec<usize> {
        self.sql.key.clone().unwrap_or_else(|| self.all())
    }

    /// The values of `columns` in a row of the API, as texts.
    pub(crate) fn texts(&self, columns: &[usize], row: &Value) -> TextRow {
        columns.iter().map(|column| self.text(*column, row)).collect()
    }

    /// Strings as they are, enum values as their labels, all else as JSON.
    fn text(&self, column: usize, row: &Value) -> Option<String> {
        let field = &self.columns[column];
        let value = row.get(&field.name).unwrap_or_else(|| panic!("no {} in {row}", field.name));
        let base = self.sql.columns[column].base.as_str();
        let label = |value: &Value| field.labels.get(value.as_str()?).cloned();
        match value {
            Value::Null => None,
            _ if matches!(base, "json" | "jsonb") => Some(value.to_string()),
            Value::String(text) => Some(label(value).unwrap_or_else(|| self.sql.columns[column].readable(text))),
            Value::Array(items) => Some(array_literal(items, &self.sql.columns[column], &label)),
            value => Some(value.to_string()),
        }
    }
}

/// A list as PostgreSQL reads an array: `{{1,NULL},{"a","b"}}`.
fn array_literal(items: &[Value], column: &oracle::Column, label: &impl Fn(&Value) -> Option<String>) -> String {
    let quote = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let texts = items.iter().map(|item| match item {
        Value::Null => "NULL".to_owned(),
        Value::Array(items) if !column.is_of_json() => array_literal(items, column, label),
        Value::String(text) if column.is_of_bytes() => {
            let bytes = base64::engine::general_purpose::STANDARD.decode(text).unwrap();
            let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
            quote(&format!("\\x{}", digits.collect::<String>()))
        }
        Value::String(text) if !column.is_of_json() => quote(&label(item).unwrap_or_else(|| column.readable(text))),
        other => quote(&other.to_string()),
    });
    format!("{{{}}}", texts.collect::<Vec<_>>().join(","))
}

impl Type {
    fn read(found: &Value) -> Type {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let argument = |argument: &Value| (string(&argument["name"]), type_text(&argument["type"]));
        let field = |field: &Value| Field {
            name: string(&field["name"]),
            named: named(&field["type"]),
            arguments: list(&field["args"]).iter().map(argument).collect(),
        };
        Type {
            fields: list(&found["fields"]).iter().map(field).collect(),
            interfaces: list(&found["interfaces"]).iter().map(|interface| string(&interface["name"])).collect(),
        }
    }
}

fn string(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn type_text(value: &Value) -> String {
    match value["kind"].as_str().unwrap() {
        "NON_NULL" => format!("{}!", type_text(&value["ofType"])),
        "LIST" => format!("[{}]", type_text(&value["ofType"])),
        _ => string(&value["name"]),
    }
}

fn named(value: &Value) -> String {
    if value["ofType"].is_null() { string(&value["name"]) } else { named(&value["ofType"]) }
}
