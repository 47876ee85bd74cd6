//! Whole databases, walked: the example, and the dumps of `RELATA_SHARED_DATABASES` where that names a directory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;
mod walk;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const EXAMPLE: &[&str] =
    &[include_str!("../examples/nightrail/schema.sql"), include_str!("../examples/nightrail/seed.sql")];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_example_can_be_walked() {
    let database = support::database(EXAMPLE);
    database.execute("ANALYZE");
    walk_and_tell("nightrail", &database).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn shared_databases_can_be_walked() {
    let Some(directory) = std::env::var_os("RELATA_SHARED_DATABASES") else {
        println!("skipped: RELATA_SHARED_DATABASES names no directory with dumps");
        return;
    };
    let mut dumps: Vec<PathBuf> = std::fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    dumps.retain(|path| path.extension().is_some_and(|extension| extension == "dump"));
    dumps.sort();
    assert!(!dumps.is_empty(), "{} has no dumps", directory.display());
    for dump in dumps {
        let database = restored(&dump);
        walk_and_tell(&dump.file_stem().unwrap().to_string_lossy(), &database).await;
    }
}

async fn walk_and_tell(name: &str, database: &support::TestDatabase) {
    let begun = Instant::now();
    let summary = walk::everything(&database.url()).await;
    println!("{name}: {:.1} s: {summary:#?}", begun.elapsed().as_secs_f64());
}

/// A database with what `dump` holds.
fn restored(dump: &Path) -> support::TestDatabase {
    let database = support::database(&[]);
    let mut command = Command::new(pg_restore());
    command.args(["--no-owner", "--no-privileges", "--exit-on-error", "--dbname", &database.url()]).arg(dump);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}: {}", dump.display(), String::from_utf8_lossy(&output.stderr));
    // A materialized view that was dumped without its rows can be read by nobody.
    database.execute(
        "DO $do$ DECLARE view regclass; BEGIN
             FOR view IN SELECT oid FROM pg_class WHERE relkind = 'm' AND NOT relispopulated LOOP
                 EXECUTE format('REFRESH MATERIALIZED VIEW %s', view);
             END LOOP;
         END $do$",
    );
    database.execute("ANALYZE");
    database
}

/// The newest `pg_restore` beside the PostgreSQL that tests may use, else the one in PATH.
fn pg_restore() -> PathBuf {
    let mut found: Vec<(u32, PathBuf)> = Vec::new();
    for version in std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten() {
        let program = version.path().join("bin/pg_restore");
        if let (Ok(number), true) = (version.file_name().to_string_lossy().parse(), program.is_file()) {
            found.push((number, program));
        }
    }
    let chosen = std::env::var_os("PG_BIN_DIR").map(|directory| PathBuf::from(directory).join("pg_restore"));
    let newest = || found.into_iter().max().map(|(_, program)| program);
    chosen.filter(|program| program.is_file()).or_else(newest).unwrap_or_else(|| PathBuf::from("pg_restore"))
}
