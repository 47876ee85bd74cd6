//! What the server of the tests was asked, by its own log.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::shared::Server;
use super::{APPLICATION, run_sql};

/// Settings by which the server writes every statement as a line of JSON into one file.
pub(crate) const SETTINGS: &[(&str, &str)] = &[
    ("logging_collector", "on"),
    ("log_destination", "jsonlog"),
    ("log_directory", "log"),
    ("log_filename", "statements.log"),
    ("log_rotation_age", "0"),
    ("log_rotation_size", "0"),
    ("log_statement", "all"),
];

/// The log of our own cluster.
pub(crate) struct Log {
    path: PathBuf,
}

/// A place in the log.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    /// Bytes from the beginning of the file.
    offset: u64,
}

/// A statement as the server received it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Statement {
    /// Its text; several that came in one simple message are one text.
    pub(crate) text: String,
    /// Whether it came by the extended protocol (prepared, with binds), not as a simple message.
    pub(crate) extended: bool,
    /// `Parameters: $1 = '…'`, if it had any.
    pub(crate) parameters: Option<String>,
    /// The client's name for itself.
    pub(crate) application: String,
    /// The server process, which is one per connection.
    pub(crate) pid: u64,
}

impl Log {
    pub(crate) fn new(data: PathBuf) -> Log {
        Log { path: data.join("log/statements.json") }
    }

    /// The place where everything that the server has answered until now lies before.
    ///
    /// The server's processes write to one pipe, which is copied to the file later. What came back from the server
    /// before we send a mark is in the pipe before that mark, so the mark in the file proves the rest to be there.
    pub(crate) fn mark(&self, server: &Server) -> Mark {
        static COUNTER: AtomicU32 = AtomicU32::new(0);
        let start = std::fs::metadata(&self.path).map_or(0, |found| found.len());
        let text = format!("{}_mark_{}_", server.prefix(), COUNTER.fetch_add(1, Ordering::Relaxed));
        run_sql(server.options("postgres"), &format!("SELECT '{text}'"));
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            let bytes = self.read(start, None);
            let found = bytes.windows(text.len()).position(|part| part == text.as_bytes());
            let end = found.and_then(|at| Some(at + bytes[at..].iter().position(|byte| *byte == b'\n')? + 1));
            if let Some(end) = end {
                return Mark { offset: start + end as u64 };
            }
            assert!(Instant::now() < deadline, "no mark in {}", self.path.display());
            sleep(Duration::from_millis(2));
        }
    }

    /// The statements of `database` since `mark`.
    pub(crate) fn statements(&self, server: &Server, mark: &Mark, database: &str) -> Vec<Statement> {
        let end = self.mark(server);
        let bytes = self.read(mark.offset, Some(end.offset));
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let entries = lines.map(|line| serde_json::from_slice::<Value>(line).unwrap());
        let entries = entries.filter(|entry| entry["dbname"] == database && entry["application_name"] != APPLICATION);
        entries.filter_map(|entry| statement(&entry)).collect()
    }

    fn read(&self, start: u64, end: Option<u64>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let Ok(mut file) = File::open(&self.path) else { return bytes };
        file.seek(SeekFrom::Start(start)).unwrap();
        file.take(end.map_or(u64::MAX, |end| end - start)).read_to_end(&mut bytes).unwrap();
        bytes
    }
}

/// `statement: TEXT` or `execute NAME: TEXT`; other entries tell of other things.
fn statement(entry: &Value) -> Option<Statement> {
    let message = entry["message"].as_str()?;
    let (extended, text) = match message.strip_prefix("statement: ") {
        Some(text) => (false, text),
        None => (true, message.strip_prefix("execute ")?.split_once(": ")?.1),
    };
    let string = |key: &str| entry[key].as_str().map(str::to_owned);
    Some(Statement {
        text: text.to_owned(),
        extended,
        parameters: string("detail"),
        application: string("application_name").unwrap_or_default(),
        pid: entry["pid"].as_u64()?,
    })
}
