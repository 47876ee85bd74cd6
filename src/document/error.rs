//! What a client did wrong: what, where, and what to do about it.

use std::fmt;

/// An error that the client must mend (DESIGN.md section 7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestError {
    /// What is wrong.
    pub kind: RequestErrorKind,
    /// Where in the document, if it is there.
    pub locations: Vec<Location>,
    /// The field of the response that it belongs to, if execution had begun.
    pub path: Vec<PathSegment>,
}

/// What is wrong with a request. Each kind has a stable code, a message and, where one helps, a hint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestErrorKind {
    /// The document does not parse.
    Syntax {
        /// What the parser found.
        message: String,
    },
    /// The document breaks a rule of validation.
    Validation {
        /// Which rule, and how.
        message: String,
        /// The nearest name, or what to write instead.
        hint: Option<String>,
    },
    /// A literal, a variable's value or an argument is not of its type or out of its bounds.
    Argument {
        /// `first`, `$id`, `filter.title.eq`
        name: String,
        /// What is wrong with it, and what was expected.
        message: String,
        /// What to write instead.
        hint: Option<String>,
    },
    /// A cursor that was not made by this field in this order.
    Cursor {
        /// `after` or `before`
        argument: String,
        /// Why it is refused.
        message: String,
    },
    /// A global id that names nothing that this schema has.
    Id {
        /// `id` or `ids[3]`
        argument: String,
        /// Why it is refused.
        message: String,
    },
    /// The operation to run is not named, or is not there.
    Operation {
        /// What is missing.
        message: String,
        /// The names that are there.
        hint: Option<String>,
    },
    /// A limit of the server.
    Limit {
        /// The limit and the value.
        message: String,
        /// How to stay below it.
        hint: Option<String>,
    },
}

/// A place in a document, both from 1 (specification section 7.1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// A part of a path in the response.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PathSegment {
    /// A response key.
    Key(String),
    /// A position in a list, from 0.
    Index(usize),
}

impl RequestError {
    /// An error of no particular place.
    pub fn new(kind: RequestErrorKind) -> Self {
        Self { kind, locations: Vec::new(), path: Vec::new() }
    }

    /// The same, at a place in the document.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.locations.push(location);
        self
    }

    /// The stable `extensions.code`.
    pub fn code(&self) -> &'static str {
        match self.kind {
            RequestErrorKind::Syntax { .. } => "GRAPHQL_PARSE_FAILED",
            RequestErrorKind::Validation { .. } => "GRAPHQL_VALIDATION_FAILED",
            RequestErrorKind::Argument { .. } => "BAD_USER_INPUT",
            RequestErrorKind::Cursor { .. } => "INVALID_CURSOR",
            RequestErrorKind::Id { .. } => "INVALID_ID",
            RequestErrorKind::Operation { .. } => "OPERATION_RESOLUTION_FAILURE",
            RequestErrorKind::Limit { .. } => "LIMIT_EXCEEDED",
        }
    }

    /// `extensions.hint`: what to do about it.
    pub fn hint(&self) -> Option<&str> {
        match &self.kind {
            RequestErrorKind::Syntax { .. } => None,
            RequestErrorKind::Validation { hint, .. }
            | RequestErrorKind::Argument { hint, .. }
            | RequestErrorKind::Operation { hint, .. }
            | RequestErrorKind::Limit { hint, .. } => hint.as_deref(),
            RequestErrorKind::Cursor { .. } => {
                Some("Take cursors from `pageInfo` or `edges { cursor }` of the same field in the same order.")
            }
            RequestErrorKind::Id { .. } => Some("Take ids from the field `id` of a row."),
        }
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            RequestErrorKind::Syntax { message }
            | RequestErrorKind::Validation { message, .. }
            | RequestErrorKind::Operation { message, .. }
            | RequestErrorKind::Limit { message, .. } => formatter.write_str(message),
            RequestErrorKind::Argument { name, message, .. } => write!(formatter, "Argument `{name}`: {message}"),
            RequestErrorKind::Cursor { argument, message } => write!(formatter, "Cursor in `{argument}`: {message}"),
            RequestErrorKind::Id { argument, message } => write!(formatter, "Id in `{argument}`: {message}"),
        }
    }
}

impl std::error::Error for RequestError {}
