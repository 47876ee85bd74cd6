//! Rows → JSON, straight from PostgreSQL's binary values into one buffer, in the order of the selection.

use super::{
    error::ResponseError,
    failure::Failures,
    introspection::Answers,
    rows::{ArmRows, column},
    scalars::{self, ValueError},
};
use crate::{
    document::{Location, PathSegment, RequestError, RequestErrorKind},
    execute::{DatabaseError, run::Row},
    plan::{
        Evaluated, FailureId, KeyPart, LeafShape, ListShape, Plan, ResponseKey, RootField, RootValue, RowField,
        RowShape, RowValue, Spelling, id::IdError,
    },
    schema::{Schema, TypeKind},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;
use std::sync::Arc;

/// A field that must not be null is null: so is the nearest object above it that may be (specification section 6.4.4).
/// The error itself has been noted.
#[derive(Debug)]
pub(super) struct Bubble;

pub(super) type Written = Result<(), Bubble>;

/// What rows are written with, and what has been written.
pub(super) struct Writer<'a> {
    pub(super) schema: &'a Schema,
    pub(super) arms: &'a [ArmRows],
    pub(super) evaluated: &'a [Evaluated],
    /// How many columns stand before the first slot: one if rows are tagged.
    pub(super) columns_before: usize,
    /// Why there are fields that the statement does without.
    pub(super) failures: Failures<'a>,
    pub(super) out: Vec<u8>,
    pub(super) errors: Vec<ResponseError>,
    pub(super) truncated: Vec<Value>,
    /// How many statements resolvers would have sent for what is written; see `Explanation::to_json`.
    pub(super) resolver_statements: usize,
    pub(super) path: Vec<Segment>,
    /// Keys and ids are put together here.
    pub(super) scratch: Vec<u8>,
}

/// What is found out while values are written, beside their bytes.
pub(super) struct Findings {
    pub(super) errors: Vec<ResponseError>,
    pub(super) truncated: Vec<Value>,
    pub(super) resolver_statements: usize,
}

/// A part of the path to what is being written.
#[derive(Debug, Clone)]
pub(super) enum Segment {
    Key(Arc<str>),
    Index(usize),
}

impl<'a> Writer<'a> {
    /// Appends to `out`.
    pub(super) fn new(
        schema: &'a Schema,
        arms: &'a [ArmRows],
        evaluated: &'a [Evaluated],
        tagged: bool,
        out: Vec<u8>,
    ) -> Self {
        Self {
            schema,
            arms,
            evaluated,
            columns_before: tagged.into(),
            failures: Failures::default(),
            out,
            errors: Vec::new(),
            truncated: Vec::new(),
            resolver_statements: 0,
            path: Vec::new(),
            scratch: Vec::new(),
        }
    }

    /// What was found out, once everything is written.
    pub(super) fn written(self) -> Findings {
        Findings { errors: self.errors, truncated: self.truncated, resolver_statements: self.resolver_statements }
    }

    /// The value of `data`.
    pub(super) fn data(&mut self, plan: &Plan, introspection: &Answers) {
        self.out.push(b'{');
        for (position, root) in plan.roots.iter().enumerate() {
            self.root(root, position, introspection);
        }
        self.out.push(b'}');
    }

    /// A root field at its position, with its key; null if it fails.
    pub(super) fn root(&mut self, root: &RootField, position: usize, introspection: &Answers) {
        root.key.write(position, &mut self.out);
        let start = self.out.len();
        let depth = self.path.len();
        self.path.push(Segment::Key(Arc::clone(&root.key.text)));
        let written = match &root.value {
            RootValue::Constant(json) => self.raw(json),
            RootValue::Introspection => {
                self.raw(introspection.get(root.key.text.as_ref()).map_or(b"null", Vec::as_slice))
            }
            RootValue::Row(arm, shape) => {
                self.resolver_statements += 1;
                match self.arms[arm.0].all().first() {
                    Some(row) => self.row(shape, row),
                    None => self.raw(b"null"),
                }
            }
            RootValue::Node(arm, shape, spelling) => {
                self.resolver_statements += 1;
                match self.arms[arm.0].all().first() {
                    Some(row) if self.is_spelled(spelling, 0, row) => self.row(shape, row),
                    Some(_) => Err(self.misspelled("id".to_owned(), root.location, None)),
                    None => self.raw(b"null"),
                }
            }
            RootValue::Connection(shape) => self.connection(shape, None),
            RootValue::List(shape) => {
                self.resolver_statements += 1;
                self.list(shape, root.location);
                Ok(())
            }
            RootValue::Failed => self.raw(b"null"),
        };
        self.null_if(written, start);
        self.path.truncate(depth);
    }

    /// Rows asked for by a list: each at its position, null where there is none.
    fn list(&mut self, shape: &ListShape, location: Location) {
        let list = &self.evaluated[shape.input];
        let mut found: Vec<Option<(&Row, &RowShape)>> = vec![None; list.length];
        for arm in &shape.arms {
            let positions = &self.evaluated[arm.input].positions;
            for row in self.arms[arm.arm.0].all() {
                let number = row.get(column(arm.position, self.columns_before)).and_then(int4).unwrap_or(0);
                let Some(element) = usize::try_from(number).ok().and_then(|number| number.checked_sub(1)) else {
                    continue;
                };
                let Some(position) = positions.get(element) else { continue };
                if !self.is_spelled(&arm.spelling, element, row) {
                    self.misspelled(format!("ids[{position}]"), location, Some(Segment::Index(*position)));
                } else if let Some(place) = found.get_mut(*position) {
                    *place = Some((row, &arm.row));
                }
            }
        }
        for (position, error) in &list.errors {
            let mut error = ResponseError::from(error);
            error.locations = vec![location];
            error.path = self.path_with(Some(Segment::Index(*position)));
            self.errors.push(error);
        }
        for (input, failure) in &shape.failed {
            for position in &self.evaluated[*input].positions {
                self.failed_at(*failure, Segment::Index(*position), location);
            }
        }
        self.out.push(b'[');
        for (position, item) in found.into_iter().enumerate() {
            self.separate(position);
            let start = self.out.len();
            let depth = self.path.len();
            self.path.push(Segment::Index(position));
            let written = match item {
                Some((row, shape)) => self.row(shape, row),
                None => self.raw(b"null"),
            };
            self.null_if(written, start);
            self.path.truncate(depth);
        }
        self.out.push(b']');
    }

    /// Whether a row is the one that an id names, not only one that PostgreSQL holds equal to it.
    fn is_spelled(&self, spelling: &Spelling, element: usize, row: &Row) -> bool {
        let Some(key) = self.evaluated[spelling.input].keys.get(element) else { return true };
        spelling.parts.iter().all(|(position, part)| {
            let value = row.get(column(part.slot, self.columns_before));
            let text = value.and_then(|value| scalars::text(part.kind, value).ok());
            text.as_ref() == key.get(*position)
        })
    }

    /// Only the canonical spelling of an id is accepted.
    fn misspelled(&mut self, argument: String, location: Location, item: Option<Segment>) -> Bubble {
        let message = IdError::NotCanonical.to_string();
        let error = RequestError::new(RequestErrorKind::Id { argument, message }).at(location);
        let mut error = ResponseError::from(&error);
        error.path = self.path_with(item);
        self.errors.push(error);
        Bubble
    }

    pub(super) fn row(&mut self, shape: &RowShape, row: &Row) -> Written {
        self.out.push(b'{');
        for (position, field) in shape.fields.iter().enumerate() {
            field.key.write(position, &mut self.out);
            let start = self.out.len();
            if let Err(bubble) = self.row_field(field, row) {
                if field.non_null {
                    return Err(bubble);
                }
                self.null_if(Err(bubble), start);
            }
        }
        self.out.push(b'}');
        Ok(())
    }

    #[inline]
    fn row_field(&mut self, field: &RowField, row: &Row) -> Written {
        match &field.value {
            RowValue::Constant(json) => self.raw(json),
            RowValue::Leaf(leaf) if leaf.is_plain() => self.plain_leaf(leaf, row, field),
            RowValue::Leaf(leaf) => self.leaf(leaf, row, &field.key, field.location, field.non_null),
            RowValue::GlobalId(head, parts) => self.global_id(head, parts, row, field),
            RowValue::ToOne(present, shape) => {
                if row.get(column(*present, self.columns_before)).is_none() {
                    return self.null(field.non_null, &field.key, field.location);
                }
                self.resolver_statements += 1;
                self.below(&field.key, |writer| writer.row(shape, row))
            }
            RowValue::Connection(shape) => self.below(&field.key, |writer| writer.connection(shape, Some(row))),
            RowValue::Failed(failure) => Err(self.failed(*failure, &field.key, field.location)),
        }
    }

    /// The value of a column of which nothing but its form decides how it is written, as of most.
    #[inline]
    fn plain_leaf(&mut self, leaf: &LeafShape, row: &Row, field: &RowField) -> Written {
        match row.get(column(leaf.slot, self.columns_before)) {
            Some(value) => scalars::write(leaf.kind, value, &mut self.out)
                .map_err(|error| self.fail(error.to_string(), Some(&field.key), field.location)),
            None => self.null(field.non_null, &field.key, field.location),
        }
    }

    /// A column's value; NULL is null.
    pub(super) fn leaf(
        &mut self,
        leaf: &LeafShape,
        row: &Row,
        key: &ResponseKey,
        location: Location,
        non_null: bool,
    ) -> Written {
        if let Some(error) = leaf.guard.and_then(|guard| {
            let identity = row.get(column(guard.identity, self.columns_before));
            self.failures.of_row(guard.failure, identity)
        }) {
            return Err(self.fail_by(error, Segment::Key(Arc::clone(&key.text)), location));
        }
        let Some(value) = row.get(column(leaf.slot, self.columns_before)) else {
            return self.null(non_null, key, location);
        };
        let labels = leaf.labels.map(|labels| &self.schema.get(labels).kind);
        let item = |value: &[u8], out: &mut Vec<u8>| match labels {
            Some(TypeKind::Enum(labels)) => write_label(labels, value, out),
            _ => scalars::write(leaf.kind, value, out),
        };
        if leaf.depth == 0 {
            return item(value, &mut self.out).map_err(|error| self.fail(error.to_string(), Some(key), location));
        }
        match scalars::write_array(leaf.depth, value, &item, &mut self.out) {
            Ok(elements) => {
                for element in elements {
                    let mut path = self.path_with(Some(Segment::Key(Arc::clone(&key.text))));
                    path.extend(element.path.into_iter().map(PathSegment::Index));
                    self.errors.push(ResponseError::of_value(element.error.to_string(), location, path));
                }
                Ok(())
            }
            Err(error) => Err(self.fail(error.to_string(), Some(key), location)),
        }
    }

    fn global_id(&mut self, head: &str, parts: &[KeyPart], row: &Row, field: &RowField) -> Written {
        self.scratch.clear();
        self.scratch.extend_from_slice(head.as_bytes());
        for part in parts {
            self.scratch.push(b',');
            self.key_part(part, row, &field.key, field.location)?;
        }
        self.scratch.push(b']');
        self.write_scratch();
        Ok(())
    }

    /// Appends a key's value as a JSON string to the scratch buffer.
    pub(super) fn key_part(&mut self, part: &KeyPart, row: &Row, key: &ResponseKey, location: Location) -> Written {
        let value = row.get(column(part.slot, self.columns_before));
        let Some(value) = value else { return Err(self.fail("A key is NULL.".to_owned(), Some(key), location)) };
        let written = scalars::write_key(part.kind, value, &mut self.scratch);
        written.map_err(|error| self.fail(error.to_string(), Some(key), location))
    }

    /// The scratch buffer as a base64url string.
    pub(super) fn write_scratch(&mut self) {
        let start = self.out.len() + 1;
        let length = base64::encoded_len(self.scratch.len(), false).unwrap_or(0);
        self.out.push(b'"');
        self.out.resize(start + length, 0);
        // The buffer was made as long as the encoding is.
        let _ = URL_SAFE_NO_PAD.encode_slice(&self.scratch, &mut self.out[start..]);
        self.out.push(b'"');
    }

    pub(super) fn raw(&mut self, json: &[u8]) -> Written {
        self.out.extend_from_slice(json);
        Ok(())
    }

    /// Writes null, which is an error where the schema says that there is none.
    pub(super) fn null(&mut self, non_null: bool, key: &ResponseKey, location: Location) -> Written {
        if non_null {
            return Err(self.fail("The value is NULL, although it must not be.".to_owned(), Some(key), location));
        }
        self.raw(b"null")
    }

    /// Notes an error of a field.
    pub(super) fn fail(&mut self, message: String, key: Option<&ResponseKey>, location: Location) -> Bubble {
        let path = self.path_with(key.map(|key| Segment::Key(Arc::clone(&key.text))));
        self.errors.push(ResponseError::of_value(message, location, path));
        Bubble
    }

    /// Notes the error of a field that the statement had to do without.
    pub(super) fn failed(&mut self, failure: FailureId, key: &ResponseKey, location: Location) -> Bubble {
        self.failed_at(failure, Segment::Key(Arc::clone(&key.text)), location)
    }

    fn failed_at(&mut self, failure: FailureId, place: Segment, location: Location) -> Bubble {
        match self.failures.get(failure) {
            Some(failure) => self.fail_by(&failure.error, place, location),
            None => Bubble,
        }
    }

    fn fail_by(&mut self, error: &DatabaseError, place: Segment, location: Location) -> Bubble {
        let path = self.path_with(Some(place));
        self.errors.push(ResponseError::of_database(error, self.failures.request_id, location, path));
        Bubble
    }

    /// Puts null in the place of what failed after `start`.
    pub(super) fn null_if(&mut self, written: Written, start: usize) {
        if written.is_err() {
            self.out.truncate(start);
            self.out.extend_from_slice(b"null");
        }
    }

    pub(super) fn below(&mut self, key: &ResponseKey, write: impl FnOnce(&mut Self) -> Written) -> Written {
        let depth = self.path.len();
        self.path.push(Segment::Key(Arc::clone(&key.text)));
        let written = write(self);
        self.path.truncate(depth);
        written
    }

    pub(super) fn separate(&mut self, position: usize) {
        if position > 0 {
            self.out.push(b',');
        }
    }

    pub(super) fn path_with(&self, last: Option<Segment>) -> Vec<PathSegment> {
        let segment = |segment: &Segment| match segment {
            Segment::Key(key) => PathSegment::Key(key.to_string()),
            Segment::Index(index) => PathSegment::Index(*index),
        };
        self.path.iter().chain(last.as_ref()).map(segment).collect()
    }
}

fn write_label(labels: &crate::schema::EnumType, value: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    let label = std::str::from_utf8(value).map_err(|_| ValueError::Encoding)?;
    let index = labels.by_label.get(label).ok_or(ValueError::UnknownLabel)?;
    out.push(b'"');
    out.extend_from_slice(labels.values[*index].name.as_str().as_bytes());
    out.push(b'"');
    Ok(())
}

pub(super) fn int4(bytes: &[u8]) -> Option<i32> {
    bytes.try_into().ok().map(i32::from_be_bytes)
}

pub(super) fn int8(bytes: &[u8]) -> Option<i64> {
    bytes.try_into().ok().map(i64::from_be_bytes)
}
