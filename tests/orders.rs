//! Every page of every order: three columns in six directions, with NULLs, duplicates and NaN, page sizes 1 to 5, forwards
//! and backwards; found by an index and without one, at the root, below a parent, and by a to-one relation's columns.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;
mod support;

use engine::{ask, options};
use relata::response::engine::Engine;
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::cmp::Ordering;

const DIRECTIONS: [&str; 6] =
    ["ASC", "DESC", "ASC_NULLS_FIRST", "ASC_NULLS_LAST", "DESC_NULLS_FIRST", "DESC_NULLS_LAST"];

/// A row of the test's tables.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    id: i32,
    a: Option<i32>,
    b: Option<&'static str>,
    c: Option<f64>,
}

/// A column with a direction.
type Term = (&'static str, &'static str);

/// Twelve rows: each value of each column, NULL too, several times.
fn rows() -> Vec<Row> {
    let a = [None, Some(1), Some(2), None, Some(1)];
    let b = [Some("x"), None, Some("y"), Some("x"), Some("")];
    let c = [Some(0.5), Some(f64::NAN), None, Some(-1.5), Some(0.5), None, Some(f64::NAN)];
    (0..12)
        .map(|n| Row { id: i32::try_from(n).unwrap() * 7 % 12, a: a[n % 5], b: b[(n / 2) % 5], c: c[n % 7] })
        .collect()
}

/// The same table without and with indexes that give its orders; below a parent each; and referenced one to one.
fn script() -> String {
    let text = |value: Option<String>| value.map_or("NULL".to_owned(), |value| format!("'{value}'"));
    let values = |more: &str| {
        let row = |row: &Row| {
            let (a, b, c) = (row.a.map(|a| a.to_string()), row.b.map(str::to_owned), row.c.map(|c| c.to_string()));
            format!("({}, {}, {}, {}{more})", row.id, text(a), text(b), text(c))
        };
        rows().iter().map(row).collect::<Vec<_>>().join(", ")
    };
    let plain = values("");
    let child = values(", 1");
    format!(
        "CREATE TABLE plain (id int PRIMARY KEY, a int, b text COLLATE \"C\", c float8);
         INSERT INTO plain VALUES {plain};
         CREATE TABLE indexed (LIKE plain INCLUDING ALL);
         INSERT INTO indexed VALUES {plain};
         CREATE INDEX ON indexed (a, b, id); CREATE INDEX ON indexed (b, id); CREATE INDEX ON indexed (c DESC, a);
         CREATE TABLE parent (id int PRIMARY KEY);
         INSERT INTO parent VALUES (1), (2);
         CREATE TABLE child (LIKE plain INCLUDING ALL, parent_id int NOT NULL REFERENCES parent);
         INSERT INTO child VALUES {child}, (100, 1, 'x', 0, 2);
         CREATE INDEX ON child (parent_id, a, id); CREATE INDEX ON child (parent_id, b);
         CREATE TABLE loose (LIKE plain INCLUDING ALL, parent_id int NOT NULL REFERENCES parent);
         INSERT INTO loose VALUES {child}, (100, 1, 'x', 0, 2);
         CREATE TABLE outer_row (id int PRIMARY KEY, plain_id int REFERENCES plain);
         INSERT INTO outer_row SELECT id, id FROM plain;
         INSERT INTO outer_row VALUES (101, NULL), (102, NULL);
         CREATE VIEW keyless AS SELECT * FROM plain;"
    )
}

/// Where the rows are found, and how.
struct Place {
    /// The connection, with its path from the root: `parent(id: 1) { children`.
    open: &'static str,
    path: &'static [&'static str],
    order_type: &'static str,
    /// What stands around an order's term: `{ plain: { a: ASC } }`.
    relation: Option<&'static str>,
    /// Rows that have nothing at the end of the relation.
    lonely: &'static [i32],
    /// Whether the key ends the order; else all columns do, ascending.
    keyed: bool,
}

const fn place(open: &'static str, path: &'static [&'static str], order_type: &'static str) -> Place {
    Place { open, path, order_type, relation: None, lonely: &[], keyed: true }
}

const PLAIN: Place = place("plains", &["plains"], "PlainOrderBy");
const INDEXED: Place = place("indexeds", &["indexeds"], "IndexedOrderBy");
const CHILDREN: Place = place("parent(rowId: 1) { children", &["parent", "children"], "ChildOrderBy");
const LOOSE: Place = place("parent(rowId: 1) { looses", &["parent", "looses"], "LooseOrderBy");
const OUTER: Place =
    Place { relation: Some("plain"), lonely: &[101, 102], ..place("outerRows", &["outerRows"], "OuterRowOrderBy") };
const KEYLESS: Place = Place { keyed: false, ..place("keylesses", &["keylesses"], "KeylessOrderBy") };

/// Rows as PostgreSQL would sort them, by rules of the test's own.
fn sorted(place: &Place, order: &[Term]) -> Vec<i32> {
    let mut all: Vec<Row> = rows();
    all.extend(place.lonely.iter().map(|id| Row { id: *id, a: None, b: None, c: None }));
    let by = |term: &Term, left: &Row, right: &Row| {
        let descending = term.1.starts_with("DESC");
        let nulls_first = term.1.ends_with("FIRST") || term.1 == "DESC";
        let null = |left: bool, right: bool| if nulls_first { right.cmp(&left) } else { left.cmp(&right) };
        let present = |ordering: Ordering| if descending { ordering.reverse() } else { ordering };
        match term.0 {
            "a" => null(left.a.is_none(), right.a.is_none()).then(present(left.a.cmp(&right.a))),
            "b" => null(left.b.is_none(), right.b.is_none()).then(present(left.b.cmp(&right.b))),
            // NaN is greater than all other numbers.
            _ => null(left.c.is_none(), right.c.is_none()).then(present(match (left.c, right.c) {
                (Some(left), Some(right)) => left.total_cmp(&right),
                _ => Ordering::Equal,
            })),
        }
    };
    let key_descends = order.last().is_some_and(|term| term.1.starts_with("DESC"));
    all.sort_by(|left, right| {
        let terms = order.iter().map(|term| by(term, left, right)).fold(Ordering::Equal, Ordering::then);
        let key = left.id.cmp(&right.id);
        terms.then(if key_descends && place.keyed { key.reverse() } else { key })
    });
    all.into_iter().map(|row| row.id).collect()
}

struct Page {
    ids: Vec<i32>,
    start: Value,
    end: Value,
    next: bool,
    previous: bool,
}

async fn page(engine: &Engine, place: &Place, variables: &Value) -> Page {
    let close = "}".repeat(place.path.len() - 1);
    let query = format!(
        "query ($order: [{}!], $first: Int, $last: Int, $after: String, $before: String) {{
           {}(orderBy: $order, first: $first, last: $last, after: $after, before: $before) {{
             nodes {{ rowId }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} {close}",
        place.order_type, place.open
    );
    let body = ask(engine, &query, None, variables).await;
    assert!(body.get("errors").is_none(), "{variables}: {body}");
    let connection = place.path.iter().fold(&body["data"], |value, key| &value[*key]);
    let info = &connection["pageInfo"];
    Page {
        ids: connection["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|node| node["rowId"].as_i64().unwrap() as i32)
            .collect(),
        start: info["startCursor"].clone(),
        end: info["endCursor"].clone(),
        next: info["hasNextPage"].as_bool().unwrap(),
        previous: info["hasPreviousPage"].as_bool().unwrap(),
    }
}

/// The argument `orderBy`.
fn terms(place: &Place, order: &[Term]) -> Value {
    let term = |(column, direction): &Term| {
        let term = json!({ *column: direction });
        place.relation.map_or(term.clone(), |relation| json!({ relation: term }))
    };
    order.iter().map(term).collect()
}

/// Walks all pages of `size`, and compares each with the sorted rows.
async fn walk(engine: &Engine, place: &Place, order: &[Term], size: usize, forwards: bool) {
    let expected = sorted(place, order);
    let mut variables = json!({ "order": terms(place, order), if forwards { "first" } else { "last" }: size });
    let mut rest = expected.as_slice();
    let context =
        |got: &Page| format!("{} {order:?} size {size} forwards {forwards}: {:?} of {expected:?}", place.open, got.ids);
    loop {
        let got = page(engine, place, &variables).await;
        let cut = size.min(rest.len());
        let is_first_page = rest.len() == expected.len();
        let (want, left) = if forwards { rest.split_at(cut) } else { rest.split_at(rest.len() - cut) };
        let (want, left) = if forwards { (want, left) } else { (left, want) };
        assert_eq!(got.ids, want, "{}", context(&got));
        let (further, back) = if forwards { (got.next, got.previous) } else { (got.previous, got.next) };
        assert_eq!(further, !left.is_empty(), "further pages: {}", context(&got));
        assert_eq!(back, !is_first_page, "pages behind: {}", context(&got));
        rest = left;
        if rest.is_empty() {
            return;
        }
        let (argument, cursor) = if forwards { ("after", got.end) } else { ("before", got.start) };
        variables[argument] = cursor;
    }
}

async fn walk_all(engine: &Engine, place: &Place, orders: &[Vec<Term>]) {
    for order in orders {
        for size in 1..=5 {
            walk(engine, place, order, size, true).await;
            walk(engine, place, order, size, false).await;
        }
    }
}

/// One column in every direction.
fn singles() -> Vec<Vec<Term>> {
    let columns = ["a", "b", "c"].into_iter();
    columns.flat_map(|column| DIRECTIONS.map(|direction| vec![(column, direction)])).collect()
}

/// Two columns, each before the other, in every pair of directions.
fn pairs() -> Vec<Vec<Term>> {
    let combine = |first: &Vec<Term>| {
        let different = |second: &&Vec<Term>| second[0].0 != first[0].0;
        singles().iter().filter(different).map(|second| [first.clone(), second.clone()].concat()).collect::<Vec<_>>()
    };
    singles().iter().flat_map(combine).collect()
}

/// The three columns, in every combination of directions.
fn triples() -> Vec<Vec<Term>> {
    let mut triples = Vec::new();
    for a in DIRECTIONS {
        for b in DIRECTIONS {
            triples.extend(DIRECTIONS.map(|c| vec![("a", a), ("b", b), ("c", c)]));
        }
    }
    triples
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_row_is_lost_doubled_or_moved() {
    let database = support::database(&[&script()]);
    let engine =
        Engine::start(relata::response::engine::Options { connections: 2, ..options(&database) }).await.unwrap();
    let some_pairs: Vec<_> = pairs().into_iter().step_by(7).collect();
    let ((), ()) = tokio::join!(
        async {
            walk_all(&engine, &PLAIN, &triples()).await;
            walk_all(&engine, &KEYLESS, &singles()).await;
        },
        async {
            for place in [&INDEXED, &CHILDREN, &LOOSE, &OUTER] {
                walk_all(&engine, place, &singles()).await;
                walk_all(&engine, place, &some_pairs).await;
            }
        }
    );
    engine.close().await;
}

/// The cursor's own row and the one behind it go after each page; what is left comes all the same, once. In every place, in
/// both directions.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cursor_marks_its_place_when_its_row_is_gone() {
    let orders: [&[Term]; 4] = [
        &[("a", "ASC")],
        &[("b", "DESC_NULLS_LAST"), ("c", "ASC_NULLS_FIRST")],
        &[("c", "DESC")],
        &[("a", "ASC_NULLS_FIRST"), ("b", "DESC")],
    ];
    let places =
        [(&PLAIN, "plain"), (&INDEXED, "indexed"), (&CHILDREN, "child"), (&LOOSE, "loose"), (&OUTER, "outer_row")];
    for (place, table) in places {
        for order in orders {
            for forwards in [true, false] {
                walk_while_rows_go(place, table, order, forwards).await;
            }
        }
    }
}

async fn walk_while_rows_go(place: &Place, table: &str, order: &[Term], forwards: bool) {
    let database = support::database(&[&script()]);
    if table == "plain" {
        // Nothing may refer to what is deleted.
        database.execute("DELETE FROM outer_row");
    }
    let engine = Engine::start(options(&database)).await.unwrap();
    let mut left = sorted(place, order);
    if !forwards {
        left.reverse();
    }
    let mut variables = json!({ "order": terms(place, order), if forwards { "first" } else { "last" }: 2 });
    while !left.is_empty() {
        let got = page(&engine, place, &variables).await;
        let mut expected: Vec<i32> = left.drain(..left.len().min(2)).collect();
        let last = expected.last().copied();
        if !forwards {
            expected.reverse();
        }
        assert_eq!(got.ids, expected, "{table} {order:?} forwards {forwards}");
        let next = left.drain(..left.len().min(1));
        let gone: Vec<String> = last.into_iter().chain(next).map(|id| id.to_string()).collect();
        database.execute(&format!("DELETE FROM {table} WHERE id IN ({})", gone.join(",")));
        let (argument, cursor) = if forwards { ("after", got.end) } else { ("before", got.start) };
        variables[argument] = cursor;
    }
    engine.close().await;
}

/// Text in the order of its column's collation, whatever that is; also where letters are equal that are not identical.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn text_is_walked_under_any_collation() {
    let database = support::database(&[]);
    let mut connection = PgConnection::connect(&database.url()).await.unwrap();
    let has_icu = "SELECT EXISTS (SELECT FROM pg_collation WHERE collname = 'und-x-icu')";
    let has_icu: bool = sqlx::query_scalar(has_icu).fetch_one(&mut connection).await.unwrap();
    let mut collations = vec!["\"C\"", "\"default\""];
    if has_icu {
        database.execute(
            "CREATE COLLATION careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
             CREATE COLLATION upper_first (provider = icu, locale = 'und-u-kf-upper')",
        );
        collations.extend(["\"und-x-icu\"", "careless", "upper_first"]);
    }
    for collation in collations {
        database.execute(&format!(
            "DROP TABLE IF EXISTS word; CREATE TABLE word (id int PRIMARY KEY, text text COLLATE {collation});
             INSERT INTO word SELECT row_number() OVER (), t FROM unnest(ARRAY['b', 'B', 'a', 'A', 'ä', 'Ä', 'Z', 'z', '', ' ',
               '_b', '-b', 'ab', 'a b', 'ÿ', 'ß', 'ss', E'e\\u0301', 'é', NULL, '10', '9', '😀', 'a']) t;
             CREATE INDEX ON word (text, id)"
        ));
        let engine = Engine::start(options(&database)).await.unwrap();
        for (direction, sql) in [("ASC", "text, id"), ("DESC_NULLS_LAST", "text DESC NULLS LAST, id DESC")] {
            let sorted = AssertSqlSafe(format!("SELECT id FROM word ORDER BY {sql}"));
            let expected: Vec<i32> = sqlx::query_scalar(sorted).fetch_all(&mut connection).await.unwrap();
            for size in [1, 3] {
                let found = walked(&engine, direction, size).await;
                assert_eq!(found, expected, "{collation} {direction} {size}");
            }
        }
        engine.close().await;
    }
}

/// All words, a page after the other.
async fn walked(engine: &Engine, direction: &str, size: usize) -> Vec<i32> {
    let words = place("words", &["words"], "WordOrderBy");
    let mut variables = json!({ "order": [{ "text": direction }], "first": size });
    let mut found = Vec::new();
    loop {
        let got = page(engine, &words, &variables).await;
        assert_eq!(got.previous, !found.is_empty(), "{direction} {size}");
        found.extend(got.ids);
        if !got.next {
            return found;
        }
        assert!(found.len() < 100, "{direction} {size}: {found:?}");
        variables["after"] = got.end;
    }
}
