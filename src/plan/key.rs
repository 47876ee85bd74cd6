//! Values of keys as text, in ids and cursors.

use crate::{
    catalog::{Column, ColumnId, Table},
    schema::{Schema, leaf, scalars::Slot},
};

/// The slot in which a key's column is selected to make ids and cursors: arrays as their text.
pub(super) fn slot(schema: &Schema, column: &Column) -> Slot {
    let leaf = leaf::of(&schema.catalog, column);
    if leaf.depth > 0 { Slot::Text } else { leaf.slot }
}

/// Whether `text` is what [`response`](crate) writes for a value of a key in a slot. What only PostgreSQL can judge, as
/// how many days a month has, is left to it.
pub(super) fn is_canonical(slot: Slot, text: &str) -> bool {
    match slot {
        Slot::Int4 => text.parse::<i32>().is_ok_and(|number| number.to_string() == text),
        Slot::Int8 => text.parse::<i64>().is_ok_and(|number| number.to_string() == text),
        Slot::Bool => matches!(text, "true" | "false"),
        Slot::Uuid => is_uuid(text),
        Slot::Numeric => is_numeric(text),
        Slot::Float4 | Slot::Float8 => text.parse::<f64>().is_ok(),
        Slot::Bytea => text.strip_prefix("\\x").is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit())),
        Slot::Date => is_infinity(text) || is_date(without_era(text)),
        Slot::Timestamp => is_infinity(text) || is_moment(text, is_time),
        Slot::TimestampTz => is_infinity(text) || is_moment(text, is_time_with_offset),
        Slot::Time => is_time(text),
        Slot::TimeTz => is_time_with_offset(text),
        Slot::Interval => text.starts_with('P') && text.bytes().all(|byte| b"PYMWDTHS-.0123456789".contains(&byte)),
        Slot::Text | Slot::Bpchar | Slot::Json | Slot::Jsonb => !text.contains('\0'),
    }
}

/// Whether values that PostgreSQL holds equal are written alike. Text is not: there is `citext`, and there are collations
/// without case.
pub(super) fn equal_is_identical(slot: Slot) -> bool {
    matches!(slot, Slot::Int4 | Slot::Int8 | Slot::Bool | Slot::Uuid)
}

fn is_uuid(text: &str) -> bool {
    let hyphen_at = |position: usize| matches!(position, 8 | 13 | 18 | 23);
    text.len() == 36
        && text.bytes().enumerate().all(|(position, byte)| match byte {
            b'-' => hyphen_at(position),
            b'0'..=b'9' | b'a'..=b'f' => !hyphen_at(position),
            _ => false,
        })
}

fn is_numeric(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = is_digits(whole) && is_digits(fraction) && (whole == "0" || !whole.starts_with('0'));
    plain || matches!(text, "NaN" | "Infinity" | "-Infinity")
}

fn is_infinity(text: &str) -> bool {
    matches!(text, "infinity" | "-infinity")
}

fn without_era(text: &str) -> &str {
    text.strip_suffix(" BC").unwrap_or(text)
}

/// `2025-03-01 12:34:56.5+00`, `0044-03-15 12:00:00 BC`
fn is_moment(text: &str, is_time: fn(&str) -> bool) -> bool {
    without_era(text).split_once(' ').is_some_and(|(date, time)| is_date(date) && is_time(time))
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    matches!(parts[..], [year, month, day] if year.len() >= 4 && month.len() == 2 && day.len() == 2)
        && parts.into_iter().all(is_digits)
}

fn is_time(text: &str) -> bool {
    let (time, fraction) = text.split_once('.').unwrap_or((text, "0"));
    is_digits(fraction) && time.len() == 8 && is_clock(time)
}

fn is_time_with_offset(text: &str) -> bool {
    text.rfind(['+', '-']).is_some_and(|sign| is_time(&text[..sign]) && is_clock(&text[sign + 1..]))
}

/// Numbers of two digits: `12`, `12:34`, `12:34:56`.
fn is_clock(text: &str) -> bool {
    text.split(':').all(|part| part.len() == 2 && is_digits(part)) && text.len() <= 8
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether each of `values` is canonical for its column.
pub(super) fn are_canonical(schema: &Schema, table: &Table, columns: &[ColumnId], values: &[String]) -> bool {
    columns.len() == values.len()
        && columns.iter().zip(values).all(|(column, value)| is_canonical(slot(schema, table.column(*column)), value))
}

#[cfg(test)]
mod tests {
    use super::{Slot, is_canonical};

    #[test]
    fn texts_that_are_written_are_accepted_and_others_are_not() {
        let cases: &[(Slot, &[&str], &[&str])] = &[
            (Slot::Int4, &["0", "-7", "2147483647"], &["", "+1", "01", "-0", "2147483648", "1.0", "x"]),
            (Slot::Bool, &["true", "false"], &["t", "TRUE", ""]),
            (
                Slot::Numeric,
                &["0", "-1.50", "0.001", "12345678901234567890123", "NaN", "Infinity", "-Infinity"],
                &["", "-", ".5", "1.", "01", "1e5", "nan", "1.5.0", " 1", "--1"],
            ),
            (Slot::Float8, &["0.1", "-1e300", "Infinity", "NaN"], &["", "x", "1,5"]),
            (Slot::Bytea, &["\\x", "\\x00ff"], &["", "00ff", "\\xzz"]),
            (
                Slot::Date,
                &["2025-03-01", "0044-03-15 BC", "5874897-12-31", "infinity"],
                &["", "2025-3-1", "x", "2025-03", "BC"],
            ),
            (
                Slot::TimestampTz,
                &["2025-03-01 12:34:56.5+00", "0001-12-31 23:59:59+00 BC", "-infinity"],
                &["", "2025-03-01", "2025-03-01T12:34:56Z", "2025-03-01 12:34:56", "2025-03-01 12:34+00"],
            ),
            (
                Slot::Timestamp,
                &["2025-03-01 12:34:56", "294276-12-31 23:59:59.999999"],
                &["2025-03-01 12:34:56+00", "now"],
            ),
            (Slot::Time, &["24:00:00", "00:00:00.000001"], &["24:00", "1:2:3", "12:34:56+00"]),
            (
                Slot::TimeTz,
                &["12:34:56+02", "12:34:56.5-01:02:03", "00:00:00+05:30"],
                &["12:34:56", "12:34:56Z", "12:34:56+2"],
            ),
            (Slot::Interval, &["PT0S", "P1Y2M3DT-4H-5M-6.789S"], &["", "1 day", "-P1D"]),
            (Slot::Text, &["", "anything", "\n"], &["\0"]),
        ];
        for (slot, written, others) in cases {
            for text in *written {
                assert!(is_canonical(*slot, text), "{slot:?} {text:?}");
            }
            for text in *others {
                assert!(!is_canonical(*slot, text), "{slot:?} {text:?}");
            }
        }
    }
}
