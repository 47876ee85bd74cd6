//! Why relata did not start: what is wrong, and what to do about it.

use super::config::Origin;
use crate::execute::error::StartupError;
use std::{io, path::PathBuf};

/// Something that the operator has to put right. Its text is what is wrong in the first line, and what to do in the second.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServerError {
    /// The command line names something that is not there, or lacks something.
    #[error("{problem}\n{advice}")]
    CommandLine {
        /// In clap's words.
        problem: String,
        /// The nearest name, or where to read.
        advice: String,
    },

    /// A value is not what its option expects.
    #[error("{origin} is {value:?}\nit must be {expected}")]
    Value {
        /// Who gave it.
        origin: Origin,
        /// What was given.
        value: String,
        /// What was expected.
        expected: &'static str,
    },

    /// Pages would by default be larger than they may be.
    #[error(
        "The default page size ({default}, {default_origin}) must not exceed the max page size ({maximum}, {maximum_origin})\nlower the default page size, or raise the max page size (0 lifts it)"
    )]
    PageSizes {
        /// The default, and who gave it.
        default: u32,
        /// Who gave the default.
        default_origin: String,
        /// The maximum.
        maximum: u32,
        /// Who gave the maximum.
        maximum_origin: String,
    },

    /// The configuration file cannot be read.
    #[error("The configuration file {} cannot be read: {source}\nname another one by --config or RELATA_CONFIG", path.display())]
    ConfigFile {
        /// Which one.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },

    /// The configuration file is not TOML.
    #[error("{} is not valid TOML in line {line}: {problem}\na setting looks like this: maxPageSize = 1000", path.display())]
    ConfigSyntax {
        /// Which file.
        path: PathBuf,
        /// From 1.
        line: usize,
        /// In the parser's words, without the line itself, which may hold a password.
        problem: String,
    },

    /// The configuration file has a key that is none of ours.
    #[error("{} has the unknown key {key}\n{advice}", path.display())]
    ConfigKey {
        /// Which file.
        path: PathBuf,
        /// The key.
        key: String,
        /// The nearest one, or all.
        advice: String,
    },

    /// Nothing says where the database is.
    #[error(
        "No database was named\nrelata serve postgres://role@host/database (or set DATABASE_URL, or PGHOST and its kin); to just look around: relata demo"
    )]
    NoDatabase,

    /// What names the database is not a URL, or not one of PostgreSQL.
    #[error(
        "{origin} is not a valid database URL: {problem}\nwrite it as postgres://role@host:port/database; a password follows its role as in role:password, special characters as %XX"
    )]
    DatabaseUrl {
        /// Who gave it.
        origin: Origin,
        /// What is wrong, without the URL, which may hold a password.
        problem: String,
    },

    /// A variable of libpq has a value that libpq would refuse.
    #[error("{variable} in the environment is {value:?}\nit must be {expected}")]
    LibpqVariable {
        /// Which one.
        variable: &'static str,
        /// What it says.
        value: String,
        /// What was expected.
        expected: &'static str,
    },

    /// `PGSERVICE` is set.
    #[error(
        "PGSERVICE is set, but relata does not read service files\ngive the URL: relata serve postgres://role@host/database, or unset PGSERVICE"
    )]
    ServiceFile,

    /// A file of certificates or keys is not there.
    #[error(
        "The TLS file {path} cannot be read: {source}\ncorrect {setting}, or leave it out to use the system's certificate roots"
    )]
    TlsFile {
        /// Which one.
        path: String,
        /// Who named it.
        setting: String,
        /// Why it cannot be read.
        source: io::Error,
    },

    /// The page for browsers cannot be fetched ahead of time.
    #[error("The page for browsers cannot be fetched: {problem}\n{advice}")]
    Page {
        /// What went wrong.
        problem: String,
        /// What to do about it.
        advice: &'static str,
    },

    /// The operation to explain, or its variables, cannot be read.
    #[error("{name} cannot be read: {source}\nname another file by {flag}")]
    Input {
        /// A file, or standard input.
        name: String,
        /// Who named it.
        flag: &'static str,
        /// Why not.
        source: io::Error,
    },

    /// The variables are not JSON.
    #[error("The variables in {origin} are not JSON: {problem}\nwrite them as an object: {{\"id\": 5}}")]
    Variables {
        /// A file, or the flag.
        origin: String,
        /// In the parser's words.
        problem: String,
    },

    /// The operation to explain has errors, which have been told.
    #[error("The operation in {origin} cannot be answered as it is\ncorrect {} above", if *count == 1 { "the error".to_owned() } else { format!("the {count} errors") })]
    Refused {
        /// Its file.
        origin: String,
        /// How many there are.
        count: usize,
    },

    /// PostgreSQL cannot run the statement that is explained.
    #[error(
        "PostgreSQL cannot run the statement: {reason}\nthe statement stands above; without --analyze it is not run"
    )]
    Analyze {
        /// In PostgreSQL's words.
        reason: String,
    },

    /// The address cannot be listened on.
    #[error("Cannot listen on {address}: {reason}\n{advice}")]
    Listen {
        /// Which one.
        address: String,
        /// Why not.
        reason: String,
        /// What to do.
        advice: String,
    },

    /// A running relata does not say that all is well.
    #[error("{url} {answer}\n{advice}")]
    Unhealthy {
        /// What was asked.
        url: String,
        /// As in "does not answer (…)".
        answer: String,
        /// What to do.
        advice: &'static str,
    },

    /// The HTTP server failed while it ran.
    #[error("The HTTP server stopped: {0}\nthis is not expected; the log above may tell more")]
    Http(#[source] io::Error),

    /// Standard output is closed or full.
    #[error("Cannot write to standard output: {0}\ncheck where it is directed to")]
    Output(#[source] io::Error),

    /// This program cannot be started anew without the variables that the demonstration must not see.
    #[error("Cannot start {} anew without the PG* variables: {source}\nunset them: env -i PATH=\"$PATH\" relata demo", program.display())]
    Restart {
        /// This program.
        program: PathBuf,
        /// Why not.
        source: io::Error,
    },

    /// The database does not do.
    #[error(transparent)]
    Startup(#[from] StartupError),
}

/// The text of an error as it stands on standard error: at most two lines, and no password.
pub(crate) fn lines(error: &ServerError) -> String {
    let text = without_passwords(&error.to_string());
    let mut lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let second = lines.next();
    match second {
        Some(second) => format!("relata: {first}\n        {second}"),
        None => format!("relata: {first}"),
    }
}

/// Errors do not show URLs, but they may show what was written in the wrong place, and that may be a URL.
fn without_passwords(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(scheme) = rest.find("://") {
        let (before, after) = rest.split_at(scheme + 3);
        clean.push_str(before);
        let end =
            after.find(|character: char| character.is_whitespace() || "'\"".contains(character)).unwrap_or(after.len());
        let (address, behind) = after.split_at(end);
        match (address.find(':'), address.rfind('@')) {
            (Some(colon), Some(at)) if colon < at => {
                clean.push_str(&address[..colon]);
                clean.push_str(":***");
                clean.push_str(&address[at..]);
            }
            _ => clean.push_str(address),
        }
        rest = behind;
    }
    clean + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_masked_and_two_lines_kept() {
        for (text, expected) in [
            ("found 'postgres://u:s3:cr@et@h/d' here", "found 'postgres://u:***@h/d' here"),
            ("postgres://u@h:5432/d and postgres://h", "postgres://u@h:5432/d and postgres://h"),
            ("a://b:c@d e://f:g@h", "a://b:***@d e://f:***@h"),
        ] {
            assert_eq!(without_passwords(text), expected);
        }
        let error = ServerError::CommandLine { problem: "one\n\n".to_owned(), advice: "two\nthree".to_owned() };
        assert_eq!(lines(&error), "relata: one\n        two");
    }
}
