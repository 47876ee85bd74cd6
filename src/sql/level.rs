//! Levels: a page of rows, its to-one joins after it, for the whole statement or for each row of a parent (SQL.md
//! sections 1 to 5).

use super::{Compiler, name, table, writer};
use crate::plan::{ArmId, Expression, Join, Level, Page, Parent, Source};
use sea_query::{
    Alias, Cond, Expr, ExprTrait, IntoTableRef, JoinType, Order, OverStatement, Query, SelectStatement, TableRef,
    WindowStatement,
};

/// What a level's SELECT gives.
#[derive(Clone, Copy)]
pub(super) enum Projection {
    /// What it carries, by name, for the WITH clause.
    Carried,
    /// The slots of its arm, with a tag if there are several.
    Slots(ArmId, bool),
}

/// Where a level's values are found: directly in FROM, or in the page that was cut before the joins.
enum Rows<'a> {
    Direct(&'a Source),
    Page(Alias),
}

impl Compiler<'_> {
    pub(super) fn level(&self, position: usize, projection: Projection) -> SelectStatement {
        let level = &self.query.levels[position];
        match &level.parent {
            None if self.is_flat(level, projection) => self.flat(position, projection),
            None => {
                let mut select = Query::select();
                select.from_subquery(self.page(position, None), name::ident("p"));
                self.finish(&mut select, position, projection, &Rows::Page(name::ident("p")), true);
                select
            }
            Some(parent) if parent.indexed => self.lateral(position, parent, projection),
            Some(parent) => self.windowed(position, parent, projection),
        }
    }

    /// Whether everything can stand in one SELECT: rows found by key, or a page without joins whose values need no cast
    /// that could fail for rows that are not on the page.
    fn is_flat(&self, level: &Level, projection: Projection) -> bool {
        let cheap = match projection {
            Projection::Carried => true,
            Projection::Slots(arm, _) => {
                let columns = &self.query.arms[arm.0].columns;
                columns
                    .iter()
                    .all(|column| !column.cast || column.expression.is_none_or(|expression| self.is_cheap(expression)))
            }
        };
        matches!(level.source, Source::Key(_) | Source::Keys(_)) || (level.joins.is_empty() && cheap)
    }

    /// `SELECT "t0"."name" FROM "public"."track" AS "t0" WHERE … ORDER BY … LIMIT 20`
    fn flat(&self, position: usize, projection: Projection) -> SelectStatement {
        let level = &self.query.levels[position];
        let mut select = Query::select();
        self.add_source(&mut select, level.base, &level.source, None, &level.carried);
        self.cut(&mut select, level);
        self.finish(&mut select, position, projection, &Rows::Direct(&level.source), false);
        select
    }

    /// The page before its joins: what is carried of the base (and the join table), by name.
    fn page(&self, position: usize, parent: Option<&Parent>) -> SelectStatement {
        let level = &self.query.levels[position];
        let mut select = Query::select();
        self.add_source(&mut select, level.base, &level.source, parent, &level.carried);
        self.select_own(&mut select, position);
        self.cut(&mut select, level);
        select
    }

    fn select_own(&self, select: &mut SelectStatement, position: usize) {
        let level = &self.query.levels[position];
        for expression in level.carried.iter().filter(|expression| is_own(level, **expression)) {
            select.expr_as(self.direct(*expression, &level.source), self.names[position].get(*expression));
        }
    }

    /// WHERE, ORDER BY, LIMIT and OFFSET of a page.
    fn cut(&self, select: &mut SelectStatement, level: &Level) {
        self.where_between(select, level, &level.page);
        for term in &level.order {
            select.order_by_expr(self.direct(*term, &level.source), direction(level));
        }
        if let Some(limit) = level.page.limit {
            select.limit(limit);
        }
        if let Some(offset) = level.page.offset {
            writer::offset(select, offset.0);
        }
    }

    /// `("t0"."id") > (CAST($1 AS int4))`. The order's terms are not null and all ascend, so one comparison is exact.
    fn where_between(&self, select: &mut SelectStatement, level: &Level, page: &Page) {
        let order = || table::tuple(level.order.iter().map(|term| self.direct(*term, &level.source)).collect());
        if let Some(keys) = &page.after {
            select.and_where(order().gt(table::tuple(self.keys_bound(keys))));
        }
        if let Some(keys) = &page.before {
            select.and_where(order().lt(table::tuple(self.keys_bound(keys))));
        }
    }

    /// `SELECT … FROM "l0" JOIN LATERAL (page) AS "s"`: an index finds the rows of each parent.
    fn lateral(&self, position: usize, parent: &Parent, projection: Projection) -> SelectStatement {
        let mut select = Query::select();
        select.from(self.parents(parent));
        select.join_lateral(JoinType::InnerJoin, self.page(position, Some(parent)), name::ident("s"), Cond::all());
        let ordered = !self.query.levels[position].joins.is_empty();
        self.finish(&mut select, position, projection, &Rows::Page(name::ident("s")), ordered);
        select
    }

    /// `SELECT … FROM (SELECT …, row_number() OVER (PARTITION BY key ORDER BY …) AS "rn" FROM "l0" JOIN …) AS "s" WHERE
    /// "rn" <= 10`: without an index the rows of all parents are found by one hash join.
    fn windowed(&self, position: usize, parent: &Parent, projection: Projection) -> SelectStatement {
        let level = &self.query.levels[position];
        let names = &self.names[position];
        let mut numbered = Query::select();
        self.add_source(&mut numbered, level.base, &level.source, None, &level.carried);
        self.join_parents(&mut numbered, parent);
        let mut window = WindowStatement::new();
        for (key, name) in self.parent_key(parent).into_iter().zip(&names.key) {
            numbered.expr_as(key.clone(), name::ident(name));
            window.add_partition_by(key);
        }
        self.select_own(&mut numbered, position);
        self.where_between(&mut numbered, level, &level.page);
        for term in &level.order {
            window.order_by_expr(self.direct(*term, &level.source), direction(level));
        }
        numbered.expr_window_as(table::row_number(), window, name::ident(&names.row_number));
        let mut select = Query::select();
        select.from_subquery(numbered, name::ident("s"));
        let number = || Expr::col((name::ident("s"), name::ident(&names.row_number)));
        let limit = level.page.limit.map(|limit| writer::integer(usize::try_from(limit).unwrap_or(usize::MAX)));
        match (level.page.offset, limit) {
            (Some(offset), limit) => {
                select.and_where(number().gt(self.bound(offset, None)));
                select.and_where_option(limit.map(|limit| number().lte(self.bound(offset, None).add(limit))));
            }
            (None, limit) => {
                select.and_where_option(limit.map(|limit| number().lte(limit)));
            }
        }
        self.finish(&mut select, position, projection, &Rows::Page(name::ident("s")), false);
        for key in &names.key {
            select.order_by((name::ident("s"), name::ident(key)), Order::Asc);
        }
        select.order_by((name::ident("s"), name::ident(&names.row_number)), Order::Asc);
        select
    }

    /// `JOIN "l0" ON "t1"."artist_id" = "l0"."artist_id"`
    pub(super) fn join_parents(&self, select: &mut SelectStatement, parent: &Parent) {
        let pairs = parent.columns.iter().zip(self.parent_key(parent));
        let on = pairs.fold(Cond::all(), |on, ((mention, column), key)| on.add(self.column(*mention, *column).eq(key)));
        select.inner_join(self.parents(parent), on);
    }

    /// The rows of a parent level: each key once, and none of the surplus row that only tells of a next page.
    pub(super) fn parents(&self, parent: &Parent) -> TableRef {
        let level = &self.query.levels[parent.level.0];
        let names = &self.names[parent.level.0];
        let alias = name::level(parent.level.0);
        if !parent.distinct && level.rows_with_children.is_none() {
            return alias.into_table_ref();
        }
        let mut select = Query::select();
        for key in &parent.key {
            select.column((alias.clone(), names.get(*key)));
        }
        select.from(alias.clone());
        if let Some(limit) = level.rows_with_children {
            for term in &level.order {
                select.order_by((alias.clone(), names.get(*term)), direction(level));
            }
            select.limit(limit);
        }
        if !parent.distinct {
            return TableRef::SubQuery(Box::new(select), sea_query::IntoIden::into_iden(alias));
        }
        if level.rows_with_children.is_some() {
            let mut distinct = Query::select();
            for key in &parent.key {
                distinct.column((alias.clone(), names.get(*key)));
            }
            distinct.from_subquery(select, alias.clone());
            select = distinct;
        }
        select.distinct();
        TableRef::SubQuery(Box::new(select), sea_query::IntoIden::into_iden(alias))
    }

    /// The joins after the page, what is selected, and the order that the joins may have lost.
    fn finish(
        &self,
        select: &mut SelectStatement,
        position: usize,
        projection: Projection,
        rows: &Rows<'_>,
        ordered: bool,
    ) {
        let level = &self.query.levels[position];
        for join in &level.joins {
            self.join(select, position, join, rows);
        }
        let key = match (&level.parent, rows) {
            (Some(parent), Rows::Page(_)) if parent.indexed => self.parent_key(parent),
            _ => self.names[position].key.iter().map(|name| Expr::col((name::ident("s"), name::ident(name)))).collect(),
        };
        if ordered && !level.joins.is_empty() {
            for key in &key {
                select.order_by_expr(key.clone(), Order::Asc);
            }
        }
        if ordered {
            for term in &level.order {
                select.order_by_expr(self.value(position, *term, rows), direction(level));
            }
        }
        match projection {
            Projection::Carried => {
                for (expr, name) in key.into_iter().zip(&self.names[position].key) {
                    select.expr_as(expr, name::ident(name));
                }
                for expression in &level.carried {
                    select.expr_as(self.value(position, *expression, rows), self.names[position].get(*expression));
                }
            }
            Projection::Slots(arm, tagged) => {
                self.select_slots(select, arm, tagged, key, |expression| self.value(position, expression, rows));
            }
        }
    }

    fn join(&self, select: &mut SelectStatement, position: usize, join: &Join, rows: &Rows<'_>) {
        let pairs = join.on.iter();
        let on = pairs.fold(Cond::all(), |on, (expression, column)| {
            on.add(self.column(join.mention, *column).eq(self.value(position, *expression, rows)))
        });
        if join.at_most_one {
            let mut one = Query::select();
            one.column((name::mention(join.mention), sea_query::Asterisk))
                .from(self.table(join.mention))
                .cond_where(on)
                .limit(1);
            select.join_lateral(
                JoinType::LeftJoin,
                one,
                name::mention(join.mention),
                Cond::all().add(Expr::Constant(true.into())),
            );
        } else {
            select.left_join(self.table(join.mention), on);
        }
    }

    /// A value of the level, in a SELECT over `rows` and the joins.
    fn value(&self, position: usize, expression: Expression, rows: &Rows<'_>) -> Expr {
        let level = &self.query.levels[position];
        match rows {
            Rows::Page(alias) if is_own(level, expression) => {
                Expr::col((alias.clone(), self.names[position].get(expression)))
            }
            Rows::Page(_) => self.direct(expression, &Source::Table),
            Rows::Direct(source) => self.direct(expression, source),
        }
    }
}

/// Whether a value is of the page itself, not of a row joined to it.
fn is_own(level: &Level, expression: Expression) -> bool {
    let through = match &level.source {
        Source::Through(join, _) => Some(*join),
        _ => None,
    };
    expression.mention == level.base || Some(expression.mention) == through
}

fn direction(level: &Level) -> Order {
    if level.reversed { Order::Desc } else { Order::Asc }
}
