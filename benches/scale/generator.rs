//! A database of as many tables as are asked for, as those of large businesses are: tables of 8 to 15 columns of mixed
//! types, two foreign keys each (to a table near by and to one of a few hubs), unique keys, enums, comments, and a join
//! table for every ninth. Nothing is random, so that all runs measure the same.
//!
//! The hubs stay as few however many tables there are, so that the fields and filters of each grow with the schema. One
//! join table in sixteen leads to a hub. A relation through it has a filter and an order of its own with all fields of the
//! hub, and the number of such relations grows too: that part of the API grows with the square of the tables, and is
//! kept to about a tenth of 5,000.

use std::fmt::Write as _;

/// So many tables are made by one script, which is one transaction: PostgreSQL holds a lock for each of them.
const TABLES_PER_SCRIPT: usize = 200;

/// Of the first tables, so many are hubs.
const HUBS: usize = 6;

const ENUMS: usize = 40;

const AREAS: [&str; 25] = [
    "sales", "billing", "stock", "fleet", "payroll", "legal", "claims", "audit", "asset", "clinic", "campus", "energy",
    "freight", "garden", "harbor", "studio", "kitchen", "library", "museum", "network", "police", "quality", "rail",
    "survey", "travel",
];
const THINGS: [&str; 50] = [
    "account",
    "address",
    "agreement",
    "allocation",
    "approval",
    "batch",
    "booking",
    "branch",
    "budget",
    "campaign",
    "carrier",
    "category",
    "certificate",
    "channel",
    "contract",
    "delivery",
    "department",
    "device",
    "discount",
    "document",
    "employee",
    "event",
    "expense",
    "forecast",
    "invoice",
    "journal",
    "license",
    "location",
    "machine",
    "measure",
    "member",
    "message",
    "offer",
    "order",
    "payment",
    "permit",
    "plan",
    "policy",
    "position",
    "price",
    "product",
    "project",
    "rating",
    "receipt",
    "region",
    "report",
    "request",
    "schedule",
    "session",
    "supplier",
];
const PARTS: [&str; 4] = ["", "_line", "_detail", "_record"];

/// What columns are called, and their types; `ENUM` is one of the enums.
const COLUMNS: [(&str, &str); 16] = [
    ("title", "text NOT NULL"),
    ("code", "varchar(20) NOT NULL UNIQUE"),
    ("amount", "numeric(12, 2)"),
    ("created_at", "timestamptz NOT NULL DEFAULT now()"),
    ("quantity", "int4 NOT NULL DEFAULT 0"),
    ("is_active", "bool NOT NULL DEFAULT true"),
    ("state", "ENUM"),
    ("notes", "text"),
    ("valid_from", "date"),
    ("external_id", "uuid"),
    ("ratio", "float8"),
    ("settings", "jsonb"),
    ("serial_number", "int8"),
    ("tags", "text[]"),
    ("opens_at", "time"),
    ("contact_email", "text"),
];

/// The scripts that make a database of `tables` tables; the last one lets PostgreSQL count their rows.
pub(crate) fn scripts(tables: usize) -> Vec<String> {
    assert!(tables <= AREAS.len() * THINGS.len() * PARTS.len(), "there are no more names");
    let enums: String = (0..ENUMS)
        .map(|number| format!("CREATE TYPE {}_state AS ENUM ('new', 'open', 'on hold', 'closed');\n", THINGS[number]))
        .collect();
    let numbers: Vec<usize> = (0..tables).collect();
    let scripts = numbers.chunks(TABLES_PER_SCRIPT).map(|chunk| chunk.iter().map(|number| table(*number)).collect());
    std::iter::once(enums).chain(scripts).chain(["ANALYZE;".to_owned()]).collect()
}

/// `sales_invoice_line`
fn name(number: usize) -> String {
    let (area, rest) = (AREAS[number % AREAS.len()], number / AREAS.len());
    format!("{area}_{}{}", THINGS[rest % THINGS.len()], PARTS[rest / THINGS.len()])
}

fn is_join(number: usize) -> bool {
    number % 9 == 8
}

/// The table at or before `number` that is no join table.
fn entity(number: usize) -> usize {
    if is_join(number) { number - 1 } else { number }
}

fn table(number: usize) -> String {
    let near = entity(number.saturating_sub(1 + number % 7));
    let hub = number % HUBS;
    match number / 9 % 16 {
        _ if !is_join(number) => entity_table(number, near, hub),
        0 if near != hub => join_table(number, near, hub),
        _ => join_table(number, near, entity(near.saturating_sub(2))),
    }
}

fn entity_table(number: usize, near: usize, hub: usize) -> String {
    // The first table has none before it.
    let near_column = if near == number { "parent_id".to_owned() } else { format!("{}_id", name(near)) };
    let (table, near, hub) = (name(number), name(near), name(hub));
    let state = format!("{}_state NOT NULL DEFAULT 'new'", THINGS[number % ENUMS]);
    // Beside these it has a primary key and two foreign keys.
    let columns = (0..5 + number % 8).map(|offset| COLUMNS[(offset + number % 3) % COLUMNS.len()]);
    let columns: Vec<_> = columns.map(|(name, sql)| (name, if sql == "ENUM" { state.as_str() } else { sql })).collect();
    let mut sql = format!(
        "CREATE TABLE {table} (\n  {table}_id int4 PRIMARY KEY,\n  {near_column} int4 REFERENCES {near},\n  owner_{hub}_id int4 NOT NULL REFERENCES {hub}"
    );
    for (name, column) in &columns {
        let _ = write!(sql, ",\n  {name} {column}");
    }
    let _ = write!(sql, ");\nCREATE INDEX ON {table} ({near_column});\n");
    if number.is_multiple_of(2) {
        let _ = writeln!(sql, "COMMENT ON TABLE {table} IS 'What is known of a {table}, one row each.';");
    }
    for (name, _) in columns.iter().skip(number % 4).step_by(4) {
        let _ = writeln!(sql, "COMMENT ON COLUMN {table}.{name} IS 'The {name} as it was agreed for this {table}.';");
    }
    let (names, values): (Vec<_>, Vec<_>) = columns
        .iter()
        .filter_map(|(name, sql)| match *sql {
            sql if sql.starts_with("text[]") || sql.ends_with("'new'") => None,
            sql if sql.starts_with("text") || sql.starts_with("varchar") => Some((*name, "'value ' || n")),
            sql if sql.starts_with("int") || sql.starts_with("numeric") => Some((*name, "n")),
            _ => None,
        })
        .unzip();
    let (names, values) = (list(&names), list(&values));
    let _ = writeln!(
        sql,
        "INSERT INTO {table} ({table}_id, {near_column}, owner_{hub}_id{names}) SELECT n, n, n{values} FROM generate_series(1, 10) n;"
    );
    sql
}

fn list(items: &[&str]) -> String {
    items.iter().map(|item| format!(", {item}")).collect()
}

fn join_table(number: usize, near: usize, far: usize) -> String {
    let (table, near, far) = (name(number), name(near), name(far));
    format!(
        "CREATE TABLE {table} (
  {near}_id int4 NOT NULL REFERENCES {near},
  {far}_id int4 NOT NULL REFERENCES {far},
  position int4,
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ({near}_id, {far}_id));
INSERT INTO {table} ({near}_id, {far}_id, position) SELECT n, n, n FROM generate_series(1, 10) n;\n"
    )
}
