//! A database that goes away, is slow, or is full: what clients get meanwhile, and that all is well afterwards.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;

use running::{Response, Running};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use std::{
    fs,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

const SCRIPT: &str = "
    CREATE TABLE star (star_id integer PRIMARY KEY, name text NOT NULL);
    INSERT INTO star SELECT n, 'Star ' || n FROM generate_series(1, 500) n;
    CREATE VIEW slow AS SELECT 1 AS one FROM pg_sleep(1);
    CREATE VIEW stuck AS SELECT 1 AS one FROM pg_sleep(30);";

/// A row, a page that is streamed, one that is collected, and two root fields of one statement.
const QUERIES: &[&str] = &[
    "{ star(starId: 7) { name } }",
    "{ stars(first: 3) { nodes { name } } }",
    "{ stars(last: 3) { totalCount nodes { name } } }",
    "{ star(starId: 7) { name } stars(first: 1) { nodes { starId } } }",
];

const SLOW: &str = "{ slows { nodes { one } } }";

/// No request may take longer than this while there is no database.
const PROMPT: Duration = Duration::from_secs(5);

/// How long recovery may take.
const RECOVERY: Duration = Duration::from_secs(20);

fn serve(url: &str, flags: &[&str]) -> Running {
    let mut command = support::relata();
    command.args(["serve", url]).args(flags);
    Running::start(command)
}

fn body(query: &str) -> String {
    json!({ "query": query }).to_string()
}

fn ask(server: &Running, query: &str) -> Value {
    let response = server.post(&body(query));
    assert_eq!(response.status, 200, "{query}: {response:?}");
    assert!(response.complete, "{query}: {response:?}");
    serde_json::from_str(&response.body).unwrap_or_else(|error| panic!("{error}: {response:?}"))
}

fn code(answer: &Value) -> Option<&str> {
    answer["errors"][0]["extensions"]["code"].as_str()
}

/// Every root field null, each with its error.
fn assert_unavailable(query: &str, answer: &Value) {
    let data = answer["data"].as_object().unwrap_or_else(|| panic!("{query}: {answer}"));
    assert!(data.values().all(Value::is_null), "{query}: {answer}");
    let errors = answer["errors"].as_array().unwrap_or_else(|| panic!("{query}: {answer}"));
    assert_eq!(errors.len(), data.len(), "{query}: {answer}");
    for error in errors {
        assert_eq!(error["extensions"]["code"], "DATABASE_UNAVAILABLE", "{query}: {answer}");
    }
}

fn status(server: &Running, path: &str) -> u16 {
    server.send("GET", path, &[], b"").status
}

/// Waits until `is_so`.
fn until(what: &str, patience: Duration, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < patience, "not within {patience:?}: {what}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// Clients that ask all the time. What they got is told by [`Load::answers`].
struct Load {
    stop: Arc<AtomicBool>,
    answers: Arc<Mutex<Vec<Asked>>>,
    clients: Vec<thread::JoinHandle<()>>,
}

/// A request of a [`Load`].
struct Asked {
    query: &'static str,
    begun: Instant,
    took: Duration,
    response: Response,
}

impl Load {
    fn start(server: &Arc<Running>, clients: usize) -> Load {
        let stop = Arc::new(AtomicBool::new(false));
        let answers = Arc::new(Mutex::new(Vec::new()));
        let client = |number: usize| {
            let (server, stop, answers) = (Arc::clone(server), Arc::clone(&stop), Arc::clone(&answers));
            thread::spawn(move || {
                for query in QUERIES.iter().cycle().skip(number) {
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                    let begun = Instant::now();
                    let response = server.post(&body(query));
                    answers.lock().unwrap().push(Asked { query, begun, took: begun.elapsed(), response });
                    thread::sleep(Duration::from_millis(2));
                }
            })
        };
        let clients = (0..clients).map(client).collect();
        Load { stop, answers, clients }
    }

    /// How many answers there are until now.
    fn count(&self) -> usize {
        self.answers.lock().unwrap().len()
    }

    fn finish(self) -> Vec<Asked> {
        self.stop.store(true, Ordering::Relaxed);
        self.clients.into_iter().for_each(|client| client.join().unwrap());
        std::mem::take(&mut *self.answers.lock().unwrap())
    }
}

#[test]
fn a_database_that_goes_away_comes_back() {
    let mut cluster = support::own_cluster();
    let url = cluster.url("postgres");
    support::run_script(&url, SCRIPT);
    let server = Arc::new(serve(&url, &["--connections", "4"]));
    let wanted: Vec<_> = QUERIES.iter().map(|query| ask(&server, query)).collect();
    assert!(wanted.iter().all(|answer| answer.get("errors").is_none()), "{wanted:?}");

    let load = Load::start(&server, 6);
    until("load", RECOVERY, || load.count() > 60);
    cluster.pause().unwrap();
    let gone = Instant::now();
    assert_eq!((status(&server, "/readyz"), status(&server, "/healthz")), (503, 200));
    for query in QUERIES {
        assert_unavailable(query, &ask(&server, query));
    }
    let count = load.count();
    until("answers without a database", RECOVERY, || load.count() > count + 60);
    assert_eq!((status(&server, "/readyz"), status(&server, "/healthz")), (503, 200));
    let back = Instant::now();
    cluster.resume().unwrap();
    until("ready again", RECOVERY, || status(&server, "/readyz") == 200);
    let ready = Instant::now();
    let count = load.count();
    until("load again", RECOVERY, || load.count() > count + 60);

    let (mut failed, mut answered) = (0, 0);
    for Asked { query, begun, took, response } in load.finish() {
        assert!(took < PROMPT, "{query} took {took:?}");
        assert_eq!((response.status, response.complete), (200, true), "{query}: {response:?}");
        let answer: Value = serde_json::from_str(&response.body).unwrap();
        let position = QUERIES.iter().position(|other| *other == query).unwrap();
        if answer == wanted[position] {
            answered += 1;
            assert!(begun + took < gone || begun + took > back, "{query} was answered without a database");
        } else {
            failed += 1;
            assert_unavailable(query, &answer);
            assert!(begun < ready, "{query} failed after the database was back");
        }
    }
    assert!(failed > 60 && answered > 100, "{failed} failed, {answered} answered");
}

#[test]
fn sessions_that_were_ended_are_replaced_unnoticed() {
    let database = support::database(&[SCRIPT]);
    let server = Arc::new(serve(&database.url(), &["--connections", "8"]));
    let terminate = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'relata' AND state = 'idle'";
    for _ in 0..3 {
        // Several connections, all of which die, so that a request which is sent again meets another dead one.
        let load = Load::start(&server, 8);
        until("load", RECOVERY, || load.count() > 40);
        load.finish();
        database.execute(terminate);
        thread::sleep(Duration::from_millis(100));
        for query in QUERIES {
            let answer = ask(&server, query);
            assert!(answer.get("errors").is_none(), "{query}: {answer}");
        }
        assert_eq!(status(&server, "/readyz"), 200);
    }
}

#[test]
fn a_slow_statement_is_stopped_and_holds_up_nobody() {
    let database = support::database(&[SCRIPT]);
    let server = Arc::new(serve(&database.url(), &["--connections", "4", "--statement-timeout", "700ms"]));
    let slow = thread::spawn({
        let server = Arc::clone(&server);
        move || ["{ stucks { nodes { one } } }", "{ stucks { totalCount } }"].map(|query| ask(&server, query))
    });
    let load = Load::start(&server, 3);
    for answer in slow.join().unwrap() {
        assert_eq!(
            (code(&answer), &answer["data"]),
            (Some("STATEMENT_TIMEOUT"), &json!({ "stucks": null })),
            "{answer}"
        );
    }
    let answers = load.finish();
    assert!(answers.len() > 20);
    for Asked { query, response, .. } in answers {
        assert!(!response.body.contains("errors"), "{query}: {response:?}");
    }
    assert!(ask(&server, QUERIES[0]).get("errors").is_none());
}

#[cfg(target_os = "linux")]
#[test]
fn a_frozen_database_is_given_up() {
    let cluster = support::own_cluster();
    let url = cluster.url("postgres");
    support::run_script(&url, SCRIPT);
    let server = Arc::new(serve(&url, &["--connections", "2", "--statement-timeout", "300ms"]));
    for query in QUERIES {
        assert!(ask(&server, query).get("errors").is_none());
    }
    let backends = || -> Vec<Pid> {
        let processes =
            fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        let of_relata = |pid: &i32| {
            let line = fs::read_to_string(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            let parent = fs::read_to_string(cluster.data_path().join("postmaster.pid")).unwrap_or_default();
            let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
            let is_child = parent.lines().next().is_some_and(|parent| status.contains(&format!("PPid:\t{parent}\n")));
            is_child && line.contains("[local] idle")
        };
        processes.filter(of_relata).filter_map(Pid::from_raw).collect()
    };
    let frozen = backends();
    assert!(!frozen.is_empty());
    frozen.iter().for_each(|pid| kill_process(*pid, Signal::STOP).unwrap());
    let begun = Instant::now();
    let answers: Vec<_> = QUERIES.iter().map(|query| (query, ask(&server, query))).collect();
    let took = begun.elapsed();
    frozen.iter().for_each(|pid| kill_process(*pid, Signal::CONT).unwrap());
    // A frozen connection is given up after a while; a new one answers.
    assert!(answers.iter().any(|(_, answer)| code(answer) == Some("DATABASE_UNAVAILABLE")), "{answers:?}");
    assert!(took < Duration::from_secs(40), "{took:?}");
    for query in QUERIES {
        until("recovery", RECOVERY, || ask(&server, query).get("errors").is_none());
    }
}

#[test]
fn a_database_without_free_connections_gives_errors() {
    let cluster = support::own_cluster_with(&[("max_connections", "6"), ("superuser_reserved_connections", "0")]);
    let url = cluster.url("postgres");
    support::run_script(&url, SCRIPT);
    let server = Arc::new(serve(&url, &["--connections", "16"]));
    // All at once, and slow, so that each needs a connection of its own.
    let clients: Vec<_> = (0..16)
        .map(|_| {
            let server = Arc::clone(&server);
            thread::spawn(move || ask(&server, SLOW))
        })
        .collect();
    let answers: Vec<_> = clients.into_iter().map(|client| client.join().unwrap()).collect();
    let failed: Vec<_> = answers.iter().filter(|answer| answer.get("errors").is_some()).collect();
    assert!(!failed.is_empty() && failed.len() < answers.len(), "{} of {} failed", failed.len(), answers.len());
    for answer in failed {
        assert_unavailable(SLOW, answer);
    }
    for query in QUERIES {
        let answer = ask(&server, query);
        assert!(answer.get("errors").is_none(), "{query}: {answer}");
    }
    assert_eq!(status(&server, "/readyz"), 200);
}

#[test]
fn a_relation_that_cannot_be_read_costs_its_own_field_only() {
    let scripts = [
        SCRIPT,
        "CREATE MATERIALIZED VIEW empty AS SELECT 1 AS one WITH NO DATA; CREATE TABLE gone (id integer PRIMARY KEY);",
    ];
    let database = support::database(&scripts);
    let server = serve(&database.url(), &[]);
    let query = "{ star(starId: 7) { name } empties { totalCount nodes { one } } gones { totalCount } }";
    let wanted = |gone: Value| json!({ "star": { "name": "Star 7" }, "empties": null, "gones": gone });
    let answer = ask(&server, query);
    assert_eq!(answer["data"], wanted(json!({ "totalCount": 0 })), "{answer}");
    assert_eq!(answer["errors"][0]["path"], json!(["empties"]), "{answer}");
    database.execute("DROP TABLE gone");
    let answer = ask(&server, query);
    assert_eq!(answer["data"], wanted(Value::Null), "{answer}");
    let paths: Vec<_> = answer["errors"].as_array().unwrap().iter().map(|error| error["path"].clone()).collect();
    assert_eq!(paths, [json!(["empties"]), json!(["gones", "totalCount"])], "{answer}");
    assert!(!answer.to_string().contains("not exist"), "{answer}");
}

#[test]
fn sigterm_waits_for_slow_requests_and_refuses_new_ones() {
    let database = support::database(&[SCRIPT]);
    let server = Arc::new(serve(&database.url(), &[]));
    let clients: Vec<_> = (0..4)
        .map(|_| {
            let server = Arc::clone(&server);
            thread::spawn(move || ask(&server, SLOW))
        })
        .collect();
    thread::sleep(Duration::from_millis(400));
    server.signal("TERM");
    thread::sleep(Duration::from_millis(200));
    assert_eq!(server.post(&body(QUERIES[0])).status, 503);
    for client in clients {
        assert_eq!(client.join().unwrap(), json!({ "data": { "slows": { "nodes": [{ "one": 1 }] } } }));
    }
    let Ok(mut server) = Arc::try_unwrap(server) else { panic!("nobody else has it") };
    assert_eq!(server.wait().code(), Some(0));
}
