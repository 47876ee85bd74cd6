//! From the rows of `introspect/*.sql` to a [`Catalog`].

pub use super::rows::{QUERIES, Rows};
use super::{Catalog, database, foreign_keys, indexes, keys, schemas, statistics, tables};
use super::{columns::Columns, partitions::Partitions, privileges::Privileges, types::Types};

/// Which schemas become part of the API.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exposure {
    /// Their SQL names, the first of which stays plain in names. `None`: the existing ones of the role's `search_path`,
    /// or `public` if it has none.
    pub schemas: Option<Vec<String>>,
}

/// Why there is no catalog.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A schema was asked for that does not exist.
    #[error("schema \"{name}\" does not exist; {}", hint(nearest.as_deref(), existing))]
    UnknownSchema {
        /// What was asked for.
        name: String,
        /// The existing schema that is spelled most like it.
        nearest: Option<String>,
        /// All schemas that are not PostgreSQL's own.
        existing: Vec<String>,
    },
    /// A schema was asked for that the role may not use.
    #[error(
        "role \"{role}\" may not use schema \"{name}\"; GRANT USAGE ON SCHEMA to it, or choose among: {}",
        list(usable)
    )]
    UnusableSchema {
        /// What was asked for.
        name: String,
        /// The role that asks.
        role: String,
        /// The schemas that the role may use.
        usable: Vec<String>,
    },
    /// No schema was asked for, and neither the `search_path` nor `public` can be used.
    #[error("the search_path of role \"{role}\" holds no schema that it may use; choose among: {}", list(usable))]
    NoSchema {
        /// The role that asks.
        role: String,
        /// The schemas that the role may use.
        usable: Vec<String>,
    },
    /// `introspect/database.sql` yielded nothing.
    #[error("introspect/database.sql yielded no row")]
    NoDatabase,
    /// A row does not have the fields that its kind declares.
    #[error("a row of introspect/{kind}.sql cannot be read: {source}")]
    Row {
        /// The kind, as in [`QUERIES`].
        kind: &'static str,
        /// What is wrong with the row.
        source: serde_json::Error,
    },
    /// A column, domain or array is of a type that `introspect/types.sql` did not yield.
    #[error("introspect/types.sql did not yield the type with oid {oid}")]
    UnknownType {
        /// `pg_type.oid`.
        oid: i64,
    },
}

/// Links `rows` into what the role may read of the schemas that `exposure` names.
pub fn load(rows: Rows, exposure: &Exposure) -> Result<Catalog, LoadError> {
    let (mut database, search_path) = database::load(rows.database)?;
    let schemas = schemas::expose(rows.schemas, exposure, &search_path.schemas, &database.role)?;
    let privileges = Privileges::new(rows.privileges);
    let mut readable = Columns::readable(rows.columns, &privileges);
    let mut notes = Vec::new();
    let found = tables::find(rows.tables, &schemas, &readable, &database.role, &mut notes);

    let used = found.iter().flat_map(|table| readable.of(table.oid)).map(|column| column.type_oid);
    let types = Types::new(rows.types, rows.enums, rows.domains, rows.composites).used_by(used)?;
    let mut tables = tables::Tables::new(found, &mut readable, &types)?;

    let partitions = Partitions::new(rows.partitions);
    statistics::add(rows.statistics, &mut tables);
    keys::add(rows.keys, &partitions, &mut tables, &mut notes);
    indexes::add(rows.indexes, &partitions, &mut tables);
    let foreign_keys = foreign_keys::load(rows.foreign_keys, &partitions, &tables, &mut notes);

    let types = types.into_list();
    database.search_path = search_path.with_operators_of(&types);
    let mut catalog = Catalog { database, schemas, tables: tables.into_list(), types, foreign_keys, notes };
    catalog.notes.extend(catalog.comment_warnings());
    Ok(catalog)
}

fn hint(nearest: Option<&str>, existing: &[String]) -> String {
    match nearest {
        Some(nearest) => format!("did you mean \"{nearest}\"? There are: {}", list(existing)),
        None => format!("there are: {}", list(existing)),
    }
}

/// Names for one line of a message: many schemas must not fill the screen.
fn list(names: &[String]) -> String {
    const SHOWN: usize = 12;
    match names.len() {
        0 => "(none)".to_owned(),
        count if count > SHOWN => format!("{} and {} more", names[..SHOWN].join(", "), count - SHOWN),
        _ => names.join(", "),
    }
}
