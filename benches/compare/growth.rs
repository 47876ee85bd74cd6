//! How the cost of a request grows with rows, columns, depth, root fields, connections and tables: one thing at a time, all
//! else as small as it can be. `docs/curves` has the curves, and `docs/benchmarks.md` the reason for each bend.

use crate::{
    EACH, Outcome, answers,
    chart::{self, Series},
    load::{self, Figures, Load},
    program,
    report::median,
    scratch,
    setting::{Database, Server},
};
use serde_json::json;
use std::{fs, path::PathBuf};

/// What grows, and a query for each size.
struct Curve {
    /// The stem of its file.
    name: &'static str,
    /// What is counted on the horizontal axis.
    grows: &'static str,
    sizes: &'static [u64],
    /// Of the server, beside those that it has for all curves.
    flags: &'static [&'static str],
    request: fn(u64) -> Request,
}

struct Request {
    /// Which database is asked.
    database: String,
    query: String,
    connections: u32,
}

const DATABASE: &str = "growth";
const CONNECTIONS: u32 = 8;
/// Rows of those curves along which something else grows.
const ROWS: u64 = 10;
/// Of [`Curve::sizes`] of the one along which tables grow, the databases are made at once.
const TABLES: &[u64] = &[1, 10, 100, 1000, 5000];

const CURVES: &[Curve] = &[
    Curve {
        name: "rows",
        grows: "rows of 5 columns",
        sizes: &[1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000],
        flags: EACH,
        request: |rows| asked(format!("{{ items(first: {rows}) {{ nodes {{ rowId title note size price }} }} }}")),
    },
    Curve {
        name: "columns",
        grows: "columns of 10 rows",
        sizes: &[1, 4, 16, 64, 128, 256],
        flags: EACH,
        request: |columns| {
            let names: String = (1..columns).map(|number| format!(" c{number}")).collect();
            asked(format!("{{ wides(first: {ROWS}) {{ nodes {{ rowId{names} }} }} }}"))
        },
    },
    Curve {
        name: "to-one",
        grows: "levels of to-one below 10 rows",
        sizes: &[1, 2, 4, 8, 16, 32],
        flags: EACH,
        request: |depth| asked(nested(depth, "next { rowId", " }")),
    },
    Curve {
        name: "to-many",
        grows: "levels of to-many below 10 rows, with one row each",
        sizes: &[1, 2, 4, 8, 16],
        flags: EACH,
        request: |depth| asked(nested(depth, "chainsByNextId(first: 1) { nodes { rowId", " } }")),
    },
    Curve {
        name: "root-fields",
        grows: "root fields of one row each",
        sizes: &[1, 3, 10, 30, 100],
        flags: EACH,
        request: |fields| {
            let field = |number| format!(" f{number}: item(rowId: {number}) {{ title }}");
            asked(format!("{{{} }}", (1..=fields).map(field).collect::<String>()))
        },
    },
    Curve {
        name: "connections",
        grows: "connections that ask for one row",
        sizes: &[1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
        flags: &[],
        request: |connections| Request {
            connections: u32::try_from(connections).unwrap_or(u32::MAX),
            ..asked("{ item(rowId: 500) { title size } }".to_owned())
        },
    },
    Curve {
        name: "tables",
        grows: "tables of the schema",
        sizes: TABLES,
        flags: EACH,
        request: |tables| Request {
            database: schema_of(tables),
            ..asked("{ t1(rowId: 5) { title previous { title } } }".to_owned())
        },
    },
];

/// A request of the database with tables for this.
fn asked(query: String) -> Request {
    Request { database: DATABASE.to_owned(), query, connections: CONNECTIONS }
}

fn nested(depth: u64, open: &str, close: &str) -> String {
    let times = usize::try_from(depth).unwrap_or(usize::MAX);
    let open = format!(" {open}").repeat(times);
    // In the middle of the table, so that there are rows in both directions.
    format!(
        "{{ chains(first: {ROWS}, filter: {{ rowId: {{ gt: 5000 }} }}) {{ nodes {{ rowId{open}{} }} }} }}",
        close.repeat(times)
    )
}

fn schema_of(tables: u64) -> String {
    format!("tables{tables}")
}

/// Prints the tables, and writes the curves.
pub(crate) async fn run(only: Option<&str>, seconds: u32, rounds: u32) -> Outcome<()> {
    let database = Database::start(false)?;
    let wanted: Vec<_> = CURVES.iter().filter(|curve| only.is_none_or(|only| curve.name == only)).collect();
    if wanted.is_empty() {
        let names: Vec<_> = CURVES.iter().map(|curve| curve.name).collect();
        return Err(format!("there is no such curve: {}", names.join(", ")).into());
    }
    database.load(DATABASE).await?;
    if wanted.iter().any(|curve| curve.sizes == TABLES) {
        for tables in TABLES {
            make_tables(&database, *tables).await?;
        }
    }
    let directory = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/curves");
    fs::create_dir_all(&directory)?;
    for curve in wanted {
        let points = curve.measure(&database, Load { connections: 0, seconds }, rounds).await?;
        let series = |name, field: fn(&Figures) -> f64| Series {
            name,
            points: points.iter().map(|(at, figures)| (*at as f64, field(figures))).collect(),
        };
        let series = [series("server", |it| it.server), series("database", |it| it.database)];
        fs::write(
            directory.join(format!("{}.svg", curve.name)),
            chart::draw(curve.grows, "CPU µs a request", &series),
        )?;
    }
    println!("\nthe curves are in {}", directory.display());
    Ok(())
}

impl Curve {
    /// The medians at each size. The sizes take turns, so that what else the machine does falls on all of them.
    async fn measure(&self, database: &Database, load: Load, rounds: u32) -> Outcome<Vec<(u64, Figures)>> {
        let scratch = scratch()?;
        let mut all: Vec<(u64, Vec<Figures>)> = self.sizes.iter().map(|size| (*size, Vec::new())).collect();
        let mut server: Option<(String, Server)> = None;
        for _ in 0..rounds {
            for (size, rounds) in &mut all {
                let request = (self.request)(*size);
                let running = match server.take() {
                    Some((name, running)) if name == request.database => running,
                    _ => {
                        let flags = [&["--max-page-size", "0"], self.flags].concat();
                        Server::start(&program(), &database.url(&request.database), &flags)?
                    }
                };
                let body = json!({ "query": request.query }).to_string();
                answers::ask(&running.url, &body).await?;
                let load = Load { connections: request.connections, ..load };
                rounds.push(load::patiently(load, |load| {
                    load::http(&running.url, &body, (running.pid(), database), load, &scratch)
                })?);
                server = Some((request.database, running));
            }
        }
        let medians: Vec<_> = all.into_iter().map(|(size, rounds)| (size, medians(&rounds))).collect();
        self.print(&medians);
        Ok(medians)
    }

    fn print(&self, points: &[(u64, Figures)]) {
        println!("\n{}", self.grows);
        println!(
            "  {:>8} {:>11} {:>10} {:>10} {:>10} {:>12} {:>12} {:>8}",
            "", "requests/s", "p99 µs", "server µs", "database", "server ÷", "database ÷", "MB"
        );
        let mut before: Option<&(u64, Figures)> = None;
        for point in points {
            let (at, it) = point;
            // What each one more costs, since the size before.
            let step = |field: fn(&Figures) -> f64| {
                before.map_or(String::new(), |(from, figures)| {
                    format!("{:+.2}", (field(it) - field(figures)) / (at - from) as f64)
                })
            };
            println!(
                "  {at:>8} {:>11.0} {:>10.0} {:>10.1} {:>10.1} {:>12} {:>12} {:>8.1}",
                it.rate,
                it.p99,
                it.server,
                it.database,
                step(|it| it.server),
                step(|it| it.database),
                it.resident
            );
            before = Some(point);
        }
        println!("  ÷: what each one more costs since the size above");
    }
}

fn medians(rounds: &[Figures]) -> Figures {
    let of = |field: fn(&Figures) -> f64| median(rounds.iter().map(field)).unwrap_or_default();
    Figures {
        rate: of(|it| it.rate),
        p50: of(|it| it.p50),
        p99: of(|it| it.p99),
        server: of(|it| it.server),
        database: of(|it| it.database),
        generator: of(|it| it.generator),
        resident: of(|it| it.resident),
    }
}

/// A database of so many tables, each with a relation to the one before it.
async fn make_tables(database: &Database, tables: u64) -> Outcome<()> {
    eprintln!("making {tables} tables …");
    let name = schema_of(tables);
    database.run("postgres", &format!("CREATE DATABASE {name};\n")).await?;
    let script = |number: u64| {
        let before = number.checked_sub(1).filter(|before| *before > 0).unwrap_or(number);
        format!(
            "CREATE TABLE t{number} (id int PRIMARY KEY, title text NOT NULL, size int, price numeric, created_at timestamptz, previous_id int REFERENCES t{before});\n"
        )
    };
    let scripts: String = (1..=tables).map(script).collect();
    database
        .run(&name, &format!("{scripts}INSERT INTO t1 SELECT n, 'title ' || n, n, n, now(), 1 FROM generate_series(1, 100) n;\nVACUUM ANALYZE;\n"))
        .await
}
