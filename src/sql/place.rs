//! Conditions for places in an order.

use super::{
    Compiler,
    keyset::{self, Condition, Part},
    table,
};
use crate::plan::{Place, Side, Term};
use sea_query::{Cond, Expr, ExprTrait};

impl Compiler<'_> {
    /// `("t0"."a", "t0"."id") > (CAST($1 AS int4), CAST($2 AS int4)) OR "t0"."a" IS NULL`: the rows after a place, in one
    /// condition; with `inclusive` the place's own row too.
    pub(super) fn is_after(&self, side: &Side, place: &Place, inclusive: bool) -> Cond {
        let parts = keyset::after(&side.order, place, inclusive);
        parts.iter().fold(Cond::any(), |any, part| any.add(self.is_of_part(side, Some(place), part)))
    }

    /// The rows before a place.
    pub(super) fn is_before(&self, side: &Side, place: &Place) -> Cond {
        let backwards = Side { order: side.order.iter().map(|term| term.flipped()).collect(), ..side.clone() };
        self.is_after(&backwards, place, false)
    }

    /// The rows of a part of those after a place.
    pub(super) fn is_of_part(&self, side: &Side, place: Option<&Place>, part: &Part) -> Cond {
        let value = |term: usize| self.direct(side.order[term].expression, &side.source);
        let conditions = part.conditions.iter().map(|condition| match *condition {
            Condition::Null(term) => self.is_null(side.order[term].expression, value(term)),
            Condition::NotNull(term) => self.is_not_null(side.order[term].expression, value(term)),
            Condition::Equal(term) => value(term).eq(self.bound_at(place, term)),
            Condition::Beyond { first, last, inclusive } => {
                let values = table::tuple((first..=last).map(value).collect());
                let bound = table::tuple((first..=last).map(|term| self.bound_at(place, term)).collect());
                compare(values, bound, &side.order[first], inclusive)
            }
        });
        conditions.fold(Cond::all(), Cond::add)
    }

    /// The value of a place. The parts of a place compare with no NULL.
    fn bound_at(&self, place: Option<&Place>, term: usize) -> Expr {
        let key = place.and_then(|place| place.get(term)).copied().flatten();
        key.map_or_else(Expr::null, |key| self.bound(key.bind, key.type_id))
    }
}

fn compare(left: Expr, right: Expr, term: &Term, inclusive: bool) -> Expr {
    match (term.descending, inclusive) {
        (false, false) => left.gt(right),
        (false, true) => left.gte(right),
        (true, false) => left.lt(right),
        (true, true) => left.lte(right),
    }
}
