//! Engines over databases of the tests, asked in process.

// Each file in tests/ is a program of its own and uses only a part of this module.
#![allow(dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::support::TestDatabase;
use relata::{
    catalog::load::Exposure,
    execute::Session,
    naming,
    response::engine::{Engine, Options, Request, Sharing},
    schema::PageSizes,
};
use serde_json::{Value, value::RawValue};
use std::{sync::Arc, time::Duration};

/// The defaults of the server, with one connection.
pub(crate) fn options(database: &TestDatabase) -> Options {
    Options {
        database: database.url().parse().unwrap(),
        exposure: Exposure::default(),
        naming: naming::Options::default(),
        page_sizes: PageSizes { default: 100, maximum: Some(1000) },
        connections: 1,
        statement_timeout: Duration::from_secs(30),
        log_sql: false,
        sharing: Sharing::Answers,
        explains: false,
    }
}

/// An engine with [`options`].
pub(crate) async fn start(database: &TestDatabase) -> Engine {
    Engine::start(options(database)).await.unwrap()
}

/// The whole body of an answer.
pub(crate) async fn answer(engine: &Engine, request: Request) -> String {
    let body = engine.answer(request, &Session::anonymous()).await.body().await.expect("the answer broke off");
    String::from_utf8(body.into()).unwrap()
}

/// The answer to `query` as JSON.
pub(crate) async fn ask(engine: &Engine, query: &str, operation: Option<&str>, variables: &Value) -> Value {
    let request = Request { operation_name: operation.map(str::to_owned), ..request(query, variables) };
    serde_json::from_str(&answer(engine, request).await).unwrap()
}

/// A request of the only operation of `query`.
pub(crate) fn request(query: &str, variables: &Value) -> Request {
    Request {
        query: query.to_owned(),
        operation_name: None,
        variables: Some(RawValue::from_string(variables.to_string()).unwrap()),
        request_id: None,
        only_queries: false,
    }
}

/// Tries so often until an attempt took at most `most` statements: nobody waits for others longer than a few milliseconds,
/// which may not be enough on a busy machine. An attempt gives `None` where the log of PostgreSQL does not tell.
pub(crate) async fn until_few_statements(tries: usize, most: usize, mut attempt: impl AsyncFnMut() -> Option<usize>) {
    let mut fewest = usize::MAX;
    for _ in 0..tries {
        let Some(statements) = attempt().await else { return };
        fewest = fewest.min(statements);
        if fewest <= most {
            return;
        }
    }
    panic!("it took {fewest} statements");
}

/// Makes as many requests at once as there are answers to expect, over and over, while some clients go away, each time at
/// another moment. All others have the answers that they expect.
pub(crate) async fn while_clients_go_away(
    engine: &Arc<Engine>,
    request: impl Fn(usize) -> Request,
    expected: &[String],
) {
    for round in 0..60_usize {
        let tasks: Vec<_> = (0..expected.len())
            .map(|number| {
                let (engine, request) = (Arc::clone(engine), request(number));
                tokio::spawn(async move { answer(&engine, request).await })
            })
            .collect();
        for _ in 0..round % 12 {
            tokio::task::yield_now().await;
        }
        let gone = |number: usize| {
            number == round % expected.len() || number % 7 == round % 7 || (round % 5 == 0 && number < 3)
        };
        for (number, task) in tasks.iter().enumerate() {
            if gone(number) {
                task.abort();
            }
        }
        for (number, task) in tasks.into_iter().enumerate() {
            match tokio::time::timeout(Duration::from_secs(30), task).await.expect("nobody waits for ever") {
                Ok(answer) => assert_eq!(answer, expected[number]),
                Err(error) => assert!(error.is_cancelled() && gone(number), "{error}"),
            }
        }
    }
}
