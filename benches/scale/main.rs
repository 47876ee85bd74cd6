//! How the cost of a schema grows with it: start, memory, the first validation of a document, introspection.
//!
//! `cargo bench --locked --bench scale` makes databases of 1,250, 2,500 and 5,000 tables in a PostgreSQL of its own, starts
//! the release server on each, asks it as clients do, and prints what each size costs and what each doubling adds. Other
//! sizes: `cargo bench --locked --bench scale -- 100 200`; with `keep` the databases stay until Enter, for profiles. It exits
//! with 1 where a target is missed.
//!
//! Whatever can be repeated is, and the best time counts: what else the machine does only ever adds to it.

mod documents;
mod generator;
mod server;

use relata::{
    catalog::{
        self, TableId,
        load::{Exposure, QUERIES},
    },
    document,
    execute::{
        embedded::{Cluster, Options, load_sql},
        introspect::introspect,
        statement::trusted,
    },
    naming,
    schema::{
        self, PageSizes, Schema,
        juniper::{Limits, Parser},
    },
};
use server::Server;
use sqlx::{Connection, PgConnection};
use std::{
    process::ExitCode,
    time::{Duration, Instant},
};

const SIZES: [usize; 3] = [1250, 2500, 5000];

/// How often starts and answers are measured.
const ROUNDS: usize = 5;

/// So many documents are validated, one for each of so many tables.
const DOCUMENTS: usize = 400;

const INTROSPECTION: &str = include_str!("introspection.graphql");

/// What a doubling of the schema may cost.
const MOST_PER_DOUBLING: f64 = 2.3;

/// What a row of the table says.
struct Measure {
    name: &'static str,
    unit: &'static str,
    /// At the largest of [`SIZES`].
    limit: Option<f64>,
    /// Whether a doubling must cost at most [`MOST_PER_DOUBLING`].
    scales: bool,
    /// By size.
    values: Vec<f64>,
}

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let given: Vec<usize> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if given.is_empty() { SIZES.to_vec() } else { given };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let cluster = Cluster::start(&Options::new("scale")).expect("PostgreSQL starts");
    println!("{}", cluster.version());
    let urls: Vec<_> = sizes.iter().map(|size| runtime.block_on(create(&cluster, *size))).collect();
    // The sizes take turns: the machine may be faster now than it is in a minute, and what counts is their ratio.
    let mut starts: Vec<Starts> = sizes.iter().map(|_| Starts::default()).collect();
    for round in 1..=ROUNDS {
        eprintln!("round {round} of {ROUNDS} …");
        for (url, starts) in urls.iter().zip(&mut starts) {
            runtime.block_on(starts.round(url));
        }
    }
    let mut measures: Vec<Measure> = Vec::new();
    for (url, starts) in urls.iter().zip(starts) {
        let found = runtime.block_on(measure(url, &starts));
        if measures.is_empty() {
            measures = found;
        } else {
            measures.iter_mut().zip(found).for_each(|(measure, more)| measure.values.extend(more.values));
        }
    }
    let outcome = report(&sizes, &measures);
    if std::env::args().any(|argument| argument == "keep") {
        sizes.iter().for_each(|size| println!("{}", cluster.url(&database(*size))));
        let _ = std::io::stdin().read_line(&mut String::new());
    }
    outcome
}

fn database(tables: usize) -> String {
    format!("scale_{tables}")
}

/// What servers of one size took, each started anew.
#[derive(Default)]
struct Starts {
    /// What the catalog queries alone take.
    queries: Vec<Duration>,
    starts: Vec<Duration>,
    start_cpu: Vec<Duration>,
    idle: Vec<server::Memory>,
    /// Bytes of an introspection.
    length: usize,
    first: Vec<Duration>,
    first_cpu: Vec<Duration>,
    again: Vec<Duration>,
    again_cpu: Vec<Duration>,
    after: Vec<server::Memory>,
}

impl Starts {
    async fn round(&mut self, url: &str) {
        self.queries.push(catalog_queries(url).await);
        let server = Server::start(url);
        self.starts.push(server.start);
        self.idle.push(server.memory());
        self.start_cpu.push(server.cpu());
        let mut before = server.cpu();
        let (length, took) = server.time(INTROSPECTION).await;
        self.length = length;
        self.first.push(took);
        self.first_cpu.push(server.cpu() - before);
        self.after.push(server.memory());
        for _ in 0..ROUNDS {
            before = server.cpu();
            let (length_again, took) = server.time(INTROSPECTION).await;
            assert_eq!(length_again, length, "introspection answers the same");
            self.again.push(took);
            self.again_cpu.push(server.cpu() - before);
        }
        self.after.push(server.memory());
        is_whole(&server.ask(INTROSPECTION).await, length);
    }
}

/// All that is measured of one size.
async fn measure(url: &str, of: &Starts) -> Vec<Measure> {
    let (schema, steps) = build(url).await;
    let validation = validations(&schema, documents::document);
    let mistakes = validations(&schema, documents::mistaken);
    let begun = Instant::now();
    let sdl = schema::sdl(&schema);
    let sdl_took = begun.elapsed();
    let (queries, start) = (best(&of.queries), best(&of.starts));
    let now = |memory: &[server::Memory]| memory.iter().map(|memory| memory.now).fold(0.0, f64::max);
    let most = |memory: &[server::Memory]| memory.iter().map(|memory| memory.most).fold(0.0, f64::max);
    let row = |name, unit, limit, scales, value| Measure { name, unit, limit, scales, values: vec![value] };
    let info = |name, unit, value| row(name, unit, None, false, value);
    vec![
        info("GraphQL types", "", schema.types.len() as f64),
        info("fields, inputs, values", "", documents::fields(&schema) as f64),
        info("SDL", "MB", sdl.len() as f64 / 1e6),
        info("introspection", "MB", of.length as f64 / 1e6),
        row("start", "s", None, true, start.as_secs_f64()),
        info("  catalog queries alone", "s", queries.as_secs_f64()),
        // The small difference of two times: what doubles is the start.
        row("  beyond them", "s", Some(3.0), false, start.saturating_sub(queries).as_secs_f64()),
        row("  server's CPU", "s", None, true, best(&of.start_cpu).as_secs_f64()),
        info("  of which: rows read", "s", steps.read.saturating_sub(queries).as_secs_f64()),
        info("  catalog", "s", steps.catalog.as_secs_f64()),
        info("  names", "s", steps.naming.as_secs_f64()),
        info("  schema", "s", steps.schema.as_secs_f64()),
        row("memory after start", "MB", Some(300.0), true, now(&of.idle)),
        info("  most during start", "MB", most(&of.idle)),
        row("  after introspection", "MB", Some(300.0), true, now(&of.after)),
        info("  most until then", "MB", most(&of.after)),
        row("first validation, median", "ms", Some(1.0), true, millis(validation.median)),
        row("  the slowest 5 in 100 from", "ms", Some(1.0), true, millis(validation.slow)),
        info("  document's length", "KB", validation.length as f64 / 1e3),
        info("  with mistakes, median", "ms", millis(mistakes.median)),
        row("introspection, first", "ms", None, true, millis(best(&of.first))),
        info("  server's CPU", "ms", millis(best(&of.first_cpu))),
        row("  from the cache", "ms", Some(100.0), true, millis(best(&of.again))),
        info("  server's CPU", "ms", millis(best(&of.again_cpu))),
        info("SDL", "ms", millis(sdl_took)),
    ]
}

/// An answer is JSON to its end, and as long as the others were.
fn is_whole(answer: &[u8], length: usize) {
    let json: Result<&serde_json::value::RawValue, _> = serde_json::from_slice(answer);
    assert!(json.is_ok_and(|json| json.get().starts_with("{\"data\":{\"__schema\":")) && answer.len() == length);
}

async fn create(cluster: &Cluster, tables: usize) -> String {
    eprintln!("{tables} tables …");
    let (name, admin) = (database(tables), cluster.url("postgres"));
    load_sql(&admin, "create", &format!("CREATE DATABASE {name}")).await.expect("a database");
    let url = cluster.url(&name);
    for (position, script) in generator::scripts(tables).iter().enumerate() {
        load_sql(&url, &format!("script {position}"), script).await.expect("tables");
    }
    // Autovacuum would meet the measurements.
    load_sql(&url, "checkpoint", "CHECKPOINT").await.expect("a checkpoint");
    url
}

/// What PostgreSQL takes to answer the queries of the catalog, and sqlx to receive the rows.
async fn catalog_queries(url: &str) -> Duration {
    let mut connection = PgConnection::connect(url).await.expect("a connection");
    let begun = Instant::now();
    for (name, query) in QUERIES {
        let query = query.trim_end().trim_end_matches(';');
        let json = trusted(format!("SELECT CAST(pg_catalog.row_to_json(q) AS pg_catalog.text) FROM (\n{query}\n) q"));
        let rows: Vec<String> =
            sqlx::query_scalar(json).persistent(false).fetch_all(&mut connection).await.expect("rows");
        assert!(!rows.is_empty() || *name != "columns", "there are columns");
    }
    let took = begun.elapsed();
    connection.close().await.expect("the end of a connection");
    took
}

struct Steps {
    /// The catalog queries, and their rows read.
    read: Duration,
    catalog: Duration,
    naming: Duration,
    schema: Duration,
}

/// The same as `Engine::start`, step by step.
async fn build(url: &str) -> (Schema, Steps) {
    let mut connection = PgConnection::connect(url).await.expect("a connection");
    let mut begun = Instant::now();
    let mut lap = || std::mem::replace(&mut begun, Instant::now()).elapsed();
    let rows = introspect(&mut connection).await.expect("rows");
    let read = lap();
    let catalog = catalog::load::load(rows, &Exposure::default()).expect("a catalog");
    let catalog_took = lap();
    let names = naming::build(&catalog, &naming::Options::default());
    let naming = lap();
    let schema = schema::build::build(catalog, names, PageSizes { default: 100, maximum: Some(1000) });
    (schema, Steps { read, catalog: catalog_took, naming, schema: lap() })
}

struct Validations {
    median: Duration,
    /// Of a hundred documents five take longer.
    slow: Duration,
    /// Of a document, on average.
    length: usize,
}

/// How long documents take that were never seen, one for each of many tables.
fn validations(schema: &Schema, document: impl Fn(&Schema, TableId) -> String) -> Validations {
    let parser = Parser::new(Limits::default());
    let tables = schema.catalog.tables.len();
    let texts: Vec<String> = (0..tables)
        .step_by((tables / DOCUMENTS).max(1))
        .map(TableId)
        .filter(|table| schema.catalog.table(*table).primary_key.as_ref().is_some_and(|key| key.columns.len() == 1))
        .map(|table| document(schema, table))
        .collect();
    let mut failed = 0;
    let mut load = |text: &String| {
        let begun = Instant::now();
        let operation = document::load(schema, &parser, text, None);
        let took = begun.elapsed();
        failed += usize::from(operation.is_err());
        took
    };
    // Nothing of a document is kept by this stage. The rounds go through all of them, so that each is met anew.
    let mut took: Vec<Duration> = texts.iter().map(&mut load).collect();
    for _ in 1..ROUNDS {
        took.iter_mut().zip(&texts).for_each(|(best, text)| *best = load(text).min(*best));
    }
    assert!(failed == 0 || failed == ROUNDS * texts.len(), "{failed} documents are refused");
    took.sort_unstable();
    let length = texts.iter().map(String::len).sum::<usize>() / texts.len();
    Validations { median: took[took.len() / 2], slow: took[took.len() * 95 / 100], length }
}

fn best(values: &[Duration]) -> Duration {
    values.iter().copied().min().unwrap_or_default()
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// Prints the table; fails if a target is missed.
fn report(sizes: &[usize], measures: &[Measure]) -> ExitCode {
    let mut missed = 0;
    let doublings: String = sizes.windows(2).map(|_| format!("{:>7}", "×")).collect();
    let heads: String = sizes.iter().map(|size| format!("{size:>11}")).collect();
    println!("\n{:<28}{:>4}{heads}{doublings}{:>9}", "tables", "", "target");
    for measure in measures {
        let digits = if measure.unit.is_empty() { 0 } else { 2 };
        let values: String = measure.values.iter().map(|value| format!("{value:>11.digits$}")).collect();
        let ratios: Vec<f64> = measure.values.windows(2).map(|pair| pair[1] / pair[0]).collect();
        let shown: String = ratios.iter().map(|ratio| format!("{ratio:>7.2}")).collect();
        // Only sizes that double say something of doublings, and only the largest of them is limited.
        let doubles = sizes.windows(2).all(|pair| pair[0] * 2 == pair[1]);
        let grows = measure.scales && doubles && ratios.iter().any(|ratio| *ratio > MOST_PER_DOUBLING);
        let is_above = measure.limit.zip(measure.values.last()).is_some_and(|(limit, value)| *value >= limit);
        missed += usize::from(grows || is_above);
        let limit = measure.limit.map_or(String::new(), |limit| format!("< {limit}"));
        let verdict = match (grows, is_above) {
            (false, false) => "",
            (true, false) => "  MISSED (doubling)",
            (_, true) => "  MISSED",
        };
        println!("{:<28}{:>4}{values}{shown}{limit:>9}{verdict}", measure.name, measure.unit);
    }
    println!("\nA doubling may cost × {MOST_PER_DOUBLING}; {missed} missed.");
    if missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
