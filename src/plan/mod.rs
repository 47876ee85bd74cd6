//! WHAT IS ASKED: an operation and the shape of its variables → a [`Plan`].
//!
//! A plan has two halves that refer to each other by index. The [`Query`] says what the one statement fetches: *levels*
//! (to-many steps, each with the to-one joins inside it) and *arms* (parts of the result set, told apart by their tag).
//! The output says how the rows of the arms become JSON. Everything that a variable can change without changing the shape
//! of the SQL is an [`Input`]: it is read when the plan runs.

pub mod build;
pub(crate) mod collect;
mod condition;
mod connection;
pub mod cursor;
mod filter;
mod form;
mod guard;
pub mod id;
pub mod indexes;
pub mod input;
mod key;
mod light;
mod limits;
mod omissions;
mod order;
mod output;
mod page;
mod prefix;
mod query;
mod rows;
pub mod shape;
mod side;
mod suspects;
mod trial;

pub use filter::{Filter, Related};
pub use guard::Guard;
pub use input::{CursorPart, Evaluated, Input, InputKind, Inside, array_literal};
pub use key::column_equal_is_identical;
pub use light::is_light;
pub use omissions::{FailureId, Omissions, Position};
pub use output::*;
pub use query::*;
pub use suspects::{Suspect, suspects};
pub use trial::Trial;

use crate::document::RequestError;

/// How an operation is answered.
#[derive(Debug)]
pub struct Plan {
    /// What the database is asked; `None` if it is not needed (`{ __typename }`).
    pub query: Option<Query>,
    /// The root fields, in the order in which they are answered.
    pub roots: Vec<RootField>,
    /// What is read from the request's variables.
    pub inputs: Vec<Input>,
    /// Root fields that cannot be answered: their position, and why.
    pub errors: Vec<(usize, RequestError)>,
}
