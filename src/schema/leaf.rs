//! How a column's values become GraphQL values.

use super::scalars::{self, Representation, Slot};
use crate::catalog::{self, Catalog, Column, TypeKind};

/// What a column's values are, below domains and arrays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaf {
    /// The GraphQL scalar or enum.
    pub kind: LeafKind,
    /// The slot that holds an item.
    pub slot: Slot,
    /// The declared depth of an array; 0 is no array.
    pub depth: u32,
    /// The type of an item, below domains.
    pub item: catalog::TypeId,
    /// Whether the column's type is the slot's own, so that no cast is needed.
    pub native: bool,
    /// Whether null is no value: `NOT NULL`, and no type whose values may have to be written as null.
    pub non_null: bool,
}

/// The GraphQL type of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeafKind {
    /// A scalar, by its GraphQL name.
    Scalar(&'static str),
    /// An enum with labels.
    Enum(catalog::TypeId),
}

/// How the values of `column` become GraphQL values (API.md, "Scalars").
pub fn of(catalog: &Catalog, column: &Column) -> Leaf {
    let mut type_id = column.type_id;
    let mut depth = 0;
    let mut declared = column.dimensions;
    let mut native = true;
    loop {
        match &catalog.type_of(type_id).kind {
            TypeKind::Domain { base, dimensions, .. } => {
                native = false;
                if depth == 0 {
                    declared = declared.max(*dimensions);
                }
                type_id = *base;
            }
            TypeKind::Array(element) if depth == 0 => {
                depth = declared.max(1);
                type_id = *element;
            }
            // An array below a domain below an array is served in its text form, as an item.
            TypeKind::Array(_) | TypeKind::Base | TypeKind::Enum(_) => break,
        }
    }
    let item = catalog.type_of(type_id);
    let (kind, representation) = match &item.kind {
        TypeKind::Enum(labels) if !labels.is_empty() => (LeafKind::Enum(type_id), &scalars::AS_TEXT),
        TypeKind::Base => of_base(&item.schema, &item.name),
        _ => (LeafKind::Scalar(scalars::AS_TEXT.scalar), &scalars::AS_TEXT),
    };
    let nullable_by_nature = depth == 0 && matches!(representation.scalar, "JSON" | "Float");
    Leaf {
        kind,
        slot: representation.slot,
        depth,
        item: type_id,
        native: native && item.schema == "pg_catalog" && item.name == representation.slot.type_name(),
        non_null: column.not_null && !nullable_by_nature,
    }
}

fn of_base(schema: &str, name: &str) -> (LeafKind, &'static Representation) {
    let representation = scalars::representation(schema, name);
    (LeafKind::Scalar(representation.scalar), representation)
}
