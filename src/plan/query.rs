//! What the database is asked.

use super::{Filter, Guard};
use crate::{
    catalog::{ColumnId, TableId, TypeId},
    schema::scalars::Slot,
};
use std::collections::HashMap;

/// One statement.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// To-many steps; a parent stands before its children.
    pub levels: Vec<Level>,
    /// The parts of the result set, in the order in which they come. The position is the tag.
    pub arms: Vec<Arm>,
    /// The columns of the result set after the tag, shared by the arms.
    pub slots: Vec<SlotType>,
    /// The parameters, `$1` first.
    pub binds: Vec<Bind>,
    /// All tables that stand in the statement, by [`Mention`].
    pub mentions: Vec<TableId>,
    /// Columns that are computed for some rows only.
    pub guards: Vec<Guard>,
    /// Where the parameters stand: there may be tens of thousands.
    pub(super) bind_ids: HashMap<Bind, BindId>,
}

/// The n-th mention of a table in a statement: alias `tN`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mention(pub usize);

/// Index into [`Query::levels`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LevelId(pub usize);

/// Index into [`Query::arms`], and the tag of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArmId(pub usize);

/// Index into [`Query::slots`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotId(pub usize);

/// Index into [`Query::binds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BindId(pub usize);

/// The type of a column of the result set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotType {
    /// Of a value, or of an array's items.
    pub slot: Slot,
    /// Whether it is an array.
    pub array: bool,
}

/// A parameter: part of an input. It is bound as text and cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bind {
    /// Position in [`Plan::inputs`](super::Plan::inputs).
    pub input: usize,
    /// Which of the input's parts.
    pub part: usize,
}

/// A to-many step: the rows of one table, for the whole statement or for each row of a parent level.
#[derive(Debug, Clone)]
pub struct Level {
    /// The rows, in the order in which they are read: backwards where the end of the list is asked for.
    pub side: Side,
    /// To-one relations, joined after the page is cut; each after the one that it joins to.
    pub joins: Vec<Join>,
    /// Which part of the ordered rows.
    pub page: Page,
    /// What the arms, joins and children need of it.
    pub carried: Vec<Expression>,
    /// Children are fetched for so many of its rows only: the surplus row has none. For root levels.
    pub rows_with_children: Option<u64>,
}

/// Where the rows of a level come from.
#[derive(Debug, Clone)]
pub enum Source {
    /// From the whole table.
    Table,
    /// From the whole table with a running number, because it has no key.
    Numbered {
        /// By what it is numbered first: as was asked for.
        terms: Vec<Term>,
        /// By what then: all other columns that can be read.
        columns: Vec<ColumnId>,
    },
    /// At most one row: by the columns of a key.
    Key(Vec<(ColumnId, BindId, TypeId)>),
    /// One row for each element of parallel arrays, with its position from 1.
    Keys(Vec<(ColumnId, BindId, TypeId)>),
    /// Through a join table: its mention, and pairs of its columns and the base's.
    Through(Mention, Vec<(ColumnId, ColumnId)>),
}

/// How a level or an arm hangs on the rows of another level.
#[derive(Debug, Clone)]
pub struct Parent {
    /// The level.
    pub level: LevelId,
    /// The parent's columns (carried by its level), pairwise with `columns`.
    pub key: Vec<Expression>,
    /// The columns of the child (or of the join table) that equal the parent's.
    pub columns: Vec<(Mention, ColumnId)>,
    /// Whether several rows of the parent level can have the same key, which must be asked for once.
    pub distinct: bool,
    /// Whether an index leads with `columns`.
    pub indexed: bool,
}

/// A to-one relation inside a level.
#[derive(Debug, Clone)]
pub struct Join {
    /// The joined table.
    pub mention: Mention,
    /// Pairs of an earlier mention's column and the joined table's.
    pub on: Vec<(Expression, ColumnId)>,
    /// Whether several rows could match, as PostgreSQL does not enforce keys over inheritance children.
    pub at_most_one: bool,
}

/// A value of a mentioned table's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Expression {
    /// Whose row.
    pub mention: Mention,
    /// Which value.
    pub value: RowValueSource,
}

/// A value of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowValueSource {
    /// A column.
    Column(ColumnId),
    /// The running number of [`Source::Numbered`], or the position of [`Source::Keys`].
    Number,
    /// What a [`Guard`] knows the row by, as text.
    Identity,
}

/// A term of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// What is ordered by.
    pub expression: Expression,
    /// Whether great values stand first.
    pub descending: bool,
    /// Whether NULLs stand first.
    pub nulls_first: bool,
    /// Whether there can be NULLs.
    pub nullable: bool,
}

/// Which part of the ordered rows a level gives.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// At most so many rows (for each parent row).
    pub limit: Option<u64>,
    /// Skip so many.
    pub offset: Option<BindId>,
    /// Only rows after this place, in the level's order.
    pub from: Option<Place>,
    /// Only rows before this place, in the level's order.
    pub until: Option<Place>,
}

/// A place in an order: a value for each of its terms, `None` for NULL. Whether a value is NULL is known when the
/// statement is made.
pub type Place = Vec<Option<Key>>;

/// A value that a column is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The value.
    pub bind: BindId,
    /// Its type; `None` is int8, of a running number.
    pub type_id: Option<TypeId>,
}

/// A part of the result set.
#[derive(Debug, Clone)]
pub struct Arm {
    /// What its rows are.
    pub kind: ArmKind,
    /// The parent's key, for arms that hang on another level's rows.
    pub key: Vec<SlotId>,
    /// Its values.
    pub columns: Vec<ArmColumn>,
}

/// What the rows of an [`Arm`] are.
#[derive(Debug, Clone)]
pub enum ArmKind {
    /// The rows of a level.
    Rows(LevelId),
    /// How many rows a connection has: one row, or one for each parent (none is zero).
    Count(Side),
    /// About how many rows a whole table has, by the statistics; counted if there are none yet.
    Estimate {
        /// The table.
        base: Mention,
        /// Its quoted name.
        name: BindId,
    },
    /// Whether there is a row beyond any of some places: one row, or one for each parent.
    Exists {
        /// Of which rows, in the order in which they are looked at.
        side: Side,
        /// Where to look; nowhere in particular is at all rows.
        beyond: Vec<Start>,
    },
}

/// Where rows begin.
#[derive(Debug, Clone)]
pub struct Start {
    /// The place.
    pub place: Place,
    /// Whether the place's own row is one of them.
    pub inclusive: bool,
}

/// Rows in an order: those of a level, or of what is counted or looked for beside one.
#[derive(Debug, Clone)]
pub struct Side {
    /// The table.
    pub base: Mention,
    /// Where they come from.
    pub source: Source,
    /// What they are the children of.
    pub parent: Option<Parent>,
    /// Only those for which this is true.
    pub filter: Option<Filter>,
    /// To-one relations that the order needs: joined before the page is cut.
    pub joins: Vec<Join>,
    /// Their order: unique within a parent. Empty for rows that are found by a key.
    pub order: Vec<Term>,
    /// Whether an index may give the order: it leads with the first term (after the parent's key).
    pub order_indexed: bool,
}

/// A value of an arm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArmColumn {
    /// Where it goes.
    pub slot: SlotId,
    /// What it is; `None` is what the arm itself gives (the count, or whether a row exists).
    pub expression: Option<Expression>,
    /// Whether it is cast to the slot's type, as its own is another.
    pub cast: bool,
}

impl Query {
    /// The mention of a table, new to the statement.
    pub fn mention(&mut self, table: TableId) -> Mention {
        self.mentions.push(table);
        Mention(self.mentions.len() - 1)
    }

    /// The table of a mention.
    pub fn table(&self, mention: Mention) -> TableId {
        self.mentions[mention.0]
    }

    /// What the rows of an arm hang on.
    pub fn parent_of<'a>(&'a self, arm: &'a Arm) -> Option<&'a Parent> {
        match &arm.kind {
            ArmKind::Rows(level) => self.level(*level).side.parent.as_ref(),
            ArmKind::Count(side) | ArmKind::Exists { side, .. } => side.parent.as_ref(),
            ArmKind::Estimate { .. } => None,
        }
    }

    /// The level of `id`.
    pub fn level(&self, id: LevelId) -> &Level {
        &self.levels[id.0]
    }

    /// The parameter for a part of an input; the same one for every use.
    pub fn bind(&mut self, bind: Bind) -> BindId {
        *self.bind_ids.entry(bind).or_insert_with(|| {
            self.binds.push(bind);
            BindId(self.binds.len() - 1)
        })
    }

    /// Makes an arm give a value, and says in which slot: the same one if it gives it already.
    pub fn select(&mut self, arm: ArmId, expression: Option<Expression>, type_: SlotType, cast: bool) -> SlotId {
        let columns = &self.arms[arm.0].columns;
        let same = |column: &&ArmColumn| {
            column.expression == expression && column.cast == cast && self.slots[column.slot.0] == type_
        };
        if let Some(column) = columns.iter().find(same) {
            return column.slot;
        }
        let slot = self.free_slot(arm, type_);
        self.arms[arm.0].columns.push(ArmColumn { slot, expression, cast });
        slot
    }

    /// Makes an arm give a column of its parent's key.
    pub fn select_key(&mut self, arm: ArmId, type_: SlotType) {
        let slot = self.free_slot(arm, type_);
        self.arms[arm.0].key.push(slot);
    }

    /// Slots are shared between arms, by type: a NULL in every row of every other arm costs time. An arm takes the slots of
    /// a type in their order, so that as many as it has are taken.
    fn free_slot(&mut self, arm: ArmId, type_: SlotType) -> SlotId {
        let arm = &self.arms[arm.0];
        let own = arm.key.iter().copied().chain(arm.columns.iter().map(|column| column.slot));
        let taken = own.filter(|slot| self.slots[slot.0] == type_).count();
        let mut of_type = (0..self.slots.len()).map(SlotId).filter(|slot| self.slots[slot.0] == type_);
        of_type.nth(taken).unwrap_or_else(|| {
            self.slots.push(type_);
            SlotId(self.slots.len() - 1)
        })
    }
}

impl Level {
    /// Makes the level give `expression` to those who read it.
    pub fn carry(&mut self, expression: Expression) {
        if !self.carried.contains(&expression) {
            self.carried.push(expression);
        }
    }
}

impl Term {
    /// Ascending, of a value that is never NULL.
    pub fn ascending(expression: Expression) -> Self {
        Self { expression, descending: false, nulls_first: false, nullable: false }
    }

    /// The same, read backwards.
    #[must_use]
    pub fn flipped(self) -> Self {
        Self { descending: !self.descending, nulls_first: !self.nulls_first, ..self }
    }

    /// Whether NULLs, if there are any, stand where PostgreSQL puts them by default: as if they were greatest.
    pub fn has_default_nulls(&self) -> bool {
        !self.nullable || self.nulls_first == self.descending
    }
}

impl Side {
    /// Reads the rows backwards.
    pub fn reverse(&mut self) {
        self.order.iter_mut().for_each(|term| *term = term.flipped());
    }

    /// Whether PostgreSQL can follow an index to the next row in the order.
    pub fn is_order_followed(&self) -> bool {
        self.order_indexed && self.parent.as_ref().is_none_or(|parent| parent.indexed)
    }

    /// Whether a mention stands in the page itself, not in what is joined to it later.
    pub fn mentions(&self, mention: Mention) -> bool {
        let through = matches!(self.source, Source::Through(join, _) if join == mention);
        mention == self.base || through || self.joins.iter().any(|join| join.mention == mention)
    }
}

impl Expression {
    /// A column of a mention.
    pub fn column(mention: Mention, column: ColumnId) -> Self {
        Self { mention, value: RowValueSource::Column(column) }
    }

    /// What tells the row of a mention from others.
    pub fn identity(mention: Mention) -> Self {
        Self { mention, value: RowValueSource::Identity }
    }

    /// The running number of a mention.
    pub fn number(mention: Mention) -> Self {
        Self { mention, value: RowValueSource::Number }
    }
}

impl SlotType {
    /// A single value.
    pub fn single(slot: Slot) -> Self {
        Self { slot, array: false }
    }
}

impl Arm {
    /// The level whose rows it gives.
    pub fn level(&self) -> Option<LevelId> {
        match self.kind {
            ArmKind::Rows(level) => Some(level),
            ArmKind::Count(_) | ArmKind::Estimate { .. } | ArmKind::Exists { .. } => None,
        }
    }
}
