//! GraphQL over HTTP, on a real socket: what is sent, and the status, the headers and the body that come back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;

use running::Running;
use std::io::{Read, Write};

const SCRIPT: &str = "
    CREATE TABLE singer (singer_id integer PRIMARY KEY, name text NOT NULL);
    INSERT INTO singer SELECT n, 'Singer ' || n FROM generate_series(1, 20000) n;
    CREATE TABLE song (song_id integer PRIMARY KEY, words text NOT NULL);
    INSERT INTO song SELECT n, repeat('la ', 300) FROM generate_series(1, 30000) n;";

fn serve(database: &support::TestDatabase, flags: &[&str]) -> Running {
    let mut command = support::relata();
    command.args(["serve", &database.url()]).args(flags);
    Running::start(command)
}

struct Case {
    name: &'static str,
    method: &'static str,
    path: &'static str,
    headers: &'static [(&'static str, &'static str)],
    body: &'static [u8],
    status: u16,
    /// Without its charset, which every JSON answer has.
    media_type: &'static str,
    /// A part of the body.
    holds: &'static str,
}

const GRAPHQL: &str = "application/graphql-response+json";
const JSON: &str = "application/json";
const AS_JSON: (&str, &str) = ("content-type", "application/json");
const ACCEPT_JSON: (&str, &str) = ("accept", "application/json");

const POST: Case = Case {
    name: "the body of a POST request is JSON",
    method: "POST",
    path: "/graphql",
    headers: &[AS_JSON],
    body: br#"{"query":"{ __typename }"}"#,
    status: 200,
    media_type: GRAPHQL,
    holds: r#"{"data":{"__typename":"Query"}}"#,
};

const GET: Case = Case {
    name: "a query may come by GET",
    method: "GET",
    path: "/graphql?query=%7B__typename%7D",
    headers: &[],
    body: b"",
    ..POST
};

const CASES: &[Case] = &[
    POST,
    Case {
        name: "operation and variables are taken from the body, other members ignored",
        body: br#"{"query":"query a($id: Int!) { singer(singerId: $id) { name } } query b { __typename }","operationName":"a",
                   "variables":{"id":7},"extensions":{"x":1},"id":"1"}"#,
        holds: r#"{"data":{"singer":{"name":"Singer 7"}}}"#,
        ..POST
    },
    Case {
        name: "null is the same as absent",
        body: br#"{"query":"{ __typename }","operationName":null,"variables":null,"extensions":null}"#,
        ..POST
    },
    Case { name: "the charset may be named", headers: &[("content-type", "application/json; charset=UTF-8")], ..POST },
    Case { name: "application/json is served", headers: &[AS_JSON, ACCEPT_JSON], media_type: JSON, ..POST },
    Case { name: "a wildcard gets the newer type", headers: &[AS_JSON, ("accept", "*/*")], ..POST },
    Case {
        name: "quality decides",
        headers: &[AS_JSON, ("accept", "application/graphql-response+json;q=0.5, application/json")],
        media_type: JSON,
        ..POST
    },
    Case {
        name: "a refused document is 400 in the newer type",
        body: br#"{"query":"{ nothing }"}"#,
        status: 400,
        holds: r#"{"errors":[{"message":"#,
        ..POST
    },
    Case {
        name: "a refused document is 200 in application/json",
        headers: &[AS_JSON, ACCEPT_JSON],
        body: br#"{"query":"{ nothing }"}"#,
        media_type: JSON,
        holds: "GRAPHQL_VALIDATION_FAILED",
        ..POST
    },
    Case { name: "a document that does not parse", body: br#"{"query":"{"}"#, status: 400, holds: "GRAPHQL_PARSE_FAILED", ..POST },
    Case {
        name: "an operation that is not there",
        body: br#"{"query":"{ __typename }","operationName":"x"}"#,
        status: 400,
        holds: "OPERATION_RESOLUTION_FAILURE",
        ..POST
    },
    Case {
        name: "a variable that is not of its type",
        body: br#"{"query":"query($id: Int!) { singer(singerId: $id) { name } }","variables":{"id":"x"}}"#,
        status: 400,
        holds: "BAD_USER_INPUT",
        ..POST
    },
    Case { name: "a typo in the body", body: br#"{"qeury":"{ __typename }"}"#, status: 400, holds: "There is no `query`", ..POST },
    Case {
        name: "a member of the wrong type, also in application/json",
        headers: &[AS_JSON, ACCEPT_JSON],
        body: br#"{"query":"{ __typename }","variables":[7]}"#,
        status: 400,
        media_type: JSON,
        holds: "`variables` must be an object, but it is a list.",
        ..POST
    },
    Case { name: "a member twice", body: br#"{"query":"{ a }","query":"{ b }"}"#, status: 400, holds: "duplicate field `query`", ..POST },
    Case { name: "nonsense", body: b"NONSENSE", status: 400, holds: "INVALID_JSON", ..POST },
    Case { name: "half an object", body: br#"{"query":"#, status: 400, holds: "INVALID_JSON", ..POST },
    Case { name: "bytes that are not UTF-8", body: b"{\"query\":\"\xff\"}", status: 400, holds: "not valid UTF-8", ..POST },
    Case { name: "no body", body: b"", status: 400, holds: "The body is empty", ..POST },
    Case { name: "a batch", body: b"[{\"query\":\"{a}\"}]", status: 400, holds: "send one object", ..POST },
    Case { name: "no type", headers: &[], status: 415, holds: "there is none", ..POST },
    Case { name: "plain text", headers: &[("content-type", "text/plain")], status: 415, holds: "it has text/plain", ..POST },
    Case {
        name: "a form",
        headers: &[("content-type", "application/x-www-form-urlencoded")],
        body: b"query={__typename}",
        status: 415,
        holds: "UNSUPPORTED_MEDIA_TYPE",
        ..POST
    },
    Case {
        name: "another charset",
        headers: &[("content-type", "application/json; charset=utf-16")],
        status: 415,
        holds: "in UTF-8",
        ..POST
    },
    Case {
        name: "a compressed body",
        headers: &[AS_JSON, ("content-encoding", "gzip")],
        status: 415,
        holds: "Content-Encoding: gzip",
        ..POST
    },
    Case {
        name: "nothing acceptable",
        headers: &[AS_JSON, ("accept", "text/html")],
        status: 406,
        media_type: JSON,
        holds: "NOT_ACCEPTABLE",
        ..POST
    },
    Case {
        name: "a body that is announced as too large",
        headers: &[AS_JSON, ("content-length", "1048577")],
        status: 413,
        holds: "The body is larger than the limit of 1 MB.",
        ..POST
    },
    GET,
    Case {
        name: "parameters of a query string",
        path: "/graphql?query=query+a($id:Int!){singer(singerId:$id){name}}+query+b{__typename}&operationName=a&variables=%7B%22id%22:7%7D&x=y",
        holds: r#"{"data":{"singer":{"name":"Singer 7"}}}"#,
        ..GET
    },
    Case {
        name: "empty parameters are the same as absent ones",
        path: "/graphql?query=%7B__typename%7D&operationName=&variables=&extensions=",
        ..GET
    },
    Case { name: "no query", path: "/graphql", status: 400, holds: "There is no `query`", ..GET },
    Case { name: "variables that are not JSON", path: "/graphql?query={a}&variables=x", status: 400, holds: "INVALID_JSON", ..GET },
    Case { name: "a mutation by GET", path: "/graphql?query=mutation%7Bx%7D", status: 400, holds: "no mutations", ..GET },
    Case { name: "HEAD", method: "HEAD", holds: "", ..GET },
    Case { name: "OPTIONS", method: "OPTIONS", status: 204, media_type: "", holds: "", ..GET },
    Case { name: "another method", method: "DELETE", status: 405, media_type: JSON, holds: "METHOD_NOT_ALLOWED", ..GET },
    Case { name: "another address", path: "/nothing", status: 404, media_type: JSON, holds: "NOT_FOUND", ..GET },
    Case { name: "liveness", path: "/healthz", media_type: JSON, holds: r#"{"status":"alive"}"#, ..GET },
    Case { name: "readiness", path: "/readyz", media_type: JSON, holds: r#"{"status":"ready"}"#, ..GET },
    Case { name: "no POST there", method: "POST", path: "/readyz", status: 405, media_type: JSON, holds: "METHOD_NOT_ALLOWED", ..GET },
    Case { name: "the first page", path: "/", media_type: "text/plain", holds: "/graphql", ..GET },
];

#[test]
fn requests_and_responses() {
    let database = support::database(&[SCRIPT]);
    let server = serve(&database, &[]);
    let mut failures = Vec::new();
    for case in CASES {
        let response = server.send(case.method, case.path, case.headers, case.body);
        let media_type = response.header("content-type").unwrap_or_default().to_owned();
        let expected =
            if case.media_type.is_empty() { String::new() } else { format!("{}; charset=utf-8", case.media_type) };
        let allow_is_there = response.header("allow").is_some();
        let allow_is_due = matches!(case.status, 204 | 405);
        if response.status != case.status
            || media_type != expected
            || !response.body.contains(case.holds)
            || (case.method == "HEAD" && !response.body.is_empty())
            || allow_is_there != allow_is_due
            || response.header("x-request-id").is_none()
        {
            failures.push(format!("{}: {response:?}", case.name));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn bodies_are_limited_also_in_chunks() {
    let database = support::database(&[SCRIPT]);
    let server = serve(&database, &["--body-limit", "2kB"]);
    for (length, status) in [(2048, 200), (2049, 413)] {
        let query = br#"{"query":"{ __typename }"}"#;
        let mut body = query.to_vec();
        body.resize(length, b' ');
        let chunk = [format!("{length:x}\r\n").as_bytes(), &body, b"\r\n0\r\n\r\n"].concat();
        let mut stream = server.connect();
        stream
            .write_all(
                b"POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n\
                  transfer-encoding: chunked\r\n\r\n",
            )
            .unwrap();
        stream.write_all(&chunk).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{length}: {answer}");
    }
}

#[test]
fn request_ids_are_kept_or_made() {
    let database = support::database(&[SCRIPT]);
    let server = serve(&database, &[]);
    let id_for = |sent: &str| {
        let response = server.send("GET", "/healthz", &[("x-request-id", sent)], b"");
        response.header("x-request-id").unwrap().to_owned()
    };
    assert_eq!(id_for("abc-1.2"), "abc-1.2");
    let (made, other) = (id_for("a b"), id_for("a b"));
    assert!(made != "a b" && made != other, "{made}");
}

#[test]
fn lines_of_the_log_carry_the_id_of_their_request() {
    let database = support::database(&["CREATE VIEW broken AS SELECT 1 / n AS value FROM generate_series(0, 1) n;"]);
    let mut command = support::relata();
    command.args(["serve", &database.url(), "--log-sql"]).env("RUST_LOG", "debug");
    let mut server = Running::start(command);
    let headers = [("x-request-id", "the-id"), ("content-type", "application/json")];
    server.send("POST", "/graphql", &headers, br#"{"query":"{ brokens { nodes { value } } }"}"#);
    let log = server.wait_for("answered");
    // The statement, its error, what was tried because of it, and the end.
    for text in ["SELECT", "a field failed", "a part of the request fails", "answered"] {
        let line = log.lines().find(|line| line.contains("the-id") && line.contains(text));
        assert!(line.is_some(), "no line with the id says {text:?}:\n{log}");
    }
}

/// The numbers are worked out by hand: resolvers without batching send one statement for each root field, for each object
/// with a list, for each row that belongs to one, and for each count.
#[test]
fn answers_tell_what_they_took_only_if_the_operator_wants_it() {
    let database = support::database(&["
        CREATE TABLE label (label_id integer PRIMARY KEY, name text NOT NULL);
        CREATE TABLE singer (singer_id integer PRIMARY KEY, name text NOT NULL, label_id integer REFERENCES label);
        CREATE TABLE song (song_id integer PRIMARY KEY, singer_id integer NOT NULL REFERENCES singer);
        CREATE INDEX ON song (singer_id);
        INSERT INTO label VALUES (1, 'Low');
        INSERT INTO singer VALUES (1, 'Ada', 1), (2, 'Bo', NULL), (3, 'Cy', 1);
        INSERT INTO song SELECT n, n % 2 + 1 FROM generate_series(1, 10) n;
        CREATE VIEW fraction AS SELECT n AS fraction_id, 1 / (n - 2) AS value FROM generate_series(1, 2) n;"]);
    let quiet = serve(&database, &[]);
    let telling = serve(&database, &["--explain-extensions"]);
    for (query, statements, resolvers, rows) in [
        ("{ __typename }", 0, 0, 0),
        ("{ singer(singerId: 1) { name } }", 1, 1, 1),
        ("{ singer(singerId: 9) { name } }", 1, 1, 0),
        // Streamed: 1 + 2 labels.
        ("{ singers { nodes { name label { name } } } }", 1, 3, 3),
        // 1 + a count, 3 lists with a count each, 10 songs back to their singers.
        ("{ singers { totalCount nodes { songs { totalCount nodes { singer { name } } } } } }", 1, 18, 3 + 1 + 10 + 3),
        ("{ a: singer(singerId: 1) { name } b: singersBySingerIds(singerIds: [2, 3]) { name } }", 1, 2, 3),
        ("{ labels(first: 0) { totalCount } }", 1, 1, 1),
    ] {
        let body = serde_json::json!({ "query": query }).to_string();
        let expected = quiet.post(&body).body;
        assert!(!expected.contains("extensions"), "{expected}");
        let told = telling.post(&body).body;
        let (rest, explanation) = told.rsplit_once(",\"extensions\":").unwrap_or_else(|| panic!("{query}: {told}"));
        assert_eq!(format!("{rest}}}"), expected, "nothing else changes");
        let explanation = explanation.strip_suffix('}').unwrap();
        let explanation = &serde_json::from_str::<serde_json::Value>(explanation).unwrap()["explain"];
        let found = ["statements", "statementsWithoutBatching", "rows"].map(|key| explanation[key].as_i64().unwrap());
        assert_eq!(found, [statements, resolvers, rows], "{query}: {told}");
        assert!(explanation["milliseconds"].as_f64().unwrap() >= 0.0, "{told}");
        let sql = explanation["sql"].as_array().unwrap();
        assert_eq!(sql.len() as i64, statements, "{told}");
        assert!(sql.iter().all(|sql| sql.as_str().unwrap().contains("SELECT")), "{told}");
    }
    // What failed and was asked for again is counted, too; what was refused has taken nothing.
    let failing = telling.post(r#"{"query":"{ fractions { nodes { value } } singer(singerId: 1) { name } }"}"#).body;
    let failing: serde_json::Value = serde_json::from_str(&failing).unwrap();
    assert!(failing["extensions"]["explain"]["statements"].as_i64().unwrap() > 1, "{failing}");
    assert!(!telling.post(r#"{"query":"{ nothing }"}"#).body.contains("explain"));
}

#[test]
fn large_answers_come_in_chunks() {
    let database = support::database(&[SCRIPT]);
    let server = serve(&database, &["--max-page-size", "0"]);
    let response = server.post(r#"{"query":"{ singers(first: 20000) { nodes { singerId name } } }"}"#);
    assert_eq!((response.status, response.header("transfer-encoding")), (200, Some("chunked")));
    assert!(response.complete);
    let body: serde_json::Value = serde_json::from_str(&response.body).unwrap();
    assert_eq!(body["data"]["singers"]["nodes"].as_array().map(Vec::len), Some(20_000));
}

#[test]
fn an_answer_that_breaks_is_cut() {
    let database = support::database(&[SCRIPT]);
    let server = serve(&database, &["--max-page-size", "0"]);
    let query = r#"{"query":"{ songs(first: 30000) { nodes { words } } }"}"#;
    let mut stream = server.connect();
    let request = format!(
        "POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{query}",
        query.len()
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut beginning = vec![0; 100_000];
    stream.read_exact(&mut beginning).unwrap();
    assert!(beginning.starts_with(b"HTTP/1.1 200 "));
    // The answer has 27 MB, which no buffers hold: as nobody reads on, its statement still runs.
    database.execute(&format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}' AND application_name = 'relata'",
        database.name()
    ));
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(!rest.ends_with(b"0\r\n\r\n"), "an answer that broke looks whole");
    // The next request gets a connection that works.
    let next = server.post(r#"{"query":"{ singer(singerId: 1) { name } }"}"#);
    assert_eq!(next.body, r#"{"data":{"singer":{"name":"Singer 1"}}}"#);
}
