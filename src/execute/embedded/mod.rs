//! A throw-away PostgreSQL for `relata demo` and for the tests.
//!
//! [`Cluster::start`] runs the newest installed PostgreSQL in a private directory, on a Unix socket only. Nothing of it
//! is left when this process ends: a small shell (`supervisor.sh`) holds the other end of a pipe of ours, and stops
//! PostgreSQL and removes the directory when the pipe closes, which it also does on `kill -9`. What a power cut leaves is
//! removed by the next start; a lock tells live directories from dead ones.
//!
//! | file | what it does |
//! |---|---|
//! | `binaries.rs` | finds the programs |
//! | `fetched.rs` | fetches them where none are installed |
//! | `account.rs` | chooses the user who runs them |
//! | `directories.rs` | makes the directory, its lock and its pipe; keeps a template of a fresh cluster |
//! | `supervisor.rs` | starts the shell and talks to it |
//! | `leftovers.rs` | removes what nobody holds any more |
//! | `install_hint.rs` | what to say where no PostgreSQL is installed |
//! | `load.rs` | runs scripts |

mod account;
mod binaries;
mod directories;
mod fetched;
mod install_hint;
mod leftovers;
mod load;
mod supervisor;

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use fetched::fetch;
pub use load::load_sql;

use crate::execute::error::StartupError;
use crate::execute::npm::{self, Progress};
use account::Account;
use binaries::Binaries;
use directories::{Home, PORT, failed, socket_directory};
use supervisor::Supervisor;

/// How a [`Cluster`] is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// What it is for: the first part of the directory's name, of which lower-case letters and digits are kept.
    pub purpose: String,
    /// Settings of `postgresql.conf`, which win over those that every cluster has.
    pub settings: Vec<(String, String)>,
    /// Where the files go, instead of `/var/cache/relata` (root), `$XDG_CACHE_HOME/relata` or `~/.cache/relata`.
    pub cache: Option<PathBuf>,
    /// How long to wait until it takes connections.
    pub timeout: Duration,
    /// Who is told if PostgreSQL has to be fetched.
    pub progress: fn(&Progress<'_>),
}

impl Options {
    /// The usual settings in the usual place, for `purpose`.
    pub fn new(purpose: &str) -> Options {
        Options {
            purpose: purpose.to_owned(),
            settings: Vec::new(),
            cache: None,
            timeout: Duration::from_secs(60),
            progress: npm::tell,
        }
    }
}

/// A running PostgreSQL of our own, removed when dropped. The superuser is `postgres`, without a password: only the user
/// who runs it (and root) reaches its socket.
#[derive(Debug)]
pub struct Cluster {
    directory: PathBuf,
    sockets: PathBuf,
    uid: u32,
    binaries: Binaries,
    timeout: Duration,
    supervisor: Supervisor,
}

impl Cluster {
    /// Starts a cluster with an empty database `postgres` and waits until it takes connections: about 0.2 s, at the first
    /// time about 1 s. Blocks, so call it through `spawn_blocking` where other tasks have to go on.
    pub fn start(options: &Options) -> Result<Cluster, StartupError> {
        let account = Account::choose()?;
        let binaries = Binaries::find(&account, &mut |progress| (options.progress)(progress))?;
        let home = Home::open(&account, options.cache.as_deref())?;
        let template = home.template(&binaries.fingerprint());
        let copied = template.is_dir();
        match launch(options, &account, &binaries, &home, &template) {
            // The template may be at fault; if not, the second failure says the same as the first.
            Err(StartupError::EmbeddedFailed { .. }) if copied => {
                home.discard_template(&template);
                launch(options, &account, &binaries, &home, &template)
            }
            result => result,
        }
    }

    /// Takes part in the cluster that another process started in `directory` (see [`directory`](Cluster::directory)), so
    /// that it lives until the last process has let go of it. `None` if it is gone or about to go.
    pub fn join(directory: &Path) -> Result<Option<Cluster>, StartupError> {
        let Some(supervisor) = Supervisor::join(directory) else { return Ok(None) };
        let uid = fs::metadata(directory).map_err(|source| failed("read", directory, source))?.uid();
        Ok(Some(Cluster {
            directory: directory.to_owned(),
            sockets: socket_directory(directory, uid),
            uid,
            binaries: Binaries::find(&Account::choose()?, &mut npm::tell)?,
            timeout: Duration::from_secs(60),
            supervisor,
        }))
    }

    /// The URL of `database`, as libpq and sqlx take it.
    pub fn url(&self, database: &str) -> String {
        let (database, host) = (percent_encode(database), percent_encode(&self.sockets.to_string_lossy()));
        format!("postgres://postgres@localhost:{PORT}/{database}?host={host}&sslmode=disable")
    }

    /// The cluster's own directory.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// What the server wrote to standard error: its log, unless a setting sends that elsewhere.
    pub fn log_path(&self) -> PathBuf {
        self.directory.join("postgres.log")
    }

    /// The data directory, to which settings such as `log_directory` are relative.
    pub fn data_path(&self) -> PathBuf {
        self.directory.join("data")
    }

    /// The directory of the programs.
    pub fn programs(&self) -> &Path {
        &self.binaries.directory
    }

    /// What `postgres --version` says, as in `postgres (PostgreSQL) 15.14`.
    pub fn version(&self) -> &str {
        &self.binaries.banner
    }

    /// Stops the server but keeps its data; open connections are cut. For tests of a database that goes away.
    pub fn pause(&mut self) -> Result<(), StartupError> {
        self.supervisor.pause()
    }

    /// Starts the server again after [`pause`](Cluster::pause), with the same data, settings and URL.
    pub fn resume(&mut self) -> Result<(), StartupError> {
        self.supervisor.resume(&self.binaries, self.timeout)
    }

    /// Stops the server and removes all of it, as dropping does, and tells if that failed. Where several processes share
    /// the cluster, the one that started it waits here for the others.
    pub fn stop(mut self) -> Result<(), StartupError> {
        self.end();
        match self.directory.exists() {
            false => Ok(()),
            true => Err(failed("remove", &self.directory, std::io::Error::other("it is still in use"))),
        }
    }

    fn end(&mut self) {
        let started_here = self.supervisor.is_child();
        self.supervisor.release();
        // The supervisor may have been killed, or it gave up on something that it could not remove.
        if started_here && self.directory.exists() {
            leftovers::discard(&self.directory, self.uid);
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.end();
    }
}

fn launch(
    options: &Options,
    account: &Account,
    binaries: &Binaries,
    home: &Home,
    template: &Path,
) -> Result<Cluster, StartupError> {
    let is_plain = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let purpose: String = options.purpose.chars().filter(is_plain).take(16).collect();
    let mut site = home.new_site(account, &purpose)?;
    let supervisor = Supervisor::spawn(&mut site, account, binaries, template, &options.settings)?;
    let mut cluster = Cluster {
        directory: site.path.clone(),
        sockets: site.sockets.clone(),
        uid: account.uid(),
        binaries: binaries.clone(),
        timeout: options.timeout,
        supervisor,
    };
    cluster.supervisor.wait_ready(binaries, options.timeout)?;
    let made = cluster.directory.join("made");
    if made.is_dir() {
        // Without a template the next start is slower, which is no reason to fail now.
        let _ = home.keep_template(account, &made, template);
    }
    Ok(cluster)
}

/// Everything but letters, digits and `-._/` as `%XX`.
fn percent_encode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._/".contains(&byte);
    let encode = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_names_survive_a_url() {
        assert_eq!(percent_encode("/tmp/a b?c"), "/tmp/a%20b%3Fc");
        assert_eq!(percent_encode("ä%"), "%C3%A4%25");
    }
}
