//! WHAT THE API OFFERS: the GraphQL types with, for each field, what it means in the database.
//!
//! `build` makes a [`Schema`] from the catalog and its names. The planner and the validation read only this, by
//! hash. `juniper` (the module) turns it into juniper's registry, for introspection and validation; [`sdl`] prints it.

pub mod build;
mod describe;
pub mod directions;
mod filters;
mod input;
mod introspection;
pub mod juniper;
pub mod leaf;
mod listed;
pub mod operators;
mod orders;
mod roots;
pub mod scalars;
mod sdl;
mod shared;
mod wrappers;

pub use introspection::Directive;
pub use listed::{Listed, Named};
pub(crate) use sdl::quoted;
pub use sdl::sdl;
pub use wrappers::Wrappers;

use crate::{
    catalog::{Catalog, ColumnId, ForeignKeyId, TableId},
    naming::{Name, Naming},
};
use operators::Operator;
use std::{collections::HashMap, sync::Arc};

/// Index of a [`Type`] in [`Schema::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub usize);

/// Index of an [`EnumType`]'s value.
pub type EnumValueIndex = usize;

/// A GraphQL schema over a catalog.
#[derive(Debug)]
pub struct Schema {
    /// The database that it reflects.
    pub catalog: Catalog,
    /// The names that it gives.
    pub naming: Naming,
    /// All named types.
    pub types: Vec<Type>,
    /// The object type `Query`.
    pub query: TypeId,
    /// The interface `Node`.
    pub node: TypeId,
    /// The directives that clients may write or meet.
    pub directives: Vec<Directive>,
    /// `__schema` and `__type`, which stand in the root type but are not among its fields.
    pub(crate) entrances: [Field; 2],
    pub(crate) by_name: HashMap<Name, TypeId>,
    /// By [`TableId`].
    pub(crate) objects: Vec<TypeId>,
    /// By SQL name: schema, then table.
    pub(crate) tables: HashMap<String, HashMap<String, TableId>>,
    /// The page sizes that the operator chose.
    pub page_sizes: PageSizes,
}

/// How many rows a connection may give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSizes {
    /// Without `first` and `last`.
    pub default: u32,
    /// At most; `None` is without a limit.
    pub maximum: Option<u32>,
}

/// A named GraphQL type.
#[derive(Debug, Clone)]
pub struct Type {
    /// Its name.
    pub name: Name,
    /// Its description, in Markdown.
    pub description: Option<Arc<str>>,
    /// What it is.
    pub kind: TypeKind,
}

/// What a [`Type`] is.
#[derive(Debug, Clone)]
pub enum TypeKind {
    /// A scalar: a row of `scalars::SCALARS`.
    Scalar(&'static scalars::Scalar),
    /// An object.
    Object(ObjectType),
    /// An interface. The only one is `Node`.
    Interface(InterfaceType),
    /// An enum.
    Enum(EnumType),
    /// An input object: a filter or an order.
    Input(InputType),
}

/// An object type.
#[derive(Debug, Clone, Default)]
pub struct ObjectType {
    /// In the order in which SDL prints them.
    pub fields: Listed<Field>,
    /// The interfaces that it implements.
    pub interfaces: Vec<TypeId>,
    /// The table whose rows it stands for, if it does.
    pub table: Option<TableId>,
}

/// An interface type.
#[derive(Debug, Clone)]
pub struct InterfaceType {
    /// In the order in which SDL prints them.
    pub fields: Listed<Field>,
    /// The object types that implement it.
    pub possible: Vec<TypeId>,
}

/// An enum type.
#[derive(Debug, Clone)]
pub struct EnumType {
    /// In declared order.
    pub values: Vec<EnumValue>,
    /// Position in `values` by name.
    pub by_name: HashMap<Name, EnumValueIndex>,
    /// Position in `values` by the label that PostgreSQL knows.
    pub by_label: HashMap<Arc<str>, EnumValueIndex>,
}

/// A value of an enum.
#[derive(Debug, Clone)]
pub struct EnumValue {
    /// Its GraphQL name.
    pub name: Name,
    /// The label in PostgreSQL; of an enum of the API itself, its name.
    pub label: Arc<str>,
    /// Its description.
    pub description: Option<Arc<str>>,
}

/// An input object type.
#[derive(Debug, Clone)]
pub struct InputType {
    /// Its input fields.
    pub fields: Listed<Argument>,
    /// `@oneOf`: exactly one field must be given, and not null.
    pub one_of: bool,
}

/// An output field.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name.
    pub name: Name,
    /// Its description, in Markdown.
    pub description: Option<Arc<str>>,
    /// Its arguments; shared, as all connections of one type take the same.
    pub arguments: Arc<[Argument]>,
    /// Its type.
    pub type_ref: TypeRef,
    /// Set by `@deprecated` in a comment: the reason.
    pub deprecated: Option<Arc<str>>,
    /// What the planner makes of it.
    pub resolve: Resolve,
}

/// An argument of a field, or a field of an input object.
#[derive(Debug, Clone)]
pub struct Argument {
    /// Its name.
    pub name: Name,
    /// Its description.
    pub description: Option<Arc<str>>,
    /// Its type.
    pub type_ref: TypeRef,
    /// What the planner makes of it.
    pub meaning: Meaning,
}

/// What an [`Argument`] means in the database.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning {
    /// Something that its field knows by its name: `first`, `ids`.
    Named,
    /// The same, with a default, as a document would write it. Only what the specification defines has one.
    WithDefault(&'static str),
    /// The value of a column: the argument of a lookup.
    Key(ColumnId),
    /// Which rows a connection has.
    Filter,
    /// In which order a connection has them.
    OrderBy,
    /// A condition on a column, in the filter of its type.
    Operator(&'static Operator),
    /// A column's filter, or the direction of its order.
    Column(ColumnId),
    /// Conditions on the global id.
    GlobalId,
    /// The row that this one references.
    Forward(ForeignKeyId),
    /// The one row that references this one.
    BackwardOne(ForeignKeyId),
    /// The rows that reference this one.
    BackwardMany(ForeignKeyId),
    /// The rows at the other end of a join table.
    ManyToMany {
        /// From the join table to this one's table.
        near: ForeignKeyId,
        /// From the join table to the table of the rows.
        far: ForeignKeyId,
    },
    /// The row of the join table that led here.
    Edge,
    /// How many of the rows of a relation to many.
    Quantifier(Quantifier),
    /// All conditions of a list.
    And,
    /// At least one condition of a list.
    Or,
    /// The contrary of a condition.
    Not,
    /// Whether a relation to one leads to no row.
    IsNull,
}

/// How many of the rows of a relation to many must meet a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantifier {
    /// At least one.
    Some,
    /// All of them, also if there are none.
    Every,
    /// None.
    None,
}

/// A type with its wrappers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TypeRef {
    /// The innermost type.
    pub named: TypeId,
    /// From the inside out: `[Int]!` is `[List, NonNull]`.
    pub wrappers: Wrappers,
}

/// A wrapping type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wrapper {
    /// `[…]`
    List,
    /// `…!`
    NonNull,
}

/// What a field means in the database.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolve {
    /// `Query.node`
    Node,
    /// `Query.nodes`
    Nodes,
    /// A root connection.
    Connection(TableId),
    /// A row by the columns of a key, one argument each.
    Lookup(TableId, Arc<[ColumnId]>),
    /// Rows by a list of values of one column.
    PluralLookup(TableId, ColumnId),
    /// The global id.
    GlobalId,
    /// A column of the row.
    Column(ColumnId),
    /// The row that this one references.
    Forward(ForeignKeyId),
    /// The one row that references this one.
    BackwardOne(ForeignKeyId),
    /// A connection of the rows that reference this one.
    BackwardMany(ForeignKeyId),
    /// A connection through a join table: its foreign keys to this table and to the other one.
    ManyToMany {
        /// From the join table to the table that has the field.
        near: ForeignKeyId,
        /// From the join table to the table that the field leads to.
        far: ForeignKeyId,
    },
    /// `edges` of a connection.
    Edges,
    /// `nodes` of a connection.
    ConnectionNodes,
    /// `pageInfo` of a connection.
    PageInfo,
    /// `totalCount` of a connection.
    TotalCount,
    /// `estimatedCount` of a connection.
    EstimatedCount,
    /// `cursor` of an edge.
    Cursor,
    /// `node` of an edge.
    EdgeNode,
    /// A column of the join table, on an edge.
    EdgeColumn(ColumnId),
    /// `PageInfo.hasNextPage`
    HasNextPage,
    /// `PageInfo.hasPreviousPage`
    HasPreviousPage,
    /// `PageInfo.startCursor`
    StartCursor,
    /// `PageInfo.endCursor`
    EndCursor,
    /// A field of introspection, which asks the schema instead of the database.
    Introspection,
}

impl Schema {
    /// The type of `id`.
    pub fn get(&self, id: TypeId) -> &Type {
        &self.types[id.0]
    }

    /// The type called `name`.
    pub fn by_name(&self, name: &str) -> Option<TypeId> {
        self.by_name.get(name).copied()
    }

    /// The table of a SQL name.
    pub fn table_by_sql_name(&self, schema: &str, table: &str) -> Option<TableId> {
        self.tables.get(schema)?.get(table).copied()
    }

    /// The object type of a table's rows.
    pub fn object_of(&self, table: TableId) -> TypeId {
        self.objects[table.0]
    }

    /// The output field `name` of an object or interface, or what leads from the root type to introspection; without
    /// `__typename`, which every one of them has.
    pub fn field(&self, parent: TypeId, name: &str) -> Option<&Field> {
        let fields = match &self.get(parent).kind {
            TypeKind::Object(object) => &object.fields,
            TypeKind::Interface(interface) => &interface.fields,
            TypeKind::Scalar(_) | TypeKind::Enum(_) | TypeKind::Input(_) => return None,
        };
        let entrance = || self.entrances.iter().find(|entrance| parent == self.query && entrance.name.as_str() == name);
        fields.get(name).or_else(entrance)
    }

    /// Whether an object of type `object` satisfies the type condition `condition`.
    pub fn satisfies(&self, object: TypeId, condition: TypeId) -> bool {
        object == condition
            || matches!(&self.get(object).kind, TypeKind::Object(object) if object.interfaces.contains(&condition))
    }
}

impl TypeKind {
    /// Whether it has fields to select.
    pub fn is_composite(&self) -> bool {
        matches!(self, Self::Object(_) | Self::Interface(_))
    }

    /// Whether values that clients write can have it.
    pub fn is_input(&self) -> bool {
        matches!(self, Self::Scalar(_) | Self::Enum(_) | Self::Input(_))
    }
}

impl Field {
    /// The argument called `name`.
    pub fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments.iter().find(|argument| argument.name.as_str() == name)
    }
}

impl Argument {
    /// Its default, as a document would write it.
    pub fn default(&self) -> Option<&'static str> {
        if let Meaning::WithDefault(default) = self.meaning { Some(default) } else { None }
    }

    /// Whether it must be written.
    pub fn is_required(&self) -> bool {
        self.type_ref.is_non_null() && self.default().is_none()
    }

    /// The type that a variable must fit which stands for it: where there is a default, it may be absent.
    pub fn variable_type(&self) -> TypeRef {
        match self.type_ref.wrappers.split_last() {
            Some((Wrapper::NonNull, inner)) if self.default().is_some() => {
                TypeRef { named: self.type_ref.named, wrappers: inner.into() }
            }
            _ => self.type_ref.clone(),
        }
    }
}

impl TypeRef {
    /// `T`
    pub fn nullable(named: TypeId) -> Self {
        Self { named, wrappers: Wrappers::default() }
    }

    /// `T!`
    pub fn required(named: TypeId) -> Self {
        Self { named, wrappers: Wrappers::from(&[Wrapper::NonNull][..]) }
    }

    /// This type, in `[…]`.
    #[must_use]
    pub fn list(self) -> Self {
        self.wrap(Wrapper::List)
    }

    /// This type, not null.
    #[must_use]
    pub fn non_null(self) -> Self {
        if self.is_non_null() { self } else { self.wrap(Wrapper::NonNull) }
    }

    /// Whether null is no value of it.
    pub fn is_non_null(&self) -> bool {
        self.wrappers.last() == Some(&Wrapper::NonNull)
    }

    fn wrap(self, wrapper: Wrapper) -> Self {
        Self { named: self.named, wrappers: self.wrappers.iter().copied().chain([wrapper]).collect() }
    }

    /// As GraphQL writes it.
    pub fn display(&self, schema: &Schema) -> String {
        self.wrappers.iter().fold(schema.get(self.named).name.to_string(), |inner, wrapper| match wrapper {
            Wrapper::List => format!("[{inner}]"),
            Wrapper::NonNull => format!("{inner}!"),
        })
    }
}
