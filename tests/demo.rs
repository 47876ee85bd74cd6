//! `relata demo`: it works where other databases are named, answers what it invites to, and leaves nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;

use running::Running;
use std::process::Command;

#[test]
fn demo_serves_its_own_database_and_nothing_else() {
    let mut command = support::relata();
    command.arg("demo").envs([
        ("DATABASE_URL", "postgres://nobody@nohost.invalid/nothing"),
        ("RELATA_DATABASE_URL", "nonsense"),
        ("PGHOST", "nohost.invalid"),
        ("PGPORT", "1"),
        ("PGOPTIONS", "-c no_such_setting=1"),
        ("PGSSLMODE", "verify-full"),
    ]);
    let mut demo = Running::start(command);
    let told = demo.wait_for("Ctrl-C");
    assert!(told.contains("database nightrail on PostgreSQL "), "{told}");

    let curl: Vec<&str> = told.lines().skip_while(|line| !line.contains("curl")).take(2).collect();
    let pasted = Command::new("sh").args(["-c", &format!("{} --silent", curl.join("\n"))]).output();
    let answer = String::from_utf8(pasted.unwrap().stdout).unwrap();
    assert!(answer.starts_with(r#"{"data":{"trains":{"nodes":[{"name":"#), "{curl:?}: {answer}");

    demo.signal("INT");
    assert_eq!(demo.wait().code(), Some(0), "{}", demo.stderr());
    assert_eq!(demo.stdout(), "");
    let directory = format!("demo-{}-", demo.id());
    assert_eq!(processes_with(&directory), Vec::<String>::new());
}

/// The command lines of running processes that name `text`.
fn processes_with(text: &str) -> Vec<String> {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let lines = processes.filter_map(|process| std::fs::read(process.path().join("cmdline")).ok());
    lines.map(|line| String::from_utf8_lossy(&line).replace('\0', " ")).filter(|line| line.contains(text)).collect()
}
