//! What the database of oddities brings to the limits: a row of 1,600 columns wherever rows can be, lists of 100,000
//! values, operations with many parts, long chains of relations. What PostgreSQL cannot do in one statement is refused by
//! relata, with the limit and the value, before PostgreSQL sees it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod databases;
mod engine;
mod support;

use engine::ask;
use relata::response::engine::Engine;
use serde_json::{Value, json};

/// An engine over the database of oddities.
struct Oddities {
    engine: Engine,
    database: support::TestDatabase,
}

impl Oddities {
    async fn start() -> Self {
        let database = databases::oddities();
        let engine = engine::start(&database).await;
        assert!(engine.ready().await);
        Self { engine, database }
    }

    /// The `data` of an answer without errors, for which the database got one statement.
    async fn data(&self, query: &str, variables: &Value) -> Value {
        let mark = self.database.mark();
        let mut answer = ask(&self.engine, query, None, variables).await;
        assert_eq!(answer.get("errors"), None, "{:.300}", query);
        if let Some(mark) = mark {
            assert_eq!(self.database.statements_since(&mark).len(), 1, "{:.300}", query);
        }
        answer["data"].take()
    }

    /// The message of the only error of an answer, which is about a limit.
    async fn excess(&self, query: &str) -> (String, Value) {
        self.excess_of(query, &json!({})).await
    }

    async fn excess_of(&self, query: &str, variables: &Value) -> (String, Value) {
        let mut answer = ask(&self.engine, query, None, variables).await;
        assert_eq!(answer["errors"].as_array().map(Vec::len), Some(1), "{:.300}: {answer:.300}", query);
        let error = &answer["errors"][0];
        assert_eq!(error["extensions"]["code"], "LIMIT_EXCEEDED", "{error}");
        (error["message"].as_str().unwrap().to_owned(), answer["data"].take())
    }
}

/// All fields of the table `wide`.
fn all_columns() -> String {
    let numbered = (3..=1600).map(|number| format!(" c{number:04}"));
    format!("wideId previousId{}", numbered.collect::<String>())
}

/// `next { next { … { note } } }`
fn nested(depth: usize, open: &str, leaf: &str, close: &str) -> String {
    format!("{}{leaf}{}", open.repeat(depth), close.repeat(depth))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_of_1600_columns_come_whole_wherever_they_are_asked_for() {
    let oddities = Oddities::start().await;
    let all = all_columns();
    let twice = format!("{{ a: wide(wideId: 1) {{ {all} }} b: wide(wideId: 2) {{ {all} }} }}");
    let one = oddities.data(&twice, &json!({})).await;
    let (first, second) = (&one["a"], &one["b"]);
    assert_eq!(first.as_object().map(serde_json::Map::len), Some(1600));
    assert_eq!((&first["c0003"], &second["c1597"]), (&json!("0.375"), &json!("t1597")));

    let page = format!(
        "{{ wides(first: 2) {{ totalCount nodes {{ {all} }} pageInfo {{ hasNextPage endCursor }} }}
           people(first: 1) {{ nodes {{ rowId }} }} nodes(ids: [\"WyJwdWJsaWMiLCJ3aWRlIiwiMiJd\"]) {{ ... on Wide {{ {all} }} }} }}"
    );
    let page = oddities.data(&page, &json!({})).await;
    assert_eq!(page["wides"]["nodes"], json!([first, second]));
    assert_eq!((&page["wides"]["totalCount"], &page["people"]["nodes"][0]["rowId"]), (&json!(4), &json!(1)));
    assert_eq!(page["nodes"], json!([second]));

    let below =
        format!("{{ wide(wideId: 1) {{ {all} widesByPreviousId {{ edges {{ cursor node {{ {all} }} }} }} }} }}");
    let below = oddities.data(&below, &json!({})).await;
    assert_eq!(below["wide"]["widesByPreviousId"]["edges"][0]["node"], *second);
    assert_eq!(below["wide"]["c1600"], first["c1600"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn too_many_columns_are_counted_before_postgres_counts_them() {
    let oddities = Oddities::start().await;
    let all = all_columns();
    let query =
        format!("{{ ok: wide(wideId: 1) {{ wideId }} wide(wideId: 2) {{ {all} before: previous {{ {all} }} }} }}");
    let (message, data) = oddities.excess(&query).await;
    assert_eq!(message, "With `before` the statement would have 3201 columns; PostgreSQL's limit is 1664.");
    assert_eq!(data, json!({ "ok": { "wideId": 1 }, "wide": null }));

    // Up to the limit all is answered, and beyond it nothing is sent to PostgreSQL: there is no third outcome.
    let (head, tail) = (["wide(wideId: 2)", "wides(first: 2)"], [("", ""), ("nodes {", "}")]);
    for (field, (open, close)) in head.into_iter().zip(tail) {
        let outcomes = [40, 55, 58, 59, 60, 61, 62, 63, 64, 65].map(|count| {
            let more: String = (0..count).map(|number| format!(" c{:04}", 3 + 6 * number)).collect();
            format!("{{ {field} {{ {open} {all} previous {{ {more} }} {close} }} }}")
        });
        let mut refused = 0;
        for query in &outcomes {
            let answer = ask(&oddities.engine, query, None, &json!({})).await;
            let code = &answer["errors"][0]["extensions"]["code"];
            assert!(code == "LIMIT_EXCEEDED" || (refused == 0 && code.is_null()), "{answer:.300}");
            refused += usize::from(!code.is_null());
        }
        assert!((1..outcomes.len()).contains(&refused), "{refused}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_of_100000_values_are_one_parameter() {
    const LENGTH: usize = 100_000;
    let oddities = Oddities::start().await;
    let keys: Vec<usize> = (0..LENGTH).map(|number| number % 150).collect();
    let query = "query($keys: [Int!]!) { peopleByRowIds(rowIds: $keys) { rowId id } }";
    let found = oddities.data(query, &json!({ "keys": keys })).await;
    let found = found["peopleByRowIds"].as_array().unwrap();
    let expected = |number: usize| if (1..=120).contains(&number) { json!(number) } else { Value::Null };
    assert!(found.iter().zip(&keys).all(|(row, key)| row["rowId"] == expected(*key)));
    assert_eq!(found.len(), LENGTH);

    let ids: Vec<&Value> = (0..LENGTH).map(|number| &found[1 + number % 120]["id"]).collect();
    let query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { id } } }";
    let nodes = oddities.data(query, &json!({ "ids": ids })).await;
    assert!(nodes["nodes"].as_array().unwrap().iter().map(|node| &node["id"]).eq(ids));

    let texts: Vec<String> = keys.iter().map(usize::to_string).collect();
    let (message, _) =
        oddities.excess(&format!("{{ peopleByRowIds(rowIds: [{}]) {{ rowId }} }}", texts.join(","))).await;
    assert_eq!(message, "The document has 100012 tokens, which is more than the limit of 15000 tokens.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn operations_may_have_many_parts() {
    let oddities = Oddities::start().await;
    let roots = (1..=200).map(|number| match number % 2 {
        0 => format!("r{number}: person(rowId: {number}) {{ rowId }}"),
        _ => format!("r{number}: people(first: 1, offset: {number}) {{ totalCount nodes {{ rowId }} }}"),
    });
    let data = oddities.data(&format!("{{ {} }}", roots.collect::<String>()), &json!({})).await;
    for number in 1..=200 {
        let is_there = number <= 120;
        let expected = match number % 2 {
            0 if is_there => json!({ "rowId": number }),
            0 => Value::Null,
            _ if number < 120 => json!({ "totalCount": 120, "nodes": [{ "rowId": number + 1 }] }),
            _ => json!({ "totalCount": 120, "nodes": [] }),
        };
        assert_eq!(data[format!("r{number}")], expected);
    }

    // A fragment multiplies: 66 rows with 60 counts each.
    let roots: String = (0..66).map(|number| format!("r{number}: link(linkId: {number}) {{ ...Counts }} ")).collect();
    let counts: String = (0..60).map(|number| format!("c{number}: linksByNextId {{ totalCount }} ")).collect();
    let (message, data) = oddities.excess(&format!("{{ {roots} }} fragment Counts on Link {{ {counts} }}")).await;
    let limit = "With `c34` the statement would have 4001 parts (lists and counts); the limit is 4000.";
    assert_eq!((message.as_str(), &data["r65"]), (limit, &Value::Null));
    assert_eq!(data["r40"]["c59"]["totalCount"], 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn relations_lead_as_deep_as_documents_may_be() {
    let oddities = Oddities::start().await;
    let none = json!({});
    let chain = nested(40, "next {", "note", "}");
    let query = format!("{{ link(linkId: 1) {{ {chain} }} links(first: 3) {{ nodes {{ {chain} }} }} }}");
    let data = oddities.data(&query, &none).await;
    assert_eq!(data["link"].pointer(&"/next".repeat(40)), Some(&json!({ "note": "link 41" })));
    assert_eq!(data["links"]["nodes"][2].pointer(&"/next".repeat(40)), Some(&json!({ "note": "link 43" })));

    let cycle = nested(13, "scissors { paper { rock {", "rockId", "}}}");
    let data = oddities.data(&format!("{{ rock(rockId: 1) {{ scissorsId {cycle} }} }}"), &none).await;
    assert!(data["rock"]["scissorsId"].is_i64(), "{data}");

    let pages = nested(30, "linksByNextId(first: 1) { nodes {", "linkId", "}}");
    let data = oddities.data(&format!("{{ link(linkId: 60) {{ {pages} }} }}"), &none).await;
    assert_eq!(data["link"].pointer(&"/linksByNextId/nodes/0".repeat(30)), Some(&json!({ "linkId": 30 })));

    let (deepest, deeper) = (nested(62, "next {", "linkId", "}"), nested(63, "next {", "linkId", "}"));
    oddities.data(&format!("{{ link(linkId: 101) {{ {deepest} }} }}"), &none).await;
    let (message, _) = oddities.excess(&format!("{{ link(linkId: 101) {{ {deeper} }} }}")).await;
    assert_eq!(message, "The document is nested deeper than the limit of 64 levels: it reaches level 65 here.");
}

/// Filters come from clients, as large as they like: nothing may recurse as deep as a list is long, or look at a condition
/// twice at each level.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn filters_may_have_many_conditions_and_levels() {
    let oddities = Oddities::start().await;
    let query = "query ($filter: LinkFilter) { links(filter: $filter) { totalCount } }";
    let count = async |filter: Value| {
        let data = oddities.data(query, &json!({ "filter": filter })).await;
        data["links"]["totalCount"].as_i64().unwrap()
    };
    let numbered = |test: &str| (1..=5_000).map(|number| json!({ "linkId": { test: number } })).collect::<Value>();
    let all = count(json!({})).await;
    assert_eq!(count(json!({ "or": numbered("eq") })).await, all);
    assert_eq!(count(json!({ "and": numbered("eq") })).await, 0);
    assert_eq!(count(json!({ "not": { "and": numbered("eq") }, "and": numbered("gt") })).await, 0);

    let levels = |depth: usize, wrap: fn(Value) -> Value, leaf: Value| (0..depth).fold(leaf, |inner, _| wrap(inner));
    let one = json!({ "linkId": { "eq": 1 } });
    assert_eq!(count(levels(60, |inner| json!({ "not": inner }), one.clone())).await, 1);
    assert_eq!(count(levels(61, |inner| json!({ "not": inner }), one.clone())).await, all - 1);
    assert_eq!(count(levels(60, |inner| json!({ "or": [inner], "and": [{}] }), one.clone())).await, 1);
    let at_the_end = json!({ "linkId": { "eq": 41 } });
    assert_eq!(count(levels(40, |inner| json!({ "next": inner }), at_the_end)).await, 1);
    assert_eq!(count(levels(40, |inner| json!({ "linksByNextId": { "some": inner } }), one)).await, 1);

    let many: Vec<_> = (0..70_000).map(|number| json!({ "linkId": { "eq": number } })).collect();
    let (message, _) = oddities.excess_of(query, &json!({ "filter": { "or": many } })).await;
    assert_eq!(message, "With `links` the statement would have 70000 parameters; PostgreSQL's limit is 65535.");
}

/// A cursor is compared term by term, so the statement grows with the square of their number.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn orders_have_so_many_terms_at_most() {
    let oddities = Oddities::start().await;
    let query = "query ($order: [WideOrderBy!], $after: String) {
        wides(orderBy: $order, first: 1, after: $after) { nodes { wideId } pageInfo { endCursor } }
    }";
    let order =
        |terms: usize| (3..terms + 3).map(|number| json!({ format!("c{number:04}"): "ASC" })).collect::<Value>();
    let first = oddities.data(query, &json!({ "order": order(64) })).await;
    let mut seen = vec![first["wides"]["nodes"][0]["wideId"].as_i64().unwrap()];
    let mut cursor = first["wides"]["pageInfo"]["endCursor"].clone();
    while !cursor.is_null() {
        let next = oddities.data(query, &json!({ "order": order(64), "after": cursor })).await;
        seen.extend(next["wides"]["nodes"][0]["wideId"].as_i64());
        cursor = next["wides"]["pageInfo"]["endCursor"].clone();
    }
    seen.sort_unstable();
    assert_eq!(seen, [1, 2, 3, 4]);
    // A column that orders already is no term.
    let again: Vec<_> = [order(64), order(64)].iter().flat_map(|order| order.as_array().unwrap().clone()).collect();
    oddities.data(query, &json!({ "order": again })).await;
    let (message, data) = oddities.excess_of(query, &json!({ "order": order(65) })).await;
    assert_eq!(message, "Argument `orderBy`: it has 65 terms; the limit is 64.");
    assert_eq!(data, json!({ "wides": null }));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tour_can_be_taken() {
    let oddities = Oddities::start().await;
    let tour = include_str!("../examples/oddities/tour.graphql");
    let names = tour.lines().filter_map(|line| line.strip_prefix("query ")?.split([' ', '(']).next());
    let mut taken = 0;
    for name in names {
        let answer = ask(&oddities.engine, tour, Some(name), &json!({})).await;
        let errors = answer["errors"].as_array().into_iter().flatten();
        let codes: Vec<_> = errors.map(|error| &error["extensions"]["code"]).collect();
        // The tour shows that NaN is no number of JSON.
        assert!(codes.iter().all(|code| *code == "VALUE_NOT_REPRESENTABLE"), "{name}: {answer}");
        assert_eq!(codes.is_empty(), name != "Extremes", "{name}");
        let fields = answer["data"].as_object().unwrap();
        assert!(fields.values().all(|value| !value.is_null()), "{name}: {answer}");
        taken += 1;
    }
    assert_eq!(taken, 10);
}
