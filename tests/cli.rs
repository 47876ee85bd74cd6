//! The command line: its help, what wins over what, and what goes to standard output.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;

use running::Running;
use std::process::{Command, Output, Stdio};

fn run(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// What the help says is what users know of the options: a change shows here. `UPDATE=1` accepts it.
#[test]
fn help_is_as_written_down() {
    for (arguments, file) in [
        (&["--help"][..], "tests/cases/cli/help.txt"),
        (&["serve", "--help"], "tests/cases/cli/serve.txt"),
        (&["demo", "--help"], "tests/cases/cli/demo.txt"),
        (&["schema", "--help"], "tests/cases/cli/schema.txt"),
        (&["health", "--help"], "tests/cases/cli/health.txt"),
        (&["explain", "--help"], "tests/cases/cli/explain.txt"),
    ] {
        let output = run(support::relata().args(arguments));
        assert!(output.status.success() && output.stderr.is_empty());
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(file, &output.stdout).unwrap();
        }
        let expected = std::fs::read_to_string(file).unwrap_or_default();
        assert_eq!(text(&output.stdout), expected, "{file} (UPDATE=1 accepts the change)");
    }
}

/// Every layer holds a value that is refused, and the refusal names the layer that was asked.
#[test]
fn flag_before_environment_before_file_before_default() {
    let file = std::env::temp_dir().join(format!("relata_cli_{}.toml", std::process::id()));
    std::fs::write(&file, "connections = 0").unwrap();
    let refusal = |flag: bool, environment: Option<&str>, with_file: bool| {
        let mut command = support::relata();
        command.arg("serve");
        if flag {
            command.args(["--connections", "0"]);
        }
        if let Some(value) = environment {
            command.env("RELATA_CONNECTIONS", value);
        }
        if with_file {
            command.env("RELATA_CONFIG", &file);
        }
        let output = run(command.env("RELATA_LISTEN", "0"));
        text(&output.stderr).lines().next().unwrap().to_owned()
    };
    assert_eq!(refusal(true, Some("0"), true), "relata: --connections is \"0\"");
    assert_eq!(refusal(false, Some("0"), true), "relata: RELATA_CONNECTIONS in the environment is \"0\"");
    let of_file = format!("relata: connections in {} is \"0\"", file.display());
    assert_eq!(refusal(false, None, true), of_file);
    assert_eq!(refusal(false, Some(""), true), of_file, "an empty variable counts as not set");
    assert_eq!(refusal(false, None, false), "relata: No database was named");
    std::fs::remove_file(&file).unwrap();
}

#[test]
fn the_file_in_the_current_directory_is_read() {
    let directory = std::env::temp_dir().join(format!("relata_cli_{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    std::fs::write(directory.join("relata.toml"), "lisen = 1").unwrap();
    let output = run(support::relata().arg("serve").current_dir(&directory));
    assert_eq!(text(&output.stderr), "relata: relata.toml has the unknown key lisen\n        did you mean listen?\n");
    std::fs::remove_dir_all(&directory).unwrap();
}

#[test]
fn schema_goes_to_standard_output() {
    let database = support::database(&["CREATE TABLE album (album_id integer PRIMARY KEY, title text);"]);
    let sdl = run(support::relata().args(["schema", &database.url()]));
    assert!(sdl.status.success(), "{}", text(&sdl.stderr));
    assert!(text(&sdl.stdout).contains("type Album implements Node"), "{}", text(&sdl.stdout));
    assert_eq!(text(&sdl.stderr), "");
    let json = run(support::relata().args(["schema", "--json"]).env("DATABASE_URL", database.url()));
    let result: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(result["__schema"]["queryType"]["name"], "Query");
    assert_eq!(text(&json.stderr), "");
}

/// What is found by libpq's variables is what psql finds, and a URL leaves them only its gaps.
#[test]
fn urls_are_completed_from_the_environment() {
    let database = support::database(&["CREATE TABLE album (album_id integer PRIMARY KEY);"]);
    let url = database.url();
    let Some(directory) = url.split("host=").nth(1).map(|rest| rest.split('&').next().unwrap()) else {
        return eprintln!("skipped: the server of this run has no socket");
    };
    let variables = [("PGHOST", directory), ("PGUSER", "postgres"), ("PGDATABASE", database.name())];
    for (arguments, environment) in [
        (vec!["schema".to_owned()], &variables[..]),
        (vec!["schema".to_owned(), format!("postgres:///{}", database.name())], &variables[..2]),
        (
            vec!["schema".to_owned(), format!("postgres://postgres@/{}?host={directory}", database.name())],
            &[("PGHOST", "h")],
        ),
    ] {
        let output = run(support::relata().args(&arguments).envs(environment.iter().copied()));
        assert!(text(&output.stdout).contains("type Album"), "{arguments:?}: {}", text(&output.stderr));
    }
}

#[test]
fn the_report_tells_what_was_found() {
    let database = support::database(&["CREATE TABLE artist (artist_id integer PRIMARY KEY);
         CREATE TABLE album (album_id integer PRIMARY KEY, artist_id integer REFERENCES artist);"]);
    let mut command = support::relata();
    let server = Running::start({
        command.args(["serve", &database.url()]);
        command
    });
    let told = server.stderr();
    assert!(told.contains(&format!("database {} on PostgreSQL ", database.name())), "{told}");
    assert!(told.contains("  found  2 tables, 2 relations, ") && told.contains(" types in schema public\n"), "{told}");
    assert!(told.contains(&format!("  API    http://{}/graphql\n", server.address)), "{told}");
    drop(server);

    let mut command = support::relata();
    command.args(["serve", &database.url(), "--log-format", "json", "--log-sql"]);
    let mut server = Running::start(command);
    server.send(
        "POST",
        "/graphql",
        &[("content-type", "application/json"), ("x-request-id", "the-id")],
        br#"{"query":"{ albums { totalCount } }"}"#,
    );
    let told = server.wait_for("the-id");
    for line in told.lines() {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(entry["timestamp"].is_string() && entry["level"].is_string(), "{line}");
    }
}

#[test]
fn health_asks_the_server_on_this_machine() {
    let database = support::database(&["CREATE TABLE album (album_id integer PRIMARY KEY);"]);
    let mut command = support::relata();
    command.args(["serve", &database.url()]);
    let server = Running::start(command);
    let port = server.address.rsplit(':').next().unwrap().to_owned();
    // A proxy is of no use for this machine.
    let health = |arguments: &[&str], listen: &str| {
        let environment = [("RELATA_LISTEN", listen), ("HTTP_PROXY", "http://127.0.0.1:1")];
        run(support::relata().arg("health").args(arguments).envs(environment))
    };
    for (arguments, expected) in [(&[][..], "alive\n"), (&["--ready"], "ready\n")] {
        let output = health(arguments, &format!("0.0.0.0:{port}"));
        assert_eq!((output.status.code(), text(&output.stdout), text(&output.stderr)), (Some(0), expected, ""));
    }
    drop(server);
    let output = health(&[], &port);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
    let expected = format!("relata: http://127.0.0.1:{port}/healthz does not answer (");
    assert!(text(&output.stderr).starts_with(&expected), "{}", text(&output.stderr));
}

/// Each shell that is installed reads its completions; bash is everywhere, and completes.
#[test]
fn completions_are_what_the_shells_expect() {
    let script = |shell: &str| {
        let output = run(support::relata().args(["completions", shell]));
        assert!(output.status.success() && output.stderr.is_empty(), "{shell}");
        String::from_utf8(output.stdout).unwrap()
    };
    for shell in ["bash", "zsh", "fish"] {
        let file = std::env::temp_dir().join(format!("relata_{shell}_{}", std::process::id()));
        std::fs::write(&file, script(shell)).unwrap();
        let checked = Command::new(shell).arg("-n").arg(&file).stdin(Stdio::null()).output();
        std::fs::remove_file(&file).unwrap();
        match checked {
            Ok(output) => assert!(output.status.success() && output.stderr.is_empty(), "{}", text(&output.stderr)),
            Err(error) => assert!(shell != "bash" && error.kind() == std::io::ErrorKind::NotFound, "{shell}: {error}"),
        }
    }
    let asked = "\nCOMP_WORDS=(relata serve --lis) COMP_CWORD=2\n_relata relata --lis serve\necho ${COMPREPLY[@]}\n";
    let output = run(Command::new("bash").arg("-c").arg(script("bash") + asked));
    assert_eq!(text(&output.stdout).trim(), "--listen");
}

/// The pages say what the help texts say, and the formatter finds nothing wrong with them.
#[test]
fn manual_pages_are_readable() {
    for (arguments, title, parts) in [
        (&["man"][..], "relata", &["serve", "demo", "relata.toml"][..]),
        (&["man", "serve"], "relata-serve", &["--listen", "RELATA_LISTEN", "DATABASE_URL"]),
        (&["man", "fetch"], "relata-fetch", &["PostgreSQL"]),
    ] {
        let page = run(support::relata().args(arguments));
        assert!(page.status.success() && page.stderr.is_empty());
        let page = text(&page.stdout).replace("\\-", "-");
        assert!(page.contains(&format!(".TH {title} 1")), "{page}");
        for part in parts {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
}
