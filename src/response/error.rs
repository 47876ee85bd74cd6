//! Errors as clients see them (specification section 7.1.2).

use crate::{
    document::{Location, PathSegment, RequestError},
    execute::DatabaseError,
};
use bytes::Bytes;
use serde_json::{Map, Value, json};

/// An entry of `errors`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseError {
    /// What is wrong.
    pub message: String,
    /// The stable `extensions.code`.
    pub code: &'static str,
    /// What to do about it.
    pub hint: Option<String>,
    /// Where in the document.
    pub locations: Vec<Location>,
    /// Which field of the response; empty for errors of the request.
    pub path: Vec<PathSegment>,
    /// More about it: `sqlstate`, `constraint`, `column`.
    pub details: Vec<(&'static str, String)>,
}

impl ResponseError {
    /// A field's value that the schema cannot hold.
    pub(super) fn of_value(message: String, location: Location, path: Vec<PathSegment>) -> Self {
        let locations = vec![location];
        Self { message, code: "VALUE_NOT_REPRESENTABLE", hint: None, locations, path, details: Vec::new() }
    }

    /// An error of the database, at a root field.
    pub(super) fn of_database(
        error: &DatabaseError,
        request_id: Option<&str>,
        location: Location,
        path: Vec<PathSegment>,
    ) -> Self {
        let mut details = Vec::new();
        let mut hint = None;
        if let DatabaseError::Field { sqlstate, hint: given, constraint, column, .. } = error {
            details.push(("sqlstate", sqlstate.clone()));
            details.extend(constraint.clone().map(|name| ("constraint", name)));
            details.extend(column.clone().map(|name| ("column", name)));
            hint.clone_from(given);
        } else {
            // What is masked stands in the log, under this id.
            details.extend(request_id.map(|id| ("requestId", id.to_owned())));
        }
        Self { message: error.message(), code: error.code(), hint, locations: vec![location], path, details }
    }

    /// Something that should not happen, at no field in particular.
    pub(super) fn internal() -> Self {
        let error = DatabaseError::Internal(String::new());
        let (message, code) = (error.message(), error.code());
        Self { message, code, hint: None, locations: Vec::new(), path: Vec::new(), details: Vec::new() }
    }

    /// As JSON.
    pub fn to_json(&self) -> Value {
        let mut error = Map::new();
        error.insert("message".to_owned(), self.message.as_str().into());
        if !self.locations.is_empty() {
            let locations = self.locations.iter().map(|at| json!({ "line": at.line, "column": at.column }));
            error.insert("locations".to_owned(), locations.collect());
        }
        if !self.path.is_empty() {
            error.insert("path".to_owned(), self.path.iter().map(segment).collect());
        }
        let mut extensions = Map::new();
        extensions.insert("code".to_owned(), self.code.into());
        if let Some(hint) = &self.hint {
            extensions.insert("hint".to_owned(), hint.as_str().into());
        }
        for (name, value) in &self.details {
            extensions.insert((*name).to_owned(), value.as_str().into());
        }
        error.insert("extensions".to_owned(), extensions.into());
        error.into()
    }
}

impl From<&RequestError> for ResponseError {
    fn from(error: &RequestError) -> Self {
        Self {
            message: error.to_string(),
            code: error.code(),
            hint: error.hint().map(str::to_owned),
            locations: error.locations.clone(),
            path: error.path.clone(),
            details: Vec::new(),
        }
    }
}

/// The body of a request that was refused: no `data`.
pub fn refusal(errors: &[ResponseError]) -> Bytes {
    let errors: Vec<_> = errors.iter().map(ResponseError::to_json).collect();
    json!({ "errors": errors }).to_string().into()
}

fn segment(segment: &PathSegment) -> Value {
    match segment {
        PathSegment::Key(key) => key.as_str().into(),
        PathSegment::Index(index) => (*index).into(),
    }
}
