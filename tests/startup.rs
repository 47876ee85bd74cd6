//! What bad input gets: the program is started on each, and must end at once with exit code 1 and at most two lines that
//! name the thing and what to do, without a backtrace and without a password.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;

use relata::execute::embedded::load_sql;
use std::{
    io::{Read, Write},
    net::TcpListener,
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

const PASSWORD: &str = "s3cr3t";

struct Case<'a> {
    arguments: Vec<&'a str>,
    environment: Vec<(&'a str, &'a str)>,
    /// The first line, without `relata: `.
    problem: &'a str,
    /// A part of the second line.
    advice: &'a str,
}

fn case<'a>(arguments: &[&'a str], environment: &[(&'a str, &'a str)], problem: &'a str, advice: &'a str) -> Case<'a> {
    Case { arguments: arguments.to_vec(), environment: environment.to_vec(), problem, advice }
}

/// Runs the program to its end, which must come soon.
fn run(mut command: Command) -> Output {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(30) {
            child.kill().unwrap();
        }
        thread::sleep(Duration::from_millis(5));
    }
    child.wait_with_output().unwrap()
}

fn check(cases: &[Case<'_>]) {
    let mut failures = Vec::new();
    for case in cases {
        let mut command = support::relata();
        // Any free port, where the case does not name one: the usual one may be taken.
        command.env("RELATA_LISTEN", "127.0.0.1:0").env("RUST_BACKTRACE", "1");
        command.args(&case.arguments).envs(case.environment.iter().copied());
        let output = run(command);
        let stderr = String::from_utf8(output.stderr).unwrap();
        let lines: Vec<&str> = stderr.lines().collect();
        let first = lines.first().copied().unwrap_or_default().strip_prefix("relata: ");
        let second = lines.get(1).copied().unwrap_or_default();
        let as_expected = output.status.code() == Some(1)
            && output.stdout.is_empty()
            && lines.len() <= 2
            && first.is_some_and(|first| first.starts_with(case.problem))
            && second.contains(case.advice)
            && !stderr.contains(PASSWORD);
        if !as_expected {
            failures.push(format!("{:?} {:?}: {}\n{stderr}", case.arguments, case.environment, output.status));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn command_lines() {
    check(&[
        case(&["srve"], &[], "unrecognized subcommand 'srve'", "did you mean serve?"),
        case(&["serve", "--lisen", "1"], &[], "unexpected argument '--lisen' found", "did you mean --listen?"),
        case(&["serve", "--listen"], &[], "a value is required for '--listen <ADDRESS>'", "relata serve --help"),
        case(
            &["serve", "postgres://h/d", "postgres://u:s3cr3t@h/d"],
            &[],
            "unexpected argument 'postgres://u:***@h/d'",
            "",
        ),
        case(&["demo", "postgres://u:s3cr3t@h/d"], &[], "unexpected argument 'postgres://u:***@h/d' found", ""),
        case(&["serve", "--listen", "a:b"], &[], "--listen is \"a:b\"", "it must be host:port, a host or a port"),
        case(
            &["demo", "--connections", "0"],
            &[],
            "--connections is \"0\"",
            "it must be a whole number from 1 to 10000",
        ),
        case(&["serve", "--log-format", "xml"], &[], "--log-format is \"xml\"", "it must be text or json"),
        case(&["serve", "--statement-timeout", "15"], &[], "--statement-timeout is \"15\"", "500ms, 15s or 2min"),
        case(&["serve", "--schema", "a,,b"], &[], "--schema is \"a,,b\"", "it must be names separated by commas"),
        case(
            &["serve", "--default-page-size", "500", "--max-page-size", "100"],
            &[],
            "The default page size (500, --default-page-size) must not exceed the max page size (100, --max-page-size)",
            "lower the default page size, or raise the max page size",
        ),
    ]);
}

#[test]
fn environments() {
    check(&[
        case(
            &["serve"],
            &[("RELATA_MAX_PAGE_SIZE", "-1")],
            "RELATA_MAX_PAGE_SIZE in the environment is \"-1\"",
            "from 0 to",
        ),
        case(
            &["demo"],
            &[("RELATA_LOG_SQL", "maybe")],
            "RELATA_LOG_SQL in the environment is \"maybe\"",
            "true or false",
        ),
        case(
            &["serve"],
            &[("RELATA_SHARE", "all")],
            "RELATA_SHARE in the environment is \"all\"",
            "none, statements or answers",
        ),
        case(&["serve"], &[], "No database was named", "relata demo"),
        case(
            &["serve"],
            &[("DATABASE_URL", "mysql://u:s3cr3t@h/d")],
            "DATABASE_URL in the environment is not a valid",
            "",
        ),
        case(
            &["schema"],
            &[("RELATA_DATABASE_URL", "h/d")],
            "RELATA_DATABASE_URL in the environment is not a valid",
            "",
        ),
        case(&["serve"], &[("PGSERVICE", "x")], "PGSERVICE is set", "relata serve postgres://"),
        case(&["serve"], &[("PGPORT", "x")], "PGPORT in the environment is \"x\"", "it must be a port"),
        case(
            &["serve"],
            &[("PGHOST", "h"), ("PGSSLMODE", "x")],
            "PGSSLMODE in the environment is \"x\"",
            "verify-full",
        ),
        case(
            &["serve"],
            &[("PGHOST", "127.0.0.1"), ("PGPORT", "1"), ("PGPASSWORD", PASSWORD)],
            "Nothing listens on 127.0.0.1:1",
            "check that PostgreSQL runs there",
        ),
        case(&["demo"], &[("PG_BIN_DIR", "/nowhere")], "PG_BIN_DIR is /nowhere", ""),
    ]);
}

#[test]
fn configuration_files() {
    let directory = std::env::temp_dir().join(format!("relata_startup_{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let file = |name: &str, text: &str| {
        let path = directory.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let unknown = file("unknown.toml", "maxPagesize = 5");
    let broken = file("broken.toml", "\ndatabaseUrl = \"postgres://u:s3cr3t@h");
    let value = file("value.toml", "connections = \"many\"");
    let url = file("url.toml", "databaseUrl = \"postgres://u:s3cr3t@h/d?sslmod=x\"");
    check(&[
        case(
            &["serve", "--config", "/nowhere.toml"],
            &[],
            "The configuration file /nowhere.toml cannot be read",
            "--config",
        ),
        case(
            &["serve"],
            &[("RELATA_CONFIG", "/nowhere.toml")],
            "The configuration file /nowhere.toml cannot be read",
            "",
        ),
        case(
            &["serve", "--config", &unknown],
            &[],
            &format!("{unknown} has the unknown key maxPagesize"),
            "maxPageSize?",
        ),
        case(&["serve", "--config", &broken], &[], &format!("{broken} is not valid TOML in line 2"), "looks like this"),
        case(&["demo", "--config", &value], &[], &format!("connections in {value} is \"many\""), "a whole number"),
        case(
            &["schema", "--config", &url],
            &[],
            &format!(
                "databaseUrl in {url} is not a valid database URL: unknown parameter \"sslmod\"; did you mean sslmode?"
            ),
            "",
        ),
    ]);
    std::fs::remove_dir_all(&directory).unwrap();
}

/// A server that answers every connection with `answer`, and its address.
fn answering(answer: &'static [u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let mut request = [0; 8];
            let _ = stream.read_exact(&mut request);
            let _ = stream.write_all(answer);
        }
    });
    address
}

#[test]
fn servers_that_are_not_there_or_something_else() {
    let without_tls = answering(b"N");
    let web = answering(b"HTTP/1.1 400 Bad Request\r\n\r\n");
    let silent = answering(b"");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let to = |address: &str, more: &str| format!("postgres://u:{PASSWORD}@{address}/d{more}");
    check(&[
        case(&["serve", &to("127.0.0.1:1", "")], &[], "Nothing listens on 127.0.0.1:1: connection refused", "its port"),
        case(
            &["serve", &to("nohost.invalid", "")],
            &[],
            "The host \"nohost.invalid\" is not known",
            "check its spelling",
        ),
        case(
            &["serve", "postgres:///d?host=/nowhere"],
            &[],
            "Cannot connect through the socket /nowhere/.s.PGSQL.5432: no such file",
            "name its host and port",
        ),
        case(&["serve", &to("h:99999", "")], &[], "DATABASE_URL is not a valid database URL: invalid port number", ""),
        case(
            &["serve", &to(&without_tls, "?sslmode=require")],
            &[],
            &format!("{without_tls} does not offer TLS, but sslmode asks for it"),
            "sslmode=disable",
        ),
        case(
            &["serve", &to(&without_tls, "?sslmode=verify-full&sslrootcert=/nowhere.pem")],
            &[],
            "The TLS file /nowhere.pem cannot be read",
            "correct sslrootcert in DATABASE_URL",
        ),
        case(&["serve", &to(&web, "")], &[], &format!("{web} does not answer as PostgreSQL does"), "has this port"),
        case(
            &["serve", &to(&silent, "")],
            &[],
            &format!("{silent} does not answer as PostgreSQL does"),
            "has this port",
        ),
        case(
            &["serve", &to("127.0.0.1:1", ""), "--listen", &taken],
            &[],
            &format!("Cannot listen on {taken}: another program has this port"),
            "--listen 4001",
        ),
        case(
            &["serve", &to("127.0.0.1:1", ""), "--listen", "192.0.2.1:0"],
            &[],
            "Cannot listen on 192.0.2.1:0: this machine does not have this address",
            "correct --listen",
        ),
    ]);
}

#[test]
fn databases_that_refuse() {
    let database = support::database(&[
        "CREATE SCHEMA sales; CREATE SCHEMA closed; CREATE TABLE album (album_id integer PRIMARY KEY);",
    ]);
    let role = database.create_role("guest", "LOGIN");
    database.execute(&format!("REVOKE USAGE ON SCHEMA closed FROM PUBLIC; GRANT USAGE ON SCHEMA sales TO \"{role}\""));
    let url = database.url();
    let as_guest = url.replacen("postgres@", &format!("{role}@"), 1);
    let other_database = url.replacen(database.name(), "no_such_database", 1);
    check(&[
        case(&["serve", &other_database], &[], "", "createdb no_such_database"),
        case(
            &["serve", &url, "--schema", "slaes"],
            &[],
            "schema \"slaes\" does not exist; did you mean \"sales\"?",
            "",
        ),
        case(
            &["serve", &as_guest, "--schema", "closed"],
            &[],
            &format!("role \"{role}\" may not use schema \"closed\"; GRANT USAGE ON SCHEMA to it"),
            "",
        ),
    ]);
    database.execute(&format!("REVOKE CONNECT ON DATABASE \"{}\" FROM PUBLIC", database.name()));
    check(&[case(
        &["serve", &as_guest],
        &[],
        &format!("Role {role:?} may not connect to database {:?} on ", database.name()),
        "GRANT CONNECT ON DATABASE",
    )]);
}

#[test]
fn passwords_and_pg_hba() {
    let cluster = support::own_cluster();
    let url = cluster.url("postgres");
    let role = format!("CREATE ROLE member LOGIN PASSWORD '{PASSWORD}'");
    let place = url.clone();
    support::block(async move { load_sql(&place, "role", &role).await }).unwrap();
    let rules = "local all postgres trust\nlocal all member scram-sha-256\n";
    let file = cluster.data_path().join("pg_hba.conf");
    std::fs::write(&file, rules).unwrap();
    let place = url.clone();
    support::block(async move { load_sql(&place, "reload", "SELECT pg_reload_conf()").await }).unwrap();
    // The server reads the file on its own time.
    thread::sleep(Duration::from_millis(500));
    let with = |role: &str| url.replacen("postgres@", &format!("{role}@"), 1);
    check(&[
        case(
            &["serve", &with("member:wrong")],
            &[],
            "",
            "correct it in the database URL, PGPASSWORD or the password file",
        ),
        case(&["serve", &with("member")], &[("PGPASSWORD", "wrong")], "", "correct it in the database URL, PGPASSWORD"),
        case(&["serve", &with("stranger:s3cr3t")], &[], "", "pg_hba.conf"),
    ]);
    let mut command = support::relata();
    command.args(["schema", &with("member")]).env("PGPASSWORD", PASSWORD);
    assert!(run(command).status.success(), "the right password is accepted");
}
