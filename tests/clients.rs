//! What the clients' own tools say: graphql-js about the schema, relay-compiler about queries of it, and the audits of
//! graphql-http about the server. They need Node.js and the packages of `tests/clients/package-lock.json`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod databases;
mod node;
mod running;
mod support;

use node::{CLIENTS, program, run};
use running::Running;
use std::{fs, process::Command};

#[test]
#[ignore = "needs node"]
fn the_example_suits_graphql_js_and_relay() {
    suits("nightrail", &databases::example());
}

#[test]
#[ignore = "needs node"]
fn oddities_suit_graphql_js_and_relay() {
    suits("oddities", &databases::oddities());
}

#[test]
#[ignore = "needs node"]
fn shared_databases_suit_graphql_js_and_relay() {
    for dump in databases::dumps() {
        suits(&databases::name(&dump), &databases::restored(&dump));
    }
}

#[test]
#[ignore = "needs node"]
fn the_server_passes_the_audits_of_graphql_http() {
    let database = databases::example();
    let mut command = support::relata();
    command.args(["serve", &database.url()]);
    let server = Running::start(command);
    let mut node = program("audit.mjs");
    node.arg(format!("http://{}/graphql", server.address));
    println!("{}", run(&mut node));
}

#[test]
#[ignore = "needs node"]
fn graphql_js_agrees_with_the_corpus_save_for_a_reason() {
    let cases = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    println!("{}", run(program("documents.mjs").arg(cases)));
}

fn suits(name: &str, database: &support::TestDatabase) {
    let project = CLIENTS.join("projects").join(name);
    let _ = fs::remove_dir_all(&project);
    fs::create_dir_all(&project).unwrap();
    let schema = |flags: &[&str], file: &str| {
        let path = project.join(file);
        fs::write(&path, run(support::relata().args(["schema", &database.url()]).args(flags))).unwrap();
        path
    };
    let (sdl, json) = (schema(&[], "relata.graphql"), schema(&["--json"], "relata.json"));
    let mut node = program("schema.mjs");
    node.args([&sdl, &json, &project]);
    println!("{name}: graphql-js: {}", run(&mut node).trim());
    let mut relay = Command::new("node");
    relay.arg(CLIENTS.join("node_modules/relay-compiler/cli.js")).current_dir(&project);
    run(&mut relay);
    let artifacts = fs::read_dir(project.join("src/__generated__")).unwrap().count();
    assert!(
        artifacts > fs::read_dir(project.join("src")).unwrap().count() - 1,
        "relay-compiler wrote {artifacts} files"
    );
    println!("{name}: relay-compiler: {artifacts} artifacts");
}
