//! Whole databases, walked: the example, and the dumps of `RELATA_SHARED_DATABASES` where that names a directory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod databases;
mod running;
mod support;
mod walk;

use std::time::Instant;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_example_can_be_walked() {
    walk_and_tell("nightrail", &databases::example()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn shared_databases_can_be_walked() {
    for dump in databases::dumps() {
        walk_and_tell(&databases::name(&dump), &databases::restored(&dump)).await;
    }
}

async fn walk_and_tell(name: &str, database: &support::TestDatabase) {
    let begun = Instant::now();
    let summary = walk::everything(&database.url()).await;
    println!("{name}: {:.1} s: {summary:?}", begun.elapsed().as_secs_f64());
}
