//! Where sea-query's values become text: the only place that decides what is a parameter and what a literal.

use sea_query::{Expr, QueryBuilder, SelectStatement, SqlWriter, Value};
use std::fmt::{self, Write};

/// Page sizes are literals, as a bound LIMIT is planned as a tenth of the table (SQL.md section 2). An OFFSET is a
/// parameter; sea-query only knows numbers there, so parameters are numbers that no page size reaches.
const FIRST_OFFSET_PARAMETER: u64 = 1 << 60;

/// The alias of the requests that a batch answers, and the column that numbers them.
pub(super) const BATCH: &str = "batch";
pub(super) const NUMBER: &str = "n";

/// `$n`, by the position of the bind; in a batch the column that holds it for each request.
pub(super) fn parameter(position: usize) -> Expr {
    Expr::Value(Value::Unsigned(Some(number(position))))
}

/// `$n`, of a batch itself.
pub(super) fn parameter_of_batch(position: usize) -> Expr {
    Expr::Value(Value::BigInt(Some(i64::from(number(position)))))
}

/// The column of a batch that holds a parameter of its requests.
pub(super) fn bind_of_batch(position: usize) -> String {
    format!("b{position}")
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
pub(super) struct Writer {
    text: String,
    of_batch: bool,
}

impl Writer {
    /// Writes parameters as columns of a batch.
    pub(super) fn of_batch() -> Self {
        Self { text: String::new(), of_batch: true }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// A parameter, by its number.
    fn parameter(&self, number: u64) -> String {
        match usize::try_from(number) {
            Ok(number) if self.of_batch => format!("\"{BATCH}\".\"{}\"", bind_of_batch(number - 1)),
            _ => format!("${number}"),
        }
    }
}

impl Write for Writer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.write_str(text)
    }
}

impl fmt::Display for Writer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl SqlWriter for Writer {
    fn push_param<T: QueryBuilder>(&mut self, value: Value, _: &T) {
        let text = match value {
            Value::Unsigned(Some(number)) => self.parameter(number.into()),
            Value::BigInt(Some(number)) => format!("${number}"),
            Value::Int(Some(literal)) => literal.to_string(),
            Value::BigUnsigned(Some(limit)) if limit < FIRST_OFFSET_PARAMETER => limit.to_string(),
            Value::BigUnsigned(Some(offset)) => {
                format!("CAST({} AS pg_catalog.int8)", self.parameter(offset - FIRST_OFFSET_PARAMETER + 1))
            }
            // Nothing else is ever handed to sea-query as a value.
            _ => "NULL".to_owned(),
        };
        self.text.push_str(&text);
    }

    fn as_writer(&mut self) -> &mut dyn Write {
        self
    }
}
