//! The fields of a row: columns, ids, to-one relations inside the level, connections below it.

use super::{
    ArmId, Expression, Join, KeyPart, LeafShape, LevelId, Mention, ResponseKey, RowField, RowShape, RowValue, SlotId,
    SlotType, Source,
    build::{Planner, json_string, unplanned},
    collect::{Collected, collect},
    condition::Condition,
    connection::ConnectionOf,
    id, key,
};
use crate::{
    catalog::{ColumnId, ForeignKey, TableId},
    document::{FieldName, Location, RequestError, Selection},
    naming::Name,
    schema::{Field, Resolve, Schema, TypeId, leaf, leaf::LeafKind, scalars::Slot},
};

/// A row that is being planned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope {
    /// The arm that gives it.
    pub(super) arm: ArmId,
    /// The level that it is of.
    pub(super) level: LevelId,
    /// Whose row.
    pub(super) mention: Mention,
    /// The join table's row that led to it.
    pub(super) edge: Option<Mention>,
    /// Whether no two rows of the level are the same row of the table.
    pub(super) unique: bool,
}

impl<'a> Planner<'a> {
    pub(super) fn row(
        &mut self,
        scope: &Scope,
        object: TypeId,
        sets: &[&'a [Selection]],
    ) -> Result<RowShape, RequestError> {
        let mut shape = RowShape::default();
        for collected in collect(self.schema, self.variables, object, sets) {
            let (non_null, value) = match &collected.field.name {
                FieldName::Field(name) => self.row_field(scope, object, name, &collected)?,
                FieldName::Typename => (true, RowValue::Constant(json_string(self.schema.get(object).name.as_str()))),
                FieldName::Introspection(_) => return Err(unplanned(collected.field)),
            };
            let key = ResponseKey::new(&collected.field.response_key);
            shape.fields.push(RowField { key, location: collected.field.location, non_null, value });
        }
        Ok(shape)
    }

    fn row_field(
        &mut self,
        scope: &Scope,
        object: TypeId,
        name: &Name,
        collected: &Collected<'a>,
    ) -> Result<(bool, RowValue), RequestError> {
        let field = self.schema.field(object, name.as_str()).ok_or_else(|| unplanned(collected.field))?;
        let key = &collected.field.response_key;
        let value =
            self.at(key, RowValue::Failed, |planner| planner.row_value(scope, object, name, field, collected))?;
        // The innermost field that is too much is the one to name.
        if !matches!(value, RowValue::Leaf(_)) {
            self.check_limits(collected.field)?;
        }
        Ok((field.type_ref.is_non_null(), value))
    }

    fn row_value(
        &mut self,
        scope: &Scope,
        object: TypeId,
        name: &Name,
        field: &Field,
        collected: &Collected<'a>,
    ) -> Result<RowValue, RequestError> {
        self.refuse_nulls(collected.field)?;
        Ok(match &field.resolve {
            Resolve::GlobalId => self.global_id(scope),
            Resolve::Column(column) => {
                RowValue::Leaf(self.leaf(scope, scope.mention, *column, collected.field.location))
            }
            Resolve::Forward(key) => {
                let key = self.schema.catalog.foreign_key(*key);
                let on = pairs(scope.mention, &key.columns, &key.target_columns);
                let many = self.schema.catalog.table(key.target).has_children;
                self.joined_row(scope, key.target, on, many, false, &collected.sets)?
            }
            Resolve::BackwardOne(key) => {
                let key = self.schema.catalog.foreign_key(*key);
                let on = pairs(scope.mention, &key.target_columns, &key.columns);
                self.joined_row(scope, key.table, on, false, scope.unique, &collected.sets)?
            }
            Resolve::BackwardMany(key) => {
                let key = self.schema.catalog.foreign_key(*key);
                let of = self.children_by(scope, field_identity(self.schema, object, name), key, collected);
                RowValue::Connection(self.connection(of, field, collected)?)
            }
            Resolve::ManyToMany { near, far } => {
                let catalog = &self.schema.catalog;
                let (near, far) = (catalog.foreign_key(*near), catalog.foreign_key(*far));
                let mut of = self.children_by(scope, field_identity(self.schema, object, name), near, collected);
                of.through = Some(far);
                of.table = far.target;
                RowValue::Connection(self.connection(of, field, collected)?)
            }
            _ => return Err(unplanned(collected.field)),
        })
    }

    fn children_by(
        &self,
        scope: &Scope,
        identity: String,
        key: &'a ForeignKey,
        collected: &Collected<'a>,
    ) -> ConnectionOf<'a> {
        ConnectionOf {
            identity,
            table: key.table,
            parent: Some((*scope, key)),
            through: None,
            order: Vec::new(),
            filter: Condition::none(),
            location: collected.field.location,
        }
    }

    /// A to-one relation: the joined row is there if a column that matched is not null.
    fn joined_row(
        &mut self,
        scope: &Scope,
        table: TableId,
        on: Vec<(Expression, ColumnId)>,
        at_most_one: bool,
        unique: bool,
        sets: &[&'a [Selection]],
    ) -> Result<RowValue, RequestError> {
        let matched = on.first().map(|(_, column)| *column);
        let mention = self.join(scope, table, on, at_most_one);
        let joined = Scope { mention, edge: None, unique, ..*scope };
        let present = match matched {
            Some(column) => self.key_part(&joined, Expression::column(mention, column), column).slot,
            None => self.ensure_a_column(&joined),
        };
        let row = self.row(&joined, self.schema.object_of(table), sets)?;
        Ok(RowValue::ToOne(present, row))
    }

    /// The join of a to-one relation; two fields over the same relation share it.
    fn join(&mut self, scope: &Scope, table: TableId, on: Vec<(Expression, ColumnId)>, at_most_one: bool) -> Mention {
        let level = self.query.level(scope.level);
        // Rows that are numbered hide the joins that their order needed.
        let hidden = matches!(level.side.source, Source::Numbered { .. }) || self.omissions.joins_apart();
        let of_order = if hidden { &[][..] } else { &level.side.joins };
        let mut joins = of_order.iter().chain(&level.joins);
        if let Some(join) = joins.find(|join| join.on == on && self.query.table(join.mention) == table) {
            return join.mention;
        }
        let mention = self.query.mention(table);
        let level = &mut self.query.levels[scope.level.0];
        on.iter().for_each(|(expression, _)| level.carry(*expression));
        level.joins.push(Join { mention, on, at_most_one });
        mention
    }

    fn global_id(&mut self, scope: &Scope) -> RowValue {
        let table = self.schema.catalog.table(self.query.table(scope.mention));
        let columns = table.id_columns().unwrap_or_default();
        let parts =
            columns.iter().map(|column| self.key_part(scope, Expression::column(scope.mention, *column), *column));
        RowValue::GlobalId(id::head(table).into(), parts.collect())
    }

    /// A value that ids, cursors or the presence of a row are made of. The column is of the expression's table.
    pub(super) fn key_part(&mut self, scope: &Scope, expression: Expression, column: ColumnId) -> KeyPart {
        let table = self.schema.catalog.table(self.query.table(expression.mention));
        let column = table.column(column);
        let leaf = leaf::of(&self.schema.catalog, column);
        let kind = key::slot(self.schema, column);
        let slot = self.select(scope, expression, SlotType::single(kind), !leaf.native || leaf.depth > 0);
        KeyPart { slot, kind }
    }

    pub(super) fn leaf(&mut self, scope: &Scope, mention: Mention, column: ColumnId, location: Location) -> LeafShape {
        let table = self.schema.catalog.table(self.query.table(mention));
        let leaf = leaf::of(&self.schema.catalog, table.column(column));
        let type_ = SlotType { slot: leaf.slot, array: leaf.depth > 0 };
        let slot = self.select(scope, Expression::column(mention, column), type_, !leaf.native);
        let labels = match leaf.kind {
            LeafKind::Enum(type_id) => {
                self.schema.naming.enums.get(&type_id).and_then(|names| self.schema.by_name(names.type_name.as_str()))
            }
            LeafKind::Scalar(_) => None,
        };
        let guard = self.guard(scope, mention, column, location);
        LeafShape { slot, kind: leaf.slot, depth: leaf.depth, labels, guard }
    }

    pub(super) fn select(&mut self, scope: &Scope, expression: Expression, type_: SlotType, cast: bool) -> SlotId {
        self.query.levels[scope.level.0].carry(expression);
        self.query.select(scope.arm, Some(expression), type_, cast)
    }

    /// Selects something of a row of which nothing else may be asked: its presence is an answer.
    pub(super) fn ensure_a_column(&mut self, scope: &Scope) -> SlotId {
        let table = self.schema.catalog.table(self.query.table(scope.mention));
        let column = table.default_key().and_then(|key| key.columns.first()).copied().unwrap_or(ColumnId(0));
        self.key_part(scope, Expression::column(scope.mention, column), column).slot
    }

    pub(super) fn number_part(&mut self, scope: &Scope, mention: Mention) -> KeyPart {
        let slot = self.select(scope, Expression::number(mention), SlotType::single(Slot::Int8), false);
        KeyPart { slot, kind: Slot::Int8 }
    }
}

/// What cursors of a field are bound to, beside its order: `Artist.albums`.
pub(super) fn field_identity(schema: &Schema, parent: TypeId, field: &Name) -> String {
    format!("{}.{field}", schema.get(parent).name)
}

/// Pairs of a mention's columns and those that equal them.
pub(super) fn pairs(mention: Mention, from: &[ColumnId], to: &[ColumnId]) -> Vec<(Expression, ColumnId)> {
    from.iter().zip(to).map(|(from, to)| (Expression::column(mention, *from), *to)).collect()
}
