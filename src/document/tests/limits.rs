//! Documents that are too large, and noise.

use super::*;
use crate::response::introspection::answers;
use proptest::prelude::*;

fn nested(levels: usize) -> String {
    format!("{{ node(id: 1) {{ {}id{} }} }}", "... on Node { ".repeat(levels - 2), " }".repeat(levels - 2))
}

fn limit(limits: Limits, source: &str) -> Option<String> {
    let schema = samples::schema();
    let parser = Parser::new(limits);
    let errors = load(&schema, &parser, source, None).err()?;
    assert!(errors.iter().all(|error| error.code() == "LIMIT_EXCEEDED"), "{errors:?}");
    errors.iter().map(line).next()
}

#[test]
fn what_is_too_large_is_refused_and_says_so() {
    let limits = Limits { depth: 64, tokens: 2000, fields: 100 };
    assert_eq!(limit(limits, &nested(64)), None);
    let deep = " The document is nested deeper than the limit of 64 levels: it reaches level 65 here. | Split it into several requests.";
    assert!(limit(limits, &nested(65)).unwrap().ends_with(deep));
    let wide = format!("{{ {} }}", "__typename ".repeat(100));
    assert_eq!(limit(limits, &wide), None);
    let wide = format!("{{ {} }}", "__typename ".repeat(101));
    assert!(limit(limits, &wide).unwrap().contains("for 101 fields, which is more than the limit of 100 fields"));
    let long = format!("{{ {} }}", "__typename ".repeat(2001));
    assert!(limit(limits, &long).unwrap().contains("has 2003 tokens, which is more than the limit of 2000 tokens"));
    let value = |depth| format!("{{ document(required: {}1{}) }}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(limit(limits, &value(63)), None);
    assert!(limit(limits, &value(64)).is_some());
    let doubling = (1..60).map(|level| format!("fragment F{level} on Query {{ ...F{0} ...F{0} }}", level + 1));
    let bomb = format!("{{ ...F1 }} {} fragment F60 on Query {{ __typename }}", doubling.collect::<String>());
    // 2 to the power of 59.
    assert!(limit(limits, &bomb).unwrap().contains("for 576460752303423488 fields"));
}

#[test]
fn a_raised_limit_has_the_stack_that_it_needs() {
    let limits = Limits { depth: 3000, tokens: 100_000, fields: 100_000 };
    assert_eq!(limit(limits, &nested(3000)), None);
    assert!(limit(limits, &nested(3001)).is_some());
    assert!(limit(limits, &"{ a ".repeat(50_000)).is_some());
}

#[test]
fn introspection_does_not_go_in_circles() {
    let limits = Limits::default();
    let round = "{ __schema { types { fields { type { fields { name } } } } } }";
    assert_eq!(limit(limits, round), None);
    let rounds = "{ __type(name: \"Query\") { ...F } } fragment F on __Type { fields { type { ...G } } } fragment G on __Type { interfaces { possibleTypes { name } } }";
    assert!(limit(limits, rounds).unwrap().contains("more than 2 times"));
    let cycle = "{ __schema { types { ...F } } } fragment F on __Type { fields { type { ...F } } }";
    let schema = samples::schema();
    assert!(load(&schema, &samples::parser(), cycle, None).is_err());
}

// That it takes no seconds is counted by benches/stages.rs.
#[test]
fn a_thousand_fragments_are_valid() {
    let schema = samples::schema();
    let parser = samples::parser();
    let many = |part: &str| (0..900).map(|index| part.replace('#', &index.to_string())).collect::<String>();
    let fragments = many("fragment F# on Query { albums { totalCount } __schema { description } } ");
    let source = format!("{{ {} }} {fragments}", many("...F# "));
    assert!(load(&schema, &parser, &source, None).is_ok());
}

const WORDS: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "!",
    "$",
    "@",
    ":",
    "=",
    "...",
    "|",
    "\"a\"",
    "\"\"\"",
    "\"",
    "\\",
    "#",
    "\n",
    "1",
    "-2.5e3",
    "01",
    "null",
    "true",
    "query",
    "mutation",
    "subscription",
    "fragment",
    "on",
    "F",
    "G",
    "x",
    "album",
    "albums",
    "node",
    "nodes",
    "id",
    "title",
    "first",
    "filter",
    "orderBy",
    "albumId",
    "ids",
    "artist",
    "document",
    "required",
    "__typename",
    "__schema",
    "__type",
    "name",
    "types",
    "Album",
    "Query",
    "Node",
    "Int",
    "JSON",
    "Status",
    "AlbumFilter",
    "AlbumOrderBy",
    "__Type",
    "skip",
    "include",
    "if",
    "é",
    "\u{0}",
    "\u{feff}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn noise_never_panics(words in prop::collection::vec(prop::sample::select(WORDS), 0..60), text in ".{0,80}") {
        let schema = samples::schema();
        let parser = samples::parser();
        for source in [words.join(" "), words.concat(), text] {
            let _ = load(&schema, &parser, &source, None);
        }
    }

    #[test]
    fn damaged_documents_never_panic(seed in 0..3usize, cut in 0..400usize, insert in prop::sample::select(WORDS)) {
        let schema = samples::schema();
        let parser = samples::parser();
        let source = [
            "query A($i: Int = 1, $f: AlbumFilter, $b: Boolean! = true) { album(albumId: $i) @skip(if: $b) { ...F artist { name } } albums(first: 1, filter: {and: [$f]}) { nodes { ...F } } } fragment F on Album { id t: title(upper: true) ... on Node @include(if: $b) { id } }",
            "query B($n: String!) { __type(name: $n) { ...T } __schema { types { ...T } } document(required: {a: [1, {b: $n}]}) } fragment T on __Type { name fields(includeDeprecated: true) { name type { ...T2 } } } fragment T2 on __Type { name }",
            "{ albums(orderBy: [{title: ASC}, {artist: {name: DESC}}], filter: {title: {eq: \"\"\"x\"\"\", in: [\"a\"], length: 1}}) { edges { node { id } } } }",
        ][seed];
        let at = (0..=cut.min(source.len())).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0);
        let after = source[at..].find(' ').map_or(source.len(), |space| at + space);
        for damaged in [format!("{}{insert}{}", &source[..at], &source[at..]), format!("{} {insert} {}", &source[..at], &source[after..]), source[..at].to_owned()] {
            if let Ok(operation) = load(&schema, &parser, &damaged, None) {
                for variables in [serde_json::json!({}), serde_json::json!({"i": null, "n": "Album", "b": false, "f": {}})] {
                    if let Ok(variables) = coerce_variables(&schema, &operation, variables.as_object().unwrap()) {
                        answers(&schema, &operation, &variables);
                    }
                }
            }
        }
    }
}

#[test]
fn the_two_requests_that_make_juniper_panic_are_errors() {
    let schema: Schema = samples::schema();
    let parser = samples::parser();
    assert!(load(&schema, &parser, "query($i: Nope = 1) { __typename }", None).is_err());
    let given = serde_json::json!({"a": null});
    for (source, expected) in [
        (
            "query($a: Boolean = true) { __schema @skip(if: $a) { queryType { name } } }",
            r#"{"queryType":{"name":"Query"}}"#,
        ),
        (
            "query($a: Boolean = true) { __schema { ... { queryType { ...F } } } } fragment F on __Type { kind name @include(if: $a) }",
            r#"{"queryType":{"kind":"OBJECT"}}"#,
        ),
    ] {
        let operation = load(&schema, &parser, source, None).unwrap();
        let variables = coerce_variables(&schema, &operation, given.as_object().unwrap()).unwrap();
        let answers = answers(&schema, &operation, &variables);
        let written: Vec<_> = answers.values().map(|json| String::from_utf8_lossy(json)).collect();
        assert_eq!(written, [expected]);
    }
}
