//! The API as golden files, from the database to the answer: `tests/cases/api/<topic>/schema.sql` makes the database, and
//! each `<name>.graphql` beside it is asked, with `<name>.variables.json` if that is there. `<name>.sql` is the statement,
//! `<name>.json` the answer. `schema.graphql` is the SDL and `notes.txt` what is reported at start, where these files are
//! there. `UPDATE=1` writes all anew; `TOPIC=pages` tests one topic.
//!
//! The server's own log proves that a query is one statement, with no BEGIN or SET beside it; a query that begins with
//! `# statements: 3` has a failing field, for whose sake the root fields are asked one by one. `# operation: name` says which
//! to run. Every query is asked twice: the answers are the same bytes, and the second is neither parsed nor planned. Then it is
//! asked by several at a time; `<name>.shared.sql` is the statement that they share, in topics that have such files.
//!
//! A script may begin with `-- needs: extension` (the topic is left out where PostgreSQL does not have it), `-- role: attributes` (a role of these
//! attributes asks; `{role}` is its name), `-- schemas: a, b` and
//! `-- page sizes: default maximum`. `at_run_time.sql` runs when the schema has been read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;
mod node;
mod support;

use engine::{answer, options};
use relata::{
    execute::{Session, run::Call},
    response::{
        engine::{Engine, Request},
        formatted,
    },
    schema::PageSizes,
};
use serde_json::{Value, value::RawValue};
use sqlx::{Connection, PgConnection};
use std::{
    fs,
    path::{Path, PathBuf},
};
use support::TestDatabase;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn answers_are_as_written() {
    let wanted = std::env::var("TOPIC").ok();
    let is_wanted = |topic: &PathBuf| wanted.as_ref().is_none_or(|wanted| topic.ends_with(wanted));
    let topics = fs::read_dir("tests/cases/api").unwrap().map(|entry| entry.unwrap().path());
    let running: Vec<_> = topics.filter(is_wanted).map(|topic| tokio::spawn(failures(topic))).collect();
    assert!(!running.is_empty());
    let mut failures = Vec::new();
    for topic in running {
        failures.extend(topic.await.unwrap());
    }
    failures.sort();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The introspection of every schema that is kept, and the documents of `tests/cases/introspection` over it, have the
/// answers of graphql-js over the SDL.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "needs node"]
async fn introspection_is_as_graphql_js_gives_it() {
    let documents = Path::new("tests/cases/introspection");
    let topics = fs::read_dir("tests/cases/api").unwrap().map(|entry| entry.unwrap().path());
    let mut compared = 0;
    for path in topics.filter(|path| path.join("schema.graphql").exists()) {
        let Some(topic) = Topic::start(&path).await else { continue };
        let directory = node::CLIENTS.join("introspection").join(path.file_name().unwrap());
        fs::create_dir_all(&directory).unwrap();
        fs::write(directory.join("schema.graphql"), topic.engine.sdl()).unwrap();
        fs::write(directory.join("everything.json"), topic.engine.introspection_json()).unwrap();
        for entry in fs::read_dir(documents).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.extension().is_some_and(|extension| extension == "graphql") {
                let text = fs::read_to_string(&entry).unwrap();
                let name = Path::new(entry.file_name().unwrap()).with_extension("json");
                fs::write(directory.join(name), answer(&topic.engine, request(&entry, &text)).await).unwrap();
            }
        }
        print!("{}", node::run(node::program("introspection.mjs").arg(directory).arg(documents)));
        compared += 1;
    }
    assert!(compared > 10, "{compared}");
}

/// What differs in a topic.
async fn failures(path: PathBuf) -> Vec<String> {
    let mut failures = Vec::new();
    match Topic::start(&path).await {
        Some(topic) => topic.run(&mut failures).await,
        None => eprintln!("{} is left out: PostgreSQL does not have what it needs", path.display()),
    }
    failures
}

/// A database, and the engine that serves it.
struct Topic {
    path: PathBuf,
    database: TestDatabase,
    engine: Engine,
}

impl Topic {
    async fn start(path: &Path) -> Option<Self> {
        let script = fs::read_to_string(path.join("schema.sql")).unwrap();
        let database = support::database(&[]);
        if let Some(extension) = header(&script, "-- needs: ")
            && !has_extension(&database, extension).await
        {
            return None;
        }
        let role = header(&script, "-- role: ").map(|attributes| database.create_role("asker", attributes));
        let named = |sql: &str| sql.replace("{role}", role.as_deref().unwrap_or("{role}"));
        database.execute(&named(&script));
        let mut options = options(&database);
        if let Some(role) = &role {
            options.database = options.database.options([("role", role)]);
        }
        if let Some(names) = header(&script, "-- schemas: ") {
            options.exposure.schemas = Some(names.split(", ").map(str::to_owned).collect());
        }
        if let Some((default, maximum)) = header(&script, "-- page sizes: ").and_then(|sizes| sizes.split_once(' ')) {
            let maximum = maximum.parse().unwrap();
            options.page_sizes =
                PageSizes { default: default.parse().unwrap(), maximum: (maximum > 0).then_some(maximum) };
        }
        let engine = Engine::start(options).await.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        if let Ok(sql) = fs::read_to_string(path.join("at_run_time.sql")) {
            database.execute(&named(&sql));
        }
        assert!(engine.ready().await);
        Some(Self { path: path.to_owned(), database, engine })
    }

    async fn run(&self, failures: &mut Vec<String>) {
        let sdl = self.path.join("schema.graphql");
        let notes = self.path.join("notes.txt");
        if sdl.exists() {
            failures.extend(compare(&sdl, Some(self.engine.sdl())));
        }
        if notes.exists() {
            failures.extend(compare(&notes, Some(self.notes())));
        }
        let files = fs::read_dir(&self.path).unwrap().map(|entry| entry.unwrap().path());
        let is_query =
            |path: &PathBuf| path.extension().is_some_and(|it| it == "graphql") && !path.ends_with("schema.graphql");
        let mut queries: Vec<_> = files.filter(is_query).collect();
        queries.sort();
        for query in queries {
            self.ask(&query, failures).await;
        }
    }

    fn notes(&self) -> String {
        let report = self.engine.report();
        (report.notes.join("\n") + "\n").replace(&report.role, "{role}")
    }

    async fn ask(&self, path: &Path, failures: &mut Vec<String>) {
        let text = fs::read_to_string(path).unwrap();
        let mark = self.database.mark();
        let first = answer(&self.engine, request(path, &text)).await;
        let before = self.engine.counters();
        let second = answer(&self.engine, request(path, &text)).await;
        let after = self.engine.counters();
        let statements = mark.map(|mark| self.database.statements_since(&mark));
        let requests = (0..4).map(|_| answer(&self.engine, request(path, &text)));
        let together = futures_util::future::join_all(requests).await;
        let explanation = self.engine.explain(&request(path, &text), &Session::anonymous()).ok();
        let (call, shared) = explanation.map(|it| (it.call, it.shared)).unwrap_or_default();

        let mut found = Vec::new();
        if first != second {
            found.push(format!("the second answer differs:\n{first}\n{second}"));
        }
        found.extend(
            together.iter().find(|other| **other != first).map(|other| format!("several asked:\n{first}\n{other}")),
        );
        // What is refused is not kept.
        if !first.starts_with("{\"errors\"") && before != after {
            found.push(format!("asked again, it was loaded or planned again: {before:?}, {after:?}"));
        }
        if let Some(statements) = statements {
            let texts: Vec<_> = statements.iter().map(|statement| statement.text.as_str()).collect();
            let told = header(&text, "# statements: ").map(|number| number.parse().unwrap());
            found.extend(miscounted(&texts, told, call.as_ref()));
        }
        if self.path.ends_with("shared_statements") {
            let shared = shared.map(|text| formatted(&Call { text, parameters: Vec::new(), once: false }) + "\n");
            failures.extend(compare(&path.with_extension("shared.sql"), shared));
        }
        failures.extend(found.iter().map(|what| format!("{}: {what}", path.display())));
        failures.extend(compare(&path.with_extension("sql"), call.map(|call| formatted(&call) + "\n")));
        let json: Value = serde_json::from_str(&first).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        failures.extend(compare(&path.with_extension("json"), Some(format!("{json:#}\n"))));
    }
}

/// What is wrong with the statements of a query that was asked twice: it is the statement that is explained, once each
/// time, unless the query tells how many there are.
fn miscounted(texts: &[&str], told: Option<usize>, call: Option<&Call>) -> Option<String> {
    let expected = 2 * told.unwrap_or(usize::from(call.is_some()));
    if texts.len() != expected {
        return Some(format!("{} statements instead of {expected}:\n{}", texts.len(), texts.join("\n")));
    }
    let other = texts.iter().find(|text| call.is_some_and(|call| **text != &*call.text));
    other.filter(|_| told.is_none()).map(|text| format!("another statement than is explained: {text}"))
}

async fn has_extension(database: &TestDatabase, name: &str) -> bool {
    let mut connection = PgConnection::connect(&database.url()).await.unwrap();
    let sql = "SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = $1)";
    sqlx::query_scalar(sql).bind(name).fetch_one(&mut connection).await.unwrap()
}

fn request(path: &Path, text: &str) -> Request {
    let variables = fs::read_to_string(path.with_extension("variables.json")).ok();
    Request {
        query: text.to_owned(),
        operation_name: header(text, "# operation: ").map(str::to_owned),
        variables: variables.map(|json| RawValue::from_string(json).unwrap()),
        request_id: None,
        only_queries: false,
    }
}

/// The rest of the line that begins with `name`.
fn header<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| line.strip_prefix(name))
}

/// Compares a golden file; `None` is no file.
fn compare(path: &Path, found: Option<String>) -> Option<String> {
    if std::env::var_os("UPDATE").is_some() {
        match found {
            Some(found) => fs::write(path, found).unwrap(),
            None => drop(fs::remove_file(path)),
        }
        return None;
    }
    let (expected, found) = (fs::read_to_string(path).unwrap_or_default(), found.unwrap_or_default());
    let line = expected.lines().zip(found.lines()).take_while(|(expected, found)| expected == found).count();
    let around = |text: &str, sign: &str| -> String {
        let lines = text.lines().skip(line).take(4);
        lines.map(|line| format!("{sign} {line}\n")).collect()
    };
    let difference = || format!("{}:{}:\n{}{}", path.display(), line + 1, around(&expected, "-"), around(&found, "+"));
    (expected != found).then(difference)
}
