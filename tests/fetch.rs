//! Packages are fetched from a registry of the test's own: whatever that does, what is kept is complete and checked.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::{Compression, write::GzEncoder};
use relata::execute::npm::{FetchError, Package, Progress, Registry};
use sha2::{Digest, Sha512};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// What is answered to a request, whatever it asks for.
#[derive(Clone)]
struct Answer {
    head: String,
    body: Vec<u8>,
}

/// A registry. Its thread ends with the test's process.
struct Server {
    url: String,
    /// The heads of the requests.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start(answer: Answer) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heads = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (answer, heads) = (answer.clone(), Arc::clone(&heads));
                thread::spawn(move || serve(stream.unwrap(), &answer, &heads));
            }
        });
        Server { url, asked }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(mut stream: TcpStream, answer: &Answer, asked: &Mutex<Vec<String>>) {
    let lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
    let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    asked.lock().unwrap().push(head.join("\n"));
    // Long enough for another process to come and find the lock taken.
    thread::sleep(Duration::from_millis(100));
    let _ = stream.write_all(answer.head.as_bytes()).and_then(|()| stream.write_all(&answer.body));
}

/// A directory that is removed with the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(test: &str) -> Scratch {
        let path = PathBuf::from(format!("/tmp/relata-fetch-{test}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        Scratch(path)
    }

    fn places(&self) -> [PathBuf; 1] {
        [self.0.join("cache")]
    }

    /// What is in the store, without its lock.
    fn kept(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.join("cache/npm")).into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.file_name().into_string().unwrap());
        names.filter(|name| name != "lock").collect()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A package with a program, a text, and something that wants to get out of the directory.
fn archive() -> Vec<u8> {
    let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    for (path, mode, text) in [
        ("package/bin/tool", 0o700, "#!/bin/sh"),
        ("package/share/deep/text", 0o600, "text"),
        ("package/package.json", 0, "{}"),
    ] {
        let mut header = tar::Header::new_gnu();
        header.set_size(text.len() as u64);
        header.set_mode(mode);
        header.set_cksum();
        archive.append_data(&mut header, path, text.as_bytes()).unwrap();
    }
    let mut link = tar::Header::new_gnu();
    link.set_entry_type(tar::EntryType::Symlink);
    link.set_size(0);
    link.set_cksum();
    archive.append_link(&mut link, "package/link", "/etc/passwd").unwrap();
    archive.into_inner().unwrap().finish().unwrap()
}

fn package(archive: &[u8]) -> Package {
    Package {
        name: "@scope/thing",
        version: "1.2.3",
        sha512: BASE64_STANDARD.encode(Sha512::digest(archive)).leak(),
        title: "the thing",
        finish: |directory| fs::write(directory.join("finished"), ""),
    }
}

fn ok(body: Vec<u8>) -> Answer {
    Answer { head: format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len()), body }
}

fn fetch(package: &Package, scratch: &Scratch, url: &str) -> Result<PathBuf, FetchError> {
    package.fetch(&scratch.places(), &Registry::at(url), &mut |_| {})
}

#[test]
fn what_was_fetched_is_complete_and_needs_no_network_again() {
    let (scratch, archive) = (Scratch::new("complete"), archive());
    let server = Server::start(ok(archive.clone()));
    let mut told = Vec::new();
    let directory = package(&archive)
        .fetch(&scratch.places(), &Registry::at(&server.url), &mut |progress| {
            told.push(match progress {
                Progress::Received { bytes, total, .. } => format!("{bytes} of {total:?}"),
                other => format!("{other:?}").split(' ').next().unwrap().to_owned(),
            });
        })
        .unwrap();
    assert_eq!(directory, scratch.0.join("cache/npm/@scope+thing@1.2.3"));
    assert_eq!(told.first().unwrap(), "Begun");
    assert!(told.contains(&format!("{0} of Some({0})", archive.len())), "{told:?}");
    assert_eq!(told[told.len() - 2..], ["Unpacking", "Done"]);
    assert!(server.asked()[0].starts_with("GET /@scope/thing/-/thing-1.2.3.tgz HTTP/1.1\n"), "{:?}", server.asked());
    let mode = |path: &str| fs::symlink_metadata(directory.join(path)).unwrap().permissions().mode() & 0o777;
    let modes = ["bin", "bin/tool", "share/deep", "share/deep/text", "package.json"].map(mode);
    assert_eq!(modes, [0o755, 0o755, 0o755, 0o644, 0o644], "whoever runs PostgreSQL for root reads all of it");
    assert!(directory.join("finished").exists() && !directory.join("link").exists());
    assert_eq!(fetch(&package(&archive), &scratch, "http://127.0.0.1:1").unwrap(), directory);
    assert_eq!(server.asked().len(), 1);
    assert_eq!(scratch.kept().len(), 1);
}

#[test]
fn of_several_at_once_one_fetches() {
    let (scratch, archive) = (Scratch::new("several"), archive());
    let server = Server::start(ok(archive.clone()));
    thread::scope(|scope| {
        let start = || scope.spawn(|| fetch(&package(&archive), &scratch, &server.url).unwrap());
        let threads = [start(), start(), start()];
        for thread in threads {
            assert!(thread.join().unwrap().join("finished").exists());
        }
    });
    assert_eq!(server.asked().len(), 1);
}

/// Each failure names what failed, leaves nothing, and does not keep the next one from succeeding.
#[test]
fn what_is_incomplete_or_changed_is_never_kept() {
    let (scratch, archive) = (Scratch::new("bad"), archive());
    // A process that was killed left this.
    fs::create_dir_all(scratch.0.join("cache/npm/unfinished-1/package")).unwrap();
    let mut changed = archive.clone();
    *changed.last_mut().unwrap() ^= 1;
    let half = Answer { body: archive[..archive.len() / 2].to_vec(), ..ok(archive.clone()) };
    let not_found = Answer { head: "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_owned(), body: Vec::new() };
    let nothing = Answer { head: String::new(), body: Vec::new() };
    for (answer, problem, advice) in [
        (ok(changed), "thing-1.2.3.tgz is not the file that belongs there (its sha512 is ", "nothing of it was used"),
        (ok(Vec::new()), "thing-1.2.3.tgz is not the file that belongs there", "nothing of it was used"),
        (half, "cannot be reached (", "HTTPS_PROXY"),
        (nothing, "cannot be reached (", "HTTPS_PROXY"),
        (not_found, "thing-1.2.3.tgz is answered with status 404", "another registry"),
    ] {
        let server = Server::start(answer);
        let error = fetch(&package(&archive), &scratch, &server.url).unwrap_err();
        assert!(error.to_string().contains(problem), "{problem}: {error}");
        assert!(error.advice().contains(advice), "{advice}: {error}");
        assert_eq!(scratch.kept(), [] as [String; 0], "{error}");
    }
    let unfinished = Package { finish: |_| Err(std::io::ErrorKind::StorageFull.into()), ..package(&archive) };
    let server = Server::start(ok(archive.clone()));
    let error = fetch(&unfinished, &scratch, &server.url).unwrap_err();
    assert!(error.to_string().contains("relata cannot prepare "), "{error}");
    assert_eq!(scratch.kept(), [] as [String; 0]);
    assert!(fetch(&package(&archive), &scratch, &server.url).is_ok());
}

#[test]
fn an_answer_without_a_length_and_from_elsewhere_will_do() {
    let (scratch, archive) = (Scratch::new("redirect"), archive());
    let without_length =
        Answer { head: "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n".to_owned(), body: archive.clone() };
    let elsewhere = Server::start(without_length);
    let head = format!("HTTP/1.1 302 Found\r\nlocation: {}/x\r\ncontent-length: 0\r\n\r\n", elsewhere.url);
    let server = Server::start(Answer { head, body: Vec::new() });
    let with_credentials = server.url.replace("://", "://user:secret@");
    fetch(&package(&archive), &scratch, &with_credentials).unwrap();
    assert!(server.asked()[0].to_lowercase().contains("authorization: basic "), "{:?}", server.asked());
    assert!(!elsewhere.asked()[0].to_lowercase().contains("authorization"), "{:?}", elsewhere.asked());
}

/// `relata fetch` with an empty cache, and what the environment says of registries.
fn relata_fetch(scratch: &Scratch, environment: &[(&str, &str)]) -> Output {
    let mut command = support::relata();
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.to_lowercase().ends_with("_proxy") || name.to_lowercase().starts_with("npm_config_") {
            command.env_remove(name);
        }
    }
    // Named, so that what the machine has fetched already is not found: root's cache is in no home.
    command.arg("fetch").env("HOME", &scratch.0).env("RELATA_CACHE", scratch.0.join("cache"));
    command.envs(environment.iter().copied()).output().unwrap()
}

#[test]
fn the_program_refuses_what_was_changed_on_the_way() {
    let scratch = Scratch::new("program");
    let server = Server::start(ok(archive()));
    fs::write(scratch.0.join(".npmrc"), format!("registry={}\n{}/:_authToken=t0k3n", server.url, &server.url[5..]))
        .unwrap();
    let output = relata_fetch(&scratch, &[]);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout), (Some(1), Vec::new()), "{stderr}");
    assert!(stderr.contains("relata: PostgreSQL cannot be fetched: http://127.0.0.1:"), "{stderr}");
    assert!(stderr.contains("is not the file that belongs there") && !stderr.contains("t0k3n"), "{stderr}");
    let asked = server.asked();
    assert!(asked[0].starts_with("GET /@embedded-postgres/") && asked[0].contains("Bearer t0k3n"), "{asked:?}");
}

#[test]
fn the_program_goes_through_the_proxy() {
    let scratch = Scratch::new("proxy");
    let refuses = "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n";
    let proxy = Server::start(Answer { head: refuses.to_owned(), body: Vec::new() });
    let registry = ("npm_config_registry", "https://registry.invalid/npm");
    for variable in ["HTTPS_PROXY", "npm_config_https_proxy"] {
        let output = relata_fetch(&scratch, &[registry, (variable, &proxy.url)]);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(stderr.contains("registry.invalid cannot be reached"), "{stderr}");
    }
    let asked = proxy.asked();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(asked.iter().all(|head| head.starts_with("CONNECT registry.invalid:443 ")), "{asked:?}");
}

/// The page is fetched, too, after PostgreSQL: what of it cannot be had is said, though the programs can be used.
#[test]
#[ignore = "needs network"]
fn the_page_is_fetched_as_well() {
    let scratch = Scratch::new("page");
    let output = relata_fetch(&scratch, &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let npm = scratch.0.join("cache/npm");
    let (explorer, here) = (npm.join("@graphiql+plugin-explorer@4.0.6/dist"), |name: &str| npm.join(name).is_dir());
    assert!(explorer.is_dir() && here("graphiql@4.1.2") && here("react@18.3.1") && here("react-dom@18.3.1"));

    let again = relata_fetch(&scratch, &[("npm_config_registry", "http://127.0.0.1:1/")]);
    assert_eq!((again.status.code(), &again.stdout), (Some(0), &output.stdout), "nothing is asked for again");
    fs::remove_dir_all(npm.join("graphiql@4.1.2")).unwrap();
    let without = relata_fetch(&scratch, &[("npm_config_registry", "http://127.0.0.1:1/")]);
    assert_eq!((without.status.code(), &without.stdout), (Some(1), &output.stdout));
    let stderr = String::from_utf8(without.stderr).unwrap();
    assert!(
        stderr.contains("relata: The page for browsers cannot be fetched: 127.0.0.1:1 cannot be reached"),
        "{stderr}"
    );
}

/// The pinned package itself, and that it runs. What is fetched stays in the user's cache, where it is looked for first.
#[test]
#[ignore = "needs network, at the first time"]
fn the_real_package_runs() {
    let output = support::relata().arg("fetch").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let programs = String::from_utf8(output.stdout).unwrap();
    let version = Command::new(Path::new(programs.trim()).join("postgres")).arg("--version").output().unwrap();
    assert_eq!(String::from_utf8(version.stdout).unwrap(), "postgres (PostgreSQL) 18.4\n");
}
