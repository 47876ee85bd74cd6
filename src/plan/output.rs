//! How rows become JSON.

use super::{
    FailureId,
    cursor::CursorTag,
    query::{ArmId, SlotId},
};
use crate::{
    document::Location,
    schema::{self, scalars::Slot},
};
use std::sync::Arc;

/// A key of a JSON object with what stands before its value, and the name for paths.
#[derive(Debug, Clone)]
pub struct ResponseKey {
    /// `"name":`, filled up with zeros; empty if it is longer.
    short: [u8; Self::SHORT],
    /// `"name":`
    json: Arc<[u8]>,
    /// `name`
    pub text: Arc<str>,
}

/// A field of the answer's root.
#[derive(Debug)]
pub struct RootField {
    /// Its key.
    pub key: ResponseKey,
    /// Where it stands in the document.
    pub location: Location,
    /// Its value.
    pub value: RootValue,
}

/// The value of a root field.
#[derive(Debug)]
pub enum RootValue {
    /// JSON that does not depend on rows.
    Constant(Arc<[u8]>),
    /// `__schema` or `__type`: answered from the schema.
    Introspection,
    /// A row, or null if the arm gives none.
    Row(ArmId, RowShape),
    /// The row of a global id, or null if the arm gives none.
    Node(ArmId, RowShape, Spelling),
    /// A connection.
    Connection(ConnectionShape),
    /// A list of rows or nulls.
    List(ListShape),
    /// Null: the reason is in [`Plan::errors`](super::Plan::errors), or the input's.
    Failed,
}

/// Rows asked for by a list of ids or keys: its order and length are kept.
#[derive(Debug)]
pub struct ListShape {
    /// The input with the list, which knows the length and what is wrong with single items.
    pub input: usize,
    /// Where the rows come from; several where ids are of several types.
    pub arms: Vec<ListArm>,
    /// Those of types whose rows cannot be had: the input that knows which items they are.
    pub failed: Vec<(usize, FailureId)>,
}

/// The rows of one type in a [`ListShape`].
#[derive(Debug)]
pub struct ListArm {
    /// Where they come from.
    pub arm: ArmId,
    /// The input whose arrays the arm is asked with: knows which item is which position of the list.
    pub input: usize,
    /// The slot of the position in these arrays, from 1.
    pub position: SlotId,
    /// The object.
    pub row: RowShape,
    /// The type of the rows, where there are several.
    pub type_name: Option<Arc<str>>,
    /// Where the rows were asked for by their ids: how these must be spelled.
    pub spelling: Spelling,
}

/// The parts of a row's global id that PostgreSQL may find equal though they are spelled otherwise, as `1.5` and `1.50` or
/// letters in `citext`, each with its position in the key. A row has one id only, so they are compared once more.
#[derive(Debug, Default)]
pub struct Spelling {
    /// The input with the ids.
    pub input: usize,
    /// Position in the key, and where it is found in the row.
    pub parts: Vec<(usize, KeyPart)>,
}

/// An object made of one row.
#[derive(Debug, Default)]
pub struct RowShape {
    /// In the order in which they were asked for.
    pub fields: Vec<RowField>,
}

/// A field of a row.
#[derive(Debug)]
pub struct RowField {
    /// Its key.
    pub key: ResponseKey,
    /// Where it stands in the document.
    pub location: Location,
    /// Whether null is no value of it, and so makes the object null.
    pub non_null: bool,
    /// Its value.
    pub value: RowValue,
}

/// The value of a row's field.
#[derive(Debug)]
pub enum RowValue {
    /// JSON that does not depend on the row.
    Constant(Arc<[u8]>),
    /// A column.
    Leaf(LeafShape),
    /// A global id: the JSON of schema and table with what follows, and the key.
    GlobalId(Arc<str>, Vec<KeyPart>),
    /// A to-one relation in the same row: null if the slot is.
    ToOne(SlotId, RowShape),
    /// A to-many relation.
    Connection(ConnectionShape),
    /// Null, as it failed.
    Failed(FailureId),
}

/// A column's value.
#[derive(Debug, Clone, Copy)]
pub struct LeafShape {
    /// Where it is.
    pub slot: SlotId,
    /// Its form.
    pub kind: Slot,
    /// The declared depth of an array; 0 is none.
    pub depth: u32,
    /// The enum whose labels it holds.
    pub labels: Option<schema::TypeId>,
    /// If it is computed for some rows only.
    pub guard: Option<GuardShape>,
}

impl LeafShape {
    /// Whether nothing but its form decides how it is written.
    #[inline]
    pub fn is_plain(&self) -> bool {
        self.depth == 0 && self.labels.is_none() && self.guard.is_none()
    }
}

/// How it is known whether a column was computed in a row.
#[derive(Debug, Clone, Copy)]
pub struct GuardShape {
    /// Where it is found what the row is known by.
    pub identity: SlotId,
    /// Why it is not computed in all rows.
    pub failure: FailureId,
}

/// A value of a key, for ids and cursors.
#[derive(Debug, Clone, Copy)]
pub struct KeyPart {
    /// Where it is.
    pub slot: SlotId,
    /// Its form.
    pub kind: Slot,
}

/// A connection.
#[derive(Debug)]
pub struct ConnectionShape {
    /// Its rows, if any field needs them.
    pub rows: Option<ArmId>,
    /// How many there are.
    pub count: Option<ArmId>,
    /// Whether there are rows on the other side of the cursor.
    pub beyond: Option<ArmId>,
    /// The slots of the parent's arm that hold the key of this connection's rows; empty at the root.
    pub parent_key: Vec<SlotId>,
    /// Which of the rows are the page's.
    pub page: PageShape,
    /// In the order in which they were asked for.
    pub fields: Vec<ConnectionField>,
}

/// A field of a connection.
#[derive(Debug)]
pub struct ConnectionField {
    /// Its key.
    pub key: ResponseKey,
    /// Where it stands in the document.
    pub location: Location,
    /// Its value.
    pub value: ConnectionValue,
}

/// The value of a connection's field.
#[derive(Debug)]
pub enum ConnectionValue {
    /// JSON that does not depend on rows.
    Constant(Arc<[u8]>),
    /// `nodes`
    Nodes(RowShape),
    /// `edges`
    Edges(Vec<EdgeField>),
    /// `pageInfo`
    PageInfo(Vec<PageInfoField>),
    /// `totalCount`
    TotalCount(SlotId),
    /// `estimatedCount`, from the arm that estimates, or else from the one that counts.
    EstimatedCount(ArmId, SlotId),
    /// Null, as it failed.
    Failed(FailureId),
}

/// A field of an edge.
#[derive(Debug)]
pub struct EdgeField {
    /// Its key.
    pub key: ResponseKey,
    /// Where it stands in the document.
    pub location: Location,
    /// Whether null is no value of it.
    pub non_null: bool,
    /// Its value.
    pub value: EdgeValue,
}

/// A field of `pageInfo`.
#[derive(Debug)]
pub struct PageInfoField {
    /// Its key.
    pub key: ResponseKey,
    /// Where it stands in the document.
    pub location: Location,
    /// Whether null is no value of it.
    pub non_null: bool,
    /// Its value.
    pub value: PageInfoValue,
}

/// The value of an edge's field.
#[derive(Debug)]
pub enum EdgeValue {
    /// JSON that does not depend on the row.
    Constant(Arc<[u8]>),
    /// `cursor`
    Cursor,
    /// `node`
    Node(RowShape),
    /// A column of the join table.
    Column(LeafShape),
    /// Null, as it failed.
    Failed(FailureId),
}

/// The value of a field of `pageInfo`.
#[derive(Debug, Clone)]
pub enum PageInfoValue {
    /// JSON that does not depend on rows.
    Constant(Arc<[u8]>),
    /// `hasNextPage`
    HasNext,
    /// `hasPreviousPage`
    HasPrevious,
    /// `startCursor`
    StartCursor,
    /// `endCursor`
    EndCursor,
    /// Null, as it failed.
    Failed(FailureId),
}

/// Which of the fetched rows are the page's, and what is known beyond them.
#[derive(Debug)]
pub struct PageShape {
    /// `first`, or the default.
    pub first: Option<PageSize>,
    /// `last`
    pub last: Option<PageSize>,
    /// The rows come in reverse.
    pub reversed: bool,
    /// What tells `hasNextPage`.
    pub next: Beyond,
    /// What tells `hasPreviousPage`.
    pub previous: Beyond,
    /// Whether a page that was cut must be reported, as nobody asked for its size nor for `pageInfo`.
    pub report_cut: bool,
    /// What makes a cursor of a row.
    pub cursor: CursorShape,
}

/// What tells whether there are rows before or after a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// Nothing was asked for that would make it true.
    No,
    /// More rows came than the page holds.
    Surplus,
    /// The arm that looks beyond the cursor.
    Arm(SlotId),
}

/// A number of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageSize {
    /// Written in the document, or the default.
    Literal(u32),
    /// An input of the request.
    Input(usize),
}

/// What makes a cursor of a row.
#[derive(Debug)]
pub struct CursorShape {
    /// Of which field and order it is.
    pub tag: CursorTag,
    /// The values of the order; empty if no cursor is needed.
    pub parts: Vec<KeyPart>,
}

impl ResponseKey {
    /// The key `text`. GraphQL names need no escape.
    pub fn new(text: &Arc<str>) -> Self {
        let json = format!("\"{text}\":").into_bytes();
        let mut short = [0; Self::SHORT];
        if let Some(place) = short.get_mut(..json.len()) {
            place.copy_from_slice(&json);
        }
        Self { short, json: json.into(), text: Arc::clone(text) }
    }

    /// Keys up to this length are copied as a block of this length.
    const SHORT: usize = 32;

    /// Appends what stands before the value at a position of its object: the key, behind a comma unless it is the first.
    #[inline]
    pub fn write(&self, position: usize, out: &mut Vec<u8>) {
        if position > 0 {
            out.push(b',');
        }
        // A copy of a length that the compiler knows is two instructions, any other one is a call.
        if self.json.len() <= Self::SHORT {
            let end = out.len() + self.json.len();
            out.extend_from_slice(&self.short);
            out.truncate(end);
        } else {
            out.extend_from_slice(&self.json);
        }
    }
}
