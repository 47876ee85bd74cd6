//! From a document's text to a valid operation.

use super::{
    Location, Operation, RequestError, RequestErrorKind,
    ast::{self, Document, location},
    limits,
    lower::lower,
    report::did_you_mean,
    stack::on_a_stack_for,
    validate::validate,
};
use crate::schema::{
    Schema,
    juniper::{Panicked, Parser, lexable},
};
use juniper::parser::{LexerError, ParseError};

/// Parses a document, validates all of it and gives the operation to run: the one called `operation_name`, or the only
/// one.
///
/// # Errors
/// All that was found: one syntax error or exceeded limit, else the rules that the document breaks (the first 10), else
/// what is wrong with the choice of the operation.
pub fn load(
    schema: &Schema,
    parser: &Parser,
    source: &str,
    operation_name: Option<&str>,
) -> Result<Operation, Vec<RequestError>> {
    let run = || load_here(schema, parser, source, operation_name);
    on_a_stack_for(parser.limits().depth, run).unwrap_or_else(|| Err(vec![unreadable()]))
}

fn load_here(
    schema: &Schema,
    parser: &Parser,
    source: &str,
    operation_name: Option<&str>,
) -> Result<Operation, Vec<RequestError>> {
    let source = lexable(source);
    let definitions = match parser.parse(&source) {
        Ok(Ok(definitions)) => definitions,
        Ok(Err(error)) => return Err(vec![syntax_error(&error.item, location(error.span.start), parser, &source)]),
        Err(Panicked) => return Err(vec![unreadable()]),
    };
    let document = Document::new(&definitions);
    let errors = validate(schema, &definitions, &document);
    if !errors.is_empty() {
        return Err(errors);
    }
    let operation = choose(&document, operation_name).map_err(|error| vec![error])?;
    lower(schema, &document, operation)
}

fn syntax_error(error: &ParseError, at: Location, parser: &Parser, source: &str) -> RequestError {
    let kind = limits::exceeded(error, parser, source)
        .unwrap_or_else(|| RequestErrorKind::Syntax { message: syntax_message(error, source) });
    RequestError::new(kind).at(at)
}

fn syntax_message(error: &ParseError, source: &str) -> String {
    match error {
        ParseError::UnexpectedToken(_) | ParseError::UnexpectedEndOfFile if source.trim().is_empty() => {
            "The document is empty: expected a query like `{ __typename }`.".to_owned()
        }
        ParseError::UnexpectedToken(token) => format!("Unexpected `{}`.", shortened(token)),
        ParseError::UnexpectedEndOfFile => "The document ends too early: a `}`, `)` or `]` is missing.".to_owned(),
        ParseError::LexerError(LexerError::UnknownCharacter(character)) => {
            format!("The character {character:?} has no meaning in GraphQL.")
        }
        ParseError::LexerError(LexerError::UnexpectedCharacter(character)) => {
            format!("Unexpected character {character:?}.")
        }
        ParseError::LexerError(LexerError::UnterminatedString) => {
            "This string does not end on its line: a `\"` is missing. Use `\"\"\"` around several lines.".to_owned()
        }
        ParseError::LexerError(LexerError::UnterminatedBlockString) => {
            "This block string does not end: `\"\"\"` is missing.".to_owned()
        }
        ParseError::LexerError(LexerError::UnknownEscapeSequence(escape)) if is_surrogate(escape) => {
            format!("The escape `{escape}` is half of a character: a pair of them makes one, as `\\uD83D\\uDE00` does.")
        }
        ParseError::LexerError(LexerError::UnknownEscapeSequence(escape)) => {
            format!("Unknown escape `{}` in a string. Write a backslash as `\\\\`.", shortened(escape))
        }
        ParseError::LexerError(LexerError::UnexpectedEndOfFile) => "The document ends too early.".to_owned(),
        ParseError::LexerError(LexerError::InvalidNumber) => "A number cannot begin with a zero.".to_owned(),
        other => format!("{other}."),
    }
}

/// Whether an escape stands for one of the two code units of a character beyond U+FFFF: `\uD83D`.
fn is_surrogate(escape: &str) -> bool {
    let digits = escape.strip_prefix("\\u").map(|digits| u32::from_str_radix(digits, 16));
    matches!(digits, Some(Ok(0xD800..=0xDFFF)))
}

/// A token may be a string of any length.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn unreadable() -> RequestError {
    let message = "This document cannot be read now: the parser failed. The log of the server says why.".to_owned();
    RequestError::new(RequestErrorKind::Syntax { message })
}

fn choose<'a, 'd>(
    document: &'a Document<'d>,
    operation_name: Option<&str>,
) -> Result<&'a ast::Operation<'d>, RequestError> {
    let operations = &document.operations;
    let names: Vec<&str> = operations.iter().filter_map(|operation| operation.name).collect();
    let listed = || {
        let some: Vec<String> = names.iter().take(5).map(|name| format!("`{name}`")).collect();
        let rest = if names.len() > some.len() { ", …" } else { "" };
        format!("{}{rest}", some.join(", "))
    };
    let fail = |message: String, hint| Err(RequestError::new(RequestErrorKind::Operation { message, hint }));
    match (operation_name, operations.as_slice()) {
        (_, []) => fail("The document has no operation to run.".to_owned(), Some("Write one: `{ … }`.".to_owned())),
        (None, [only]) => Ok(only),
        (None, _) => fail(
            format!("The document has several operations ({}): `operationName` must say which one to run.", listed()),
            None,
        ),
        (Some(wanted), _) => match operations.iter().find(|operation| operation.name == Some(wanted)) {
            Some(found) => Ok(found),
            None if names.is_empty() => fail(
                format!("The document has no operation `{wanted}`: its only operation has no name."),
                Some("Leave `operationName` out.".to_owned()),
            ),
            None => fail(
                format!("The document has no operation `{wanted}`, but {}.", listed()),
                did_you_mean(wanted, names.iter().copied()),
            ),
        },
    }
}
