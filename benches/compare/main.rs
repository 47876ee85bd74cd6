//! The benchmark: relata against SQL that people write by hand, and against other servers. See `docs/benchmarks.md`; it is
//! run by `benches/run`, which says what is missing.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod answers;
mod chart;
mod cold;
mod growth;
mod load;
mod machine;
mod memory;
mod peers;
mod report;
mod setting;
mod shapes;
mod strategies;

use clap::{Parser, Subcommand};
use load::{Figures, Load, patiently};
use report::{Side, Table};
use serde_json::json;
use setting::{Database, Server};
use shapes::{SHAPES, Shape};
use std::{
    collections::BTreeSet,
    error::Error,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

/// What a part of the benchmark ends with.
pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// Compares relata with SQL written by hand.
#[derive(Parser)]
#[command(name = "benches/run")]
struct Arguments {
    #[command(subcommand)]
    mode: Option<Mode>,
    #[command(flatten)]
    shapes: Shapes,
    /// Another build of relata than the release build, such as the one that packages carry.
    #[arg(long, global = true)]
    program: Option<PathBuf>,
    /// What cargo says to every benchmark.
    #[arg(long, hide = true, global = true)]
    bench: bool,
}

#[derive(Subcommand)]
enum Mode {
    /// Nested pages and keyset conditions: relata's choice against every other form.
    Strategies {
        /// One part: an index `both` on the key and the order, on the `key`, or `none`, or the `keyset` conditions.
        #[arg(long)]
        only: Option<String>,
    },
    /// How the cost of a request grows with rows, columns, depth, root fields, connections, tables; draws `docs/curves`.
    Growth {
        /// One of the curves, by its name.
        #[arg(long)]
        only: Option<String>,
        /// How long each size is driven in each round.
        #[arg(long, default_value_t = 1)]
        seconds: u32,
        /// How often the sizes take turns.
        #[arg(long, default_value_t = 3)]
        rounds: u32,
    },
    /// Start to first answer, documents never seen, first requests of a connection.
    Cold,
    /// Memory: idle, after each shape, under mixed load, and while a large answer is streamed.
    Memory {
        /// How long the mixed load lasts.
        #[arg(long, default_value_t = 10.0)]
        minutes: f64,
    },
}

#[derive(clap::Args)]
struct Shapes {
    /// The shapes to measure, as in `ace`.
    #[arg(long)]
    only: Option<String>,
    /// How long each side is driven in each round.
    #[arg(long, default_value_t = 3)]
    seconds: u32,
    /// How often the sides take turns.
    #[arg(long, default_value_t = 3)]
    rounds: u32,
    /// How many connections drive.
    #[arg(long, value_delimiter = ',', default_value = "1,8,64")]
    connections: Vec<u32>,
    /// PostgreSQL plans with its own defaults, for all sides.
    #[arg(long)]
    defaults: bool,
    /// Measures PostGraphile, too, which is fetched from npm.
    #[arg(long)]
    peers: bool,
    /// Where every figure goes.
    #[arg(long)]
    json: Option<PathBuf>,
}

fn main() -> Outcome<()> {
    let arguments = Arguments::parse();
    if let Some(program) = arguments.program {
        PROGRAM.get_or_init(|| program);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    println!("{}", machine::description());
    let outcome = match arguments.mode {
        None => runtime.block_on(shapes(&arguments.shapes)),
        Some(Mode::Strategies { only }) => runtime.block_on(strategies::run(only.as_deref())),
        Some(Mode::Growth { only, seconds, rounds }) => runtime.block_on(growth::run(only.as_deref(), seconds, rounds)),
        Some(Mode::Cold) => runtime.block_on(cold::run()),
        Some(Mode::Memory { minutes }) => runtime.block_on(memory::run(minutes)),
    };
    fs::remove_dir_all(scratch()?)?;
    outcome
}

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// The program that is measured: `benches/run` has built it, unless `--program` names another one.
pub(crate) fn program() -> PathBuf {
    PROGRAM.get().map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_relata")), PathBuf::clone)
}

/// A directory for what tools read and write, of this process alone.
pub(crate) fn scratch() -> Outcome<PathBuf> {
    let scratch = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("bench{}", std::process::id()));
    fs::create_dir_all(&scratch)?;
    Ok(scratch)
}

/// Flags of the server for a database: the large one is there for answers of any size.
pub(crate) fn flags(database: &str) -> &'static [&'static str] {
    if database == "blog" { &["--max-page-size", "0"] } else { &[] }
}

/// The flags by which requests that are the same have answers of their own, as if they differed.
pub(crate) const EACH: &[&str] = &["--share", "statements"];

async fn shapes(asked: &Shapes) -> Outcome<()> {
    let wanted = |shape: &&Shape| asked.only.as_ref().is_none_or(|only| only.contains(shape.name));
    let shapes: Vec<_> = SHAPES.iter().filter(wanted).collect();
    let database = Database::start(asked.defaults)?;
    println!("{}, random_page_cost {}", database.version(), if asked.defaults { "4, jit on" } else { "1.1, jit off" });
    println!("load by {}", load::run(std::process::Command::new("h2load").arg("--version"))?.trim());
    let names: BTreeSet<_> = shapes.iter().map(|shape| shape.database).collect();
    for name in &names {
        database.load(name).await?;
    }
    let scratch = scratch()?;
    let mut tables = Vec::new();
    for name in names {
        let server = Server::start(&program(), &database.url(name), flags(name))?;
        let each = Server::start(&program(), &database.url(name), &[flags(name), EACH].concat())?;
        let peer = if asked.peers { Some(peers::start(&database, name)?) } else { None };
        println!("\n{name}: {:.1} MB idle", server.resident());
        for shape in shapes.iter().copied().filter(|shape| shape.database == name) {
            let body = answers::body(shape, &server.url, "graphql").await?;
            answers::compare(shape, &database, &server.url, &body).await?;
            let peer_body = match &peer {
                Some(peer) => peers::body(shape, peer, (&server.url, &body)).await?,
                None => None,
            };
            let peer = peer.as_ref().zip(peer_body.as_deref());
            for connections in &asked.connections {
                let load = Load { connections: *connections, seconds: asked.seconds };
                let field = Field { shape, database: &database, servers: [&server, &each], body: &body, peer };
                let table = field.measure(load, asked.rounds, &scratch)?;
                table.print();
                tables.push(table);
            }
        }
    }
    if let Some(file) = &asked.json {
        let tables: Vec<_> = tables.iter().map(Table::json).collect();
        let all = json!({ "machine": machine::description(), "tables": tables });
        fs::write(file, serde_json::to_string_pretty(&all)?)?;
    }
    let missed = |own: Side| tables.iter().map(|table| table.missed(own)).sum::<usize>();
    let (missed, missed_by_each) = (missed(Side::Relata), missed(Side::Each));
    println!("\ntargets missed: {missed}; where each request has an answer of its own: {missed_by_each}");
    // They are meant for the settings that relata chooses.
    if missed > 0 && !asked.defaults { Err(format!("{missed} targets are missed").into()) } else { Ok(()) }
}

/// Everybody who is asked for a shape.
struct Field<'a, 's> {
    shape: &'s Shape,
    database: &'a Database,
    /// relata as it is started by default, and where requests share no answers.
    servers: [&'a Server; 2],
    body: &'a str,
    peer: Option<(&'a Server, &'a str)>,
}

impl<'s> Field<'_, 's> {
    /// Drives all sides in turns.
    fn measure(&self, load: Load, rounds: u32, scratch: &Path) -> Outcome<Table<'s>> {
        let is_there = |side: &Side| *side != Side::PostGraphile || self.peer.is_some();
        let mut figures: Vec<_> = Side::ALL.into_iter().filter(is_there).map(|side| (side, Vec::new())).collect();
        for round in 0..rounds as usize {
            // Another one begins each time: who comes after a side that left the caches cold takes longer.
            for turn in 0..figures.len() {
                let position = (round + turn) % figures.len();
                let (side, rounds) = &mut figures[position];
                rounds.push(patiently(load, |load| self.drive(*side, load, scratch))?);
            }
        }
        Ok(Table { shape: self.shape, connections: load.connections, sides: figures })
    }

    fn drive(&self, side: Side, load: Load, scratch: &Path) -> Outcome<Option<Figures>> {
        let by_hand =
            |file: &str| load::pgbench(self.database, self.shape.database, &self.shape.file(file), load, scratch);
        let http =
            |server: &Server, body: &str| load::http(&server.url, body, (server.pid(), self.database), load, scratch);
        match side {
            Side::Relata => http(self.servers[0], self.body),
            Side::Each => http(self.servers[1], self.body),
            Side::Json => by_hand("json.sql"),
            Side::Rows => by_hand("rows.sql"),
            Side::PostGraphile => {
                let (peer, body) = self.peer.ok_or("PostGraphile does not answer this shape")?;
                http(peer, body)
            }
        }
    }
}
