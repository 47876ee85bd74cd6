//! What it costs to find the fields that fail, and as whom that is done. What is answered stands in the golden files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;
mod support;

use engine::{ask, options, start};
use relata::{
    execute::Session,
    response::engine::{Answer, Engine, Request},
};
use serde_json::{Value, json};
use std::{fmt::Write, time::Duration};

/// A statement of all, one for each root field, and those by which the failing fields are looked for.
const MOST_BESIDE_ROOTS: usize = 1 + 100;

/// A view of 30 columns that fail, each in half of its rows.
fn failing_view() -> String {
    let mut columns = String::new();
    for n in 1..=30 {
        write!(columns, ", {n} / (id % 2) AS c{n}").unwrap();
    }
    format!(
        "CREATE TABLE star (star_id int PRIMARY KEY);
         INSERT INTO star VALUES (1), (2);
         CREATE VIEW ruin AS SELECT id{columns} FROM generate_series(1, 100) id;"
    )
}

fn selection() -> String {
    (1..=30).map(|n| format!("c{n} ")).collect()
}

#[tokio::test]
async fn statements_are_bounded() {
    let database = support::database(&[&failing_view()]);
    let engine = start(&database).await;
    let roots = 20;
    let mut query = "{ before: star(starId: 1) { starId } ".to_owned();
    for n in 0..roots {
        write!(query, "r{n}: ruins {{ nodes {{ rowId {} }} }} ", selection()).unwrap();
    }
    query.push_str("after: stars { totalCount } }");
    let Some(mark) = database.mark() else { return };
    let answer = ask(&engine, &query, None, &json!({})).await;
    let statements = database.statements_since(&mark).len();
    assert!((50..=roots + 2 + MOST_BESIDE_ROOTS).contains(&statements), "{statements} statements");
    assert_eq!(answer["data"]["before"], json!({ "starId": 1 }));
    assert_eq!(answer["data"]["after"], json!({ "totalCount": 2 }));
    let errors = answer["errors"].as_array().unwrap();
    for n in 0..roots {
        let path = json!([format!("r{n}")]);
        let of_root = |error: &&Value| error["path"] == path;
        if answer["data"][format!("r{n}")].is_null() {
            let error = errors.iter().find(of_root).unwrap_or_else(|| panic!("no error for {path}"));
            assert_eq!(error["message"], "division by zero");
        }
    }
    assert!(answer["data"]["r19"].is_null(), "nothing is left to be spent on the last one");
}

#[tokio::test]
async fn time_is_bounded() {
    let script = format!(
        "{} CREATE VIEW slow AS SELECT ruin.* FROM ruin, (SELECT FROM pg_sleep(0.5) OFFSET 0) AS sleep;",
        failing_view()
    );
    let database = support::database(&[&script]);
    let mut options = options(&database);
    options.statement_timeout = Duration::from_secs(4);
    let engine = Engine::start(options).await.unwrap();
    let Some(mark) = database.mark() else { return };
    let answer = ask(&engine, &format!("{{ slows {{ nodes {{ {} }} }} }}", selection()), None, &json!({})).await;
    let statements = database.statements_since(&mark).len();
    assert!(statements <= 10, "{statements} statements of half a second within four");
    // The error by which the search began, not that it took too long.
    assert_eq!(answer["data"], json!({ "slows": null }));
    assert_eq!(answer["errors"][0]["message"], "division by zero", "{answer}");
}

#[tokio::test]
async fn fields_are_looked_for_as_who_asks() {
    let database = support::database(&[]);
    let role = database.create_role("reader", "NOLOGIN");
    database.execute(&format!(
        "CREATE TABLE note (id int PRIMARY KEY, owner text NOT NULL, body text);
         INSERT INTO note VALUES (1, 'ada', '1'), (2, 'ada', 'two'), (3, 'bo', '3');
         ALTER TABLE note ENABLE ROW LEVEL SECURITY;
         CREATE POLICY own ON note USING (owner = current_setting('request.jwt.claims')::json ->> 'sub');
         CREATE VIEW counted WITH (security_invoker = true) AS SELECT id, CAST(body AS int) AS number FROM note;
         GRANT SELECT ON note, counted TO \"{role}\";"
    ));
    let engine = start(&database).await;
    let session = Session { role: Some(role), claims: Some(json!({ "sub": "ada" }).to_string()) };
    let request = Request {
        query: "{ counteds { nodes { rowId number } totalCount } }".to_owned(),
        operation_name: None,
        variables: None,
        request_id: Some("the-request".to_owned()),
        only_queries: false,
    };
    let Answer::Complete(body) = engine.answer(request, &session).await else { panic!("it is complete") };
    let answer: Value = serde_json::from_slice(&body).unwrap();
    let wanted = json!({ "nodes": [{ "rowId": 1, "number": 1 }, { "rowId": 2, "number": null }], "totalCount": 2 });
    assert_eq!(answer["data"]["counteds"], wanted, "{answer}");
    assert_eq!(answer["errors"][0]["path"], json!(["counteds", "nodes", 1, "number"]));
    assert_eq!(answer["errors"].as_array().unwrap().len(), 1, "{answer}");
}
