//! The page at `/`: who gets it, what it says to browsers, what is below it, and what it does without a network.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;

use running::{Response, Running};
use std::{
    fs,
    path::{Path, PathBuf},
};

const SCRIPT: &str = "
    CREATE TABLE singer (singer_id integer PRIMARY KEY, name text NOT NULL, voice bytea);
    CREATE TABLE song (song_id integer PRIMARY KEY, singer_id integer NOT NULL REFERENCES singer, title text);
    CREATE INDEX ON song (singer_id);
    INSERT INTO singer SELECT n, 'Singer ' || n FROM generate_series(1, 9) n;
    INSERT INTO song SELECT n, n % 9 + 1, 'Song ' || n FROM generate_series(1, 40) n;";

/// What browsers send when they open an address.
const BROWSER: (&str, &str) =
    ("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8");

/// A registry at which nobody is.
const NOWHERE: (&str, &str) = ("npm_config_registry", "http://127.0.0.1:1/");

/// A cache of its own, removed when dropped.
struct Cache(PathBuf);

impl Cache {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("relata_page_{name}_{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Cache(path)
    }

    /// The file of a package, wherever in it the package is.
    fn find(&self, name: &str) -> PathBuf {
        fn search(directory: &Path, name: &str) -> Option<PathBuf> {
            let mut entries = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
            entries.find_map(|path| match path.is_dir() {
                true => search(&path, name),
                false => path.ends_with(name).then_some(path),
            })
        }
        search(&self.0, name).unwrap_or_else(|| panic!("no {name} in {}", self.0.display()))
    }
}

impl Drop for Cache {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn serve(database: &support::TestDatabase, flags: &[&str], environment: &[(&str, &str)]) -> Running {
    let mut command = support::relata();
    command.args(["serve", &database.url()]).args(flags).envs(environment.iter().copied());
    Running::start(command)
}

fn get(server: &Running, path: &str) -> Response {
    server.send("GET", path, &[BROWSER], b"")
}

/// The files that a page names.
fn references(html: &str) -> Vec<&str> {
    let parts = html.split(['"']).collect::<Vec<_>>();
    let names = parts.windows(2).filter(|pair| pair[0].ends_with("src=") || pair[0].ends_with("href="));
    names.map(|pair| pair[1]).filter(|name| name.starts_with("page/")).collect()
}

fn assert_hardened(response: &Response) {
    assert_eq!(response.header("x-content-type-options"), Some("nosniff"), "{response:?}");
    assert_eq!(response.header("referrer-policy"), Some("no-referrer"), "{response:?}");
}

#[test]
fn browsers_get_a_page_and_others_a_text() {
    let database = support::database(&[SCRIPT]);
    let server = serve(&database, &["--page", "plain"], &[]);
    let page = get(&server, "/");
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert_eq!((page.header("vary"), page.header("cache-control")), (Some("Accept"), Some("no-store")));
    assert_hardened(&page);
    let policy = page.header("content-security-policy").unwrap();
    for rule in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"] {
        assert!(policy.split("; ").any(|part| part == rule), "{rule}: {policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    // A policy that allows nothing inline is of use only if the page needs none.
    assert!(!page.body.contains("<style") && !page.body.contains("style=") && !page.body.contains("<script>"));

    let head = server.send("HEAD", "/", &[BROWSER], b"");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-type"), page.header("content-type"));
    for accept in ["*/*", "text/plain, text/html;q=0.9", "application/json"] {
        let text = server.send("GET", "/", &[("accept", accept)], b"");
        assert_eq!(text.header("content-type"), Some("text/plain; charset=utf-8"), "{accept}");
        assert_eq!(text.header("vary"), Some("Accept"));
        assert!(text.body.contains("/graphql"), "{}", text.body);
    }
}

#[test]
fn what_is_below_the_page_is_kept_by_browsers_and_nothing_else_is_there() {
    let database = support::database(&[SCRIPT]);
    let server = serve(&database, &["--page", "plain"], &[]);
    let html = get(&server, "/").body;
    let files = references(&html);
    assert!(files.contains(&"page/plain.js"), "{html}");
    for file in files.into_iter().chain(["page/config.json"]) {
        let path = format!("/{file}");
        let first = get(&server, &path);
        assert_eq!(first.status, 200, "{file}");
        assert!(!first.body.is_empty() && first.header("content-type").is_some(), "{first:?}");
        assert_hardened(&first);
        let tag = first.header("etag").unwrap().to_owned();
        let again = server.send("GET", &path, &[("if-none-match", &tag)], b"");
        assert_eq!((again.status, again.body.as_str(), again.header("etag")), (304, "", Some(tag.as_str())), "{file}");
        let other = server.send("GET", &path, &[("if-none-match", "\"other\"")], b"");
        assert_eq!((other.status, &other.body), (200, &first.body), "{file}");
        assert_eq!(server.send("HEAD", &path, &[], b"").header("etag"), Some(tag.as_str()));
    }
    for path in [
        "/page",
        "/page/",
        "/page/nothing.js",
        "/page/PLAIN.JS",
        "/page/plain.js/",
        "/page//plain.js",
        "/page/../Cargo.toml",
        "/page/..%2fCargo.toml",
        "/page/%2e%2e/%2e%2e/etc/passwd",
        "/page/..%5c..%5cx",
        "/page//etc/passwd",
        "/page/plain.js%00",
        "/page/status",
        "/page/graphiql@4.1.2/graphiql.min.js",
        "/page/graphiql@4.1.2/package.json",
        "/page/%ff",
    ] {
        let response = get(&server, path);
        assert_eq!(
            (response.status, response.header("content-type")),
            (404, Some("application/json; charset=utf-8")),
            "{path}"
        );
    }
    assert_eq!(server.send("POST", "/page/plain.js", &[], b"").status, 405);
}

#[test]
fn off_is_off() {
    let database = support::database(&[SCRIPT]);
    let server = serve(&database, &["--page", "off"], &[]);
    let page = get(&server, "/");
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/plain; charset=utf-8")));
    assert!(!page.body.contains("browsers"), "{}", page.body);
    for path in ["/page/plain.js", "/page/config.json", "/page/status", "/page/icon.svg", "/schema"] {
        assert_eq!(get(&server, path).status, 404, "{path}");
    }
}

#[test]
fn tabs_are_made_for_the_schema_and_can_be_run() {
    let database = support::database(&[SCRIPT]);
    let server = serve(&database, &["--page", "plain"], &[]);
    let config: serde_json::Value = serde_json::from_str(&get(&server, "/page/config.json").body).unwrap();
    assert_eq!(config["database"], database.name());
    assert_eq!(config["runsFirst"], false, "nobody asked for it");
    let tabs = config["tabs"].as_array().unwrap();
    assert_eq!(tabs.iter().map(|tab| tab["title"].as_str().unwrap()).collect::<Vec<_>>(), ["Singers", "Pages"]);
    for tab in tabs {
        let answer = server.post(&serde_json::json!({ "query": tab["query"] }).to_string());
        let answer: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert!(answer["errors"].is_null() && answer["data"].is_object(), "{tab}: {answer}");
    }
    let first = tabs[0]["query"].as_str().unwrap();
    assert!(
        first.contains("      songs(first: 3) {\n        nodes { songId title }\n      }\n"),
        "a relation: {first}"
    );
}

#[test]
fn without_a_network_there_is_the_plain_page() {
    let database = support::database(&[SCRIPT]);
    let cache = Cache::new("offline");
    let mut server = serve(&database, &[], &[NOWHERE, ("RELATA_CACHE", cache.0.to_str().unwrap())]);
    let page = get(&server, "/");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("page/plain.js"), "{}", page.body);
    let told = server.wait_for("GraphiQL cannot be had");
    assert!(told.contains("127.0.0.1:1 cannot be reached"), "the log says why: {told}");
    let status = get(&server, "/page/status");
    assert_eq!(status.body, r#"{"graphiql":"failed"}"#);
    assert_eq!((status.header("cache-control"), status.header("etag")), (Some("no-store"), None));
    assert_eq!(get(&server, "/page/graphiql@4.1.2/graphiql.min.js").status, 404);
}

/// What is in the cache needs no network, and what was spoiled there is not served but fetched anew.
#[test]
#[ignore = "needs the npm registry"]
fn graphiql_is_fetched_once_and_checked_each_time() {
    let database = support::database(&[SCRIPT]);
    let cache = Cache::new("registry");
    let place = ("RELATA_CACHE", cache.0.to_str().unwrap());
    let script = "/page/graphiql@4.1.2/graphiql.min.js";

    let server = serve(&database, &[], &[place]);
    let fetched = wait_for_graphiql(&server);
    let policy = fetched.header("content-security-policy").unwrap();
    let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
    assert!(nonce.len() == 32 && fetched.body.contains(&format!("content=\"{nonce}\"")), "{policy}");
    assert!(!policy.contains("unsafe") && policy.contains("script-src 'self';"), "{policy}");
    assert_ne!(get(&server, "/").header("content-security-policy"), Some(policy), "a nonce serves one answer");
    for file in references(&fetched.body) {
        let file = get(&server, &format!("/{file}"));
        assert_eq!(file.status, 200);
        assert_hardened(&file);
    }
    let whole = get(&server, script);
    assert_eq!(whole.header("cache-control"), Some("public, max-age=31536000, immutable"));
    let licences = get(&server, "/page/licences.txt").body;
    for package in ["react 18.3.1", "react-dom 18.3.1", "graphiql 4.1.2", "@graphiql/plugin-explorer 4.0.6"] {
        assert!(licences.contains(&format!("{package}\n\n")), "{package}: {licences}");
    }
    assert_eq!(get(&server, "/page/graphiql@4.1.2/package.json").status, 404, "only what the page needs is served");
    drop(server);

    let offline = serve(&database, &[], &[place, NOWHERE]);
    assert!(get(&offline, "/").body.contains("graphiql.min.js"), "{}", offline.stderr());
    drop(offline);

    fs::write(cache.find("graphiql.min.js"), "alert('spoiled')").unwrap();
    let mut offline = serve(&database, &[], &[place, NOWHERE]);
    assert!(get(&offline, "/").body.contains("page/plain.js"));
    offline.wait_for("GraphiQL cannot be had");
    drop(offline);

    let server = serve(&database, &[], &[place]);
    wait_for_graphiql(&server);
    assert_eq!(get(&server, script).body, whole.body);
}

/// The page as it is once GraphiQL has come.
fn wait_for_graphiql(server: &Running) -> Response {
    let begun = std::time::Instant::now();
    loop {
        let page = get(server, "/");
        if page.body.contains("graphiql.min.js") {
            return page;
        }
        assert!(begun.elapsed().as_secs() < 60, "GraphiQL does not come:\n{}", server.stderr());
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}
