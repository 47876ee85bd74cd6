//! `__schema` and `__type`, alone and beside data.

use super::{answers, everything};
use crate::document::{coerce_variables, load, samples};
use serde_json::Value;

fn ask(source: &str, variables: &str) -> String {
    let schema = samples::schema();
    let operation = load(&schema, &samples::parser(), source, None).unwrap();
    let variables = coerce_variables(&schema, &operation, &serde_json::from_str(variables).unwrap()).unwrap();
    let answers = answers(&schema, &operation, &variables);
    let pairs = answers.iter().map(|(key, json)| format!("\"{key}\":{}", std::str::from_utf8(json).unwrap()));
    format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
}

#[test]
fn introspection_is_answered_beside_data() {
    let cases = [
        ("{ albums { totalCount } __typename }", "{}", "{}"),
        (
            "{ albums { totalCount } b: __type(name: \"Node\") { kind possibleTypes { name } } __schema { queryType { __typename name } } }",
            "{}",
            r#"{"b":{"kind":"INTERFACE","possibleTypes":[{"name":"Album"},{"name":"Artist"}]},"__schema":{"queryType":{"__typename":"__Type","name":"Query"}}}"#,
        ),
        ("{ __type(name: \"Nope\") { name } }", "{}", r#"{"__type":null}"#),
        (
            "query($n: String!, $d: Boolean) { __type(name: $n) { fields(includeDeprecated: $d) { name isDeprecated deprecationReason } } }",
            r#"{"n": "AlbumEdge", "d": null}"#,
            r#"{"__type":{"fields":[{"name":"cursor","isDeprecated":false,"deprecationReason":null},{"name":"node","isDeprecated":false,"deprecationReason":null}]}}"#,
        ),
        (
            "query($n: String = \"Album\", $b: Boolean!) { ...F ... @skip(if: $b) { __schema { types { name } } } } fragment F on Query { x: __type(name: $n) { ...G } } fragment G on __Type { fields(includeDeprecated: true) { ...H @include(if: $b) } } fragment H on __Field { deprecationReason }",
            r#"{"b": true}"#,
            r#"{"x":{"fields":[{"deprecationReason":null},{"deprecationReason":null},{"deprecationReason":null},{"deprecationReason":"Use \"title\"."},{"deprecationReason":null},{"deprecationReason":null},{"deprecationReason":null}]}}"#,
        ),
        (
            "{ __type(name: \"AlbumOrderBy\") { isOneOf inputFields { name type { name } } } }",
            "{}",
            r#"{"__type":{"isOneOf":true,"inputFields":[{"name":"title","type":{"name":"Direction"}},{"name":"albumId","type":{"name":"Direction"}},{"name":"artist","type":{"name":"ArtistOrderBy"}}]}}"#,
        ),
        (
            "{ __type(name: \"JSON\") { specifiedByURL description } __schema { directives { name isRepeatable locations } } document(required: {a: [1]}) }",
            "{}",
            r#"{"__type":{"specifiedByURL":"https://www.rfc-editor.org/rfc/rfc8259","description":"Any JSON."},"__schema":{"directives":[{"name":"include","isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"]},{"name":"skip","isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"]},{"name":"deprecated","isRepeatable":false,"locations":["FIELD_DEFINITION","ARGUMENT_DEFINITION","INPUT_FIELD_DEFINITION","ENUM_VALUE","DIRECTIVE_DEFINITION"]},{"name":"specifiedBy","isRepeatable":false,"locations":["SCALAR"]},{"name":"oneOf","isRepeatable":false,"locations":["INPUT_OBJECT"]}]}}"#,
        ),
        (
            "{ __type(name: \"Status\") { enumValues { name description } } }",
            "{}",
            r#"{"__type":{"enumValues":[{"name":"ACTIVE","description":null},{"name":"RETIRED","description":null},{"name":"UNKNOWN","description":"Not decided \"yet\"."}]}}"#,
        ),
    ];
    for (source, variables, expected) in cases {
        assert_eq!(ask(source, variables), expected, "{source}");
    }
}

#[test]
fn everything_names_every_type() {
    let schema = samples::schema();
    let answer: Value = serde_json::from_slice(&everything(&schema, &samples::parser()).unwrap()).unwrap();
    let types = answer["__schema"]["types"].as_array().unwrap();
    let names: Vec<&str> = types.iter().filter_map(|found| found["name"].as_str()).collect();
    assert!(schema.types.iter().all(|found| names.contains(&found.name.as_str())));
}
