//! Where sea-query's values become text: the only place that decides what is a parameter and what a literal.

use sea_query::{Expr, QueryBuilder, SelectStatement, SqlWriter, Value};
use std::fmt::{self, Write};

/// Page sizes are literals, as a bound LIMIT is planned as a tenth of the table (SQL.md section 2). An OFFSET is a
/// parameter; sea-query only knows numbers there, so parameters are numbers that no page size reaches.
const FIRST_OFFSET_PARAMETER: u64 = 1 << 60;

/// `$n`, by the position of the bind.
pub(super) fn parameter(position: usize) -> Expr {
    Expr::Value(Value::Unsigned(Some(number(position))))
}

/// An integer of ours, as a literal.
pub(super) fn integer(value: usize) -> Expr {
    Expr::Value(Value::Int(Some(i32::try_from(value).unwrap_or(i32::MAX))))
}

/// `OFFSET CAST($n AS pg_catalog.int8)`
pub(super) fn offset(select: &mut SelectStatement, position: usize) {
    select.offset(FIRST_OFFSET_PARAMETER + position as u64);
}

fn number(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX - 1) + 1
}

/// The text of a statement as it grows.
#[derive(Debug, Default)]
pub(super) struct Writer(String);

impl Writer {
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

impl Write for Writer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.write_str(text)
    }
}

impl fmt::Display for Writer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl SqlWriter for Writer {
    fn push_param<T: QueryBuilder>(&mut self, value: Value, _: &T) {
        let text = match value {
            Value::Unsigned(Some(number)) => format!("${number}"),
            Value::Int(Some(literal)) => literal.to_string(),
            Value::BigUnsigned(Some(limit)) if limit < FIRST_OFFSET_PARAMETER => limit.to_string(),
            Value::BigUnsigned(Some(offset)) => {
                format!("CAST(${} AS pg_catalog.int8)", offset - FIRST_OFFSET_PARAMETER + 1)
            }
            // Nothing else is ever handed to sea-query as a value.
            _ => "NULL".to_owned(),
        };
        self.0.push_str(&text);
    }

    fn as_writer(&mut self) -> &mut dyn Write {
        self
    }
}
