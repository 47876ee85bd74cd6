//! What juniper does: it parses documents, and validates them by the rules that it gets right.
//!
//! juniper does not check what it is given: it merges types of one name and panics at a type that is not there. A
//! [`Schema`] is proved before it comes here.

mod registry;
mod token;

pub(crate) use registry::Touched;
pub use token::Token;
pub(crate) use token::lexable;

use super::Schema;
use juniper::{
    Definition, Document, RuleError, Spanning,
    parser::{ParseError, parse_document_source},
    validation::{ValidatorContext, visit_all_rules},
};
use registry::Root;

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// The parser of documents.
pub struct Parser {
    limits: Limits,
    lenient: Root,
}

/// How large a document may be. What is larger is not parsed to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Nesting of selection sets, fragments, values and types, with fragments in place.
    pub depth: usize,
    /// Tokens.
    pub tokens: usize,
    /// Fields of an operation, with fragments in place.
    pub fields: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { depth: 64, tokens: 15_000, fields: 15_000 }
    }
}

/// juniper panicked. Its message is on standard error already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Panicked;

impl Parser {
    /// A parser of documents within `limits`.
    pub fn new(limits: Limits) -> Self {
        let lenient =
            registry::lenient().limit_depth(limits.depth).limit_tokens(limits.tokens).limit_fields(limits.fields);
        Self { limits, lenient }
    }

    /// How large a document may be.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Parses a document within the limits, whatever the types of its literals.
    pub(crate) fn parse<'a>(
        &self,
        source: &'a str,
    ) -> Result<Result<Vec<Definition<'a, Token>>, Spanning<ParseError>>, Panicked> {
        guard(|| parse_document_source(source, &self.lenient.schema))
    }
}

/// What juniper's rules find in a document whose names all exist, save those below `__schema` and `__type`. The rule about
/// overlapping fields is left out: it compares all pairs of fragments, and takes seconds for a thousand of them.
pub(crate) fn validate(
    schema: &Schema,
    touched: &Touched,
    document: &Document<'_, Token>,
) -> Result<Vec<RuleError>, Panicked> {
    // juniper comes to that rule only if the others have found nothing.
    const FOUND: &str = "something";
    guard(|| {
        let root = registry::projection(schema, touched);
        let mut context = ValidatorContext::new(&root.schema, document);
        context.report_error(FOUND, &[]);
        visit_all_rules(&mut context, document);
        context.into_errors().into_iter().filter(|error| error.message() != FOUND).collect()
    })
}

/// Keeps a panic of juniper inside the request that caused it. The process's hook still reports it: it is a bug that
/// must be seen, and the two requests that are known to cause one never come this far.
fn guard<T>(run: impl FnOnce() -> T) -> Result<T, Panicked> {
    // What `run` borrows is read only, so that a panic leaves nothing half done.
    catch_unwind(AssertUnwindSafe(run)).map_err(|_| Panicked)
}

impl fmt::Debug for Parser {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Parser").field("limits", &self.limits).finish_non_exhaustive()
    }
}
