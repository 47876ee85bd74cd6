//! Columns that are computed for some rows only, because they fail for others.

use super::{Compiler, name, table, writer};
use crate::{
    plan::{Expression, Guard, Join, RowValueSource, SlotType, Source},
    schema::scalars::Slot,
};
use sea_query::{CaseStatement, Expr, ExprTrait, Func, Query, SelectStatement};

const TEXT: SlotType = SlotType { slot: Slot::Text, array: false };

impl Compiler<'_> {
    /// A value where its table itself stands in FROM. A guard stands there, and nowhere above: PostgreSQL puts a view's
    /// expressions in the place of its columns, and computes them as far down as it can.
    pub(super) fn computed(&self, expression: Expression, source: &Source) -> Expr {
        // Rows that are numbered come from a sub-query, in which this was done.
        if matches!(source, Source::Numbered { .. }) {
            return self.direct(expression, source);
        }
        match (expression.value, self.query.guard(expression)) {
            (RowValueSource::Identity, _) => self.identity(expression),
            (_, Some(guard)) => self.guarded(guard),
            (_, None) => self.direct(expression, source),
        }
    }

    /// `CASE WHEN CAST(ROW("t0"."id") AS text) = ANY(CAST($1 AS text[])) THEN "t0"."part" END`
    fn guarded(&self, guard: &Guard) -> Expr {
        let rows = table::cast_to_slot(writer::parameter(guard.rows.0), SlotType { array: true, ..TEXT });
        let any = Expr::from(Func::cust(name::ident("ANY")).arg(rows));
        let is_one = self.identity(guard.value).eq(any);
        CaseStatement::new().case(is_one, self.direct(guard.value, &Source::Table)).into()
    }

    /// `CAST(ROW("t0"."id") AS text)`
    fn identity(&self, of: Expression) -> Expr {
        let columns = self.query.identity(of.mention).unwrap_or_default();
        let row = Func::cust(name::ident("ROW")).args(columns.iter().map(|column| self.column(of.mention, *column)));
        table::cast_to_slot(row.into(), TEXT)
    }

    /// `LEFT JOIN LATERAL (SELECT CASE … END AS "part" FROM "public"."fraction" AS "t1" WHERE … LIMIT 1) AS "t1" ON TRUE`:
    /// the row is found first. A plain join would compute a view's columns below it, for all rows.
    pub(super) fn add_guarded_join(
        &self,
        select: &mut SelectStatement,
        join: &Join,
        needed: &[Expression],
        value: impl Fn(Expression) -> Expr,
    ) {
        let table = self.schema.catalog.table(self.query.table(join.mention));
        let mut one = Query::select();
        for expression in needed.iter().filter(|expression| expression.mention == join.mention) {
            let name = match expression.value {
                RowValueSource::Column(column) => table.column(column).name.clone(),
                RowValueSource::Identity => name::identity(table),
                RowValueSource::Number => continue,
            };
            one.expr_as(self.computed(*expression, &Source::Table), name::ident(&name));
        }
        one.from(self.table(join.mention)).cond_where(self.on(join, value)).limit(1);
        table::left_join_lateral(select, one, join.mention);
    }
}
