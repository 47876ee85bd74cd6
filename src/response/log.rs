//! Statements and errors, as the operator sees them.

use super::answer::Execution;
use crate::execute::{DatabaseError, run::Call};

/// A statement for people: on several lines, its parameters in a comment below.
pub fn formatted(call: &Call) -> String {
    let options = sqlformat::FormatOptions::default();
    let statement = sqlformat::format(&call.text, &sqlformat::QueryParams::None, &options);
    let parameters = call.parameters.iter().enumerate().map(|(index, text)| format!("${} = {text:?}", index + 1));
    let parameters = parameters.collect::<Vec<_>>().join(", ");
    if parameters.is_empty() { statement } else { format!("{statement}\n-- {parameters}") }
}

impl Execution {
    /// With `--log-sql`: the statement, formatted, with its parameters.
    pub(super) fn log_statement(&self, call: &Call) {
        if self.shared.log_sql {
            self.log(|| tracing::info!(target: "relata::sql", "{}", formatted(call)));
        }
    }

    /// An error of the database, whole, and what it was asked: what clients must not know stands here only.
    pub(super) fn log_error(&self, error: &DatabaseError, statement: &str) {
        self.log(|| match error {
            DatabaseError::Field { .. } => tracing::info!(%error, statement, "a field failed"),
            _ => tracing::error!(%error, statement, "the statement failed"),
        });
    }

    /// Logs something under the request's id.
    ///
    /// The span lasts no longer than that. One around the whole request would be entered and left whenever a row is read,
    /// as sqlx does it for each of its streams: a sixth of the time of a thousand rows.
    pub(super) fn log(&self, write: impl FnOnce()) {
        tracing::info_span!("request", id = self.request_id.as_deref()).in_scope(write);
    }
}
