//! What is answered after a statement failed: everything but the fields that made it fail.
//!
//! Root fields are asked one by one. Of one that fails alone, statements that leave parts of it out tell which parts are at
//! fault; those are null, up to the nearest field above them that may be.

use super::{
    answer::{Body, Execution, Ready},
    failure::{Failure, Failures},
    introspection::Answers,
    rows::ArmRows,
    search::Search,
};
use crate::{
    execute::DatabaseError,
    plan::{FailureId, Omissions, Plan, RootField, RootValue, Suspect, build::Roots, suspects},
};
use tokio::time::{Instant, timeout_at};

/// A request may send so many statements to find out which fields fail: enough for ten in a document of a thousand, and a
/// limit to what a client can make of one request.
const MOST_STATEMENTS: usize = 100;

/// What a request may still spend on finding out which fields fail.
pub(super) struct Budget {
    pub(super) statements: usize,
    /// All statements together take no longer than one may.
    pub(super) deadline: Instant,
}

impl Budget {
    /// Takes a statement from it; whether there was one.
    pub(super) fn spend(&mut self) -> bool {
        let rest = self.statements.checked_sub(1);
        self.statements = rest.unwrap_or(0);
        rest.is_some()
    }
}

/// A root field with its rows.
pub(super) struct Found {
    pub(super) ready: Ready,
    pub(super) arms: Vec<ArmRows>,
    /// Why parts of it are left out.
    pub(super) failures: Vec<Failure>,
}

impl Execution {
    /// Answers after the statement failed by `error`. If a field may be the cause, the others are still answered; else all
    /// that need rows are null.
    pub(super) async fn without_failures(
        &self,
        plan: &Plan,
        error: &DatabaseError,
        introspection: &Answers,
        body: &mut Body,
    ) {
        let alone = plan.roots.iter().filter(|root| needs_rows(root)).count() == 1;
        let deadline = Instant::now() + self.shared.statement_timeout;
        let mut budget = Budget { statements: MOST_STATEMENTS, deadline };
        body.bytes.push(b'{');
        for (position, root) in plan.roots.iter().enumerate() {
            if position > 0 {
                body.bytes.push(b',');
            }
            if !needs_rows(root) {
                self.write_root(root, (&[], &[], false), Failures::default(), introspection, body);
                continue;
            }
            let errors_before = body.errors.len();
            match self.root_without_failures(position, error, alone, &mut budget).await {
                Ok(found) => {
                    let Some(root) = found.ready.compiled.plan.roots.first() else { continue };
                    let rows = (&*found.arms, &*found.ready.evaluated, found.ready.compiled.tagged);
                    let failures = Failures { all: &found.failures, request_id: self.request_id.as_deref() };
                    self.write_root(root, rows, failures, introspection, body);
                }
                Err(error) => {
                    self.write_null(root, &error, body);
                }
            }
            self.blame_arguments(position, &mut body.errors[errors_before..], &mut budget).await;
        }
        body.bytes.push(b'}');
    }

    /// A root field of a statement that failed by `error`.
    async fn root_without_failures(
        &self,
        position: usize,
        error: &DatabaseError,
        alone: bool,
        budget: &mut Budget,
    ) -> Result<Found, DatabaseError> {
        if !error.is_of_a_field() {
            return Err(error.clone());
        }
        let error = if alone {
            error.clone()
        } else {
            match self.ask(position, &Omissions::default(), budget.deadline).await {
                Err(error) if error.is_of_a_field() => error,
                answered => return answered,
            }
        };
        self.isolate(position, error, budget).await
    }

    /// A root field that fails by `error`, without those of its parts that make it fail. It fails itself if that is not
    /// enough, or cannot be found out.
    async fn isolate(
        &self,
        position: usize,
        error: DatabaseError,
        budget: &mut Budget,
    ) -> Result<Found, DatabaseError> {
        let whole = self.shared.compile(
            &self.prepared.operation,
            &self.variables,
            Roots::Only(position),
            &Omissions::of_search(),
        );
        let suspects = suspects(&whole.plan);
        let log = |error: &DatabaseError| self.log_error(error, &whole.text);
        let mut search = Search::of_failing(suspects.len(), error.clone());
        let mut found = None;
        loop {
            // The first suspect is the root field.
            if let Some((0, error)) = search.found().first() {
                log(error);
                return Err(error.clone());
            }
            let Some(kept) = search.next() else { break };
            if !budget.spend() {
                return Err(error);
            }
            match self.ask(position, &omissions(&suspects, kept, search.found()), budget.deadline).await {
                Ok(rows) => {
                    found = Some(rows);
                    search.succeeded(kept);
                }
                Err(reason) if reason.is_of_a_field() => search.failed(kept, reason),
                Err(_) => return Err(error),
            }
        }
        // What was found since the last success had been left out of it.
        search.found().iter().for_each(|(_, error)| log(error));
        let failure = |(suspect, error): &(usize, DatabaseError)| Failure {
            id: FailureId(*suspect),
            error: error.clone(),
            rows: None,
        };
        let failures = search.found().iter().map(failure).collect();
        let found = Found { failures, ..found.ok_or(error)? };
        Ok(self.isolate_rows(position, &suspects, found, budget).await)
    }

    /// Asks for one root field without what is left out.
    pub(super) async fn ask(
        &self,
        position: usize,
        omissions: &Omissions,
        deadline: Instant,
    ) -> Result<Found, DatabaseError> {
        let compiled = self.shared.compile(&self.prepared.operation, &self.variables, Roots::Only(position), omissions);
        let mut ready = self.ready_with(compiled.into());
        // It is hardly sent again: PostgreSQL need not keep its plan.
        ready.call.once = true;
        let late = || DatabaseError::Cancelled("the request took too long".to_owned());
        let rows = match ready.compiled.plan.query {
            Some(_) => timeout_at(deadline, self.fetch(&ready)).await.unwrap_or_else(|_| Err(late())),
            None => Ok(Vec::new()),
        };
        let statement = &*ready.call.text;
        let arms = rows.inspect_err(|error| {
            self.log(|| tracing::debug!(%error, statement, "a part of the request fails"));
        })?;
        Ok(Found { ready, arms, failures: Vec::new() })
    }
}

/// Leaves out all suspects behind the first `kept`, and those that are known to fail.
fn omissions(suspects: &[Suspect], kept: usize, found: &[(usize, DatabaseError)]) -> Omissions {
    let mut omissions = Omissions::of_search();
    let left_out = (kept..suspects.len()).chain(found.iter().map(|(suspect, _)| *suspect));
    for suspect in left_out {
        suspects[suspect].leave_out(&mut omissions, FailureId(suspect));
    }
    omissions
}

fn needs_rows(root: &RootField) -> bool {
    matches!(root.value, RootValue::Row(..) | RootValue::Node(..) | RootValue::Connection(_) | RootValue::List(_))
}
