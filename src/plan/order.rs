//! Orders: what a client asked for, and the terms that the rows of a connection are ordered by (API.md, "Order").

use super::{
    Expression, Join, Mention, RowValueSource, Source, Term, build::Planner, connection::ConnectionOf, input::resolve,
    rows,
};
use crate::{
    catalog::{Catalog, ColumnId, ForeignKey, ForeignKeyId, TableId},
    document::{Value, Variables},
    schema::{
        Meaning, Schema, TypeId, TypeKind,
        directions::{self, Direction},
    },
};
use std::collections::HashSet;

/// A cursor of so many terms is a statement of the square of it.
pub(super) const MOST_TERMS: usize = 64;

/// A term of `orderBy`, below the connection's rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ordering {
    /// The way to the row that is ordered by.
    pub(super) steps: Vec<Step>,
    /// A column of that row.
    pub(super) column: ColumnId,
    /// `DESC…`
    pub(super) descending: bool,
    /// `…NULLS_FIRST`, or where PostgreSQL puts them.
    pub(super) nulls_first: bool,
}

/// A step from a row to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Step {
    /// To the row of the join table that led here.
    Edge,
    /// To the row that is referenced.
    Forward(ForeignKeyId),
    /// To the one row that references.
    Backward(ForeignKeyId),
}

impl Ordering {
    /// The terms that the argument `orderBy` of the type `input` asks for, without those whose column orders already.
    pub(super) fn all(schema: &Schema, input: TypeId, value: &Value, variables: &Variables) -> Vec<Self> {
        let terms = match resolve(value, variables) {
            Some(Value::List(terms)) => terms.as_slice(),
            _ => &[],
        };
        let mut known = HashSet::new();
        let terms = terms.iter().filter_map(|term| Self::of(schema, input, term, variables, Vec::new()));
        terms.filter(|term| known.insert((term.steps.clone(), term.column))).collect()
    }

    /// A term: an object of which validation has found exactly one field.
    fn of(schema: &Schema, input: TypeId, term: &Value, variables: &Variables, mut steps: Vec<Step>) -> Option<Self> {
        let (Value::Object(fields), TypeKind::Input(kind)) = (resolve(term, variables)?, &schema.get(input).kind)
        else {
            return None;
        };
        let (name, value) = fields.iter().find(|(_, value)| resolve(value, variables).is_some())?;
        let field = kind.fields.get(name)?;
        steps.push(match field.meaning {
            Meaning::Column(column) => {
                let Value::Enum(name) = resolve(value, variables)? else { return None };
                let Direction { descending, nulls_first, .. } = *directions::direction(name.as_str())?;
                return Some(Self { steps, column, descending, nulls_first });
            }
            Meaning::Edge => Step::Edge,
            Meaning::Forward(key) => Step::Forward(key),
            Meaning::BackwardOne(key) => Step::Backward(key),
            _ => return None,
        });
        Self::of(schema, field.type_ref.named, value, variables, steps)
    }

    /// Adds the term to a key of shapes.
    pub(super) fn write(&self, key: &mut Vec<u8>) {
        let mut number = |kind: u8, number: usize| {
            key.push(kind);
            key.extend((number as u64).to_be_bytes());
        };
        for step in &self.steps {
            match step {
                Step::Edge => number(4, 0),
                Step::Forward(id) => number(5, id.0),
                Step::Backward(id) => number(6, id.0),
            }
        }
        number(u8::from(self.descending) * 2 + u8::from(self.nulls_first), self.column.0);
    }
}

/// The order of a connection's rows.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// Its terms. They leave no two rows of a parent in doubt, if there is a key.
    pub(super) terms: Vec<Term>,
    /// What the terms are called in the identity of cursors.
    pub(super) names: Vec<String>,
    /// The to-one relations that the terms need.
    pub(super) joins: Vec<Join>,
}

/// The rows whose order is made.
pub(super) struct Ordered<'o, 'a> {
    pub(super) of: &'o ConnectionOf<'a>,
    pub(super) base: Mention,
    /// The join table's row that leads to each of them.
    pub(super) edge: Option<Mention>,
}

impl Planner<'_> {
    /// The order that was asked for, ended by the key in the direction of the last term: one index read in one direction
    /// then gives both. `[{ artist: { name: DESC } }]` is `t1.name DESC, t0.album_id DESC`.
    pub(super) fn order(&mut self, rows: &Ordered<'_, '_>) -> Order {
        let mut order = Order::default();
        let mut known: Vec<Expression> = Vec::new();
        let mut descending = false;
        // Below another parent the same row has another row of the join table.
        let of_edge = |ordering: &Ordering| ordering.steps.first() == Some(&Step::Edge);
        let last_of_edge = rows.of.order.iter().rposition(of_edge);
        for (position, ordering) in rows.of.order.iter().enumerate() {
            let (term, name) = self.term(rows, &mut order.joins, ordering);
            if !known.contains(&term.expression) {
                known.push(term.expression);
                // A column that equals the parent's orders nothing, but its direction is that of the key all the same.
                descending = term.descending;
                if !rows.is_fixed(term.expression) {
                    order.terms.push(term);
                    order.names.push(name);
                }
            }
            if last_of_edge.is_none_or(|last| last <= position) && self.are_unique(rows, &order.terms) {
                return order;
            }
        }
        for (expression, name) in self.key_of(rows) {
            if !order.terms.iter().any(|term| term.expression == expression) {
                order.terms.push(Term { descending, nulls_first: descending, ..Term::ascending(expression) });
                order.names.push(if descending { format!("{name} DESC") } else { name });
            }
        }
        order
    }

    /// The term of `ordering`, joined to where it leads.
    fn term(&mut self, rows: &Ordered<'_, '_>, joins: &mut Vec<Join>, ordering: &Ordering) -> (Term, String) {
        let catalog = &self.schema.catalog;
        let (mut mention, mut nullable, mut name) = (rows.base, false, String::new());
        for step in &ordering.steps {
            let (key, backward) = match step {
                Step::Edge => {
                    mention = rows.edge.unwrap_or(mention);
                    name.push_str("edge.");
                    continue;
                }
                Step::Forward(key) => (catalog.foreign_key(*key), false),
                Step::Backward(key) => (catalog.foreign_key(*key), true),
            };
            nullable |= backward || !catalog.always_has_target(key);
            mention = self.order_join(joins, mention, key, backward);
            name.push_str(&format!("{}{}.", if backward { "-" } else { "+" }, key.name));
        }
        let column = catalog.table(self.query.table(mention)).column(ordering.column);
        let term = Term {
            expression: Expression::column(mention, ordering.column),
            descending: ordering.descending,
            nulls_first: ordering.nulls_first,
            nullable: nullable || !column.not_null,
        };
        let direction = if term.descending { "DESC" } else { "ASC" };
        let nulls = if term.nulls_first { "FIRST" } else { "LAST" };
        (term, format!("{name}{} {direction} {nulls}", column.name))
    }

    fn order_join(&mut self, joins: &mut Vec<Join>, from: Mention, key: &ForeignKey, backward: bool) -> Mention {
        let (table, on) = if backward {
            (key.table, rows::pairs(from, &key.target_columns, &key.columns))
        } else {
            (key.target, rows::pairs(from, &key.columns, &key.target_columns))
        };
        if let Some(join) = joins.iter().find(|join| join.on == on && self.query.table(join.mention) == table) {
            return join.mention;
        }
        let at_most_one = self.schema.catalog.table(table).has_children;
        let mention = self.query.mention(table);
        joins.push(Join { mention, on, at_most_one });
        mention
    }

    /// Whether the terms hold a key of the rows, so that what follows cannot matter. A key of which the parent's columns are
    /// a part is none here: below another parent, where the cursor can be used, what follows does matter.
    fn are_unique(&self, rows: &Ordered<'_, '_>, terms: &[Term]) -> bool {
        let table = self.schema.catalog.table(rows.of.table);
        let holds = |column: &ColumnId| {
            let expression = Expression::column(rows.base, *column);
            table.column(*column).not_null && terms.iter().any(|term| term.expression == expression)
        };
        table.enforced_keys().any(|key| key.columns.iter().all(holds))
    }

    /// What tells the rows of a parent apart, and how it is called. The columns that equal the parent's are the same in
    /// all of them: they order nothing, and a cursor without them can be used below every parent.
    fn key_of(&self, rows: &Ordered<'_, '_>) -> Vec<(Expression, String)> {
        let catalog: &Catalog = &self.schema.catalog;
        let named = |mention: Mention, table: TableId, columns: &[ColumnId]| {
            let name = |column: &ColumnId| catalog.table(table).column(*column).name.clone();
            columns.iter().map(|column| (Expression::column(mention, *column), name(column))).collect::<Vec<_>>()
        };
        if let (Some(far), Some(edge)) = (rows.of.through, rows.edge) {
            return named(edge, far.table, &far.columns);
        }
        let Some(key) = catalog.table(rows.of.table).default_key() else {
            return vec![(Expression::number(rows.base), "#".to_owned())];
        };
        let key = named(rows.base, rows.of.table, &key.columns);
        let free: Vec<_> = key.iter().filter(|(expression, _)| !rows.is_fixed(*expression)).cloned().collect();
        if free.is_empty() { key } else { free }
    }

    /// Whether an index may give the order of rows: it leads with the parent's key and the first term.
    pub(super) fn is_order_indexed(&self, rows: &Ordered<'_, '_>, terms: &[Term]) -> bool {
        let Some(Term { expression: Expression { mention, value: RowValueSource::Column(column) }, .. }) =
            terms.first()
        else {
            return false;
        };
        let prefix = rows.of.parent.as_ref().map_or(&[][..], |(_, key)| key.columns.as_slice());
        *mention == rows.edge.unwrap_or(rows.base)
            && self.schema.catalog.table(self.query.table(*mention)).has_index_on(prefix, *column)
    }
}

impl Ordered<'_, '_> {
    /// Whether a value equals the parent's key, and thus is the same in all rows of a parent.
    fn is_fixed(&self, expression: Expression) -> bool {
        let keyed = self.edge.unwrap_or(self.base);
        let fixed = self.of.parent.as_ref().map_or(&[][..], |(_, key)| key.columns.as_slice());
        fixed.iter().any(|column| expression == Expression::column(keyed, *column))
    }
}

impl Order {
    /// Rows without a key are numbered in their order; the number then is the order.
    pub(super) fn numbered(self, base: Mention, mut columns: Vec<ColumnId>) -> (Source, Self) {
        let mut terms = self.terms;
        terms.retain(|term| term.expression != Expression::number(base));
        columns.retain(|column| terms.iter().all(|term| term.expression != Expression::column(base, *column)));
        (Source::Numbered { terms, columns }, Self { terms: vec![Term::ascending(Expression::number(base))], ..self })
    }
}
