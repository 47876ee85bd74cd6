//! The command line, from the rows of [`super::options`].

use super::{
    error::ServerError,
    explain::Asked,
    manual,
    options::{Command, DATABASE_URL, OPTIONS, OptionRow},
};
use clap::{
    Arg, ArgAction, ArgMatches, ValueHint,
    builder::PossibleValuesParser,
    error::{ContextKind, ContextValue, ErrorKind},
};
use std::ffi::OsString;

/// What the command line asks for.
#[derive(Debug)]
pub(crate) enum Invocation {
    /// A text on standard output: help or version.
    Print(String),
    /// A command with its flags.
    Run {
        /// Which one.
        command: Command,
        /// Its flags and arguments.
        arguments: Arguments,
    },
}

/// The flags of a command, before anything is known about their values.
#[derive(Debug)]
pub(crate) struct Arguments {
    matches: ArgMatches,
}

struct CommandRow {
    command: Command,
    name: &'static str,
    about: &'static str,
    /// The arguments that are not options, since no environment and no file can give them.
    arguments: fn() -> Vec<Arg>,
}

const COMMANDS: &[CommandRow] = &[
    CommandRow {
        command: Command::Serve,
        name: "serve",
        about: "Serve a database as a GraphQL API, read-only",
        arguments: || vec![database_url()],
    },
    CommandRow {
        command: Command::Demo,
        name: "demo",
        about: "Serve an example database from a PostgreSQL of its own; nothing is left behind",
        arguments: Vec::new,
    },
    CommandRow {
        command: Command::Schema,
        name: "schema",
        about: "Print the GraphQL schema of a database on standard output",
        arguments: || vec![database_url(), switch(JSON, "The result of the introspection query, as JSON")],
    },
    CommandRow {
        command: Command::Explain,
        name: "explain",
        about: "Print the SQL statement of a GraphQL operation, and which indexes it misses",
        arguments: || {
            vec![
                database_url(),
                value(FILE, "FILE")
                    .value_hint(ValueHint::FilePath)
                    .help("The operation, in a file\n[default: standard input]"),
                value(OPERATION, "NAME").help("Which operation of the document, if it has several"),
                value(VARIABLES, "JSON|FILE").help("The variables: a JSON object, or a file that holds it"),
                switch(ANALYZE, "Run it, read-only, and print what PostgreSQL did: EXPLAIN (ANALYZE, BUFFERS)"),
            ]
        },
    },
    CommandRow {
        command: Command::Fetch,
        name: "fetch",
        about: "Fetch PostgreSQL and GraphiQL ahead, and print the directory of PostgreSQL's programs",
        arguments: Vec::new,
    },
    CommandRow {
        command: Command::Health,
        name: "health",
        about: "Ask the relata that listens on this machine whether it is alive",
        arguments: || {
            vec![switch(READY, "Ask instead whether it can answer requests, so whether its database answers")]
        },
    },
    CommandRow {
        command: Command::Completions,
        name: "completions",
        about: "Print what a shell needs to complete relata's command lines",
        arguments: || vec![one_of(SHELL, manual::SHELLS).required(true).help("For which shell")],
    },
    CommandRow {
        command: Command::Man,
        name: "man",
        about: "Print a page of the manual, for man -l -",
        arguments: || vec![one_of(COMMAND, COMMANDS.iter().map(|row| row.name)).help("Of which command")],
    },
];

const CONFIG: &str = "config";
const JSON: &str = "json";
const READY: &str = "ready";
const SHELL: &str = "SHELL";
const COMMAND: &str = "COMMAND";
const FILE: &str = "file";
const OPERATION: &str = "operation";
const VARIABLES: &str = "variables";
const ANALYZE: &str = "analyze";

/// Reads the command line.
///
/// # Errors
///
/// If it names an unknown command or flag, or lacks something.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Invocation, ServerError> {
    let matches = match definition().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Ok(Invocation::Print(error.render().to_string()));
        }
        Err(error) => return Err(explain(&error)),
    };
    let chosen = matches.subcommand().and_then(|(name, matches)| {
        let row = COMMANDS.iter().find(|row| row.name == name)?;
        let argument = |id: &str| matches.get_one::<String>(id).map(String::as_str);
        Some(match row.command {
            Command::Completions => Invocation::Print(manual::completions(definition(), argument(SHELL)?)),
            Command::Man => Invocation::Print(manual::page(definition(), argument(COMMAND))),
            command => Invocation::Run { command, arguments: Arguments { matches: matches.clone() } },
        })
    });
    Ok(chosen.unwrap_or_else(|| Invocation::Print(definition().render_help().to_string())))
}

impl Arguments {
    /// The values that were given for an option: none if it was not given.
    pub(crate) fn values(&self, row: &OptionRow) -> Option<Vec<String>> {
        if row.value.is_empty() {
            return self.switch(row.flag).then(|| vec!["true".to_owned()]);
        }
        let values = self.matches.try_get_many::<String>(row.flag).ok().flatten()?;
        Some(values.cloned().collect())
    }

    /// `--config FILE`
    pub(crate) fn config(&self) -> Option<&str> {
        self.matches.try_get_one::<String>(CONFIG).ok().flatten().map(String::as_str)
    }

    /// `--json`
    pub(crate) fn json(&self) -> bool {
        self.switch(JSON)
    }

    /// `--ready`
    pub(crate) fn ready(&self) -> bool {
        self.switch(READY)
    }

    /// What `explain` is asked.
    pub(crate) fn asked(&self) -> Asked {
        let text = |id: &str| self.matches.try_get_one::<String>(id).ok().flatten().cloned();
        Asked {
            file: text(FILE),
            variables: text(VARIABLES),
            operation: text(OPERATION),
            analyze: self.switch(ANALYZE),
        }
    }

    /// Commands have different flags: one that a command does not have counts as not given.
    fn switch(&self, id: &str) -> bool {
        self.matches.try_get_one::<bool>(id).ok().flatten().copied().unwrap_or(false)
    }
}

fn definition() -> clap::Command {
    clap::Command::new("relata")
        .version(env!("CARGO_PKG_VERSION"))
        .about("A PostgreSQL database as a Relay-style GraphQL API, each operation answered by one SQL statement")
        .after_help("Options come from the command line, else from the environment, else from relata.toml.")
        .max_term_width(100)
        .subcommands(COMMANDS.iter().map(subcommand))
}

fn subcommand(row: &CommandRow) -> clap::Command {
    let options: Vec<Arg> =
        OPTIONS.iter().filter(|option| option.commands.contains(&row.command)).map(|option| flag(option)).collect();
    let config = (!options.is_empty()).then(|| {
        Arg::new(CONFIG)
            .long(CONFIG)
            .value_name("FILE")
            .value_hint(ValueHint::FilePath)
            .help("The configuration file\n[env: RELATA_CONFIG] [default: relata.toml, if it is there]")
    });
    clap::Command::new(row.name).about(row.about).args((row.arguments)()).args(options).args(config)
}

fn database_url() -> Arg {
    Arg::new(DATABASE_URL.flag)
        .value_name(DATABASE_URL.value)
        .help(format!("{}\n[env: {}] [default: {}]", DATABASE_URL.help, DATABASE_URL.env, DATABASE_URL.default))
}

fn switch(id: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

fn one_of(id: &'static str, values: impl IntoIterator<Item = &'static str>) -> Arg {
    Arg::new(id).value_parser(PossibleValuesParser::new(values))
}

fn value(id: &'static str, value: &'static str) -> Arg {
    Arg::new(id).long(id).value_name(value).action(ArgAction::Set)
}

fn flag(row: &OptionRow) -> Arg {
    let argument =
        Arg::new(row.flag).long(row.flag).help(format!("{}\n[env: {}] [default: {}]", row.help, row.env, row.default));
    match (row.value.is_empty(), row.many) {
        (true, _) => argument.action(ArgAction::SetTrue),
        (false, true) => argument.value_name(row.value).action(ArgAction::Append),
        (false, false) => argument.value_name(row.value).action(ArgAction::Set).allow_hyphen_values(false),
    }
}

/// clap explains a mistake in many lines; what is wrong and what is nearest to it are enough.
fn explain(error: &clap::Error) -> ServerError {
    let rendered = error.render().to_string();
    let first = rendered.lines().next().unwrap_or_default();
    let problem = first.strip_prefix("error: ").unwrap_or(first).trim_end_matches(':').to_owned();
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| match error.get(kind)? {
            ContextValue::String(text) => Some(text.clone()),
            ContextValue::Strings(texts) => texts.first().cloned(),
            _ => None,
        });
    let advice = match suggestion {
        Some(nearest) => format!("did you mean {nearest}?"),
        None => "relata --help and relata serve --help show what there is".to_owned(),
    };
    ServerError::CommandLine { problem, advice }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definition_is_consistent() {
        definition().debug_assert();
    }

    #[test]
    fn flags_are_read_and_mistakes_explained() {
        let parsed = |line: &str| parse(line.split(' ').map(OsString::from));
        let Ok(Invocation::Run { command, arguments }) = parsed("relata serve --schema a,b --schema c --log-sql")
        else {
            panic!("it is valid");
        };
        assert_eq!(command, Command::Serve);
        assert_eq!(arguments.values(&super::super::options::SCHEMA), Some(vec!["a,b".to_owned(), "c".to_owned()]));
        assert_eq!(arguments.values(&super::super::options::LOG_SQL), Some(vec!["true".to_owned()]));
        assert_eq!(arguments.values(&super::super::options::LISTEN), None);

        for (line, expected) in [
            ("relata serve --lisen 1", "unexpected argument '--lisen' found\ndid you mean --listen?"),
            ("relata srve", "unrecognized subcommand 'srve'\ndid you mean serve?"),
            ("relata demo postgres://", "unexpected argument 'postgres://' found\n"),
            ("relata serve --listen", "a value is required for '--listen <ADDRESS>' but none was supplied\n"),
            ("relata serve --listen 1 --listen 2", "the argument '--listen <ADDRESS>' cannot be used multiple times\n"),
        ] {
            let message = parsed(line).expect_err(line).to_string();
            assert!(message.starts_with(expected), "{line}: {message}");
            assert_eq!(message.lines().count(), 2, "{message}");
        }
    }
}
