//! Unpacks an archive whose checksum was right.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, BufReader};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Component, Path, PathBuf};

use flate2::bufread::GzDecoder;

use super::error::{FetchError, disk};
use super::make_directory;

/// Writes the files of the package in `archive` below `directory`, which is made. All of npm's archives have one
/// directory at the top, whose name says nothing.
///
/// They hold only files: links would lead out of the directory, so npm takes them away, and so does this.
pub(super) fn unpack(archive: &Path, directory: &Path) -> Result<(), FetchError> {
    unpack_files(archive, directory).map_err(disk("unpack into", directory))
}

fn unpack_files(archive: &Path, directory: &Path) -> io::Result<()> {
    make_directory(directory)?;
    let mut archive = tar::Archive::new(GzDecoder::new(BufReader::new(File::open(archive)?)));
    for entry in archive.entries()? {
        let mut entry = entry?;
        let Some(path) = inside(&entry.path()?) else { continue };
        if entry.header().entry_type().is_file() {
            // Packages do not agree on who may read a file; everybody may, since it is public anyway.
            let mode = if entry.header().mode()? & 0o111 == 0 { 0o644 } else { 0o755 };
            write(directory, &path, mode, &mut entry)?;
        }
    }
    Ok(())
}

fn write(directory: &Path, path: &Path, mode: u32, content: &mut impl io::Read) -> io::Result<()> {
    let mut parent = directory.to_owned();
    for part in path.parent().into_iter().flat_map(Path::components) {
        parent.push(part);
        if !parent.is_dir() {
            make_directory(&parent)?;
        }
    }
    let path = directory.join(path);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(&path)?;
    io::copy(content, &mut file)?;
    fs::set_permissions(&path, Permissions::from_mode(mode))
}

/// The path below the archive's top directory; nothing for one that leads elsewhere.
fn inside(path: &Path) -> Option<PathBuf> {
    let mut parts = path.components();
    parts.next()?;
    let rest = parts.as_path();
    let stays = rest.components().all(|part| matches!(part, Component::Normal(_)));
    (stays && path.is_relative() && rest.file_name().is_some()).then(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_the_directory() {
        let within = |path: &str| inside(Path::new(path));
        assert_eq!(within("package/native/bin/postgres"), Some("native/bin/postgres".into()));
        assert_eq!(within("anything/a"), Some("a".into()));
        for outside in ["package", "package/", "/etc/passwd", "package/../../x", "package/a/../b", ""] {
            assert_eq!(within(outside), None, "{outside}");
        }
    }
}
