//! Requests that come at the same time and differ in their parameters only: they share a statement, and each has its own
//! answer. What is shared, and how, is in `tests/cases/api/shared_statements`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;
mod support;

use engine::{answer, ask, options, request, start, until_few_statements, while_clients_go_away};
use futures_util::future::join_all;
use relata::{
    execute::Session,
    response::engine::{Answer, Engine, Options, Sharing},
};
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};
use std::{sync::Arc, time::Duration};
use support::TestDatabase;

const HARBOURS: &str = "
    CREATE TABLE harbour (id int PRIMARY KEY, name text NOT NULL UNIQUE);
    CREATE TABLE ship (id int PRIMARY KEY, harbour_id int NOT NULL REFERENCES harbour, name text NOT NULL);
    CREATE INDEX ON ship (harbour_id, id);
    INSERT INTO harbour SELECT n, 'harbour \"' || n || '\\,{}' FROM generate_series(1, 100) n;
    INSERT INTO ship SELECT n, 1 + n % 97, 'ship ' || n FROM generate_series(1, 300) n WHERE n % 97 % 3 > 0;
    ANALYZE;";
const HARBOUR: &str =
    "query ($id: Int!) { harbour(rowId: $id) { rowId name ships(first: 3) { nodes { rowId name } } } }";
const BY_NAME: &str = "query ($name: String!) { harbourByName(name: $name) { rowId } }";

/// The answers to a query with each of these variables, asked at the same time; and the statements that this took, where
/// the log of PostgreSQL tells.
async fn together(
    database: &TestDatabase,
    engine: &Engine,
    query: &str,
    variables: &[Value],
) -> (Vec<Value>, Option<Vec<String>>) {
    let mark = database.mark();
    let answers = join_all(variables.iter().map(|variables| ask(engine, query, None, variables))).await;
    let statements = mark.map(|mark| database.statements_since(&mark));
    (answers, statements.map(|all| all.into_iter().map(|statement| statement.text).collect()))
}

async fn one_by_one(engine: &Engine, query: &str, variables: &[Value]) -> Vec<Value> {
    let mut answers = Vec::new();
    for variables in variables {
        answers.push(ask(engine, query, None, variables).await);
    }
    answers
}

#[tokio::test]
async fn each_request_has_its_own_answer() {
    let database = support::database(&[HARBOURS]);
    // Those that are asked twice would else share an answer, and not the statement.
    let options = Options { sharing: Sharing::Statements, ..options(&database) };
    let engine = Engine::start(options).await.unwrap();
    // Some of them twice, some that are not there, and none in order.
    let ids: Vec<_> = (0..130).map(|n| json!({ "id": n * 37 % 110 })).collect();
    let alone = one_by_one(&engine, HARBOUR, &ids).await;
    let distinct = alone.iter().map(Value::to_string).collect::<std::collections::BTreeSet<_>>();
    assert!(distinct.len() > 80 && distinct.iter().any(|answer| answer.contains("null")));
    // 64 at most share one; the first may have been asked before the others came.
    until_few_statements(100, 4, async || {
        let (answers, statements) = together(&database, &engine, HARBOUR, &ids).await;
        assert_eq!(answers, alone);
        statements.map(|statements| statements.len())
    })
    .await;
}

#[tokio::test]
async fn parameters_are_taken_as_they_are() {
    let database = support::database(&[HARBOURS]);
    let engine = start(&database).await;
    let names: Vec<_> = (0..20).map(|n| json!({ "name": format!("harbour \"{n}\\,{{}}") })).collect();
    let odd = ["", "NULL", "{", "\\", "\"", "},{", "'; DROP TABLE ship; --", "ſ 🜁"].map(|name| json!({ "name": name }));
    let names = [names, odd.to_vec()].concat();
    let alone = one_by_one(&engine, BY_NAME, &names).await;
    let (answers, _) = together(&database, &engine, BY_NAME, &names).await;
    assert_eq!(answers, alone);
    assert_eq!(answers[7], json!({ "data": { "harbourByName": { "rowId": 7 } } }));
}

#[tokio::test]
async fn long_parameters_are_not_shared() {
    let database = support::database(&[HARBOURS]);
    let engine = start(&database).await;
    let names: Vec<_> = (0..4).map(|n| json!({ "name": "n".repeat(1100 + n) })).collect();
    let (_, statements) = together(&database, &engine, BY_NAME, &names).await;
    let Some(statements) = statements else { return };
    assert_eq!(statements.len(), 4);
}

#[tokio::test]
async fn a_request_that_fails_fails_alone() {
    let script = "CREATE TABLE host (address inet PRIMARY KEY, name text NOT NULL);
                  INSERT INTO host SELECT ('10.0.0.' || n)::inet, 'host ' || n FROM generate_series(1, 9) n;";
    let database = support::database(&[script]);
    let engine = start(&database).await;
    let query = "query ($address: String!) { host(address: $address) { name } }";
    let addresses = ["10.0.0.1", "10.0.0.2", "no address", "10.0.0.4", "10.0.0.5"];
    let addresses = addresses.map(|address| json!({ "address": address }));
    let alone = one_by_one(&engine, query, &addresses).await;
    let (answers, _) = together(&database, &engine, query, &addresses).await;
    assert_eq!(answers, alone);
    assert_eq!(answers[3], json!({ "data": { "host": { "name": "host 4" } } }));
    assert!(answers[2]["errors"][0]["message"].is_string(), "{}", answers[2]);
}

/// Clients go away while their requests run the statement, wait for it, or are about to ask for all.
#[tokio::test]
async fn requests_that_go_away_take_no_other_with_them() {
    let database = support::database(&[HARBOURS]);
    let mut options = options(&database);
    options.connections = 3;
    let engine = Arc::new(Engine::start(options).await.unwrap());
    let with_id = |id: usize| request(HARBOUR, &json!({ "id": id }));
    let mut expected = Vec::new();
    for id in 0..40 {
        expected.push(answer(&engine, with_id(id)).await);
    }
    while_clients_go_away(&engine, with_id, &expected).await;
}

/// Those whose role or claims are their own share nothing.
#[tokio::test]
async fn who_has_a_role_asks_alone() {
    let database = support::database(&[]);
    let role = database.create_role("reader", "NOLOGIN");
    database.execute(&format!(
        "CREATE TABLE note (id int PRIMARY KEY, owner text NOT NULL);
         INSERT INTO note VALUES (1, 'ada'), (2, 'bo');
         ALTER TABLE note ENABLE ROW LEVEL SECURITY;
         CREATE POLICY own ON note USING (owner = current_setting('request.jwt.claims')::json ->> 'sub');
         GRANT SELECT ON note TO \"{role}\";"
    ));
    let engine = start(&database).await;
    let sessions: Vec<_> = ["ada", "bo", "ada", "bo", "eve"]
        .map(|name| Session { role: Some(role.clone()), claims: Some(json!({ "sub": name }).to_string()) })
        .into();
    let query = "query ($id: Int!) { note(rowId: $id) { owner } }";
    let asked = sessions.iter().map(|session| engine.answer(request(query, &json!({ "id": 1 })), session));
    let answers = join_all(asked).await.into_iter().map(|answer| match answer {
        Answer::Complete(body) => serde_json::from_slice::<Value>(&body).unwrap()["data"]["note"]["owner"].clone(),
        _ => panic!("it is complete"),
    });
    assert_eq!(answers.collect::<Vec<_>>(), [json!("ada"), json!(null), json!("ada"), json!(null), json!(null)]);
}

/// A statement that takes long holds up none of those that would share the next one.
#[tokio::test]
async fn nobody_waits_for_a_statement_that_hangs() {
    let database = support::database(&[HARBOURS]);
    let mut options = options(&database);
    options.connections = 4;
    let engine = Arc::new(Engine::start(options).await.unwrap());
    let mut locks = PgConnection::connect(&database.url()).await.unwrap();
    let mut locking = locks.begin().await.unwrap();
    sqlx::query("LOCK TABLE harbour IN ACCESS EXCLUSIVE MODE").execute(&mut *locking).await.unwrap();
    let tasks: Vec<_> = (1..=3)
        .map(|id| {
            let engine = Arc::clone(&engine);
            tokio::spawn(async move { answer(&engine, request(HARBOUR, &json!({ "id": id }))).await })
        })
        .collect();
    let mut watching = PgConnection::connect(&database.url()).await.unwrap();
    let blocked =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let mut most = 0_i64;
    for _ in 0..1000 {
        most = most.max(sqlx::query_scalar(blocked).fetch_one(&mut watching).await.unwrap());
        if most == 3 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    locking.rollback().await.unwrap();
    for (task, id) in tasks.into_iter().zip(1..) {
        let answer: Value = serde_json::from_str(&task.await.unwrap()).unwrap();
        assert_eq!(answer["data"]["harbour"]["rowId"], id);
    }
    assert_eq!(most, 3, "statements that waited for the lock");
}
