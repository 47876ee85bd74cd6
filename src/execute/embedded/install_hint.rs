//! The command line that installs PostgreSQL on the system at hand.

use std::fs;

/// `ID` or `ID_LIKE` of `/etc/os-release`, and what installs the server there.
const INSTALL_LINES: &[(&str, &str)] = &[
    ("debian", "apt-get install postgresql"),
    ("ubuntu", "apt-get install postgresql"),
    ("fedora", "dnf install postgresql-server"),
    ("rhel", "dnf install postgresql-server"),
    ("centos", "dnf install postgresql-server"),
    ("amzn", "dnf install postgresql16-server"),
    ("alpine", "apk add postgresql"),
    ("arch", "pacman -S postgresql"),
    ("suse", "zypper install postgresql-server"),
    ("opensuse", "zypper install postgresql-server"),
    ("gentoo", "emerge dev-db/postgresql"),
    ("void", "xbps-install postgresql"),
    ("nixos", "nix-shell -p postgresql"),
];

/// The line for this machine.
pub(super) fn install_line() -> String {
    if cfg!(target_os = "macos") {
        return "brew install postgresql@17".to_owned();
    }
    let release = fs::read_to_string("/etc/os-release").or_else(|_| fs::read_to_string("/usr/lib/os-release"));
    line_for(&release.unwrap_or_default(), rustix::process::geteuid().is_root())
}

/// The line for the system that `release` (the text of `os-release`) describes: by its own name, else by those that it
/// resembles, in their order.
fn line_for(release: &str, root: bool) -> String {
    let value = |key: &str| {
        let line = release.lines().find_map(|line| line.trim().strip_prefix(key)?.strip_prefix('='));
        line.unwrap_or_default().trim_matches(['"', '\'']).to_lowercase()
    };
    let (own, alike) = (value("ID"), value("ID_LIKE"));
    let known = |id: &str| INSTALL_LINES.iter().find(|(name, _)| *name == id).map(|(_, line)| *line);
    match std::iter::once(own.as_str()).chain(alike.split_whitespace()).find_map(known) {
        Some(line) if root || own == "nixos" => line.to_owned(),
        Some(line) => format!("sudo {line}"),
        None => "see https://www.postgresql.org/download/".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_gets_its_own_line() {
        let cases = [
            ("ID=debian\n", true, "apt-get install postgresql"),
            ("NAME=x\nID=\"ubuntu\"\nID_LIKE=debian", false, "sudo apt-get install postgresql"),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"", true, "apt-get install postgresql"),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", true, "dnf install postgresql-server"),
            ("ID=alpine", true, "apk add postgresql"),
            ("ID=manjaro\nID_LIKE=arch", false, "sudo pacman -S postgresql"),
            ("ID=nixos", false, "nix-shell -p postgresql"),
            ("", false, "see https://www.postgresql.org/download/"),
        ];
        for (release, root, line) in cases {
            assert_eq!(line_for(release, root), line, "{release}");
        }
    }
}
