//! Programs for Node.js, with the packages that they need.

// Each file in tests/ is a program of its own and uses only a part of this module.
#![allow(dead_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::LazyLock,
};

/// `tests/clients` with its packages.
pub(crate) static CLIENTS: LazyLock<PathBuf> = LazyLock::new(|| installed("clients"));

/// A copy of the folder `name` of the tests with the packages of its `package-lock.json`, made once and kept for the next
/// run.
pub(crate) fn installed(name: &str) -> PathBuf {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name);
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&directory).unwrap();
    // Other processes may be at it as well.
    let guard = fs::File::create(directory.join(".lock")).unwrap();
    guard.lock().unwrap();
    let read = |path: PathBuf| fs::read_to_string(path).unwrap_or_default();
    let lock = read(source.join("package-lock.json"));
    // npm removes what is there first, so the mark of a finished installation goes with it.
    let installed = directory.join("node_modules/.installed");
    let fresh = read(installed.clone()) == lock;
    for file in fs::read_dir(&source).unwrap().map(Result::unwrap) {
        // What somebody installed there by hand is none of ours.
        if file.path().is_file() {
            fs::copy(file.path(), directory.join(file.file_name())).unwrap();
        }
    }
    if !fresh {
        let mut npm = Command::new("npm");
        run(npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&directory));
        fs::write(installed, lock).unwrap();
    }
    directory
}

/// One of the programs in `tests/clients`, without its arguments.
pub(crate) fn program(name: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(CLIENTS.join(name));
    node
}

/// What a program wrote to standard output; a failure fails the test.
pub(crate) fn run(command: &mut Command) -> String {
    let Output { status, stdout, stderr } = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (stdout, stderr) = (String::from_utf8(stdout).unwrap(), String::from_utf8_lossy(&stderr).into_owned());
    assert!(status.success(), "{command:?}: {status}\n{stdout}\n{stderr}");
    stdout
}
