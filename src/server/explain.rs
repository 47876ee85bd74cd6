//! `relata explain`: the statement of an operation, what PostgreSQL does with it, and which indexes it misses.

use super::{error::ServerError, start};
use crate::{
    catalog::Table,
    execute::{Session, run::Call},
    plan::indexes::{MissingIndex, Need, can_have_indexes},
    response::{
        Explanation,
        engine::{Engine, Request},
        error::ResponseError,
        formatted,
    },
    schema::Schema,
    sql,
};
use serde_json::value::RawValue;
use std::{
    fmt::Write as _,
    fs,
    io::{self, IsTerminal, Read, Write as _},
};

/// What the command line says about an operation.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    /// `--file`; standard input, if it is not given.
    pub(crate) file: Option<String>,
    /// `--variables`: JSON, or the name of a file that holds it.
    pub(crate) variables: Option<String>,
    /// `--operation`
    pub(crate) operation: Option<String>,
    /// `--analyze`
    pub(crate) analyze: bool,
}

/// An operation that has been read.
pub(crate) struct Operation {
    request: Request,
    /// What it is called in messages: its file.
    origin: String,
    analyze: bool,
}

const STANDARD_INPUT: &str = "standard input";

/// Reads the operation and its variables.
///
/// # Errors
///
/// If one of them cannot be read, or the variables are not JSON.
pub(crate) fn read(asked: Asked) -> Result<Operation, ServerError> {
    let Asked { file, variables, operation, analyze } = asked;
    let (query, origin) = match file.filter(|file| file != "-") {
        Some(file) => (read_file(&file, "--file")?, file),
        None => (read_standard_input()?, STANDARD_INPUT.to_owned()),
    };
    let variables = variables.map(read_variables).transpose()?;
    let request = Request { query, operation_name: operation, variables, request_id: None, only_queries: false };
    Ok(Operation { request, origin, analyze })
}

fn read_file(path: &str, flag: &'static str) -> Result<String, ServerError> {
    fs::read_to_string(path).map_err(|source| ServerError::Input { name: path.to_owned(), flag, source })
}

fn read_standard_input() -> Result<String, ServerError> {
    let mut input = io::stdin().lock();
    if input.is_terminal() {
        // Nothing can be done about a standard error that is closed.
        let _ = writeln!(io::stderr(), "relata: reading the operation from standard input; Ctrl-D ends it");
    }
    let mut query = String::new();
    let read = input.read_to_string(&mut query);
    read.map_err(|source| ServerError::Input { name: STANDARD_INPUT.to_owned(), flag: "--file", source })?;
    Ok(query)
}

fn read_variables(given: String) -> Result<Box<RawValue>, ServerError> {
    let (json, origin) = match given.trim_start().starts_with('{') {
        true => (given, "--variables".to_owned()),
        false => (read_file(&given, "--variables")?, given),
    };
    serde_json::from_str(&json).map_err(|error| ServerError::Variables { origin, problem: error.to_string() })
}

/// Explains it, on standard output. What is wrong with the operation goes to standard error, each with its place.
///
/// # Errors
///
/// If there is something wrong with the operation, or PostgreSQL cannot run it.
pub(crate) async fn run(engine: &Engine, operation: &Operation) -> Result<(), ServerError> {
    let session = Session::anonymous();
    let origin = &operation.origin;
    let explained = match engine.explain(&operation.request, &session) {
        Ok(explained) => explained,
        Err(errors) => return Err(refused(origin, &errors)),
    };
    let Explanation { call, errors, missing_indexes, shared: _ } = &explained;
    start::print(&statement(call.as_ref()))?;
    if let (true, Some(call)) = (operation.analyze, call) {
        let lines = engine.analyze(call, &session).await;
        let lines = lines.map_err(|error| ServerError::Analyze { reason: error.to_string() })?;
        start::print(&format!("\n-- What PostgreSQL did:\n{}\n", lines.join("\n")))?;
    }
    start::print(&warnings(engine.schema(), missing_indexes))?;
    if errors.is_empty() { Ok(()) } else { Err(refused(origin, errors)) }
}

/// Tells what is wrong with the operation.
fn refused(origin: &str, errors: &[ResponseError]) -> ServerError {
    let text: String = errors.iter().map(|error| problem(origin, error)).collect();
    // Nothing can be done about a standard error that is closed.
    let _ = io::stderr().write_all(text.as_bytes());
    ServerError::Refused { origin: origin.to_owned(), count: errors.len() }
}

/// `query.graphql:3:5: There is no field …`, and its hint below.
fn problem(origin: &str, error: &ResponseError) -> String {
    let place = error.locations.first().map_or_else(String::new, |at| format!(":{}:{}", at.line, at.column));
    let hint = error.hint.as_ref().map_or_else(String::new, |hint| format!("  {hint}\n"));
    format!("{origin}{place}: {}\n{hint}", error.message)
}

fn statement(call: Option<&Call>) -> String {
    call.map_or_else(|| "-- Nothing is asked of the database.\n".to_owned(), |call| formatted(call) + "\n")
}

/// A comment for each index that is missing, with the statement that makes it.
fn warnings(schema: &Schema, missing: &[MissingIndex]) -> String {
    let mut text = String::new();
    for missing in missing {
        let table = schema.catalog.table(missing.table);
        // Names may hold line breaks, and a comment ends with its line.
        let reason = reason(table, missing).replace(char::is_control, " ");
        // Writing to a String does not fail.
        let _ = writeln!(text, "\n-- {}: {reason}", missing.paths.join(", "));
        if let Some(statement) = sql::create_index(table, &missing.columns) {
            let _ = writeln!(text, "{statement}");
        }
    }
    text
}

fn reason(table: &Table, missing: &MissingIndex) -> String {
    let name = format!("{}.{}", table.schema, table.name);
    let columns = |count: usize| {
        let names = missing.columns.iter().take(count).map(|column| table.column(column.column).name.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    // An index that was made while the table was empty says zero until the table is analysed.
    let rows = match table.estimated_rows.filter(|rows| *rows >= 1.0) {
        Some(rows) => format!("all rows of {name} (about {rows:.0})"),
        None => format!("all rows of {name}"),
    };
    let reason = match missing.need {
        Need::Relation(count) => format!("no index leads with {}, so that {rows} are read.", columns(count)),
        Need::Order => format!(
            "no index has the order by {}, so that rows are read to be sorted: at worst {rows}.",
            columns(usize::MAX)
        ),
        Need::OrderElsewhere => {
            format!(
                "the order is by another table, which no index has, so that rows are read to be sorted: at worst {rows}."
            )
        }
    };
    match can_have_indexes(table) || missing.columns.is_empty() {
        true => reason,
        false => format!("{reason} It has no indexes of its own; one of the tables behind it may help."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Location;

    #[test]
    fn problems_have_a_place_and_a_hint() {
        let error = ResponseError {
            message: "There is no field `titel`.".to_owned(),
            code: "GRAPHQL_VALIDATION_FAILED",
            hint: Some("Did you mean `title`?".to_owned()),
            locations: vec![Location { line: 3, column: 5 }],
            path: Vec::new(),
            details: Vec::new(),
        };
        let expected = "q.graphql:3:5: There is no field `titel`.\n  Did you mean `title`?\n";
        assert_eq!(problem("q.graphql", &error), expected);
        let error = ResponseError { locations: Vec::new(), hint: None, ..error };
        assert_eq!(problem(STANDARD_INPUT, &error), "standard input: There is no field `titel`.\n");
    }

    #[test]
    fn variables_are_json_or_a_file() {
        let json = |text: &str| read_variables(text.to_owned()).map(|raw| raw.get().to_owned());
        assert_eq!(json(" {\"a\": 1}").ok().as_deref(), Some("{\"a\": 1}"));
        let message = json("{a: 1}").expect_err("it is no JSON").to_string();
        assert!(message.starts_with("The variables in --variables are not JSON: "), "{message}");
        let message = json("/no/such/file").expect_err("it is not there").to_string();
        assert!(message.starts_with("/no/such/file cannot be read: "), "{message}");
    }
}
