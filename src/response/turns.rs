//! Work that several requests want at the same time: while it is done for one of them, the others wait, and the next one
//! does it for all (DESIGN.md section 3).
//!
//! Who waits takes part in work that begins later, never in what is being done: a request sees everything that was
//! committed before it came.

use super::cache::Compiled;
use crate::execute::pool::Pool;
use std::{
    collections::{HashMap, VecDeque, hash_map::Entry},
    hash::Hash,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::sync::oneshot;

/// So many requests at most take part.
const MOST_REQUESTS: usize = 64;
/// Nobody waits for work that takes much longer than it did the last time: a table may be locked.
const LEAST_PATIENCE: Duration = Duration::from_millis(2);
const MOST_PATIENCE: Duration = Duration::from_millis(100);
/// So often at most others go first.
const MOST_TURNS: usize = 4;
/// After so much work in which nobody took part, those that are alone wait for nobody.
const QUIET: usize = 4;

/// The work that is being done in a worker for requests of a plan and a `K`, with those that wait for the next time. Each
/// gives a `G` to it and takes a `T`.
pub(super) struct Turns<K: Key, G, T> {
    /// The plan by its address, which whoever does the work keeps.
    running: Mutex<Queues<K, G, T>>,
    /// How much work nobody took part in since a request last had to wait.
    quiet: AtomicUsize,
}

type Queues<K, G, T> = HashMap<(usize, K), VecDeque<Waiting<K, G, T>>>;

/// A request that waits.
pub(super) struct Waiting<K: Key, G, T> {
    /// What it gives.
    pub(super) gives: G,
    told: oneshot::Sender<Told<K, G, T>>,
}

/// What becomes of a request that waited.
enum Told<K: Key, G, T> {
    /// Another one has done it.
    Done(T),
    /// It does the work, for all others that wait.
    Lead(Running<K, G, T>),
}

/// The right to do the work. Who waits for it has it when this is dropped, wherever that happens.
pub(super) struct Running<K: Key, G, T> {
    turns: Arc<Turns<K, G, T>>,
    plan: Arc<Compiled>,
    key: K,
    since: Instant,
}

/// How it goes on with a request.
pub(super) enum Turn<K: Key, G, T> {
    /// Another one has done the work.
    Done(T),
    /// It does the work, for these as well.
    Lead(Running<K, G, T>, Vec<Waiting<K, G, T>>),
    /// It does its own work, whatever others do.
    Alone,
}

/// What tells apart the work of a plan.
pub(super) trait Key: Clone + Eq + Hash {}

impl<K: Clone + Eq + Hash> Key for K {}

impl<K: Key, G, T> Default for Turns<K, G, T> {
    fn default() -> Self {
        Self { running: Mutex::default(), quiet: AtomicUsize::new(0) }
    }
}

impl<K: Key, G, T> Turns<K, G, T> {
    /// Waits until it is a request's turn, or others have done its work. If a connection of `pool` is free, nobody waits for
    /// work that takes longer than `longest`: it costs less to begin at once.
    pub(super) async fn turn(
        self: &Arc<Self>,
        plan: &Arc<Compiled>,
        key: K,
        gives: impl FnOnce() -> G,
        (pool, longest): (&Pool, Duration),
    ) -> Turn<K, G, T> {
        let waiting = {
            let mut running = self.running();
            match running.entry((address(plan), key.clone())) {
                Entry::Vacant(free) => {
                    free.insert(VecDeque::new());
                    None
                }
                Entry::Occupied(_) if plan.last_time() > longest && has_free_connection(pool) => return Turn::Alone,
                Entry::Occupied(mut waiting) => {
                    let (told, receiver) = oneshot::channel();
                    self.quiet.store(0, Ordering::Relaxed);
                    waiting.get_mut().push_back(Waiting { gives: gives(), told });
                    Some(receiver)
                }
            }
        };
        let running = match waiting {
            None => Running::new(self, plan, key),
            Some(waiting) => match told(waiting, patience(plan), pool).await {
                Some(Told::Done(done)) => return Turn::Done(done),
                Some(Told::Lead(running)) => running,
                None => return Turn::Alone,
            },
        };
        self.gather(&running).await;
        let others = self.others(&running);
        if others.is_empty() {
            self.quiet.fetch_add(1, Ordering::Relaxed);
        }
        Turn::Lead(running, others)
    }

    /// Those that take part in what is to be done now.
    fn others(&self, work: &Running<K, G, T>) -> Vec<Waiting<K, G, T>> {
        let mut running = self.running();
        let Some(waiting) = running.get_mut(&work.name()) else { return Vec::new() };
        let others = waiting.drain(..waiting.len().min(MOST_REQUESTS - 1));
        others.filter(|other| !other.told.is_closed()).collect()
    }

    /// Lets whatever has come from clients until now go first, to wait for what is to be done, and once more as long as
    /// that is so.
    async fn gather(&self, work: &Running<K, G, T>) {
        let (mut before, mut turns) = (0, 0);
        while turns < MOST_TURNS && self.quiet.load(Ordering::Relaxed) < QUIET {
            tokio::task::yield_now().await;
            let waiting = self.running().get(&work.name()).map_or(0, VecDeque::len);
            if waiting == before {
                break;
            }
            (before, turns) = (waiting, turns + 1);
        }
    }

    /// The next one that waits; if there is none, nothing is being done any more.
    fn next(&self, work: &Running<K, G, T>) -> Option<Waiting<K, G, T>> {
        let mut running = self.running();
        let next = running.get_mut(&work.name()).and_then(VecDeque::pop_front);
        if next.is_none() {
            running.remove(&work.name());
        }
        next
    }

    fn running(&self) -> MutexGuard<'_, Queues<K, G, T>> {
        // A map is whole whatever panicked while it was held.
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Key, G, T> Waiting<K, G, T> {
    /// Tells it what was done. One that is told nothing does its own work.
    pub(super) fn tell(self, done: T) {
        // If it has gone away, nobody needs it.
        drop(self.told.send(Told::Done(done)));
    }
}

impl<K: Key, G, T> Running<K, G, T> {
    fn new(turns: &Arc<Turns<K, G, T>>, plan: &Arc<Compiled>, key: K) -> Self {
        Self { turns: Arc::clone(turns), plan: Arc::clone(plan), key, since: Instant::now() }
    }

    fn name(&self) -> (usize, K) {
        (address(&self.plan), self.key.clone())
    }
}

impl<K: Key, G, T> Drop for Running<K, G, T> {
    fn drop(&mut self) {
        self.plan.took(self.since.elapsed());
        while let Some(next) = self.turns.next(self) {
            if !next.told.is_closed() {
                // Should it go away before it reads this, the right is dropped, and thereby passed on.
                drop(next.told.send(Told::Lead(Self::new(&self.turns, &self.plan, self.key.clone()))));
                return;
            }
        }
    }
}

/// What a request is told that waits, if that comes in time. While no connection is free, it waits on: it would have to do so
/// for a connection as well, and then ask for itself alone what others ask, too, when there is most to do.
async fn told<T>(mut waiting: oneshot::Receiver<T>, patience: Duration, pool: &Pool) -> Option<T> {
    let since = Instant::now();
    loop {
        match tokio::time::timeout(patience, &mut waiting).await {
            Ok(told) => return told.ok(),
            Err(_) if since.elapsed() < MOST_PATIENCE && !has_free_connection(pool) => {}
            Err(_) => return None,
        }
    }
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
