//! Names from whole catalogs: golden cases in `tests/cases/naming`, and what must hold for every catalog.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod draft;
mod golden;
mod listing;
mod properties;
