//! Rows after a place in an order, as conditions that an index can follow (SQL.md section 3).

use crate::plan::{Page, Place, Side, Term};

/// Part of the rows after a place: those for which all conditions hold. The parts of a place have no row in common, and
/// each lies wholly before the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) conditions: Vec<Condition>,
}

/// A condition on terms of the order, by their positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    /// `a = $1`
    Equal(usize),
    /// `a IS NULL`
    Null(usize),
    /// `a IS NOT NULL`
    NotNull(usize),
    /// `(b, c) > ($2, $3)`, which all descend or all ascend.
    Beyond {
        /// The first term that is compared.
        first: usize,
        /// The last one.
        last: usize,
        /// `>=`: the place itself is among the rows.
        inclusive: bool,
    },
}

impl Part {
    /// Whether the part holds either all rows where this term is NULL, or none: then it does not matter to the order where
    /// NULLs are put, and they are put where most indexes have them.
    pub(super) fn settles(&self, term: usize) -> bool {
        term < self.conditions.len()
    }
}

/// The parts of the rows after `place`, the nearest first; with `inclusive` the place's own row is one of them.
pub(super) fn after(order: &[Term], place: &Place, inclusive: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    add_after(order, place, inclusive, &mut Vec::new(), &mut parts);
    parts
}

fn add_after(order: &[Term], place: &Place, inclusive: bool, prefix: &mut Vec<Condition>, parts: &mut Vec<Part>) {
    let first = prefix.len();
    let (Some(term), Some(value)) = (order.get(first), place.get(first)) else {
        // The place's own row, whose last value is NULL.
        if inclusive {
            parts.push(Part { conditions: prefix.clone() });
        }
        return;
    };
    let part = |prefix: &[Condition], condition| Part { conditions: [prefix, &[condition]].concat() };
    let mut after_equal = |equal: Condition, prefix: &mut Vec<Condition>| {
        prefix.push(equal);
        add_after(order, place, inclusive, prefix, parts);
        prefix.pop();
    };
    if value.is_none() {
        after_equal(Condition::Null(first), prefix);
        if term.nulls_first {
            parts.push(part(prefix, Condition::NotNull(first)));
        }
        return;
    }
    let rest = &order[first + 1..];
    if rest.iter().all(|other| other.descending == term.descending && !other.nullable) {
        let last = order.len() - 1;
        parts.push(part(prefix, Condition::Beyond { first, last, inclusive }));
    } else {
        after_equal(Condition::Equal(first), prefix);
        parts.push(part(prefix, Condition::Beyond { first, last: first, inclusive: false }));
    }
    if term.nullable && !term.nulls_first {
        parts.push(part(prefix, Condition::Null(first)));
    }
}

/// All rows, split where the NULLs of the first term stand on the other side than most indexes have them: each part can
/// then be read from such an index.
fn all(order: &[Term]) -> Vec<Part> {
    match order.first() {
        Some(term) if !term.has_default_nulls() => {
            let mut parts = [Condition::NotNull(0), Condition::Null(0)];
            if term.nulls_first {
                parts.reverse();
            }
            parts.map(|condition| Part { conditions: vec![condition] }).into()
        }
        _ => Vec::new(),
    }
}

/// How the rows of a page are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// At once, by one condition or without any.
    AtOnce(Option<Part>),
    /// One part after the other, each by an index, until the page is full.
    InTurn(Vec<Part>),
}

/// How the rows of a page are found: in turn only if an index may give the order and reading can stop early. `None` is at
/// once, with the parts in one condition.
pub(super) fn reading(side: &Side, page: &Page) -> Option<Reading> {
    let can_stop_early = page.limit.is_some() && page.offset.is_none();
    let in_turn = can_stop_early && side.is_order_followed();
    let mut parts = match &page.from {
        Some(place) => after(&side.order, place, false),
        None if in_turn => all(&side.order),
        None => Vec::new(),
    };
    match parts.len() {
        0 | 1 => Some(Reading::AtOnce(parts.pop())),
        _ => in_turn.then_some(Reading::InTurn(parts)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::ColumnId,
        plan::{BindId, Expression, Key, Mention},
    };

    /// `+` ascends, `-` descends; `f` and `l` say that there are NULLs, first or last.
    fn order(terms: &[&str]) -> Vec<Term> {
        let term = |(position, text): (usize, &&str)| Term {
            expression: Expression::column(Mention(0), ColumnId(position)),
            descending: text.starts_with('-'),
            nulls_first: text.ends_with('f'),
            nullable: text.len() > 1,
        };
        terms.iter().enumerate().map(term).collect()
    }

    fn place(values: &[Option<i32>]) -> Place {
        let key = |position| Key { bind: BindId(position), type_id: None };
        values.iter().enumerate().map(|(position, value)| value.map(|_| key(position))).collect()
    }

    /// The order as Rust sorts it: each value as its rank from the front.
    fn compare(order: &[Term], left: &[Option<i32>], right: &[Option<i32>]) -> std::cmp::Ordering {
        let ranks = order.iter().zip(left.iter().zip(right)).map(|(term, (left, right))| {
            let rank = |value: &Option<i32>| match value {
                None => (if term.nulls_first { -1 } else { 1 }, 0),
                Some(value) => (0, if term.descending { -value } else { *value }),
            };
            rank(left).cmp(&rank(right))
        });
        ranks.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    }

    /// Whether a row is of a part: `None` where SQL would say unknown.
    fn is_of(order: &[Term], part: &Part, row: &[Option<i32>], place: &[Option<i32>]) -> bool {
        part.conditions.iter().all(|condition| match *condition {
            Condition::Equal(term) => row[term].is_some() && row[term] == place[term],
            Condition::Null(term) => row[term].is_none(),
            Condition::NotNull(term) => row[term].is_some(),
            Condition::Beyond { first, last, inclusive } => {
                let (row, place) = (&row[first..=last], &place[first..=last]);
                assert!(place.iter().all(Option::is_some), "a NULL is compared");
                let known = row[0].is_some() && (row[0] != place[0] || row.iter().all(Option::is_some));
                let ordering = if order[first].descending { place.cmp(row) } else { row.cmp(place) };
                known && (ordering.is_gt() || (inclusive && ordering.is_eq()))
            }
        })
    }

    #[test]
    fn the_parts_are_the_rows_after_the_place_in_their_order() {
        let kinds = ["+", "-", "+f", "+l", "-f", "-l"];
        let values = [None, Some(0), Some(1), Some(2)];
        let mut places = 0;
        for first in kinds {
            for second in kinds {
                for third in kinds {
                    let order = order(&[first, second, third]);
                    let can_be = |term: usize, value: &Option<i32>| value.is_some() || order[term].nullable;
                    let mut rows = Vec::new();
                    for a in values.iter().filter(|value| can_be(0, value)) {
                        for b in values.iter().filter(|value| can_be(1, value)) {
                            for c in values.iter().filter(|value| can_be(2, value)) {
                                rows.push([*a, *b, *c]);
                            }
                        }
                    }
                    rows.sort_by(|left, right| compare(&order, left, right));
                    for (position, at) in rows.iter().enumerate() {
                        for inclusive in [false, true] {
                            let parts = after(&order, &place(at), inclusive);
                            let found =
                                parts.iter().flat_map(|part| rows.iter().filter(|row| is_of(&order, part, *row, at)));
                            let expected = &rows[if inclusive { position } else { position + 1 }..];
                            assert!(found.eq(expected.iter()), "{first} {second} {third} after {at:?}: {parts:?}");
                            places += 1;
                        }
                    }
                }
            }
        }
        assert!(places > 5000, "{places}");
    }

    #[test]
    fn one_direction_without_nulls_is_one_comparison() {
        let parts = after(&order(&["+l", "+"]), &place(&[Some(1), Some(2)]), false);
        let beyond = Condition::Beyond { first: 0, last: 1, inclusive: false };
        assert_eq!(parts, [vec![beyond], vec![Condition::Null(0)]].map(|conditions| Part { conditions }));
        assert_eq!(after(&order(&["-", "-"]), &place(&[Some(1), Some(2)]), false).len(), 1);
    }
}
