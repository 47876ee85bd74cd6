//! Connections: the page's rows, cursors, and what is known beyond the page.

use super::{
    rows::{ArmRows, column},
    write::{Segment, Writer, Written, int8},
};
use crate::{
    document::Location,
    execute::run::Row,
    plan::{
        Beyond, ConnectionField, ConnectionShape, ConnectionValue, CursorShape, EdgeField, EdgeValue, PageInfoField,
        PageInfoValue, PageShape, PageSize, ResponseKey,
    },
};
use serde_json::Value;

/// A page cut from the rows that came.
pub(super) struct PageRows<'r> {
    rows: &'r [Row],
    reversed: bool,
    has_next: bool,
    has_previous: bool,
}

/// More paths than these are not listed in `extensions.truncated`: it is a hint, not a protocol.
const MOST_TRUNCATED_PATHS: usize = 100;

impl PageRows<'_> {
    fn iter(&self) -> impl Iterator<Item = &Row> {
        let last = self.rows.len().saturating_sub(1);
        (0..self.rows.len()).map(move |index| &self.rows[if self.reversed { last - index } else { index }])
    }
}

impl<'a> Writer<'a> {
    pub(super) fn connection(&mut self, shape: &ConnectionShape, parent: Option<&Row>) -> Written {
        let page = self.page(shape, parent);
        self.resolver_statements += usize::from(shape.rows.is_some());
        self.report_cut(&shape.page, page.has_next);
        self.out.push(b'{');
        for (position, field) in shape.fields.iter().enumerate() {
            field.key.write(position, &mut self.out);
            self.connection_field(shape, field, &page, parent)?;
        }
        self.out.push(b'}');
        Ok(())
    }

    fn connection_field(
        &mut self,
        shape: &ConnectionShape,
        field: &ConnectionField,
        page: &PageRows<'_>,
        parent: Option<&Row>,
    ) -> Written {
        match &field.value {
            ConnectionValue::Constant(json) => self.raw(json),
            ConnectionValue::Nodes(row) => {
                self.below(&field.key, |writer| writer.items(page, |writer, item| writer.row(row, item)))
            }
            ConnectionValue::Edges(fields) => self.below(&field.key, |writer| {
                writer.items(page, |writer, item| writer.edge(fields, &shape.page.cursor, item))
            }),
            ConnectionValue::PageInfo(fields) => {
                self.below(&field.key, |writer| writer.page_info(fields, &shape.page.cursor, page))
            }
            ConnectionValue::TotalCount(slot) => {
                self.resolver_statements += 1;
                let rows = shape.count.map_or(&[][..], |arm| self.rows_of(&self.arms[arm.0], shape, parent));
                // Parents without rows have none here either.
                let count = rows.first().and_then(|row| row.get(column(*slot, self.columns_before))).and_then(int8);
                self.total_count(count.unwrap_or(0), &field.key, field.location)
            }
            ConnectionValue::EstimatedCount(arm, slot) => {
                self.resolver_statements += 1;
                let rows = self.rows_of(&self.arms[arm.0], shape, parent);
                let count = rows.first().and_then(|row| row.get(column(*slot, self.columns_before))).and_then(int8);
                let saturated = i32::try_from(count.unwrap_or(0)).unwrap_or(i32::MAX);
                self.raw(itoa::Buffer::new().format(saturated).as_bytes())
            }
            ConnectionValue::Failed(failure) => Err(self.failed(*failure, &field.key, field.location)),
        }
    }

    fn total_count(&mut self, count: i64, key: &ResponseKey, location: Location) -> Written {
        if i32::try_from(count).is_err() {
            let message = format!(
                "There are {count} rows, more than an Int can say: ask for `aggregates {{ count }}`, a BigInt."
            );
            return Err(self.fail(message, Some(key), location));
        }
        self.raw(itoa::Buffer::new().format(count).as_bytes())
    }

    fn items(&mut self, page: &PageRows<'_>, mut write: impl FnMut(&mut Self, &Row) -> Written) -> Written {
        self.out.push(b'[');
        for (position, row) in page.iter().enumerate() {
            self.separate(position);
            self.path.push(Segment::Index(position));
            write(self, row)?;
            self.path.pop();
        }
        self.out.push(b']');
        Ok(())
    }

    pub(super) fn edge(&mut self, fields: &[EdgeField], cursor: &CursorShape, row: &Row) -> Written {
        self.out.push(b'{');
        for (position, field) in fields.iter().enumerate() {
            field.key.write(position, &mut self.out);
            let start = self.out.len();
            let written = match &field.value {
                EdgeValue::Constant(json) => self.raw(json),
                EdgeValue::Cursor => self.cursor(cursor, row, &field.key, field.location),
                EdgeValue::Node(shape) => self.below(&field.key, |writer| writer.row(shape, row)),
                EdgeValue::Column(leaf) => self.leaf(leaf, row, &field.key, field.location, field.non_null),
                EdgeValue::Failed(failure) => Err(self.failed(*failure, &field.key, field.location)),
            };
            if written.is_err() && field.non_null {
                return written;
            }
            self.null_if(written, start);
        }
        self.out.push(b'}');
        Ok(())
    }

    fn cursor(&mut self, cursor: &CursorShape, row: &Row, key: &ResponseKey, location: Location) -> Written {
        self.scratch.clear();
        self.scratch.extend_from_slice(cursor.tag.bytes());
        self.scratch.push(b'[');
        for (position, part) in cursor.parts.iter().enumerate() {
            if position > 0 {
                self.scratch.push(b',');
            }
            if row.get(column(part.slot, self.columns_before)).is_none() {
                self.scratch.extend_from_slice(b"null");
            } else {
                self.key_part(part, row, key, location)?;
            }
        }
        self.scratch.push(b']');
        self.write_scratch();
        Ok(())
    }

    fn page_info(&mut self, fields: &[PageInfoField], cursor: &CursorShape, page: &PageRows<'_>) -> Written {
        let (first, last) = (page.iter().next(), page.iter().last());
        self.page_info_of(fields, cursor, (page.has_next, page.has_previous), first.zip(last))
    }

    /// `pageInfo` of a page whose first and last rows are `ends`.
    pub(super) fn page_info_of(
        &mut self,
        fields: &[PageInfoField],
        cursor: &CursorShape,
        (has_next, has_previous): (bool, bool),
        ends: Option<(&Row, &Row)>,
    ) -> Written {
        let boolean = |value: bool| -> &'static [u8] { if value { b"true" } else { b"false" } };
        self.out.push(b'{');
        for (position, field) in fields.iter().enumerate() {
            field.key.write(position, &mut self.out);
            let start = self.out.len();
            let written = match (&field.value, ends) {
                (PageInfoValue::Constant(json), _) => self.raw(json),
                (PageInfoValue::HasNext, _) => self.raw(boolean(has_next)),
                (PageInfoValue::HasPrevious, _) => self.raw(boolean(has_previous)),
                (PageInfoValue::StartCursor, Some((row, _))) | (PageInfoValue::EndCursor, Some((_, row))) => {
                    self.cursor(cursor, row, &field.key, field.location)
                }
                (PageInfoValue::StartCursor | PageInfoValue::EndCursor, None) => self.raw(b"null"),
                (PageInfoValue::Failed(failure), _) => Err(self.failed(*failure, &field.key, field.location)),
            };
            if written.is_err() && field.non_null {
                return written;
            }
            self.null_if(written, start);
        }
        self.out.push(b'}');
        Ok(())
    }

    fn page(&self, shape: &ConnectionShape, parent: Option<&Row>) -> PageRows<'a> {
        let page = &shape.page;
        let rows = shape.rows.map_or(&[][..], |arm| self.rows_of(&self.arms[arm.0], shape, parent));
        let beyond = |slot| {
            let rows = shape.beyond.map_or(&[][..], |arm| self.rows_of(&self.arms[arm.0], shape, parent));
            rows.first().and_then(|row| row.get(column(slot, self.columns_before))) == Some(&[1])
        };
        let first = page.first.map(|size| self.size(size));
        let last = page.last.map(|size| self.size(size));
        let tells = |beyond_page: Beyond, size: Option<usize>| match beyond_page {
            Beyond::No => false,
            Beyond::Surplus => size.is_some_and(|size| rows.len() > size),
            Beyond::Arm(slot) => beyond(slot),
        };
        let (has_next, has_previous) = (tells(page.next, first), tells(page.previous, last));
        let kept = &rows[..first.or(last).unwrap_or(rows.len()).min(rows.len())];
        let kept = match (first, last) {
            (Some(_), Some(last)) => &kept[kept.len().saturating_sub(last)..],
            _ => kept,
        };
        PageRows { rows: kept, reversed: page.reversed, has_next, has_previous }
    }

    pub(super) fn size(&self, size: PageSize) -> usize {
        let rows = match size {
            PageSize::Literal(rows) => rows,
            PageSize::Input(input) => self.evaluated[input].size,
        };
        usize::try_from(rows).unwrap_or(usize::MAX)
    }

    fn rows_of(&self, arm: &'a ArmRows, shape: &ConnectionShape, parent: Option<&Row>) -> &'a [Row] {
        match parent {
            None => arm.all(),
            Some(parent) => {
                let key: Vec<_> = shape.parent_key.iter().map(|slot| column(*slot, self.columns_before)).collect();
                arm.of_parent(parent, &key)
            }
        }
    }

    /// Notes a page that the default size cut, if nobody asked whether there is more.
    pub(super) fn report_cut(&mut self, page: &PageShape, has_next: bool) {
        if page.report_cut && has_next && self.truncated.len() < MOST_TRUNCATED_PATHS {
            let path = self.path.iter().map(|segment| match segment {
                Segment::Key(key) => Value::from(key.as_ref()),
                Segment::Index(index) => Value::from(*index),
            });
            self.truncated.push(path.collect());
        }
    }
}
