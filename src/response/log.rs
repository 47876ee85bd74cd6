//! Statements and errors, as the operator sees them.

use super::engine::Shared;
use crate::execute::{DatabaseError, run::Call};

impl Shared {
    /// With `--log-sql`: the statement, formatted, with its parameters.
    pub(super) fn log_statement(&self, call: &Call) {
        if !self.log_sql {
            return;
        }
        let options = sqlformat::FormatOptions::default();
        let statement = sqlformat::format(&call.text, &sqlformat::QueryParams::None, &options);
        let parameters: Vec<_> =
            call.parameters.iter().enumerate().map(|(index, text)| format!("${} = {text:?}", index + 1)).collect();
        tracing::info!(target: "relata::sql", "{statement}\n-- {}", parameters.join(", "));
    }

    /// An error of the database, whole: what clients must not know stands here only.
    pub(super) fn log_error(&self, error: &DatabaseError) {
        match error {
            DatabaseError::Field { .. } => tracing::info!(%error, "a field failed"),
            _ => tracing::error!(%error, "the statement failed"),
        }
    }
}
