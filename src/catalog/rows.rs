//! The rows of `introspect/*.sql`, by kind.

use std::collections::HashMap;

use serde::de::DeserializeOwned;

use super::load::LoadError;

/// Lists the kinds of catalog objects. Each is a module with a `QUERY` and a `Row`; a new kind is one more name here
/// beside its pair of files.
macro_rules! kinds {
    ($($kind:ident),* $(,)?) => {
        /// The name of each kind of catalog object and the query that yields its rows.
        pub const QUERIES: &[(&str, &str)] = &[$((stringify!($kind), super::$kind::QUERY)),*];

        /// What `introspect/*.sql` yielded, read from one snapshot of the database.
        #[derive(Debug)]
        pub struct Rows {
            $(pub(super) $kind: Vec<super::$kind::Row>,)*
        }

        impl Rows {
            /// Reads the rows of each kind of [`QUERIES`], each row one JSON object as `row_to_json` writes it. A kind
            /// that is not in `json` has no rows. [`LoadError::Row`] if a row is not as its kind declares it.
            pub fn from_json(json: &HashMap<&str, Vec<String>>) -> Result<Rows, LoadError> {
                Ok(Rows { $($kind: read(stringify!($kind), json)?,)* })
            }
        }
    };
}

kinds! {
    database, schemas, tables, columns, privileges, partitions, keys, foreign_keys, indexes, types, enums, domains,
    composites, statistics,
}

fn read<Row: DeserializeOwned>(kind: &'static str, json: &HashMap<&str, Vec<String>>) -> Result<Vec<Row>, LoadError> {
    let rows = json.get(kind).map(Vec::as_slice).unwrap_or_default();
    rows.iter().map(|row| serde_json::from_str(row).map_err(|source| LoadError::Row { kind, source })).collect()
}
