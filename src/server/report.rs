//! What is said at start: what was found, and where to open it.

use super::values::LogFormat;
use crate::response::engine::Report;
use std::{fmt::Write as _, io::Write as _, net::SocketAddr, time::Duration};

/// How many notes are shown to people; the log has them all at level `debug`.
const SHOWN_NOTES: usize = 5;

/// Tells on standard error what was found, in the format of the log.
pub(crate) fn tell(report: &Report, notes: &[String], address: SocketAddr, took: Duration, format: LogFormat) {
    let seconds = took.as_millis() as f64 / 1000.0;
    match format {
        LogFormat::Json => {
            tracing::info!(
                url = url(address),
                database = report.database,
                server_version = report.server_version,
                role = report.role,
                schemas = report.schemas.join(","),
                tables = report.tables,
                relations = report.relations,
                types = report.types,
                seconds,
                "ready"
            );
            all_notes(report, notes).for_each(|note| tracing::info!(note, "note"));
        }
        LogFormat::Text => {
            // Nothing can be done about a standard error that is closed.
            let _ = std::io::stderr().write_all(text(report, notes, address, seconds).as_bytes());
        }
    }
}

/// Shows a command to try, ready to be pasted into a shell. `query` holds neither quotes nor line breaks.
pub(crate) fn invite(query: &str, address: SocketAddr) {
    let text = format!(
        "  try it:\n\n    curl {} -H 'Content-Type: application/json' \\\n      -d '{{\"query\": \"{query}\"}}'\n\n  Ctrl-C stops it and leaves nothing behind.\n",
        url(address)
    );
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Where to open the API from this machine.
pub(crate) fn url(address: SocketAddr) -> String {
    // An address that means every interface cannot be opened in a browser everywhere.
    let host = if address.ip().is_unspecified() { "localhost".to_owned() } else { host(address) };
    format!("http://{host}:{}/graphql", address.port())
}

fn host(address: SocketAddr) -> String {
    match address {
        SocketAddr::V4(address) => address.ip().to_string(),
        SocketAddr::V6(address) => format!("[{}]", address.ip()),
    }
}

fn text(report: &Report, notes: &[String], address: SocketAddr, seconds: f64) -> String {
    let mut text = format!(
        "relata {} · database {} on PostgreSQL {} as role {}\n",
        env!("CARGO_PKG_VERSION"),
        report.database,
        report.server_version,
        report.role
    );
    let schemas = if report.schemas.len() == 1 { "schema" } else { "schemas" };
    let found = [counted(report.tables, "table"), counted(report.relations, "relation"), counted(report.types, "type")];
    // Writing to a String does not fail.
    let _ = writeln!(text, "  {} in {schemas} {}", found.join(", "), report.schemas.join(", "));
    let count = all_notes(report, notes).count();
    for note in all_notes(report, notes).take(SHOWN_NOTES) {
        let _ = writeln!(text, "  - {note}");
    }
    if count > SHOWN_NOTES {
        let _ = writeln!(text, "  - and {} more (--log-format json lists all)", count - SHOWN_NOTES);
    }
    let _ = writeln!(text, "  ready after {seconds:.2} s: {}", url(address));
    text
}

fn all_notes<'a>(report: &'a Report, notes: &'a [String]) -> impl Iterator<Item = &'a String> {
    notes.iter().chain(&report.notes)
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn report_is_short() {
        let report = Report {
            database: "chinook".to_owned(),
            server_version: "15.18".to_owned(),
            role: "me".to_owned(),
            schemas: vec!["public".to_owned(), "sales".to_owned()],
            tables: 1,
            relations: 22,
            types: 0,
            notes: (1..=7).map(|number| format!("Note {number}.")).collect(),
        };
        let address = SocketAddr::from(([0, 0, 0, 0], 4000));
        let expected = format!(
            "relata {} · database chinook on PostgreSQL 15.18 as role me\n  1 table, 22 relations, 0 types in schemas public, sales\n  \
             - First.\n  - Note 1.\n  - Note 2.\n  - Note 3.\n  - Note 4.\n  - and 3 more (--log-format json lists all)\n  \
             ready after 0.25 s: http://localhost:4000/graphql\n",
            env!("CARGO_PKG_VERSION")
        );
        assert_eq!(text(&report, &["First.".to_owned()], address, 0.25), expected);
    }
}
