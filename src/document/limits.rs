//! By how much a document exceeds a limit: the parser stops where it does.

use super::{
    RequestErrorKind,
    ast::{Document, Selection},
};
use crate::schema::juniper::{Limits, Parser};
use juniper::parser::{Lexer, ParseError};
use std::collections::HashMap;

/// What is said of a document that exceeds a limit; `None` for other errors.
pub(super) fn exceeded(error: &ParseError, parser: &Parser, source: &str) -> Option<RequestErrorKind> {
    let message = match error {
        ParseError::DepthLimitExceeded(limit) => format!(
            "The document is nested deeper than the limit of {limit} levels: it reaches level {} here.",
            limit.saturating_add(1)
        ),
        ParseError::TokenLimitExceeded(limit) => {
            format!("The document has {} tokens, which is more than the limit of {limit} tokens.", tokens(source))
        }
        ParseError::FieldLimitExceeded(limit) => {
            let found =
                fields(parser.limits(), source).map_or("more fields".to_owned(), |found| format!("{found} fields"));
            format!(
                "The document asks, with its fragments, for {found}, which is more than the limit of {limit} fields."
            )
        }
        _ => return None,
    };
    Some(RequestErrorKind::Limit { message, hint: Some("Split it into several requests.".to_owned()) })
}

/// The tokens of a document, or those before one that is wrong.
fn tokens(source: &str) -> usize {
    // The end counts as a token to the lexer alone.
    Lexer::new(source).take_while(Result::is_ok).count().saturating_sub(1)
}

/// The fields of the largest operation, with fragments in place. Its depth is within its limit already.
fn fields(limits: Limits, source: &str) -> Option<u64> {
    let parser = Parser::new(Limits { fields: usize::MAX, ..limits });
    let definitions = parser.parse(source).ok()?.ok()?;
    let document = Document::new(&definitions);
    let mut known = HashMap::new();
    document.operations.iter().map(|operation| count(&document, &operation.selections, &mut known)).max()
}

/// `known` has the fragments that were counted; one that is being counted counts as empty, which cuts cycles.
fn count<'d>(document: &Document<'d>, selections: &[Selection<'d>], known: &mut HashMap<&'d str, u64>) -> u64 {
    let mut sum: u64 = 0;
    for selection in selections {
        let fields = match selection {
            Selection::Field(field) => {
                count(document, field.selections.as_deref().unwrap_or_default(), known).saturating_add(1)
            }
            Selection::Inline(inline) => count(document, &inline.selections, known),
            Selection::Spread(spread) => match (known.get(spread.name), document.fragment(spread.name)) {
                (Some(fields), _) => *fields,
                (None, Some(fragment)) => {
                    known.insert(spread.name, 0);
                    let fields = count(document, &fragment.selections, known);
                    known.insert(spread.name, fields);
                    fields
                }
                (None, None) => 0,
            },
        };
        sum = sum.saturating_add(fields);
    }
    sum
}
