//! What the clients' own tools say: graphql-js about the schema, relay-compiler about queries of it, and the audits of
//! graphql-http about the server. They need Node.js and the packages of `tests/clients/package-lock.json`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod databases;
mod running;
mod support;

use running::Running;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::LazyLock,
};

/// A directory with the packages and our programs, made once and kept for the next run.
static CLIENTS: LazyLock<PathBuf> = LazyLock::new(|| {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients");
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("clients");
    fs::create_dir_all(&directory).unwrap();
    // Other processes may be at it as well.
    let guard = fs::File::create(directory.join(".lock")).unwrap();
    guard.lock().unwrap();
    let read = |path: PathBuf| fs::read_to_string(path).unwrap_or_default();
    let lock = read(source.join("package-lock.json"));
    // npm removes what is there first, so the mark of a finished installation goes with it.
    let installed = directory.join("node_modules/.installed");
    let fresh = read(installed.clone()) == lock;
    for file in ["package.json", "package-lock.json", "schema.mjs", "audit.mjs"] {
        fs::copy(source.join(file), directory.join(file)).unwrap();
    }
    if !fresh {
        let mut npm = Command::new("npm");
        run(npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&directory));
        fs::write(installed, lock).unwrap();
    }
    directory
});

#[test]
#[ignore = "needs node"]
fn the_example_suits_graphql_js_and_relay() {
    suits("nightrail", &databases::example());
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
    let mut node = Command::new("node");
    node.arg(CLIENTS.join("audit.mjs")).arg(format!("http://{}/graphql", server.address));
    println!("{}", run(&mut node));
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
    let mut node = Command::new("node");
    node.arg(CLIENTS.join("schema.mjs")).args([&sdl, &json, &project]);
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

/// What a program wrote to standard output; a failure fails the test.
fn run(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8_lossy(&stderr).into_owned());
    assert!(status.success(), "{command:?}: {status}\n{stdout}\n{stderr}");
    stdout
}
