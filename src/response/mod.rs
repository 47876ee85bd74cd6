//! WHAT IS SENT BACK: rows → JSON bytes, and the errors beside them.

mod answer;
mod cache;
mod connection;
pub mod engine;
pub mod error;
mod explain;
mod log;
mod rows;
pub mod scalars;
mod stream;
mod write;

pub use cache::Counters;
pub use log::formatted;
