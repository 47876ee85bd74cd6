//! The page of one type: a table with its fields, keys, indexes and relations, or an enum with its values.

use super::{
    diagrams,
    frame::{described, page, prose},
    names,
    picture::Caption,
    sample,
    search::kind,
};
use crate::{
    catalog::{self, ColumnId, ForeignKey, Index, Table, TableId},
    naming::{EnumNames, Lookup, Relation, RelationKind},
    schema::{
        Field, Resolve, Schema, TypeKind, TypeRef,
        leaf::{self, LeafKind},
    },
};
use maud::{Markup, html};

/// The page of the type called `name`, if it stands for something of the database.
pub(super) fn type_page(schema: &Schema, name: &str) -> Option<String> {
    let table = || match &schema.get(schema.by_name(name)?).kind {
        TypeKind::Object(object) => Some(table_content(schema, object.table?, &object.fields)),
        _ => None,
    };
    let of_enum = || {
        let (id, names) = schema.naming.enums.iter().find(|(_, names)| names.type_name.as_str() == name)?;
        Some(enum_content(schema, *id, names))
    };
    let content = table().or_else(of_enum)?;
    Some(page(schema, &format!("{name} in the schema of {}", schema.catalog.database.name), "", &content))
}

fn table_content(schema: &Schema, id: TableId, fields: &[Field]) -> Markup {
    let table = schema.catalog.table(id);
    let name = names::type_name(schema, id);
    let query = sample::query(schema, id);
    let description = format!("{name} in the middle, what it refers to on the left, what refers to it on the right.");
    let caption = Caption { id: "picture", title: &format!("{name} and its neighbours"), description: &description };
    html! {
        h1 { (name) }
        p {
            (kind(table)) " " code { bdi { (names::table(table)) } }
            @if let Some(rows) = table.estimated_rows { ", about " (grouped(rows)) " rows" }
            @if table.row_security { ", with row-level security" }
        }
        @if let Some(comment) = described(table.comment.as_deref()) { (prose(&comment)) }
        div class="pictures" {
            @if !schema.naming.table(id).relations.is_empty() {
                figure { (diagrams::neighbours(schema, &caption, id)) }
            }
            section class="sample" aria-labelledby="sample" {
                h2 id="sample" { "Sample query" }
                pre { code { (query) } }
                p { a class="button" href=(names::editor(&query)) { "Open in the editor" } }
            }
        }
        (columns(schema, id, fields))
        (relations(schema, id, fields))
        (lookups(schema, id))
        (keys(table))
        (indexes(table))
    }
}

fn columns(schema: &Schema, id: TableId, fields: &[Field]) -> Markup {
    let table = schema.catalog.table(id);
    html! {
        section aria-labelledby="fields" {
            h2 id="fields" { "Fields" }
            div class="scroll" { table {
                thead { tr {
                    th scope="col" { "Field" } th scope="col" { "Type" } th scope="col" { "Column" } th scope="col" { "Comment" }
                } }
                tbody {
                    @for field in fields {
                        @if let Resolve::Column(column) = field.resolve { (column_row(schema, id, table, field, column)) }
                    }
                }
            } }
        }
    }
}

fn column_row(schema: &Schema, id: TableId, table: &Table, field: &Field, column: ColumnId) -> Markup {
    let sql = table.column(column);
    let in_primary = table.primary_key.as_ref().is_some_and(|key| key.columns.contains(&column));
    let is_unique = table.unique_keys.iter().any(|key| key.columns == [column]);
    let of_this = schema.catalog.foreign_keys.iter().filter(|key| key.table == id);
    let targets = of_this.filter(|key| key.columns.contains(&column)).map(|key| names::type_name(schema, key.target));
    html! {
        tr id={ "field-" (field.name) } {
            th scope="row" { code { (field.name) } }
            td { (type_link(schema, id, field)) }
            td {
                code { bdi { (names::visible(&sql.name)) } } " " span class="kind" { bdi { (names::sql_type(schema, sql)) } }
                @if in_primary { " " span class="tag" { "primary key" } }
                @if is_unique { " " span class="tag" { "unique" } }
                @for target in targets { " " a class="tag" href=(names::path(target)) { "→ " (target) } }
                @if sql.identity { " " span class="tag" { "identity" } }
                @if sql.generated { " " span class="tag" { "generated" } }
                @else if let Some(default) = &sql.default { " " span class="kind" { "default " code { bdi { (default) } } } }
            }
            td dir="auto" {
                @if let Some(reason) = &field.deprecated { span class="tag" { "deprecated" } " " (reason) " " }
                @if let Some(text) = &field.description { span class="comment" { (text) } }
            }
        }
    }
}

/// The type of a field; an enum leads to its page.
fn type_link(schema: &Schema, id: TableId, field: &Field) -> Markup {
    let text = field.type_ref.display(schema);
    let enum_name = match field.resolve {
        Resolve::Column(column) => match leaf::of(&schema.catalog, schema.catalog.table(id).column(column)).kind {
            LeafKind::Enum(of) => schema.naming.enums.get(&of).map(|names| names.type_name.as_str()),
            LeafKind::Scalar(_) => None,
        },
        _ => None,
    };
    html! {
        @match enum_name {
            Some(name) => a href=(names::path(name)) { code { (text) } },
            None => code { (text) },
        }
    }
}

fn relations(schema: &Schema, id: TableId, fields: &[Field]) -> Markup {
    let relations = &schema.naming.table(id).relations;
    html! {
        section aria-labelledby="relations" {
            h2 id="relations" { "Relations" }
            @if relations.is_empty() { p { "None." } } @else {
                div class="scroll" { table {
                    thead { tr { th scope="col" { "Field" } th scope="col" { "Leads to" } th scope="col" { "By" } } }
                    tbody { @for relation in relations { (relation_row(schema, relation, fields)) } }
                } }
            }
        }
    }
}

fn relation_row(schema: &Schema, relation: &Relation, fields: &[Field]) -> Markup {
    let (key, target, how) = match &relation.kind {
        RelationKind::Forward(id) => (id, schema.catalog.foreign_key(*id).target, "one"),
        RelationKind::BackwardOne(id) => (id, schema.catalog.foreign_key(*id).table, "one"),
        RelationKind::BackwardMany(id) => (id, schema.catalog.foreign_key(*id).table, "many"),
        RelationKind::ManyToMany(many) => (&many.near, schema.catalog.foreign_key(many.far).target, "many"),
    };
    let key = schema.catalog.foreign_key(*key);
    let far = match &relation.kind {
        RelationKind::ManyToMany(many) => Some(schema.catalog.foreign_key(many.far)),
        _ => None,
    };
    let type_ref = fields.iter().find(|field| field.name == relation.field).map(|field| &field.type_ref);
    let how = if type_ref.is_some_and(TypeRef::is_non_null) && how == "one" { "always one" } else { how };
    html! {
        tr {
            th scope="row" { code { (relation.field) } }
            td { a href=(names::path(names::type_name(schema, target))) { (names::type_name(schema, target)) } ", " (how) }
            td {
                (key_text(schema, key))
                @if let Some(far) = far { br; (key_text(schema, far)) }
                @if how == "many" && !schema.catalog.table(key.table).has_index_leading_with(&key.columns) {
                    " " span class="tag warn" { "no index" }
                }
                @if let Some(comment) = described(key.comment.as_deref()) { (prose(&comment)) }
            }
        }
    }
}

fn key_text(schema: &Schema, key: &ForeignKey) -> Markup {
    html! { code { bdi { (names::foreign_key(schema, key)) } } }
}

fn lookups(schema: &Schema, id: TableId) -> Markup {
    let names = schema.naming.table(id);
    let arguments = |lookup: &Lookup| {
        let names: Vec<String> = lookup.columns.iter().map(|column| format!("{}:", names.column(*column))).collect();
        names.join(", ")
    };
    html! {
        section aria-labelledby="roots" {
            h2 id="roots" { "Where it is asked for" }
            ul class="plain" {
                li { code { (names.connection_field) "(first:, after:, …)" } }
                @for lookup in &names.lookups {
                    li { code { (lookup.field) "(" (arguments(lookup)) ")" } }
                    @if let Some(plural) = &lookup.plural { li { code { (plural.field) "(" (plural.argument) ":)" } } }
                }
            }
        }
    }
}

fn keys(table: &Table) -> Markup {
    let all: Vec<_> = table.primary_key.iter().map(|key| ("primary key", key)).collect();
    let all = all.into_iter().chain(table.unique_keys.iter().map(|key| ("unique", key)));
    html! {
        section aria-labelledby="keys" {
            h2 id="keys" { "Keys" }
            @if table.primary_key.is_none() && table.unique_keys.is_empty() { p { "None." } }
            ul class="plain" {
                @for (kind, key) in all {
                    li {
                        (kind) " " code { bdi { (names::columns(table, &key.columns)) } } " "
                        span class="kind" { bdi { (names::visible(&key.name)) } }
                        @if let Some(comment) = described(key.comment.as_deref()) { (prose(&comment)) }
                    }
                }
            }
        }
    }
}

fn indexes(table: &Table) -> Markup {
    html! {
        section aria-labelledby="indexes" {
            h2 id="indexes" { "Indexes" }
            @if table.indexes.is_empty() { p { "None." } }
            ul class="plain" {
                @for index in &table.indexes {
                    li {
                        code { bdi { (index_columns(table, index)) } } " "
                        span class="kind" { (index.method) " " bdi { (names::visible(&index.name)) } }
                        @if index.unique { " " span class="tag" { "unique" } }
                        @if index.partial { " " span class="tag" { "partial" } }
                    }
                }
            }
        }
    }
}

fn index_columns(table: &Table, index: &Index) -> String {
    let part = |column: &Option<ColumnId>| match column {
        Some(column) => names::visible(&table.column(*column).name),
        None => "(expression)".to_owned(),
    };
    index.columns.iter().map(part).collect::<Vec<_>>().join(", ")
}

fn enum_content(schema: &Schema, id: catalog::TypeId, names: &EnumNames) -> Markup {
    let of = schema.catalog.type_of(id);
    let labels = match &of.kind {
        catalog::TypeKind::Enum(labels) => labels.as_slice(),
        _ => &[],
    };
    let users = schema.catalog.tables().flat_map(|(table, sql)| {
        let uses = move |column: &catalog::Column| leaf::of(&schema.catalog, column).kind == LeafKind::Enum(id);
        sql.columns().filter(move |(_, column)| uses(column)).map(move |(column, _)| (table, column))
    });
    html! {
        h1 { (names.type_name) }
        p { "enum " code { bdi { (names::visible(&format!("{}.{}", of.schema, of.name))) } } }
        @if let Some(comment) = described(of.comment.as_deref()) { (prose(&comment)) }
        section aria-labelledby="values" {
            h2 id="values" { "Values" }
            div class="scroll" { table {
                thead { tr { th scope="col" { "Value" } th scope="col" { "Label in the database" } } }
                tbody {
                    @for (name, label) in names.values.iter().zip(labels) {
                        tr { th scope="row" { code { (name) } } td { code { bdi { (names::visible(label)) } } } }
                    }
                }
            } }
        }
        section aria-labelledby="users" {
            h2 id="users" { "Columns of this type" }
            ul class="plain" {
                @for (table, column) in users {
                    @let type_name = names::type_name(schema, table);
                    @let field = schema.naming.table(table).column(column);
                    li { a href={ (names::path(type_name)) "#field-" (field) } { (type_name) "." (field) } }
                }
            }
        }
    }
}

/// `1,234,567`
fn grouped(number: f64) -> String {
    let digits = format!("{:.0}", number.max(0.0));
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        for (number, text) in [(0.0, "0"), (999.0, "999"), (1000.0, "1,000"), (1_234_567.0, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }
}
