//! Whole databases, walked: the examples, and the dumps of `RELATA_SHARED_DATABASES` where that names a directory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod databases;
mod running;
mod support;
mod walk;

use running::Running;
use serde_json::json;
use std::time::Instant;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_example_can_be_walked() {
    walk_and_tell("nightrail", &databases::example()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn oddities_can_be_walked() {
    walk_and_tell("oddities", &databases::oddities()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn shared_databases_can_be_walked() {
    for dump in databases::dumps() {
        walk_and_tell(&databases::name(&dump), &databases::restored(&dump)).await;
    }
}

async fn walk_and_tell(name: &str, database: &support::TestDatabase) {
    let begun = Instant::now();
    let served = read_served(database).await;
    let summary = walk::everything(&database.url()).await;
    println!("{name}: {:.1} s: {served} pages over HTTP; {summary:?}", begun.elapsed().as_secs_f64());
}

/// The same over HTTP, from the program itself, with pages as long as they may be.
async fn read_served(database: &support::TestDatabase) -> usize {
    let mut command = support::relata();
    command.args(["serve", &database.url()]);
    let mut server = Running::start(command);
    let ask = |query: &str| {
        let response = server.post(&json!({ "query": query }).to_string());
        assert!(response.status == 200 && response.complete, "{query}: {response:?}");
        serde_json::from_str(&response.body).unwrap()
    };
    let pages = walk::served(&database.url(), ask).await;
    server.signal("TERM");
    assert_eq!(server.wait().code(), Some(0));
    pages
}
