//! The descriptions of what relata generates. What comes from the database is described by its comments.

use std::sync::Arc;

pub(super) fn text(description: &str) -> Option<Arc<str>> {
    Some(description.into())
}

pub(super) const QUERY: &str =
    "What can be read. Every field is nullable, so that one that fails does not take the others along.";
pub(super) const NODE: &str = "A row that can be fetched again by its global id.";
pub(super) const GLOBAL_ID: &str = "The global id: it names the row in the whole API, and `node` fetches it again.";
pub(super) const NODE_FIELD: &str = "The row of a global id, or null if there is none.";
pub(super) const NODES_FIELD: &str =
    "The rows of a list of global ids, in the same order, with null for those that are not there.";
pub(super) const PAGE_INFO: &str = "Where a page of a connection stands in the whole.";
pub(super) const HAS_NEXT: &str = "Going forwards: whether rows follow the page.";
pub(super) const HAS_PREVIOUS: &str = "Going backwards: whether rows precede the page.";
pub(super) const START_CURSOR: &str = "The cursor of the page's first row; null on an empty page.";
pub(super) const END_CURSOR: &str = "The cursor of the page's last row; null on an empty page.";
pub(super) const EDGES: &str = "The page's rows, each with its cursor.";
pub(super) const NODES: &str = "The page's rows.";
pub(super) const TOTAL_COUNT: &str = "How many rows there are on all pages, exactly.";
pub(super) const ESTIMATED_COUNT: &str =
    "About how many rows there are on all pages: what PostgreSQL last counted where it says so at once, else exactly.";
pub(super) const CURSOR: &str = "Marks this place: for `after` and `before` of the same field in the same order.";
pub(super) const EDGE_NODE: &str = "The row.";
pub(super) const FIRST: &str = "Give at most so many rows, from the start of the range.";
pub(super) const LAST: &str = "Give at most so many rows, from the end of the range.";
pub(super) const BEFORE: &str = "Only rows that stand before this cursor.";
pub(super) const AFTER: &str = "Only rows that stand after this cursor.";
pub(super) const OFFSET: &str = "Skip so many rows; goes with `first` only.";
pub(super) const OFFSET_CURSORS: &str = "These rows have no key, so their cursors count rows: a row that is added or removed between two pages moves the rest.";
pub(super) const ID_ARGUMENT: &str = "A global id, as the field `id` gives it.";
pub(super) const IDS_ARGUMENT: &str = "Global ids, as the field `id` gives them.";
pub(super) const FILTER: &str = "Only rows that meet these conditions. `null` is no condition.";
pub(super) const ORDER_BY: &str =
    "The order of the rows: by the first term, where that is equal by the next one, at last by the key.";
pub(super) const AND: &str = "All of these conditions.";
pub(super) const OR: &str = "At least one of these conditions; none of an empty list.";
pub(super) const NOT: &str =
    "Not this condition. As in SQL, what is unknown because of a null stays unknown, and the row is left out.";
pub(super) const IS_NULL: &str = "Where a relation to one row leads here: whether it leads to none.";
pub(super) const ID_FILTER_FIELD: &str = "The global id.";
pub(super) const EDGE_FILTER: &str = "Conditions on the row of the join table.";
pub(super) const EDGE_ORDER: &str = "By the row of the join table.";
pub(super) const SOME: &str = "At least one row meets the condition.";
pub(super) const EVERY: &str =
    "All rows meet the condition, or there are none. What is unknown because of a null does not meet it.";
pub(super) const NONE: &str = "No row meets the condition.";
pub(super) const ORDER_DIRECTION: &str = "Which way a term of an order goes.";
