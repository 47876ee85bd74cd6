//! The catalog of a database, as golden files: `tests/cases/catalog/<topic>/schema.sql` makes the database,
//! `catalog.json` is what is found in it. `UPDATE=1` writes the files anew.
//!
//! A script may begin with `-- role: name` (who asks), `-- schemas: a, b` (what is exposed) and `-- since: 180000` (the
//! `server_version_num` that it needs).

// Clippy knows tests by their attribute, and these helpers have none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::{Path, PathBuf};

use relata::catalog::load::{Exposure, LoadError, load};
use relata::catalog::{Catalog, Type};
use relata::execute::introspect::introspect;
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

/// Whatever went wrong, as text for the report of the test.
type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

#[tokio::test]
async fn catalogs_are_as_written() {
    let mut failures = Vec::new();
    let mut topics: Vec<PathBuf> =
        std::fs::read_dir("tests/cases/catalog").unwrap().map(|entry| entry.unwrap().path()).collect();
    topics.sort();
    assert!(!topics.is_empty());
    let version = server_version().await.unwrap();
    for topic in topics {
        let sql = std::fs::read_to_string(topic.join("schema.sql")).unwrap();
        if header(&sql, "since").is_some_and(|since| since.parse::<u32>().unwrap() > version) {
            eprintln!("{} is left out: the server is older", topic.display());
            continue;
        }
        let database = support::database(&[]);
        database.execute(&sql);
        let outcome = run_case(&database.url(), &sql).await;
        drop(database);
        if let Some(role) = header(&sql, "role") {
            // What it could read went with the database.
            support::database(&[]).execute(&format!("DROP ROLE IF EXISTS {role}"));
        }
        match outcome {
            Ok(found) => failures.extend(compare(&topic.join("catalog.json"), &found)),
            Err(error) => failures.push(format!("{}: {error}", topic.display())),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// PostgreSQL itself is asked, for every type that it has, whether it can be put in order, and what `=` and `LIKE` make of
/// it.
#[tokio::test]
async fn types_have_the_operators_that_postgresql_has() {
    let database = support::database(&[]);
    database.execute(
        "DO $$ BEGIN CREATE EXTENSION citext; EXCEPTION WHEN OTHERS THEN NULL; END $$; -- where it is installed
         CREATE TYPE flat AS (a int, b text);
         CREATE TYPE rough AS (a int, b json);
         CREATE TYPE flat_range AS RANGE (subtype = text);
         CREATE DOMAIN rough_domain AS json;
         CREATE DOMAIN flats AS flat[];
         DO $$ BEGIN EXECUTE (
             SELECT 'CREATE TABLE every_type (' || string_agg(format('%I %s', 'c' || oid, format_type(oid, NULL)), ', ') || ')'
             FROM pg_type t
             WHERE typtype <> 'p' AND typname <> 'pg_node_tree' AND typrelid IN (SELECT 0 UNION SELECT oid FROM pg_class WHERE relkind = 'c')
               AND (typelem = 0 OR typarray <> 0 OR EXISTS (
                   SELECT FROM pg_type e WHERE e.oid = t.typelem AND e.typtype <> 'p' AND (e.typrelid = 0
                          OR EXISTS (SELECT FROM pg_class c WHERE c.oid = e.typrelid AND c.relkind = 'c'))))
               AND typnamespace <> 'pg_toast'::regnamespace); END $$",
    );
    let outcome = wrong_operators(&database.url()).await;
    assert_eq!(outcome.unwrap(), Vec::<String>::new());
}

async fn wrong_operators(url: &str) -> Outcome<Vec<String>> {
    let mut connection = PgConnection::connect(url).await?;
    let catalog = load(introspect(&mut connection).await?, &Exposure::default())?;
    let table = &catalog.tables[0];
    assert!(table.columns.len() > 150, "{} types", table.columns.len());
    let mut wrong = Vec::new();
    for column in &table.columns {
        let name = &column.name;
        let Type { schema, name: type_name, orderable, operators, .. } = catalog.type_of(column.type_id);
        let text = operators.as_ref().is_some_and(|operators| operators.text);
        // DISTINCT asks for what is equal, and not for an operator that is merely called so.
        for (what, expected, sql) in [
            ("order", *orderable, format!("SELECT FROM every_type WHERE {name} < {name} ORDER BY {name}")),
            (
                "=",
                operators.is_some(),
                format!("SELECT FROM (SELECT DISTINCT {name} FROM every_type WHERE {name} = {name}) AS found"),
            ),
            (
                "LIKE",
                text,
                format!(
                    "SELECT FROM every_type WHERE {name} ILIKE '' AND {name} LIKE '' AND {name} ~ '' AND {name} ~* ''"
                ),
            ),
        ] {
            let said = sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await;
            // PostgreSQL's internal types are taken for text, too, but are no strings.
            let internal = what == "LIKE" && (type_name == "char" || type_name.starts_with("pg_"));
            if said.is_ok() != expected && !internal {
                wrong.push(format!("{schema}.{type_name}: {what} is {expected}, but PostgreSQL says {said:?}"));
            }
        }
    }
    connection.close().await?;
    Ok(wrong)
}

/// The catalog as JSON, or the error that there is none.
async fn run_case(url: &str, sql: &str) -> Outcome<Value> {
    let mut connection = PgConnection::connect(url).await?;
    if let Some(role) = header(sql, "role") {
        sqlx::raw_sql(AssertSqlSafe(format!("SET ROLE {role}"))).execute(&mut connection).await?;
    }
    let schemas = header(sql, "schemas").map(|names| names.split(", ").map(str::to_owned).collect());
    let rows = introspect(&mut connection).await?;
    connection.close().await?;
    match load(rows, &Exposure { schemas }) {
        Ok(catalog) => {
            check_links(&catalog)?;
            let mut json = serde_json::to_value(&catalog)?;
            // Differs from run to run.
            json.as_object_mut().ok_or("not an object")?.remove("database");
            strip(&mut json);
            Ok(json)
        }
        Err(error @ (LoadError::Row { .. } | LoadError::UnknownType { .. } | LoadError::NoDatabase)) => Err(error)?,
        Err(error) => Ok(serde_json::json!({ "error": error.to_string() })),
    }
}

/// What holds for every catalog.
fn check_links(catalog: &Catalog) -> Outcome<()> {
    for (_, key) in catalog.foreign_keys() {
        let (table, target) = (catalog.table(key.table), catalog.table(key.target));
        assert_eq!(key.columns.len(), key.target_columns.len(), "{}", key.name);
        assert!(key.columns.iter().all(|column| column.0 < table.columns.len()), "{}", key.name);
        assert!(target.is_key(&key.target_columns), "{} does not refer to a key of {}", key.name, target.name);
    }
    for (_, table) in catalog.tables() {
        assert!(!table.columns.is_empty(), "{}", table.name);
        assert!(table.columns.iter().all(|column| column.type_id.0 < catalog.types.len()), "{}", table.name);
    }
    Ok(())
}

/// Takes out what is null, false or empty, so that a golden file shows what there is.
fn strip(value: &mut Value) {
    let is_nothing = |value: &Value| match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(list) => list.is_empty(),
        _ => false,
    };
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(strip);
            fields.retain(|_, value| !is_nothing(value));
        }
        Value::Array(list) => list.iter_mut().for_each(strip),
        _ => {}
    }
}

fn compare(path: &Path, found: &Value) -> Option<String> {
    let found = format!("{found:#}\n");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, found).unwrap();
        return None;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    let differs = expected.lines().zip(found.lines()).position(|(a, b)| a != b).unwrap_or(expected.lines().count());
    let line = |text: &str| text.lines().nth(differs).unwrap_or_default().trim().to_owned();
    let message = || format!("{}:{}: {} instead of {}", path.display(), differs + 1, line(&found), line(&expected));
    (expected != found).then(message)
}

fn header<'a>(sql: &'a str, name: &str) -> Option<&'a str> {
    sql.lines().find_map(|line| line.strip_prefix("-- ")?.strip_prefix(name)?.strip_prefix(": "))
}

async fn server_version() -> Outcome<u32> {
    let database = support::database(&[]);
    let mut connection = PgConnection::connect(&database.url()).await?;
    let version: String = sqlx::query_scalar("SHOW server_version_num").fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok(version.parse()?)
}
