//! Requests that are the same in everything, and come while one of them is being answered, share the next answer
//! (DESIGN.md section 3).

use super::{
    answer::{Execution, Ready},
    engine::Sharing,
    turns::{Running, Turn, Turns, Waiting},
};
use crate::{
    catalog::{Catalog, TableKind},
    document::Variables,
    execute::Session,
    plan::Query,
};
use bytes::Bytes;
use std::{
    hash::{BuildHasher, Hash, Hasher, RandomState},
    sync::{Arc, LazyLock},
    time::Duration,
};

/// Longer answers are made for each request, and streamed.
pub(super) const LONGEST: usize = 1 << 20;
/// Nobody waits for an answer that takes longer than this while a connection is free.
const SHORT: Duration = Duration::from_millis(5);

/// The answers that are being made in a worker.
pub(super) type Answers = Turns<Arc<Identity>, (), Bytes>;

/// What decides an answer, beside the plan and what the database holds.
#[derive(PartialEq, Eq)]
pub(super) struct Identity {
    /// Of all that follows: variables may be long, and whoever takes turns is looked up several times, under a lock.
    hash: u64,
    variables: Variables,
    session: Session,
}

impl Identity {
    fn new(variables: Variables, session: Session) -> Self {
        // Random, so that nobody can choose variables that collide.
        static STATE: LazyLock<RandomState> = LazyLock::new(RandomState::new);
        Self { hash: STATE.hash_one((&variables, &session)), variables, session }
    }
}

impl Hash for Identity {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

/// How a request is answered that others may ask as well.
pub(super) enum Coalesced {
    /// By the answer to another one.
    Answered(Bytes),
    /// By itself; these wait for its answer.
    Not(Option<Lead>),
}

/// A request whose answer is shared: those that wait for it, and, until its statement has run, the right to run it. When it
/// is dropped, those that have not been told an answer make their own.
pub(super) struct Lead {
    running: Option<Running<Arc<Identity>, (), Bytes>>,
    others: Vec<Waiting<Arc<Identity>, (), Bytes>>,
}

impl Lead {
    /// Whether nobody else wants the answer.
    pub(super) fn is_alone(&self) -> bool {
        self.others.is_empty()
    }

    /// The statement has run: the next one may run while this answer is written.
    pub(super) fn has_run(&mut self) {
        self.running = None;
    }

    /// The answer is this.
    pub(super) fn tell(self, answer: &Bytes) {
        self.others.into_iter().for_each(|other| other.tell(answer.clone()));
    }
}

impl Execution {
    /// Waits for the answer to the same request, if one is being answered.
    pub(super) async fn coalesce(&self, ready: &Ready) -> Coalesced {
        if !self.is_coalescible(ready) {
            return Coalesced::Not(None);
        }
        let identity = Arc::new(Identity::new(self.variables.clone(), self.session.clone()));
        match self.answers.turn(&ready.compiled, identity, || (), (&self.pool, SHORT)).await {
            Turn::Done(answer) => Coalesced::Answered(answer),
            Turn::Lead(running, others) => Coalesced::Not(Some(Lead { running: Some(running), others })),
            Turn::Alone => Coalesced::Not(None),
        }
    }

    fn is_coalescible(&self, ready: &Ready) -> bool {
        self.shares(Sharing::Answers)
            && ready.errors.is_empty()
            && ready.compiled.last_length() <= LONGEST
            && ready.compiled.is_repeatable(&self.shared.schema.catalog)
    }

    /// Whether this request may share that with others. What an explanation tells is of one request.
    pub(super) fn shares(&self, what: Sharing) -> bool {
        self.shared.sharing >= what && self.explanation.is_none()
    }
}

/// Whether a statement gives the same whenever the same is stored. A view may call a function that gives something else
/// each time, as a token, and a foreign table is whatever its server says.
pub(super) fn is_repeatable(catalog: &Catalog, query: &Query) -> bool {
    let is_stored =
        |kind: TableKind| matches!(kind, TableKind::Table | TableKind::Partitioned | TableKind::MaterializedView);
    query.mentions.iter().all(|table| is_stored(catalog.table(*table).kind))
}
