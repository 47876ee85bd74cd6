//! What PostgreSQL allows in one statement, counted while planning: who asks for too much is told so, by the field that is
//! too much.

use super::{Arm, ArmKind, Expression, Level, Query, Source, build::Planner};
use crate::{
    catalog::{Catalog, ColumnId},
    document::{FieldSelection, RequestError, RequestErrorKind},
};

/// `MaxTupleAttributeNumber`: also of a sub-query, and with what it is ordered by but does not give.
const COLUMNS: usize = 1664;

/// The protocol counts the parameters of a statement in 16 bits.
const PARAMETERS: usize = 65_535;

/// PostgreSQL reads `a UNION ALL b UNION ALL c` as `(a, b), c`, and so on down: with its usual 2 MB of stack 6,000 parts are
/// read and 8,000 are not.
const PARTS: usize = 4000;

impl Planner<'_> {
    /// Refuses the field whose planning made the statement too large.
    pub(super) fn check_limits(&self, selection: &FieldSelection) -> Result<(), RequestError> {
        let query = &self.query;
        let Some(message) = excess(columns(&self.schema.catalog, query), query.arms.len(), query.binds.len()) else {
            return Ok(());
        };
        let message = format!("With `{}` the statement would have {message}.", selection.response_key);
        let hint = Some("Select less, or split it into several requests.".to_owned());
        Err(RequestError::new(RequestErrorKind::Limit { message, hint }).at(selection.location))
    }
}

/// What there is too much of: how much there is, and how much there may be.
fn excess(columns: usize, parts: usize, parameters: usize) -> Option<String> {
    let counted = [
        (columns, "columns", COLUMNS, "PostgreSQL's limit"),
        (parts, "parts (lists and counts)", PARTS, "the limit"),
        (parameters, "parameters", PARAMETERS, "PostgreSQL's limit"),
    ];
    let (value, unit, limit, whose) = counted.into_iter().find(|(value, _, limit, _)| value > limit)?;
    Some(format!("{value} {unit}; {whose} is {limit}"))
}

/// The columns of the widest SELECT of a statement.
fn columns(catalog: &Catalog, query: &Query) -> usize {
    let levels = query.levels.iter().map(|level| of_level(catalog, query, level));
    let arms = query.arms.iter().map(|arm| of_arm(query, arm));
    levels.chain(arms).max().unwrap_or(0)
}

/// A level gives what it carries, its parent's key and perhaps the number of a row.
fn of_level(catalog: &Catalog, query: &Query, level: &Level) -> usize {
    let key = level.side.parent.as_ref().map_or(0, |parent| parent.key.len());
    let numbered_by = match &level.side.source {
        // Each of them is ordered by, as it is or as text.
        Source::Numbered { columns, .. } => {
            let table = catalog.table(query.table(level.side.base));
            let is_given = |column: &ColumnId| {
                catalog.type_of(table.column(*column).type_id).orderable
                    && level.carried.contains(&Expression::column(level.side.base, *column))
            };
            columns.iter().filter(|column| !is_given(column)).count()
        }
        _ => 0,
    };
    level.carried.len() + key + 1 + level.side.order.len() + numbered_by
}

/// All arms have the same columns: the tag and the slots. Each may be ordered by more.
fn of_arm(query: &Query, arm: &Arm) -> usize {
    let ordered_by = match arm.kind {
        ArmKind::Rows(level) => arm.key.len() + query.level(level).side.order.len(),
        _ => 0,
    };
    usize::from(query.arms.len() > 1) + query.slots.len() + ordered_by
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_is_told_with_its_limit() {
        assert_eq!(excess(COLUMNS, PARTS, PARAMETERS), None);
        let cases = [
            ((1665, 4001, 65_536), "1665 columns; PostgreSQL's limit is 1664"),
            ((1664, 4001, 1), "4001 parts (lists and counts); the limit is 4000"),
            ((1, 1, 65_536), "65536 parameters; PostgreSQL's limit is 65535"),
        ];
        for ((columns, parts, parameters), expected) in cases {
            assert_eq!(excess(columns, parts, parameters).as_deref(), Some(expected));
        }
    }
}
