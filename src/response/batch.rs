//! Requests of one plan that come while its statement runs share the next one (DESIGN.md section 3).

use super::{
    answer::{Execution, Ready},
    cache::Compiled,
    rows::{ArmRows, position},
};
use crate::{
    execute::{
        DatabaseError, Session,
        pool::Pool,
        run::{Call, Row},
    },
    plan::array_literal,
};
use std::{
    collections::{HashMap, VecDeque},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::sync::oneshot;

/// So many requests at most share a statement.
const MOST_REQUESTS: usize = 64;
/// Requests with more bytes of parameters, or of their last answer, are asked alone: all wait for the rows of all.
const MOST_PARAMETER_BYTES: usize = 1024;
const MOST_ANSWER_BYTES: usize = 16 * 1024;
/// Nobody waits for a statement that takes longer than this, as over a network: while a connection is free, it costs less to
/// ask at once.
const SHORT: Duration = Duration::from_millis(1);
/// Nor for one that takes much longer than it did the last time: a table may be locked.
const LEAST_PATIENCE: Duration = Duration::from_millis(2);
const MOST_PATIENCE: Duration = Duration::from_millis(100);
/// So often at most others go first.
const MOST_TURNS: usize = 4;
/// After so many statements that nobody shared, those that are alone wait for nobody.
const QUIET: usize = 4;

/// The plans of a worker whose statement is running, with the requests that wait to share the next one.
#[derive(Default)]
pub(super) struct Batches {
    /// By the address of the plan, which whoever runs the statement keeps.
    running: Mutex<HashMap<usize, VecDeque<Waiting>>>,
    /// How many statements nobody shared since a request last had to wait.
    quiet: AtomicUsize,
}

/// A request that waits.
struct Waiting {
    parameters: Vec<String>,
    turn: oneshot::Sender<Turn>,
}

/// What becomes of a request that waited.
enum Turn {
    /// Another request has asked for it, too.
    Rows(Vec<ArmRows>),
    /// It asks, for all others that wait.
    Lead(Running),
}

/// The right to run the statement of a plan. Who waits for it has it when this is dropped, wherever that happens.
pub(super) struct Running {
    batches: Arc<Batches>,
    plan: Arc<Compiled>,
    since: Instant,
}

/// How a request that may share a statement is asked.
pub(super) enum Asked {
    /// Together with others.
    Together(Vec<ArmRows>),
    /// By itself, while others wait until this is dropped.
    First(Running),
    /// By itself.
    Alone,
}

enum Entered {
    First(Running),
    Waits(oneshot::Receiver<Turn>),
    Not,
}

impl Batches {
    /// Takes the right to run the statement of a plan, if nobody has it; else waits for it, if that is worth it.
    fn enter(self: &Arc<Self>, plan: &Arc<Compiled>, parameters: &[String], waits: impl FnOnce() -> bool) -> Entered {
        let mut running = self.running();
        let Some(waiting) = running.get_mut(&address(plan)) else {
            running.insert(address(plan), VecDeque::new());
            return Entered::First(Running::new(self, plan));
        };
        if !waits() {
            return Entered::Not;
        }
        let (turn, receiver) = oneshot::channel();
        self.quiet.store(0, Ordering::Relaxed);
        waiting.push_back(Waiting { parameters: parameters.to_vec(), turn });
        Entered::Waits(receiver)
    }

    /// Those that share the statement which is to run now.
    fn others(&self, plan: &Arc<Compiled>) -> Vec<Waiting> {
        let mut running = self.running();
        let Some(waiting) = running.get_mut(&address(plan)) else { return Vec::new() };
        let others = waiting.drain(..waiting.len().min(MOST_REQUESTS - 1));
        others.filter(|other| !other.turn.is_closed()).collect()
    }

    /// Lets whatever has come from clients until now go first, to wait for the statement which is to run, and once more as
    /// long as that is so.
    async fn gather(&self, plan: &Arc<Compiled>) {
        let (mut before, mut turns) = (0, 0);
        while turns < MOST_TURNS && self.quiet.load(Ordering::Relaxed) < QUIET {
            tokio::task::yield_now().await;
            let waiting = self.running().get(&address(plan)).map_or(0, VecDeque::len);
            if waiting == before {
                break;
            }
            (before, turns) = (waiting, turns + 1);
        }
    }

    /// The next one that waits for a plan; if there is none, its statement is not running any more.
    fn next(&self, plan: &Arc<Compiled>) -> Option<Waiting> {
        let mut running = self.running();
        let next = running.get_mut(&address(plan)).and_then(VecDeque::pop_front);
        if next.is_none() {
            running.remove(&address(plan));
        }
        next
    }

    fn running(&self) -> MutexGuard<'_, HashMap<usize, VecDeque<Waiting>>> {
        // A map is whole whatever panicked while it was held.
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Running {
    fn new(batches: &Arc<Batches>, plan: &Arc<Compiled>) -> Self {
        Self { batches: Arc::clone(batches), plan: Arc::clone(plan), since: Instant::now() }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.plan.took(self.since.elapsed());
        while let Some(next) = self.batches.next(&self.plan) {
            if !next.turn.is_closed() {
                // Should it go away before it reads this, the right is dropped, and thereby passed on.
                drop(next.turn.send(Turn::Lead(Self::new(&self.batches, &self.plan))));
                return;
            }
        }
    }
}

impl Execution {
    /// Asks together with other requests of the plan, if its statement is running for another one.
    pub(super) async fn share(&self, ready: &Ready) -> Asked {
        let plan = &ready.compiled;
        let Some(text) = self.shareable(ready) else { return Asked::Alone };
        let is_worth_it = || plan.last_time() <= SHORT || !has_free_connection(&self.pool);
        let running = match self.batches.enter(plan, &ready.call.parameters, is_worth_it) {
            Entered::First(running) => running,
            Entered::Waits(turn) => match tokio::time::timeout(patience(plan), turn).await {
                Ok(Ok(Turn::Rows(rows))) => return Asked::Together(rows),
                Ok(Ok(Turn::Lead(running))) => running,
                _ => return Asked::Alone,
            },
            Entered::Not => return Asked::Alone,
        };
        self.batches.gather(plan).await;
        let others = self.batches.others(plan);
        if others.is_empty() {
            self.batches.quiet.fetch_add(1, Ordering::Relaxed);
            return Asked::First(running);
        }
        let rows = Box::pin(self.fetch_for(text, ready, &others)).await;
        drop(running);
        match rows {
            Ok((own, rows)) => {
                for (other, rows) in others.into_iter().zip(rows) {
                    drop(other.turn.send(Turn::Rows(rows)));
                }
                Asked::Together(own)
            }
            // Each is asked alone, which tells whose fault it is.
            Err(error) => {
                self.log(|| tracing::debug!(%error, "a statement for several requests failed"));
                Asked::Alone
            }
        }
    }

    /// The statement that several requests of the plan can share, if this one may. A role or claims are those of one request,
    /// and so is what an explanation tells.
    fn shareable(&self, ready: &Ready) -> Option<Arc<str>> {
        let plan = &ready.compiled;
        let is_small = plan.expected_length() <= MOST_ANSWER_BYTES
            && ready.call.parameters.iter().map(String::len).sum::<usize>() <= MOST_PARAMETER_BYTES;
        let is_anyones = self.session == Session::anonymous() && self.explanation.is_none();
        if is_small && is_anyones { plan.batch(&self.shared.schema) } else { None }
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
        let others = others.iter().filter_map(|other| other.parameters.get(position));
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

fn patience(plan: &Compiled) -> Duration {
    (4 * plan.last_time()).clamp(LEAST_PATIENCE, MOST_PATIENCE)
}

fn has_free_connection(pool: &Pool) -> bool {
    let status = pool.status();
    status.available > 0 || status.size < status.max_size
}

fn address(plan: &Arc<Compiled>) -> usize {
    Arc::as_ptr(plan) as usize
}
