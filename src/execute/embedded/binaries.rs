//! Where the programs of PostgreSQL come from. Only `initdb` and `postgres` are needed.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sha2::{Digest, Sha256};

use super::account::Account;
use super::fetched;
use crate::execute::error::StartupError;
use crate::execute::npm::Listener;

/// The oldest major version that relata supports.
const OLDEST: u32 = 15;

/// The programs that a directory must hold.
const PROGRAMS: [&str; 2] = ["initdb", "postgres"];

/// The programs of one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Binaries {
    /// The directory that holds them.
    pub(super) directory: PathBuf,
    /// What `postgres --version` says, as in `postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)`.
    pub(super) banner: String,
    version: Version,
}

/// Major and minor; betas count as minor 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    major: u32,
    minor: u32,
}

/// Directories of installed programs, which need not exist. Of all that there are, the newest version is taken, and among
/// equal ones the first.
type Source = fn() -> Vec<PathBuf>;

const SOURCES: &[Source] = &[from_path, from_pg_config, from_packages];

/// Where packages put the programs: all `PARENT/PREFIX…/REST`. Debian and Ubuntu, the PostgreSQL project's own RPMs,
/// SUSE, Alpine, Homebrew (on Apple silicon, on Intel, on Linux), Postgres.app.
const PACKAGES: &[(&str, &str, &str)] = &[
    ("/usr/lib/postgresql", "", "bin"),
    ("/usr", "pgsql-", "bin"),
    ("/usr/lib", "postgresql", "bin"),
    ("/usr/libexec", "postgresql", ""),
    ("/opt/homebrew/opt", "postgresql", "bin"),
    ("/usr/local/opt", "postgresql", "bin"),
    ("/home/linuxbrew/.linuxbrew/opt", "postgresql", "bin"),
    ("/Applications/Postgres.app/Contents/Versions", "", "bin"),
];

impl Binaries {
    /// The programs that the operator named by `PG_BIN_DIR`, else the newest that are installed, else those that are
    /// fetched. What is installed but cannot be used is an error only if nothing can be fetched in its place.
    pub(super) fn find(account: &Account, listener: Listener<'_>) -> Result<Binaries, StartupError> {
        if let Some(directory) = from_operator() {
            return Binaries::of(&directory, account)?.supported();
        }
        match Binaries::installed(SOURCES, account) {
            Ok(Some(binaries)) => Ok(binaries),
            Ok(None) => fetched::provide(account, listener),
            Err(unusable) => fetched::provide(account, listener).map_err(|_| unusable),
        }
    }

    /// The newest that are installed. Those that `account` cannot reach count only if there are no others, and then as an
    /// error that says why.
    fn installed(sources: &[Source], account: &Account) -> Result<Option<Binaries>, StartupError> {
        let directories = sources.iter().flat_map(|source| source()).collect();
        Binaries::newest(directories, account)?.map(Binaries::supported).transpose()
    }

    /// The newest that `directories` hold, of equal ones the first. What cannot be used is an error only if nothing can.
    fn newest(directories: Vec<PathBuf>, account: &Account) -> Result<Option<Binaries>, StartupError> {
        let mut newest: Option<Binaries> = None;
        let mut unusable = None;
        for directory in directories {
            match Binaries::of(&directory, account) {
                Ok(binaries) if newest.as_ref().is_none_or(|best| best.version < binaries.version) => {
                    newest = Some(binaries);
                }
                // A directory without the programs is no news: most directories of PATH are like that.
                Ok(_) | Err(StartupError::PostgresIncomplete { .. }) => {}
                Err(error) => unusable = Some(error),
            }
        }
        match (newest, unusable) {
            (None, Some(error)) => Err(error),
            (newest, _) => Ok(newest),
        }
    }

    /// A name for these programs that is fit for a file: whatever one build initialised, another of the same version
    /// may not be able to read.
    pub(super) fn fingerprint(&self) -> String {
        let digest = Sha256::digest(format!("{} {}", self.directory.display(), self.banner));
        let short: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        format!("{}.{}-{short}", self.version.major, self.version.minor)
    }

    /// The programs in `directory`.
    pub(super) fn of(directory: &Path, account: &Account) -> Result<Binaries, StartupError> {
        if let Some(program) = PROGRAMS.iter().find(|program| !directory.join(program).is_file()) {
            return Err(StartupError::PostgresIncomplete { directory: directory.to_owned(), program });
        }
        let program = directory.join("postgres");
        account.must_reach(&fs::canonicalize(&program).unwrap_or_else(|_| program.clone()))?;
        account.must_reach(&program)?;
        let broken = |reason: String| StartupError::PostgresBroken { program: program.clone(), reason };
        let mut command = Command::new(&program);
        account.apply(command.arg("--version").stdin(Stdio::null()).current_dir("/"));
        let output = command.output().map_err(|error| broken(error.to_string()))?;
        let banner = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        let complaint = String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or("it says nothing").to_owned();
        let version = Version::parse(&banner).ok_or_else(|| broken(complaint))?;
        Ok(Binaries { directory: directory.to_owned(), banner, version })
    }

    fn supported(self) -> Result<Binaries, StartupError> {
        if self.version.major >= OLDEST {
            return Ok(self);
        }
        let found = format!("{}.{}", self.version.major, self.version.minor);
        Err(StartupError::PostgresTooOld { directory: self.directory, found, oldest: OLDEST })
    }
}

impl Version {
    /// The version in `postgres (PostgreSQL) 18beta1` and its kin.
    fn parse(banner: &str) -> Option<Version> {
        let text = banner.strip_prefix("postgres (PostgreSQL) ")?.split_whitespace().next()?;
        let number = |text: &str| text[..text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())].parse().ok();
        let minor = text.split_once('.').and_then(|(_, minor)| number(minor)).unwrap_or(0);
        Some(Version { major: number(text)?, minor })
    }
}

fn from_operator() -> Option<PathBuf> {
    env::var_os("PG_BIN_DIR").filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn from_path() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).filter(|directory| directory.is_absolute()).collect()
}

fn from_pg_config() -> Vec<PathBuf> {
    let output = Command::new("pg_config").arg("--bindir").stdin(Stdio::null()).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    [PathBuf::from(text)].into_iter().filter(|directory| directory.is_absolute()).collect()
}

fn from_packages() -> Vec<PathBuf> {
    PACKAGES.iter().flat_map(|(parent, prefix, rest)| matching(Path::new(parent), prefix, rest)).collect()
}

fn matching(parent: &Path, prefix: &str, rest: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name());
    let mut found: Vec<PathBuf> = names
        .filter(|name| name.to_str().is_some_and(|name| name.starts_with(prefix)))
        .map(|name| if rest.is_empty() { parent.join(name) } else { parent.join(name).join(rest) })
        .collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn versions_are_read_and_compared() {
        let version = |text: &str| Version::parse(&format!("postgres (PostgreSQL) {text}"));
        let cases = [
            ("15.14 (Debian 15.14-0+deb12u1)", (15, 14)),
            ("9.6.24", (9, 6)),
            ("18beta1", (18, 0)),
            ("19devel", (19, 0)),
            ("17.2", (17, 2)),
        ];
        for (text, (major, minor)) in cases {
            assert_eq!(version(text), Some(Version { major, minor }), "{text}");
        }
        assert!(version("15.14") > version("15.9") && version("18beta1") > version("17.99"));
        assert_eq!(version("x"), None);
        assert_eq!(Version::parse("pg_ctl (PostgreSQL) 15.1"), None);
    }

    /// A directory, reachable for everybody, with programs that say they are of these versions.
    fn fake(test: &str, versions: &[(&str, &str)]) -> PathBuf {
        let parent = PathBuf::from(format!("/tmp/relata-binaries-{test}-{}", std::process::id()));
        for (name, version) in versions {
            let directory = parent.join(name).join("bin");
            fs::create_dir_all(&directory).unwrap();
            for program in PROGRAMS {
                let path = directory.join(program);
                fs::write(&path, format!("#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")).unwrap();
                fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
            }
        }
        parent
    }

    #[test]
    fn the_newest_is_taken_and_packages_are_found_by_prefix() {
        let parent =
            fake("newest", &[("pgsql-9", "9.6.1"), ("pgsql-15", "15.2"), ("pgsql-18", "18beta1"), ("x", "99.1")]);
        fs::create_dir_all(parent.join("pgsql-empty")).unwrap();
        let packages = [(parent.to_str().unwrap(), "pgsql-", "bin"), ("/nowhere", "", "")];
        let directories = packages.iter().flat_map(|(parent, prefix, rest)| matching(Path::new(parent), prefix, rest));
        let found = Binaries::newest(directories.collect(), &Account::choose().unwrap());
        fs::remove_dir_all(&parent).unwrap();
        assert_eq!(found.unwrap().unwrap().directory, parent.join("pgsql-18/bin"));
    }

    #[test]
    fn what_cannot_be_used_is_told() {
        let account = Account::choose().unwrap();
        assert_eq!(Binaries::installed(&[Vec::new], &account).unwrap(), None);
        let parent = fake("old", &[("old", "14.9"), ("broken", "?")]);
        let old = Binaries::of(&parent.join("old/bin"), &account).unwrap().supported().unwrap_err();
        let broken = Binaries::of(&parent.join("broken/bin"), &account).unwrap_err();
        let missing = Binaries::of(&parent, &account).unwrap_err();
        fs::remove_dir_all(&parent).unwrap();
        let text = format!("{old}\n{broken}\n{missing}");
        for part in ["PostgreSQL 14.9 in", "postgres does not run", "there is no initdb in it"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(text.lines().count(), 6);
    }
}
