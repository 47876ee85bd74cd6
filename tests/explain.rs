//! `relata explain`, as golden files: each `tests/cases/explain/<name>.graphql` is explained over the database that
//! `schema.sql` makes, with `<name>.variables.json` if that is there, and with what a line `# arguments: …` says.
//! `<name>.txt` is what stands on standard output and standard error. `UPDATE=1` writes all anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Output, Stdio},
};
use support::TestDatabase;

const SCHEMA: &str = include_str!("cases/explain/schema.sql");

fn explain(database: &TestDatabase, arguments: &[&str], input: &str) -> Output {
    let mut command = support::relata();
    command.args(["explain", &database.url()]).args(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that reads a file may have ended before.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn explanations_are_as_written() {
    let database = support::database(&[SCHEMA]);
    let files = fs::read_dir("tests/cases/explain").unwrap().map(|entry| entry.unwrap().path());
    let mut queries: Vec<_> = files.filter(|path| path.extension().is_some_and(|it| it == "graphql")).collect();
    queries.sort();
    assert!(queries.len() > 5);
    let mut failures = Vec::new();
    for path in queries {
        let query = fs::read_to_string(&path).unwrap();
        let mut arguments = vec!["--file", path.to_str().unwrap()];
        let told = query.lines().find_map(|line| line.strip_prefix("# arguments: "));
        arguments.extend(told.unwrap_or_default().split_whitespace());
        let variables = path.with_extension("variables.json");
        if variables.exists() {
            arguments.extend(["--variables", variables.to_str().unwrap()]);
        }
        let output = explain(&database, &arguments, "");
        let (out, err) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(i32::from(!err.is_empty())), "{}: {err}", path.display());
        let found = if err.is_empty() { out.to_owned() } else { format!("{out}-- standard error:\n{err}") };
        failures.extend(compare(&path.with_extension("txt"), &found));
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn compare(path: &Path, found: &str) -> Option<String> {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, found).unwrap();
        return None;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    (expected != found).then(|| format!("{}:\n{found}", path.display()))
}

/// PostgreSQL takes the index that is told, and the next time nothing is told any more.
#[test]
fn the_index_that_is_told_helps() {
    let database = support::database(&[SCHEMA]);
    for name in ["relation", "quoted", "many_to_many", "partitioned", "order"] {
        let file = format!("tests/cases/explain/{name}.graphql");
        let output = explain(&database, &["--file", &file, "--variables", r#"{"first": 2}"#], "");
        // A name of a table holds a line break.
        let after = text(&output.stdout).split("\nCREATE INDEX").skip(1);
        let statements: Vec<String> =
            after.map(|rest| format!("CREATE INDEX{}", rest.split(";\n").next().unwrap())).collect();
        assert!(!statements.is_empty(), "{}{}", text(&output.stdout), text(&output.stderr));
        for statement in statements {
            database.execute(&statement);
        }
        let output = explain(&database, &["--file", &file, "--variables", r#"{"first": 2}"#], "");
        assert!(!text(&output.stdout).contains("CREATE INDEX"), "{}", text(&output.stdout));
    }
}

#[test]
fn the_plan_is_that_of_postgresql() {
    let database = support::database(&[SCHEMA]);
    let mark = database.mark();
    let query = "query ($id: Int!) { artist(artistId: $id) { name albums { nodes { title } } } }";
    let output = explain(&database, &["--analyze", "--variables", r#"{"id": 3}"#], query);
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success() && err.is_empty(), "{err}");
    let (statement, plan) = out.split_once("\n-- What PostgreSQL did:\n").unwrap();
    assert!(statement.ends_with("-- $1 = \"3\"\n"), "{statement}");
    assert!(plan.contains("actual time=") && plan.contains("Buffers: ") && plan.contains("Execution Time: "), "{plan}");
    assert!(plan.contains("rows=5"), "the artist has five albums: {plan}");
    let Some(mark) = mark else { return eprintln!("skipped: the log cannot be read") };
    let ran = database.statements_since(&mark);
    assert!(ran.iter().any(|statement| statement.text.starts_with("EXPLAIN (ANALYZE, BUFFERS) WITH")), "{ran:?}");
}

#[test]
fn mistakes_are_named() {
    let database = support::database(&[SCHEMA]);
    for (arguments, input, expected) in [
        (
            &["--file", "/no/such.graphql"][..],
            "",
            "relata: /no/such.graphql cannot be read: No such file or directory (os error 2)\n        name another file by --file\n",
        ),
        (
            &["--variables", "{"],
            "{ __typename }",
            "relata: The variables in --variables are not JSON: EOF while parsing",
        ),
        (&["--operation", "Other"], "query One { __typename }", "standard input: "),
        (&[], "{ artists { nodes { nme } } }", "standard input:1:21: "),
        (&[], "{", "standard input:1:2: "),
    ] {
        let output = explain(&database, arguments, input);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""), "{arguments:?} {input}");
        assert!(text(&output.stderr).starts_with(expected), "{}", text(&output.stderr));
    }
    database.execute("CREATE VIEW broken AS SELECT 1 / (SELECT 0) AS n");
    let output = explain(&database, &["--analyze"], "{ brokens { nodes { n } } }");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "relata: PostgreSQL cannot run the statement: division by zero (SQLSTATE 22012)\n        the statement stands above; without --analyze it is not run\n"
    );
    assert!(text(&output.stdout).contains("SELECT"));
}
