//! Where on disk relata keeps what it can make or fetch again.
//!
//! ```text
//! /var/cache/relata/         root's; the user who runs PostgreSQL in root's stead passes through it
//! ~/.cache/relata/           an ordinary user's
//!     clusters…/             databases that run, and templates of fresh ones (embedded/directories.rs)
//!     npm/                   fetched packages (npm/mod.rs)
//! ```

use std::env;
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// The places that are tried in turn; the only one if `RELATA_CACHE` names it. The one below /tmp is for users without a
/// home, as `nobody`.
pub fn places() -> Vec<PathBuf> {
    let user = rustix::process::geteuid();
    let variable = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if let Some(named) = variable("RELATA_CACHE") {
        return vec![named];
    }
    let last = PathBuf::from(format!("/tmp/relata-{}", user.as_raw()));
    let named = variable("XDG_CACHE_HOME");
    if user.is_root() {
        // `sudo` may hand on a user's variable, in whose home root must leave nothing.
        let is_roots = |path: &PathBuf| fs::metadata(path).is_ok_and(|found| found.uid() == 0);
        let named = named.filter(is_roots).map(|path| path.join("relata"));
        return named.into_iter().chain([PathBuf::from("/var/cache/relata"), last]).collect();
    }
    let caches = [named, variable("HOME").map(|home| home.join(".cache"))];
    caches.into_iter().flatten().map(|cache| cache.join("relata")).chain([last]).collect()
}

/// Makes `place` if it is not there, and proves that nobody else put it there.
pub fn open(place: &Path) -> io::Result<()> {
    if !place.is_dir() {
        fs::create_dir_all(place)?;
        // Whatever the umask says: the user who runs PostgreSQL for root must pass through.
        let mode = if rustix::process::geteuid().is_root() { 0o755 } else { 0o700 };
        fs::set_permissions(place, Permissions::from_mode(mode))?;
    }
    must_be_safe(place)
}

/// A cache in a directory that everybody may write to could have been put there by anybody.
fn must_be_safe(place: &Path) -> io::Result<()> {
    let found = fs::symlink_metadata(place)?;
    let ours = found.uid() == rustix::process::geteuid().as_raw();
    let shared =
        place.parent().is_some_and(|parent| fs::metadata(parent).is_ok_and(|parent| parent.mode() & 0o002 != 0));
    if shared && !(found.is_dir() && ours) {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "it belongs to another user"));
    }
    Ok(())
}
