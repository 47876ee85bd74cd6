//! The rows of an arm, found by the key of their parent.

use super::{cache::Compiled, write::int4};
use crate::{
    execute::{DatabaseError, run::Row},
    plan::{Arm, SlotId},
};
use std::{
    collections::HashMap,
    ops::Range,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

/// The rows of one arm, in the order in which they came.
pub(super) struct ArmRows {
    rows: Vec<Row>,
    /// The columns of the parent's key; empty at the root.
    key: Vec<usize>,
    /// Rows mostly come in the order of their parents: then no map is needed.
    next: AtomicUsize,
    groups: OnceLock<HashMap<Vec<u8>, Range<usize>>>,
}

impl ArmRows {
    /// No rows yet, for each arm of a plan.
    pub(super) fn of_plan(compiled: &Compiled) -> Vec<Self> {
        let arms = compiled.plan.query.iter().flat_map(|query| &query.arms);
        let none = |arm: &Arm| Self {
            rows: Vec::new(),
            key: arm.key.iter().map(|slot| column(*slot, compiled.tagged.into())).collect(),
            next: AtomicUsize::new(0),
            groups: OnceLock::new(),
        };
        arms.map(none).collect()
    }

    /// Puts a row to those of its arm.
    ///
    /// # Errors
    ///
    /// If it has the tag of none.
    pub(super) fn sort_in(row: Row, arms: &mut [Self], tagged: bool) -> Result<(), DatabaseError> {
        let tag = if tagged { position(&row, 0) } else { Some(0) };
        let arm = tag.and_then(|tag| arms.get_mut(tag));
        let arm = arm.ok_or_else(|| DatabaseError::Internal("a row belongs to no part of the statement".to_owned()))?;
        arm.rows.push(row);
        Ok(())
    }

    pub(super) fn all(&self) -> &[Row] {
        &self.rows
    }

    /// The rows whose key is that of `parent`, found in its columns `parent_key`.
    pub(super) fn of_parent(&self, parent: &Row, parent_key: &[usize]) -> &[Row] {
        if parent_key.iter().any(|column| parent.get(*column).is_none()) {
            return &[];
        }
        let start = self.next.load(Ordering::Relaxed);
        if self.groups.get().is_none() && self.rows.get(start).is_some_and(|row| self.matches(row, parent, parent_key))
        {
            let length = self.rows[start..].iter().take_while(|row| self.matches(row, parent, parent_key)).count();
            self.next.store(start + length, Ordering::Relaxed);
            return &self.rows[start..start + length];
        }
        let groups = self.groups.get_or_init(|| self.group());
        groups.get(&key_bytes(parent, parent_key)).map_or(&[], |range| &self.rows[range.clone()])
    }

    fn matches(&self, row: &Row, parent: &Row, parent_key: &[usize]) -> bool {
        self.key.iter().zip(parent_key).all(|(own, other)| row.get(*own) == parent.get(*other))
    }

    /// Rows of one parent come one after the other, whatever the order of the parents.
    fn group(&self) -> HashMap<Vec<u8>, Range<usize>> {
        let mut groups: HashMap<Vec<u8>, Range<usize>> = HashMap::new();
        for (position, row) in self.rows.iter().enumerate() {
            groups.entry(key_bytes(row, &self.key)).or_insert(position..position).end = position + 1;
        }
        groups
    }
}

/// The column of a slot in a row of the result.
pub(super) fn column(slot: SlotId, columns_before: usize) -> usize {
    slot.0 + columns_before
}

/// An int4 column as a position: of an arm, or of a request.
pub(super) fn position(row: &Row, column: usize) -> Option<usize> {
    usize::try_from(int4(row.get(column)?)?).ok()
}

fn key_bytes(row: &Row, columns: &[usize]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for value in columns.iter().filter_map(|column| row.get(*column)) {
        bytes.extend((value.len() as u32).to_be_bytes());
        bytes.extend(value);
    }
    bytes
}
