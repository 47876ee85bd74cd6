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
use std::time::Duration;

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
