//! Which parts of an answer may make its statement fail, each of which can be left out.

use super::{
    ArmId, Beyond, ConnectionField, ConnectionShape, ConnectionValue, EdgeValue, Expression, FailureId, LeafShape,
    Omissions, PageInfoValue, Plan, Position, Query, RootValue, RowShape, RowValue, SlotId, Source,
};
use crate::catalog::ColumnId;
use std::collections::HashMap;

/// What is left out together.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Suspect {
    /// Its fields: several if they show the same value.
    pub fields: Vec<Position>,
    /// The connection whose rows it orders, where all columns do.
    pub orders: Option<(Position, ColumnId)>,
    /// Whether it may fail for some rows and not for others, without which rows there are depending on it.
    pub by_row: bool,
}

impl Suspect {
    /// Leaves it out; its fields are null for the sake of `failure`.
    pub fn leave_out(&self, omissions: &mut Omissions, failure: FailureId) {
        for field in &self.fields {
            omissions.leave_out(field.clone(), failure);
        }
        self.leave_unordered(omissions);
    }

    /// Computes it for some rows only: an array of what tells them apart. In the others its fields fail by `failure`.
    pub fn restrict(&self, omissions: &mut Omissions, failure: FailureId, rows: &str) {
        for field in &self.fields {
            omissions.restrict(field.clone(), failure, rows);
        }
        self.leave_unordered(omissions);
    }

    fn leave_unordered(&self, omissions: &mut Omissions) {
        if let Some((connection, column)) = &self.orders {
            omissions.leave_unordered(connection.clone(), *column);
        }
    }
}

/// The suspects of a plan with one root field. Each stands behind those that it needs: first the root field itself, which is
/// everything that is read to know which rows there are; a to-one relation before its fields.
pub fn suspects(plan: &Plan) -> Vec<Suspect> {
    let (Some(root), Some(query)) = (plan.roots.first(), &plan.query) else { return Vec::new() };
    let mut walk = Walk { query, suspects: Vec::new(), by_value: HashMap::new() };
    let position = Position::default().below(&root.key.text);
    walk.suspect(&position);
    match &root.value {
        RootValue::Row(arm, shape) | RootValue::Node(arm, shape, _) => walk.row(*arm, shape, &position),
        RootValue::Connection(shape) => walk.connection(shape, &position),
        RootValue::List(shape) => {
            for arm in &shape.arms {
                let Some(type_name) = &arm.type_name else {
                    walk.row(arm.arm, &arm.row, &position);
                    continue;
                };
                let position = position.below(type_name);
                walk.suspect(&position);
                walk.row(arm.arm, &arm.row, &position);
            }
        }
        RootValue::Constant(_) | RootValue::Introspection | RootValue::Failed => {}
    }
    walk.suspects
}

struct Walk<'a> {
    query: &'a Query,
    suspects: Vec<Suspect>,
    /// The suspect that stands for a value of a row.
    by_value: HashMap<Expression, usize>,
}

impl Walk<'_> {
    fn suspect(&mut self, field: &Position) {
        self.suspects.push(Suspect { fields: vec![field.clone()], ..Suspect::default() });
    }

    fn row(&mut self, arm: ArmId, shape: &RowShape, position: &Position) {
        for field in &shape.fields {
            let position = position.below(&field.key.text);
            match &field.value {
                RowValue::Constant(_) | RowValue::Failed(_) => {}
                RowValue::Leaf(leaf) => self.leaf(arm, leaf, &position),
                RowValue::GlobalId(..) => self.suspect(&position),
                RowValue::ToOne(_, shape) => {
                    self.suspect(&position);
                    self.row(arm, shape, &position);
                }
                RowValue::Connection(shape) => {
                    self.suspect(&position);
                    self.connection(shape, &position);
                }
            }
        }
    }

    /// A column: fields that show the same one fail together.
    fn leaf(&mut self, arm: ArmId, leaf: &LeafShape, position: &Position) {
        match self.value(arm, leaf.slot) {
            Some(value) => {
                let suspect = self.of_value(value);
                self.suspects[suspect].fields.push(position.clone());
                self.suspects[suspect].by_row = !self.query.is_structural(value);
            }
            None => self.suspect(position),
        }
    }

    /// What an arm gives in a slot.
    fn value(&self, arm: ArmId, slot: SlotId) -> Option<Expression> {
        self.query.arms[arm.0].columns.iter().find(|column| column.slot == slot)?.expression
    }

    /// The suspect for a value, new if there is none yet.
    fn of_value(&mut self, value: Expression) -> usize {
        *self.by_value.entry(value).or_insert_with(|| {
            self.suspects.push(Suspect::default());
            self.suspects.len() - 1
        })
    }

    fn connection(&mut self, shape: &ConnectionShape, position: &Position) {
        if let Some(arm) = shape.rows {
            self.order(arm, position);
        }
        for field in &shape.fields {
            self.connection_field(shape, field, &position.below(&field.key.text));
        }
    }

    /// Rows without a key are ordered by all their columns, also by those that nobody asked for.
    fn order(&mut self, arm: ArmId, connection: &Position) {
        let Some(level) = self.query.arms[arm.0].level().map(|level| self.query.level(level)) else { return };
        let Source::Numbered { columns, .. } = &level.side.source else { return };
        for column in columns {
            let suspect = self.of_value(Expression::column(level.side.base, *column));
            self.suspects[suspect].orders = Some((connection.clone(), *column));
        }
    }

    fn connection_field(&mut self, shape: &ConnectionShape, field: &ConnectionField, position: &Position) {
        match (&field.value, shape.rows) {
            (ConnectionValue::TotalCount(_) | ConnectionValue::EstimatedCount(..), _) => self.suspect(position),
            (ConnectionValue::Nodes(row), Some(arm)) => self.row(arm, row, position),
            (ConnectionValue::Edges(fields), Some(arm)) => {
                for field in fields {
                    let position = position.below(&field.key.text);
                    match &field.value {
                        EdgeValue::Cursor => self.suspect(&position),
                        EdgeValue::Node(row) => self.row(arm, row, &position),
                        EdgeValue::Column(leaf) => self.leaf(arm, leaf, &position),
                        EdgeValue::Constant(_) | EdgeValue::Failed(_) => {}
                    }
                }
            }
            (ConnectionValue::PageInfo(fields), _) => {
                for field in fields {
                    let asks = match field.value {
                        PageInfoValue::HasNext => matches!(shape.page.next, Beyond::Arm(_)),
                        PageInfoValue::HasPrevious => matches!(shape.page.previous, Beyond::Arm(_)),
                        PageInfoValue::StartCursor | PageInfoValue::EndCursor => true,
                        PageInfoValue::Constant(_) | PageInfoValue::Failed(_) => false,
                    };
                    if asks {
                        self.suspect(&position.below(&field.key.text));
                    }
                }
            }
            (ConnectionValue::Constant(_) | ConnectionValue::Failed(_), _) | (_, None) => {}
        }
    }
}
