//! Statements that cost PostgreSQL less to run than to be sent, so that several requests had better share one.

use super::{Arm, ArmKind, Expression, Join, Level, Query, RowValueSource, Source};
use crate::catalog::{Catalog, ColumnId, TableId};

/// So many rows at most are found by a light statement.
const ROWS: u64 = 100;

/// Whether a statement finds few rows, each of them by an index, for values that requests give.
///
/// Everything that has to look at more rows than it gives is not light: what is counted, filtered, sorted or skipped, and
/// what no index finds. It is known from the plan alone, so that the same request is always answered in the same way.
pub fn is_light(catalog: &Catalog, query: &Query) -> bool {
    let found = Found { catalog, query };
    let mut rows = vec![0_u64; query.levels.len()];
    for (position, level) in query.levels.iter().enumerate() {
        let Some(page) = found.page(level) else { return false };
        let parents = level.side.parent.as_ref().map_or(1, |parent| rows[parent.level.0]);
        rows[position] = parents.saturating_mul(page);
    }
    let is_rows = |arm: &Arm| matches!(arm.kind, ArmKind::Rows(_));
    !query.binds.is_empty()
        && query.guards.is_empty()
        && query.arms.iter().all(is_rows)
        && rows.iter().sum::<u64>() <= ROWS
}

struct Found<'a> {
    catalog: &'a Catalog,
    query: &'a Query,
}

impl Found<'_> {
    /// How many rows a level has at most for each of its parents, if indexes find them.
    fn page(&self, level: &Level) -> Option<u64> {
        let side = &level.side;
        let table = self.query.table(side.base);
        let joined = level.joins.iter().chain(&side.joins).all(|join| self.is_joined_by_index(join));
        if !joined || side.filter.is_some() || level.page.offset.is_some() {
            return None;
        }
        match &side.source {
            Source::Key(key) => {
                let columns: Vec<_> = key.iter().map(|(column, ..)| *column).collect();
                self.is_indexed(table, &columns).then_some(1)
            }
            Source::Table => {
                let is_found = side.is_order_followed() && self.is_whole_order_indexed(level);
                if is_found { level.page.limit } else { None }
            }
            Source::Numbered { .. } | Source::Keys(_) | Source::Through(..) => None,
        }
    }

    fn is_joined_by_index(&self, join: &Join) -> bool {
        let columns: Vec<_> = join.on.iter().map(|(_, column)| *column).collect();
        self.is_indexed(self.query.table(join.mention), &columns)
    }

    fn is_indexed(&self, table: TableId, columns: &[ColumnId]) -> bool {
        self.catalog.table(table).has_index_leading_with(columns)
    }

    /// Whether an index gives the order to its last term: else all rows of an equal first term are read to be sorted.
    fn is_whole_order_indexed(&self, level: &Level) -> bool {
        let table = self.catalog.table(self.query.table(level.side.base));
        let parent = level.side.parent.iter().flat_map(|parent| parent.columns.iter().map(|(_, column)| *column));
        let mut columns: Vec<ColumnId> = parent.collect();
        let descends = level.side.order.first().is_some_and(|term| term.descending);
        level.side.order.iter().all(|term| {
            let Expression { mention, value: RowValueSource::Column(column) } = term.expression else { return false };
            let indexed = mention == level.side.base
                && term.descending == descends
                && term.has_default_nulls()
                && table.has_index_on(&columns, column);
            columns.push(column);
            indexed
        })
    }
}
