//! A query to begin with, for each table: some of its columns, and a step to its neighbours.

use crate::{
    catalog::TableId,
    schema::{
        Field, ObjectType, Resolve, Schema, TypeKind,
        leaf::{self, LeafKind},
    },
};

const COLUMNS: usize = 5;
const TO_ONE: usize = 2;
const TO_MANY: usize = 1;
/// What tells little to people, and may be long.
const UNREADABLE: &[&str] = &["Bytes", "JSON"];
/// What people call a column that tells them which row it is.
const LABELS: &[&str] = &["name", "title", "label"];

/// The query of a table.
///
/// ```graphql
/// query Albums {
///   albums(first: 5) {
///     nodes {
///       albumId
///       title
///       artist { name }
///       tracks(first: 3) {
///         nodes { trackId name }
///       }
///     }
///   }
/// }
/// ```
pub(in crate::server) fn query(schema: &Schema, table: TableId) -> String {
    let connection = schema.naming.table(table).connection_field.as_str();
    let mut lines = columns(schema, table, COLUMNS);
    let fields = object(schema, table).map_or(&[][..], |object| &*object.fields);
    let to_one = fields.iter().filter_map(|field| Some((field, to_one(schema, &field.resolve)?)));
    for (field, target) in to_one.take(TO_ONE) {
        lines.push(format!("{} {{ {} }}", field.name, label(schema, target)));
    }
    // A list of rows that only refer to others, as those of a join table, tells less than what lies beyond.
    let mut to_many: Vec<_> =
        fields.iter().filter_map(|field| Some((field, to_many(schema, &field.resolve)?))).collect();
    to_many.sort_by_key(|(_, target)| !telling(schema, *target).iter().any(|(_, scalar)| *scalar == "String"));
    for (field, target) in to_many.into_iter().take(TO_MANY) {
        let columns = columns(schema, target, 2).join(" ");
        lines.push(format!("{}(first: 3) {{", field.name));
        lines.push(format!("  nodes {{ {columns} }}"));
        lines.push("}".to_owned());
    }
    let lines: String = lines.iter().map(|line| format!("      {line}\n")).collect();
    format!("query {} {{\n  {connection}(first: 5) {{\n    nodes {{\n{lines}    }}\n  }}\n}}\n", operation(connection))
}

fn object(schema: &Schema, table: TableId) -> Option<&ObjectType> {
    match &schema.get(schema.object_of(table)).kind {
        TypeKind::Object(object) => Some(object),
        _ => None,
    }
}

/// `albums` → `Albums`
fn operation(field: &str) -> String {
    let mut characters = field.chars();
    characters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + characters.as_str())
}

/// The first columns that tell something; some column, if there are none such.
fn columns(schema: &Schema, table: TableId, count: usize) -> Vec<String> {
    let mut fields = telling(schema, table);
    if fields.is_empty() {
        fields = column_fields(schema, table).into_iter().take(1).collect();
    }
    fields.iter().take(count).map(|(field, _)| field.name.to_string()).collect()
}

/// The columns that people can read and that do not only refer to other rows.
fn telling(schema: &Schema, table: TableId) -> Vec<(&Field, &'static str)> {
    let keys = schema.catalog.foreign_keys.iter().filter(|key| key.table == table);
    let refers: Vec<Resolve> = keys.flat_map(|key| key.columns.iter().map(|column| Resolve::Column(*column))).collect();
    let tells = |(field, scalar): &(&Field, &str)| !UNREADABLE.contains(scalar) && !refers.contains(&field.resolve);
    column_fields(schema, table).into_iter().filter(tells).collect()
}

/// The column that is most like a name: one that is called so, the first text, or the first column.
fn label(schema: &Schema, table: TableId) -> String {
    let fields = column_fields(schema, table);
    let mut texts = fields.iter().filter(|(_, scalar)| *scalar == "String");
    let named = texts.clone().find(|(field, _)| LABELS.contains(&field.name.as_str()));
    let label = named.or_else(|| texts.next()).or(fields.first());
    label.map_or_else(|| "__typename".to_owned(), |(field, _)| field.name.to_string())
}

/// The fields of columns, each with the name of its scalar (empty for enums).
fn column_fields(schema: &Schema, table: TableId) -> Vec<(&Field, &'static str)> {
    let sql = schema.catalog.table(table);
    let fields = object(schema, table).map_or(&[][..], |object| &*object.fields);
    let column = |field| match field {
        field @ &Field { resolve: Resolve::Column(column), .. } => {
            let scalar = match leaf::of(&schema.catalog, sql.column(column)).kind {
                LeafKind::Scalar(name) => name,
                LeafKind::Enum(_) => "",
            };
            Some((field, scalar))
        }
        _ => None,
    };
    fields.iter().filter_map(column).collect()
}

fn to_one(schema: &Schema, resolve: &Resolve) -> Option<TableId> {
    match resolve {
        Resolve::Forward(key) => Some(schema.catalog.foreign_key(*key).target),
        _ => None,
    }
}

fn to_many(schema: &Schema, resolve: &Resolve) -> Option<TableId> {
    match resolve {
        Resolve::BackwardMany(key) => Some(schema.catalog.foreign_key(*key).table),
        Resolve::ManyToMany { far, .. } => Some(schema.catalog.foreign_key(*far).target),
        _ => None,
    }
}
