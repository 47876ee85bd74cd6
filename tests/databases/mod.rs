//! Whole databases to test with: the examples, and dumps that are not part of the project.

// Each file in tests/ is a program of its own and uses only a part of this module.
#![allow(dead_code)]
// Clippy knows tests by their attribute, and these helpers have none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::support;
use std::path::{Path, PathBuf};
use std::process::Command;

const EXAMPLE: &[&str] =
    &[include_str!("../../examples/nightrail/schema.sql"), include_str!("../../examples/nightrail/seed.sql")];

/// The database of `relata demo`.
pub(crate) fn example() -> support::TestDatabase {
    let database = support::database(EXAMPLE);
    database.execute("ANALYZE");
    database
}

/// The example of what is rare and strange. Its script changes the settings of the database, which a template would not
/// hand on.
pub(crate) fn oddities() -> support::TestDatabase {
    let database = support::database(&[]);
    database.execute(include_str!("../../examples/oddities/schema.sql"));
    database.execute(include_str!("../../examples/oddities/seed.sql"));
    database.execute("ANALYZE");
    database
}

/// The dumps in the directory that `RELATA_SHARED_DATABASES` names; none, and a note, where it is not set.
pub(crate) fn dumps() -> Vec<PathBuf> {
    let Some(directory) = std::env::var_os("RELATA_SHARED_DATABASES") else {
        println!("skipped: RELATA_SHARED_DATABASES names no directory with dumps");
        return Vec::new();
    };
    let entries = std::fs::read_dir(&directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let mut dumps: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    dumps.retain(|path| path.extension().is_some_and(|extension| extension == "dump"));
    dumps.sort();
    assert!(!dumps.is_empty(), "{} has no dumps", directory.display());
    dumps
}

/// What a dump is called.
pub(crate) fn name(dump: &Path) -> String {
    dump.file_stem().unwrap().to_string_lossy().into_owned()
}

/// A database with what `dump` holds.
pub(crate) fn restored(dump: &Path) -> support::TestDatabase {
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
