//! How the server ends.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;

use running::Running;
use std::{io::Write, os::unix::process::ExitStatusExt, sync::Arc, thread, time::Duration};

/// A view whose rows take a second to come.
const SCRIPT: &str = "CREATE VIEW slow AS SELECT 1 AS one FROM pg_sleep(1);";
const SLOW: &str = r#"{"query":"{ slows { nodes { one } } }"}"#;

fn serve(database: &support::TestDatabase, flags: &[&str]) -> Running {
    let mut command = support::relata();
    command.args(["serve", &database.url()]).args(flags);
    Running::start(command)
}

#[test]
fn sigterm_lets_running_requests_finish() {
    let database = support::database(&[SCRIPT]);
    let server = Arc::new(serve(&database, &[]));
    // A client that keeps its connection open without asking anything must not hold up the end.
    let mut idle = server.connect();
    idle.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let slow = {
        let server = Arc::clone(&server);
        thread::spawn(move || server.post(SLOW))
    };
    thread::sleep(Duration::from_millis(300));
    server.signal("TERM");
    thread::sleep(Duration::from_millis(200));
    let ready = server.send("GET", "/readyz", &[], b"");
    assert_eq!((ready.status, ready.body.as_str()), (503, r#"{"status":"draining"}"#));
    assert_eq!(server.post(r#"{"query":"{ __typename }"}"#).status, 503);
    let answer = slow.join().unwrap();
    assert_eq!((answer.status, answer.body.as_str()), (200, r#"{"data":{"slows":{"nodes":[{"one":1}]}}}"#));
    let Ok(mut server) = Arc::try_unwrap(server) else { panic!("nobody else has it") };
    assert_eq!(server.wait().code(), Some(0));
    assert_eq!(server.stdout(), "");
}

#[test]
fn the_delay_goes_on_serving() {
    let database = support::database(&[SCRIPT]);
    let mut server = serve(&database, &["--shutdown-delay", "600ms"]);
    server.signal("INT");
    thread::sleep(Duration::from_millis(200));
    assert_eq!(server.send("GET", "/readyz", &[], b"").status, 503);
    assert_eq!(server.post(r#"{"query":"{ __typename }"}"#).status, 200);
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn the_second_signal_ends_at_once() {
    let database = support::database(&[SCRIPT]);
    for (signal, code) in [("TERM", 143), ("INT", 130)] {
        let mut server = serve(&database, &["--shutdown-delay", "30s"]);
        server.signal(signal);
        server.wait_for("stopping");
        server.signal(signal);
        let status = server.wait();
        assert_eq!((status.code(), status.signal()), (Some(code), None));
    }
}

#[test]
fn requests_that_take_too_long_are_cut() {
    let database = support::database(&["CREATE VIEW slow AS SELECT 1 AS one FROM pg_sleep(30);"]);
    let server = Arc::new(serve(&database, &["--shutdown-timeout", "500ms", "--statement-timeout", "0"]));
    let mut slow = server.connect();
    let head = format!(
        "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{SLOW}",
        SLOW.len()
    );
    slow.write_all(head.as_bytes()).unwrap();
    thread::sleep(Duration::from_millis(300));
    server.signal("TERM");
    let Ok(mut server) = Arc::try_unwrap(server) else { panic!("nobody else has it") };
    assert_eq!(server.wait().code(), Some(0));
    assert!(server.stderr().contains("are cut"));
}
