//! WHAT IS SENT BACK: rows → JSON bytes, and the errors beside them.

mod answer;
mod batch;
mod blame;
mod cache;
mod coalesce;
mod connection;
pub mod engine;
pub mod error;
mod explain;
mod explanation;
mod failure;
pub mod introspection;
mod isolate;
mod isolate_rows;
mod log;
mod rows;
pub mod scalars;
mod search;
mod stream;
mod turns;
mod write;

pub use cache::Counters;
pub use explain::Explanation;
pub use log::formatted;
