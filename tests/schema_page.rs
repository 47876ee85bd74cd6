//! The pages at `/schema`: everything that the database may hold is escaped, every link leads somewhere, every sample query
//! is answered, and nobody sees more than the role may.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;

use running::{Response, Running};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const NIGHTRAIL: &str = include_str!("../examples/nightrail/schema.sql");
const HOSTILE: &str = include_str!("cases/schema_page/hostile.sql");

fn serve(url: &str) -> Running {
    let mut command = support::relata();
    command.args(["serve", url]);
    Running::start(command)
}

fn get(server: &Running, path: &str) -> Response {
    server.send("GET", path, &[], b"")
}

/// The values of an attribute in a page, unescaped.
fn attributes(page: &str, name: &str) -> BTreeSet<String> {
    let begin = format!(" {name}=\"");
    let values = page.split(&begin).skip(1).filter_map(|rest| rest.split('"').next());
    values.map(unescaped).collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Opens a page and everything to which it leads, and gives what was found, by address.
fn crawl(server: &Running) -> Vec<(String, Response)> {
    let mut known = BTreeSet::from(["/schema".to_owned()]);
    let mut waiting = vec!["/schema".to_owned()];
    let mut pages = Vec::new();
    while let Some(path) = waiting.pop() {
        let page = get(server, &path);
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        let links = attributes(&page.body, "href").into_iter().chain(attributes(&page.body, "src"));
        let pages_linked = links.map(|link| link.split('#').next().unwrap().to_owned());
        for link in pages_linked.filter(|link| link.starts_with("/schema")) {
            if known.insert(link.clone()) {
                waiting.push(link);
            }
        }
        pages.push((path, page));
    }
    pages
}

/// The sample query of a page, as it is shown.
fn sample(page: &str) -> Option<String> {
    let text = page.split("<pre><code>").nth(1)?.split("</code>").next()?;
    Some(unescaped(text))
}

fn assert_samples_are_answered(server: &Running, pages: &[(String, Response)]) -> usize {
    let mut count = 0;
    for (path, page) in pages {
        let Some(query) = sample(&page.body) else { continue };
        let answer: Value = serde_json::from_str(&server.post(&json!({ "query": query }).to_string()).body).unwrap();
        assert_eq!(answer.get("errors"), None, "{path}: {query}\n{answer}");
        let encoded: String = query
            .bytes()
            .map(|byte| match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => char::from(byte).to_string(),
                _ => format!("%{byte:02X}"),
            })
            .collect();
        assert!(attributes(&page.body, "href").contains(&format!("/?query={encoded}")), "{path}: no link to {query}");
        count += 1;
    }
    count
}

#[test]
fn every_page_is_linked_and_every_sample_is_answered() {
    let database = support::database(&[NIGHTRAIL, "REFRESH MATERIALIZED VIEW monthly_revenue"]);
    let server = serve(&database.url());
    let pages = crawl(&server);
    // Twenty tables and views, four enums, the overview, style and script.
    assert_eq!(pages.len(), 27, "{:?}", pages.iter().map(|(path, _)| path).collect::<Vec<_>>());
    assert_eq!(assert_samples_are_answered(&server, &pages), 20);
    let page = |name: &str| &pages.iter().find(|(path, _)| path == name).unwrap().1.body;
    let train = page("/schema/Train");
    for expected in [
        "A night train of the timetable",
        "href=\"/schema/Station\"",
        "public.train (counterpart_id) → public.train (train_id)",
        "trainsByTrainIds",
        "through TrainStation",
    ] {
        assert!(train.contains(expected), "{expected}");
    }
    // The one relation that has no index.
    assert!(page("/schema/Station").contains("no index") && !train.contains("no index"));
    assert!(page("/schema/BerthClass").contains("href=\"/schema/Carriage#field-class\""));
    for (name, body) in pages.iter().map(|(path, page)| (path, &page.body)).filter(|(path, _)| !path.contains('.')) {
        assert_eq!(body.matches("<svg").count(), body.matches("<desc").count(), "{name}");
        assert_eq!(body.matches("<h1").count(), 1, "{name}");
        assert!(!body.contains(" style=") && !body.contains("<style"), "{name}: the policy forbids inline styles");
        let ids: Vec<&str> = body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{name}: ids are unique");
    }
}

/// A join table has nothing to tell of its own: the sample goes on to what lies beyond it.
#[test]
fn samples_lead_to_what_can_be_read() {
    let database = support::database(&["
        CREATE TABLE film (film_id integer PRIMARY KEY, title text);
        CREATE TABLE actor (actor_id integer PRIMARY KEY, name text);
        CREATE TABLE film_actor (film_id integer REFERENCES film, actor_id integer REFERENCES actor,
            seen date, PRIMARY KEY (film_id, actor_id));"]);
    let server = serve(&database.url());
    let query = sample(&get(&server, "/schema/Film").body).unwrap();
    assert!(query.contains("      actors(first: 3) {\n        nodes { actorId name }\n      }\n"), "{query}");
}

#[test]
fn names_and_comments_are_escaped() {
    let database = support::database(&[HOSTILE]);
    let server = serve(&database.url());
    let pages = crawl(&server);
    assert_eq!(assert_samples_are_answered(&server, &pages), 3);
    for (path, page) in pages.iter().filter(|(path, _)| !path.contains('.')) {
        for forbidden in ["<img", "<b>", "<i>", "<script>", "onerror=\"", "\u{202e}"] {
            assert!(!page.body.contains(forbidden), "{path}: {forbidden}");
        }
        // One script, which is a file of ours; and as many elements that begin as end.
        assert_eq!(page.body.matches("<script").count(), 1, "{path}");
        for name in ["svg", "a", "td", "section", "bdi", "g", "text"] {
            let begun =
                page.body.matches(&format!("<{name} ")).count() + page.body.matches(&format!("<{name}>")).count();
            assert_eq!(begun, page.body.matches(&format!("</{name}>")).count(), "{path}: {name}");
        }
    }
    let all: String = pages.iter().map(|(_, page)| page.body.as_str()).collect();
    for expected in ["line␊break", "اسم", "&lt;img src=x onerror=alert(1)&gt;", "\\u{202e}", "i&lt;img&gt;"] {
        assert!(all.contains(expected), "{expected}");
    }
    for search in ["%3Cimg", "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "%F0%9F", "+"] {
        let page = get(&server, &format!("/schema?q={search}"));
        assert_eq!((page.status, page.body.matches("<script").count()), (200, 1), "{search}");
        assert!(!page.body.contains("<img"));
    }
    let page = get(&server, "/schema/%3Cimg%20src=x%3E");
    assert_eq!(page.status, 404);
    assert!(page.body.contains("&lt;img src=x&gt;") && !page.body.contains("<img"), "{}", page.body);
}

#[test]
fn search_needs_no_script() {
    let database = support::database(&[NIGHTRAIL]);
    let server = serve(&database.url());
    let form = get(&server, "/schema").body;
    assert!(form.contains("<form role=\"search\" action=\"/schema\" method=\"get\">") && form.contains("name=\"q\""));
    let found = |query: &str| {
        let page = get(&server, &format!("/schema?q={query}")).body;
        let rows = page.split("<tr><th scope=\"row\"><a href=\"/schema/").skip(1);
        rows.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    let stations = found("station");
    // Its own name first, then names that hold it, then what has such a column.
    assert_eq!(stations[..2], ["Station", "TrainStation"]);
    assert!(stations.contains(&"Incident".to_owned()) && !stations.contains(&"Booking".to_owned()), "{stations:?}");
    assert_eq!(found("couchette"), ["BerthClass"]);
    assert_eq!(found("yellow+poster"), ["Timetable"]);
    assert_eq!(found("nothing_of_that_name"), [""; 0]);
    let nearest = get(&server, "/schema/Trane");
    assert_eq!(nearest.status, 404);
    assert!(nearest.body.contains("href=\"/schema/Train\""));
}

#[test]
fn pages_are_kept_by_browsers_and_guarded() {
    let database = support::database(&[NIGHTRAIL]);
    let server = serve(&database.url());
    for path in ["/schema", "/schema/Train", "/schema/schema.css", "/schema/schema.js", "/schema?q=train"] {
        let page = get(&server, path);
        let policy = page.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'; style-src 'self'; script-src 'self'"), "{policy}");
        assert!(!policy.contains("unsafe"));
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
        let etag = page.header("etag").unwrap();
        let again = server.send("GET", path, &[("if-none-match", etag)], b"");
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
        let other = server.send("GET", path, &[("if-none-match", "\"other\"")], b"");
        assert_eq!((other.status, other.body == page.body), (200, true), "{path}: the same page again");
        assert_eq!(server.send("HEAD", path, &[], b"").header("etag"), Some(etag));
        assert_eq!(server.send("POST", path, &[], b"").status, 405);
    }
}

#[test]
fn a_role_sees_what_it_may_see() {
    let database = support::database(&["CREATE TABLE open (id int PRIMARY KEY, shown text, hidden text);
         CREATE TABLE closed (id int PRIMARY KEY, open_id int REFERENCES open);
         COMMENT ON COLUMN open.hidden IS 'whispered';"]);
    let role = database.create_role("asker", "NOLOGIN");
    database.execute(&format!("GRANT SELECT (id, shown) ON open TO \"{role}\""));
    let separator = if database.url().contains('?') { '&' } else { '?' };
    let mut command = support::relata();
    command.args(["serve", &format!("{}{separator}options=-c%20role%3D{role}", database.url())]);
    let server = Running::start(command);
    let pages = crawl(&server);
    assert!(pages.iter().any(|(path, page)| path == "/schema/Open" && page.body.contains("shown")));
    for (path, page) in &pages {
        for secret in ["hidden", "whispered", "closed", "Closed"] {
            assert!(!page.body.contains(secret) || path.contains('.'), "{path}: {secret}");
        }
    }
    assert_eq!(get(&server, "/schema/Closed").status, 404);
}
