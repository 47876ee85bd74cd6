//! Requests of one plan that come while its statement runs share the next one (DESIGN.md section 3).

use super::{
    answer::{Execution, Ready},
    cache::Compiled,
    engine::Sharing,
    rows::{ArmRows, position},
    turns::{self, Turn, Turns},
};
use crate::{
    execute::{
        DatabaseError, Session,
        run::{Call, Row},
    },
    plan::array_literal,
};
use std::{sync::Arc, time::Duration};

/// Requests with more bytes of parameters, or of their last answer, are asked alone: all wait for the rows of all.
const MOST_PARAMETER_BYTES: usize = 1024;
const MOST_ANSWER_BYTES: usize = 16 * 1024;
/// Nobody waits for a statement that takes longer than this, as over a network, while a connection is free.
const SHORT: Duration = Duration::from_millis(1);

/// The statements that are running in a worker: requests give their parameters and take their rows.
pub(super) type Batches = Turns<(), Vec<String>, Vec<ArmRows>>;
/// The right to run the statement of a plan.
pub(super) type Running = turns::Running<(), Vec<String>, Vec<ArmRows>>;
type Waiting = turns::Waiting<(), Vec<String>, Vec<ArmRows>>;

/// How a request that may share a statement is asked.
pub(super) enum Asked {
    /// Together with others.
    Together(Vec<ArmRows>),
    /// By itself, while others wait until this is dropped.
    First(Running),
    /// By itself.
    Alone,
}

impl Execution {
    /// Asks together with other requests of the plan, if its statement is running for another one.
    pub(super) async fn share(&self, ready: &Ready) -> Asked {
        let plan = &ready.compiled;
        let Some(text) = self.shareable(ready) else { return Asked::Alone };
        let parameters = || ready.call.parameters.clone();
        let (running, others) = match self.batches.turn(plan, (), parameters, (&self.pool, SHORT)).await {
            Turn::Done(rows) => return Asked::Together(rows),
            Turn::Lead(running, others) if others.is_empty() => return Asked::First(running),
            Turn::Lead(running, others) => (running, others),
            Turn::Alone => return Asked::Alone,
        };
        let rows = Box::pin(self.fetch_for(text, ready, &others)).await;
        drop(running);
        match rows {
            Ok((own, rows)) => {
                others.into_iter().zip(rows).for_each(|(other, rows)| other.tell(rows));
                Asked::Together(own)
            }
            // Each is asked alone, which tells whose fault it is.
            Err(error) => {
                self.log(|| tracing::debug!(%error, "a statement for several requests failed"));
                Asked::Alone
            }
        }
    }

    /// The statement that several requests of the plan can share, if this one may. A role or claims are those of one request.
    fn shareable(&self, ready: &Ready) -> Option<Arc<str>> {
        let plan = &ready.compiled;
        let is_small = plan.expected_length() <= MOST_ANSWER_BYTES
            && ready.call.parameters.iter().map(String::len).sum::<usize>() <= MOST_PARAMETER_BYTES;
        let is_anyones = self.session == Session::anonymous();
        if self.shares(Sharing::Statements) && is_small && is_anyones { plan.batch(&self.shared.schema) } else { None }
    }

    /// The rows of this request and of others.
    async fn fetch_for(
        &self,
        text: Arc<str>,
        ready: &Ready,
        others: &[Waiting],
    ) -> Result<(Vec<ArmRows>, Vec<Vec<ArmRows>>), DatabaseError> {
        let plan = &ready.compiled;
        let call = call(text, &ready.call.parameters, others);
        self.log_statement(&call);
        let mut own = ArmRows::of_plan(plan);
        let mut rows_of: Vec<_> = others.iter().map(|_| ArmRows::of_plan(plan)).collect();
        let mut connection = self.shared.connect(&self.pool).await?;
        let mut rows = connection.rows(&call, &self.session, self.shared.patience())?;
        while let Some(row) = rows.next().await? {
            let arms = match number(plan, &row) {
                Some(0) => Some(&mut own),
                number => number.and_then(|number| rows_of.get_mut(number - 1)),
            };
            ArmRows::sort_in(row, arms.map_or(&mut [], Vec::as_mut_slice), plan.tagged)?;
        }
        Ok((own, rows_of))
    }
}

/// `$1` holds the requests' numbers, the others the parameters of all of them.
fn call(text: Arc<str>, own: &[String], others: &[Waiting]) -> Call {
    let numbers: Vec<_> = (0..=others.len()).map(|number| number.to_string()).collect();
    let of_all = |position: usize| {
        let others = others.iter().filter_map(|other| other.gives.get(position));
        array_literal(&own.get(position).into_iter().chain(others).collect::<Vec<_>>())
    };
    let parameters = std::iter::once(array_literal(&numbers)).chain((0..own.len()).map(of_all)).collect();
    Call { text, parameters, once: false }
}

/// The request that a row belongs to: its last column.
fn number(plan: &Compiled, row: &Row) -> Option<usize> {
    let slots = plan.plan.query.as_ref()?.slots.len();
    position(row, slots + usize::from(plan.tagged))
}
