//! Requests that are the same in everything and come at the same time: they share an answer, and nobody is told anything
//! that was not true, or not theirs, when they asked.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;
mod support;

use engine::{answer, ask, options, request, start, until_few_statements, while_clients_go_away};
use futures_util::future::join_all;
use relata::{
    execute::Session,
    response::engine::{Engine, Options, Request, Sharing},
};
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use support::TestDatabase;

const SHIPS: &str = "
    CREATE TABLE ship (id int PRIMARY KEY, harbour int NOT NULL, name text NOT NULL);
    INSERT INTO ship SELECT n, n % 7, 'ship ' || n FROM generate_series(1, 300) n;
    ANALYZE;";
const OF_HARBOUR: &str = "query ($harbour: Int!) {
    ships(first: 20, filter: { harbour: { eq: $harbour } }) { totalCount nodes { rowId name } }
}";

/// Asks all of them at the same time, until it took at most `most` statements; `check` looks at the answers every time.
async fn until_shared(
    database: &TestDatabase,
    engine: &Engine,
    requests: impl Fn() -> Vec<(Request, Session)>,
    most: usize,
    check: impl Fn(Vec<String>),
) {
    until_few_statements(100, most, async || {
        let mark = database.mark();
        let asked = requests();
        let answers = asked.into_iter().map(|(request, session)| async move { body(engine, request, &session).await });
        check(join_all(answers).await);
        mark.map(|mark| database.statements_since(&mark).len())
    })
    .await;
}

async fn body(engine: &Engine, request: Request, session: &Session) -> String {
    let body = engine.answer(request, session).await.body().await.unwrap();
    String::from_utf8(body.into()).unwrap()
}

fn anonymous(query: &str, variables: &Value) -> (Request, Session) {
    (request(query, variables), Session::anonymous())
}

#[tokio::test]
async fn the_same_request_is_answered_once() {
    let database = support::database(&[SHIPS]);
    let engine = start(&database).await;
    let variables = json!({ "harbour": 3 });
    let alone = answer(&engine, request(OF_HARBOUR, &variables)).await;
    let requests = || (0..40).map(|_| anonymous(OF_HARBOUR, &variables)).collect();
    let check = |answers: Vec<String>| assert!(answers.iter().all(|answer| *answer == alone));
    // The first one may have been asked before the others came.
    until_shared(&database, &engine, requests, 2, check).await;
}

#[tokio::test]
async fn other_variables_are_another_request() {
    let database = support::database(&[SHIPS]);
    let engine = start(&database).await;
    let mut alone = Vec::new();
    for harbour in 0..4 {
        alone.push(answer(&engine, request(OF_HARBOUR, &json!({ "harbour": harbour }))).await);
    }
    let requests = || (0..40).map(|n| anonymous(OF_HARBOUR, &json!({ "harbour": n % 4 }))).collect();
    let check = |answers: Vec<String>| {
        answers.iter().enumerate().for_each(|(n, answer)| assert_eq!(*answer, alone[n % 4]));
    };
    until_shared(&database, &engine, requests, 8, check).await;
}

/// A session that is equal sees the same; another one does not, whatever the request.
#[tokio::test]
async fn answers_are_those_of_a_session() {
    let database = support::database(&[]);
    let role = database.create_role("reader", "NOLOGIN");
    database.execute(&format!(
        "CREATE TABLE note (id int PRIMARY KEY, owner text NOT NULL);
         INSERT INTO note SELECT n, (ARRAY['ada', 'bo'])[1 + n % 2] FROM generate_series(1, 6) n;
         ALTER TABLE note ENABLE ROW LEVEL SECURITY;
         CREATE POLICY own ON note USING (owner = current_setting('request.jwt.claims')::json ->> 'sub');
         GRANT SELECT ON note TO \"{role}\";"
    ));
    let engine = start(&database).await;
    let query = "{ notes { totalCount nodes { owner } } }";
    let names = ["ada", "bo", "eve"];
    let session = |name: &str| Session { role: Some(role.clone()), claims: Some(json!({ "sub": name }).to_string()) };
    let requests = || (0..30).map(|n| (request(query, &json!({})), session(names[n % 3]))).collect();
    let check = |answers: Vec<String>| {
        for (n, answer) in answers.into_iter().enumerate() {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            let owners = if n % 3 == 2 { vec![] } else { vec![json!({ "owner": names[n % 3] }); 3] };
            assert_eq!(answer["data"]["notes"], json!({ "totalCount": owners.len(), "nodes": owners }));
        }
    };
    // Each of them also sets the role and takes it back.
    let alone = {
        let mark = database.mark();
        check(vec![body(&engine, request(query, &json!({})), &session("ada")).await]);
        mark.map_or(0, |mark| database.statements_since(&mark).len())
    };
    until_shared(&database, &engine, requests, 6 * alone, check).await;
}

/// What was committed before a request came is in its answer, while the same request is being answered all the time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_is_never_older_than_its_request() {
    let database = support::database(&[SHIPS]);
    let mut options = options(&database);
    options.connections = 4;
    let engine = Arc::new(Engine::start(options).await.unwrap());
    let query = "{ ships(first: 1, filter: { name: { startsWith: \"count\" } }) { totalCount nodes { name } } }";
    let stop = Arc::new(AtomicBool::new(false));
    let others: Vec<_> = (0..8)
        .map(|_| {
            let (engine, stop) = (Arc::clone(&engine), Arc::clone(&stop));
            tokio::spawn(async move {
                while !stop.load(Ordering::Relaxed) {
                    answer(&engine, request(query, &json!({}))).await;
                }
            })
        })
        .collect();
    for count in 0..200 {
        let name = format!("count {count}");
        database.execute(&format!("UPDATE ship SET name = '{name}' WHERE id = 1"));
        let answer = ask(&engine, query, None, &json!({})).await;
        assert_eq!(answer["data"]["ships"]["nodes"][0]["name"], name);
    }
    stop.store(true, Ordering::Relaxed);
    for other in others {
        other.await.unwrap();
    }
}

/// A view may give something else each time, which is meant for one client only.
#[tokio::test]
async fn what_a_view_gives_is_given_once() {
    let script = format!("{SHIPS} CREATE VIEW ticket AS SELECT id, gen_random_uuid() AS token FROM ship;");
    let database = support::database(&[&script]);
    let engine = start(&database).await;
    let query = "{ tickets(first: 1) { nodes { token } } }";
    for _ in 0..10 {
        let asked = (0..20).map(|_| answer(&engine, request(query, &json!({}))));
        let answers: BTreeSet<_> = join_all(asked).await.into_iter().collect();
        assert_eq!(answers.len(), 20);
    }
}

/// What is masked is found in the log by the id of its request.
#[tokio::test]
async fn errors_are_not_shared() {
    let database = support::database(&[SHIPS]);
    let engine = start(&database).await;
    database.execute("ALTER TABLE ship RENAME name TO title");
    for _ in 0..20 {
        let asked = (0..20).map(|n| {
            let id = Some(format!("r{n}"));
            answer(
                &engine,
                Request { request_id: id, ..request("{ ships { totalCount nodes { name } } }", &json!({})) },
            )
        });
        for (n, answer) in join_all(asked).await.into_iter().enumerate() {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            assert_eq!(answer["errors"][0]["extensions"]["requestId"], format!("r{n}"), "{answer}");
        }
    }
}

/// Clients go away while their request is answered for all, or while they wait.
#[tokio::test]
async fn requests_that_go_away_take_no_other_with_them() {
    let database = support::database(&[SHIPS]);
    let engine = Arc::new(start(&database).await);
    let harbour_1 = || request(OF_HARBOUR, &json!({ "harbour": 1 }));
    let expected = vec![answer(&engine, harbour_1()).await; 20];
    while_clients_go_away(&engine, |_| harbour_1(), &expected).await;
}

/// Without a free connection, who does not wait for the answer would wait for a connection, to ask the same once more.
#[tokio::test]
async fn who_finds_no_free_connection_waits_for_the_answer() {
    let database = support::database(&[SHIPS]);
    let variables = json!({ "harbour": 5 });
    let mut locks = PgConnection::connect(&database.url()).await.unwrap();
    until_few_statements(20, 2, async || {
        let engine = start(&database).await;
        let expected = answer(&engine, request(OF_HARBOUR, &variables)).await;
        // It has found out that the statement takes no time, so that it would not wait for long.
        for _ in 0..5 {
            answer(&engine, request(OF_HARBOUR, &variables)).await;
        }
        let mark = database.mark()?;
        let mut locking = locks.begin().await.unwrap();
        sqlx::query("LOCK TABLE ship IN ACCESS EXCLUSIVE MODE").execute(&mut *locking).await.unwrap();
        let unlocked = async {
            tokio::time::sleep(Duration::from_millis(50)).await;
            locking.rollback().await.unwrap();
        };
        let answers = join_all((0..20).map(|_| answer(&engine, request(OF_HARBOUR, &variables))));
        let (answers, ()) = tokio::join!(answers, unlocked);
        assert!(answers.iter().all(|answer| *answer == expected));
        let asked = database.statements_since(&mark).into_iter().filter(|statement| statement.text.contains("name"));
        Some(asked.count())
    })
    .await;
}

/// What does not fit into memory many times is streamed to each; what just fits is whole for each.
#[tokio::test]
async fn long_answers_are_whole() {
    let script = "CREATE TABLE page (id int PRIMARY KEY, text text NOT NULL);
                  INSERT INTO page SELECT n, repeat(n::text || ' ', 500) FROM generate_series(1, 1000) n; ANALYZE;";
    let database = support::database(&[script]);
    let engine = start(&database).await;
    let query = "query ($first: Int!) { pages(first: $first) { nodes { rowId text } } }";
    for first in [20, 300, 1000] {
        let variables = json!({ "first": first });
        let alone = answer(&engine, request(query, &variables)).await;
        for _ in 0..3 {
            let asked = (0..12).map(|_| answer(&engine, request(query, &variables)));
            for answer in join_all(asked).await {
                assert!(answer == alone, "{first}: {} bytes instead of {}", answer.len(), alone.len());
            }
        }
    }
}

#[tokio::test]
async fn the_operator_decides_what_is_shared() {
    let database = support::database(&[SHIPS]);
    let by_key = "query ($harbour: Int!) { ship(rowId: $harbour) { name } }";
    for (sharing, query, is_shared) in [
        (Sharing::Nothing, OF_HARBOUR, false),
        (Sharing::Nothing, by_key, false),
        (Sharing::Statements, OF_HARBOUR, false),
        (Sharing::Statements, by_key, true),
        (Sharing::Answers, OF_HARBOUR, true),
    ] {
        let engine = Engine::start(Options { sharing, ..options(&database) }).await.unwrap();
        let variables = json!({ "harbour": 3 });
        if is_shared {
            until_shared(&database, &engine, || (0..20).map(|_| anonymous(query, &variables)).collect(), 2, |_| {})
                .await;
            continue;
        }
        let Some(mark) = database.mark() else { return };
        join_all((0..20).map(|_| answer(&engine, request(query, &variables)))).await;
        assert_eq!(database.statements_since(&mark).len(), 20, "{sharing:?}: {query}");
    }
}
