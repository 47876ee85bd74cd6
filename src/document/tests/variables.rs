//! Values of variables.

use super::{lowering::value, *};

/// A declaration, the JSON of its variable `$x` (or nothing), and its value or the error.
const VALUES: &[(&str, Option<&str>, Result<&str, &str>)] = &[
    ("Int", None, Ok("absent")),
    ("Int = 7", None, Ok("7")),
    ("Int = 7", Some("null"), Ok("null")),
    ("Int", Some("null"), Ok("null")),
    ("Int", Some("5"), Ok("5")),
    ("Int", Some("-2147483648"), Ok("-2147483648")),
    ("Int", Some("5.0"), Ok("5")),
    ("Int", Some("5e0"), Ok("5")),
    ("Int", Some("1.2e1"), Ok("12")),
    ("Int", Some("5.5"), Err("$x`: expected Int (an integer of 32 bits, like 42), found 5.5.")),
    ("Int", Some("2147483648"), Err("$x`: expected Int (an integer of 32 bits, like 42), found 2147483648.")),
    ("Int", Some("2147483648.0"), Err("$x`: expected Int (an integer of 32 bits, like 42), found 2147483648.0.")),
    ("Int", Some("\"5\""), Err("$x`: expected Int (an integer of 32 bits, like 42), found \"5\".")),
    ("Int", Some("true"), Err("$x`: expected Int (an integer of 32 bits, like 42), found true.")),
    ("Int!", None, Err("$x`: expected Int!, but no value was given.")),
    ("Int!", Some("null"), Err("$x`: expected Int!, found null.")),
    ("Int! = 3", None, Ok("3")),
    ("Int! = 3", Some("null"), Err("$x`: expected Int!, found null.")),
    ("BigInt", Some("9223372036854775807"), Ok("9223372036854775807")),
    ("BigInt", Some("\"-9223372036854775808\""), Ok("\"-9223372036854775808\"")),
    (
        "BigInt",
        Some("9223372036854775808"),
        Err("$x`: expected BigInt (an integer of 64 bits, like \"9007199254740993\"), found 9223372036854775808."),
    ),
    ("BigDecimal", Some("0.1000000000000000000000000000000000001"), Ok("0.1000000000000000000000000000000000001")),
    ("BigDecimal", Some("123456789012345678901234567890"), Ok("123456789012345678901234567890")),
    ("BigDecimal", Some("\"NaN\""), Ok("\"NaN\"")),
    ("Float", Some("1.10"), Ok("1.10")),
    ("Float", Some("1"), Ok("1")),
    ("Float", Some("\"1\""), Err("$x`: expected Float (a finite number of 64 bits, like 1.5), found \"1\".")),
    ("String", Some("\"é😀\""), Ok("\"é😀\"")),
    (
        "String",
        Some("1"),
        Err("$x`: expected String (a string without the character U+0000, like \"AC/DC\"), found 1."),
    ),
    (
        "String",
        Some("\"a\\u0000b\""),
        Err("$x`: the string holds the character U+0000, which PostgreSQL cannot store. | Remove `\\u0000`."),
    ),
    ("Boolean", Some("false"), Ok("false")),
    ("Boolean", Some("0"), Err("$x`: expected Boolean (true or false), found 0.")),
    ("ID", Some("7"), Ok("7")),
    ("ID", Some("\"a\""), Ok("\"a\"")),
    ("Status", Some("\"ACTIVE\""), Ok("ACTIVE")),
    (
        "Status",
        Some("\"ACTIV\""),
        Err("$x`: expected a value of Status (ACTIVE, RETIRED, UNKNOWN), found \"ACTIV\". | Did you mean `ACTIVE`?"),
    ),
    ("Status", Some("1"), Err("$x`: expected a value of Status (ACTIVE, RETIRED, UNKNOWN), found 1.")),
    ("[Int!]", Some("[1, 2]"), Ok("[1, 2]")),
    ("[Int!]", Some("1"), Ok("[1]")),
    ("[Int!]", Some("[]"), Ok("[]")),
    ("[Int]", Some("[1, null]"), Ok("[1, null]")),
    ("[[Int!]]", Some("1"), Ok("[[1]]")),
    ("[[Int!]]", Some("[1, [2], null]"), Ok("[[1], [2], null]")),
    (
        "[[Int!]]",
        Some("[[1], [2, \"x\", null]]"),
        Err(
            "$x[1][1]`: expected Int (an integer of 32 bits, like 42), found \"x\".; $x[1][2]`: expected Int!, found null.",
        ),
    ),
    (
        "AlbumFilter",
        Some("{\"title\": {\"in\": \"a\", \"length\": 1}, \"and\": {}}"),
        Ok("{title: {in: [\"a\"], length: 1}, and: [{}]}"),
    ),
    (
        "AlbumFilter",
        Some("{\"and\": [{\"title\": {\"lenght\": 1}}]}"),
        Err(
            "$x.and[0].title`: expected StringFilter, whose field `length: Int!` is missing.; $x.and[0].title.lenght`: StringFilter has no such field. | Did you mean `length`?",
        ),
    ),
    ("AlbumFilter", Some("[]"), Err("$x`: expected AlbumFilter, found [].")),
    ("AlbumFilter", Some("\"a\""), Err("$x`: expected AlbumFilter, found \"a\".")),
    ("[AlbumOrderBy!]", Some("{\"title\": \"ASC\"}"), Ok("[{title: ASC}]")),
    (
        "[AlbumOrderBy!]",
        Some("[{\"title\": \"ASC\", \"albumId\": \"ASC\"}]"),
        Err("$x[0]`: expected AlbumOrderBy with exactly one field, found 2."),
    ),
    (
        "[AlbumOrderBy!]",
        Some("[{\"artist\": {\"name\": null}}]"),
        Err("$x[0].artist.name`: expected a value, found null: ArtistOrderBy is told apart by its one field."),
    ),
    (
        "JSON",
        Some("{\"b\": [1.50, null, {\"$x\": true}], \"a\": \"s\"}"),
        Ok("{b: [1.50, null, {$x: true}], a: \"s\"}"),
    ),
    ("JSON", Some("null"), Ok("null")),
    ("JSON!", Some("null"), Err("$x`: expected JSON!, found null.")),
    (
        "JSON",
        Some("[{\"a\\u0000\": 1}]"),
        Err("$x[0]`: the string holds the character U+0000, which PostgreSQL cannot store. | Remove `\\u0000`."),
    ),
    (
        "JSON",
        Some("{\"k\": [\"\\u0000\"]}"),
        Err("$x.k[0]`: the string holds the character U+0000, which PostgreSQL cannot store. | Remove `\\u0000`."),
    ),
    ("[JSON!]", Some("[1, [2]]"), Ok("[1, [2]]")),
];

#[test]
fn values_are_coerced_and_keep_every_digit() {
    let schema = samples::schema();
    let parser = samples::parser();
    for (declared, given, expected) in VALUES {
        // Every type may stand inside a value for JSON.
        let source = format!("query($other: Int, $x: {declared}) {{ document(required: {{a: [$other, $x]}}) }}");
        let operation = load(&schema, &parser, &source, None).unwrap();
        let json = given.map_or("{\"ignored\": 1}".to_owned(), |given| format!("{{\"x\": {given}, \"ignored\": 1}}"));
        let found = coerce_variables(&schema, &operation, &serde_json::from_str(&json).unwrap());
        let found = found.map(|found| found.get(VariableId(1)).map_or("absent".to_owned(), value)).map_err(|errors| {
            let lines = errors.iter().map(|error| line(error).replacen("1:20 Argument `", "", 1));
            lines.collect::<Vec<_>>().join("; ")
        });
        assert_eq!(found.as_deref().map_err(String::as_str), *expected, "{declared} {given:?}");
    }
}

#[test]
fn a_nullable_variable_with_a_default_may_be_null_where_its_place_may_not() {
    let schema = samples::schema();
    let source = "query($i: Int = 1) { album(albumId: $i) { id } albums(first: $i) { totalCount } }";
    let operation = load(&schema, &samples::parser(), source, None).unwrap();
    let coerce = |json: serde_json::Value| coerce_variables(&schema, &operation, json.as_object().unwrap());
    assert_eq!(coerce(serde_json::json!({})).unwrap().0, [Some(Value::Integer("1".into()))]);
    assert_eq!(coerce(serde_json::json!({"i": null})).unwrap().0, [Some(Value::Null)]);
    let marked = operation.selections.iter().map(|selection| match selection {
        Selection::Field(field) => field.not_null.iter().map(|found| found.path.to_string()).collect(),
        Selection::Fragment(_) => vec![],
    });
    assert_eq!(marked.collect::<Vec<_>>(), [vec!["albumId".to_owned()], vec![]]);
}
