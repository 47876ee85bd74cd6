//! The schema in juniper's hands: introspection, and the rules of validation that juniper gets right.
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
    Definition, Document, GraphQLError, InputValue, IntrospectionFormat, RuleError, Spanning,
    parser::{ParseError, parse_document_source},
    validation::{ValidatorContext, visit_all_rules},
};
use registry::Root;

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
};

/// A schema's introspection, and the parser of its documents.
pub struct Reflection {
    limits: Limits,
    lenient: Root,
    whole: Root,
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

/// Why juniper gave no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IntrospectionError {
    /// The document is not one that asks a valid schema for itself.
    #[error("the introspection was refused: {0}")]
    Refused(String),
    /// The answer has errors.
    #[error("the introspection failed: {0}")]
    Failed(String),
    /// juniper panicked.
    #[error("the introspection failed inside juniper")]
    Panicked,
    /// A raised depth limit needs a thread of its own, and there was none.
    #[error("there is no thread to answer the introspection")]
    NoThread,
}

/// juniper panicked. Its message is on standard error already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Panicked;

impl Reflection {
    /// The reflection of a schema whose names and references are proved.
    pub fn new(schema: &Schema, limits: Limits) -> Self {
        let lenient =
            registry::lenient().limit_depth(limits.depth).limit_tokens(limits.tokens).limit_fields(limits.fields);
        // What comes here has passed the limits, and is longer afterwards because its fragments stand in place.
        let whole =
            registry::whole(schema).limit_depth(limits.depth).limit_tokens(usize::MAX).limit_fields(limits.fields);
        Self { limits, lenient, whole }
    }

    /// How large a document may be.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Answers a query that asks for `__schema` and `__type` and nothing else: the response's keys, in order.
    ///
    /// # Errors
    /// If the document is not valid, or its variables are not (`document` lets no such one pass).
    pub fn introspect(
        &self,
        document: &str,
        variables: impl IntoIterator<Item = (String, InputValue<Token>)>,
    ) -> Result<serde_json::Map<String, serde_json::Value>, IntrospectionError> {
        let variables = variables.into_iter().collect();
        let run = || juniper::execute_sync(document, None, &self.whole, &variables, &());
        data(guard(run).map_err(|Panicked| IntrospectionError::Panicked)?)
    }

    /// The answer to the standard introspection query: `{"__schema": …}`.
    ///
    /// # Errors
    /// None for a schema that was proved.
    pub fn introspection_json(&self) -> Result<serde_json::Map<String, serde_json::Value>, IntrospectionError> {
        let run = || juniper::introspect(&self.whole, &(), IntrospectionFormat::All);
        data(guard(run).map_err(|Panicked| IntrospectionError::Panicked)?)
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

type Answer = Result<(juniper::Value<Token>, Vec<juniper::ExecutionError<Token>>), GraphQLError>;

fn data(answer: Answer) -> Result<serde_json::Map<String, serde_json::Value>, IntrospectionError> {
    let (value, errors) = answer.map_err(|error| IntrospectionError::Refused(error.to_string()))?;
    if let Some(error) = errors.first() {
        return Err(IntrospectionError::Failed(error.error().message().to_owned()));
    }
    match serde_json::to_value(&value) {
        Ok(serde_json::Value::Object(object)) => Ok(object),
        Ok(_) => Err(IntrospectionError::Failed("no object".to_owned())),
        Err(error) => Err(IntrospectionError::Failed(error.to_string())),
    }
}

/// Keeps a panic of juniper inside the request that caused it. The process's hook still reports it: it is a bug that
/// must be seen, and the two requests that are known to cause one never come this far.
fn guard<T>(run: impl FnOnce() -> T) -> Result<T, Panicked> {
    // What `run` borrows is read only, so that a panic leaves nothing half done.
    catch_unwind(AssertUnwindSafe(run)).map_err(|_| Panicked)
}

impl fmt::Debug for Reflection {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Reflection").field("limits", &self.limits).finish_non_exhaustive()
    }
}
