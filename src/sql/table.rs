//! Tables, columns, parameters and casts.

use super::{Compiler, name, writer};
use crate::{
    catalog::{ColumnId, Type, TypeId, TypeKind},
    plan::{BindId, Expression, Key, Mention, Parent, RowValueSource, SlotType, Source},
    schema::{
        leaf::{self, LeafKind},
        scalars,
    },
};
use sea_query::{
    Cond, Expr, ExprTrait, Func, FunctionCall, IntoTableRef, Order, Query, SelectStatement, TableRef, WindowStatement,
};

impl Compiler<'_> {
    /// `"public"."album" AS "t1"`
    pub(super) fn table(&self, mention: Mention) -> TableRef {
        let table = self.schema.catalog.table(self.query.table(mention));
        (name::ident(&table.schema), name::ident(&table.name)).into_table_ref().alias(name::mention(mention))
    }

    /// Adds the rows of a source to FROM, as the base's alias. A parent's key restricts them.
    pub(super) fn add_source(
        &self,
        select: &mut SelectStatement,
        base: Mention,
        source: &Source,
        parent: Option<&Parent>,
        needed: &[Expression],
    ) {
        match source {
            Source::Table | Source::Key(_) => {
                select.from(self.table(base));
            }
            Source::Numbered => {
                select.from_subquery(self.numbered(base, parent, needed), name::mention(base));
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
                let on = columns.iter().enumerate().fold(Cond::all(), |on, (position, (column, ..))| {
                    on.add(self.column(base, *column).eq(Expr::col((name::ident("k"), key_name(position)))))
                });
                select.inner_join(self.table(base), on);
            }
        }
        if let Source::Key(columns) = source {
            for (column, bind, type_id) in columns {
                select.and_where(self.column(base, *column).eq(self.bound(*bind, Some(*type_id))));
            }
        }
        if let Some(parent) = parent {
            self.where_parent(select, parent);
        }
    }

    /// `WHERE "t1"."artist_id" = "l0"."artist_id"`
    fn where_parent(&self, select: &mut SelectStatement, parent: &Parent) {
        for ((mention, column), key) in parent.columns.iter().zip(self.parent_key(parent)) {
            select.and_where(self.column(*mention, *column).eq(key));
        }
    }

    /// The key of the parent's row: `"l0"."artist_id"`.
    pub(super) fn parent_key(&self, parent: &Parent) -> Vec<Expr> {
        let names = &self.names[parent.level.0];
        parent.key.iter().map(|key| Expr::col((name::level(parent.level.0), names.get(*key)))).collect()
    }

    /// `(SELECT …, row_number() OVER (ORDER BY every column) AS "row_number" FROM …)`: rows without a key get a number,
    /// which stands for the row's place as long as no row comes or goes.
    fn numbered(&self, base: Mention, parent: Option<&Parent>, needed: &[Expression]) -> SelectStatement {
        let table = self.schema.catalog.table(self.query.table(base));
        let mut select = Query::select();
        for expression in needed.iter().filter(|expression| expression.mention == base) {
            if let RowValueSource::Column(column) = expression.value {
                select.column((name::mention(base), name::ident(&table.column(column).name)));
            }
        }
        let mut window = WindowStatement::new();
        for (id, column) in table.columns() {
            let value = self.column(base, id);
            let orderable = self.schema.catalog.type_of(column.type_id).orderable;
            let text = SlotType { slot: scalars::Slot::Text, array: false };
            window.order_by_expr(if orderable { value } else { cast_to_slot(value, text) }, Order::Asc);
        }
        let number = name::number(table, &Source::Numbered);
        select.expr_window_as(row_number(), window, name::ident(&number)).from(self.table(base));
        if let Some(parent) = parent {
            self.where_parent(&mut select, parent);
        }
        select
    }

    /// `(SELECT CAST(unnest(CAST($1 AS text[])) AS int4) AS "k0", generate_subscripts(CAST($1 AS text[]), 1) AS "n")`
    fn keys(&self, columns: &[(ColumnId, BindId, TypeId)]) -> SelectStatement {
        let text =
            |bind: BindId| cast_to_slot(writer::parameter(bind.0), SlotType { slot: scalars::Slot::Text, array: true });
        let mut select = Query::select();
        for (position, (_, bind, type_id)) in columns.iter().enumerate() {
            let element = Expr::from(Func::cust(name::ident("unnest")).arg(text(*bind)));
            select.expr_as(self.cast_to_type(element, *type_id), key_name(position));
        }
        if let Some((_, bind, _)) = columns.first() {
            let subscripts = Func::cust(name::ident("generate_subscripts")).arg(text(*bind)).arg(writer::integer(1));
            select.expr_as(Expr::from(subscripts), name::ident("n"));
        }
        select
    }

    pub(super) fn column(&self, mention: Mention, column: ColumnId) -> Expr {
        let table = self.schema.catalog.table(self.query.table(mention));
        Expr::col((name::mention(mention), name::ident(&table.column(column).name)))
    }

    /// A value of a mention that stands in FROM itself.
    pub(super) fn direct(&self, expression: Expression, source: &Source) -> Expr {
        match (expression.value, source) {
            (RowValueSource::Column(column), _) => self.column(expression.mention, column),
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

    pub(super) fn keys_bound(&self, keys: &[Key]) -> Vec<Expr> {
        keys.iter().map(|key| self.bound(key.bind, key.type_id)).collect()
    }

    fn cast_to_type(&self, expr: Expr, type_id: TypeId) -> Expr {
        let (type_, array) = match self.schema.catalog.type_of(type_id) {
            Type { kind: TypeKind::Array(element), .. } => (self.schema.catalog.type_of(*element), true),
            type_ => (type_, false),
        };
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

    /// Whether a value has its slot's type as it is.
    pub(super) fn is_native(&self, expression: Expression) -> bool {
        let RowValueSource::Column(column) = expression.value else { return true };
        let table = self.schema.catalog.table(self.query.table(expression.mention));
        let leaf = leaf::of(&self.schema.catalog, table.column(column));
        leaf.native && leaf.depth == 0
    }

    /// Whether casting a value to its slot cannot fail and costs next to nothing, so that it may stand before the LIMIT.
    pub(super) fn is_cheap(&self, expression: Expression) -> bool {
        let RowValueSource::Column(column) = expression.value else { return true };
        let table = self.schema.catalog.table(self.query.table(expression.mention));
        let leaf = leaf::of(&self.schema.catalog, table.column(column));
        let item = self.schema.catalog.type_of(leaf.item);
        let textual = matches!(item.name.as_str(), "text" | "varchar" | "name" | "citext" | "char");
        leaf.native || leaf.kind != LeafKind::Scalar(scalars::AS_TEXT.scalar) || textual
    }
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

fn key_name(position: usize) -> sea_query::Alias {
    name::ident(&format!("k{position}"))
}
