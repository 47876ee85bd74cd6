//! The rows of a connection as SQL sees them: source, order, parent; and what is counted or looked up beside a page.

use super::{
    ArmKind, Beyond, Bind, Expression, InputKind, Key, KeyPart, Mention, PageShape, Parent, Place, RowValueSource,
    Side, SlotType, Source,
    build::Planner,
    collect::Collected,
    connection::{ConnectionOf, Counted, Needs},
    cursor::CursorTag,
    key,
    page::PageArguments,
    rows::Scope,
};
use crate::{
    catalog::{ColumnId, TableKind, TypeId},
    document::Value,
    schema::scalars::Slot,
};

impl<'a> Planner<'a> {
    /// The rows of a connection, mentioned anew.
    pub(super) fn side(&mut self, of: &ConnectionOf<'a>) -> (Side, Option<Mention>) {
        let catalog = &self.schema.catalog;
        let table = catalog.table(of.table);
        let base = self.query.mention(of.table);
        let (source, edge, order) = match of.through {
            Some(far) => {
                let join = self.query.mention(far.table);
                let pairs = far.columns.iter().copied().zip(far.target_columns.iter().copied()).collect();
                let order = far.columns.iter().map(|column| Expression::column(join, *column)).collect();
                (Source::Through(join, pairs), Some(join), order)
            }
            None => match table.default_key() {
                None => (Source::Numbered, None, vec![Expression::number(base)]),
                Some(key) => {
                    let fixed: &[ColumnId] = of.parent.as_ref().map_or(&[], |(_, key)| &key.columns);
                    // The columns that equal the parent's are the same in all rows: they order nothing, and a cursor
                    // without them can be used below every parent.
                    let free: Vec<_> = key.columns.iter().filter(|column| !fixed.contains(column)).collect();
                    let terms = if free.is_empty() { key.columns.iter().collect() } else { free };
                    let order = terms.into_iter().map(|column| Expression::column(base, *column)).collect();
                    (Source::Table, None, order)
                }
            },
        };
        let parent = of.parent.as_ref().map(|(scope, key)| {
            let child = edge.unwrap_or(base);
            let parent_table = catalog.table(self.query.table(scope.mention));
            let key_of = |column: &ColumnId| Expression::column(scope.mention, *column);
            Parent {
                level: scope.level,
                key: key.target_columns.iter().map(key_of).collect(),
                columns: key.columns.iter().map(|column| (child, *column)).collect(),
                distinct: !scope.unique || parent_table.has_children,
                indexed: matches!(source, Source::Numbered)
                    || catalog.table(key.table).has_index_leading_with(&key.columns),
            }
        });
        (Side { base, source, parent, order }, edge)
    }
    pub(super) fn order_part(&mut self, scope: &Scope, term: Expression) -> KeyPart {
        match term.value {
            RowValueSource::Column(column) => self.key_part(scope, term, column),
            RowValueSource::Number => self.number_part(scope, term.mention),
        }
    }

    pub(super) fn key_slots(&self, parent: &Parent) -> Vec<SlotType> {
        let slot_of = |expression: &Expression| match expression.value {
            RowValueSource::Column(column) => {
                let table = self.schema.catalog.table(self.query.table(expression.mention));
                SlotType::single(key::slot(self.schema, table.column(column)))
            }
            RowValueSource::Number => SlotType::single(Slot::Int8),
        };
        parent.key.iter().map(slot_of).collect()
    }

    pub(super) fn cursor_tag(&self, of: &ConnectionOf<'a>, order: &[Expression]) -> CursorTag {
        let table = self.schema.catalog.table(of.table);
        let mut identity = vec![of.identity.as_str(), &table.schema, &table.name];
        for term in order {
            let ordered = self.schema.catalog.table(self.query.table(term.mention));
            identity.push(match term.value {
                RowValueSource::Column(column) => &ordered.column(column).name,
                RowValueSource::Number => "#",
            });
        }
        CursorTag::new(&identity)
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
                let (side, _) = self.side(of);
                self.cursor_input(of, &side, name, value, collected);
            }
        }
    }

    pub(super) fn cursor_keys(
        &mut self,
        of: &ConnectionOf<'a>,
        side: &Side,
        name: &str,
        value: &Value,
        collected: &Collected<'a>,
    ) -> Vec<Key> {
        let (input, types) = self.cursor_input(of, side, name, value, collected);
        let keys = types.into_iter().enumerate().map(|(part, type_id)| {
            let bind = self.query.bind(Bind { input, part });
            Key { bind, type_id }
        });
        keys.collect()
    }

    /// A cursor as an input, and the types of its parts; `None` is the number of a row.
    fn cursor_input(
        &mut self,
        of: &ConnectionOf<'a>,
        side: &Side,
        name: &str,
        value: &Value,
        collected: &Collected<'a>,
    ) -> (usize, Vec<Option<TypeId>>) {
        let tag = self.cursor_tag(of, &side.order);
        let catalog = &self.schema.catalog;
        let types = side.order.iter().map(|term| match term.value {
            RowValueSource::Column(column) => {
                let column = catalog.table(self.query.table(term.mention)).column(column);
                (key::slot(self.schema, column), Some(catalog.base_type(column.type_id)))
            }
            RowValueSource::Number => (Slot::Int8, None),
        });
        let (slots, types) = types.unzip();
        let input = self.input(name, collected.field.location, value, InputKind::Cursor(tag, slots));
        (input, types)
    }

    pub(super) fn count(&mut self, of: &ConnectionOf<'a>) -> Counted {
        let (side, _) = self.side(of);
        let arm = self.add_arm(ArmKind::Count(side));
        (arm, self.query.select(arm, None, SlotType::single(Slot::Int8), false))
    }

    /// Whether statistics tell about how many rows there are: of a whole relation that is stored, and none of whose rows
    /// are hidden, as the statistics would tell of them too.
    pub(super) fn can_estimate(&self, of: &ConnectionOf<'a>) -> bool {
        let table = self.schema.catalog.table(of.table);
        let stored = matches!(table.kind, TableKind::Table | TableKind::MaterializedView | TableKind::Foreign);
        of.parent.is_none() && stored && !table.row_security && !table.has_children
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
        let (side, _) = self.side(of);
        let mut keys =
            |name: &str, value: Option<&_>| value.map(|value| self.cursor_keys(of, &side, name, value, collected));
        let (place, before) = if looks_on {
            (keys("before", arguments.before).map(|keys| Place { keys, backwards: false }), None)
        } else if arguments.offset.is_some() {
            // Rows that the offset skips stand before the page too.
            (None, keys("before", arguments.before))
        } else {
            (keys("after", arguments.after).map(|keys| Place { keys, backwards: true }), None)
        };
        let arm = self.add_arm(ArmKind::Exists { side, place, before });
        let slot = self.query.select(arm, None, SlotType::single(Slot::Bool), false);
        if looks_on {
            page.next = Beyond::Arm(slot);
        } else {
            page.previous = Beyond::Arm(slot);
        }
        Some(arm)
    }
}
