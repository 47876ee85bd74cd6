//! What the operator decided: flags, else environment, else file, else defaults.

use super::{
    cli::Arguments,
    error::ServerError,
    example::Example,
    options::{self, Command, OPTIONS, OptionRow},
    values::{self, ByteSize, Expected, ListenAddress, LogFormat, PageKind, SchemaChoice},
};
use crate::{
    catalog::{load::Exposure, nearest::nearest},
    naming,
    response::engine::Sharing,
    schema::PageSizes,
};
use std::{
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
    thread,
    time::Duration,
};

/// Everything that can be set, checked.
#[derive(Debug)]
pub(crate) struct Settings {
    /// For the demonstration.
    pub(crate) example: &'static Example,
    pub(crate) listen: ListenAddress,
    /// Where [`Settings::listen`] was set, for an address that cannot be used.
    pub(crate) listen_origin: Option<Origin>,
    pub(crate) exposure: Exposure,
    pub(crate) naming: naming::Options,
    pub(crate) page_sizes: PageSizes,
    pub(crate) connections: usize,
    pub(crate) statement_timeout: Duration,
    pub(crate) body_limit: ByteSize,
    pub(crate) log_format: LogFormat,
    pub(crate) log_sql: bool,
    pub(crate) sharing: Sharing,
    pub(crate) page: PageKind,
    pub(crate) explains: bool,
    pub(crate) shutdown_delay: Duration,
    pub(crate) shutdown_timeout: Duration,
    /// The database, for the commands that take one. It may hold a password.
    pub(crate) database_url: Option<Given>,
}

/// The values of an option, and who gave them.
#[derive(Clone)]
pub(crate) struct Given {
    pub(crate) values: Vec<String>,
    pub(crate) origin: Origin,
}

/// Who gave a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    Flag(&'static str),
    Argument(&'static str),
    Environment(&'static str),
    File { path: PathBuf, key: &'static str },
}

/// Reads a variable of the environment.
pub(crate) type Environment<'a> = &'a dyn Fn(&str) -> Option<String>;

const DEFAULT_FILE: &str = "relata.toml";
const CONFIG_VARIABLE: &str = "RELATA_CONFIG";
const PAGE_SIZE: Expected = Expected("a whole number from 1 to 1000000");
const MAX_PAGE_SIZE: Expected = Expected("a whole number from 0 to 1000000");
const CONNECTIONS: Expected = Expected("a whole number from 1 to 10000");

/// Merges flags, environment and file.
///
/// # Errors
///
/// If a value is not what its option expects, two contradict each other, or the file cannot be read.
pub(crate) fn merge(
    command: Command,
    arguments: &Arguments,
    environment: Environment<'_>,
) -> Result<Settings, ServerError> {
    settle(command, &Layers { arguments, environment, file: file_of(command, arguments, environment)? })
}

fn settle(command: Command, layers: &Layers<'_>) -> Result<Settings, ServerError> {
    let choices = layers.all(&options::SCHEMA, values::schemas)?;
    let listen = layers.given(&options::LISTEN)?;
    let address = layers.one(&options::LISTEN, ListenAddress::from_str)?.unwrap_or_default();
    Ok(Settings {
        example: layers.one(&options::EXAMPLE, Example::named)?.unwrap_or_default(),
        listen_origin: listen.map(|given| given.origin),
        exposure: Exposure { schemas: choices.as_ref().map(|choices| names(choices)) },
        naming: naming::Options {
            bare_foreign_keys_name_relations: layers
                .one(&options::BARE_FOREIGN_KEYS, bare_foreign_keys)?
                .unwrap_or(false),
            schema_prefixes: choices.unwrap_or_default().into_iter().filter_map(prefix).collect(),
        },
        page_sizes: page_sizes(layers)?,
        connections: layers
            .one(&options::CONNECTIONS, |text| number(text, 1..=10_000, CONNECTIONS))?
            .unwrap_or_else(|| 4 * thread::available_parallelism().map_or(2, usize::from)),
        statement_timeout: duration(layers, &options::STATEMENT_TIMEOUT, 15)?,
        body_limit: layers.one(&options::BODY_LIMIT, ByteSize::from_str)?.unwrap_or(ByteSize(1 << 20)),
        log_format: layers.one(&options::LOG_FORMAT, LogFormat::from_str)?.unwrap_or(LogFormat::Text),
        log_sql: layers.one(&options::LOG_SQL, values::switch)?.unwrap_or(false),
        sharing: layers.one(&options::SHARE, values::sharing)?.unwrap_or(Sharing::Answers),
        page: layers.one(&options::PAGE, PageKind::from_str)?.unwrap_or_else(|| default_page(command, &address)),
        explains: command == Command::Demo
            || layers.one(&options::EXPLAIN_EXTENSIONS, values::switch)?.unwrap_or(false),
        shutdown_delay: duration(layers, &options::SHUTDOWN_DELAY, 0)?,
        shutdown_timeout: duration(layers, &options::SHUTDOWN_TIMEOUT, 30)?,
        listen: address,
        database_url: if command == Command::Demo { None } else { layers.given(&options::DATABASE_URL)? },
    })
}

/// A page for people is of no use to those who come from elsewhere, and makes the server fetch things.
fn default_page(command: Command, listen: &ListenAddress) -> PageKind {
    if command == Command::Demo || listen.is_loopback() { PageKind::Graphiql } else { PageKind::Off }
}

struct Layers<'a> {
    arguments: &'a Arguments,
    environment: Environment<'a>,
    file: File,
}

/// The keys of a configuration file, each with its values.
#[derive(Default)]
struct File {
    path: PathBuf,
    entries: Vec<(&'static str, Vec<String>)>,
}

impl Layers<'_> {
    /// The values of the first layer that has some. A variable that is empty counts as not set.
    fn given(&self, row: &OptionRow) -> Result<Option<Given>, ServerError> {
        if let Some(values) = self.arguments.values(row) {
            let origin = if row.commands.is_empty() { Origin::Argument(row.flag) } else { Origin::Flag(row.flag) };
            return Ok(Some(Given { values, origin }));
        }
        // The name that other tools use for the URL comes after ours.
        let conventional = (row.key == options::DATABASE_URL.key).then_some("DATABASE_URL");
        for name in [Some(row.env), conventional].into_iter().flatten() {
            if let Some(value) = (self.environment)(name).filter(|value| !value.is_empty()) {
                return Ok(Some(Given { values: vec![value], origin: Origin::Environment(name) }));
            }
        }
        let entry = self.file.entries.iter().find(|(key, _)| *key == row.key);
        Ok(entry.map(|(key, values)| Given {
            values: values.clone(),
            origin: Origin::File { path: self.file.path.clone(), key },
        }))
    }

    fn one<T>(&self, row: &OptionRow, parse: impl Fn(&str) -> Result<T, Expected>) -> Result<Option<T>, ServerError> {
        let Some(given) = self.given(row)? else { return Ok(None) };
        match given.values.as_slice() {
            [value] => parse(value.trim()).map(Some).map_err(|expected| given.refuse(value, expected)),
            values => Err(given.refuse(&values.join(", "), Expected("one value"))),
        }
    }

    fn all<T>(
        &self,
        row: &OptionRow,
        parse: impl Fn(&str) -> Result<Vec<T>, Expected>,
    ) -> Result<Option<Vec<T>>, ServerError> {
        let Some(given) = self.given(row)? else { return Ok(None) };
        let mut all = Vec::new();
        for value in &given.values {
            all.extend(parse(value).map_err(|expected| given.refuse(value, expected))?);
        }
        if all.is_empty() { Err(given.refuse("", Expected("at least one name"))) } else { Ok(Some(all)) }
    }
}

impl Given {
    fn refuse(&self, value: &str, expected: Expected) -> ServerError {
        ServerError::Value { origin: self.origin.clone(), value: value.to_owned(), expected: expected.0 }
    }
}

impl fmt::Debug for Given {
    /// Without the values, which may hold a password.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Given").field("origin", &self.origin).finish_non_exhaustive()
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => write!(formatter, "--{name}"),
            Self::Argument(name) => formatter.write_str(name),
            Self::Environment(name) => write!(formatter, "{name} in the environment"),
            Self::File { path, key } => write!(formatter, "{key} in {}", path.display()),
        }
    }
}

/// The demonstration must work in any directory, so it reads only a file that was named for it.
fn file_of(command: Command, arguments: &Arguments, environment: Environment<'_>) -> Result<File, ServerError> {
    let named =
        arguments.config().map(str::to_owned).or_else(|| environment(CONFIG_VARIABLE).filter(|name| !name.is_empty()));
    let path = match &named {
        Some(path) => Path::new(path),
        None if command == Command::Demo => return Ok(File::default()),
        None => Path::new(DEFAULT_FILE),
    };
    match std::fs::read_to_string(path) {
        Ok(text) => read_file(path, &text),
        Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => Ok(File::default()),
        Err(source) => Err(ServerError::ConfigFile { path: path.to_owned(), source }),
    }
}

fn read_file(path: &Path, text: &str) -> Result<File, ServerError> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| ServerError::ConfigSyntax {
        path: path.to_owned(),
        line: error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1),
        problem: error.message().lines().next().unwrap_or_default().to_owned(),
    })?;
    let mut entries = Vec::new();
    for (key, value) in table {
        let Some(row) = OPTIONS.iter().find(|row| row.key == key) else {
            return Err(unknown_key(path, key));
        };
        let values = texts(&value).ok_or_else(|| ServerError::Value {
            origin: Origin::File { path: path.to_owned(), key: row.key },
            value: value.type_str().to_owned(),
            expected: "a text, a number, true or false, or a list of texts",
        })?;
        entries.push((row.key, values));
    }
    Ok(File { path: path.to_owned(), entries })
}

fn unknown_key(path: &Path, key: String) -> ServerError {
    let advice = match nearest(&key, OPTIONS.iter().map(|row| row.key)) {
        Some(nearest) => format!("did you mean {nearest}?"),
        None => format!("the keys are {}", OPTIONS.iter().map(|row| row.key).collect::<Vec<_>>().join(", ")),
    };
    ServerError::ConfigKey { path: path.to_owned(), key, advice }
}

/// A value of the file as it would stand on the command line.
fn texts(value: &toml::Value) -> Option<Vec<String>> {
    match value {
        toml::Value::String(text) => Some(vec![text.clone()]),
        toml::Value::Integer(number) => Some(vec![number.to_string()]),
        toml::Value::Boolean(switch) => Some(vec![switch.to_string()]),
        toml::Value::Array(items) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
        toml::Value::Float(_) | toml::Value::Datetime(_) | toml::Value::Table(_) => None,
    }
}

fn names(choices: &[SchemaChoice]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for choice in choices {
        if !names.contains(&choice.name) {
            names.push(choice.name.clone());
        }
    }
    names
}

fn prefix(choice: SchemaChoice) -> Option<(String, String)> {
    Some((choice.name, choice.prefix?))
}

fn page_sizes(layers: &Layers<'_>) -> Result<PageSizes, ServerError> {
    let parse = |text: &str| number(text, 1..=1_000_000, PAGE_SIZE);
    let maximum = layers
        .one(&options::MAX_PAGE_SIZE, |text| number(text, 0..=1_000_000, MAX_PAGE_SIZE))?
        .map_or(Some(1000), |maximum: u32| (maximum > 0).then_some(maximum));
    let default = layers.one(&options::DEFAULT_PAGE_SIZE, parse)?;
    match (default, maximum) {
        (Some(default), Some(maximum)) if default > maximum => {
            let origin = |row| Ok::<_, ServerError>(layers.given(row)?.map(|given| given.origin.to_string()));
            Err(ServerError::PageSizes {
                default,
                maximum,
                default_origin: origin(&options::DEFAULT_PAGE_SIZE)?.unwrap_or_default(),
                maximum_origin: origin(&options::MAX_PAGE_SIZE)?.unwrap_or_else(|| "its default".to_owned()),
            })
        }
        // A maximum below the usual default is meant to bind it too.
        _ => Ok(PageSizes { default: default.unwrap_or(100.min(maximum.unwrap_or(100))), maximum }),
    }
}

fn duration(layers: &Layers<'_>, row: &OptionRow, default_seconds: u64) -> Result<Duration, ServerError> {
    Ok(layers.one(row, values::duration)?.unwrap_or(Duration::from_secs(default_seconds)))
}

fn bare_foreign_keys(text: &str) -> Result<bool, Expected> {
    match text {
        "relation" => Ok(true),
        "column" => Ok(false),
        _ => Err(Expected("column or relation")),
    }
}

fn number<T: FromStr + PartialOrd>(
    text: &str,
    range: std::ops::RangeInclusive<T>,
    expected: Expected,
) -> Result<T, Expected> {
    text.parse().ok().filter(|number| range.contains(number)).ok_or(expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::cli::{self, Invocation};

    fn settings(line: &str, environment: &[(&str, &str)], file: &str) -> Result<Settings, String> {
        let Ok(Invocation::Run { command, arguments }) = cli::parse(line.split(' ').map(Into::into)) else {
            panic!("{line} is a valid command line");
        };
        let lookup = |name: &str| {
            environment.iter().find(|(variable, _)| *variable == name).map(|(_, value)| (*value).to_owned())
        };
        let file = read_file(Path::new("relata.toml"), file).map_err(|error| error.to_string())?;
        let layers = Layers { arguments: &arguments, environment: &lookup, file };
        settle(command, &layers).map_err(|error| error.to_string())
    }

    #[test]
    fn flag_before_environment_before_file_before_default() {
        let file = "listen = \"3\"";
        let env = [("RELATA_LISTEN", "2")];
        for (line, environment, file, expected) in [
            ("relata demo --listen 1", &env[..], file, 1),
            ("relata demo", &env, file, 2),
            ("relata demo", &[("RELATA_LISTEN", "")], file, 3),
            ("relata demo", &[], file, 3),
            ("relata demo", &[], "", 4000),
        ] {
            assert_eq!(
                settings(line, environment, file).map(|settings| settings.listen.port()),
                Ok(expected),
                "{line}"
            );
        }
    }

    #[test]
    fn the_page_is_for_people_at_this_machine() {
        use PageKind::{Graphiql, Off, Plain};
        for (line, expected) in [
            ("relata serve", Graphiql),
            ("relata serve --listen localhost:1", Graphiql),
            ("relata serve --listen [::1]:1", Graphiql),
            ("relata serve --listen 0.0.0.0", Off),
            ("relata serve --listen 192.0.2.1:80", Off),
            ("relata serve --listen 0.0.0.0 --page plain", Plain),
            ("relata serve --page off", Off),
            ("relata demo --listen 0.0.0.0", Graphiql),
        ] {
            assert_eq!(settings(line, &[], "").map(|settings| settings.page), Ok(expected), "{line}");
        }
        let explains = |line: &str| settings(line, &[], "").map(|settings| settings.explains);
        assert_eq!([explains("relata serve"), explains("relata demo")], [Ok(false), Ok(true)]);
        assert_eq!(explains("relata serve --explain-extensions"), Ok(true));
    }

    #[test]
    fn page_sizes_fit_each_other() {
        for (line, expected) in [
            ("relata demo", Ok((100, Some(1000)))),
            ("relata demo --max-page-size 50", Ok((50, Some(50)))),
            ("relata demo --max-page-size 0 --default-page-size 5000", Ok((5000, None))),
            (
                "relata demo --default-page-size 2000",
                Err(
                    "The default page size (2000, --default-page-size) must not exceed the max page size (1000, its default)\n\
                     lower the default page size, or raise the max page size (0 lifts it)",
                ),
            ),
        ] {
            let found =
                settings(line, &[], "").map(|settings| (settings.page_sizes.default, settings.page_sizes.maximum));
            assert_eq!(found, expected.map_err(str::to_owned), "{line}");
        }
    }

    #[test]
    fn mistakes_in_the_file_are_named() {
        for (file, expected) in [
            ("maxPagesize = 5", "relata.toml has the unknown key maxPagesize\ndid you mean maxPageSize?"),
            ("listen = 1\nlisten = 2", "relata.toml is not valid TOML in line 2: duplicate key\n"),
            ("listen = ", "relata.toml is not valid TOML in line 1: "),
            ("listen = 1.5", "listen in relata.toml is \"float\"\nit must be a text"),
            ("listen = [\"1\", \"2\"]", "listen in relata.toml is \"1, 2\"\nit must be one value"),
            ("maxPageSize = -1", "maxPageSize in relata.toml is \"-1\"\nit must be a whole number from 0 to 1000000"),
        ] {
            let message = settings("relata demo", &[], file).expect_err(file);
            assert!(message.starts_with(expected), "{message}");
        }
    }

    #[test]
    fn template_names_every_option_with_its_default() {
        let template = include_str!("../../templates/relata.toml");
        let uncommented: String =
            template.lines().filter_map(|line| line.strip_prefix("#: ")).map(|line| format!("{line}\n")).collect();
        let file = read_file(Path::new("relata.toml"), &uncommented).expect("the template is valid once uncommented");
        let mut named: Vec<&str> = file.entries.iter().map(|(key, _)| *key).collect();
        let mut all: Vec<&str> = OPTIONS.iter().map(|row| row.key).collect();
        named.sort_unstable();
        all.sort_unstable();
        assert_eq!(named, all);
    }
}
