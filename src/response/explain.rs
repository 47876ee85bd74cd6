//! What a request would ask of the database, without asking it.

use super::{
    engine::{Engine, Request},
    error::{ResponseError, refusal},
};
use crate::execute::{Session, run::Call};

impl Engine {
    /// The statement that answers `request`, with its parameters; `None` if nothing is asked of the database.
    ///
    /// # Errors
    ///
    /// If the request is refused before execution: the body that the client would get.
    pub fn explain(&self, request: &Request, session: &Session) -> Result<Option<Call>, Vec<u8>> {
        let execution = self.understand(request, session).map_err(|errors| {
            let errors: Vec<_> = errors.iter().map(ResponseError::from).collect();
            refusal(&errors)
        })?;
        let ready = execution.ready();
        Ok(ready.compiled.plan.query.is_some().then_some(ready.call))
    }
}
