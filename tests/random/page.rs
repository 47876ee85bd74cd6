//! Pages (API.md, "Connections"): EdgesToReturn and what is beyond them.

use super::document::{Field, Input, Place};
use super::evaluate::Evaluator;
use super::filter::matches;
use super::order::Order;
use super::world::{Entry, Site, World};
use relata::catalog::TableId;
use std::cmp::Ordering;

/// How long pages are without `first` and `last`.
pub(crate) const DEFAULT_SIZE: usize = 7;

/// A page of a connection.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) site: Site,
    pub(crate) table: TableId,
    pub(crate) entries: Vec<Entry>,
    pub(crate) has_next: bool,
    pub(crate) has_previous: bool,
    pub(crate) total: usize,
    /// Whether only the default size ends the page.
    pub(crate) cut_by_default: bool,
    /// What tells its cursors from others: field, parent, order.
    pub(crate) identity: String,
}

/// Where a page's rows may stand: from the first row after `after` to the last one before `before`.
struct Range {
    start: usize,
    end: usize,
}

impl Page {
    pub(crate) fn of(evaluator: &Evaluator<'_>, site: Site, parent: Option<u32>, field: &Field) -> Page {
        let world = evaluator.world;
        let given = |name: &str| evaluator.given(field, name).filter(|value| !value.is_null());
        let table = world.table_of(site);
        let mut all = world.entries(site, parent);
        let filter = given("filter");
        if let Some(filter) = &filter {
            let through = world.through(site);
            all.retain(|entry| matches(world, table, through, *entry, filter) == Some(true));
        }
        let order = given("orderBy");
        // Without a key cursors are the numbers of rows, and these depend on the filter.
        let filter = filter.filter(|_| !world.is_keyed(site));
        let [order_text, filter_text] = [&order, &filter].map(|value| value.as_ref().map(Input::json));
        let identity = format!("{site:?} {parent:?} {order_text:?} {filter_text:?}");
        let order = Order::of(world, site, order.as_ref());
        if given("orderBy").is_some() || matches!(site, Site::Through { .. }) {
            order.sort(world, &mut all);
        }

        let number = |name: &str| given(name).map(|value| value.json().to_string().parse::<usize>().unwrap());
        let (first, last, offset) = (number("first"), number("last"), number("offset").unwrap_or(0));
        let (after, before) = (given("after"), given("before"));
        let by_default = first.is_none() && last.is_none();
        let first = if by_default { Some(DEFAULT_SIZE) } else { first };
        let range = Range {
            start: after.as_ref().map_or(0, |cursor| standing(world, site, &order, &all, cursor, Ordering::is_le)),
            end: before
                .as_ref()
                .map_or(all.len(), |cursor| standing(world, site, &order, &all, cursor, Ordering::is_lt)),
        };
        let between = range.end.saturating_sub(range.start);
        let skipped = offset.min(between);
        let left = between - skipped;
        let begin = range.start + skipped;
        let kept = left.min(first.unwrap_or(left));
        let dropped = kept - kept.min(last.unwrap_or(kept));
        Page {
            site,
            table,
            entries: all[begin.min(all.len())..][dropped..kept].to_vec(),
            has_next: first.map_or(before.is_some() && range.end < all.len(), |first| left > first),
            has_previous: last.map_or(after.is_some() && range.start > 0, |last| between > last) || skipped > 0,
            total: all.len(),
            cut_by_default: by_default && left > DEFAULT_SIZE,
            identity,
        }
    }
}

/// How many rows stand before a cursor, or before and at it.
fn standing(
    world: World<'_>,
    site: Site,
    order: &Order,
    all: &[Entry],
    cursor: &Input,
    counts: fn(Ordering) -> bool,
) -> usize {
    let Input::Cursor(cursor) = cursor else { panic!("{cursor:?} is no cursor") };
    let entry = match (cursor.place, site) {
        (Place::Position(before), _) => return (before + usize::from(counts(Ordering::Equal))).min(all.len()),
        (Place::Row(join), Site::Through { far, .. }) => {
            let row = world.data.join(far).forward[join as usize].unwrap();
            Entry { row, edge: Some(join) }
        }
        (Place::Row(row), _) => Entry { row, edge: None },
    };
    all.partition_point(|other| counts(order.compare(world, *other, entry)))
}
