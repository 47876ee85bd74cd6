//! Levels: a page of rows, its to-one joins after it, for the whole statement or for each row of a parent (SQL.md
//! sections 1 to 5).

use super::{
    Compiler,
    keyset::{self, Part, Reading},
    name, table, writer,
};
use crate::plan::{ArmId, Expression, Join, Level, Parent, Source, Term};
use sea_query::{
    Alias, Cond, Expr, ExprTrait, IntoTableRef, JoinType, NullOrdering, Order, OrderedStatement, OverStatement, Query,
    SelectStatement, TableRef, UnionType, WindowStatement,
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
        match &level.side.parent {
            None if self.is_flat(level, projection) => self.flat(position, projection),
            None => {
                let mut select = Query::select();
                select.from_subquery(self.page(position, None), name::ident("p"));
                // Parts come one after the other; PostgreSQL would sort the page to be sure of it.
                let in_turn = matches!(keyset::reading(&level.side, &level.page), Some(Reading::InTurn(_)));
                let ordered = !level.joins.is_empty() || !in_turn;
                self.finish(&mut select, position, projection, &Rows::Page(name::ident("p")), ordered);
                select
            }
            Some(parent) if self.are_looked_up(level) => self.lateral(position, parent, projection),
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
        let at_once = !matches!(keyset::reading(&level.side, &level.page), Some(Reading::InTurn(_)));
        let in_place = matches!(projection, Projection::Carried) || !self.is_sorted_by_text_first(level);
        matches!(level.side.source, Source::Key(_) | Source::Keys(_))
            || (level.joins.is_empty() && cheap && at_once && in_place)
    }

    /// Whether rows are sorted by a value of varying width, and by others where it is the same. PostgreSQL finds those
    /// faster that stand before it, and the order of slots is another one.
    fn is_sorted_by_text_first(&self, level: &Level) -> bool {
        let [first, rest @ ..] = level.side.order.as_slice() else { return false };
        let is_fixed = |term: &Term| self.has_fixed_width(term.expression);
        !level.side.is_order_followed() && !is_fixed(first) && rest.iter().any(is_fixed)
    }

    /// What a level carries, as it is best sorted: first what it is sorted by, and of that first what has a fixed width
    /// (7 % of the time of a sort of 3,503 rows by text and key).
    fn carried<'l>(&self, level: &'l Level) -> Vec<&'l Expression> {
        let mut carried: Vec<_> = level.carried.iter().collect();
        if !level.side.is_order_followed() {
            let sorts = |expression: &Expression| level.side.order.iter().any(|term| term.expression == *expression);
            carried.sort_by_key(|expression| (!sorts(expression), !self.has_fixed_width(**expression)));
        }
        carried
    }

    /// `SELECT "t0"."name" FROM "public"."track" AS "t0" WHERE … ORDER BY … LIMIT 20`
    fn flat(&self, position: usize, projection: Projection) -> SelectStatement {
        let level = &self.query.levels[position];
        let mut select = Query::select();
        self.add_source(&mut select, &level.side, None, &level.carried, true);
        let part = match keyset::reading(&level.side, &level.page) {
            Some(Reading::AtOnce(part)) => part,
            Some(Reading::InTurn(_)) | None => None,
        };
        self.cut(&mut select, level, part.as_ref());
        self.finish(&mut select, position, projection, &Rows::Direct(&level.side.source), false);
        select
    }

    /// The page before its joins: what is carried of the base (and the join table), by name.
    fn page(&self, position: usize, parent: Option<&Parent>) -> SelectStatement {
        let level = &self.query.levels[position];
        let parts = match keyset::reading(&level.side, &level.page) {
            Some(Reading::AtOnce(part)) => return self.page_at_once(position, parent, part.as_ref()),
            Some(Reading::InTurn(parts)) => parts,
            None => return self.page_at_once(position, parent, None),
        };
        let mut selects = parts.iter().map(|part| self.page_at_once(position, parent, Some(part)));
        // The first part of a UNION has no LIMIT of its own, so it is wrapped.
        let mut select = Query::select();
        select.column((name::ident("b"), sea_query::Asterisk));
        select.from_subquery(selects.next().unwrap_or_default(), name::ident("b"));
        for part in selects {
            select.union(UnionType::All, part);
        }
        if let Some(limit) = level.page.limit {
            select.limit(limit);
        }
        select
    }

    /// `SELECT … FROM … WHERE … ORDER BY … LIMIT 20`: the whole page, or those of its rows that are of a part.
    fn page_at_once(&self, position: usize, parent: Option<&Parent>, part: Option<&Part>) -> SelectStatement {
        let level = &self.query.levels[position];
        let mut select = Query::select();
        self.add_source(&mut select, &level.side, parent, &level.carried, true);
        self.select_own(&mut select, position);
        self.cut(&mut select, level, part);
        select
    }

    fn select_own(&self, select: &mut SelectStatement, position: usize) {
        let level = &self.query.levels[position];
        for expression in self.carried(level).into_iter().filter(|expression| level.side.mentions(expression.mention)) {
            select.expr_as(self.computed(*expression, &level.side.source), self.names[position].get(*expression));
        }
    }

    /// WHERE, ORDER BY, LIMIT and OFFSET of a page, or of a part of it.
    fn cut(&self, select: &mut SelectStatement, level: &Level, part: Option<&Part>) {
        self.where_between(select, level, part);
        for (position, term) in level.side.order.iter().enumerate() {
            let settled = part.is_some_and(|part| part.settles(position));
            let value = self.sort_key(term.expression, &level.side.source);
            order_by(select, value, term, settled);
        }
        if let Some(limit) = level.page.limit {
            select.limit(limit);
        }
        if let Some(offset) = level.page.offset {
            writer::offset(select, offset.0);
        }
    }

    /// The rows of a part, or all between the page's places.
    fn where_between(&self, select: &mut SelectStatement, level: &Level, part: Option<&Part>) {
        match (part, &level.page.from) {
            (Some(part), _) => {
                let place = level.page.from.as_ref();
                select.cond_where(self.is_of_part(&level.side, place, part));
            }
            (None, Some(place)) => {
                select.cond_where(self.is_after(&level.side, place, false));
            }
            (None, None) => {}
        }
        if let Some(place) = &level.page.until {
            select.cond_where(self.is_before(&level.side, place));
        }
    }

    /// `SELECT … FROM "l0" JOIN LATERAL (page) AS "s"`: the rows of each parent by themselves.
    fn lateral(&self, position: usize, parent: &Parent, projection: Projection) -> SelectStatement {
        let mut select = Query::select();
        select.from(self.parents(parent));
        select.join_lateral(JoinType::InnerJoin, self.page(position, Some(parent)), name::ident("s"), Cond::all());
        let ordered = !self.query.levels[position].joins.is_empty();
        self.finish(&mut select, position, projection, &Rows::Page(name::ident("s")), ordered);
        select
    }

    /// `SELECT … FROM (SELECT …, row_number() OVER (PARTITION BY key ORDER BY …) AS "rn" FROM … WHERE key IN (SELECT … FROM
    /// "l0")) AS "s" WHERE "rn" <= 10`: the rows of all parents are found by reading all rows once.
    fn windowed(&self, position: usize, parent: &Parent, projection: Projection) -> SelectStatement {
        let level = &self.query.levels[position];
        let names = &self.names[position];
        let mut numbered = Query::select();
        self.add_source(&mut numbered, &level.side, None, &level.carried, true);
        let key = self.of_parents(&mut numbered, parent);
        let mut window = WindowStatement::new();
        for (key, name) in key.into_iter().zip(&names.key) {
            numbered.expr_as(key.clone(), name::ident(name));
            window.add_partition_by(key);
        }
        self.select_own(&mut numbered, position);
        self.where_between(&mut numbered, level, None);
        for term in &level.side.order {
            order_by(&mut window, self.direct(term.expression, &level.side.source), term, false);
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
        // As the window has sorted them already: by the row's number PostgreSQL would sort again.
        let rows = Rows::Page(name::ident("s"));
        for term in &level.side.order {
            order_by(&mut select, self.value(position, term.expression, &rows), term, false);
        }
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
            for term in &level.side.order {
                order_by(&mut select, Expr::col((alias.clone(), names.get(term.expression))), term, false);
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
        let key = match (&level.side.parent, rows) {
            (Some(parent), Rows::Page(_)) if self.are_looked_up(level) => self.parent_key(parent),
            _ => self.names[position].key.iter().map(|name| Expr::col((name::ident("s"), name::ident(name)))).collect(),
        };
        if ordered && !level.joins.is_empty() {
            for key in &key {
                select.order_by_expr(key.clone(), Order::Asc);
            }
        }
        if ordered {
            for term in &level.side.order {
                order_by(select, self.value(position, term.expression, rows), term, false);
            }
        }
        match projection {
            Projection::Carried => {
                for (expr, name) in key.into_iter().zip(&self.names[position].key) {
                    select.expr_as(expr, name::ident(name));
                }
                for expression in self.carried(level) {
                    select.expr_as(self.value(position, *expression, rows), self.names[position].get(*expression));
                }
            }
            Projection::Slots(arm, tagged) => {
                self.select_slots(select, arm, tagged, key, |expression| self.value(position, expression, rows));
            }
        }
    }

    fn join(&self, select: &mut SelectStatement, position: usize, join: &Join, rows: &Rows<'_>) {
        let value = |expression| self.value(position, expression, rows);
        if self.query.identity(join.mention).is_some() {
            self.add_guarded_join(select, join, &self.query.levels[position].carried, value);
        } else {
            self.add_join(select, join, value);
        }
    }

    /// A value of the level, in a SELECT over `rows` and the joins.
    fn value(&self, position: usize, expression: Expression, rows: &Rows<'_>) -> Expr {
        let level = &self.query.levels[position];
        match rows {
            Rows::Page(alias) if level.side.mentions(expression.mention) => {
                Expr::col((alias.clone(), self.names[position].get(expression)))
            }
            Rows::Direct(source) if level.side.mentions(expression.mention) => self.computed(expression, source),
            Rows::Page(_) | Rows::Direct(_) => self.direct(expression, &Source::Table),
        }
    }
}

/// `ORDER BY "t0"."name" DESC NULLS LAST`. Where NULLs stand is said only if it matters (`settled`: it does not) and
/// differs from PostgreSQL's default, so that plain indexes serve.
pub(super) fn order_by(ordered: &mut impl OrderedStatement, value: Expr, term: &Term, settled: bool) {
    let direction = if term.descending { Order::Desc } else { Order::Asc };
    if settled || term.has_default_nulls() {
        ordered.order_by_expr(value, direction);
    } else {
        let nulls = if term.nulls_first { NullOrdering::First } else { NullOrdering::Last };
        ordered.order_by_expr_with_nulls(value, direction, nulls);
    }
}
