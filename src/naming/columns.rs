//! The fields of columns: in the type, in filters, and on the edges of many-to-many relations.

use super::{
    Name, Relation, TableNames,
    case::{Words, spelled},
    identity,
    reserved::{EDGE_FIELDS, FILTER_FIELDS, GLOBAL_ID, JOIN_ROW, ROW_ID},
    resolve::{Claim, Namespace},
};
use crate::catalog::{ColumnId, Table};

/// The names of all columns, by [`ColumnId`]. `is_bare` tells the foreign key columns that gave their name to the relation.
pub(super) fn name_columns(table: &Table, is_bare: impl Fn(ColumnId) -> bool, clashes: &mut Vec<String>) -> Vec<Name> {
    let claims: Vec<Claim> = table
        .columns()
        .map(|(id, column)| {
            let who = format!("column {}", identity::column(table, id));
            Claim::new(who, identity::column(table, id), 0, wants(&column.name, is_bare(id)))
        })
        .collect();
    let mut namespace = Namespace::new(format!("the fields of {}", identity::table(table)));
    namespace.reserve(GLOBAL_ID, "the global id");
    namespace.resolve(&claims, clashes).into_iter().map(|won| won.name).collect()
}

/// Best first: camelCase, then the SQL spelling (rule 7). What a column's own name asks for beats what it is moved to,
/// save for `rowId`: that must be where everybody looks for it.
fn wants(sql: &str, is_bare: bool) -> Vec<(String, u32)> {
    let words = Words::split(sql);
    let literal = |name: &str, otherwise: u32| if name == sql { 0 } else { otherwise };
    let camel = words.camel();
    let own = match camel.as_str() {
        GLOBAL_ID => vec![(ROW_ID.to_owned(), literal(GLOBAL_ID, 1))],
        ROW_ID => vec![(camel, if sql == ROW_ID { 2 } else { 3 })],
        _ => vec![(camel.clone(), literal(&camel, 1))],
    };
    let moved = is_bare.then(|| (words.with(GLOBAL_ID).camel(), 4));
    let spelled = spelled(sql);
    let spelled_rank = literal(&spelled, 1);
    moved.into_iter().chain(own).chain([(spelled, spelled_rank)]).collect()
}

/// The names of columns and relations inside filters, where `and or not isNull` take a trailing `_`.
pub(super) fn name_filter_fields(
    table: &Table,
    columns: &[Name],
    relations: &mut [Relation],
    clashes: &mut Vec<String>,
) -> Vec<Name> {
    let mut namespace = Namespace::new(format!("the filter of {}", identity::table(table)));
    namespace.reserve(GLOBAL_ID, "the global id");
    let fields: Vec<&Name> = columns.iter().chain(relations.iter().map(|relation| &relation.field)).collect();
    let mut won = name_beside(&mut namespace, FILTER_FIELDS, table, &fields, clashes);
    let of_relations = won.split_off(columns.len());
    for (relation, name) in relations.iter_mut().zip(of_relations) {
        relation.filter_field = name;
    }
    won
}

/// The names of a join table's columns on the edges that lead through it.
pub(super) fn name_edge_columns(table: &Table, columns: &[Name], clashes: &mut Vec<String>) -> Vec<Name> {
    let mut namespace = Namespace::new(format!("the edges through {}", identity::table(table)));
    name_beside(&mut namespace, EDGE_FIELDS, table, &columns.iter().collect::<Vec<_>>(), clashes)
}

/// What a field `edge` of the table is called in the filter and the order of a many-to-many relation that leads to it.
pub(super) fn displaced_edge(table: &Table, names: &TableNames, clashes: &mut Vec<String>) -> Option<Name> {
    let fields = names.columns.iter().chain(names.relations.iter().map(|relation| &relation.field));
    let filters = names.filter_columns.iter().chain(names.relations.iter().map(|relation| &relation.filter_field));
    let mut namespace =
        Namespace::new(format!("the filters and orders through join tables to {}", identity::table(table)));
    let mut is_there = false;
    for name in fields.chain(filters) {
        is_there |= name.as_str() == JOIN_ROW;
        namespace.reserve(name.as_str(), "another field");
    }
    if !is_there {
        return None;
    }
    name_beside(&mut namespace, &[JOIN_ROW], table, &[&Name::coerce(JOIN_ROW)], clashes).pop()
}

/// Names that differ among themselves, beside reserved ones: those that meet one take a trailing `_`.
fn name_beside(
    namespace: &mut Namespace,
    reserved: &[&str],
    table: &Table,
    fields: &[&Name],
    clashes: &mut Vec<String>,
) -> Vec<Name> {
    for name in reserved {
        namespace.reserve(name, "part of the API");
    }
    // As nearly always: then nothing has to be told of any of them.
    if namespace.gives_all(fields) {
        return fields.iter().map(|field| (*field).clone()).collect();
    }
    let claims: Vec<Claim> = fields
        .iter()
        .map(|field| {
            let who = format!("the field \"{field}\" of {}", identity::table(table));
            let identity = format!("{} {field}", identity::table(table));
            Claim::new(who, identity, 0, [(field.to_string(), 0), (format!("{field}_"), 1)])
        })
        .collect();
    namespace.resolve(&claims, clashes).into_iter().map(|won| won.name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_want_their_camel_case_then_their_spelling() {
        type Case<'a> = (&'a str, bool, &'a [(&'a str, u32)]);
        let cases: &[Case] = &[
            ("title", false, &[("title", 0), ("title", 0)]),
            ("artist_id", false, &[("artistId", 1), ("artist_id", 0)]),
            ("Line Id", false, &[("lineId", 1), ("Line_Id", 1)]),
            ("id", false, &[("rowId", 0), ("id", 0)]),
            ("ID", false, &[("rowId", 1), ("ID", 0)]),
            ("row_id", false, &[("rowId", 3), ("row_id", 0)]),
            ("rowId", false, &[("rowId", 2), ("rowId", 0)]),
            ("area", true, &[("areaId", 4), ("area", 0), ("area", 0)]),
        ];
        for (sql, is_bare, expected) in cases {
            let expected: Vec<(String, u32)> =
                expected.iter().map(|(name, rank)| ((*name).to_owned(), *rank)).collect();
            assert_eq!(wants(sql, *is_bare), expected, "{sql}");
        }
    }
}
