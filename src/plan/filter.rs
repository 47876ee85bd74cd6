//! Which rows: a filter's conditions on the tables that a statement mentions.

use super::{
    Bind, BindId, Expression, Mention,
    build::Planner,
    condition::{Condition, Operand, Place},
    input::InputKind,
};
use crate::{
    catalog::{ColumnId, ForeignKeyId, TableId},
    document::Location,
    schema::{
        Quantifier,
        operators::{Form, Operator, Pattern, Takes},
    },
};

/// A condition on a row, in SQL's three-valued logic. Rows for which it is true are kept.
#[derive(Debug, Clone)]
pub enum Filter {
    /// All of them; none is true.
    All(Vec<Self>),
    /// One of them; none is false.
    Any(Vec<Self>),
    /// Not this one.
    Not(Box<Self>),
    /// A value is null, or (`false`) is not.
    IsNull(Expression, bool),
    /// A value compared with what is bound.
    Test {
        /// The value.
        column: Expression,
        /// How.
        operator: &'static Operator,
        /// With what.
        bind: BindId,
    },
    /// A text lies in the range of those that begin so.
    Range {
        /// The text.
        column: Expression,
        /// The least that begins so.
        from: BindId,
        /// The least after it that does not, if there is one.
        until: Option<BindId>,
    },
    /// The row is one of these: by the columns of its global id, which is spelled as PostgreSQL prints it.
    Id {
        /// Whose row.
        mention: Mention,
        /// The columns, each with its value, or with a list of them.
        key: Vec<(ColumnId, BindId)>,
        /// Whether they are lists.
        list: bool,
    },
    /// There are, or are not, rows that hang on this one.
    Related(Box<Related>),
}

/// Rows that hang on another one, and what is asked of them.
#[derive(Debug, Clone)]
pub struct Related {
    /// How many of them must meet the condition.
    pub quantifier: Quantifier,
    /// Their table.
    pub mention: Mention,
    /// The join table through which they are reached: its columns, and those of theirs that they equal.
    pub through: Option<(Mention, Vec<(ColumnId, ColumnId)>)>,
    /// Columns of theirs (or of the join table's), and those of the row on which they hang.
    pub on: Vec<(Expression, Expression)>,
    /// What is asked of them.
    pub condition: Filter,
}

/// A row that is filtered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Filtered {
    pub(super) mention: Mention,
    /// The join table's row that led to it.
    pub(super) edge: Option<Mention>,
    /// Where the field stands whose filter it is.
    pub(super) location: Location,
}

impl Filter {
    fn constant(value: bool) -> Self {
        if value { Self::All(Vec::new()) } else { Self::Any(Vec::new()) }
    }

    fn all(parts: Vec<Self>) -> Self {
        let inner = |part| match part {
            Self::All(parts) => parts,
            part => vec![part],
        };
        let mut parts: Vec<Self> = parts.into_iter().flat_map(inner).collect();
        if parts.len() == 1 { parts.remove(0) } else { Self::All(parts) }
    }

    fn any(parts: Vec<Self>) -> Self {
        let inner = |part| match part {
            Self::Any(parts) => parts,
            part => vec![part],
        };
        let mut parts: Vec<Self> = parts.into_iter().flat_map(inner).collect();
        if parts.len() == 1 { parts.remove(0) } else { Self::Any(parts) }
    }

    /// Whether it is true for every row.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::All(parts) if parts.is_empty())
    }
}

impl Planner<'_> {
    /// The filter that `condition` is for a row that is there. What is known beforehand needs no inputs and no tables.
    pub(super) fn filter(&mut self, row: Filtered, condition: &Condition<'_>) -> Filter {
        if let Some(known) = condition.known(true) {
            return Filter::constant(known);
        }
        match condition {
            Condition::All(parts) => Filter::all(self.filters(row, parts)),
            Condition::Any(parts) => Filter::any(self.filters(row, parts)),
            Condition::Not(inner) => Filter::Not(Box::new(self.filter(row, inner))),
            Condition::IsNoRow(is) => Filter::constant(!is),
            Condition::Column(column, operator, operand) => self.test(row, *column, operator, operand),
            Condition::Id(operator, place) => self.id_filter(row, operator, place),
            Condition::Edge(inner) => {
                let mention = row.edge.unwrap_or(row.mention);
                self.filter(Filtered { mention, edge: None, ..row }, inner)
            }
            Condition::ToOne { key, backward, condition } => {
                // A row that leads to none meets what is true without a row, as an empty condition is.
                let quantifier = match condition.known(false) {
                    Some(true) => Quantifier::Every,
                    _ => Quantifier::Some,
                };
                self.related(row, (*key, *backward), None, quantifier, condition)
            }
            Condition::ToMany { near, far, quantifier, condition } => {
                self.related(row, (*near, true), *far, *quantifier, condition)
            }
        }
    }

    fn filters(&mut self, row: Filtered, parts: &[Condition<'_>]) -> Vec<Filter> {
        parts.iter().map(|part| self.filter(row, part)).filter(|part| !part.is_true()).collect()
    }

    /// The rows at the other end of a foreign key (and of `far`, its join table's other one), with a condition.
    fn related(
        &mut self,
        row: Filtered,
        (key, backward): (ForeignKeyId, bool),
        far: Option<ForeignKeyId>,
        quantifier: Quantifier,
        condition: &Condition<'_>,
    ) -> Filter {
        let catalog = &self.schema.catalog;
        let (key, far) = (catalog.foreign_key(key), far.map(|far| catalog.foreign_key(far)));
        let (table, theirs, ours) = match backward {
            true => (key.table, &key.columns, &key.target_columns),
            false => (key.target, &key.target_columns, &key.columns),
        };
        let near = self.query.mention(table);
        let mention = far.map_or(near, |far| self.query.mention(far.target));
        // That all rows meet what none meets is that there are none.
        let (quantifier, condition) = match (quantifier, condition.known(true)) {
            (Quantifier::Every, Some(false)) => (Quantifier::None, Filter::constant(true)),
            _ => (quantifier, self.filter(Filtered { mention, edge: far.map(|_| near), ..row }, condition)),
        };
        let pairs = theirs.iter().zip(ours);
        let on =
            pairs.map(|(theirs, ours)| (Expression::column(near, *theirs), Expression::column(row.mention, *ours)));
        let through = far.map(|far| {
            let pairs = far.columns.iter().copied().zip(far.target_columns.iter().copied());
            (near, pairs.collect())
        });
        Filter::Related(Box::new(Related { quantifier, mention, through, on: on.collect(), condition }))
    }

    fn test(&mut self, row: Filtered, id: ColumnId, operator: &'static Operator, operand: &Operand<'_>) -> Filter {
        let table = self.query.table(row.mention);
        let column = Expression::column(row.mention, id);
        let (place, bounded) = match operand {
            Operand::Null => return Filter::IsNull(column, operator.form == Form::Same),
            Operand::Flag(is_null) => return Filter::IsNull(column, *is_null),
            Operand::Value(place) => (place, false),
            Operand::Prefix(place, bounded) => (place, *bounded),
        };
        if operator.form == Form::Prefix && self.is_plain_text(table, id) {
            let input = self.filter_input(row.location, place, InputKind::Prefix);
            let from = self.query.bind(Bind { input, part: 0 });
            let until = bounded.then(|| self.query.bind(Bind { input, part: 1 }));
            return Filter::Range { column, from, until };
        }
        let kind = match (operator.pattern(), operator.takes) {
            (Pattern::None, Takes::List) => InputKind::ColumnList(table, id),
            (Pattern::None, _) => InputKind::Column(table, id),
            (pattern, Takes::List) => InputKind::PatternList(pattern),
            (pattern, _) => InputKind::Pattern(pattern),
        };
        let input = self.filter_input(row.location, place, kind);
        Filter::Test { column, operator, bind: self.query.bind(Bind { input, part: 0 }) }
    }

    fn id_filter(&mut self, row: Filtered, operator: &'static Operator, place: &Place<'_>) -> Filter {
        let table = self.query.table(row.mention);
        let list = operator.takes == Takes::List;
        let kind = if list { InputKind::RowIds(table) } else { InputKind::RowId(table) };
        let input = self.filter_input(row.location, place, kind);
        let columns = self.schema.catalog.table(table).id_columns().unwrap_or_default().iter().enumerate();
        let key = columns.map(|(part, column)| (*column, self.query.bind(Bind { input, part }))).collect();
        Filter::Id { mention: row.mention, key, list }
    }

    /// Whether the column's text is in the order of its bytes for the operators of `text_pattern_ops`.
    fn is_plain_text(&self, table: TableId, column: ColumnId) -> bool {
        let catalog = &self.schema.catalog;
        let type_ = catalog.type_of(catalog.base_type(catalog.table(table).column(column).type_id));
        type_.schema == "pg_catalog" && matches!(type_.name.as_str(), "text" | "varchar")
    }

    /// The input of a place, the same for page, count, and what lies beyond.
    fn filter_input(&mut self, location: Location, place: &Place<'_>, kind: InputKind) -> usize {
        let here = (self.root, location, place.path.clone());
        let known = self.filter_inputs.get(&here).map_or(&[][..], Vec::as_slice);
        // Those of a root field that was given up are gone, and others may stand in their place.
        let is_same = |input: &&usize| {
            self.inputs.get(**input).is_some_and(|input| {
                input.kind == kind && (input.root, input.location) == (here.0, here.1) && input.name == here.2
            })
        };
        if let Some(known) = known.iter().find(is_same) {
            return *known;
        }
        let input = self.input(&place.path, location, place.value, kind);
        self.inputs[input].inside.clone_from(&place.inside);
        self.filter_inputs.entry(here).or_default().push(input);
        input
    }
}
