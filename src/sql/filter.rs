//! Filters: WHERE (SQL.md sections 7 and 8).

use super::{
    Compiler, name,
    table::{cast_to_slot, key_name},
    writer,
};
use crate::{
    catalog::{ColumnId, Type, TypeId, TypeKind},
    plan::{
        BindId, Expression, Filter, Mention, Related, RowValueSource, Side, SlotType, Source, column_equal_is_identical,
    },
    schema::{
        Quantifier,
        operators::{Family, Form, Operator, Pattern},
        scalars::Slot,
    },
};
use sea_query::{BinOper, Cond, Expr, ExprTrait, Func, Query, SelectStatement, extension::postgres::PgFunc};

/// What of a condition matters where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Whether it is true: unknown is as good as false.
    Truth,
    /// Also whether it is false, as it is about to be negated.
    Value,
}

/// So many conditions stand beside each other without parentheses: `a OR b OR c`.
const MOST_IN_A_ROW: usize = 8;

/// All of `parts`, joined in halves where they are many: what is written, read and dropped by recursion must not become as
/// deep as a list that clients send is long.
fn joined(mut parts: Vec<Expr>, join: fn(Expr, Expr) -> Expr) -> Option<Expr> {
    if parts.len() <= MOST_IN_A_ROW {
        return parts.into_iter().reduce(join);
    }
    let rest = parts.split_off(parts.len() / 2);
    Some(join(joined(parts, join)?, joined(rest, join)?))
}

impl Compiler<'_> {
    /// `WHERE …` for the rows that a filter keeps.
    pub(super) fn where_filter(&self, select: &mut SelectStatement, side: &Side) {
        if let Some(filter) = &side.filter {
            self.add_conditions(select, filter);
        }
    }

    fn add_conditions(&self, select: &mut SelectStatement, filter: &Filter) {
        match filter {
            Filter::All(parts) if parts.len() <= MOST_IN_A_ROW => {
                parts.iter().for_each(|part| self.add_conditions(select, part));
            }
            part => {
                select.and_where(self.condition(part, Wanted::Truth));
            }
        }
    }

    fn condition(&self, filter: &Filter, wanted: Wanted) -> Expr {
        let parts = |parts: &[Filter], join: fn(Expr, Expr) -> Expr, neutral: bool| {
            let parts = parts.iter().map(|part| self.condition(part, wanted)).collect();
            joined(parts, join).unwrap_or_else(|| Expr::Constant(neutral.into()))
        };
        match filter {
            Filter::All(all) => parts(all, ExprTrait::and, true),
            Filter::Any(any) => parts(any, ExprTrait::or, false),
            Filter::Not(inner) => self.condition(inner, Wanted::Value).not(),
            Filter::IsNull(of, true) => self.is_null(*of, self.value_of(*of)),
            Filter::IsNull(of, false) => self.is_not_null(*of, self.value_of(*of)),
            Filter::Test { column, operator, bind } => self.test(*column, operator, *bind, wanted),
            Filter::Range { column, from, until } => {
                let bound = |symbol, bind: BindId| {
                    self.value_of(*column).binary(BinOper::Custom(symbol), text(writer::parameter(bind.0), false))
                };
                let begins = bound("~>=~", *from);
                until.map(|until| begins.clone().and(bound("~<~", until))).unwrap_or(begins)
            }
            Filter::Id { mention, key, list } => self.is_row(*mention, key, *list),
            Filter::Related(related) => self.related(related),
        }
    }

    fn value_of(&self, expression: Expression) -> Expr {
        self.direct(expression, &Source::Table)
    }

    /// `"t0"."title" = CAST($1 AS "pg_catalog"."text")`: the bind has the column's own type, so that an index can be used.
    fn test(&self, column: Expression, operator: &Operator, bind: BindId, wanted: Wanted) -> Expr {
        let (type_id, not_null) = self.type_of(column);
        let catalog = &self.schema.catalog;
        let operand = Operand::of(catalog.type_of(type_id), operator);
        let value = if operand.is_unpadded { text(self.value_of(column), false) } else { self.value_of(column) };
        let value = self.comparable(value, type_id);
        let value = if operator.family == Family::Text { self.matchable(column, value) } else { value };
        let one = || self.operand(&operand, type_id, bind, false);
        let compare = |symbol, right: Expr| value.clone().binary(BinOper::Custom(symbol), right);
        let always = || Expr::Constant(true.into());
        match operator.form {
            Form::Compare(symbol, _) => compare(symbol, one()),
            Form::Prefix => compare("~~", one()),
            Form::Any(symbol, _) => compare(symbol, self.list(&operand, type_id, bind, false)),
            Form::All(symbol) => compare(symbol, self.list(&operand, type_id, bind, true)),
            // An index serves `=`, but not IS NOT DISTINCT FROM; whether the value is null is known.
            Form::Same if wanted == Wanted::Truth || not_null => compare("=", one()),
            Form::Same => compare("=", one()).is(always()),
            Form::Different => compare("=", one()).is_not(always()),
            Form::IsNull => self.is_null(column, value),
        }
    }

    /// `"t0"."title" COLLATE "pg_catalog"."default"`, where the column's own collation is loosely equal: PostgreSQL matches no
    /// patterns under it.
    fn matchable(&self, expression: Expression, value: Expr) -> Expr {
        let table = self.schema.catalog.table(self.query.table(expression.mention));
        match expression.value {
            RowValueSource::Column(column) if table.column(column).loosely_equal => {
                let default = Expr::col((name::ident("pg_catalog"), name::ident("default")));
                value.binary(BinOper::Custom("COLLATE"), default)
            }
            RowValueSource::Column(_) | RowValueSource::Number | RowValueSource::Identity => value,
        }
    }

    /// The type of a column below its domains, and whether it is never null.
    fn type_of(&self, expression: Expression) -> (TypeId, bool) {
        let catalog = &self.schema.catalog;
        let table = catalog.table(self.query.table(expression.mention));
        let RowValueSource::Column(column) = expression.value else { return (TypeId(0), true) };
        let column = table.column(column);
        (catalog.base_type(column.type_id), column.not_null)
    }

    fn operand(&self, operand: &Operand, type_id: TypeId, bind: BindId, list: bool) -> Expr {
        let bound = writer::parameter(bind.0);
        match (operand.is_text, list) {
            (true, _) if operand.is_unpadded => text(self.cast(bound, type_id, list), list),
            (true, _) => text(bound, list),
            (false, true) => self.cast_to_comparables(bound, type_id),
            (false, false) => self.cast_to_comparable(bound, type_id),
        }
    }

    /// `ANY(CAST($1 AS "pg_catalog"."int4"[]))`: one statement for lists of all lengths. A list of arrays would be one array
    /// of more dimensions, so it comes as texts: `ANY(SELECT CAST(unnest(CAST($1 AS text[])) AS int4[]))`.
    fn list(&self, operand: &Operand, type_id: TypeId, bind: BindId, is_all: bool) -> Expr {
        let is_array = matches!(self.schema.catalog.type_of(type_id).kind, TypeKind::Array(_));
        if !is_array {
            let list = self.operand(operand, type_id, bind, true);
            return if is_all { PgFunc::all(list).into() } else { PgFunc::any(list).into() };
        }
        let each = Expr::from(Func::cust(name::ident("unnest")).arg(text(writer::parameter(bind.0), true)));
        let mut select = Query::select();
        select.expr(self.cast_to_comparable(each, type_id));
        if is_all { Expr::all(select) } else { Expr::any(select) }
    }

    /// `"t0"."album_id" = CAST($1 AS int4)`, or `= ANY(CAST($1 AS int4[]))` for a list. Several columns of a list's ids are
    /// compared together: `EXISTS (SELECT 1 FROM (keys) AS "k" WHERE …)`.
    fn is_row(&self, mention: Mention, key: &[(ColumnId, BindId)], list: bool) -> Expr {
        let column_type = |column: ColumnId| self.type_of(Expression::column(mention, column)).0;
        let all = |parts: Vec<Expr>| parts.into_iter().reduce(ExprTrait::and).unwrap_or(Expr::Constant(true.into()));
        let is_array = |type_id| matches!(self.schema.catalog.type_of(type_id).kind, TypeKind::Array(_));
        let typed: Vec<_> = key.iter().map(|(column, bind)| (*column, *bind, column_type(*column))).collect();
        match typed.as_slice() {
            parts if !list => {
                let part = |(column, bind, type_id): &(ColumnId, BindId, TypeId)| {
                    let value = self.cast_to_comparable(writer::parameter(bind.0), *type_id);
                    self.is_identical(mention, *column, value.clone(), text(value, false))
                };
                all(parts.iter().map(part).collect())
            }
            [(column, bind, type_id)] if !is_array(*type_id) => {
                let values = self.cast_to_comparables(writer::parameter(bind.0), *type_id);
                let texts = PgFunc::any(text(values.clone(), true));
                self.is_identical(mention, *column, PgFunc::any(values).into(), texts.into())
            }
            parts => {
                let mut select = Query::select();
                select.expr(writer::integer(1)).from_subquery(self.keys(parts), name::ident("k"));
                let part = |(position, (column, ..)): (usize, &(ColumnId, BindId, TypeId))| {
                    let value = Expr::col((name::ident("k"), key_name(position)));
                    self.is_identical(mention, *column, value.clone(), text(value, false))
                };
                select.and_where(all(parts.iter().enumerate().map(part).collect()));
                Expr::exists(select)
            }
        }
    }

    fn equal_is_identical(&self, mention: Mention, column: ColumnId) -> bool {
        let table = self.schema.catalog.table(self.query.table(mention));
        column_equal_is_identical(self.schema, table.column(column))
    }

    /// A row has one id only: values that are equal but written otherwise, as `1.5` and `1.50`, are other ids.
    fn is_identical(&self, mention: Mention, column: ColumnId, value: Expr, value_as_text: Expr) -> Expr {
        let expression = Expression::column(mention, column);
        let own = self.comparable(self.value_of(expression), self.type_of(expression).0);
        let equal = own.clone().eq(value);
        if self.equal_is_identical(mention, column) {
            return equal;
        }
        let bytewise = text(own, false).binary(BinOper::Custom("COLLATE"), Expr::col(name::ident("C")));
        equal.and(bytewise.eq(value_as_text))
    }

    /// `EXISTS (SELECT 1 FROM "public"."track" AS "t1" WHERE "t1"."album_id" = "t0"."album_id" AND …)`. That all rows meet
    /// a condition is that there is none which does not; unknown does not.
    fn related(&self, related: &Related) -> Expr {
        let mut select = Query::select();
        select.expr(writer::integer(1));
        match &related.through {
            None => {
                select.from(self.table(related.mention));
            }
            Some((join, pairs)) => {
                let on = pairs.iter().fold(Cond::all(), |on, (from, to)| {
                    on.add(self.column(related.mention, *to).eq(self.column(*join, *from)))
                });
                select.from(self.table(*join)).inner_join(self.table(related.mention), on);
            }
        }
        for (theirs, ours) in &related.on {
            select.and_where(self.value_of(*theirs).eq(self.value_of(*ours)));
        }
        if related.quantifier == Quantifier::Every {
            // NOT costs less than IS NOT TRUE (SQL.md section 7).
            select.and_where(if self.can_be_unknown(&related.condition) {
                self.condition(&related.condition, Wanted::Truth).is_not(Expr::Constant(true.into()))
            } else {
                self.condition(&related.condition, Wanted::Value).not()
            });
        } else {
            self.add_conditions(&mut select, &related.condition);
        }
        let exists = Expr::exists(select);
        if related.quantifier == Quantifier::Some { exists } else { exists.not() }
    }

    /// Whether a null may leave a condition unknown.
    fn can_be_unknown(&self, filter: &Filter) -> bool {
        match filter {
            Filter::All(parts) | Filter::Any(parts) => parts.iter().any(|part| self.can_be_unknown(part)),
            Filter::Not(inner) => self.can_be_unknown(inner),
            Filter::IsNull(..) | Filter::Related(_) => false,
            Filter::Test { operator, .. } if matches!(operator.form, Form::Same | Form::Different) => false,
            // An array that holds nulls is equal to others that do; a record may be compared to unknown.
            Filter::Test { column, .. } | Filter::Range { column, .. } => !self.type_of(*column).1,
            Filter::Id { mention, key, .. } => {
                key.iter().any(|(column, _)| !self.type_of(Expression::column(*mention, *column)).1)
            }
        }
    }
}

/// What stands at the right of an operator.
struct Operand {
    /// Whether it is text whatever the column's type is: patterns, and values of `name`, which would be cut.
    is_text: bool,
    /// Whether the padding of both sides is taken off first, as `=` does it for `char(n)` but LIKE does not.
    is_unpadded: bool,
}

impl Operand {
    fn of(type_: &Type, operator: &Operator) -> Self {
        let is_own = type_.operators.as_ref().is_none_or(|operators| operators.schema == "pg_catalog");
        Self {
            is_text: is_own && (operator.family == Family::Text || type_.name == "name"),
            is_unpadded: is_own && type_.name == "bpchar" && operator.pattern() == Pattern::Whole,
        }
    }
}

fn text(expr: Expr, array: bool) -> Expr {
    cast_to_slot(expr, SlotType { slot: Slot::Text, array })
}
