//! WHAT THE DATABASE HAS: the objects that the connected role may read, as plain data linked by ids.
//!
//! `load` turns the rows of `introspect/*.sql` into a [`Catalog`]. It is pure: running the queries is the
//! business of `execute`. Everything that the role may not read, and everything outside the exposed schemas, is gone
//! after `load`, so that no later stage has to ask again.

mod columns;
pub mod comment;
mod composites;
mod database;
mod domains;
mod enums;
mod facts;
mod foreign_keys;
mod indexes;
mod keys;
pub mod load;
pub mod nearest;
mod partitions;
mod privileges;
mod rows;
mod schemas;
mod statistics;
mod tables;
mod types;

use serde::Serialize;

/// Index of a [`Table`] in [`Catalog::tables`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct TableId(pub usize);

/// Index of a [`Column`] in [`Table::columns`] (not PostgreSQL's attribute number).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct ColumnId(pub usize);

/// Index of a [`Type`] in [`Catalog::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct TypeId(pub usize);

/// Index of a [`ForeignKey`] in [`Catalog::foreign_keys`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct ForeignKeyId(pub usize);

/// Everything that the connected role may read in the exposed schemas.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Catalog {
    /// The database that was asked.
    pub database: Database,
    /// The exposed schemas, in the order in which they were asked for. The first one stays plain in names.
    pub schemas: Vec<Schema>,
    /// Readable tables of the exposed schemas, ordered by schema (as in `schemas`), then name. Partitions are not here:
    /// their rows are their parent's.
    pub tables: Vec<Table>,
    /// The types that the columns of `tables` use, and those that these are made of. Ordered by schema and name.
    pub types: Vec<Type>,
    /// Foreign keys between `tables`, all of whose columns are readable on both sides; equal ones (same columns, same
    /// target columns) are one. Ordered by table, columns, target.
    pub foreign_keys: Vec<ForeignKey>,
    /// What was left out and why, for the report at start.
    pub notes: Vec<String>,
}

/// The database and the role that asks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Database {
    /// `current_database()`.
    pub name: String,
    /// `server_version_num`, as `150018`.
    pub server_version: u32,
    /// `current_user`.
    pub role: String,
    /// Whether nobody set `random_page_cost`, whose default is meant for disks that turn.
    pub random_page_cost_is_default: bool,
    /// A `search_path` on which the operators of all types are found, as those of an extension in a schema of its own;
    /// `None` if they are found on the role's own. Without them PostgreSQL would compare such values as text.
    pub search_path: Option<String>,
}

/// An exposed schema.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Schema {
    /// SQL name.
    pub name: String,
    /// `COMMENT ON SCHEMA`.
    pub comment: Option<String>,
}

/// What kind of relation a [`Table`] is (`pg_class.relkind`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// An ordinary table.
    Table,
    /// A partitioned table.
    Partitioned,
    /// A view.
    View,
    /// A materialized view.
    MaterializedView,
    /// A foreign table.
    Foreign,
}

/// A table, view, materialized view, foreign table or partitioned table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// SQL name of the schema.
    pub schema: String,
    /// SQL name.
    pub name: String,
    /// What it is.
    pub kind: TableKind,
    /// `COMMENT ON TABLE` and its kin, whole: directives are not yet taken off.
    pub comment: Option<String>,
    /// The readable columns in order of their attribute numbers. Never empty.
    pub columns: Vec<Column>,
    /// The primary key, if all its columns are readable.
    pub primary_key: Option<Key>,
    /// Every other key (see [`Key`]), ordered by columns. Equal column sets are one key.
    pub unique_keys: Vec<Key>,
    /// All valid indexes, ordered by name.
    pub indexes: Vec<Index>,
    /// Whether other tables inherit from it (partitions are not meant): PostgreSQL does not enforce its keys over the
    /// children.
    pub has_children: bool,
    /// Whether row-level security filters what the connected role sees of it.
    pub row_security: bool,
    /// `pg_class.reltuples`: the planner's row count, `None` if never analysed.
    pub estimated_rows: Option<f64>,
}

/// A readable column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// SQL name.
    pub name: String,
    /// Its type.
    pub type_id: TypeId,
    /// `pg_attribute.attndims`: the declared depth of an array (at least 1 for an array type), 0 for others.
    pub dimensions: u32,
    /// `NOT NULL`, or a domain that is not null.
    pub not_null: bool,
    /// The default expression as SQL, if any.
    pub default: Option<String>,
    /// `GENERATED … AS IDENTITY`.
    pub identity: bool,
    /// `GENERATED ALWAYS AS (…)`.
    pub generated: bool,
    /// Whether its collation holds texts equal that are not the same (PostgreSQL documentation, 24.2.2.4).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub loosely_equal: bool,
    /// `COMMENT ON COLUMN`.
    pub comment: Option<String>,
    /// What the planner knows about its values, if it was analysed.
    pub statistics: Option<ColumnStatistics>,
}

/// `pg_stats` of a column.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ColumnStatistics {
    /// `n_distinct`: a count if positive, else minus a share of the rows.
    pub n_distinct: f64,
    /// The share of rows that hold the most common value; `None` without a list of common values.
    pub top_frequency: Option<f64>,
    /// The share of rows that are NULL.
    pub null_fraction: f64,
}

/// A set of columns that identifies at most one row: a primary key, a unique constraint that is checked immediately, or
/// a valid, immediate, non-partial unique index on plain columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Key {
    /// SQL name of the constraint or index.
    pub name: String,
    /// Its columns in the key's order.
    pub columns: Vec<ColumnId>,
    /// `COMMENT ON CONSTRAINT` (or `ON INDEX`).
    pub comment: Option<String>,
}

/// A valid index, as far as the choice of a SQL form depends on it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Index {
    /// SQL name.
    pub name: String,
    /// Key parts in order; `None` is an expression or a column that is not readable.
    pub columns: Vec<Option<ColumnId>>,
    /// Access method (`btree`, `gin`, …).
    pub method: String,
    /// `UNIQUE`.
    pub unique: bool,
    /// Has a `WHERE` clause.
    pub partial: bool,
}

/// A foreign key between two exposed tables.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ForeignKey {
    /// SQL name of the constraint (of the first, where equal ones were made one).
    pub name: String,
    /// The referencing table.
    pub table: TableId,
    /// The referencing columns, in the constraint's order.
    pub columns: Vec<ColumnId>,
    /// The referenced table.
    pub target: TableId,
    /// The referenced columns, pairwise with `columns`.
    pub target_columns: Vec<ColumnId>,
    /// `pg_constraint.convalidated`: existing rows are known to satisfy it. False for a key that only partitions declare.
    pub validated: bool,
    /// `COMMENT ON CONSTRAINT`.
    pub comment: Option<String>,
}

/// A type that a column uses.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Type {
    /// SQL name of the schema (`pg_catalog` for built-in types).
    pub schema: String,
    /// `pg_type.typname`.
    pub name: String,
    /// What it is made of.
    pub kind: TypeKind,
    /// `COMMENT ON TYPE` or `ON DOMAIN`.
    pub comment: Option<String>,
    /// Whether the type (or what it is made of) has a default btree operator class, that is, can be ordered and compared.
    pub orderable: bool,
    /// `=` and its kind; `None` where no default operator class says what is equal.
    pub operators: Option<Operators>,
    /// Whether a value is a row of others, of which `IS NULL` asks whether they all are NULL.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_row: bool,
}

/// The operators of a [`Type`] that can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Operators {
    /// SQL name of their schema: that of an extension may not be in the `search_path`.
    pub schema: String,
    /// Whether it is a string, with `LIKE`, regular expressions and their kind without case.
    pub text: bool,
}

/// What a [`Type`] is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TypeKind {
    /// A base type, or one that needs no structure here (composites, ranges: served as text for now).
    Base,
    /// An enum with its labels in order.
    Enum(Vec<String>),
    /// A domain.
    Domain {
        /// What it is over (may be a domain again).
        base: TypeId,
        /// `NOT NULL`, by itself or by a domain below it.
        not_null: bool,
        /// `pg_type.typndims`.
        dimensions: u32,
    },
    /// An array (`typcategory = 'A'` with a subscript of its own element type; not int2vector and its kind).
    Array(TypeId),
}

impl Catalog {
    /// The table of `id`.
    pub fn table(&self, id: TableId) -> &Table {
        &self.tables[id.0]
    }

    /// The type of `id`.
    pub fn type_of(&self, id: TypeId) -> &Type {
        &self.types[id.0]
    }

    /// The foreign key of `id`.
    pub fn foreign_key(&self, id: ForeignKeyId) -> &ForeignKey {
        &self.foreign_keys[id.0]
    }

    /// Ids and tables, in order.
    pub fn tables(&self) -> impl Iterator<Item = (TableId, &Table)> {
        self.tables.iter().enumerate().map(|(index, table)| (TableId(index), table))
    }

    /// Ids and foreign keys, in order.
    pub fn foreign_keys(&self) -> impl Iterator<Item = (ForeignKeyId, &ForeignKey)> {
        self.foreign_keys.iter().enumerate().map(|(index, key)| (ForeignKeyId(index), key))
    }

    /// The type below all domains of `id`.
    pub fn base_type(&self, id: TypeId) -> TypeId {
        match self.type_of(id).kind {
            TypeKind::Domain { base, .. } => self.base_type(base),
            _ => id,
        }
    }
}

impl Table {
    /// The column of `id`.
    pub fn column(&self, id: ColumnId) -> &Column {
        &self.columns[id.0]
    }

    /// Ids and columns, in order.
    pub fn columns(&self) -> impl Iterator<Item = (ColumnId, &Column)> {
        self.columns.iter().enumerate().map(|(index, column)| (ColumnId(index), column))
    }

    /// Whether `columns` (in any order) are exactly the columns of a key of this table, which PostgreSQL does not enforce
    /// over inheritance children.
    pub fn is_key(&self, columns: &[ColumnId]) -> bool {
        let same =
            |key: &Key| key.columns.len() == columns.len() && key.columns.iter().all(|column| columns.contains(column));
        !self.has_children && self.primary_key.iter().chain(&self.unique_keys).any(same)
    }

    /// Whether an index gives the rows of each value of `prefix` (in any order among themselves) in the order of `next`.
    pub fn has_index_on(&self, prefix: &[ColumnId], next: ColumnId) -> bool {
        let leads = |index: &&Index| {
            index.columns.iter().take(prefix.len()).all(|part| part.is_some_and(|part| prefix.contains(&part)))
                && index.columns.get(prefix.len()) == Some(&Some(next))
        };
        self.indexes.iter().filter(|index| !index.partial && index.method == "btree").any(|index| leads(&index))
    }

    /// Whether an index that can be searched for every row leads with `columns`, in any order among themselves.
    pub fn has_index_leading_with(&self, columns: &[ColumnId]) -> bool {
        self.indexes.iter().any(|index| {
            !index.partial
                && index.method == "btree"
                && index.columns.len() >= columns.len()
                && index.columns[..columns.len()].iter().all(|part| part.is_some_and(|part| columns.contains(&part)))
        })
    }
}
