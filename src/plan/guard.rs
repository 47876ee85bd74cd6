//! Columns that are computed for some rows only, because they fail for others.

use super::{
    Arm, ArmId, Bind, BindId, Expression, FailureId, GuardShape, InputKind, Level, LevelId, Mention, Query,
    RowValueSource, SlotId, SlotType, Source, Term, build::Planner, rows::Scope,
};
use crate::{
    catalog::ColumnId,
    document::{Location, Value},
    schema::scalars::Slot,
};

/// A column that is computed for some rows only, as it fails for others.
#[derive(Debug, Clone)]
pub struct Guard {
    /// The column.
    pub value: Expression,
    /// What tells the row from others.
    pub identity: Vec<ColumnId>,
    /// The rows for which it is computed: an array of [`RowValueSource::Identity`].
    pub rows: BindId,
    /// Why.
    pub failure: FailureId,
}

impl Query {
    /// The guard of a value, if it has one.
    pub fn guard(&self, value: Expression) -> Option<&Guard> {
        self.guards.iter().find(|guard| guard.value == value)
    }

    /// What tells the rows of a mention apart, if one of its columns is guarded.
    pub fn identity(&self, mention: Mention) -> Option<&[ColumnId]> {
        let guard = self.guards.iter().find(|guard| guard.value.mention == mention)?;
        Some(&guard.identity)
    }

    /// Where the rows of the guard for `failure` tell what they are known by.
    pub fn identity_of(&self, failure: FailureId) -> Option<(ArmId, SlotId)> {
        let guard = self.guards.iter().find(|guard| guard.failure == failure)?;
        let identity = Some(Expression::identity(guard.value.mention));
        let slot =
            |arm: &Arm| arm.columns.iter().find(|column| column.expression == identity).map(|column| column.slot);
        self.arms.iter().enumerate().find_map(|(position, arm)| Some((ArmId(position), slot(arm)?)))
    }

    /// Whether a value decides which rows there are, or in which order.
    pub fn is_structural(&self, value: Expression) -> bool {
        let is_term = |term: &Term| term.expression == value;
        self.levels.iter().any(|level| {
            let side = &level.side;
            let numbers = matches!(&side.source, Source::Numbered { terms, .. } if terms.iter().any(is_term));
            let joins = || side.joins.iter().chain(&level.joins);
            let joined = joins().any(|join| {
                join.on.iter().any(|(from, to)| *from == value || Expression::column(join.mention, *to) == value)
            });
            let leads = side.parent.as_ref().is_some_and(|parent| parent.key.contains(&value));
            side.order.iter().any(is_term) || numbers || joined || leads
        })
    }
}

impl Planner<'_> {
    /// The guard of a column at the present position, if it is computed for some rows only.
    pub(super) fn guard(
        &mut self,
        scope: &Scope,
        mention: Mention,
        column: ColumnId,
        location: Location,
    ) -> Option<GuardShape> {
        let (failure, rows) = self.restriction()?;
        let rows = rows.to_owned();
        let value = Expression::column(mention, column);
        if self.query.guard(value).is_none() {
            let input = self.input("", location, &Value::Null, InputKind::Constant(rows));
            let rows = self.query.bind(Bind { input, part: 0 });
            let identity = self.identity(scope.level, mention);
            self.query.guards.push(Guard { value, identity, rows, failure });
        }
        let identity = self.select(scope, Expression::identity(mention), SlotType::single(Slot::Text), false);
        Some(GuardShape { identity, failure })
    }

    /// The columns that tell the rows of a mention apart: a key, or else all that order them.
    fn identity(&self, level: LevelId, mention: Mention) -> Vec<ColumnId> {
        let Level { side, joins, .. } = self.query.level(level);
        let table = self.schema.catalog.table(self.query.table(mention));
        let of_mention = |term: &Term| match term.expression {
            Expression { mention: other, value: RowValueSource::Column(column) } if other == mention => Some(column),
            _ => None,
        };
        match &side.source {
            Source::Numbered { terms, columns } if side.base == mention => {
                terms.iter().filter_map(of_mention).chain(columns.iter().copied()).collect()
            }
            Source::Key(key) | Source::Keys(key) if side.base == mention => {
                key.iter().map(|(column, ..)| *column).collect()
            }
            _ => match (joins.iter().find(|join| join.mention == mention), table.default_key()) {
                (Some(join), _) => join.on.iter().map(|(_, column)| *column).collect(),
                (None, Some(key)) => key.columns.clone(),
                (None, None) => table.columns().map(|(column, _)| column).collect(),
            },
        }
    }
}
