//! SQL NAMES → GRAPHQL NAMES: case, inflection, reserved words, relations, collisions.
//!
//! `build` gives every object of the catalog the names of API.md, such that no two fields of one type and
//! no two types share one: the proof that juniper needs before it sees a name. The outcome does not depend on the order
//! of objects. Every clash that the rules had to solve is listed in [`Naming::clashes`].

mod build;
mod case;
mod columns;
mod enums;
mod foreign_keys;
mod identity;
mod inflection;
mod joins;
mod name;
mod relations;
mod reserved;
mod resolve;
mod roots;
mod types;

pub use build::build;
pub use name::Name;

use crate::catalog::{ColumnId, ForeignKeyId, TableId, TypeId};
use std::collections::BTreeMap;

/// The GraphQL names of a catalog, and the relations that they belong to.
#[derive(Debug, Clone, PartialEq)]
pub struct Naming {
    /// By [`TableId`].
    pub tables: Vec<TableNames>,
    /// Enums with at least one label, by their type.
    pub enums: BTreeMap<TypeId, EnumNames>,
    /// Clashes that were solved, and hints, for the report at start: full sentences.
    pub clashes: Vec<String>,
}

/// The names of what is derived from one table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableNames {
    /// `Album`
    pub type_name: Name,
    /// `AlbumConnection`
    pub connection: Name,
    /// `AlbumEdge`
    pub edge: Name,
    /// `AlbumFilter`
    pub filter: Name,
    /// `AlbumConnectionFilter`: conditions on the rows of a relation to many.
    pub connection_filter: Name,
    /// `AlbumOrderBy`
    pub order_by: Name,
    /// The root connection field: `albums`.
    pub connection_field: Name,
    /// By [`ColumnId`]: `albumId`.
    pub columns: Vec<Name>,
    /// By [`ColumnId`]: the same in the filter, where `and or not isNull` are reserved (`and_`).
    pub filter_columns: Vec<Name>,
    /// One for each key: the primary key first, then the unique keys in the catalog's order.
    pub lookups: Vec<Lookup>,
    /// To other tables: forward, backward, many-to-many, each kind in the catalog's order.
    pub relations: Vec<Relation>,
}

/// The root fields of one key.
#[derive(Debug, Clone, PartialEq)]
pub struct Lookup {
    /// `album` for the primary key, else `albumByTitleAndArtistId`.
    pub field: Name,
    /// The key's columns; the arguments have the columns' names.
    pub columns: Vec<ColumnId>,
    /// Whether it is the primary key.
    pub primary: bool,
    /// The plural identifying root field of a single-column key.
    pub plural: Option<PluralLookup>,
}

/// `albumsByAlbumIds(albumIds:)`
#[derive(Debug, Clone, PartialEq)]
pub struct PluralLookup {
    /// `albumsByAlbumIds`
    pub field: Name,
    /// `albumIds`
    pub argument: Name,
}

/// A field that leads from a row to rows of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// Its field name.
    pub field: Name,
    /// The same in the filter, where `and or not isNull` are reserved (`not_`).
    pub filter_field: Name,
    /// Where it leads.
    pub kind: RelationKind,
}

/// Where a [`Relation`] leads.
#[derive(Debug, Clone, PartialEq)]
pub enum RelationKind {
    /// From the referencing row to the referenced one.
    Forward(ForeignKeyId),
    /// From the referenced row to the one that references it: the foreign key's columns are a key.
    BackwardOne(ForeignKeyId),
    /// From the referenced row to those that reference it.
    BackwardMany(ForeignKeyId),
    /// Through a join table.
    ManyToMany(ManyToMany),
}

/// A relation through a join table.
#[derive(Debug, Clone, PartialEq)]
pub struct ManyToMany {
    /// The join table's foreign key to the table that has the field.
    pub near: ForeignKeyId,
    /// The join table's foreign key to the table that the field leads to.
    pub far: ForeignKeyId,
    /// `PlaylistTracksConnection`
    pub connection: Name,
    /// `PlaylistTracksEdge`
    pub edge: Name,
    /// `PlaylistTracksFilter`
    pub filter: Name,
    /// `PlaylistTracksConnectionFilter`
    pub connection_filter: Name,
    /// `PlaylistTracksOrderBy`
    pub order_by: Name,
    /// What a field `edge` of the target is called in this relation's filter and order, where `edge` is the join table's
    /// row.
    pub displaced_edge: Option<Name>,
    /// The join table's columns on the edge, by [`ColumnId`] of the join table (`cursor` and `node` take a trailing `_`).
    pub edge_columns: Vec<Name>,
}

/// The names of an enum.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumNames {
    /// `TrackStatus`
    pub type_name: Name,
    /// By position of the label.
    pub values: Vec<Name>,
}

/// What the operator decided about names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// `bareForeignKeys = "relation"`: a foreign key column without a suffix gives its name to the relation and itself
    /// takes `Id`.
    pub bare_foreign_keys_name_relations: bool,
    /// Schemas whose names are replaced: `sales as ''` is `("sales", "")`. The first exposed schema is always plain.
    pub schema_prefixes: Vec<(String, String)>,
}

impl Naming {
    /// The names of a table.
    pub fn table(&self, id: TableId) -> &TableNames {
        &self.tables[id.0]
    }
}

impl TableNames {
    /// The name of a column.
    pub fn column(&self, id: ColumnId) -> &Name {
        &self.columns[id.0]
    }
}
