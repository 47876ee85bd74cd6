//! HTTP AND THE COMMAND LINE: what starts relata, what speaks to its clients, what stops it.
//!
//! `main` reads the command line and runs a command: `serve`, `demo`, or one of the small ones. Everything that people read
//! goes to standard error; standard output carries only what was asked for (a schema, a statement, a help text, a directory).

mod cli;
mod config;
mod connection;
mod database_url;
mod error;
mod example;
mod explain;
mod health;
mod health_check;
mod http;
mod http_error;
mod logging;
mod manual;
mod negotiation;
mod options;
mod page;
mod params;
mod percent;
mod report;
mod request_id;
mod schema_page;
mod shutdown;
mod start;
mod values;

use error::ServerError;
use std::{io::Write, process::ExitCode};

/// Runs relata with the arguments of this process.
///
/// The exit code is 0 after an orderly end and 1 after an error, which stands on standard error in at most two lines.
#[must_use]
pub fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing can be done about a standard error that is closed, and the exit code says the same.
            let _ = writeln!(std::io::stderr(), "{}", error::lines(&error));
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), ServerError> {
    match cli::parse(std::env::args_os())? {
        cli::Invocation::Print(text) => start::print(&text),
        cli::Invocation::Run { command, arguments } => start::run(command, &arguments),
    }
}
