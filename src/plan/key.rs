//! Values of keys as text, in ids and cursors.

use crate::{
    catalog::{Column, ColumnId, Table},
    schema::{
        Schema, leaf,
        scalars::{self, Slot},
    },
};

/// The slot in which a key's column is selected to make ids and cursors: arrays as their text.
pub(super) fn slot(schema: &Schema, column: &Column) -> Slot {
    let leaf = leaf::of(&schema.catalog, column);
    if leaf.depth > 0 { Slot::Text } else { leaf.slot }
}

/// Whether values that PostgreSQL holds equal are written alike. Text is not: there is `citext`, and there are collations
/// without case.
pub(super) fn equal_is_identical(slot: Slot) -> bool {
    matches!(slot, Slot::Int4 | Slot::Int8 | Slot::Bool | Slot::Uuid)
}

/// Whether values of a key's column that PostgreSQL holds equal are written alike.
pub fn column_equal_is_identical(schema: &Schema, column: &Column) -> bool {
    equal_is_identical(slot(schema, column))
}

/// Whether each of `values` is canonical for its column.
pub(super) fn are_canonical(schema: &Schema, table: &Table, columns: &[ColumnId], values: &[impl AsRef<str>]) -> bool {
    columns.len() == values.len()
        && columns.iter().zip(values).all(|(column, value)| {
            let (column, value) = (table.column(*column), value.as_ref());
            let type_ = schema.catalog.type_of(schema.catalog.base_type(column.type_id));
            scalars::key::is_canonical(slot(schema, column), value) && scalars::narrow::refusal(type_, value).is_none()
        })
}
