//! An index on the order is used from the cursor on: how PostgreSQL runs each form on a million rows, in golden files.
//!
//! `tests/cases/index_use/<name>.graphql` takes `$first`, `$offset`, `$after` and `$before`. It is asked once for a row deep in
//! the list, and explained for the page that begins (or, where it takes `$last`, ends) there. `<name>.plan` holds the statement and
//! what PostgreSQL did: the nodes with their indexes, conditions and rows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;
mod support;

use engine::{ask, options};
use relata::{
    execute::{Session, run::Call},
    response::{
        engine::{Engine, Request},
        formatted,
    },
};
use serde_json::{Value, json, value::RawValue};
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

const CASES: &str = "tests/cases/index_use";

/// Where the page begins, from the list's start (or end).
const DEPTH: u32 = 300_000;

#[tokio::test(flavor = "multi_thread")]
async fn an_index_on_the_order_is_used_from_the_cursor_on() {
    let database = support::database(&[]);
    let statements = fs::read_to_string(Path::new(CASES).join("schema.sql")).unwrap();
    // VACUUM runs in no transaction, so the statements go one by one.
    statements.split_inclusive(";\n").for_each(|statement| database.execute(statement));
    let engine = Engine::start(options(&database)).await.unwrap();
    let settings = [("random_page_cost", "1.1"), ("jit", "off"), ("max_parallel_workers_per_gather", "0")];
    let url: sqlx::postgres::PgConnectOptions = database.url().parse().unwrap();
    let mut connection = PgConnection::connect_with(&url.options(settings)).await.unwrap();

    let mut failures = Vec::new();
    for path in cases() {
        let query = fs::read_to_string(&path).unwrap();
        let variables = variables(&engine, &query, &path).await;
        let call = engine.explain(&request(&query, &variables), &Session::anonymous()).unwrap().call.unwrap();
        let found = format!("{}\n\n{}", formatted(&call), run(&mut connection, &call).await);
        let golden = path.with_extension("plan");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(golden, found).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != found {
            failures.push(format!("{}:\n{found}", golden.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    engine.close().await;
}

fn cases() -> Vec<PathBuf> {
    let files = fs::read_dir(CASES).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> = files.filter(|path| path.extension().is_some_and(|it| it == "graphql")).collect();
    cases.sort();
    assert!(cases.len() > 5);
    cases
}

/// The variables of the page after (or before) a row deep in the list; of the first page, where the query takes no cursor.
async fn variables(engine: &Engine, query: &str, path: &Path) -> Value {
    let (size, cursor, end) =
        if query.contains("$last") { ("last", "before", "startCursor") } else { ("first", "after", "endCursor") };
    if !query.contains(&format!("${cursor}")) {
        return json!({ size: 20 });
    }
    let there = ask(engine, query, None, &json!({ "first": 1, "offset": DEPTH })).await;
    let connection = there["data"].as_object().unwrap().values().next().unwrap();
    let cursor_value = &connection["pageInfo"][end];
    assert!(cursor_value.is_string(), "{}: {there}", path.display());
    json!({ size: 20, cursor: cursor_value })
}

fn request(query: &str, variables: &Value) -> Request {
    Request {
        query: query.to_owned(),
        operation_name: None,
        variables: Some(RawValue::from_string(variables.to_string()).unwrap()),
        request_id: None,
        only_queries: false,
    }
}

/// What PostgreSQL does for a statement: prepared as relata does it, with its parameters.
async fn run(connection: &mut PgConnection, call: &Call) -> String {
    let mut sql = call.text.to_string();
    for (position, parameter) in call.parameters.iter().enumerate().rev() {
        sql = sql.replace(&format!("${}", position + 1), &format!("'{}'", parameter.replace('\'', "''")));
    }
    let explain = format!("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, FORMAT JSON) {sql}");
    let row = sqlx::raw_sql(AssertSqlSafe(explain)).fetch_one(connection).await.unwrap();
    let plan: Value = serde_json::from_str(row.try_get_raw(0).unwrap().as_str().unwrap()).unwrap();
    let mut out = String::new();
    write_node(&mut out, &plan[0]["Plan"], 0);
    out
}

/// A node in one line, its inputs below it. Only what does not change between versions of PostgreSQL.
fn write_node(out: &mut String, node: &Value, depth: usize) {
    let text = |key: &str| node[key].as_str().unwrap_or_default();
    let rows = node["Actual Rows"].as_f64().unwrap_or_default() * node["Actual Loops"].as_f64().unwrap_or_default();
    write!(out, "{}{}", "  ".repeat(depth), text("Node Type")).unwrap();
    if text("Scan Direction") == "Backward" {
        out.push_str(" backward");
    }
    for (before, key) in [(" using ", "Index Name"), (" on ", "Alias"), (": ", "Index Cond"), (" filter: ", "Filter")] {
        if !text(key).is_empty() {
            write!(out, "{before}{}", text(key)).unwrap();
        }
    }
    if let Some(keys) = node["Sort Key"].as_array() {
        write!(out, ": {}", keys.iter().map(|key| key.as_str().unwrap()).collect::<Vec<_>>().join(", ")).unwrap();
    }
    if node["Actual Loops"].as_f64() == Some(0.0) {
        out.push_str(" (never executed)\n");
    } else {
        writeln!(out, " ({rows:.0} rows)").unwrap();
    }
    for child in node["Plans"].as_array().into_iter().flatten() {
        write_node(out, child, depth + 1);
    }
}
