//! relata's choice among the forms of nested pages and of keyset conditions, against every form (SQL.md sections 3 and 4).
//!
//! Each form runs alone through pgbench, by one client, and what counts is the processor time of PostgreSQL.

use crate::{
    Outcome, answers,
    load::{self, Load},
    program, scratch,
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

/// Prints the tables.
pub(crate) async fn run() -> Outcome<()> {
    let database = Database::start(false)?;
    database.run("postgres", "CREATE DATABASE pages;\nCREATE DATABASE orders;\n").await?;
    let mut worst = nested(&database).await?;
    worst = worst.max(keyset(&database).await?);
    println!("\nrelata ÷ the best form, at most: {worst:.2} (target: {TARGET})");
    Ok(())
}

async fn nested(database: &Database) -> Outcome<f64> {
    let mut script =
        format!("CREATE TABLE par (id int PRIMARY KEY);\nINSERT INTO par SELECT generate_series(1, {ROWS});\n");
    for fan_out in FAN_OUTS {
        for (name, columns) in INDEXES {
            let (table, rows) = (format!("{name}{fan_out}"), rows(name));
            // Scattered: the children of a parent were not inserted together.
            script += &format!(
                "CREATE TABLE {table} (id int PRIMARY KEY, par_id int NOT NULL REFERENCES par, note text NOT NULL);\n\
                 INSERT INTO {table} SELECT n, 1 + CAST(n AS int8) * 7919 % {}, md5(CAST(n AS text)) FROM generate_series(1, {rows}) n;\n",
                (rows / fan_out).max(1)
            );
            if !columns.is_empty() {
                script += &format!("CREATE INDEX ON {table} {columns};\n");
            }
        }
    }
    eprintln!("loading pages …");
    database.run("pages", &format!("{script}VACUUM ANALYZE;\n")).await?;
    println!("\nnested pages: database CPU in µs, relata's and the best of the forms");
    println!("  index        fan-out parents page     relata  LATERAL   window ANY(ARRAY)      IN   relata ÷ best");
    let mut worst = 0.0_f64;
    for (name, columns) in INDEXES {
        for fan_out in FAN_OUTS {
            for parents in PARENTS.into_iter().filter(|parents| parents * fan_out <= rows(name)) {
                for page in PAGES.into_iter().filter(|page| *page == 10 || fan_out > 10) {
                    let table = format!("{name}{fan_out}");
                    let field = plural(&table);
                    let query = format!(
                        "{{ pars(first: {parents}) {{ nodes {{ rowId {field}(first: {page}) {{ nodes {{ rowId note }} }} }} }} }}"
                    );
                    let own = cost(database, "pages", &statement(&database.url("pages"), &query)?)?;
                    let forms = forms(&table, parents, page);
                    let costs = forms.iter().map(|form| cost(database, "pages", form)).collect::<Outcome<Vec<_>>>()?;
                    let best = costs.iter().copied().fold(own, f64::min);
                    worst = worst.max(own / best);
                    print!("  {columns:<12} {fan_out:>7} {parents:>7} {page:>4} {own:>10.0}");
                    costs.iter().for_each(|cost| print!(" {cost:>8.0}"));
                    println!("   {:>8.2}{}", own / best, if own / best > TARGET { "  WORSE" } else { "" });
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
    format!("{table}s")
}

/// The four forms of SQL.md section 4.
fn forms(table: &str, parents: u64, page: u64) -> [String; 4] {
    let above = format!("WITH l0 AS MATERIALIZED (SELECT id FROM par ORDER BY id LIMIT {parents})");
    let arms = |children: &str| {
        format!(
            "{above} SELECT 0, NULL::int, id, NULL::text FROM l0 UNION ALL (SELECT 1, s.k, s.id, s.note FROM {children})"
        )
    };
    let semi = |condition: &str| {
        format!("(SELECT t.par_id AS k, t.id, t.note FROM {table} t WHERE t.par_id {condition} ORDER BY t.id) s")
    };
    [
        arms(&format!(
            "l0 CROSS JOIN LATERAL (SELECT l0.id AS k, t.id, t.note FROM {table} t WHERE t.par_id = l0.id ORDER BY t.id LIMIT {page}) s"
        )),
        arms(&format!(
            "(SELECT t.par_id AS k, t.id, t.note, row_number() OVER (PARTITION BY t.par_id ORDER BY t.id) AS rn FROM {table} t \
             WHERE t.par_id IN (SELECT id FROM l0)) s WHERE s.rn <= {page}"
        )),
        arms(&semi("= ANY(ARRAY(SELECT id FROM l0))")),
        arms(&semi("IN (SELECT id FROM l0)")),
    ]
}

async fn keyset(database: &Database) -> Outcome<f64> {
    eprintln!("loading orders …");
    let script = "CREATE TABLE ord (id int PRIMARY KEY, a int, c int NOT NULL, g int NOT NULL);\n\
        INSERT INTO ord SELECT n, CASE WHEN n % 10 > 0 THEN CAST(n AS int8) * 7901 % 300007 END, CAST(n AS int8) * 7907 % 500009, n % 4 FROM generate_series(1, 1000000) n;\n\
        CREATE INDEX ON ord (a, id);\nCREATE INDEX ON ord (c, id);\nCREATE INDEX ON ord (g DESC, id);\nVACUUM ANALYZE;\n";
    database.run("orders", script).await?;
    let server = Server::start(&program(), &database.url("orders"), &[])?;
    println!("\nkeyset conditions, a page of 20 after row 500,000: database CPU in µs");
    println!("  order                        relata   OR chain   OFFSET   relata ÷ best");
    let mut worst = 0.0_f64;
    for (order, chain) in [
        ("c: ASC", "c > {c} OR (c = {c} AND id > {id}) ORDER BY c, id"),
        ("c: DESC", "c < {c} OR (c = {c} AND id < {id}) ORDER BY c DESC, id DESC"),
        ("a: ASC", "a > {a} OR a IS NULL OR (a = {a} AND id > {id}) ORDER BY a, id"),
        ("a: DESC_NULLS_LAST", "a < {a} OR a IS NULL OR (a = {a} AND id < {id}) ORDER BY a DESC NULLS LAST, id DESC"),
        ("a: ASC_NULLS_FIRST", "a > {a} OR (a = {a} AND id > {id}) ORDER BY a NULLS FIRST, id"),
    ] {
        let list = format!("orderBy: [{{ {order} }}]");
        let query = format!(
            "{{ ords(first: 1, offset: 499999, {list}) {{ nodes {{ rowId a c g }} pageInfo {{ endCursor }} }} }}"
        );
        let there = answers::ask(&server.url, &json!({ "query": query }).to_string()).await?;
        let row = &there["data"]["ords"]["nodes"][0];
        let cursor = there["data"]["ords"]["pageInfo"]["endCursor"].as_str().ok_or("there is no cursor")?;
        let query = format!("{{ ords(first: 20, after: \"{cursor}\", {list}) {{ nodes {{ rowId a c g }} }} }}");
        let own = cost(database, "orders", &statement(&database.url("orders"), &query)?)?;
        let chain = [("{id}", "rowId"), ("{a}", "a"), ("{c}", "c")]
            .iter()
            .fold(chain.to_owned(), |chain, (place, field)| chain.replace(place, &row[*field].to_string()));
        let (_, sort) = chain.split_once(" ORDER BY ").unwrap_or_default();
        let others = [
            cost(database, "orders", &format!("SELECT id, a, c, g FROM ord WHERE {chain} LIMIT 20"))?,
            cost(database, "orders", &format!("SELECT id, a, c, g FROM ord ORDER BY {sort} LIMIT 20 OFFSET 500000"))?,
        ];
        let best = others.iter().copied().fold(own, f64::min);
        worst = worst.max(own / best);
        println!("  {order:<24} {own:>10.0} {:>10.0} {:>8.0}   {:>8.2}", others[0], others[1], own / best);
    }
    Ok(worst)
}

/// The database CPU of a statement, in microseconds.
fn cost(database: &Database, name: &str, statement: &str) -> Outcome<f64> {
    let scratch = scratch()?;
    let file = scratch.join("form.sql");
    fs::write(&file, statement)?;
    let figures = load::pgbench(database, name, &file, Load { connections: 1, seconds: 1 }, &scratch)?;
    Ok(figures.database)
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
