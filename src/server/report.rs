//! What is said at start: what was found, how fast, and where to open it.

use super::values::LogFormat;
use crate::{execute::npm::Progress, response::engine::Report};
use std::{
    fmt::Write as _,
    io::Write as _,
    net::SocketAddr,
    time::{Duration, Instant},
};

/// How many notes are shown to people; the log has them all at level `debug`.
const SHOWN_NOTES: usize = 5;

/// How long the start took, and what of it.
#[derive(Debug)]
pub(crate) struct Stopwatch {
    begun: Instant,
    steps: Vec<(&'static str, Duration)>,
}

/// What a server says of itself at start.
pub(crate) struct Start<'a> {
    /// What was found.
    pub(crate) report: Report,
    /// What has to be said of the settings.
    pub(crate) notes: &'a [String],
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// Whether there is a page for browsers.
    pub(crate) page: bool,
    /// How long it took.
    pub(crate) stopwatch: &'a Stopwatch,
    /// For the demonstration, a query to try. It holds neither quotes nor line breaks.
    pub(crate) query: Option<&'a str>,
}

impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self { begun: Instant::now(), steps: Vec::new() }
    }

    /// What was done since the last step, or the start, is called `name`.
    pub(crate) fn step(&mut self, name: &'static str) {
        let before: Duration = self.steps.iter().map(|(_, took)| *took).sum();
        self.steps.push((name, self.begun.elapsed().saturating_sub(before)));
    }
}

impl Start<'_> {
    /// Tells it on standard error, in the format of the log.
    pub(crate) fn tell(&self, format: LogFormat) {
        let took = self.stopwatch.begun.elapsed();
        match format {
            LogFormat::Json => {
                let report = &self.report;
                tracing::info!(
                    url = url(self.address),
                    database = report.database,
                    server_version = report.server_version,
                    role = report.role,
                    schemas = report.schemas.join(","),
                    tables = report.tables,
                    relations = report.relations,
                    types = report.types,
                    seconds = took.as_millis() as f64 / 1000.0,
                    "ready"
                );
                self.all_notes().for_each(|note| tracing::info!(note, "note"));
            }
            LogFormat::Text => {
                // Nothing can be done about a standard error that is closed.
                let _ = std::io::stderr().write_all(self.text(took).as_bytes());
            }
        }
    }

    /// A headline, then rows of a word and what there is to say about it.
    fn text(&self, took: Duration) -> String {
        let report = &self.report;
        let mut text = format!(
            "relata {} · database {} on PostgreSQL {} as role {}\n\n",
            env!("CARGO_PKG_VERSION"),
            report.database,
            report.server_version,
            report.role
        );
        for (word, line) in self.rows(took) {
            // Writing to a String does not fail.
            let _ = writeln!(text, "  {word:<5}  {line}");
        }
        text + "\n"
    }

    fn rows(&self, took: Duration) -> Vec<(&'static str, String)> {
        let report = &self.report;
        let counts =
            [counted(report.tables, "table"), counted(report.relations, "relation"), counted(report.types, "type")];
        let schemas = if report.schemas.len() == 1 { "schema" } else { "schemas" };
        let mut rows = vec![("found", format!("{} in {schemas} {}", counts.join(", "), report.schemas.join(", ")))];
        let count = self.all_notes().count();
        rows.extend(self.all_notes().take(SHOWN_NOTES).map(|note| ("note", note.clone())));
        if count > SHOWN_NOTES {
            rows.push(("", format!("and {} more (--log-format json lists all)", count - SHOWN_NOTES)));
        }
        let steps: Vec<String> =
            self.stopwatch.steps.iter().map(|(name, took)| format!("{name} {}", duration(*took))).collect();
        let steps = if steps.is_empty() { String::new() } else { format!(" ({})", steps.join(", ")) };
        rows.push(("ready", format!("in {}{steps}", duration(took))));
        if self.page {
            rows.push(("page", format!("{}/", origin(self.address))));
        }
        rows.push(("API", url(self.address)));
        if let Some(query) = self.query {
            // What is pasted runs in bash, zsh and fish, with the spaces of the indentation.
            rows.push(("try", format!("curl -s {} \\", url(self.address))));
            rows.push(("", "  -H 'Content-Type: application/json' \\".to_owned()));
            rows.push(("", format!("  -d '{{\"query\": \"{query}\"}}'")));
            rows.push(("yours", "relata serve postgres://role@host/database".to_owned()));
            rows.push(("stop", "Ctrl-C; nothing is left behind".to_owned()));
        }
        rows
    }

    fn all_notes(&self) -> impl Iterator<Item = &String> {
        self.notes.iter().chain(&self.report.notes)
    }
}

/// Tells how a package is fetched, in the log.
pub(crate) fn log_progress(progress: &Progress<'_>) {
    match progress {
        Progress::Begun { title, host, total } => tracing::info!(title, host, bytes = total, "fetching"),
        Progress::Waiting { title } => tracing::info!(title, "waiting for another relata that fetches it"),
        Progress::Done { title, directory } => tracing::info!(title, directory = %directory.display(), "fetched"),
        Progress::Received { .. } | Progress::Unpacking { .. } => {}
    }
}

/// Where to open the API from this machine.
fn url(address: SocketAddr) -> String {
    format!("{}/graphql", origin(address))
}

fn origin(address: SocketAddr) -> String {
    // An address that means every interface cannot be opened in a browser everywhere.
    let host = if address.ip().is_unspecified() { "localhost".to_owned() } else { host(address) };
    format!("http://{host}:{}", address.port())
}

fn host(address: SocketAddr) -> String {
    match address {
        SocketAddr::V4(address) => address.ip().to_string(),
        SocketAddr::V6(address) => format!("[{}]", address.ip()),
    }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// With as many digits as say something.
fn duration(took: Duration) -> String {
    match took.as_millis() {
        millis @ ..10_000 => format!("{millis} ms"),
        _ => format!("{:.1} s", took.as_secs_f64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        Report {
            database: "chinook".to_owned(),
            server_version: "15.18".to_owned(),
            role: "me".to_owned(),
            schemas: vec!["public".to_owned(), "sales".to_owned()],
            tables: 1,
            relations: 22,
            types: 0,
            notes: (1..=7).map(|number| format!("Note {number}.")).collect(),
        }
    }

    #[test]
    fn a_server_says_what_it_found() {
        let stopwatch = Stopwatch { begun: Instant::now(), steps: Vec::new() };
        let notes = ["First.".to_owned()];
        let address = SocketAddr::from(([0, 0, 0, 0], 4000));
        let start = Start { report: report(), notes: &notes, address, page: false, stopwatch: &stopwatch, query: None };
        let expected = format!(
            "relata {} · database chinook on PostgreSQL 15.18 as role me

  found  1 table, 22 relations, 0 types in schemas public, sales
  note   First.
  note   Note 1.
  note   Note 2.
  note   Note 3.
  note   Note 4.
         and 3 more (--log-format json lists all)
  ready  in 250 ms
  API    http://localhost:4000/graphql

",
            env!("CARGO_PKG_VERSION")
        );
        assert_eq!(start.text(Duration::from_millis(250)), expected);
    }

    #[test]
    fn the_demonstration_says_what_to_do_next() {
        let steps = vec![("PostgreSQL", Duration::from_millis(190)), ("data", Duration::from_secs(12))];
        let stopwatch = Stopwatch { begun: Instant::now(), steps };
        let report = Report { notes: Vec::new(), ..report() };
        let address = SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], 1));
        let start = Start { report, notes: &[], address, page: true, stopwatch: &stopwatch, query: Some("{ a }") };
        let text = start.text(Duration::from_millis(12_250));
        let rows = r#"
  ready  in 12.2 s (PostgreSQL 190 ms, data 12.0 s)
  page   http://[::1]:1/
  API    http://[::1]:1/graphql
  try    curl -s http://[::1]:1/graphql \
           -H 'Content-Type: application/json' \
           -d '{"query": "{ a }"}'
  yours  relata serve postgres://role@host/database
  stop   Ctrl-C; nothing is left behind

"#;
        assert!(text.ends_with(rows), "{text}");
    }
}
