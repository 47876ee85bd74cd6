//! Arms: the parts of the result set, brought to the common slots (SQL.md sections 6, 10, 11).

use super::{
    Compiler,
    keyset::{self, Part},
    level::{self, Projection},
    name, table, writer,
};
use crate::{
    plan::{ArmId, ArmKind, BindId, Expression, Mention, Place, Side, SlotId, SlotType, Source, Start},
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
            ArmKind::Exists { side, beyond } => self.exists(id, side, beyond, tagged),
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
        let source = if matches!(side.source, Source::Numbered { .. }) { Source::Table } else { side.source.clone() };
        let side = &Side { source, ..side.clone() };
        let all = || Expr::from(Func::cust(name::ident("count")).arg(Expr::col(sea_query::Asterisk)));
        let mut select = Query::select();
        let Some(parent) = &side.parent else {
            self.add_source(&mut select, side, None, &[], false);
            self.select_arm(&mut select, arm, tagged, Vec::new(), all());
            return select;
        };
        if self.query.are_looked_up(&self.schema.catalog, side, None) {
            let mut counted = Query::select();
            counted.expr_as(all(), name::ident("n"));
            self.add_source(&mut counted, side, Some(parent), &[], false);
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
            self.add_source(&mut select, side, None, &[], false);
            let key = self.of_parents(&mut select, parent);
            select.add_group_by(key.clone());
            self.select_arm(&mut select, arm, tagged, key, all());
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
    fn exists(&self, arm: ArmId, side: &Side, beyond: &[Start], tagged: bool) -> SelectStatement {
        let is_followed = side.is_order_followed();
        let row = |within: Option<(&Place, &Part)>| {
            let mut inner = Query::select();
            inner.expr(writer::integer(1));
            let carried: Vec<_> = side.order.iter().map(|term| term.expression).collect();
            self.add_source(&mut inner, side, side.parent.as_ref(), &carried, true);
            let Some((place, part)) = within else { return Expr::exists(inner) };
            inner.cond_where(self.is_of_part(side, Some(place), part));
            if !is_followed {
                return Expr::exists(inner);
            }
            // EXISTS forgets an order, and may look for the row from the wrong end of the table.
            for (position, term) in side.order.iter().enumerate() {
                let value = self.direct(term.expression, &side.source);
                level::order_by(&mut inner, value, term, part.settles(position));
            }
            inner.limit(1);
            Expr::SubQuery(None, Box::new(inner.into())).is_not_null()
        };
        let parts = beyond.iter().flat_map(|Start { place, inclusive }| {
            keyset::after(&side.order, place, *inclusive).into_iter().map(move |part| (place, part))
        });
        let found = parts.map(|(place, part)| row(Some((place, &part)))).reduce(ExprTrait::or);
        let found = found.unwrap_or_else(|| row(None));
        let mut select = Query::select();
        let mut key = Vec::new();
        if let Some(parent) = &side.parent {
            select.from(self.parents(parent));
            key = self.parent_key(parent);
        }
        self.select_arm(&mut select, arm, tagged, key, found);
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
