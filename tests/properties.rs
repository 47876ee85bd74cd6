//! What holds for every key and every name, on a real server: ids and cursors come back as they were given, names are
//! quoted, and a text that is no id or cursor is an error and nothing else.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;
mod support;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use engine::{ask, start};
use proptest::{
    collection::{btree_set, vec},
    prelude::*,
    sample::select,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};
use relata::{plan::id::NodeId, response::engine::Engine};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Characters that mean something to SQL, JSON, base64, arrays, formats or terminals, and letters of one to four bytes.
const CHARACTERS: &[char] = &[
    'a',
    'B',
    '7',
    ' ',
    '"',
    '\'',
    '\\',
    '$',
    '1',
    '.',
    '%',
    ':',
    '?',
    '{',
    '}',
    '(',
    ')',
    ',',
    ';',
    '-',
    '/',
    '*',
    '\n',
    '\r',
    '\t',
    '\u{1}',
    '\u{7f}',
    'ü',
    'ß',
    '名',
    '\u{2028}',
    '\u{feff}',
    '\u{e000}',
    '\u{fffd}',
    '😀',
    '\u{10ffff}',
    'e',
    '\u{301}',
];

/// Words that have a meaning where a name may stand.
const WORDS: &[&str] = &[
    "$1",
    "%s",
    "NULL",
    "null",
    "select",
    "t0",
    "l0",
    "p",
    "s",
    "k",
    "n",
    "rn",
    "row_number",
    "--",
    "/*",
    "ordinality",
];

fn text() -> impl Strategy<Value = String> {
    let of_characters = vec(select(CHARACTERS), 0..12).prop_map(String::from_iter);
    prop_oneof![4 => of_characters, 1 => select(WORDS).prop_map(str::to_owned), 1 => any::<String>().prop_map(|text| text.replace('\0', ""))]
}

/// A name as PostgreSQL keeps it: not empty, at most 63 bytes.
fn name() -> impl Strategy<Value = String> {
    let long = select(&['x', '"', 'ü'][..]).prop_map(|letter| {
        let length = 63 / letter.len_utf8() - 1;
        format!("y{}", String::from(letter).repeat(length))
    });
    let name = prop_oneof![6 => text(), 1 => long];
    name.prop_map(|mut text| {
        while text.len() > 63 {
            text.pop();
        }
        text
    })
    .prop_filter("a name is not empty, and these are not ours to give", |name| {
        !name.is_empty() && !name.starts_with("pg_") && name != "public" && name != "information_schema"
    })
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The same cases in every run, so that a failure is there again.
fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 40, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// Runs `property` for values of `strategy`, on a thread where it may wait for the server.
fn check<S: Strategy>(cases: u32, strategy: &S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    runner(cases).run(strategy, property).unwrap_or_else(|error| panic!("{error}"));
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// A walk over `field` with pages of `size`, forwards: what `nodes` gave, in order.
async fn walk(engine: &Engine, field: &str, size: usize, selection: &str) -> Vec<Value> {
    let query = format!(
        "query ($size: Int, $after: String) {{ page: {field}(first: $size, after: $after) {{ nodes {{ {selection} }} pageInfo {{ hasNextPage endCursor }} }} }}"
    );
    let (mut found, mut after) = (Vec::new(), Value::Null);
    loop {
        let answer = ask(engine, &query, None, &json!({ "size": size, "after": after })).await;
        let page = &answer["data"]["page"];
        found.extend(page["nodes"].as_array().unwrap_or_else(|| panic!("{answer}")).iter().cloned());
        if page["pageInfo"]["hasNextPage"] != true {
            return found;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

/// The same, backwards.
async fn walk_back(engine: &Engine, field: &str, size: usize, selection: &str) -> Vec<Value> {
    let query = format!(
        "query ($size: Int, $before: String) {{ page: {field}(last: $size, before: $before) {{ nodes {{ {selection} }} pageInfo {{ hasPreviousPage startCursor }} }} }}"
    );
    let (mut found, mut before) = (Vec::new(), Value::Null);
    loop {
        let answer = ask(engine, &query, None, &json!({ "size": size, "before": before })).await;
        let page = &answer["data"]["page"];
        found.splice(0..0, page["nodes"].as_array().unwrap_or_else(|| panic!("{answer}")).iter().cloned());
        if page["pageInfo"]["hasPreviousPage"] != true {
            return found;
        }
        before = page["pageInfo"]["startCursor"].clone();
    }
}

/// Keys of any text: every id finds its row again, alone and in a list; every cursor leads on.
#[test]
fn ids_and_cursors_come_back() {
    let runtime = runtime();
    check(12, &btree_set((text(), any::<i64>()), 1..12), |keys| {
        let rows = keys.iter().map(|(text, number)| format!("({}, {number})", literal(text))).collect::<Vec<_>>();
        let script = format!(
            "CREATE TABLE thing (a text, b bigint, PRIMARY KEY (a, b)); INSERT INTO thing VALUES {};",
            rows.join(", ")
        );
        let database = support::database(&[]);
        database.execute(&script);
        runtime.block_on(async { come_back(&start(&database).await, &keys).await })
    });
}

async fn come_back(engine: &Engine, keys: &BTreeSet<(String, i64)>) -> Result<(), TestCaseError> {
    let expected: BTreeSet<_> = keys.iter().map(|(a, b)| (a.clone(), b.to_string())).collect();
    let all = walk(engine, "things", 1000, "id a b").await;
    prop_assert_eq!(all.len(), keys.len());
    for size in [1, 2, 3, 7] {
        prop_assert_eq!(&walk(engine, "things", size, "id a b").await, &all);
        prop_assert_eq!(&walk_back(engine, "things", size, "id a b").await, &all);
    }
    let mut found = BTreeSet::new();
    for row in &all {
        let key = (row["a"].as_str().unwrap().to_owned(), row["b"].as_str().unwrap().to_owned());
        let id = NodeId::parse(engine.schema(), row["id"].as_str().unwrap()).unwrap();
        prop_assert_eq!(&id.key, &[key.0.clone(), key.1.clone()]);
        let query = "query ($id: ID!, $a: String!, $b: BigInt!) { node(id: $id) { id ... on Thing { a b } } thing(a: $a, b: $b) { id a b } }";
        let answer = ask(engine, query, None, &json!({ "id": row["id"], "a": row["a"], "b": row["b"] })).await;
        prop_assert_eq!(&answer, &json!({ "data": { "node": row, "thing": row } }));
        found.insert(key);
    }
    prop_assert_eq!(&found, &expected);
    let ids: Vec<_> = all.iter().rev().map(|row| &row["id"]).collect();
    let answer = ask(
        engine,
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Thing { a b } } }",
        None,
        &json!({ "ids": ids }),
    )
    .await;
    let reversed: Vec<_> = all.iter().rev().collect();
    prop_assert_eq!(&answer, &json!({ "data": { "nodes": reversed } }));
    Ok(())
}

/// Values that are written in some special way, by type.
const KEYS: &[(&str, &[&str])] = &[
    ("int2", &["-32768", "0", "7"]),
    ("int8", &["-9223372036854775808", "9007199254740993"]),
    ("oid", &["0", "4294967295"]),
    ("bool", &["true", "false"]),
    ("numeric", &["-1.50", "0", "0.00000000000000000001", "1e30", "NaN", "Infinity", "-Infinity"]),
    ("money", &["-1.5", "0", "12345.67"]),
    ("float4", &["0.1", "-1e-38", "1e16", "NaN", "Infinity", "-Infinity", "3.4028235e38"]),
    ("float8", &["0.1", "0.30000000000000004", "1e16", "1e300", "-5e-324", "NaN", "Infinity", "-Infinity"]),
    ("uuid", &["A81BC81B-DEAD-4E5D-ABFF-90865D1E13B1", "00000000-0000-0000-0000-000000000000"]),
    ("bytea", &["\\x", "\\x00ff", "\\x61"]),
    ("char(4)", &["", "a", "abcd"]),
    ("varchar(4)", &["", "a ", "abcd"]),
    ("name", &["", "x"]),
    ("\"char\"", &["c", "\""]),
    ("date", &["4713-01-01 BC", "0044-03-15 BC", "2025-03-01", "5874897-12-31", "infinity", "-infinity"]),
    (
        "timestamp",
        &["4713-01-01 00:00:00 BC", "2025-03-01 12:34:56", "294276-12-31 23:59:59.999999", "infinity", "-infinity"],
    ),
    (
        "timestamptz",
        &[
            "0044-03-15 12:00:00+00 BC",
            "2025-03-01 12:34:56.789+02",
            "10000-01-01 00:00:00+00",
            "infinity",
            "-infinity",
        ],
    ),
    ("time", &["00:00:00", "12:34:56.000001", "24:00:00"]),
    ("timetz", &["00:00:00+00", "12:34:56.5-01:02:03", "24:00:00+15:59:59", "23:59:59+05:30"]),
    ("interval", &["0", "1 year 2 months 3 days -04:05:06.789", "-1.5 seconds", "178000000 years", "10 weeks"]),
    ("inet", &["10.0.0.1", "10.0.0.1/8", "::1"]),
    ("jsonb", &["null", "1.50", "{\"a\": [\"\\\"\"]}"]),
    ("int[]", &["{}", "{1,NULL}", "{{1},{2}}", "[5:6]={1,2}"]),
    ("text[]", &["{}", "{\"a\\\"b\",NULL,\"NULL\",\"\"}"]),
    ("int4range", &["empty", "[1,5)", "(,)"]),
    ("tsvector", &["", "'a':1 'b'"]),
];

/// Keys of every type: what is written is accepted, and finds its row again.
#[tokio::test(flavor = "multi_thread")]
async fn keys_of_every_type_come_back() {
    let table = |(number, (type_, values)): (usize, &(&str, &[&str]))| {
        let rows = values.iter().map(|value| format!("({})", literal(value))).collect::<Vec<_>>().join(", ");
        format!("CREATE TABLE table_{number} (key {type_} PRIMARY KEY); INSERT INTO table_{number} VALUES {rows};")
    };
    let database = support::database(&[]);
    database.execute(&KEYS.iter().enumerate().map(table).collect::<String>());
    let engine = start(&database).await;
    for (number, (type_, values)) in KEYS.iter().enumerate() {
        let table = engine.schema().table_by_sql_name("public", &format!("table_{number}")).unwrap();
        let field = engine.schema().naming.table(table).connection_field.to_string();
        let all = walk(&engine, &field, 1000, "id").await;
        assert_eq!(all.len(), values.len(), "{type_}");
        for size in [1, 2] {
            assert_eq!(walk(&engine, &field, size, "id").await, all, "{type_}");
            assert_eq!(walk_back(&engine, &field, size, "id").await, all, "{type_}");
        }
        let ids: Vec<_> = all.iter().map(|row| &row["id"]).collect();
        let answer =
            ask(&engine, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", None, &json!({ "ids": ids })).await;
        assert_eq!(answer, json!({ "data": { "nodes": all } }), "{type_}");
        for id in ids {
            let answer = ask(&engine, "query ($id: ID!) { node(id: $id) { id } }", None, &json!({ "id": id })).await;
            assert_eq!(answer, json!({ "data": { "node": { "id": id } } }), "{type_}");
        }
    }
}

/// Tables and columns of any name: a page, a lookup, a plural lookup, an id, a relation both ways, a join table.
#[test]
fn names_are_quoted() {
    let runtime = runtime();
    let names = (name(), btree_set(name(), 3), btree_set(name(), 3), name());
    check(16, &names, |(schema, tables, columns, label)| {
        let tables: Vec<_> = tables.into_iter().collect();
        let columns: Vec<_> = columns.into_iter().collect();
        let script = script(&schema, &tables, &columns, &label);
        let database = support::database(&[]);
        database.execute(&script);
        let mut options = engine::options(&database);
        options.exposure.schemas = Some(vec![schema]);
        runtime.block_on(async {
            let engine =
                Engine::start(options).await.map_err(|error| TestCaseError::fail(format!("{error}\n{script}")))?;
            all_is_found(&engine, &tables, &columns)
                .await
                .map_err(|error| TestCaseError::fail(format!("{error}\n{script}")))
        })
    });
}

/// A table of four rows, one that refers to it, and one that joins the two.
fn script(schema: &str, tables: &[String], columns: &[String], label: &str) -> String {
    let in_schema = |table: &str| format!("{}.{}", quoted(schema), quoted(table));
    let (one, many, join) = (in_schema(&tables[0]), in_schema(&tables[1]), in_schema(&tables[2]));
    let (key, reference, other) = (quoted(&columns[0]), quoted(&columns[1]), quoted(&columns[2]));
    let kind = in_schema("kind of thing");
    format!(
        "CREATE SCHEMA {schema};
         CREATE TYPE {kind} AS ENUM ({label}, 'another label');
         CREATE TABLE {one} ({key} text PRIMARY KEY, {other} {kind});
         CREATE TABLE {many} ({key} int PRIMARY KEY, {reference} text REFERENCES {one}, {other} text);
         CREATE TABLE {join} ({key} text REFERENCES {one}, {other} int REFERENCES {many}, PRIMARY KEY ({key}, {other}));
         INSERT INTO {one} VALUES ('a', {label}), ('b', NULL), ('c', 'another label'), ('d', {label});
         INSERT INTO {many} SELECT n, chr(96 + n % 3 + 1), 'text ' || n FROM generate_series(1, 6) n;
         INSERT INTO {join} VALUES ('a', 1), ('a', 2), ('b', 1);",
        schema = quoted(schema),
        label = literal(label),
    )
}

/// Asks by the names that the engine gave.
async fn all_is_found(engine: &Engine, tables: &[String], columns: &[String]) -> Result<(), TestCaseError> {
    let schema = engine.schema();
    let named = |table: &str| {
        let (id, found) = schema.catalog.tables().find(|(_, found)| found.name == *table).unwrap();
        (schema.naming.table(id), found)
    };
    let field = |table: &str, column: &str| {
        let (names, found) = named(table);
        let position = found.columns.iter().position(|found| found.name == *column).unwrap();
        names.columns[position].to_string()
    };
    let (one, _) = named(&tables[0]);
    let (key, other) = (field(&tables[0], &columns[0]), field(&tables[0], &columns[2]));
    let page = walk(engine, one.connection_field.as_str(), 3, &format!("id key: {key} other: {other}")).await;
    let keys: Vec<_> = page.iter().map(|row| row["key"].as_str().unwrap()).collect();
    prop_assert_eq!(keys, ["a", "b", "c", "d"]);
    prop_assert!(page[0]["other"].is_string() && page[1]["other"].is_null(), "{:?}", page);
    let lookup = &one.lookups[0].field;
    let answer = ask(engine, &format!("{{ row: {lookup}({key}: \"b\") {{ key: {key} }} }}"), None, &Value::Null).await;
    prop_assert_eq!(&answer, &json!({ "data": { "row": { "key": "b" } } }), "{}", lookup);
    let (many, _) = named(&tables[1]);
    let forward = &many.relations[0].field;
    // From the second table, from the third, and through the third to the second.
    prop_assert_eq!(one.relations.len(), 3);
    for relation in &one.relations {
        let query = format!(
            "{{ page: {}(first: 1) {{ nodes {{ rows: {} {{ totalCount nodes {{ __typename }} edges {{ cursor }} }} }} }} }}",
            one.connection_field, relation.field
        );
        let answer = ask(engine, &query, None, &Value::Null).await;
        let found = &answer["data"]["page"]["nodes"][0]["rows"];
        prop_assert_eq!(&found["totalCount"], &json!(2), "{}: {}", query, answer);
        prop_assert_eq!(found["nodes"].as_array().map(Vec::len), Some(2), "{}: {}", query, answer);
    }
    let ids: Vec<_> = page.iter().map(|row| &row["id"]).collect();
    let query = format!(
        "query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ id }} many: {}(last: 2) {{ nodes {{ to: {forward} {{ key: {key} }} }} }} }}",
        many.connection_field
    );
    let answer = ask(engine, &query, None, &json!({ "ids": ids })).await;
    let rows: Vec<_> = ids.iter().map(|id| json!({ "id": id })).collect();
    let expected =
        json!({ "data": { "nodes": rows, "many": { "nodes": [{ "to": { "key": "c" } }, { "to": { "key": "a" } }] } } });
    prop_assert_eq!(&answer, &expected, "{}", query);
    Ok(())
}

/// What is no id and no cursor is refused, with an error and no panic, and asks nothing else than the good fields do.
#[test]
fn garbage_is_refused() {
    let database = support::database(&[
        "CREATE TABLE thing (a text, b bigint, PRIMARY KEY (a, b)); INSERT INTO thing VALUES ('x', 1)",
    ]);
    let runtime = runtime();
    let engine = runtime.block_on(start(&database));
    let encoded = prop_oneof![
        vec(any::<u8>(), 0..40).prop_map(|bytes| URL_SAFE_NO_PAD.encode(bytes)),
        vec(text(), 0..6).prop_map(|parts| URL_SAFE_NO_PAD.encode(json!(parts).to_string())),
        vec(text(), 0..4).prop_map(|parts| URL_SAFE_NO_PAD
            .encode(json!([vec!["public".to_owned(), "thing".to_owned()], parts].concat()).to_string())),
        text(),
    ];
    check(300, &encoded, |given| {
        let query = "query ($text: ID!, $cursor: String) { node(id: $text) { id } things(first: 1, after: $cursor) { totalCount } thing(a: \"x\", b: 1) { b } }";
        let answer = runtime.block_on(ask(&engine, query, None, &json!({ "text": given, "cursor": given })));
        prop_assert_eq!(&answer["data"]["thing"]["b"], &json!("1"), "{}", answer);
        prop_assert!(answer["data"]["things"].is_null(), "{}", answer);
        for error in answer["errors"].as_array().unwrap() {
            prop_assert!(
                ["INVALID_ID", "INVALID_CURSOR"].contains(&error["extensions"]["code"].as_str().unwrap()),
                "{}",
                answer
            );
        }
        Ok(())
    });
}
