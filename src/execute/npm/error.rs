//! Why a package could not be fetched.

use std::io;
use std::path::{Path, PathBuf};

/// Why a package could not be fetched. Its text is a clause: it goes on after "…, and". No credentials stand in it.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// No answer, or one that broke off.
    #[error("{host} cannot be reached ({reason})")]
    Unreachable {
        /// The registry's host.
        host: String,
        /// What the system said.
        reason: String,
    },

    /// The registry does not give it away.
    #[error("{url} is answered with status {status}")]
    Refused {
        /// The archive's address.
        url: String,
        /// The HTTP status.
        status: u16,
    },

    /// Something is configured that cannot be used.
    #[error("{setting} cannot be used: {reason}")]
    Configuration {
        /// What it is, as in "the registry …".
        setting: String,
        /// What is wrong with it.
        reason: String,
    },

    /// Somebody changed it on the way.
    #[error("{url} is not the file that belongs there (its sha512 is {found}, not {expected})")]
    Changed {
        /// The archive's address.
        url: String,
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: String,
    },

    /// A file could not be handled.
    #[error("relata cannot {action} {} ({source})", path.display())]
    Disk {
        /// What was tried, as in "write to".
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },

    /// There is nowhere to keep it.
    #[error("there is no directory to keep it in")]
    NoPlace,
}

impl FetchError {
    /// What to do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Unreachable { .. } => {
                "check the network; HTTPS_PROXY names a proxy, npm_config_registry or ~/.npmrc another registry"
            }
            Self::Refused { status: 401 | 403 | 407, .. } => "check the credentials in ~/.npmrc, or in HTTPS_PROXY",
            Self::Refused { .. } => "npm_config_registry (or ~/.npmrc) names another registry",
            Self::Configuration { .. } => "correct it in the environment or in ~/.npmrc",
            Self::Changed { .. } => "nothing of it was used; try another registry (npm_config_registry) or no proxy",
            Self::Disk { .. } | Self::NoPlace => {
                "make room and make it writable, or name another place by XDG_CACHE_HOME"
            }
        }
    }
}

/// Turns the error of doing `action` to `path` into ours.
pub(super) fn disk(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> FetchError {
    let path = path.to_owned();
    move |source| FetchError::Disk { action, path, source }
}
