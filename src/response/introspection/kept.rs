//! Answers of introspection that are kept. Tools ask for all of a schema again and again, and of a large one that is a
//! hundred megabytes, which LZ4 makes a tenth and gives back faster than a network takes it.

use super::{
    select,
    write::{Out, data},
};
use crate::{
    document::Variables,
    response::{
        answer::Execution,
        cache::Prepared,
        engine::{Answer, Broken, Shared},
        error::{ResponseError, refusal},
    },
};
use bytes::Bytes;
use quick_cache::{Weighter, sync::Cache};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{sync::mpsc, task::JoinError, time::timeout};
use tracing::Instrument;

/// Bytes of all answers together. A schema whose answers are longer is answered anew each time.
const CAPACITY: u64 = 32 << 20;
/// With so few the cache is one, and an answer may take all of it.
const USUAL_ENTRIES: usize = 16;
/// Parts that may wait for a client.
const PARTS: usize = 4;
/// A client that does not read for so long is cut off.
const WRITE_TIMEOUT: Duration = Duration::from_secs(30);

/// The answers of one schema.
pub(in crate::response) struct Kept {
    cache: Cache<Key, Arc<Body>, ByBytes>,
    made: AtomicU64,
}

/// What decides an answer: the document with its operation, and the variables.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    prepared: u64,
    variables: Box<str>,
}

/// An answer to its last brace.
struct Body {
    blocks: Vec<Block>,
}

struct Block {
    compressed: Box<[u8]>,
    length: usize,
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Arc<Body>> for ByBytes {
    fn weight(&self, key: &Key, body: &Arc<Body>) -> u64 {
        let blocks: usize = body.blocks.iter().map(|block| block.compressed.len() + size_of::<Block>()).sum();
        (key.variables.len() + blocks + 200) as u64
    }
}

impl Kept {
    pub(in crate::response) fn new() -> Self {
        Self { cache: Cache::with_weighter(USUAL_ENTRIES, CAPACITY, ByBytes), made: AtomicU64::new(0) }
    }

    /// How many answers were made.
    pub(in crate::response) fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    /// The answer, made in a thread for work that takes long if it is not known yet. Who asks for the same meanwhile waits.
    async fn get(
        &self,
        shared: &Arc<Shared>,
        prepared: &Arc<Prepared>,
        variables: &Variables,
    ) -> Result<Arc<Body>, JoinError> {
        // What is written differently is different.
        let key = Key { prepared: prepared.id, variables: format!("{variables:?}").into() };
        let make = async {
            self.made.fetch_add(1, Ordering::Relaxed);
            let (shared, prepared, variables) = (Arc::clone(shared), Arc::clone(prepared), variables.clone());
            let made = tokio::task::spawn_blocking(move || Body::of(&shared, &prepared, &variables));
            made.await.map(Arc::new)
        };
        self.cache.get_or_insert_async(&key, make).await
    }
}

impl Body {
    fn of(shared: &Shared, prepared: &Prepared, variables: &Variables) -> Self {
        let schema = &shared.schema;
        let mut blocks = Vec::new();
        let mut keep = |bytes: &[u8]| {
            let compressed = lz4_flex::block::compress(bytes).into();
            blocks.push(Block { compressed, length: bytes.len() });
        };
        let mut out = Out::in_blocks(&mut keep);
        out.bytes.extend_from_slice(b"{\"data\":");
        data(schema, &select::roots(schema, &prepared.operation, variables), &mut out);
        out.bytes.push(b'}');
        out.end();
        Self { blocks }
    }
}

impl Block {
    /// `Broken` only if memory is.
    fn bytes(&self) -> Result<Bytes, Broken> {
        lz4_flex::block::decompress(&self.compressed, self.length).map(Bytes::from).map_err(|error| {
            tracing::error!(%error, "an answer that was kept cannot be read");
            Broken
        })
    }
}

impl Execution {
    /// Whether it asks for introspection alone, so that its answer can be kept.
    pub(in crate::response) fn introspects_only(&self) -> bool {
        self.explanation.is_none() && select::is_all_of(&self.prepared.operation)
    }

    /// Answers it from the schema. What is longer than a block is sent on in parts.
    pub(in crate::response) async fn introspected(self) -> Answer {
        let internal = || Answer::Refused(refusal(&[ResponseError::internal()]));
        let Ok(body) = self.shared.introspections.get(&self.shared, &self.prepared, &self.variables).await else {
            return internal();
        };
        if let [block] = body.blocks.as_slice() {
            return block.bytes().map_or_else(|_| internal(), Answer::Complete);
        }
        let (sender, receiver) = mpsc::channel(PARTS);
        let send = async move {
            for block in &body.blocks {
                if !matches!(timeout(WRITE_TIMEOUT, sender.send(block.bytes())).await, Ok(Ok(()))) {
                    return;
                }
            }
        };
        tokio::spawn(send.in_current_span());
        Answer::Stream(receiver)
    }
}
