//! The pages in a real browser: headless Chromium, led by the programs in `tests/browser`. Each step leaves a screenshot in
//! `target/screenshots`, or in the directory that `RELATA_SCREENSHOTS` names.
//!
//! A page must not say anything to the console as an error, break its own content security policy, or ask another server
//! for anything.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod databases;
mod node;
mod running;
mod support;

use running::Running;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A registry at which nobody is.
const NOWHERE: (&str, &str) = ("npm_config_registry", "http://127.0.0.1:1/");

#[test]
#[ignore = "needs chromium and the npm registry"]
fn graphiql_in_the_demo() {
    let mut command = support::relata();
    command.arg("demo");
    let demo = Running::start(command);
    browse(&demo, "graphiql.mjs", "graphiql", &[]);
}

#[test]
#[ignore = "needs chromium"]
fn the_plain_page_in_the_demo() {
    let mut command = support::relata();
    command.args(["demo", "--page", "plain"]);
    let demo = Running::start(command);
    browse(&demo, "plain.mjs", "plain", &[]);
}

#[test]
#[ignore = "needs chromium"]
fn without_a_network_the_plain_page_stands_in() {
    let database = databases::example();
    let cache = env::temp_dir().join(format!("relata_browser_{}", std::process::id()));
    let mut command = support::relata();
    command.args(["serve", &database.url(), "--explain-extensions"]).envs([NOWHERE]).env("RELATA_CACHE", &cache);
    let server = Running::start(command);
    browse(&server, "plain.mjs", "offline", &["GraphiQL could not be fetched"]);
    let _ = fs::remove_dir_all(cache);
}

/// Opens the server's page and goes through the steps of a program, which ends with an error if one fails.
fn browse(server: &Running, program: &str, name: &str, arguments: &[&str]) {
    let screenshots = screenshots().join(name);
    let _ = fs::remove_dir_all(&screenshots);
    let mut node = Command::new("node");
    node.arg(node::installed("browser").join(program));
    node::run(node.arg(format!("http://{}/", server.address)).arg(&screenshots).args(arguments));
    println!("{name}: {} screenshots in {}", fs::read_dir(&screenshots).unwrap().count(), screenshots.display());
}

fn screenshots() -> PathBuf {
    env::var_os("RELATA_SCREENSHOTS")
        .map_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("../screenshots"), PathBuf::from)
}
