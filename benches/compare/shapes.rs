//! What is measured: a row a shape. Another one needs a row here, and its files in `benches/shapes/`.

use std::path::PathBuf;

/// A query, asked in several ways.
pub(crate) struct Shape {
    /// The stem of its files: `<name>.graphql` with `<name>.variables.json` if it has variables, `<name>.json.sql` and
    /// `<name>.rows.sql` for pgbench, `<name>.postgraphile.graphql` for that peer if it is asked.
    pub(crate) name: char,
    /// The database it asks: a file in `benches/data/`.
    pub(crate) database: &'static str,
    /// What it is, for people.
    pub(crate) what: &'static str,
    /// A query of relata that gives the cursor for the variable `after`, and where it stands in the answer.
    pub(crate) cursor: Option<(&'static str, &'static str)>,
    /// Requests a second of relata by those of each other side that are wanted at 8 connections: JSON by hand, rows,
    /// PostGraphile.
    pub(crate) targets: [Option<f64>; 3],
    /// Processor time of the server for a request that relata is to stay below then, in microseconds.
    pub(crate) server: Option<f64>,
    /// Rows that the file `rows.sql` has beyond those of the answer.
    pub(crate) surplus: usize,
}

const NONE: [Option<f64>; 3] = [None; 3];

/// All of them.
pub(crate) const SHAPES: &[Shape] = &[
    Shape {
        server: Some(27.0),
        ..shape('a', "shop", "a row by its key, with a to-one", [Some(0.6), Some(0.5), Some(11.0)])
    },
    Shape {
        server: Some(346.0),
        ..shape('b', "shop", "50 rows, all children, first 10 grandchildren", [Some(2.2), Some(0.8), Some(6.0)])
    },
    Shape {
        server: Some(103.0),
        ..shape('c', "shop", "100 of 3,503 rows by a text without index", [Some(1.2), Some(0.9), Some(3.0)])
    },
    Shape {
        cursor: Some(("{ tracks(first: 1000) { pageInfo { endCursor } } }", "/data/tracks/pageInfo/endCursor")),
        server: Some(53.0),
        // The row that tells whether there is a next page.
        surplus: 1,
        ..shape(
            'd',
            "shop",
            "a page of 20 after a cursor, count, cursors, two to-ones",
            [Some(1.5), Some(0.9), Some(5.0)],
        )
    },
    Shape { server: Some(462.0), ..shape('e', "shop", "1000 rows of 6 columns", [Some(4.5), Some(0.75), Some(13.0)]) },
    shape('f', "shop", "a filter on a relation, with the count", NONE),
    shape('g', "shop", "10 aliased root fields", NONE),
    shape('h', "shop", "100 global ids of two types", NONE),
    shape('i', "blog", "100,000 rows, streamed", NONE),
    shape('j', "blog", "shape b on 20,000 / 200,000 / 1,000,000 rows", NONE),
];

const fn shape(name: char, database: &'static str, what: &'static str, targets: [Option<f64>; 3]) -> Shape {
    Shape { name, database, what, cursor: None, targets, server: None, surplus: 0 }
}

impl Shape {
    /// A file of this shape.
    pub(crate) fn file(&self, ending: &str) -> PathBuf {
        PathBuf::from(format!("{}/benches/shapes/{}.{ending}", env!("CARGO_MANIFEST_DIR"), self.name))
    }
}
