//! What a request would ask of the database, without answering it.

use super::{
    engine::{Engine, Request},
    error::ResponseError,
};
use crate::{
    execute::{DatabaseError, Session, run::Call, statement::analyzed},
    plan::indexes::{MissingIndex, missing_indexes},
};
use std::sync::Arc;

/// How a request would be answered.
#[derive(Debug)]
pub struct Explanation {
    /// The statement with its parameters; `None` if nothing is asked of the database.
    pub call: Option<Call>,
    /// The text of the statement that several such requests share, if they do.
    pub shared: Option<Arc<str>>,
    /// What is wrong with root fields that are null therefore, and not part of the statement.
    pub errors: Vec<ResponseError>,
    /// The indexes that it would be faster with.
    pub missing_indexes: Vec<MissingIndex>,
}

impl Engine {
    /// How `request` would be answered.
    ///
    /// # Errors
    ///
    /// If the request is refused before execution: what is wrong with it.
    pub fn explain(&self, request: &Request, session: &Session) -> Result<Explanation, Vec<ResponseError>> {
        let execution = self.understand(request, session);
        let execution = execution.map_err(|errors| errors.iter().map(ResponseError::from).collect::<Vec<_>>())?;
        let ready = execution.ready();
        let plan = &ready.compiled.plan;
        let missing_indexes = missing_indexes(&self.shared.schema.catalog, plan);
        let call = plan.query.is_some().then_some(ready.call);
        let shared = ready.compiled.batch(&self.shared.schema);
        Ok(Explanation { call, shared, errors: ready.errors, missing_indexes })
    }

    /// Runs a statement and tells what PostgreSQL did: the lines of `EXPLAIN (ANALYZE, BUFFERS)`.
    ///
    /// # Errors
    ///
    /// If the statement fails.
    pub async fn analyze(&self, call: &Call, session: &Session) -> Result<Vec<String>, DatabaseError> {
        let call = Call { text: analyzed(&call.text).into(), once: true, parameters: call.parameters.clone() };
        let mut connection = self.shared.connect(&self.pool).await?;
        let mut rows = connection.rows(&call, session, self.shared.patience())?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next().await? {
            lines.extend(row.get(0).map(|line| String::from_utf8_lossy(line).into_owned()));
        }
        Ok(lines)
    }
}
