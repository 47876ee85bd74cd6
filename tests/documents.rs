//! Documents over a schema that is built from a catalog, as a user of the library meets them, with apollo-compiler as the
//! oracle over its SDL. (What only the documents of filters and orders need is tested over a schema of its own, in
//! `src/document/tests`.)

use apollo_compiler::ExecutableDocument;
use relata::{
    catalog::{
        Catalog, Column, ColumnId, Database, ForeignKey, Key, Operators, Schema as SqlSchema, Table, TableId,
        TableKind, Type, TypeId, TypeKind,
    },
    document::{RequestErrorKind, coerce_variables, load},
    naming,
    response::introspection::answers,
    schema::{
        PageSizes, Schema,
        build::build,
        juniper::{Limits, Parser},
        sdl,
    },
};
const INTEGER: TypeId = TypeId(0);
const TEXT: TypeId = TypeId(1);
const JSONB: TypeId = TypeId(2);
const STATUS: TypeId = TypeId(3);

fn column(name: &str, type_id: TypeId, not_null: bool, comment: Option<&str>) -> Column {
    Column {
        name: name.to_owned(),
        type_id,
        dimensions: 0,
        not_null,
        default: None,
        identity: false,
        generated: false,
        loosely_equal: false,
        comment: comment.map(str::to_owned),
        statistics: None,
    }
}

/// `a_track`, `b_track`, … `ba_track`
fn table_name(index: usize) -> String {
    let mut letters = String::new();
    let mut rest = index;
    loop {
        letters.insert(0, char::from(b'a' + u8::try_from(rest % 26).unwrap()));
        rest /= 26;
        if rest == 0 {
            return format!("{letters}_track");
        }
    }
}

/// Table `n` has a key, a status, a document, and (save the first) a reference to table `n - 1`.
fn table(index: usize) -> Table {
    let comment = "Speaks of \"quotes\", \\backslashes\\ and \"\"\"three\"\"\" 😀.\n\n  Over lines.";
    Table {
        schema: "public".into(),
        name: table_name(index),
        kind: TableKind::Table,
        comment: Some(comment.to_owned()),
        columns: vec![
            column("key", INTEGER, true, Some("\u{7}bell")),
            column("title", TEXT, true, None),
            column("status", STATUS, false, None),
            column("data", JSONB, false, None),
            column("parent_key", INTEGER, false, None),
        ],
        primary_key: Some(Key { name: format!("t{index}_pkey"), columns: vec![ColumnId(0)], comment: None }),
        unique_keys: vec![],
        indexes: vec![],
        has_children: false,
        row_security: false,
        estimated_rows: None,
    }
}

fn schema(tables: usize) -> Schema {
    let type_of = |schema: &str, name: &str, kind| Type {
        schema: schema.to_owned(),
        name: name.to_owned(),
        kind,
        comment: None,
        orderable: true,
        operators: Some(Operators { schema: "pg_catalog".to_owned(), text: name == "text" }),
        is_row: false,
    };
    let base = |name| type_of("pg_catalog", name, TypeKind::Base);
    let foreign_key = |index: usize| ForeignKey {
        name: format!("t{index}_parent"),
        table: TableId(index),
        columns: vec![ColumnId(4)],
        target: TableId(index - 1),
        target_columns: vec![ColumnId(0)],
        validated: true,
        comment: None,
    };
    let catalog = Catalog {
        database: Database {
            name: "d".into(),
            server_version: 150_018,
            role: "r".into(),
            random_page_cost_is_default: true,
            search_path: None,
        },
        schemas: vec![SqlSchema { name: "public".into(), comment: None }],
        tables: (0..tables).map(table).collect(),
        types: vec![
            base("int4"),
            base("text"),
            base("jsonb"),
            type_of("public", "status", TypeKind::Enum(vec!["open".into(), "so-so".into()])),
        ],
        foreign_keys: (1..tables).map(foreign_key).collect(),
        notes: vec![],
    };
    let naming = naming::build(&catalog, &naming::Options::default());
    build(catalog, naming, PageSizes { default: 100, maximum: Some(1000) })
}

/// Documents, and whether they are valid.
const DOCUMENTS: &[(&str, bool)] = &[
    ("{ aTrack(key: 1) { id key title status data } }", true),
    ("{ bTrack(key: 1) { parent { title bTracksByParentKey(first: 2) { nodes { key } } } } }", true),
    ("{ aTracks(first: 1, last: null, after: \"x\", before: null, offset: 2) { nodes { key } } }", true),
    (
        "{ aTracks { edges { cursor node { bTracksByParentKey { totalCount pageInfo { hasNextPage endCursor } } } } } }",
        true,
    ),
    ("{ aTracksByKeys(keys: [1, 2]) { title } }", true),
    ("{ aTracksByKeys(keys: 1) { title } }", true),
    ("{ node(id: \"x\") { id ... on ATrack { title } ... on BTrack { parent { title } } } }", true),
    ("{ nodes(ids: []) { __typename } __typename __schema { queryType { name } } }", true),
    ("query($k: Int!, $s: Boolean!) { aTrack(key: $k) @skip(if: $s) { ...F } } fragment F on Node { id }", true),
    ("query($f: Int = 5, $a: String) { aTracks(first: $f, after: $a) { totalCount } }", true),
    ("{ aTracks { nodes { nope } } }", false),
    ("{ aTracks { title } }", false),
    ("{ aTrack { title } }", false),
    ("{ aTrack(key: \"1\") { title } }", false),
    ("{ aTrack(key: 1, kye: 2) { title } }", false),
    ("{ aTracksByKeys(keys: [1, null]) { title } }", false),
    ("{ aTracksByKeys { title } }", false),
    ("{ aTracks(first: 1.5) { totalCount } }", false),
    ("{ aTrack(key: 1) { title { x } } }", false),
    ("{ aTrack(key: 1) { parent { title } } }", false),
    ("{ aTrack(key: 1) { ... on BTrack { title } } }", false),
    ("{ node(id: 1) { title } }", false),
    ("query($k: Int) { aTrack(key: $k) { title } }", false),
    ("query($k: Status!) { aTrack(key: $k) { title } }", false),
    ("{ a: aTrack(key: 1) { title } a: aTrack(key: 2) { title } }", false),
];

#[test]
fn documents_over_a_built_schema_have_the_verdicts_of_the_oracle() {
    let schema = schema(3);
    let parser = Parser::new(Limits::default());
    let oracle = apollo_compiler::Schema::parse_and_validate(sdl(&schema), "schema.graphql").unwrap();
    for (source, valid) in DOCUMENTS {
        let found = load(&schema, &parser, source, None);
        assert_eq!(found.is_ok(), *valid, "{source}: {found:?}");
        let verdict = ExecutableDocument::parse_and_validate(&oracle, *source, "document.graphql");
        assert_eq!(verdict.is_ok(), *valid, "{source}");
    }
}

#[test]
fn descriptions_reach_clients_as_they_were_written() {
    let schema = schema(2);
    let oracle = apollo_compiler::Schema::parse_and_validate(sdl(&schema), "schema.graphql").unwrap();
    let comment = table(0).comment.unwrap();
    assert_eq!(oracle.types["ATrack"].description().unwrap().as_str(), comment);
    let parser = Parser::new(Limits::default());
    let source = "query($n: String!) { __type(name: $n) { description } aTrack(key: 1) { key } }";
    let operation = load(&schema, &parser, source, None).unwrap();
    let variables = serde_json::json!({"n": "ATrack"});
    let variables = coerce_variables(&schema, &operation, variables.as_object().unwrap()).unwrap();
    let answers = answers(&schema, &operation, &variables);
    let answer: serde_json::Value = serde_json::from_slice(&answers["__type"]).unwrap();
    assert_eq!(answer, serde_json::json!({ "description": comment }));
}

#[test]
fn errors_of_the_operation_come_after_those_of_the_document() {
    let schema = schema(1);
    let parser = Parser::new(Limits::default());
    let errors = load(&schema, &parser, "query A { nope } query B { aTracks { totalCount } }", Some("C")).unwrap_err();
    assert!(matches!(errors[0].kind, RequestErrorKind::Validation { .. }));
}
