//! The catalog of `benches/data/shop.sql`, as PostgreSQL tells it after the data is in: stages that need no database are
//! measured without one.

use relata::catalog::{
    Catalog, Column, ColumnId, ColumnStatistics, Database, ForeignKey, Index, Key, Operators, Schema, Table, TableId,
    TableKind, Type, TypeId, TypeKind,
};

/// A column: its name, its type, whether it is `NOT NULL`, and the table that it references.
type Row = (&'static str, &'static str, bool, Option<&'static str>);

const TYPES: [&str; 4] = ["int4", "numeric", "text", "timestamp"];

/// Tables, ordered by name: how many columns the primary key has, how many rows there are, and the columns.
const TABLES: &[(&str, usize, f64, &[Row])] = &[
    (
        "album",
        1,
        347.0,
        &[("album_id", "int4", true, None), ("title", "text", true, None), ("artist_id", "int4", true, Some("artist"))],
    ),
    ("artist", 1, 275.0, &[("artist_id", "int4", true, None), ("name", "text", false, None)]),
    (
        "customer",
        1,
        59.0,
        &[
            ("customer_id", "int4", true, None),
            ("first_name", "text", true, None),
            ("last_name", "text", true, None),
            ("company", "text", false, None),
            ("city", "text", false, None),
            ("country", "text", false, None),
            ("email", "text", true, None),
            ("employee_id", "int4", false, Some("employee")),
        ],
    ),
    (
        "employee",
        1,
        8.0,
        &[
            ("employee_id", "int4", true, None),
            ("last_name", "text", true, None),
            ("first_name", "text", true, None),
            ("title", "text", false, None),
            ("reports_to", "int4", false, Some("employee")),
            ("hired_at", "timestamp", false, None),
            ("city", "text", false, None),
            ("email", "text", false, None),
        ],
    ),
    ("genre", 1, 25.0, &[("genre_id", "int4", true, None), ("name", "text", false, None)]),
    (
        "invoice",
        1,
        412.0,
        &[
            ("invoice_id", "int4", true, None),
            ("customer_id", "int4", true, Some("customer")),
            ("invoiced_at", "timestamp", true, None),
            ("city", "text", false, None),
            ("country", "text", false, None),
            ("total", "numeric", true, None),
        ],
    ),
    (
        "invoice_line",
        1,
        2240.0,
        &[
            ("invoice_line_id", "int4", true, None),
            ("invoice_id", "int4", true, Some("invoice")),
            ("track_id", "int4", true, Some("track")),
            ("unit_price", "numeric", true, None),
            ("quantity", "int4", true, None),
        ],
    ),
    ("medium", 1, 5.0, &[("medium_id", "int4", true, None), ("name", "text", false, None)]),
    ("playlist", 1, 18.0, &[("playlist_id", "int4", true, None), ("name", "text", false, None)]),
    (
        "playlist_track",
        2,
        8715.0,
        &[("playlist_id", "int4", true, Some("playlist")), ("track_id", "int4", true, Some("track"))],
    ),
    (
        "track",
        1,
        3503.0,
        &[
            ("track_id", "int4", true, None),
            ("name", "text", true, None),
            ("album_id", "int4", false, Some("album")),
            ("medium_id", "int4", true, Some("medium")),
            ("genre_id", "int4", false, Some("genre")),
            ("composer", "text", false, None),
            ("milliseconds", "int4", true, None),
            ("bytes", "int4", false, None),
            ("unit_price", "numeric", true, None),
        ],
    ),
];

/// The catalog of the shop.
pub(crate) fn shop() -> Catalog {
    shops(1)
}

/// So many shops in one catalog: the tables of the first have their own names, those of the others end in a number.
pub(crate) fn shops(count: usize) -> Catalog {
    let named = |shop: usize, name: &str| if shop == 0 { name.to_owned() } else { format!("{name}_{shop}") };
    let tables = |shop: usize| {
        TABLES.iter().map(move |(name, key, rows, columns)| table(&named(shop, name), *key, *rows, columns))
    };
    Catalog {
        database: Database {
            name: "shop".to_owned(),
            server_version: 150_018,
            role: "postgres".to_owned(),
            random_page_cost_is_default: true,
            search_path: None,
        },
        schemas: vec![Schema { name: "public".to_owned(), comment: None }],
        tables: (0..count).flat_map(tables).collect(),
        types: TYPES.iter().map(|name| type_of(name)).collect(),
        foreign_keys: (0..count).flat_map(foreign_keys).collect(),
        notes: Vec::new(),
    }
}

fn type_of(name: &str) -> Type {
    Type {
        schema: "pg_catalog".to_owned(),
        name: name.to_owned(),
        kind: TypeKind::Base,
        comment: None,
        orderable: true,
        operators: Some(Operators { schema: "pg_catalog".to_owned(), text: name == "text" }),
        is_row: false,
    }
}

fn table(name: &str, key: usize, rows: f64, columns: &[Row]) -> Table {
    let primary: Vec<ColumnId> = (0..key).map(ColumnId).collect();
    let index = |columns: Vec<ColumnId>, name: String, unique: bool| Index {
        name,
        columns: columns.into_iter().map(Some).collect(),
        method: "btree".to_owned(),
        unique,
        partial: false,
    };
    let referencing = columns.iter().enumerate().filter(|(position, row)| row.3.is_some() && *position > 0);
    let indexes = referencing.map(|(at, row)| index(vec![ColumnId(at)], format!("{name}_{}_idx", row.0), false));
    let indexes = indexes.chain([index(primary.clone(), format!("{name}_pkey"), true)]).collect();
    Table {
        schema: "public".to_owned(),
        name: name.to_owned(),
        kind: TableKind::Table,
        comment: None,
        columns: columns.iter().map(column).collect(),
        primary_key: Some(Key { name: format!("{name}_pkey"), columns: primary, comment: None }),
        unique_keys: Vec::new(),
        indexes,
        has_children: false,
        row_security: false,
        estimated_rows: Some(rows),
    }
}

fn column(&(name, type_name, not_null, references): &Row) -> Column {
    let type_id = TYPES.iter().position(|known| *known == type_name).map_or(TypeId(0), TypeId);
    let top_frequency = references.map(|_| 0.04);
    Column {
        name: name.to_owned(),
        type_id,
        dimensions: 0,
        not_null,
        default: None,
        identity: false,
        generated: false,
        loosely_equal: false,
        comment: None,
        statistics: Some(ColumnStatistics { n_distinct: -0.5, top_frequency, null_fraction: 0.0 }),
    }
}

fn foreign_keys(shop: usize) -> Vec<ForeignKey> {
    let first = shop * TABLES.len();
    let table = |name: &str| TableId(first + TABLES.iter().position(|row| row.0 == name).unwrap_or_default());
    let mut keys = Vec::new();
    for (name, _, _, columns) in TABLES {
        for (at, (column, _, _, target)) in columns.iter().enumerate() {
            keys.extend(target.map(|target| ForeignKey {
                name: format!("{name}_{column}_fkey"),
                table: table(name),
                columns: vec![ColumnId(at)],
                target: table(target),
                target_columns: vec![ColumnId(0)],
                validated: true,
                comment: None,
            }));
        }
    }
    keys
}
