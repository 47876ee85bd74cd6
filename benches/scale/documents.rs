//! Documents that were never seen: one for a table, each of other fields, with all that clients of Relay write.

use relata::{
    catalog::TableId,
    naming::RelationKind,
    schema::{Schema, TypeKind},
};
use std::fmt::Write as _;

/// A page of a table with filter, order and cursors, its relations to one and to many two levels deep, a row by its global
/// id, and a lookup.
pub(crate) fn document(schema: &Schema, table: TableId) -> String {
    let names = schema.naming.table(table);
    let key = names.columns.first().map_or("", |name| name.as_str());
    let mut text = format!(
        "query Page($first: Int = 20, $after: String, $at: Int!, $id: ID!, $filter: {filter}, $order: [{order}!]) {{
  page: {page}(first: $first, after: $after, filter: {{ and: [$filter, {{ {key}: {{ gt: $at }} }}], not: {{ {key}: {{ in: [1, 2, $at] }} }} }}, orderBy: $order) {{
    totalCount
    pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
    edges {{ cursor node {{ ...Row }} }}
  }}
  again: {page}(orderBy: [{{ {key}: DESC_NULLS_LAST }}], last: 5) {{ nodes {{ ...Row }} }}
  node(id: $id) {{ __typename id ... on {object} {{ ...Row }} }}
}}
fragment Row on {object} {{
",
        page = names.connection_field,
        object = names.type_name,
        filter = names.filter,
        order = names.order_by,
    );
    write_row(schema, table, 2, "  ", &mut text);
    text + "}\n"
}

fn write_row(schema: &Schema, table: TableId, depth: usize, indent: &str, text: &mut String) {
    const MOST_RELATIONS: usize = 4;
    let names = schema.naming.table(table);
    let columns: Vec<_> = names.columns.iter().map(|name| name.as_str()).collect();
    let _ = writeln!(text, "{indent}{}", columns.join(" "));
    if depth == 0 {
        return;
    }
    let inner = format!("{indent}  ");
    for relation in names.relations.iter().take(MOST_RELATIONS) {
        let target = match &relation.kind {
            RelationKind::Forward(key) => schema.catalog.foreign_key(*key).target,
            RelationKind::BackwardOne(key) | RelationKind::BackwardMany(key) => schema.catalog.foreign_key(*key).table,
            RelationKind::ManyToMany(many) => schema.catalog.foreign_key(many.far).target,
        };
        let is_connection = matches!(relation.kind, RelationKind::BackwardMany(_) | RelationKind::ManyToMany(_));
        let (open, close) = if is_connection { ("(first: 10) { nodes {", "} }") } else { (" {", "}") };
        let _ = writeln!(text, "{indent}{}{open}", relation.field);
        write_row(schema, target, depth - 1, &inner, text);
        let _ = writeln!(text, "{indent}{close}");
    }
}

/// A field, a type and an argument that are not there: each is searched for among all names.
pub(crate) fn mistaken(schema: &Schema, table: TableId) -> String {
    let names = schema.naming.table(table);
    format!(
        "{{ {field}x {{ nodes {{ __typename }} }} {field}(firts: 1) {{ nodes {{ ... on {object}s {{ __typename }} }} }} }}",
        field = names.connection_field,
        object = names.type_name
    )
}

/// How many fields, arguments and values the schema has, for the report.
pub(crate) fn fields(schema: &Schema) -> usize {
    let count = |kind: &TypeKind| match kind {
        TypeKind::Object(object) => object.fields.len(),
        TypeKind::Interface(interface) => interface.fields.len(),
        TypeKind::Input(input) => input.fields.len(),
        TypeKind::Enum(values) => values.values.len(),
        TypeKind::Scalar(_) => 0,
    };
    schema.types.iter().map(|found| count(&found.kind)).sum()
}
