//! What becomes of valid documents.

use super::*;
use std::fmt::Write;

/// A document, and its operation as [`print`] shows it.
const LOWERED: &[(&str, &str)] = &[
    ("{ __typename }", "Query { __typename=typename }"),
    (
        "query A($i: Int! = 5, $s: [Status!] = ACTIVE) { a: album(albumId: $i) { id x: title } matrix(statuses: $s) }",
        "Query A($i: Int! = 5, $s: [Status!] = [ACTIVE]) { a=album(albumId: $0) { id=id x=title } matrix=matrix(statuses: $1) }",
    ),
    ("{ matrix(rows: 1) }", "Query { matrix=matrix(rows: [[1]]) }"),
    ("{ matrix(rows: [1, [2, 3]]) }", "Query { matrix=matrix(rows: [[1], [2, 3]]) }"),
    (
        "{ price(amount: 1.5000000000000000000000001e3, at: 5) artist(artistId: 123456789012345678) { name } }",
        "Query { price=price(amount: 1.5000000000000000000000001e3, at: 5) artist=artist(artistId: 123456789012345678) { name=name } }",
    ),
    (
        "query($t: String) { albums(first: null, filter: {and: {title: {in: \"a\", length: 1}}, metadata: {z: 1, a: [$t, null]}}) { totalCount } }",
        "Query ($t: String) { albums=albums(first: null, filter: {and: [{title: {in: [\"a\"], length: 1}}], metadata: {z: 1, a: [$0, null]}}) { totalCount=totalCount } }",
    ),
    (
        "query($b: Boolean! $c: Boolean = true) { ...F @include(if: $b) ... @skip(if: true) { __typename } ... on Query { __typename @skip(if: $b) @include(if: $c) } } fragment F on Query { node(id: 1) { ...N ...N } } fragment N on Node { id ... on Album { title } }",
        "Query ($b: Boolean!, $c: Boolean = true) { ...Query if $0 { node=node(id: 1) { ...Node { id=id ...Album { title=title } } ...Node { id=id ...Album { title=title } } } } ... unless true { __typename=typename } ...Query { __typename=typename unless $0 if $1 } }",
    ),
    (
        "{ s: __schema { queryType { name } } __type(name: \"A\") { ...T } albums { totalCount } } fragment T on __Type { name }",
        "Query { s=introspection { queryType=queryType { name=name } } __type=introspection(name: \"A\") { ...__Type { name=name } } albums=albums { totalCount=totalCount } }",
    ),
    (
        // Only spaces and tabs are indentation; a lone carriage return ends a line.
        "{ albums(after: \"\"\"\n\u{a0}x\r\u{a0}y\"\"\") { totalCount } b: albums(after: \"\\u{00000000e9}\") { totalCount } }",
        "Query { albums=albums(after: \"\\u{a0}x\\n\\u{a0}y\") { totalCount=totalCount } b=albums(after: \"é\") { totalCount=totalCount } }",
    ),
    (
        "{ albums(after: \"\"\"\n    block\n      string\n\"\"\") { totalCount } b: albums(after: \"\\u00e9\\u{1F600}\\\\\") { totalCount } }",
        "Query { albums=albums(after: \"block\\n  string\") { totalCount=totalCount } b=albums(after: \"é😀\\\\\") { totalCount=totalCount } }",
    ),
];

fn print(schema: &Schema, operation: &Operation) -> String {
    let mut out = format!("{:?} ", operation.kind);
    out.push_str(operation.name.as_deref().unwrap_or_default());
    let variables = operation.variables.iter().map(|variable| {
        let default = variable.default.as_ref().map(|default| format!(" = {}", value(default))).unwrap_or_default();
        format!("${}: {}{default}", variable.name, variable.type_ref.display(schema))
    });
    let variables: Vec<String> = variables.collect();
    if !variables.is_empty() {
        write!(out, "({})", variables.join(", ")).unwrap();
    }
    format!("{} {}", out.trim_end(), selections(schema, &operation.selections))
}

fn selections(schema: &Schema, set: &[Selection]) -> String {
    let selection = |selection: &Selection| match selection {
        Selection::Field(field) => {
            let name = match &field.name {
                FieldName::Field(name) => name.to_string(),
                FieldName::Typename => "typename".to_owned(),
                FieldName::Introspection(_) => "introspection".to_owned(),
            };
            let arguments: Vec<String> =
                field.arguments.iter().map(|(name, found)| format!("{name}: {}", value(found))).collect();
            let arguments = if arguments.is_empty() { String::new() } else { format!("({})", arguments.join(", ")) };
            let children =
                if field.selections.is_empty() { String::new() } else { selections(schema, &field.selections) };
            let text = format!("{}={name}{arguments}{} {children}", field.response_key, conditions(&field.conditions));
            text.trim_end().to_owned()
        }
        Selection::Fragment(fragment) => {
            let condition = fragment.condition.map(|id| schema.get(id).name.to_string()).unwrap_or_default();
            format!("...{condition}{} {}", conditions(&fragment.conditions), selections(schema, &fragment.selections))
        }
    };
    format!("{{ {} }}", set.iter().map(selection).collect::<Vec<_>>().join(" "))
}

fn conditions(conditions: &[Condition]) -> String {
    let condition = |condition: &Condition| {
        let word = if condition.expected { "if" } else { "unless" };
        match condition.value {
            ConditionValue::Literal(literal) => format!(" {word} {literal}"),
            ConditionValue::Variable(id) => format!(" {word} ${}", id.0),
        }
    };
    conditions.iter().map(condition).collect()
}

pub(super) fn value(found: &Value) -> String {
    let join = |items: Vec<String>| items.join(", ");
    match found {
        Value::Null => "null".to_owned(),
        Value::Boolean(found) => found.to_string(),
        Value::Integer(text) | Value::Float(text) => text.to_string(),
        Value::String(text) => format!("{text:?}"),
        Value::Enum(name) => name.to_string(),
        Value::List(items) => format!("[{}]", join(items.iter().map(value).collect())),
        Value::Object(fields) => {
            format!("{{{}}}", join(fields.iter().map(|(name, found)| format!("{name}: {}", value(found))).collect()))
        }
        Value::Variable(id) => format!("${}", id.0),
    }
}

#[test]
fn documents_are_lowered() {
    let schema = samples::schema();
    let parser = samples::parser();
    for (source, expected) in LOWERED {
        let operation = load(&schema, &parser, source, None).unwrap();
        assert_eq!(print(&schema, &operation), *expected);
    }
}

#[test]
fn a_fragment_is_shared_between_its_spreads() {
    let schema = samples::schema();
    let source = "{ ...F ...F } fragment F on Query { __typename }";
    let operation = load(&schema, &samples::parser(), source, None).unwrap();
    let [Selection::Fragment(first), Selection::Fragment(second)] = operation.selections.as_ref() else { panic!() };
    assert!(Arc::ptr_eq(&first.selections, &second.selections));
}
