//! Arms: the parts of the result set, brought to the common slots (SQL.md sections 6, 10, 11).

use super::{Compiler, level::Projection, name, table, writer};
use crate::{
    plan::{ArmId, ArmKind, BindId, Expression, Key, Mention, Place, Side, SlotId, SlotType, Source},
    schema::scalars::Slot,
};
use sea_query::{CaseStatement, Cond, Expr, ExprTrait, Func, IntoTableRef, JoinType, Query, SelectStatement};

impl Compiler<'_> {
    pub(super) fn arm(&self, position: usize, tagged: bool) -> SelectStatement {
        let id = ArmId(position);
        match &self.query.arms[position].kind {
            ArmKind::Rows(level) if self.shared.contains(&level.0) => self.shared_rows(id, level.0, tagged),
            ArmKind::Rows(level) => self.level(level.0, Projection::Slots(id, tagged)),
            ArmKind::Count(side) => self.count(id, side, tagged),
            ArmKind::Estimate { base, name } => self.estimate(id, *base, *name, tagged),
            ArmKind::Exists { side, place, before } => self.exists(id, side, place.as_ref(), before.as_deref(), tagged),
        }
    }

    /// `SELECT 0, "l0"."artist_id", CAST("l0"."name" AS text) FROM "l0"`: a materialised level keeps its order.
    fn shared_rows(&self, arm: ArmId, level: usize, tagged: bool) -> SelectStatement {
        let names = &self.names[level];
        let mut select = Query::select();
        select.from(name::level(level));
        let key = names.key.iter().map(|key| Expr::col((name::level(level), name::ident(key)))).collect();
        let value = |expression: Expression| Expr::col((name::level(level), names.get(expression)));
        self.select_slots(&mut select, arm, tagged, key, value);
        select
    }

    /// `SELECT 1, NULL, count(*) FROM "public"."track" AS "t1"`, or the same for each parent.
    fn count(&self, arm: ArmId, side: &Side, tagged: bool) -> SelectStatement {
        let source = if matches!(side.source, Source::Numbered) { &Source::Table } else { &side.source };
        let all = || Expr::from(Func::cust(name::ident("count")).arg(Expr::col(sea_query::Asterisk)));
        let mut select = Query::select();
        let Some(parent) = &side.parent else {
            self.add_source(&mut select, side.base, source, None, &[]);
            self.select_arm(&mut select, arm, tagged, Vec::new(), all());
            return select;
        };
        if parent.indexed {
            let mut counted = Query::select();
            counted.expr_as(all(), name::ident("n"));
            self.add_source(&mut counted, side.base, source, Some(parent), &[]);
            select.from(self.parents(parent));
            select.join_lateral(JoinType::InnerJoin, counted, name::ident("s"), Cond::all());
            self.select_arm(
                &mut select,
                arm,
                tagged,
                self.parent_key(parent),
                Expr::col((name::ident("s"), name::ident("n"))),
            );
        } else {
            // Parents without rows are missing here; whoever reads it takes that for zero.
            self.add_source(&mut select, side.base, source, None, &[]);
            self.join_parents(&mut select, parent);
            select.add_group_by(self.parent_key(parent));
            self.select_arm(&mut select, arm, tagged, self.parent_key(parent), all());
        }
        select
    }

    /// `SELECT 1, CASE WHEN "c"."reltuples" < 0 THEN (SELECT count(*) FROM …) ELSE CAST("c"."reltuples" AS int8) END FROM
    /// "pg_catalog"."pg_class" AS "c" WHERE "c"."oid" = CAST($1 AS regclass)`: never analysed is -1.
    fn estimate(&self, arm: ArmId, base: Mention, name: BindId, tagged: bool) -> SelectStatement {
        let column = |name: &str| Expr::col((name::ident("c"), name::ident(name)));
        let int8 = |expr: Expr| table::cast_to_slot(expr, SlotType::single(Slot::Int8));
        let mut counted = Query::select();
        counted.expr(Expr::from(Func::cust(name::ident("count")).arg(Expr::col(sea_query::Asterisk))));
        counted.from(self.table(base));
        let known = CaseStatement::new()
            .case(column("reltuples").lt(writer::integer(0)), Expr::SubQuery(None, Box::new(counted.into())))
            .finally(int8(column("reltuples")));
        let mut select = Query::select();
        select.from((name::ident("pg_catalog"), name::ident("pg_class")).into_table_ref().alias(name::ident("c")));
        let regclass = (name::ident("pg_catalog"), name::ident("regclass"));
        select.and_where(column("oid").eq(Func::cast_as_quoted(writer::parameter(name.0), regclass)));
        self.select_arm(&mut select, arm, tagged, Vec::new(), known.into());
        select
    }

    /// `SELECT 1, EXISTS (SELECT 1 FROM … WHERE "t1"."id" <= CAST($1 AS int4))`, or the same for each parent.
    fn exists(
        &self,
        arm: ArmId,
        side: &Side,
        place: Option<&Place>,
        before: Option<&[Key]>,
        tagged: bool,
    ) -> SelectStatement {
        let mut inner = Query::select();
        inner.expr(writer::integer(1));
        self.add_source(&mut inner, side.base, &side.source, side.parent.as_ref(), &side.order);
        let order = || table::tuple(side.order.iter().map(|term| self.direct(*term, &side.source)).collect());
        if let Some(place) = place {
            let keys = table::tuple(self.keys_bound(&place.keys));
            inner.and_where(if place.backwards { order().lte(keys) } else { order().gte(keys) });
        }
        if let Some(keys) = before {
            inner.and_where(order().lt(table::tuple(self.keys_bound(keys))));
        }
        let mut select = Query::select();
        let mut key = Vec::new();
        if let Some(parent) = &side.parent {
            select.from(self.parents(parent));
            key = self.parent_key(parent);
        }
        self.select_arm(&mut select, arm, tagged, key, Expr::exists(inner));
        select
    }

    /// Selects an arm that gives one value.
    fn select_arm(&self, select: &mut SelectStatement, arm: ArmId, tagged: bool, key: Vec<Expr>, value: Expr) {
        self.select_slots(select, arm, tagged, key, |_| value.clone());
    }

    /// Tag, then every slot: the parent's key, the arm's values cast to the slot's type, NULL for slots of other arms.
    pub(super) fn select_slots(
        &self,
        select: &mut SelectStatement,
        id: ArmId,
        tagged: bool,
        key: Vec<Expr>,
        value: impl Fn(Expression) -> Expr,
    ) {
        let arm = &self.query.arms[id.0];
        let parent = self.query.parent_of(arm);
        if tagged {
            select.expr(writer::integer(id.0));
        }
        for (position, type_) in self.query.slots.iter().enumerate() {
            let slot = SlotId(position);
            let own_key = arm.key.iter().position(|other| *other == slot).and_then(|position| {
                Some((key.get(position)?.clone(), parent.is_some_and(|parent| self.is_native(parent.key[position]))))
            });
            let column = arm.columns.iter().find(|column| column.slot == slot);
            select.expr(match (own_key, column) {
                (Some((key, true)), _) => key,
                (Some((key, false)), _) => table::cast_to_slot(key, *type_),
                (None, Some(column)) => match column.expression {
                    Some(expression) if column.cast => table::cast_to_slot(value(expression), *type_),
                    Some(expression) => value(expression),
                    // The value of the arm itself, which has the slot's type: a count or a boolean.
                    None => value(Expression::number(crate::plan::Mention(0))),
                },
                (None, None) => table::cast_to_slot(Expr::null(), *type_),
            });
        }
    }
}
