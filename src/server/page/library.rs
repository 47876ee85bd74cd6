//! GraphiQL: the packages that it is made of, the files of them that are served, and how they get here.

use super::asset::{self, Asset};
use crate::execute::{
    cache,
    npm::{FetchError, Listener, Package, Registry},
};
use crate::server::error::ServerError;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};
use std::{
    fs, io,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};
use tokio::{sync::watch, time::timeout};

/// A package with the files of it that are served.
struct Part {
    package: Package,
    files: &'static [File],
    /// The text that must go along with them.
    licence: Licence,
}

enum Licence {
    /// A file of the package.
    File(&'static str),
    /// The package has none of its own; the sentence says which one counts.
    Like(&'static str),
}

/// A file that is served below `/page/`, as `name@version/path`.
struct File {
    path: &'static str,
    media_type: &'static str,
    /// Its SHA-384 in base64. The browser compares it, too (`integrity`).
    digest: &'static str,
}

/// In the order in which the page needs them.
const PARTS: &[Part] = &[
    Part {
        package: Package {
            name: "react",
            version: "18.3.1",
            sha512: "wS+hAgJShR0KhEvPJArfuPVN1+Hz1t0Y6n5jLrGQbkb4urgPE/0Rve+1kMB1v/oWgHgm4WIcV+i7F2pTVj+2iQ==",
            title: "React, for GraphiQL",
            finish: |_| Ok(()),
        },
        files: &[File {
            path: "umd/react.production.min.js",
            media_type: asset::JAVASCRIPT,
            digest: "DGyLxAyjq0f9SPpVevD6IgztCFlnMF6oW/XQGmfe+IsZ8TqEiDrcHkMLKI6fiB/Z",
        }],
        licence: Licence::File("LICENSE"),
    },
    Part {
        package: Package {
            name: "react-dom",
            version: "18.3.1",
            sha512: "5m4nQKp+rZRb09LNH59GM4BxTh9251/ylbKIbpe7TpGxfJ+9kv6BLkLBXIjjspbgbnIBNqlI23tRnTWT0snUIw==",
            title: "React's DOM, for GraphiQL",
            finish: |_| Ok(()),
        },
        files: &[File {
            path: "umd/react-dom.production.min.js",
            media_type: asset::JAVASCRIPT,
            digest: "gTGxhz21lVGYNMcdJOyq01Edg0jhn/c22nsx0kyqP0TxaV5WVdsSH1fSDUf5YJj1",
        }],
        licence: Licence::File("LICENSE"),
    },
    Part {
        package: Package {
            name: "graphiql",
            version: "4.1.2",
            sha512: "rNlzQIAzm6i2KBXmVQWBgLvt0TloxFVB2d18bukvdsvjEuFDHsKx5IVOomL1W1o5WW+tE54+ioHb2AEKzO2cUg==",
            title: "GraphiQL",
            finish: |_| Ok(()),
        },
        files: &[
            File {
                path: "graphiql.min.js",
                media_type: asset::JAVASCRIPT,
                digest: "9XdHu7ajgGJziD4J1zNBKQ842Q/+zZfDv+ib1eMhZWBH6hPAs806x+Jbcf0yNO6B",
            },
            File {
                path: "graphiql.min.css",
                media_type: asset::CSS,
                digest: "1el1QShFBnnXTx9x/Cprg82hZWKt0ry29OAYIXt05swbi0KcZDFoj0CWguMpopJr",
            },
        ],
        licence: Licence::File("LICENSE"),
    },
    Part {
        package: Package {
            name: "@graphiql/plugin-explorer",
            version: "4.0.6",
            sha512: "TppIi92YPER3v70nlF01KTQrq9AiYqkZicSd1hpU7aqGmbqw/pLwBNLUEcfENBoJtw574Qxjswb01+GaYK0Tzw==",
            title: "GraphiQL's explorer",
            finish: |_| Ok(()),
        },
        files: &[
            File {
                path: "dist/index.umd.js",
                media_type: asset::JAVASCRIPT,
                digest: "gXYG2RCFRuAiKUaKTbKxOVlvr0U9z0D/V/l5jdvRSH46vQ+9cpkG2d3ByiggUYvD",
            },
            File {
                path: "dist/style.css",
                media_type: asset::CSS,
                digest: "XffIsImDMwexX8UM/Bg3tss0MZOeQmZcnHzk0avUrw9ff0IQ2g9j7QLA6m2lz5D0",
            },
        ],
        licence: Licence::Like(
            "MIT, by its package.json. It is of the same project as graphiql, whose licence stands above.",
        ),
    },
];

const LICENCES: &str = "licences.txt";

/// A visitor waits so long for what is in the cache, or comes quickly; then the plain page stands in.
const PATIENCE: Duration = Duration::from_millis(1500);
/// After a failure the registry is left alone for so long.
const RETRY_AFTER: Duration = Duration::from_secs(30);

/// GraphiQL, as far as it is here.
pub(super) struct Library {
    state: watch::Sender<State>,
}

/// What has become of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// It is here.
    Ready,
    /// It is on its way.
    Fetching,
    /// It did not come; the log says why.
    Failed,
}

#[derive(Clone)]
enum State {
    /// Nobody has asked for it.
    Unknown,
    Fetching,
    Ready(Vec<(String, Asset)>),
    Failed(Instant),
}

impl Default for Library {
    fn default() -> Self {
        Self { state: watch::Sender::new(State::Unknown) }
    }
}

impl Library {
    /// Somebody wants to see it: it is fetched if need be, and if that is quick, it is there.
    pub(super) async fn visit(&self) -> Status {
        let begins = self.state.send_if_modified(|state| {
            let begins = match state {
                State::Unknown => true,
                State::Failed(when) => when.elapsed() > RETRY_AFTER,
                State::Fetching | State::Ready(_) => false,
            };
            if begins {
                *state = State::Fetching;
            }
            begins
        });
        if begins {
            let state = self.state.clone();
            // A thread of its own ends with the process, however long the registry lets it wait.
            thread::spawn(move || state.send_replace(get()));
        }
        let mut state = self.state.subscribe();
        // Whatever has come of it by then is the status.
        let _ = timeout(PATIENCE, state.wait_for(|state| !matches!(state, State::Fetching))).await;
        self.status()
    }

    pub(super) fn status(&self) -> Status {
        match &*self.state.borrow() {
            State::Ready(_) => Status::Ready,
            State::Unknown | State::Fetching => Status::Fetching,
            State::Failed(_) => Status::Failed,
        }
    }

    /// A file of it, or the licences.
    pub(super) fn file(&self, name: &str) -> Option<Asset> {
        match &*self.state.borrow() {
            State::Ready(files) => files.iter().find(|(known, _)| known == name).map(|(_, asset)| asset.clone()),
            State::Unknown | State::Fetching | State::Failed(_) => None,
        }
    }
}

/// The page that shows it.
pub(super) fn html(nonce: &str) -> String {
    let tags = |media_type: &str, tag: fn(&str, &str) -> String| {
        let files = PARTS.iter().flat_map(|part| part.files.iter().map(move |file| (part, file)));
        let tags = files.filter(|(_, file)| file.media_type == media_type);
        tags.map(|(part, file)| tag(&address(part, file.path), file.digest)).collect::<Vec<_>>().join("\n  ")
    };
    let style = |path: &str, digest: &str| {
        format!("<link rel=\"stylesheet\" href=\"page/{path}\" integrity=\"sha384-{digest}\">")
    };
    let script =
        |path: &str, digest: &str| format!("<script src=\"page/{path}\" integrity=\"sha384-{digest}\"></script>");
    include_str!("../../../templates/page/graphiql.html")
        .replace("{nonce}", nonce)
        .replace("{styles}", &tags(asset::CSS, style))
        .replace("{scripts}", &tags(asset::JAVASCRIPT, script))
}

fn address(part: &Part, path: &str) -> String {
    format!("{}@{}/{path}", part.package.name, part.package.version)
}

/// Why it cannot be had.
#[derive(Debug, thiserror::Error)]
enum Unavailable {
    #[error("{error}; {}", error.advice())]
    Fetch {
        #[from]
        error: FetchError,
    },
    #[error("{} cannot be read ({source})", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{} is not what belongs there, and could not be put right", path.display())]
    Corrupt { path: PathBuf },
}

/// A part of the page as it is served: its files by their addresses, and its licence.
type Loaded = (Vec<(String, Asset)>, String);

/// Fetches all of it unless that was done before, so that no visitor waits, and none needs a network.
///
/// # Errors
///
/// If a part of it cannot be had.
pub(in crate::server) fn fetch(listener: Listener<'_>) -> Result<(), ServerError> {
    get_parts(listener).map(drop).map_err(|error| match error {
        Unavailable::Fetch { error } => ServerError::Page { problem: error.to_string(), advice: error.advice() },
        other => ServerError::Page { problem: other.to_string(), advice: "remove it, and try again" },
    })
}

/// From the cache or from the registry.
fn get_parts(listener: Listener<'_>) -> Result<Vec<Loaded>, Unavailable> {
    let (places, registry) = (cache::places(), Registry::configured());
    PARTS.iter().map(|part| get_part(part, &places, &registry, &mut *listener)).collect()
}

/// All files, for who visits the page.
fn get() -> State {
    match get_parts(&mut |progress| tracing::debug!(?progress, "GraphiQL")) {
        Ok(parts) => {
            let (files, licences): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
            let mut files: Vec<_> = files.into_iter().flatten().collect();
            files.push((LICENCES.to_owned(), Asset::revalidated(asset::TEXT, licences.join("\n\n").into())));
            State::Ready(files)
        }
        Err(error) => {
            tracing::warn!("GraphiQL cannot be had, so the page at / is a plain editor: {error}");
            State::Failed(Instant::now())
        }
    }
}

/// What somebody spoiled in the cache is fetched anew, once.
fn get_part(
    part: &Part,
    places: &[PathBuf],
    registry: &Registry,
    listener: Listener<'_>,
) -> Result<Loaded, Unavailable> {
    let mut fetched = || part.package.fetch(places, registry, &mut *listener);
    let directory = fetched()?;
    load(part, &directory).or_else(|error| {
        tracing::info!("{error}; it is fetched again");
        fs::remove_dir_all(&directory).map_err(|source| Unavailable::Unreadable { path: directory.clone(), source })?;
        load(part, &fetched()?)
    })
}

fn load(part: &Part, directory: &Path) -> Result<Loaded, Unavailable> {
    let read = |path: &str| {
        let path = directory.join(path);
        fs::read(&path).map_err(|source| Unavailable::Unreadable { path, source })
    };
    let mut files = Vec::with_capacity(part.files.len());
    for file in part.files {
        let bytes = read(file.path)?;
        if STANDARD.encode(Sha384::digest(&bytes)) != file.digest {
            return Err(Unavailable::Corrupt { path: directory.join(file.path) });
        }
        files.push((address(part, file.path), Asset::immutable(file.media_type, bytes.into())));
    }
    let licence = match part.licence {
        Licence::File(path) => String::from_utf8_lossy(&read(path)?).into_owned(),
        Licence::Like(sentence) => format!("{sentence}\n"),
    };
    Ok((files, format!("{} {}\n\n{licence}", part.package.name, part.package.version)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spoiled_file_is_not_loaded() {
        let directory = std::env::temp_dir().join(format!("relata_library_{}", std::process::id()));
        let part = &PARTS[0];
        let file = directory.join(part.files[0].path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        assert!(matches!(load(part, &directory), Err(Unavailable::Unreadable { .. })));
        fs::write(&file, "alert(1)").unwrap();
        assert!(matches!(load(part, &directory), Err(Unavailable::Corrupt { path }) if path == file));
        fs::remove_dir_all(&directory).unwrap();
    }

    #[test]
    fn the_page_names_every_file_with_its_digest() {
        let html = html("n0nce");
        for part in PARTS {
            for file in part.files {
                let reference = format!("\"page/{}\" integrity=\"sha384-{}\"", address(part, file.path), file.digest);
                assert!(html.contains(&reference), "{reference}");
            }
        }
        assert!(html.contains("content=\"n0nce\"") && !html.contains('{'), "{html}");
    }
}
