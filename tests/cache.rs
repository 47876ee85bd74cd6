//! Work that a repeated request does not need is not done again, by the engine's counters.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;
mod support;

use engine::{ask, start};
use relata::response::engine::Request;
use serde_json::{Value, json};

const SCRIPT: &str = "
    CREATE TABLE artist (artist_id int PRIMARY KEY, name text NOT NULL UNIQUE);
    INSERT INTO artist SELECT n, 'artist ' || n FROM generate_series(1, 100) n;
    CREATE TABLE album (album_id int PRIMARY KEY, artist_id int NOT NULL REFERENCES artist);
    INSERT INTO album SELECT n, 1 + n % 100 FROM generate_series(1, 300) n;
    CREATE INDEX ON album (artist_id);";

/// Requests of one document: each with its variables and how many plans it makes.
struct Case {
    name: &'static str,
    query: &'static str,
    steps: Vec<(Value, u64)>,
}

fn cases() -> Vec<Case> {
    let id = |table: &str, key: &str| {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        URL_SAFE_NO_PAD.encode(json!(["public", table, key]).to_string())
    };
    vec![
        Case {
            name: "values of columns are binds",
            query: "query ($id: Int!, $name: String!) { artist(artistId: $id) { name } artistByName(name: $name) { artistId } }",
            steps: vec![
                (json!({ "id": 1, "name": "artist 2" }), 1),
                (json!({ "id": 2, "name": "nobody" }), 0),
                (json!({ "id": 2, "name": "nobody" }), 0),
            ],
        },
        Case {
            name: "lists of every length are one bind",
            query: "query ($ids: [Int!]!) { artistsByArtistIds(artistIds: $ids) { name } }",
            steps: vec![(json!({ "ids": [1] }), 1), (json!({ "ids": [] }), 0), (json!({ "ids": [3, 2, 1] }), 0)],
        },
        Case {
            name: "an order is a shape, whoever gives it",
            query: "query ($order: [AlbumOrderBy!], $down: OrderDirection!) {
                      a: albums(orderBy: $order) { nodes { albumId } }
                      b: albums(orderBy: [{ artist: { name: $down } }]) { nodes { albumId } } }",
            steps: vec![
                (json!({ "order": [{ "albumId": "DESC" }], "down": "ASC" }), 1),
                (json!({ "order": [{ "albumId": "DESC" }], "down": "ASC" }), 0),
                (json!({ "order": [{ "albumId": "ASC" }], "down": "ASC" }), 1),
                (json!({ "order": [{ "artistId": "ASC" }, { "albumId": "ASC" }], "down": "ASC" }), 1),
                (json!({ "order": null, "down": "DESC" }), 1),
                (json!({ "order": [], "down": "DESC" }), 0),
            ],
        },
        Case {
            name: "page sizes share few plans; null is absent",
            query: "query ($first: Int, $offset: Int) { artists(first: $first, offset: $offset) { nodes { name } } }",
            steps: vec![
                (json!({ "first": 3 }), 1),
                (json!({ "first": 4 }), 0),
                (json!({ "first": 5 }), 0),
                (json!({ "first": 6 }), 1),
                (json!({ "first": 10 }), 0),
                (json!({}), 1),
                (json!({ "first": null, "offset": null }), 0),
                (json!({ "first": 5, "offset": 1 }), 1),
                (json!({ "first": 4, "offset": 70 }), 0),
            ],
        },
        Case {
            name: "what is skipped belongs to the shape",
            query: "query ($yes: Boolean!) { artist(artistId: 1) { name @include(if: $yes) artistId @skip(if: $yes) } }",
            steps: vec![
                (json!({ "yes": true }), 1),
                (json!({ "yes": false }), 1),
                (json!({ "yes": true }), 0),
                (json!({ "yes": false }), 0),
            ],
        },
        Case {
            name: "the values of a filter are binds; which conditions it has belongs to the shape",
            query: "query ($filter: ArtistFilter) { artists(filter: $filter) { totalCount nodes { name } } }",
            steps: vec![
                (json!({ "filter": { "name": { "eq": "artist 1" } } }), 1),
                (json!({ "filter": { "name": { "eq": "artist 2" } } }), 0),
                (json!({ "filter": { "name": { "ne": "artist 2" } } }), 1),
                (json!({ "filter": { "artistId": { "in": [1] } } }), 1),
                // Nothing is in an empty list: that is false, also where a relation leads to no row.
                (json!({ "filter": { "artistId": { "in": [] } } }), 1),
                (json!({ "filter": { "artistId": { "in": [3, 2, 1] } } }), 0),
                (json!({ "filter": { "artistId": { "in": [] } } }), 0),
                (json!({ "filter": { "name": { "startsWith": "a" } } }), 1),
                (json!({ "filter": { "name": { "startsWith": "artist 9" } } }), 0),
                // Nothing begins so that is not the end of all texts.
                (json!({ "filter": { "name": { "startsWith": "" } } }), 1),
                (json!({ "filter": { "name": { "isNull": true } } }), 1),
                (json!({ "filter": { "name": { "isNull": false } } }), 1),
                (json!({ "filter": { "or": [{ "name": { "iEq": "a" } }, { "artistId": { "gt": 7 } }] } }), 1),
                (json!({ "filter": { "or": [{ "name": { "iEq": "b" } }, { "artistId": { "gt": 9 } }] } }), 0),
                (json!({ "filter": { "or": [{ "name": { "iEq": "b" } }] } }), 1),
                (json!({ "filter": { "id": { "eq": id("artist", "1") } } }), 1),
                (json!({ "filter": { "id": { "eq": id("artist", "2") } } }), 0),
                (json!({ "filter": { "albums": { "some": { "albumId": { "gt": 1 } } } } }), 1),
                (json!({ "filter": { "albums": { "some": { "albumId": { "gt": 2 } } } } }), 0),
                (json!({ "filter": { "albums": { "none": { "albumId": { "gt": 2 } } } } }), 1),
                (json!({ "filter": null }), 1),
                (json!({}), 0),
            ],
        },
        Case {
            name: "the type inside an id belongs to the shape, its key does not",
            query: "query ($id: ID!) { node(id: $id) { __typename } }",
            steps: vec![
                (json!({ "id": id("artist", "1") }), 1),
                (json!({ "id": id("artist", "77") }), 0),
                (json!({ "id": id("album", "1") }), 1),
                (json!({ "id": id("album", "2") }), 0),
                (json!({ "id": id("artist", "2") }), 0),
            ],
        },
        Case {
            name: "the types inside a list of ids belong to the shape, their order and number do not",
            query: "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }",
            steps: vec![
                (json!({ "ids": [id("artist", "1"), id("album", "1")] }), 1),
                (json!({ "ids": [id("album", "2"), id("artist", "3"), id("album", "3")] }), 0),
                (json!({ "ids": [id("album", "2")] }), 1),
            ],
        },
    ]
}

#[tokio::test]
async fn other_values_make_neither_documents_nor_plans() {
    let database = support::database(&[SCRIPT]);
    let engine = start(&database).await;
    for Case { name, query, steps } in cases() {
        let start = engine.counters();
        for (position, (variables, plans)) in steps.iter().enumerate() {
            let before = engine.counters();
            let answer = ask(&engine, query, None, variables).await;
            assert!(answer.get("errors").is_none(), "{name}: {answer}");
            let made = engine.counters().plans_made - before.plans_made;
            assert_eq!(made, *plans, "{name}, step {position}: {variables}");
        }
        assert_eq!(engine.counters().documents_loaded, start.documents_loaded + 1, "{name}");
    }
}

/// A cursor's value is a bind: walking a connection makes the plan of its first page and that of the others.
#[tokio::test]
async fn a_walk_makes_two_plans() {
    let database = support::database(&[SCRIPT]);
    let engine = start(&database).await;
    let query = "query ($after: String) { artists(first: 7, after: $after) { nodes { artistId albums { totalCount } } pageInfo { hasNextPage endCursor } } }";
    let mut after = Value::Null;
    let mut found = Vec::new();
    loop {
        let answer = ask(&engine, query, None, &json!({ "after": after })).await;
        let page = &answer["data"]["artists"];
        found.extend(page["nodes"].as_array().unwrap().iter().map(|node| node["artistId"].as_u64().unwrap()));
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
    assert_eq!(found, (1..=100).collect::<Vec<_>>());
    let counters = engine.counters();
    assert_eq!((counters.documents_loaded, counters.plans_made), (1, 2));
}

/// The operations of a document are known apart, and so are documents that differ by a blank.
#[tokio::test]
async fn operations_and_documents_are_known_apart() {
    let database = support::database(&[SCRIPT]);
    let engine = start(&database).await;
    let query = "query a { artist(artistId: 1) { name } } query b { artist(artistId: 2) { name } }";
    for _ in 0..3 {
        let a = ask(&engine, query, Some("a"), &Value::Null).await;
        let b = ask(&engine, query, Some("b"), &Value::Null).await;
        assert_eq!(
            (&a["data"]["artist"]["name"], &b["data"]["artist"]["name"]),
            (&json!("artist 1"), &json!("artist 2"))
        );
    }
    assert_eq!(engine.counters().documents_loaded, 2);
    ask(&engine, &format!("{query} "), Some("a"), &Value::Null).await;
    assert_eq!(engine.counters().documents_loaded, 3);
}

/// An answer of introspection is made once for a document and its variables, and given whole whenever it is asked for.
#[tokio::test]
async fn introspection_is_made_once() {
    // With so many tables it is not told in one part.
    const MORE: &str = "DO $$ BEGIN FOR n IN 1..30 LOOP
        EXECUTE format('CREATE TABLE more_%s (key int PRIMARY KEY, name text)', n);
    END LOOP; END $$;";
    let database = support::database(&[SCRIPT, MORE]);
    let engine = start(&database).await;
    let everything = include_str!("../src/response/introspection/everything.graphql");
    let expected = format!("{{\"data\":{}}}", engine.introspection_json());
    assert!(expected.len() > 64 * 1024, "the answer is given in parts");
    for _ in 0..3 {
        let request = Request {
            query: everything.to_owned(),
            operation_name: None,
            variables: None,
            request_id: None,
            only_queries: true,
        };
        assert_eq!(engine::answer(&engine, request).await, expected);
    }
    assert_eq!(engine.counters().introspections_made, 1);
    let query = "query ($name: String!, $all: Boolean = true) { t: __type(name: $name) { name fields(includeDeprecated: $all) { name } } __typename }";
    let steps = [
        (json!({ "name": "Artist" }), json!("Artist"), 1),
        (json!({ "name": "Album" }), json!("Album"), 1),
        (json!({ "name": "Artist" }), json!("Artist"), 0),
        (json!({ "name": "Artist", "all": true }), json!("Artist"), 0),
        (json!({ "name": "Artist", "all": false }), json!("Artist"), 1),
        (json!({ "name": "Nobody" }), Value::Null, 1),
    ];
    for (variables, name, made) in steps {
        let before = engine.counters();
        let answer = ask(&engine, query, None, &variables).await;
        let found = answer["data"]["t"].as_object().map_or(&Value::Null, |found| &found["name"]);
        assert_eq!((found, &answer["data"]["__typename"]), (&name, &json!("Query")), "{variables}");
        let after = engine.counters();
        assert_eq!(after.introspections_made - before.introspections_made, made, "{variables}");
        assert_eq!(after.plans_made, before.plans_made, "nothing has to be planned");
    }
    // Beside data it is a part of an answer that is not kept.
    let before = engine.counters();
    let answer =
        ask(&engine, "{ __schema { queryType { name } } artist(artistId: 1) { name } }", None, &json!({})).await;
    assert_eq!(
        answer["data"],
        json!({ "__schema": { "queryType": { "name": "Query" } }, "artist": { "name": "artist 1" } })
    );
    assert_eq!(engine.counters().introspections_made, before.introspections_made);
}

/// Workers share what one of them has learnt.
#[tokio::test]
async fn workers_share_the_caches() {
    let database = support::database(&[SCRIPT]);
    let engine = start(&database).await;
    let other = engine.for_worker(1).unwrap();
    let query = "{ artist(artistId: 1) { name } }";
    let first = ask(&engine, query, None, &Value::Null).await;
    assert_eq!(ask(&other, query, None, &Value::Null).await, first);
    assert_eq!(engine.counters(), other.counters());
    assert_eq!(engine.counters().plans_made, 1);
}

/// The caches are bounded in bytes: a flood of documents drives out those that nobody repeats.
#[tokio::test]
async fn the_caches_are_bounded() {
    let database = support::database(&[SCRIPT]);
    let engine = start(&database).await;
    let padding = "#".repeat(200_000);
    let document = |number: usize| format!("{{ artist(artistId: 1) {{ name }} }} # {number} {padding}");
    for number in 0..200 {
        ask(&engine, &document(number), None, &Value::Null).await;
    }
    let before = engine.counters().documents_loaded;
    assert_eq!(before, 200);
    for number in 0..200 {
        ask(&engine, &document(number), None, &Value::Null).await;
    }
    let again = engine.counters().documents_loaded - before;
    assert!(again > 150, "only {again} of 200 documents of 200 kB were forgotten: more than 10 MB of text are kept");
}
