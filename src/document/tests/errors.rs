//! What is said about invalid documents, and where.

use super::*;

/// A document, the code of its errors, and their lines.
const ERRORS: &[(&str, &str, &[&str])] = &[
    ("", "GRAPHQL_PARSE_FAILED", &["1:1 The document is empty: expected a query like `{ __typename }`."]),
    ("{ a", "GRAPHQL_PARSE_FAILED", &["1:4 The document ends too early: a `}`, `)` or `]` is missing."]),
    ("{\n  é }", "GRAPHQL_PARSE_FAILED", &["2:3 The character 'é' has no meaning in GraphQL."]),
    ("{ album(albumId: }", "GRAPHQL_PARSE_FAILED", &["1:18 Unexpected `}`."]),
    ("{ albums(first: 007) }", "GRAPHQL_PARSE_FAILED", &["1:18 Unexpected character '0'."]),
    ("{ albums(first: 07) }", "GRAPHQL_PARSE_FAILED", &["1:17 A number cannot begin with a zero."]),
    (
        "{ albums(after: \"a\nb\") }",
        "GRAPHQL_PARSE_FAILED",
        &["1:19 This string does not end on its line: a `\"` is missing. Use `\"\"\"` around several lines."],
    ),
    (
        "{ albums(after: \"\\q\") }",
        "GRAPHQL_PARSE_FAILED",
        &["1:19 Unknown escape `\\q` in a string. Write a backslash as `\\\\`."],
    ),
    (
        "{\n  album(albumId: 1) { titel }\n  albumz\n}",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "2:23 `Album` has no field `titel`. | Did you mean `title`?",
            "3:3 `Query` has no field `albumz`. | Did you mean `album`?",
        ],
    ),
    (
        "{ \u{feff}x: albums(after: \"😀\") { title } }",
        "GRAPHQL_VALIDATION_FAILED",
        &["1:28 `AlbumConnection` has no field `title`. | Ask for it in `nodes { title }`."],
    ),
    (
        "{ node(id: 1) { name } }",
        "GRAPHQL_VALIDATION_FAILED",
        &["1:17 `Node` has no field `name`. | Ask for it in `... on Artist { name }`."],
    ),
    (
        "{ album(albumID: 1) { title } }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:3 `album` needs the argument `albumId: Int!`.",
            "1:9 `album` has no argument `albumID`. | Did you mean `albumId`?",
        ],
    ),
    (
        "{ album(albumId: 1) albums { nodes { title { x } } } }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:3 `album` is of type `Album`: select fields of it. | Write `album { id … }`.",
            "1:38 `title` is of type `String!`, which has no fields. | Write `title` without braces.",
        ],
    ),
    (
        "{ albums { edges } }",
        "GRAPHQL_VALIDATION_FAILED",
        &["1:12 `edges` is of type `[AlbumEdge!]!`: select fields of it. | Write `edges { … }`."],
    ),
    (
        "{ album(albumId: \"5\") { id } }",
        "BAD_USER_INPUT",
        &["1:18 Argument `albumId`: expected Int (an integer of 32 bits, like 42), found \"5\"."],
    ),
    (
        "{ album(albumId: [5]) { id } }",
        "BAD_USER_INPUT",
        &["1:18 Argument `albumId`: expected Int (an integer of 32 bits, like 42), found [5]."],
    ),
    ("{ album(albumId: null) { id } }", "BAD_USER_INPUT", &["1:18 Argument `albumId`: expected Int!, found null."]),
    (
        "{ matrix(status: ACTIV, statuses: [\"RETIRED\"]) }",
        "BAD_USER_INPUT",
        &[
            "1:18 Argument `status`: expected a value of Status (ACTIVE, RETIRED, UNKNOWN), found ACTIV. | Did you mean `ACTIVE`?",
            "1:36 Argument `statuses[0]`: expected a value of Status (ACTIVE, RETIRED, UNKNOWN), found \"RETIRED\". | Write RETIRED, without quotes.",
        ],
    ),
    (
        "{ albums(filter: {and: [{title: {eq: 5, lenght: 1}}]}) { totalCount } }",
        "BAD_USER_INPUT",
        &[
            "1:33 Argument `filter.and[0].title`: expected StringFilter, whose field `length: Int!` is missing.",
            "1:38 Argument `filter.and[0].title.eq`: expected String (a string without the character U+0000, like \"AC/DC\"), found 5.",
            "1:49 Argument `filter.and[0].title.lenght`: StringFilter has no such field. | Did you mean `length`?",
        ],
    ),
    (
        "{ albums(orderBy: [{title: ASC, albumId: DESC}, {title: null}]) { totalCount } }",
        "BAD_USER_INPUT",
        &[
            "1:20 Argument `orderBy[0]`: expected AlbumOrderBy with exactly one field, found 2.",
            "1:57 Argument `orderBy[1].title`: expected a value, found null: AlbumOrderBy is told apart by its one field.",
        ],
    ),
    (
        "{ albums(after: \"a\\u0000\") { totalCount } document(required: {k: [{x: \"\\u0000\"}]}) }",
        "BAD_USER_INPUT",
        &[
            "1:17 Argument `after`: the string holds the character U+0000, which PostgreSQL cannot store. | Remove `\\u0000`.",
            "1:71 Argument `required.k[0].x`: the string holds the character U+0000, which PostgreSQL cannot store. | Remove `\\u0000`.",
        ],
    ),
    (
        "{ document(required: {k: NAME}) }",
        "BAD_USER_INPUT",
        &["1:26 Argument `required.k`: expected JSON, which knows no names, found NAME. | Write \"NAME\"."],
    ),
    (
        "query($i: Nope = 1, $j: Itn) { albums(first: $i) { totalCount } }",
        "GRAPHQL_VALIDATION_FAILED",
        &["1:11 There is no type `Nope` for `$i`.", "1:25 There is no type `Itn` for `$j`. | Did you mean `Int`?"],
    ),
    (
        "query Q($id: Album, $n: Int) { album(albumId: $n) { id } albums(first: $m) { totalCount } }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:9 The variable `$id` is not used by operation `Q`. | Use it or remove its declaration.",
            "1:14 `$id` cannot be of type `Album`, which is one of answers, not of values.",
            "1:47 `$n` is declared as `Int`, but `albumId` takes `Int!`. | Declare `$n: Int!`.",
            "1:72 `Q` declares no variable `$m`. | Did you mean `$n`?",
        ],
    ),
    (
        "query($i: Int = null, $b: Boolean = null) { album(albumId: $i) { id @skip(if: $b) } }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:60 `$i` is declared as `Int`, but `albumId` takes `Int!`. | Declare `$i: Int!`.",
            "1:79 `$b` is declared as `Boolean`, but `if` takes `Boolean!`. | Declare `$b: Boolean!`.",
        ],
    ),
    (
        "query($d: Direction = null) { albums(orderBy: {title: $d}) { totalCount } }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:55 `$d` is declared as `Direction`, but `orderBy.title` takes `Direction!`, because it is the one field of a `@oneOf` input. | Declare `$d: Direction!`.",
        ],
    ),
    (
        "query($i: Int = \"a\", $s: [Status!] = [NOPE]) { matrix(statuses: $s) albums(first: $i) { totalCount } }",
        "BAD_USER_INPUT",
        &[
            "1:17 Argument `$i`: expected Int (an integer of 32 bits, like 42), found \"a\".",
            "1:39 Argument `$s[0]`: expected a value of Status (ACTIVE, RETIRED, UNKNOWN), found NOPE.",
        ],
    ),
    (
        "query @skip(if: true) { __typename @skip(if: true) @skip(if: false) @includ(if: true) @include @deprecated }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:7 `@skip` cannot stand on a query.",
            "1:52 `@skip` stands here more than once. | Keep one.",
            "1:69 There is no directive `@includ`. | Did you mean `include`?",
            "1:87 `@include` needs the argument `if: Boolean!`. | Write `@include(if: true)` or `@include(if: $x)`.",
            "1:96 `@deprecated` cannot stand on a field.",
        ],
    ),
    (
        "{ ...Albun ...F } fragment Album on Query { __typename } fragment F on Int { x }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:3 There is no fragment `Albun`. | Did you mean `Album`?",
            "1:19 The fragment `Album` is never used. | Spread it or remove it.",
            "1:72 A fragment must be on an object or interface, which `Int` is not.",
        ],
    ),
    (
        "{ album(albumId: 1) { ... on Artist { name } } ...F } fragment F on Query { ...F }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:23 What is of type `Album` is never of type `Artist`: this fragment never applies.",
            "1:77 This spread makes a cycle of the fragment `F`.",
        ],
    ),
    (
        "{ a: album(albumId: 1) { id } a: album(albumId: 2) { id } }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:3 1:31 `a` is asked to be `album` with different arguments: one key cannot hold both. | Give one of them another key: `album2: album`.",
        ],
    ),
    (
        "{ album(albumId: 1) { x: title x: id } }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:23 1:32 `x` is asked to be the fields `title` and `id`: one key cannot hold both. | Give one of them another key: `id2: id`.",
        ],
    ),
    (
        "{ node(id: 1) { ... on Album { x: title } ... on Artist { x: name } } }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:32 1:59 `x` is asked to be values of the types `String!` and `String`: one key cannot hold both. | Give one of them another key: `name2: name`.",
        ],
    ),
    (
        "{ __typename } query A { __typename } query A { __typename }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:1 An operation without a name must be the only one of its document. | Name every operation: `query Albums { … }`.",
            "1:16 1:39 More than one operation is called `A`.",
        ],
    ),
    (
        "mutation { createAlbum { id } }",
        "GRAPHQL_VALIDATION_FAILED",
        &["1:1 This schema has no mutations: it is read-only."],
    ),
    (
        "subscription { a b ... @skip(if: true) { __typename } }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:1 This schema has no subscriptions: it is read-only.",
            "1:1 A subscription must have one root field, but has 3. | Write one subscription for each.",
            "1:1 A subscription cannot have `__typename` as its root field.",
            "1:24 `@skip` cannot stand on the root field of a subscription.",
        ],
    ),
    (
        "{ __schema { nope } __type(nam: 1) { name } }",
        "GRAPHQL_VALIDATION_FAILED",
        &[
            "1:14 `__Schema` has no field `nope`.",
            "1:21 `__type` needs the argument `name: String!`.",
            "1:28 `__type` has no argument `nam`. | Did you mean `name`?",
        ],
    ),
];

#[test]
fn errors_say_what_is_wrong_where_and_what_to_write() {
    let schema = samples::schema();
    let parser = samples::parser();
    let mut wrong = Vec::new();
    for (source, code, expected) in ERRORS {
        let errors = load(&schema, &parser, source, None).err().unwrap_or_default();
        let lines: Vec<String> = errors.iter().map(line).collect();
        if lines != *expected || errors.iter().any(|error| error.code() != *code) {
            wrong.push(format!("{source}\n    {code} {}", lines.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_operation_is_chosen_by_name() {
    let schema = samples::schema();
    let parser = samples::parser();
    let several = "query Albums { __typename } query Artists { a: __typename } fragment F on Query { ...F2 }";
    let several = several.split(" fragment").next().unwrap();
    let cases = [
        ("{ __typename }", None, Ok(None)),
        (several, Some("Artists"), Ok(Some("Artists"))),
        ("query Only { __typename }", None, Ok(Some("Only"))),
        (
            several,
            None,
            Err(
                "The document has several operations (`Albums`, `Artists`): `operationName` must say which one to run.",
            ),
        ),
        (
            several,
            Some("Artist"),
            Err("The document has no operation `Artist`, but `Albums`, `Artists`. | Did you mean `Artists`?"),
        ),
        (
            "{ __typename }",
            Some("A"),
            Err("The document has no operation `A`: its only operation has no name. | Leave `operationName` out."),
        ),
        (several, Some(""), Err("The document has no operation ``, but `Albums`, `Artists`.")),
    ];
    for (source, name, expected) in cases {
        match (load(&schema, &parser, source, name), expected) {
            (Ok(operation), Ok(expected)) => assert_eq!(operation.name.as_deref(), expected),
            (Err(errors), Err(expected)) => {
                assert_eq!(errors.iter().map(line).collect::<Vec<_>>(), [format!(" {expected}")]);
                assert_eq!(errors[0].code(), "OPERATION_RESOLUTION_FAILURE");
            }
            (found, _) => panic!("{source} {name:?}: {found:?}"),
        }
    }
}
