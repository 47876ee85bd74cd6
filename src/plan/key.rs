//! Values of keys as text, in ids and cursors.

use crate::{
    catalog::{Column, ColumnId, Table},
    schema::{Schema, leaf, scalars::Slot},
};

/// The slot in which a key's column is selected to make ids and cursors: arrays as their text.
pub(super) fn slot(schema: &Schema, column: &Column) -> Slot {
    let leaf = leaf::of(&schema.catalog, column);
    if leaf.depth > 0 { Slot::Text } else { leaf.slot }
}

/// Whether `text` is what [`response`](crate) writes for a value of a key in a slot. What only PostgreSQL can judge is left
/// to it.
pub(super) fn is_canonical(slot: Slot, text: &str) -> bool {
    match slot {
        Slot::Int4 => text.parse::<i32>().is_ok_and(|number| number.to_string() == text),
        Slot::Int8 => text.parse::<i64>().is_ok_and(|number| number.to_string() == text),
        Slot::Bool => matches!(text, "true" | "false"),
        Slot::Uuid => is_uuid(text),
        _ => !text.contains('\0'),
    }
}

/// Whether values that PostgreSQL holds equal are written alike. Text is not: there is `citext`, and there are collations
/// without case.
pub(super) fn equal_is_identical(slot: Slot) -> bool {
    matches!(slot, Slot::Int4 | Slot::Int8 | Slot::Bool | Slot::Uuid)
}

fn is_uuid(text: &str) -> bool {
    let hyphen_at = |position: usize| matches!(position, 8 | 13 | 18 | 23);
    text.len() == 36
        && text.bytes().enumerate().all(|(position, byte)| match byte {
            b'-' => hyphen_at(position),
            b'0'..=b'9' | b'a'..=b'f' => !hyphen_at(position),
            _ => false,
        })
}

/// Whether each of `values` is canonical for its column.
pub(super) fn are_canonical(schema: &Schema, table: &Table, columns: &[ColumnId], values: &[String]) -> bool {
    columns.len() == values.len()
        && columns.iter().zip(values).all(|(column, value)| is_canonical(slot(schema, table.column(*column)), value))
}
