//! What a statement leaves out of an answer, because with it the statement failed.

use super::build::Planner;
use crate::catalog::{ColumnId, TableId};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// A place in an answer: the response keys that lead to it from the root, without positions in lists. Below a list of rows
/// of several types the type's name follows the list's key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Position(Vec<Arc<str>>);

/// The error for whose sake something is left out, known to whoever plans with [`Omissions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FailureId(pub usize);

/// What a statement does without. What is left out of nothing is the ordinary statement.
#[derive(Debug, Clone, Default)]
pub struct Omissions {
    fields: HashMap<Position, Omission>,
    /// Columns that do not order the rows of a connection, of those that have no key.
    unordered: HashSet<(Position, ColumnId)>,
    /// Whether relations are joined once for the order and once more for what is shown.
    joins_apart: bool,
}

#[derive(Debug, Clone)]
enum Omission {
    /// The field is null with this error.
    Whole(FailureId),
    /// The column is computed for these rows only.
    AllRowsBut(FailureId, String),
}

impl Position {
    /// The place `key` below this one.
    #[must_use]
    pub fn below(&self, key: &Arc<str>) -> Self {
        let mut keys = self.0.clone();
        keys.push(Arc::clone(key));
        Self(keys)
    }
}

impl Omissions {
    /// Nothing yet, in a statement of a search: what decides which rows there are stands apart from what is shown of them, so
    /// that the latter can be left out.
    pub fn of_search() -> Self {
        Self { joins_apart: true, ..Self::default() }
    }

    /// Whether relations are joined once for the order and once more for what is shown.
    pub(super) fn joins_apart(&self) -> bool {
        self.joins_apart
    }

    /// Leaves a field out, with all below it.
    pub fn leave_out(&mut self, field: Position, failure: FailureId) {
        self.fields.insert(field, Omission::Whole(failure));
    }

    /// Computes a column for some rows only: an array of what tells them apart.
    pub fn restrict(&mut self, column: Position, failure: FailureId, rows: &str) {
        self.fields.insert(column, Omission::AllRowsBut(failure, rows.to_owned()));
    }

    /// Leaves a column out of the order of a connection's rows.
    pub fn leave_unordered(&mut self, connection: Position, column: ColumnId) {
        self.unordered.insert((connection, column));
    }
}

impl Planner<'_> {
    /// Plans what stands at `key` below the present position, unless it is left out.
    pub(super) fn at<T, E>(
        &mut self,
        key: &Arc<str>,
        left_out: impl FnOnce(FailureId) -> T,
        plan: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.within(key, |planner| match planner.omissions.fields.get(&planner.position) {
            Some(Omission::Whole(failure)) => Ok(left_out(*failure)),
            Some(Omission::AllRowsBut(..)) | None => plan(planner),
        })
    }

    /// Plans what stands at `key` below the present position.
    pub(super) fn within<T>(&mut self, key: &Arc<str>, plan: impl FnOnce(&mut Self) -> T) -> T {
        self.position.0.push(Arc::clone(key));
        let planned = plan(self);
        self.position.0.pop();
        planned
    }

    /// For which rows the column at the present position is computed, if not for all.
    pub(super) fn restriction(&self) -> Option<(FailureId, &str)> {
        match self.omissions.fields.get(&self.position) {
            Some(Omission::AllRowsBut(failure, rows)) => Some((*failure, rows)),
            Some(Omission::Whole(_)) | None => None,
        }
    }

    /// Whether the field that `keys` lead to from the present position is left out.
    pub(super) fn leaves_out(&self, keys: &[&Arc<str>]) -> bool {
        let position = keys.iter().fold(self.position.clone(), |position, key| position.below(key));
        matches!(self.omissions.fields.get(&position), Some(Omission::Whole(_)))
    }

    /// The columns that order the rows of the connection at the present position, if they have no key.
    pub(super) fn ordering_columns(&self, table: TableId) -> Vec<ColumnId> {
        let is_left_out = |column| self.omissions.unordered.contains(&(self.position.clone(), column));
        let columns = self.schema.catalog.table(table).columns().map(|(column, _)| column);
        columns.filter(|column| !is_left_out(*column)).collect()
    }
}
