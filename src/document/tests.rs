//! Documents and variables through the whole stage: data in tables, in `tests/`.

use super::{samples, *};
use crate::schema::{
    Schema,
    juniper::{Limits, Parser},
    sdl,
};

mod corpus;
mod errors;
mod limits;
mod lowering;

mod variables;

/// One error as a line of a table: `1:5 message | hint`.
fn line(error: &RequestError) -> String {
    let places: Vec<String> = error.locations.iter().map(|at| format!("{}:{}", at.line, at.column)).collect();
    let hint = error.hint().map(|hint| format!(" | {hint}")).unwrap_or_default();
    format!("{} {error}{hint}", places.join(" "))
}

#[test]
fn the_sdl_reads_as_it_was_written() {
    let schema = samples::schema();
    let printed = sdl(&schema);
    assert_eq!(sdl(&samples::read(&printed)), printed);
    for part in ["type Album implements Node {", "old: String @deprecated(reason: \"Use \\\"title\\\".\")", "@oneOf {"]
    {
        assert!(printed.contains(part), "{part}");
    }
}
