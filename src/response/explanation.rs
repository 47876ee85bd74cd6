//! `extensions.explain`: what an answer took. SQL is nobody's business but the operator's, so it is told only where the
//! operator said so.

use super::{answer::Execution, log::formatted};
use crate::execute::run::Call;
use serde_json::{Value, json};
use std::{sync::PoisonError, time::Instant};

/// More statements than these are counted, but not shown.
const MOST_SHOWN: usize = 10;

/// What an answer took.
pub(super) struct Explanation {
    /// When the request was understood.
    begun: Instant,
    /// How many statements were sent: one, unless it failed and its parts were asked for by themselves.
    statements: usize,
    /// The first ones.
    sql: Vec<String>,
    /// All rows that came, of all parts of the statements.
    pub(super) rows: usize,
}

impl Default for Explanation {
    fn default() -> Self {
        Self { begun: Instant::now(), statements: 0, sql: Vec::new(), rows: 0 }
    }
}

impl Explanation {
    /// Notes a statement that is sent.
    pub(super) fn statement(&mut self, call: &Call) {
        self.statements += 1;
        if self.sql.len() < MOST_SHOWN {
            self.sql.push(formatted(call));
        }
    }

    /// `resolver_statements` is how many statements resolvers would have sent for the same answer if each field that reads
    /// rows sent its own and nothing was batched. It is counted while the answer is written
    /// ([`Writer::resolver_statements`](super::write::Writer::resolver_statements)):
    ///
    /// - one for each root field that reads rows;
    /// - one for each object that a relation to one row found (a foreign key that is NULL needs none);
    /// - one for each object with a relation to many rows, if rows of it are asked for;
    /// - one for each `totalCount` and `estimatedCount`, wherever it stands.
    ///
    /// What resolvers would need for `hasNextPage`, or for the single ids of a list, is left out, so the number is rather
    /// too small.
    pub(super) fn to_json(&self, resolver_statements: usize) -> Value {
        let microseconds = u32::try_from(self.begun.elapsed().as_micros()).unwrap_or(u32::MAX);
        json!({
            "statements": self.statements,
            "statementsWithoutBatching": resolver_statements,
            "rows": self.rows,
            "milliseconds": f64::from(microseconds) / 1000.0,
            "sql": self.sql,
        })
    }
}

impl Execution {
    /// Notes something, if it is to be told.
    pub(super) fn explain(&self, note: impl FnOnce(&mut Explanation)) {
        if let Some(explanation) = &self.explanation {
            // Nothing that is noted can be half done.
            note(&mut explanation.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }
}
