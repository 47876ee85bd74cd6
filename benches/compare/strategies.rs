//! relata's choice among the forms of nested pages and of keyset conditions, against every form (SQL.md sections 3 and 4).
//!
//! Each form runs alone through pgbench, by one client, and what counts is the processor time of PostgreSQL. Where a form seems
//! to be better by more than the target, all are measured again in turns, and the medians count.

use crate::{
    EACH, Outcome, answers,
    load::{self, Load},
    program,
    report::median,
    scratch,
    setting::{Database, Server},
};
use serde_json::json;
use std::{fs, process::Command};

/// No form may be better by more than this.
const TARGET: f64 = 1.3;
/// Rows of a child table at most; without an index each form reads all of them, so there are fewer.
const ROWS: u64 = 1_000_000;
const ROWS_WITHOUT_INDEX: u64 = 20_000;

const FAN_OUTS: [u64; 5] = [1, 10, 100, 1000, 10_000];
const PARENTS: [u64; 4] = [1, 10, 100, 1000];
const PAGES: [u64; 2] = [10, 100];
const INDEXES: [(&str, &str); 3] = [("both", "(par_id, id)"), ("key", "(par_id)"), ("none", "")];

/// Prints the tables; `only` the one of an index by its name, or of the `keyset` conditions.
pub(crate) async fn run(only: Option<&str>) -> Outcome<()> {
    let wanted = |name: &str| only.is_none_or(|only| only == name);
    if let Some(only) = only.filter(|only| *only != "keyset" && !INDEXES.iter().any(|(name, _)| name == only)) {
        return Err(format!("there is no part {only}: both, key, none, keyset").into());
    }
    let database = Database::start(false)?;
    database.run("postgres", "CREATE DATABASE pages;\nCREATE DATABASE orders;\n").await?;
    let indexes: Vec<_> = INDEXES.into_iter().filter(|(name, _)| wanted(name)).collect();
    let mut worst = 0.0_f64;
    if !indexes.is_empty() {
        worst = nested(&database, &indexes).await?;
    }
    if wanted("keyset") {
        worst = worst.max(keyset(&database).await?);
    }
    println!("\nrelata ÷ the best form, at most: {worst:.2} (target: {TARGET})");
    Ok(())
}

async fn nested(database: &Database, indexes: &[(&str, &str)]) -> Outcome<f64> {
    let mut script = String::new();
    for fan_out in FAN_OUTS {
        for (name, columns) in indexes {
            let (table, rows) = (format!("{name}{fan_out}"), rows(name));
            // Scattered: the children of a parent were not inserted together.
            let parents = (rows / fan_out).max(1);
            script += &format!(
                "CREATE TABLE above_{table} (id int PRIMARY KEY);\n\
                 INSERT INTO above_{table} SELECT generate_series(1, {parents});\n\
                 CREATE TABLE {table} (id int PRIMARY KEY, par_id int NOT NULL REFERENCES above_{table}, note text NOT NULL);\n\
                 INSERT INTO {table} SELECT n, 1 + CAST(n AS int8) * 7919 % {parents}, md5(CAST(n AS text)) FROM generate_series(1, {rows}) n;\n"
            );
            if !columns.is_empty() {
                script += &format!("CREATE INDEX ON {table} {columns};\n");
            }
        }
    }
    eprintln!("loading pages …");
    database.run("pages", &format!("{script}VACUUM ANALYZE;\n")).await?;
    println!("\nnested pages: database CPU in µs, relata's and the best of the forms");
    println!("  (the last column is not cut: it returns every child, and is no answer where one has more than a page)");
    println!(
        "  index        fan-out parents page     relata  LATERAL   window      ANY   relata ÷ best   rows     semi-join"
    );
    let mut worst = 0.0_f64;
    for (name, columns) in indexes {
        for fan_out in FAN_OUTS {
            for parents in PARENTS.into_iter().filter(|parents| parents * fan_out <= rows(name)) {
                for page in PAGES.into_iter().filter(|page| *page == 10 || fan_out > 10) {
                    let table = format!("{name}{fan_out}");
                    let above = plural(&format!("above{}", capital(&table)));
                    let field = format!("{}ByParId", plural(&table));
                    let query = format!(
                        "{{ {above}(first: {parents}) {{ nodes {{ rowId {field}(first: {page}) {{ nodes {{ rowId note }} }} }} }} }}"
                    );
                    let (forms, uncut) = forms(&table, parents, page);
                    let own = statement(&database.url("pages"), &query)?;
                    let rows = parents + parents * page.min(fan_out);
                    same_rows(database, "pages", forms.iter().chain([&own]), rows).await?;
                    let uncut = cost(database, "pages", &uncut)?;
                    let cell = cell(database, "pages", &own, &forms)?;
                    worst = worst.max(cell.ratio);
                    print!("  {columns:<12} {fan_out:>7} {parents:>7} {page:>4} {:>10.0}", cell.own);
                    cell.others.iter().for_each(|cost| print!(" {cost:>8.0}"));
                    println!("   {:>13.2} {rows:>6} {uncut:>13.0}{}", cell.ratio, cell.verdict());
                }
            }
        }
    }
    Ok(worst)
}

fn rows(index: &str) -> u64 {
    if index == "none" { ROWS_WITHOUT_INDEX } else { ROWS }
}

/// The field that relata makes of a table whose name ends in a digit.
fn plural(table: &str) -> String {
    format!("{table}List")
}

fn capital(table: &str) -> String {
    let (first, rest) = table.split_at(1);
    first.to_uppercase() + rest
}

/// The forms of SQL.md section 4 that cut each parent's page, and the semi-join, which cannot.
fn forms(table: &str, parents: u64, page: u64) -> (Vec<String>, String) {
    let above = format!("WITH l0 AS MATERIALIZED (SELECT id FROM above_{table} ORDER BY id LIMIT {parents})");
    let arms = |children: &str| {
        format!(
            "{above} SELECT 0, NULL::int, id, NULL::text FROM l0 UNION ALL (SELECT 1, s.k, s.id, s.note FROM {children})"
        )
    };
    let window = |condition: &str| {
        arms(&format!(
            "(SELECT t.par_id AS k, t.id, t.note, row_number() OVER (PARTITION BY t.par_id ORDER BY t.id) AS rn FROM {table} t \
             WHERE t.par_id {condition}) s WHERE s.rn <= {page}"
        ))
    };
    let lateral = arms(&format!(
        "l0 CROSS JOIN LATERAL (SELECT l0.id AS k, t.id, t.note FROM {table} t WHERE t.par_id = l0.id ORDER BY t.id LIMIT {page}) s"
    ));
    let semi_join = format!(
        "(SELECT t.par_id AS k, t.id, t.note FROM {table} t WHERE t.par_id IN (SELECT id FROM l0) ORDER BY t.id) s"
    );
    (vec![lateral, window("IN (SELECT id FROM l0)"), window("= ANY(ARRAY(SELECT id FROM l0))")], arms(&semi_join))
}

/// Refuses forms that return other rows than they should, so that a wrong one cannot be the best.
async fn same_rows(database: &Database, name: &str, forms: impl Iterator<Item = &String>, rows: u64) -> Outcome<()> {
    for form in forms {
        let found = answers::count(database, name, form).await?;
        if found != rows {
            return Err(format!("{found} rows instead of {rows}: {form}").into());
        }
    }
    Ok(())
}

/// What relata's statement and others cost, and relata's by the best of all.
struct Cell {
    own: f64,
    others: Vec<f64>,
    ratio: f64,
}

impl Cell {
    fn verdict(&self) -> &'static str {
        if self.ratio > TARGET { "  WORSE" } else { "" }
    }
}

/// How often all are measured where the first time shows a ratio beyond the target.
const AGAIN: usize = 4;

fn cell(database: &Database, name: &str, own: &str, others: &[String]) -> Outcome<Cell> {
    let mut rounds: Vec<Vec<f64>> = Vec::new();
    loop {
        let statements = std::iter::once(own).chain(others.iter().map(String::as_str));
        rounds.push(statements.map(|statement| cost(database, name, statement)).collect::<Outcome<Vec<_>>>()?);
        let middle = |side: usize| median(rounds.iter().map(|round| round[side])).unwrap_or_default();
        let costs: Vec<_> = (0..=others.len()).map(middle).collect();
        let best = costs.iter().copied().fold(f64::INFINITY, f64::min);
        let ratio = costs[0] / best;
        if ratio <= TARGET || rounds.len() > AGAIN {
            return Ok(Cell { own: costs[0], others: costs[1..].to_vec(), ratio });
        }
    }
}

async fn keyset(database: &Database) -> Outcome<f64> {
    eprintln!("loading orders …");
    let script = "CREATE TABLE ord (id int PRIMARY KEY, a int, c int NOT NULL, g int NOT NULL);\n\
        INSERT INTO ord SELECT n, CASE WHEN n % 10 > 0 THEN CAST(n AS int8) * 7901 % 300007 END, CAST(n AS int8) * 7907 % 500009, n % 4 FROM generate_series(1, 1000000) n;\n\
        CREATE INDEX ON ord (a, id);\nCREATE INDEX ON ord (c, id);\nCREATE INDEX ON ord (g DESC, id);\nVACUUM ANALYZE;\n";
    database.run("orders", script).await?;
    let server = Server::start(&program(), &database.url("orders"), EACH)?;
    println!("\nkeyset conditions, a page of 20: database CPU in µs");
    println!("  order                  after row     relata   OR chain   OFFSET   relata ÷ best");
    let mut worst = 0.0_f64;
    for (order, chain) in [
        ("c: ASC", "c > {c} OR (c = {c} AND id > {id}) ORDER BY c, id"),
        ("c: DESC", "c < {c} OR (c = {c} AND id < {id}) ORDER BY c DESC, id DESC"),
        ("a: ASC", "a > {a} OR a IS NULL OR (a = {a} AND id > {id}) ORDER BY a, id"),
        ("a: DESC_NULLS_LAST", "a < {a} OR a IS NULL OR (a = {a} AND id < {id}) ORDER BY a DESC NULLS LAST, id DESC"),
        ("a: ASC_NULLS_FIRST", "a > {a} OR (a = {a} AND id > {id}) ORDER BY a NULLS FIRST, id"),
        ("g: DESC, rowId: ASC", "g < {g} OR (g = {g} AND id > {id}) ORDER BY g DESC, id"),
    ] {
        let terms: Vec<_> = order.split(", ").map(|term| format!("{{ {term} }}")).collect();
        let list = format!("orderBy: [{}]", terms.join(" "));
        for depth in [1_000_u64, 500_000, 950_000] {
            let query = format!(
                "{{ ords(first: 1, offset: {}, {list}) {{ nodes {{ rowId a c g }} pageInfo {{ endCursor }} }} }}",
                depth - 1
            );
            let there = answers::ask(&server.url, &json!({ "query": query }).to_string()).await?;
            let row = &there["data"]["ords"]["nodes"][0];
            if order.starts_with("a:") && row["a"].is_null() {
                // The condition by hand above is for values.
                continue;
            }
            let cursor = there["data"]["ords"]["pageInfo"]["endCursor"].as_str().ok_or("there is no cursor")?;
            let query = format!("{{ ords(first: 20, after: \"{cursor}\", {list}) {{ nodes {{ rowId a c g }} }} }}");
            let chain = [("{id}", "rowId"), ("{a}", "a"), ("{c}", "c"), ("{g}", "g")]
                .iter()
                .fold(chain.to_owned(), |chain, (place, field)| chain.replace(place, &row[*field].to_string()));
            let (_, sort) = chain.split_once(" ORDER BY ").unwrap_or_default();
            let others = [
                format!("SELECT id, a, c, g FROM ord WHERE {chain} LIMIT 20"),
                format!("SELECT id, a, c, g FROM ord ORDER BY {sort} LIMIT 20 OFFSET {depth}"),
            ];
            let own = statement(&database.url("orders"), &query)?;
            same_rows(database, "orders", others.iter().chain([&own]), 20).await?;
            let cell = cell(database, "orders", &own, &others)?;
            worst = worst.max(cell.ratio);
            println!(
                "  {order:<22} {depth:>8} {:>10.0} {:>10.0} {:>8.0}   {:>8.2}{}",
                cell.own,
                cell.others[0],
                cell.others[1],
                cell.ratio,
                cell.verdict()
            );
        }
    }
    Ok(worst)
}

/// The database CPU of a statement, in microseconds; infinite for one that takes longer than anybody waits.
fn cost(database: &Database, name: &str, statement: &str) -> Outcome<f64> {
    let scratch = scratch()?;
    let file = scratch.join("form.sql");
    fs::write(&file, statement)?;
    for seconds in [1, 10] {
        let figures = load::pgbench(database, name, &file, Load { connections: 1, seconds }, &scratch)?;
        if let Some(figures) = figures {
            return Ok(figures.database);
        }
    }
    Ok(f64::INFINITY)
}

/// relata's statement for a query, with its values in their places.
fn statement(url: &str, query: &str) -> Outcome<String> {
    let file = scratch()?.join("query.graphql");
    fs::write(&file, query)?;
    let explained = load::run(Command::new(program()).args(["explain", url, "--file"]).arg(&file))?;
    let statement = explained.split("\n\n").next().unwrap_or_default();
    let (mut text, values) = match statement.split_once("\n-- ") {
        Some((text, values)) => (text.to_owned(), values.to_owned()),
        None => (statement.to_owned(), String::new()),
    };
    // The last ones first: `$1` is the beginning of `$10`.
    for value in values.split(", $").collect::<Vec<_>>().into_iter().rev() {
        if let Some((number, value)) = value.trim_start_matches('$').split_once(" = ") {
            text = text.replace(&format!("${number}"), &value.replace('"', "'"));
        }
    }
    Ok(text)
}
