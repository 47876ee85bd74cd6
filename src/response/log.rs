//! Statements and errors, as the operator sees them.

use super::engine::Shared;
use crate::execute::{DatabaseError, run::Call};

/// A statement for people: on several lines, its parameters in a comment below.
pub fn formatted(call: &Call) -> String {
    let options = sqlformat::FormatOptions::default();
    let statement = sqlformat::format(&call.text, &sqlformat::QueryParams::None, &options);
    let parameters = call.parameters.iter().enumerate().map(|(index, text)| format!("${} = {text:?}", index + 1));
    let parameters = parameters.collect::<Vec<_>>().join(", ");
    if parameters.is_empty() { statement } else { format!("{statement}\n-- {parameters}") }
}

impl Shared {
    /// With `--log-sql`: the statement, formatted, with its parameters.
    pub(super) fn log_statement(&self, call: &Call) {
        if !self.log_sql {
            return;
        }
        tracing::info!(target: "relata::sql", "{}", formatted(call));
    }

    /// An error of the database, whole, and what it was asked: what clients must not know stands here only.
    pub(super) fn log_error(&self, error: &DatabaseError, statement: &str) {
        match error {
            DatabaseError::Field { .. } => tracing::info!(%error, statement, "a field failed"),
            _ => tracing::error!(%error, statement, "the statement failed"),
        }
    }
}
