//! Which indexes a plan would be faster with.
//!
//! A page of related rows is found by the foreign key, in the order that was asked for; an index over both gives it without
//! reading more. The order that nobody asked for, that of the key, needs none beside the foreign key: it is only there to
//! tell rows apart.

use super::{
    ArmId, ArmKind, ConnectionShape, ConnectionValue, EdgeValue, Mention, Plan, Query, RootValue, RowShape, RowValue,
    RowValueSource, Side, Source, Term,
};
use crate::catalog::{Catalog, ColumnId, Table, TableId, TableKind};

/// An index that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingIndex {
    /// The connections that need it, each by the response keys that lead to it: `companies.nodes.trains`.
    pub paths: Vec<String>,
    /// What it is needed for.
    pub need: Need,
    /// The table that is read.
    pub table: TableId,
    /// What it would be over. Empty if no index would help.
    pub columns: Vec<IndexColumn>,
}

/// What an index is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// To find the rows that belong to others, by the first so many columns.
    Relation(usize),
    /// To read rows in their order.
    Order,
    /// To read rows in an order of another table's: there is no such index.
    OrderElsewhere,
}

/// A column of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexColumn {
    /// Which one.
    pub column: ColumnId,
    /// `DESC`
    pub descending: bool,
    /// Whether NULLs stand first.
    pub nulls_first: bool,
}

/// The indexes that `plan` misses, in the order of its connections. What one index answers is there once.
pub fn missing_indexes(catalog: &Catalog, plan: &Plan) -> Vec<MissingIndex> {
    let Some(query) = &plan.query else { return Vec::new() };
    let mut finder = Finder { catalog, query, path: Vec::new(), found: Vec::new() };
    for root in &plan.roots {
        finder.path.push(root.key.text.to_string());
        match &root.value {
            RootValue::Row(_, row) | RootValue::Node(_, row, _) => finder.row(row),
            RootValue::Connection(connection) => finder.connection(connection),
            RootValue::List(list) => list.arms.iter().for_each(|arm| finder.row(&arm.row)),
            RootValue::Constant(_) | RootValue::Introspection | RootValue::Failed => {}
        }
        finder.path.pop();
    }
    merged(finder.found)
}

struct Finder<'a> {
    catalog: &'a Catalog,
    query: &'a Query,
    path: Vec<String>,
    found: Vec<MissingIndex>,
}

impl Finder<'_> {
    fn row(&mut self, row: &RowShape) {
        for field in &row.fields {
            self.path.push(field.key.text.to_string());
            match &field.value {
                RowValue::ToOne(_, row) => self.row(row),
                RowValue::Connection(connection) => self.connection(connection),
                _ => {}
            }
            self.path.pop();
        }
    }

    fn connection(&mut self, connection: &ConnectionShape) {
        for arm in [connection.rows, connection.count, connection.beyond].into_iter().flatten() {
            self.arm(arm);
        }
        for field in &connection.fields {
            self.path.push(field.key.text.to_string());
            match &field.value {
                ConnectionValue::Nodes(row) => self.row(row),
                ConnectionValue::Edges(fields) => {
                    for field in fields {
                        if let EdgeValue::Node(row) = &field.value {
                            self.path.push(field.key.text.to_string());
                            self.row(row);
                            self.path.pop();
                        }
                    }
                }
                _ => {}
            }
            self.path.pop();
        }
    }

    fn arm(&mut self, arm: ArmId) {
        let Some(arm) = self.query.arms.get(arm.0) else { return };
        let missing = match &arm.kind {
            ArmKind::Rows(level) => missing_of(self.catalog, self.query, &self.query.level(*level).side, true),
            ArmKind::Exists { side, .. } => missing_of(self.catalog, self.query, side, true),
            // Rows that are counted may come in any order.
            ArmKind::Count(side) => missing_of(self.catalog, self.query, side, false),
            ArmKind::Estimate { .. } => None,
        };
        let paths = vec![self.path.join(".")];
        self.found.extend(missing.map(|(need, table, columns)| MissingIndex { paths, need, table, columns }));
    }
}

/// What the rows of a side miss.
fn missing_of(
    catalog: &Catalog,
    query: &Query,
    side: &Side,
    is_ordered: bool,
) -> Option<(Need, TableId, Vec<IndexColumn>)> {
    // Rows that are found by a key have its index. Rows without any key are all read and numbered.
    let (Source::Table | Source::Through(..)) = side.source else { return None };
    let keyed = side.parent.as_ref().and_then(|parent| parent.columns.first());
    let mention = keyed.map_or(side.base, |(mention, _)| *mention);
    let id = query.table(mention);
    let prefix = side.parent.iter().flat_map(|parent| &parent.columns);
    let prefix = prefix.map(|(_, column)| IndexColumn { column: *column, descending: false, nulls_first: false });
    let mut columns: Vec<IndexColumn> = prefix.collect();
    let need = Need::Relation(columns.len());
    if side.parent.as_ref().is_some_and(|parent| !parent.indexed) {
        if is_ordered {
            columns.extend(order_columns(side, mention));
        }
        return Some((need, id, columns));
    }
    if !is_ordered || side.order_indexed || has_usual_order(catalog.table(id), side, mention) {
        return None;
    }
    let order = order_columns(side, mention);
    if order.is_empty() {
        return Some((Need::OrderElsewhere, query.table(side.base), Vec::new()));
    }
    columns.extend(order);
    Some((Need::Order, id, columns))
}

/// The terms of an order as long as they are columns of one table. An index can be read from either end, so the first one
/// is always ascending.
fn order_columns(side: &Side, mention: Mention) -> Vec<IndexColumn> {
    let flipped = side.order.first().is_some_and(|term| term.descending);
    let column = |term: &Term| match term.expression.value {
        RowValueSource::Column(column) if term.expression.mention == mention => {
            let term = if flipped { term.flipped() } else { *term };
            // Where there are no NULLs, it does not matter where they would stand.
            let nulls_first = if term.nullable { term.nulls_first } else { term.descending };
            Some(IndexColumn { column, descending: term.descending, nulls_first })
        }
        _ => None,
    };
    side.order.iter().map_while(column).collect()
}

/// Whether rows are in the order of their key, which nobody asked for.
fn has_usual_order(table: &Table, side: &Side, mention: Mention) -> bool {
    let key = table.default_key().map_or(&[][..], |key| key.columns.as_slice());
    side.order.iter().all(|term| match term.expression.value {
        RowValueSource::Column(column) => term.expression.mention == mention && key.contains(&column),
        _ => true,
    })
}

/// Each index once: one that another begins with is answered by that.
fn merged(found: Vec<MissingIndex>) -> Vec<MissingIndex> {
    let mut kept: Vec<MissingIndex> = Vec::new();
    for missing in found {
        let same = |one: &MissingIndex, other: &MissingIndex| {
            one.table == other.table
                && one.columns.is_empty() == other.columns.is_empty()
                && one.columns.starts_with(&other.columns)
        };
        let position = kept.iter().position(|other| same(other, &missing) || same(&missing, other));
        match position.and_then(|position| kept.get_mut(position)) {
            None => kept.push(missing),
            Some(known) => {
                for path in missing.paths {
                    if !known.paths.contains(&path) {
                        known.paths.push(path);
                    }
                }
                if missing.columns.len() > known.columns.len() {
                    known.columns = missing.columns;
                }
            }
        }
    }
    kept
}

/// Whether a table can have indexes of its own.
pub fn can_have_indexes(table: &Table) -> bool {
    !matches!(table.kind, TableKind::View | TableKind::Foreign)
}

#[cfg(test)]
mod tests;
