//! What was parsed, validated and planned is kept: documents by their text, plans below them by shape. Both are bounded in
//! bytes.

use super::coalesce::is_repeatable;
use crate::{
    catalog::Catalog,
    document::Operation,
    plan::{
        Plan, is_light,
        shape::{Probes, ShapeKey},
    },
    schema::Schema,
    sql::{self, Statement},
};
use quick_cache::{Equivalent, Weighter, sync::Cache};
use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};

/// A valid operation, ready to be planned.
pub(super) struct Prepared {
    /// Tells the plans of this document and operation from others'.
    pub(super) id: u64,
    pub(super) operation: Operation,
    pub(super) probes: Probes,
}

/// A plan with its statement.
pub(super) struct Compiled {
    pub(super) plan: Plan,
    pub(super) text: Arc<str>,
    pub(super) tagged: bool,
    /// The statement for several requests, where they can share one; made when it is wanted for the first time.
    batch: OnceLock<Option<Arc<str>>>,
    /// Whether it reads nothing but what is stored; found out when it is asked for the first time.
    is_repeatable: OnceLock<bool>,
    /// How long the last answer was, in bytes.
    last_length: AtomicUsize,
    /// How long it took the last time that others could have waited for it, in microseconds.
    last_time: AtomicU64,
}

/// How often work was done that a repeated request does not need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counters {
    /// Documents that were parsed and validated.
    pub documents_loaded: u64,
    /// Plans that were made.
    pub plans_made: u64,
    /// Answers of introspection that were made, of operations that ask for nothing else.
    pub introspections_made: u64,
}

/// The caches of one schema.
pub(super) struct Caches {
    documents: Cache<DocumentKey, Arc<Prepared>, ByBytes>,
    plans: Cache<(u64, ShapeKey), Arc<Compiled>, ByBytes>,
    documents_loaded: AtomicU64,
    plans_made: AtomicU64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct DocumentKey {
    text: Box<str>,
    operation_name: Option<Box<str>>,
}

/// What a [`DocumentKey`] is found by: its hash is the same, as that of a box is that of what it holds.
#[derive(Hash)]
struct DocumentName<'a> {
    text: &'a str,
    operation_name: Option<&'a str>,
}

impl Equivalent<DocumentKey> for DocumentName<'_> {
    fn equivalent(&self, key: &DocumentKey) -> bool {
        *self.text == *key.text && self.operation_name == key.operation_name.as_deref()
    }
}

/// Weighs entries by about how many bytes they take.
#[derive(Clone)]
struct ByBytes;

/// The bytes of an operation grow with its text, about so many for each byte of it (measured on the tour of the example).
const OPERATION_BYTES_PER_BYTE: u64 = 30;
const PLAN_BYTES_PER_BYTE: u64 = 8;
const CAPACITY: u64 = 64 << 20;
const USUAL_ENTRIES: usize = 1000;
/// A longer answer than this is streamed, or grows to it in few steps.
const MOST_EXPECTED: usize = 72 * 1024;

impl Weighter<DocumentKey, Arc<Prepared>> for ByBytes {
    fn weight(&self, key: &DocumentKey, _: &Arc<Prepared>) -> u64 {
        (key.text.len() as u64 + 200) * OPERATION_BYTES_PER_BYTE
    }
}

impl Weighter<(u64, ShapeKey), Arc<Compiled>> for ByBytes {
    fn weight(&self, (_, shape): &(u64, ShapeKey), compiled: &Arc<Compiled>) -> u64 {
        (compiled.text.len() as u64 + 500) * PLAN_BYTES_PER_BYTE + shape.len() as u64
    }
}

impl Caches {
    pub(super) fn new() -> Self {
        Self {
            documents: Cache::with_weighter(USUAL_ENTRIES, CAPACITY, ByBytes),
            plans: Cache::with_weighter(USUAL_ENTRIES, CAPACITY, ByBytes),
            documents_loaded: AtomicU64::new(0),
            plans_made: AtomicU64::new(0),
        }
    }

    /// The operation of a document, loaded if it is not known yet. What is refused is not kept.
    pub(super) fn document<E>(
        &self,
        text: &str,
        operation_name: Option<&str>,
        load: impl FnOnce() -> Result<(Operation, Probes), E>,
    ) -> Result<Arc<Prepared>, E> {
        if let Some(prepared) = self.documents.get(&DocumentName { text, operation_name }) {
            return Ok(prepared);
        }
        let key = DocumentKey { text: text.into(), operation_name: operation_name.map(Into::into) };
        let id = self.documents_loaded.fetch_add(1, Ordering::Relaxed);
        let (operation, probes) = load()?;
        let prepared = Arc::new(Prepared { id, operation, probes });
        self.documents.insert(key, Arc::clone(&prepared));
        Ok(prepared)
    }

    /// The plan of an operation for a shape of its variables, made if it is not known yet.
    pub(super) fn plan(&self, prepared: &Prepared, shape: ShapeKey, make: impl FnOnce() -> Compiled) -> Arc<Compiled> {
        let key = (prepared.id, shape);
        if let Some(compiled) = self.plans.get(&key) {
            return compiled;
        }
        self.plans_made.fetch_add(1, Ordering::Relaxed);
        let compiled = Arc::new(make());
        self.plans.insert(key, Arc::clone(&compiled));
        compiled
    }

    pub(super) fn counters(&self, introspections_made: u64) -> Counters {
        Counters {
            introspections_made,
            documents_loaded: self.documents_loaded.load(Ordering::Relaxed),
            plans_made: self.plans_made.load(Ordering::Relaxed),
        }
    }
}

impl Compiled {
    pub(super) fn new(plan: Plan, statement: Option<Statement>) -> Self {
        let (text, tagged) = statement.map_or_else(Default::default, |statement| (statement.text, statement.tagged));
        Self {
            plan,
            text: text.into(),
            tagged,
            batch: OnceLock::new(),
            is_repeatable: OnceLock::new(),
            last_length: AtomicUsize::new(0),
            last_time: AtomicU64::new(0),
        }
    }

    /// The statement for several requests (see [`sql::compile_batch`]), if they are better asked together.
    pub(super) fn batch(&self, schema: &Schema) -> Option<Arc<str>> {
        let make = || {
            let query = self.plan.query.as_ref().filter(|query| is_light(&schema.catalog, query))?;
            Some(sql::compile_batch(schema, query).into())
        };
        self.batch.get_or_init(make).clone()
    }

    /// Whether there is a statement that gives the same as long as the same is stored (see [`is_repeatable`]).
    pub(super) fn is_repeatable(&self, catalog: &Catalog) -> bool {
        let find_out = || self.plan.query.as_ref().is_some_and(|query| is_repeatable(catalog, query));
        *self.is_repeatable.get_or_init(find_out)
    }

    /// How long the statement took the last time, as [`took`](Self::took) was told.
    pub(super) fn last_time(&self) -> Duration {
        Duration::from_micros(self.last_time.load(Ordering::Relaxed))
    }

    /// Tells how long the statement took.
    pub(super) fn took(&self, time: Duration) {
        self.last_time.store(u64::try_from(time.as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// How long the last answer was, in bytes.
    pub(super) fn last_length(&self) -> usize {
        self.last_length.load(Ordering::Relaxed)
    }

    /// How many bytes to have ready for an answer, so that it rarely has to move to where there is more room.
    pub(super) fn expected_length(&self) -> usize {
        let last = self.last_length();
        (last + last / 8 + 64).min(MOST_EXPECTED)
    }

    /// Tells how long an answer was.
    pub(super) fn answered(&self, length: usize) {
        self.last_length.store(length, Ordering::Relaxed);
    }
}
