//! Random documents, answered twice: by relata, and by an evaluator that reads whole tables and filters, orders, pages and
//! nests them in Rust. The evaluator shares nothing with `src/plan` and `src/sql`.
//!
//! `RELATA_RANDOM=20000` runs more documents, `RELATA_RANDOM_SEED=7` others, and `RELATA_RANDOM_ONLY=123` a single one of
//! them. A document that fails is printed with its variables, both answers and the SQL, after it was made as small as it
//! can be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod databases;
mod engine;
mod random {
    mod arguments;
    mod compare;
    mod coverage;
    mod cursors;
    mod data;
    mod document;
    mod evaluate;
    mod filter;
    mod filters;
    mod generate;
    mod order;
    mod page;
    mod rng;
    pub(crate) mod run;
    mod shrink;
    mod spelling;
    mod values;
    mod world;
}
mod support;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn random_documents_of_the_example() {
    random::run::random("nightrail", &databases::example()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn random_documents_of_the_oddities() {
    random::run::random("oddities", &databases::oddities()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn random_documents_of_shared_databases() {
    for dump in databases::dumps() {
        random::run::random_dump(&dump).await;
    }
}
