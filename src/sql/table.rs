//! Tables, columns, parameters and casts.

use super::{Compiler, level, name, writer};
use crate::{
    catalog::{ColumnId, Type, TypeId, TypeKind},
    plan::{
        BindId, Expression, Join, Level, Mention, Parent, RowValueSource, Side, SlotType, Source, Term,
        column_equal_is_identical,
    },
    schema::{
        leaf::{self, Leaf, LeafKind},
        scalars,
    },
};
use sea_query::{
    BinOper, Cond, Expr, ExprTrait, Func, FunctionCall, IntoTableRef, JoinType, Order, Query, SelectStatement,
    TableRef, WindowStatement,
};

impl Compiler<'_> {
    /// `"public"."album" AS "t1"`
    pub(super) fn table(&self, mention: Mention) -> TableRef {
        let table = self.schema.catalog.table(self.query.table(mention));
        (name::ident(&table.schema), name::ident(&table.name)).into_table_ref().alias(name::mention(mention))
    }

    /// Adds rows to FROM. A parent's key restricts them; the relations that their order needs are joined if it is asked for.
    pub(super) fn add_source(
        &self,
        select: &mut SelectStatement,
        side: &Side,
        parent: Option<&Parent>,
        needed: &[Expression],
        with_joins: bool,
    ) {
        let base = side.base;
        match &side.source {
            Source::Table | Source::Key(_) => {
                select.from(self.table(base));
            }
            Source::Numbered { terms, columns } => {
                select.from_subquery(self.numbered(side, (terms, columns), parent, needed), name::mention(base));
                return;
            }
            Source::Through(join, pairs) => {
                select.from(self.table(*join));
                let on = pairs
                    .iter()
                    .fold(Cond::all(), |on, (from, to)| on.add(self.column(base, *to).eq(self.column(*join, *from))));
                select.inner_join(self.table(base), on);
            }
            Source::Keys(columns) => {
                select.from_subquery(self.keys(columns), name::ident("k"));
                let on = columns.iter().enumerate().fold(Cond::all(), |on, (position, (column, _, type_id))| {
                    let value = self.comparable(self.column(base, *column), *type_id);
                    on.add(value.eq(Expr::col((name::ident("k"), key_name(position)))))
                });
                select.inner_join(self.table(base), on);
            }
        }
        if with_joins {
            self.add_order_joins(select, side);
        }
        if let Source::Key(columns) = &side.source {
            for (column, bind, type_id) in columns {
                let value = self.comparable(self.column(base, *column), *type_id);
                select.and_where(value.eq(self.cast_to_comparable(writer::parameter(bind.0), *type_id)));
            }
        }
        if let Some(parent) = parent {
            self.where_parent(select, parent);
        }
        self.where_filter(select, side);
    }

    fn add_order_joins(&self, select: &mut SelectStatement, side: &Side) {
        for join in &side.joins {
            self.add_join(select, join, |expression| self.direct(expression, &Source::Table));
        }
    }

    /// `LEFT JOIN "public"."artist" AS "t1" ON "t1"."artist_id" = "t0"."artist_id"`; `value` finds the other side.
    pub(super) fn add_join(&self, select: &mut SelectStatement, join: &Join, value: impl Fn(Expression) -> Expr) {
        let on = self.on(join, value);
        if join.at_most_one {
            let mut one = Query::select();
            one.column((name::mention(join.mention), sea_query::Asterisk))
                .from(self.table(join.mention))
                .cond_where(on)
                .limit(1);
            left_join_lateral(select, one, join.mention);
        } else {
            select.left_join(self.table(join.mention), on);
        }
    }

    pub(super) fn on(&self, join: &Join, value: impl Fn(Expression) -> Expr) -> Cond {
        join.on.iter().fold(Cond::all(), |on, (expression, column)| {
            on.add(self.column(join.mention, *column).eq(value(*expression)))
        })
    }

    /// `WHERE "t1"."artist_id" = "l0"."artist_id"`
    fn where_parent(&self, select: &mut SelectStatement, parent: &Parent) {
        for ((mention, column), key) in parent.columns.iter().zip(self.parent_key(parent)) {
            select.and_where(self.column(*mention, *column).eq(key));
        }
    }

    /// Whether a level's rows are looked up for each parent by itself.
    pub(super) fn are_looked_up(&self, level: &Level) -> bool {
        self.query.are_looked_up(&self.schema.catalog, &level.side, Some(&level.page))
    }

    /// Whether a parent's key can be read off its children: what is equal is written alike, and of the same type.
    fn has_identical_keys(&self, parent: &Parent) -> bool {
        let catalog = &self.schema.catalog;
        let of = |mention: Mention, column: ColumnId| catalog.table(self.query.table(mention)).column(column);
        parent.key.iter().zip(&parent.columns).all(|(key, (mention, column))| {
            let RowValueSource::Column(other) = key.value else { return false };
            let (own, other) = (of(*mention, *column), of(key.mention, other));
            own.type_id == other.type_id && column_equal_is_identical(self.schema, own)
        })
    }

    /// Restricts rows to those of the parents, and gives their key: `WHERE "t1"."artist_id" IN (SELECT "l0"."artist_id" FROM
    /// "l0")`, which makes PostgreSQL search the parents for each row and not the rows for each parent; or by a join.
    pub(super) fn of_parents(&self, select: &mut SelectStatement, parent: &Parent) -> Vec<Expr> {
        if !self.has_identical_keys(parent) {
            self.join_parents(select, parent);
            return self.parent_key(parent);
        }
        let mut parents = Query::select();
        parents.exprs(self.parent_key(parent)).from(self.parents(parent));
        let own: Vec<_> = parent.columns.iter().map(|(mention, column)| self.column(*mention, *column)).collect();
        let tuple = match own.as_slice() {
            [own] => own.clone(),
            _ => Expr::tuple(own.clone()),
        };
        select.and_where(tuple.in_subquery(parents));
        own
    }

    /// The key of the parent's row: `"l0"."artist_id"`.
    pub(super) fn parent_key(&self, parent: &Parent) -> Vec<Expr> {
        let names = &self.names[parent.level.0];
        parent.key.iter().map(|key| Expr::col((name::level(parent.level.0), names.get(*key)))).collect()
    }

    /// `(SELECT …, row_number() OVER (ORDER BY terms, columns) AS "row_number" FROM …)`: rows without a key get a number,
    /// which stands for the row's place as long as no row comes or goes.
    fn numbered(
        &self,
        side: &Side,
        (terms, columns): (&[Term], &[ColumnId]),
        parent: Option<&Parent>,
        needed: &[Expression],
    ) -> SelectStatement {
        let base = side.base;
        let table = self.schema.catalog.table(self.query.table(base));
        let mut select = Query::select();
        for expression in needed.iter().filter(|expression| expression.mention == base) {
            if let RowValueSource::Column(column) = expression.value {
                let name = name::ident(&table.column(column).name);
                match self.query.guard(*expression) {
                    None => select.column((name::mention(base), name)),
                    Some(_) => select.expr_as(self.computed(*expression, &Source::Table), name),
                };
            }
            if expression.value == RowValueSource::Identity {
                let identity = self.computed(*expression, &Source::Table);
                select.expr_as(identity, name::ident(&name::identity(table)));
            }
        }
        let mut window = WindowStatement::new();
        for term in terms {
            level::order_by(&mut window, self.direct(term.expression, &Source::Table), term, false);
        }
        for column in columns {
            let value = self.column(base, *column);
            let orderable = self.schema.catalog.type_of(table.column(*column).type_id).orderable;
            let text = SlotType { slot: scalars::Slot::Text, array: false };
            window.order_by_expr(if orderable { value } else { cast_to_slot(value, text) }, Order::Asc);
        }
        let number = name::number(table, &side.source);
        select.expr_window_as(row_number(), window, name::ident(&number)).from(self.table(base));
        self.add_order_joins(&mut select, side);
        if let Some(parent) = parent {
            self.where_parent(&mut select, parent);
        }
        self.where_filter(&mut select, side);
        select
    }

    /// `(SELECT CAST(unnest(CAST($1 AS text[])) AS int4) AS "k0", generate_subscripts(CAST($1 AS text[]), 1) AS "n")`
    pub(super) fn keys(&self, columns: &[(ColumnId, BindId, TypeId)]) -> SelectStatement {
        let text =
            |bind: BindId| cast_to_slot(writer::parameter(bind.0), SlotType { slot: scalars::Slot::Text, array: true });
        let mut select = Query::select();
        for (position, (_, bind, type_id)) in columns.iter().enumerate() {
            let element = Expr::from(Func::cust(name::ident("unnest")).arg(text(*bind)));
            select.expr_as(self.cast_to_comparable(element, *type_id), key_name(position));
        }
        if let Some((_, bind, _)) = columns.first() {
            let subscripts = Func::cust(name::ident("generate_subscripts")).arg(text(*bind)).arg(writer::integer(1));
            select.expr_as(Expr::from(subscripts), name::ident("n"));
        }
        select
    }

    /// `"t1"."title"`, and `CAST("t1"."mood" AS "public"."mood")` of a domain over an enum: PostgreSQL finds the operators of
    /// every other domain, but none of these. The cast costs nothing, and an index on the column finds values all the same.
    pub(super) fn column(&self, mention: Mention, column: ColumnId) -> Expr {
        let catalog = &self.schema.catalog;
        let type_id = catalog.table(self.query.table(mention)).column(column).type_id;
        let base = catalog.base_type(type_id);
        let is_enum = matches!(catalog.type_of(base).kind, TypeKind::Enum(_));
        let value = self.stored(mention, column);
        if is_enum && base != type_id { self.cast_to_type(value, base) } else { value }
    }

    fn stored(&self, mention: Mention, column: ColumnId) -> Expr {
        let table = self.schema.catalog.table(self.query.table(mention));
        Expr::col((name::mention(mention), name::ident(&table.column(column).name)))
    }

    /// What rows are ordered by, as long as an index may give the order: it is an order of the column, not of a cast.
    pub(super) fn sort_key(&self, expression: Expression, source: &Source) -> Expr {
        match expression.value {
            RowValueSource::Column(column) => self.stored(expression.mention, column),
            RowValueSource::Number | RowValueSource::Identity => self.direct(expression, source),
        }
    }

    /// A value of a mention that stands in FROM itself.
    pub(super) fn direct(&self, expression: Expression, source: &Source) -> Expr {
        match (expression.value, source) {
            (RowValueSource::Column(column), _) => self.column(expression.mention, column),
            (RowValueSource::Identity, _) => {
                let table = self.schema.catalog.table(self.query.table(expression.mention));
                Expr::col((name::mention(expression.mention), name::ident(&name::identity(table))))
            }
            (RowValueSource::Number, Source::Keys(_)) => Expr::col((name::ident("k"), name::ident("n"))),
            (RowValueSource::Number, _) => {
                let table = self.schema.catalog.table(self.query.table(expression.mention));
                Expr::col((name::mention(expression.mention), name::ident(&name::number(table, source))))
            }
        }
    }

    /// `CAST($1 AS pg_catalog.int4)`: binds are text. Without a type it is an int8, of a running number.
    pub(super) fn bound(&self, bind: BindId, type_id: Option<TypeId>) -> Expr {
        let parameter = writer::parameter(bind.0);
        match type_id {
            Some(type_id) => self.cast_to_type(parameter, type_id),
            None => cast_to_slot(parameter, SlotType { slot: scalars::Slot::Int8, array: false }),
        }
    }

    /// What values of a type are compared as whose own casts round: `12.344` would become the `money` that `12.34` is.
    fn exact(&self, type_id: TypeId) -> Option<SlotType> {
        let type_of = |type_id| self.schema.catalog.type_of(type_id);
        let (item, array) = match &type_of(type_id).kind {
            TypeKind::Array(element) => (type_of(*element), true),
            _ => (type_of(type_id), false),
        };
        let rounds = item.schema == "pg_catalog" && item.name == "money";
        rounds.then_some(SlotType { slot: scalars::Slot::Numeric, array })
    }

    /// A column as it is compared with what clients wrote: `CAST("t0"."price" AS pg_catalog.numeric)` of `money`.
    pub(super) fn comparable(&self, value: Expr, type_id: TypeId) -> Expr {
        self.exact(type_id).map_or(value.clone(), |exact| cast_to_slot(value, exact))
    }

    /// What a client wrote, for the other side of that.
    pub(super) fn cast_to_comparable(&self, expr: Expr, type_id: TypeId) -> Expr {
        match self.exact(type_id) {
            Some(exact) => cast_to_slot(expr, exact),
            None => self.cast_to_type(expr, type_id),
        }
    }

    /// A list of such, which are no arrays themselves.
    pub(super) fn cast_to_comparables(&self, expr: Expr, type_id: TypeId) -> Expr {
        match self.exact(type_id) {
            Some(exact) => cast_to_slot(expr, SlotType { array: true, ..exact }),
            None => self.cast(expr, type_id, true),
        }
    }

    pub(super) fn cast_to_type(&self, expr: Expr, type_id: TypeId) -> Expr {
        match self.schema.catalog.type_of(type_id) {
            Type { kind: TypeKind::Array(element), .. } => self.cast(expr, *element, true),
            _ => self.cast(expr, type_id, false),
        }
    }

    /// `CAST(… AS pg_catalog.int4)`, or as an array of such values.
    pub(super) fn cast(&self, expr: Expr, type_id: TypeId, array: bool) -> Expr {
        let type_ = self.schema.catalog.type_of(type_id);
        let type_name = if array { format!("{}[]", type_.name) } else { type_.name.clone() };
        // The text form of money depends on the locale; that of numeric, which clients write, does not.
        let by_way_of = scalars::representation(&type_.schema, &type_.name).slot;
        let expr = if by_way_of == scalars::Slot::Numeric && type_.name != "numeric" {
            cast_to_slot(expr, SlotType { slot: by_way_of, array })
        } else {
            expr
        };
        Func::cast_as_quoted(expr, (name::ident(&type_.schema), name::ident(&type_name))).into()
    }

    /// `"t0"."price" IS NULL`; of a row `IS NOT DISTINCT FROM NULL`, as it may hold a NULL without being one.
    pub(super) fn is_null(&self, expression: Expression, value: Expr) -> Expr {
        if self.is_composite(expression) {
            value.binary(BinOper::Custom("IS NOT DISTINCT FROM"), Expr::null())
        } else {
            value.is_null()
        }
    }

    /// The contrary of [`is_null`](Self::is_null).
    pub(super) fn is_not_null(&self, expression: Expression, value: Expr) -> Expr {
        if self.is_composite(expression) {
            value.binary(BinOper::Custom("IS DISTINCT FROM"), Expr::null())
        } else {
            value.is_not_null()
        }
    }

    fn is_composite(&self, expression: Expression) -> bool {
        let RowValueSource::Column(column) = expression.value else { return false };
        let catalog = &self.schema.catalog;
        let column = catalog.table(self.query.table(expression.mention)).column(column);
        catalog.type_of(catalog.base_type(column.type_id)).is_row
    }

    /// How the values of a column are served; `None` is no column.
    fn leaf(&self, expression: Expression) -> Option<Leaf> {
        let RowValueSource::Column(column) = expression.value else { return None };
        let table = self.schema.catalog.table(self.query.table(expression.mention));
        Some(leaf::of(&self.schema.catalog, table.column(column)))
    }

    /// Whether a value has its slot's type as it is.
    pub(super) fn is_native(&self, expression: Expression) -> bool {
        let Some(leaf) = self.leaf(expression) else { return true };
        leaf.native && leaf.depth == 0
    }

    /// Whether all values of an expression take the same number of bytes.
    pub(super) fn has_fixed_width(&self, expression: Expression) -> bool {
        let Some(leaf) = self.leaf(expression) else { return expression.value == RowValueSource::Number };
        leaf.depth == 0 && (leaf.slot.has_fixed_width() || matches!(leaf.kind, LeafKind::Enum(_)))
    }

    /// Whether casting a value to its slot cannot fail and costs next to nothing, so that it may stand before the LIMIT.
    pub(super) fn is_cheap(&self, expression: Expression) -> bool {
        let Some(leaf) = self.leaf(expression) else { return true };
        let item = self.schema.catalog.type_of(leaf.item);
        let textual = matches!(item.name.as_str(), "text" | "varchar" | "name" | "citext" | "char");
        leaf.native || leaf.kind != LeafKind::Scalar(scalars::AS_TEXT.scalar) || textual
    }
}

/// `LEFT JOIN LATERAL (…) AS "t1" ON TRUE`
pub(super) fn left_join_lateral(select: &mut SelectStatement, rows: SelectStatement, mention: Mention) {
    let always = Cond::all().add(Expr::Constant(true.into()));
    select.join_lateral(JoinType::LeftJoin, rows, name::mention(mention), always);
}

pub(super) fn cast_to_slot(expr: Expr, type_: SlotType) -> Expr {
    let type_name =
        if type_.array { format!("{}[]", type_.slot.type_name()) } else { type_.slot.type_name().to_owned() };
    Func::cast_as_quoted(expr, (name::ident("pg_catalog"), name::ident(&type_name))).into()
}

pub(super) fn row_number() -> FunctionCall {
    Func::cust(name::ident("row_number"))
}

/// `(a, b)`, or `a` alone.
pub(super) fn tuple(mut parts: Vec<Expr>) -> Expr {
    if parts.len() == 1 { parts.remove(0) } else { Expr::tuple(parts) }
}

pub(super) fn key_name(position: usize) -> sea_query::Alias {
    name::ident(&format!("k{position}"))
}
