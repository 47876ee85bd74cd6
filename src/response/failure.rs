//! Why fields are null that their statement did without.

use crate::{execute::DatabaseError, plan::FailureId};
use std::collections::{HashMap, HashSet};

/// Why a field is null.
#[derive(Debug, Clone)]
pub(super) struct Failure {
    pub(super) id: FailureId,
    pub(super) error: DatabaseError,
    /// For a column that fails in some rows only: which.
    pub(super) rows: Option<Rows>,
}

/// Rows of a column that fails in some, by what tells them apart.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// Those that have their value.
    pub(super) computed: HashSet<String>,
    /// Those that are known to fail, and how.
    pub(super) failed: HashMap<String, DatabaseError>,
}

/// All failures of an answer.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Failures<'a> {
    pub(super) all: &'a [Failure],
    pub(super) request_id: Option<&'a str>,
}

impl<'a> Failures<'a> {
    pub(super) fn get(&self, id: FailureId) -> Option<&'a Failure> {
        self.all.iter().find(|failure| failure.id == id)
    }

    /// Why a column has no value in the row known by `identity`, if it has none. A row that came to be meanwhile was not
    /// computed either.
    pub(super) fn of_row(&self, id: FailureId, identity: Option<&[u8]>) -> Option<&'a DatabaseError> {
        let failure = self.get(id)?;
        let rows = failure.rows.as_ref()?;
        let identity = identity.and_then(|identity| std::str::from_utf8(identity).ok()).unwrap_or_default();
        if rows.computed.contains(identity) {
            return None;
        }
        Some(rows.failed.get(identity).unwrap_or(&failure.error))
    }
}
