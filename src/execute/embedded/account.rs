//! Who runs PostgreSQL: it refuses to run as root.

use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::execute::error::StartupError;

/// Users that may run PostgreSQL in root's stead, the best first. The underscore is macOS's custom.
const STAND_INS: [&str; 3] = ["postgres", "_postgres", "nobody"];

/// The user under whose id PostgreSQL and its supervisor run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Account {
    /// The user who runs relata.
    Ourselves {
        /// The effective user id.
        uid: u32,
    },
    /// Another one, because relata is run by root.
    StandIn {
        /// Login name.
        name: String,
        /// User id.
        uid: u32,
        /// Primary group.
        gid: u32,
    },
}

impl Account {
    /// The user for this process.
    pub(super) fn choose() -> Result<Account, StartupError> {
        let uid = rustix::process::geteuid();
        if !uid.is_root() {
            return Ok(Account::Ourselves { uid: uid.as_raw() });
        }
        let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
        STAND_INS.iter().find_map(|name| stand_in(&users, name)).ok_or(StartupError::NoUserForPostgres)
    }

    /// The user id.
    pub(super) fn uid(&self) -> u32 {
        match self {
            Account::Ourselves { uid } | Account::StandIn { uid, .. } => *uid,
        }
    }

    /// Makes `command` run as this user, in a process group of its own.
    pub(super) fn apply(&self, command: &mut Command) {
        command.process_group(0);
        if let Account::StandIn { uid, gid, .. } = self {
            command.uid(*uid).gid(*gid);
        }
    }

    /// Proves that this user can reach `path`, which a process started by root for another user may not.
    pub(super) fn must_reach(&self, path: &Path) -> Result<(), StartupError> {
        let Account::StandIn { name, uid, gid } = self else { return Ok(()) };
        let barred = |place: &&Path| fs::metadata(place).is_ok_and(|found| !may_enter(&found, *uid, *gid));
        match path.ancestors().filter(|place| !place.as_os_str().is_empty()).find(barred) {
            None => Ok(()),
            Some(barrier) => Err(StartupError::NotReachable {
                user: name.clone(),
                path: path.to_owned(),
                barrier: barrier.to_owned(),
            }),
        }
    }
}

fn may_enter(found: &Metadata, uid: u32, gid: u32) -> bool {
    let shift = match (found.uid() == uid, found.gid() == gid) {
        (true, _) => 6,
        (_, true) => 3,
        _ => 0,
    };
    found.mode() >> shift & 1 == 1
}

/// The user `name` in the text of `/etc/passwd`. macOS writes the id of `nobody` as -2.
fn stand_in(users: &str, name: &str) -> Option<Account> {
    let id = |text: &str| text.parse::<u32>().ok().or_else(|| Some(text.parse::<i32>().ok()?.cast_unsigned()));
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        if fields.next()? != name {
            return None;
        }
        let (uid, gid) = (id(fields.nth(1)?)?, id(fields.next()?)?);
        (uid != 0).then(|| Account::StandIn { name: name.to_owned(), uid, gid })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_are_found_by_name_and_never_root() {
        let users = "root:x:0:0::/:/bin/sh\nnobody:*:-2:-2::/:/bin/false\npostgres:x:101:104:,,,:/:/bin/sh\n_postgres:x:0:0::/:\n";
        let found = |name: &str| stand_in(users, name).map(|account| account.uid());
        assert_eq!(found("postgres"), Some(101));
        assert_eq!(found("nobody"), Some(u32::MAX - 1));
        assert_eq!(found("_postgres"), None);
        assert_eq!(found("daemon"), None);
    }
}
