//! The rows of a connection as SQL sees them: source, order, parent; and what is counted or looked up beside a page.

use super::{
    ArmKind, Beyond, Bind, CursorPart, Expression, InputKind, Key, KeyPart, Mention, PageShape, Parent, Place,
    RowValueSource, Side, SlotType, Source, Start,
    build::Planner,
    collect::Collected,
    connection::{ConnectionOf, Counted, Needs},
    cursor::{self, CursorTag},
    filter::Filtered,
    input::string,
    key,
    order::{Order, Ordered},
    page::PageArguments,
    rows::Scope,
};
use crate::{
    catalog::{ColumnId, TableKind, TypeId},
    document::Value,
    schema::scalars::Slot,
};

/// The rows of a connection, mentioned anew.
pub(super) struct Sided {
    pub(super) side: Side,
    /// The join table's row that leads to each of them.
    pub(super) edge: Option<Mention>,
    /// What their cursors are of.
    pub(super) tag: CursorTag,
}

impl<'a> Planner<'a> {
    /// The rows of a connection, mentioned anew, in the order of its cursors.
    pub(super) fn side(&mut self, of: &ConnectionOf<'a>) -> Sided {
        let base = self.query.mention(of.table);
        let edge = of.through.map(|far| self.query.mention(far.table));
        let rows = Ordered { of, base, edge };
        let order = self.order(&rows);
        let tag = self.cursor_tag(of, &order);
        let has_key = order.terms.iter().all(|term| term.expression != Expression::number(base));
        let (source, order) = match (of.through, edge) {
            (Some(far), Some(join)) => {
                let pairs = far.columns.iter().copied().zip(far.target_columns.iter().copied()).collect();
                (Source::Through(join, pairs), order)
            }
            _ if has_key => (Source::Table, order),
            _ => order.numbered(base, self.ordering_columns(of.table)),
        };
        let filter = self.filter(Filtered { mention: base, edge, location: of.location }, &of.filter);
        let filter = (!filter.is_true()).then_some(filter);
        let order_indexed = self.is_order_indexed(&rows, &order.terms);
        let parent = self.parent(&rows, &source);
        let Order { terms, joins, .. } = order;
        Sided { side: Side { base, source, parent, filter, joins, order: terms, order_indexed }, edge, tag }
    }

    fn parent(&self, rows: &Ordered<'_, 'a>, source: &Source) -> Option<Parent> {
        let catalog = &self.schema.catalog;
        rows.of.parent.as_ref().map(|(scope, key)| {
            let child = rows.edge.unwrap_or(rows.base);
            let parent_table = catalog.table(self.query.table(scope.mention));
            let key_of = |column: &ColumnId| Expression::column(scope.mention, *column);
            Parent {
                level: scope.level,
                key: key.target_columns.iter().map(key_of).collect(),
                columns: key.columns.iter().map(|column| (child, *column)).collect(),
                distinct: !scope.unique || parent_table.has_children,
                indexed: matches!(source, Source::Numbered { .. })
                    || catalog.table(key.table).has_index_leading_with(&key.columns),
            }
        })
    }

    pub(super) fn order_part(&mut self, scope: &Scope, term: Expression) -> KeyPart {
        match term.value {
            RowValueSource::Column(column) => self.key_part(scope, term, column),
            RowValueSource::Number | RowValueSource::Identity => self.number_part(scope, term.mention),
        }
    }

    pub(super) fn key_slots(&self, parent: &Parent) -> Vec<SlotType> {
        let slot_of = |expression: &Expression| match expression.value {
            RowValueSource::Column(column) => {
                let table = self.schema.catalog.table(self.query.table(expression.mention));
                SlotType::single(key::slot(self.schema, table.column(column)))
            }
            RowValueSource::Number | RowValueSource::Identity => SlotType::single(Slot::Int8),
        };
        parent.key.iter().map(slot_of).collect()
    }

    fn cursor_tag(&self, of: &ConnectionOf<'a>, order: &Order) -> CursorTag {
        let table = self.schema.catalog.table(of.table);
        let identity = [of.identity.as_str(), &table.schema, &table.name];
        CursorTag::new(identity.into_iter().chain(order.names.iter().map(String::as_str)))
    }

    /// Reads cursors that the statement does not need, because no rows are asked for: a wrong one is an error all the same.
    pub(super) fn check_cursors(
        &mut self,
        of: &ConnectionOf<'a>,
        arguments: &PageArguments<'_>,
        collected: &Collected<'a>,
    ) {
        for (name, value) in [("after", arguments.after), ("before", arguments.before)] {
            if let Some(value) = value {
                let sided = self.side(of);
                self.cursor_input(&sided, name, value, collected);
            }
        }
    }

    /// The place of a cursor in the order.
    pub(super) fn place(
        &mut self,
        sided: &Sided,
        name: &str,
        value: Option<&Value>,
        collected: &Collected<'a>,
    ) -> Option<Place> {
        let value = value?;
        let nulls = cursor::nulls(string(value, self.variables).unwrap_or_default());
        let (input, types) = self.cursor_input(sided, name, value, collected);
        let keys = types.into_iter().enumerate().map(|(part, type_id)| {
            // What the order's terms do not agree with is refused when the cursor is read.
            if nulls.get(part).is_some_and(|null| *null) && sided.side.order[part].nullable {
                return None;
            }
            let bind = self.query.bind(Bind { input, part });
            Some(Key { bind, type_id })
        });
        Some(keys.collect())
    }

    /// A cursor as an input, and the types of its parts; `None` is the number of a row.
    fn cursor_input(
        &mut self,
        sided: &Sided,
        name: &str,
        value: &Value,
        collected: &Collected<'a>,
    ) -> (usize, Vec<Option<TypeId>>) {
        let catalog = &self.schema.catalog;
        let types = sided.side.order.iter().map(|term| match term.expression.value {
            RowValueSource::Column(column) => {
                let column = catalog.table(self.query.table(term.expression.mention)).column(column);
                let slot = key::slot(self.schema, column);
                let type_id = Some(catalog.base_type(column.type_id));
                (CursorPart { slot, nullable: term.nullable, type_id }, type_id)
            }
            RowValueSource::Number | RowValueSource::Identity => {
                (CursorPart { slot: Slot::Int8, nullable: false, type_id: None }, None)
            }
        });
        let (parts, types) = types.unzip();
        let input = self.input(name, collected.field.location, value, InputKind::Cursor(sided.tag, parts));
        (input, types)
    }

    pub(super) fn count(&mut self, of: &ConnectionOf<'a>) -> Counted {
        let side = self.side(of).side;
        let arm = self.add_arm(ArmKind::Count(side));
        (arm, self.query.select(arm, None, SlotType::single(Slot::Int8), false))
    }

    /// Whether statistics tell about how many rows there are: of a whole relation that is stored, and none of whose rows
    /// are hidden, as the statistics would tell of them too.
    pub(super) fn can_estimate(&self, of: &ConnectionOf<'a>) -> bool {
        let table = self.schema.catalog.table(of.table);
        let stored = matches!(table.kind, TableKind::Table | TableKind::MaterializedView | TableKind::Foreign);
        of.parent.is_none()
            && of.filter.known(true) == Some(true)
            && stored
            && !table.row_security
            && !table.has_children
    }

    pub(super) fn estimate(&mut self, of: &ConnectionOf<'a>, collected: &Collected<'a>) -> Counted {
        let table = self.schema.catalog.table(of.table);
        let quote = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
        let name = format!("{}.{}", quote(&table.schema), quote(&table.name));
        let input = self.input("", collected.field.location, &Value::Null, InputKind::Constant(name));
        let (base, name) = (self.query.mention(of.table), self.query.bind(Bind { input, part: 0 }));
        let arm = self.add_arm(ArmKind::Estimate { base, name });
        (arm, self.query.select(arm, None, SlotType::single(Slot::Int8), false))
    }

    /// The arm that looks beyond the page's start or end, where the page's own rows cannot tell.
    pub(super) fn beyond(
        &mut self,
        of: &ConnectionOf<'a>,
        arguments: &PageArguments<'_>,
        page: &mut PageShape,
        needs: &Needs,
        collected: &Collected<'a>,
    ) -> Option<super::ArmId> {
        let looks_back =
            needs.previous && page.last.is_none() && (arguments.after.is_some() || arguments.offset.is_some());
        let looks_on = needs.next && page.first.is_none() && arguments.before.is_some();
        if !looks_back && !looks_on {
            return None;
        }
        let mut sided = self.side(of);
        let mut start =
            |name, value, inclusive| self.place(&sided, name, value, collected).map(|place| Start { place, inclusive });
        let beyond = if looks_on {
            Vec::from_iter(start("before", arguments.before, true))
        } else {
            let after = start("after", arguments.after, true);
            match (arguments.offset, arguments.before) {
                (None, _) => Vec::from_iter(after),
                // Rows that the offset skips stand before the page too: those between the cursors.
                (Some(_), None) => Vec::new(),
                (Some(_), Some(before)) => after.into_iter().chain(start("before", Some(before), false)).collect(),
            }
        };
        if !looks_on {
            sided.side.reverse();
        }
        let arm = self.add_arm(ArmKind::Exists { side: sided.side, beyond });
        let slot = self.query.select(arm, None, SlotType::single(Slot::Bool), false);
        if looks_on {
            page.next = Beyond::Arm(slot);
        } else {
            page.previous = Beyond::Arm(slot);
        }
        Some(arm)
    }
}
