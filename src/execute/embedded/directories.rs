//! The places on disk: in the cache (see [`cache`]) one directory for each database that runs.
//!
//! ```text
//! /var/cache/relata/clusters-postgres/    the home of user postgres, who runs PostgreSQL for root
//! ~/.cache/relata/clusters/               an ordinary user's home
//!     lock                                held while directories are made and leftovers removed
//!     templates/15.14-1b2c3d4e/           a fresh cluster, copied instead of running initdb
//!     demo-4711-0/                        a cluster; its life is told by the lock on demo-4711-0/lock
//!         data/ control lock supervisor postgres.log …
//! ```

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustix::fs::OFlags;

use super::account::Account;
use super::leftovers;
use crate::execute::cache;
use crate::execute::error::StartupError;

const SUPERVISOR: &str = include_str!("supervisor.sh");

/// The longest path of a socket that every system takes (104 bytes on macOS, 108 on Linux), with some to spare.
const LONGEST_SOCKET: usize = 100;

/// The port, which on a Unix socket is only a part of its name.
pub(super) const PORT: u16 = 5432;

/// The directory that holds an account's clusters and templates. The account owns it and nobody else may look inside.
#[derive(Debug)]
pub(super) struct Home {
    path: PathBuf,
}

/// A cluster's new directory, removed when dropped.
#[derive(Debug)]
pub(super) struct Site {
    /// The directory.
    pub(super) path: PathBuf,
    /// Where PostgreSQL puts its socket: the directory itself unless its path is too long.
    pub(super) sockets: PathBuf,
    /// The lock on the directory: it lives while this file, or a duplicate in the supervisor, is open.
    pub(super) lock: File,
    uid: u32,
    handed_over: bool,
}

impl Home {
    /// Opens the home of `account` in `cache`, or else in the first usable one of the customary caches.
    pub(super) fn open(account: &Account, cache: Option<&Path>) -> Result<Home, StartupError> {
        let caches = cache.map_or_else(cache::places, |cache| vec![cache.to_owned()]);
        let mut failure = None;
        for cache in caches {
            match Home::make(account, &cache) {
                Ok(home) => return Ok(home),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        Err(failure.unwrap_or(StartupError::NoUserForPostgres))
    }

    fn make(account: &Account, cache: &Path) -> Result<Home, StartupError> {
        let fail = |source| StartupError::CacheDirectory { path: cache.to_owned(), source };
        let cache = std::path::absolute(cache).map_err(fail)?;
        let name = match account {
            Account::Ourselves { .. } => "clusters".to_owned(),
            Account::StandIn { name, .. } => format!("clusters-{name}"),
        };
        cache::open(&cache).map_err(fail)?;
        account.must_reach(&cache)?;
        let path = cache.join(name);
        if !path.is_dir() {
            ignore_existing(DirBuilder::new().mode(0o700).create(&path)).map_err(fail)?;
            give_to(account, &path).map_err(fail)?;
        }
        if fs::symlink_metadata(&path).map_err(fail)?.uid() != account.uid() {
            return Err(fail(io::Error::new(ErrorKind::PermissionDenied, "it belongs to another user")));
        }
        open_lock(&path).map_err(fail)?;
        Ok(Home { path })
    }

    /// The directory of the template that `fingerprint` names. It is there only when it is complete.
    pub(super) fn template(&self, fingerprint: &str) -> PathBuf {
        self.path.join("templates").join(fingerprint)
    }

    /// Moves the complete template `made` to where the next start finds it. Several processes may try: one wins.
    pub(super) fn keep_template(&self, account: &Account, made: &Path, template: &Path) -> io::Result<()> {
        let parent = self.path.join("templates");
        if !parent.is_dir() {
            ignore_existing(DirBuilder::new().mode(0o700).create(&parent))?;
            give_to(account, &parent)?;
        }
        fs::rename(made, template).or_else(|_| fs::remove_dir_all(made))
    }

    /// Takes away a template that does not work. It is renamed first, so that nobody copies half of it; what then is
    /// left of it counts as a dead cluster.
    pub(super) fn discard_template(&self, template: &Path) {
        let aside = self.path.join(format!("template-{}", std::process::id()));
        if fs::rename(template, &aside).is_ok() {
            // What cannot be removed now is removed by the next start.
            let _ = fs::remove_dir_all(&aside);
        }
    }

    /// Removes what dead processes left, then makes and locks a directory for a cluster.
    ///
    /// The home is locked meanwhile, so that nobody takes a directory for dead that is not locked yet.
    pub(super) fn new_site(&self, account: &Account, purpose: &str) -> Result<Site, StartupError> {
        let gate = open_lock(&self.path).and_then(|gate| gate.lock().map(|()| gate));
        let _gate = gate.map_err(|source| failed("lock", &self.path, source))?;
        leftovers::remove(&self.path, account.uid());
        let path = self.new_directory(purpose)?;
        let lock = open_lock(&path).map_err(|source| failed("create a lock in", &path, source))?;
        let sockets = socket_directory(&path, account.uid());
        let site = Site { path, sockets, lock, uid: account.uid(), handed_over: false };
        site.furnish(account)?;
        Ok(site)
    }

    fn new_directory(&self, purpose: &str) -> Result<PathBuf, StartupError> {
        let mut number = 0;
        loop {
            let path = self.path.join(format!("{purpose}-{}-{number}", std::process::id()));
            match DirBuilder::new().mode(0o700).create(&path) {
                Ok(()) => return Ok(path),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                Err(source) => return Err(failed("create", &path, source)),
            }
        }
    }
}

impl Site {
    /// The pipe through which the supervisor hears of us.
    pub(super) fn control(&self) -> PathBuf {
        self.path.join("control")
    }

    /// The supervisor's script.
    pub(super) fn supervisor(&self) -> PathBuf {
        self.path.join("supervisor")
    }

    /// From now on the supervisor removes the directory.
    pub(super) fn hand_over(&mut self) {
        self.handed_over = true;
    }

    /// Everything is made while the directory is still ours, and given to the account last: root must not create files
    /// where another user could have put links.
    fn furnish(&self, account: &Account) -> Result<(), StartupError> {
        self.lock.try_lock().map_err(|error| failed("lock", &self.path, error.into()))?;
        let made = Command::new("mkfifo").args(["-m", "600"]).arg(self.control()).stderr(Stdio::null()).status();
        let made =
            made.and_then(|status| if status.success() { Ok(()) } else { Err(io::Error::other("mkfifo failed")) });
        made.map_err(|source| failed("create", &self.control(), source))?;
        let script = self.supervisor();
        fs::write(&script, SUPERVISOR).map_err(|source| failed("write", &script, source))?;
        let readable = fs::set_permissions(&script, Permissions::from_mode(0o644));
        readable.map_err(|source| failed("write", &script, source))?;
        give_to(account, &self.path).map_err(|source| failed("change the owner of", &self.path, source))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if !self.handed_over {
            leftovers::discard(&self.path, self.uid);
        }
    }
}

/// Where the sockets of the cluster in `directory` are: there, or in a short directory whose name follows from it.
pub(super) fn socket_directory(directory: &Path, uid: u32) -> PathBuf {
    let socket = directory.join(format!(".s.PGSQL.{PORT}"));
    if socket.as_os_str().as_bytes().len() < LONGEST_SOCKET {
        return directory.to_owned();
    }
    let name = directory.file_name().unwrap_or_default().to_string_lossy();
    PathBuf::from(format!("/tmp/relata-{uid}-{name}"))
}

/// Opens the lock file of `directory`, and creates it if need be.
pub(super) fn open_lock(directory: &Path) -> io::Result<File> {
    let no_links = OFlags::NOFOLLOW.bits().cast_signed();
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o600).custom_flags(no_links);
    options.open(directory.join("lock"))
}

pub(super) fn failed(action: &'static str, path: &Path, source: io::Error) -> StartupError {
    StartupError::EmbeddedIo { action, path: path.to_owned(), source }
}

/// Through an open directory, so that a link put in its place meanwhile is not followed.
fn give_to(account: &Account, path: &Path) -> io::Result<()> {
    let Account::StandIn { uid, gid, .. } = account else { return Ok(()) };
    let flags = (OFlags::NOFOLLOW | OFlags::DIRECTORY).bits().cast_signed();
    let directory = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    fchown(&directory, Some(*uid), Some(*gid))
}

fn ignore_existing(result: io::Result<()>) -> io::Result<()> {
    result.or_else(|error| if error.kind() == ErrorKind::AlreadyExists { Ok(()) } else { Err(error) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sockets_have_short_paths() {
        let near = Path::new("/var/cache/relata/clusters-postgres/demo-1-0");
        assert_eq!(socket_directory(near, 101), near);
        let far = PathBuf::from(format!("/home/{}/demo-1-0", "x".repeat(80)));
        assert_eq!(socket_directory(&far, 7), Path::new("/tmp/relata-7-demo-1-0"));
    }
}
