//! An index on the order is used from the cursor on: how PostgreSQL runs each form on a million rows, in golden files.
//!
//! `tests/cases/index_use/<name>.graphql` takes `$first`, `$offset`, `$after` and `$before`. It is asked once for a row deep in
//! the list, and explained for the page that begins (or, where it takes `$last`, ends) there. `<name>.plan` holds the statement and
//! what PostgreSQL did: the nodes with their indexes, conditions and rows. It must do the same by the plan that it keeps for
//! all values. `# depth: 500` says how deep, where that is not [`DEPTH`].

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;
mod support;

use engine::{ask, options, request};
use relata::{
    execute::{Session, run::Call},
    response::{engine::Engine, formatted},
};
use serde_json::{Value, json};
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

    all_visible(&mut connection).await;
    let mut failures = Vec::new();
    for path in cases() {
        let query = fs::read_to_string(&path).unwrap();
        let variables = variables(&engine, &query, &path).await;
        let call = engine.explain(&request(&query, &variables), &Session::anonymous()).unwrap().call.unwrap();
        let plan = run(&mut connection, &call).await;
        let kept = run_kept(&mut connection, &call).await;
        if nodes(&kept) != nodes(&plan) {
            failures.push(format!("{} is run otherwise by the plan that is kept:\n{kept}", path.display()));
        }
        let found = format!("{}\n\n{plan}", formatted(&call));
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

/// A session that was just starting when VACUUM looked can hold pages back. Index-only scans then cost more, and the planner
/// decides otherwise.
async fn all_visible(connection: &mut PgConnection) {
    for _ in 0..10 {
        let sql = "SELECT relallvisible = relpages FROM pg_class WHERE oid = CAST('item' AS regclass)";
        if sqlx::query(sql).fetch_one(&mut *connection).await.unwrap().get::<bool, _>(0) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        sqlx::raw_sql("VACUUM ANALYZE item").execute(&mut *connection).await.unwrap();
    }
    panic!("VACUUM leaves pages of item that are not all visible");
}

fn cases() -> Vec<PathBuf> {
    let files = fs::read_dir(CASES).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> = files.filter(|path| path.extension().is_some_and(|it| it == "graphql")).collect();
    cases.sort();
    assert!(cases.len() > 20);
    cases
}

/// The variables of the page after (or before) a row deep in the list; of the first page, where the query takes no cursor.
async fn variables(engine: &Engine, query: &str, path: &Path) -> Value {
    let (size, cursor, end) =
        if query.contains("$last") { ("last", "before", "startCursor") } else { ("first", "after", "endCursor") };
    if !query.contains(&format!("${cursor}")) {
        return json!({ size: 20 });
    }
    let depth = query.lines().find_map(|line| line.strip_prefix("# depth: "));
    let depth = depth.map_or(DEPTH, |depth| depth.parse().unwrap());
    let there = ask(engine, query, None, &json!({ "first": 1, "offset": depth })).await;
    let cursor_value = first_of(&there, end).unwrap_or_default();
    assert!(cursor_value.is_string(), "{}: {there}", path.display());
    json!({ size: 20, cursor: cursor_value })
}

/// The first value of this key.
fn first_of(value: &Value, key: &str) -> Option<Value> {
    match value {
        Value::Object(fields) => {
            fields.get(key).cloned().or_else(|| fields.values().find_map(|value| first_of(value, key)))
        }
        Value::Array(items) => items.iter().find_map(|item| first_of(item, key)),
        _ => None,
    }
}

/// What PostgreSQL does for a statement with these values.
async fn run(connection: &mut PgConnection, call: &Call) -> String {
    let mut sql = call.text.to_string();
    for (position, parameter) in call.parameters.iter().enumerate().rev() {
        sql = sql.replace(&format!("${}", position + 1), &quoted(parameter));
    }
    explained(connection, &sql).await
}

/// What it does by the plan for all values, which it keeps after some runs.
async fn run_kept(connection: &mut PgConnection, call: &Call) -> String {
    let types = vec!["text"; call.parameters.len()].join(", ");
    let values: Vec<_> = call.parameters.iter().map(|parameter| quoted(parameter)).collect();
    let list = |list: &str| if list.is_empty() { String::new() } else { format!("({list})") };
    let prepare = format!("SET plan_cache_mode = force_generic_plan; PREPARE kept {} AS {}", list(&types), call.text);
    sqlx::raw_sql(AssertSqlSafe(prepare)).execute(&mut *connection).await.unwrap();
    let found = explained(connection, &format!("EXECUTE kept {}", list(&values.join(", ")))).await;
    sqlx::raw_sql("DEALLOCATE kept; RESET plan_cache_mode").execute(connection).await.unwrap();
    found
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The nodes without their conditions, which hold the values or do not.
fn nodes(plan: &str) -> Vec<(&str, &str)> {
    let node = |line: &'_ str| line.find(": ").map_or(line.len(), |end| end);
    plan.lines().map(|line| (&line[..node(line)], line.rsplit(" (").next().unwrap_or_default())).collect()
}

async fn explained(connection: &mut PgConnection, sql: &str) -> String {
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
    // The rows of a loop are an average, which only PostgreSQL 18 gives with a fraction.
    let rows =
        node["Actual Rows"].as_f64().unwrap_or_default().round() * node["Actual Loops"].as_f64().unwrap_or_default();
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
