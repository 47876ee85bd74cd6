//! Which form a nested page has (SQL.md section 4).

use super::{Expression, Level, LevelId, Mention, Page, Parent, Query, RowValueSource, Side, Source};
use crate::catalog::{Catalog, ColumnId, TableId};

/// Values are taken to be spread evenly if the most common one is at most so many times as frequent as others are on
/// average, and if at most so many times as many rows could be referred to as are.
const EVEN: f64 = 3.0;

impl Query {
    /// Whether the rows of each parent are looked up by themselves, and not those of all parents at once: an index finds
    /// them, there is one parent only, or an index in their order gives the pages of all parents sooner than all rows are
    /// read, by the statistics. `page` is what is looked up of them; `None` is all.
    pub fn are_looked_up(&self, catalog: &Catalog, side: &Side, page: Option<&Page>) -> bool {
        let Some(parent) = &side.parent else { return false };
        parent.indexed
            || self.most_rows(parent.level) == Some(1)
            || page.is_some_and(|page| self.are_found_in_order(catalog, side, parent, page))
    }

    /// How many rows of a level others hang on at most, if that is limited.
    fn most_rows(&self, id: LevelId) -> Option<u64> {
        let Level { side, page, rows_with_children, .. } = self.level(id);
        let own = if matches!(side.source, Source::Key(_)) { Some(1) } else { rows_with_children.or(page.limit) };
        let parents = side.parent.as_ref().map_or(Some(1), |parent| self.most_rows(parent.level));
        own?.checked_mul(parents?)
    }

    /// Whether reading rows in their order is expected to come upon a page of each parent before as many rows are read as
    /// there are. It is, if all parents have about as many rows, of which the pages are a part.
    fn are_found_in_order(&self, catalog: &Catalog, side: &Side, parent: &Parent, page: &Page) -> bool {
        let whole = side.filter.is_none() && page.offset.is_none() && page.from.is_none() && page.until.is_none();
        let table = self.table(side.base);
        let (Some(parents), Some(limit)) = (self.most_rows(parent.level), page.limit) else { return false };
        whole
            && matches!(side.source, Source::Table)
            && self.leads_order(catalog, table, side)
            && self.fan_out(catalog, side, parent).is_some_and(|fan_out| parents as f64 * limit as f64 <= fan_out)
    }

    /// Whether an index leads with what rows are ordered by first.
    fn leads_order(&self, catalog: &Catalog, table: TableId, side: &Side) -> bool {
        let first = side.order.first().map(|term| term.expression);
        let Some(Expression { mention, value: RowValueSource::Column(column) }) = first else { return false };
        mention == side.base && catalog.table(table).has_index_on(&[], column)
    }

    /// How many rows each parent has, if the statistics tell and all have about as many.
    fn fan_out(&self, catalog: &Catalog, side: &Side, parent: &Parent) -> Option<f64> {
        let [column] = parent.columns.as_slice() else { return None };
        let [Expression { mention, .. }] = parent.key.as_slice() else { return None };
        let (rows, distinct, most) = self.spread(catalog, *column)?;
        let referred = catalog.table(self.table(*mention)).estimated_rows?;
        let is_even = most <= EVEN / distinct && referred <= EVEN * distinct;
        (column.0 == side.base && is_even).then_some(rows / distinct)
    }

    /// Of a column's values that are not NULL: how many there are, how many different ones, and the share of the most
    /// common one of all rows.
    fn spread(&self, catalog: &Catalog, (mention, column): (Mention, ColumnId)) -> Option<(f64, f64, f64)> {
        let table = catalog.table(self.table(mention));
        let statistics = table.column(column).statistics?;
        let rows = table.estimated_rows?;
        let distinct = if statistics.n_distinct < 0.0 { -statistics.n_distinct * rows } else { statistics.n_distinct };
        let values = rows * (1.0 - statistics.null_fraction);
        (distinct >= 1.0).then(|| (values, distinct, statistics.top_frequency.unwrap_or_default()))
    }
}
