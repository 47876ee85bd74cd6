//! Texts of keys, which come back from clients in ids and cursors, and may have been forged.

use super::{Literal, Slot, float, interval::Interval};
use crate::schema::input;

/// Whether `text` is one that `response::scalars::text` gives for some value of `slot`: PostgreSQL then reads it without
/// an error, and no other text stands for the same value. (Of jsonb only the syntax is judged: what it refuses besides,
/// and how it is spaced and ordered, is left to PostgreSQL.)
pub fn is_canonical(slot: Slot, text: &str) -> bool {
    match slot {
        Slot::Int4 => text.parse::<i32>().is_ok_and(|number| number.to_string() == text),
        Slot::Int8 => text.parse::<i64>().is_ok_and(|number| number.to_string() == text),
        Slot::Numeric => is_numeric(text),
        Slot::Float4 => text.parse().is_ok_and(|number| is_written(text, |out| float::write_text4(number, out))),
        Slot::Float8 => text.parse().is_ok_and(|number| is_written(text, |out| float::write_text8(number, out))),
        Slot::Bool => matches!(text, "true" | "false"),
        Slot::Text => !text.contains('\0'),
        Slot::Bpchar => !text.contains('\0') && !text.ends_with(' '),
        Slot::Uuid => input::uuid(Literal::String(text)).as_deref() == Ok(text),
        Slot::TimestampTz => is_infinite(text) || is_bound(text, input::date_time),
        Slot::Timestamp => is_infinite(text) || is_bound(text, input::local_date_time),
        Slot::Date => is_infinite(text) || is_bound(text, input::date),
        Slot::Time => is_bound(text, input::local_time),
        Slot::TimeTz => is_bound(text, input::offset_time),
        Slot::Interval => Interval::parse(text).is_some_and(|interval| is_written(text, |out| interval.write(out))),
        Slot::Json | Slot::Jsonb => serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok(),
        Slot::Bytea => is_hex(text),
    }
}

fn is_written(text: &str, write: impl FnOnce(&mut Vec<u8>)) -> bool {
    let mut out = Vec::new();
    write(&mut out);
    out == text.as_bytes()
}

/// No exponent, no superfluous zero before the point, and no sign before zero.
fn is_numeric(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let superfluous = digits.starts_with('0') && !digits.starts_with("0.") && digits != "0";
    let negative_zero = text.starts_with('-') && digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let plain = !superfluous && !negative_zero && !digits.contains(['e', 'E']);
    plain && input::big_decimal(Literal::String(text)).is_ok()
}

fn is_infinite(text: &str) -> bool {
    matches!(text, "infinity" | "-infinity")
}

/// Whether `input` binds this very text for what it means in the API's spelling.
fn is_bound(text: &str, input: fn(Literal<'_>) -> Result<String, super::Expected>) -> bool {
    api_spelling(text).is_some_and(|api| input(Literal::String(&api)).as_deref() == Ok(text))
}

/// From `0044-03-15 04:05:06+02 BC` to `-000043-03-15T04:05:06+02:00`. What is no such text becomes anything, which is
/// then not bound as it was.
fn api_spelling(text: &str) -> Option<String> {
    let (text, before_christ) = match text.strip_suffix(" BC") {
        Some(text) => (text, true),
        None => (text, false),
    };
    let (date, time) = match text.split_once(' ') {
        Some((date, time)) => (date, Some(time)),
        None if text.contains(':') => ("", Some(text)),
        None => (text, None),
    };
    let mut api = String::with_capacity(text.len() + 8);
    if let Some((year, day)) = date.split_once('-') {
        let year = year.parse::<i32>().ok()?;
        let year = if before_christ { 1_i32.checked_sub(year)? } else { year };
        let sign = if year < 0 { "-" } else { "+" };
        api = format!("{sign}{:06}-{day}", year.unsigned_abs());
    }
    if let Some(time) = time {
        let offset = time.rfind(['+', '-']).map_or("", |start| time.get(start..).unwrap_or_default());
        let separator = if date.is_empty() { "" } else { "T" };
        let minutes = if offset.is_empty() || offset.contains(':') { "" } else { ":00" };
        api = format!("{api}{separator}{time}{minutes}");
    }
    Some(api)
}

fn is_hex(text: &str) -> bool {
    text.strip_prefix("\\x").is_some_and(|digits| {
        digits.len().is_multiple_of(2) && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_text_that_is_given_is_canonical() {
        let cases: &[(Slot, &[&str], &[&str])] = &[
            (Slot::Int4, &["0", "-2147483648"], &["", "-0", "01", "+1", "2147483648", "1.0", "x"]),
            (Slot::Int8, &["9223372036854775807"], &["9223372036854775808", " 1"]),
            (
                Slot::Numeric,
                &["0", "0.00", "-0.01", "12.50", "NaN", "-Infinity"],
                &["", "-0", "-0.00", "00", "01", ".5", "5.", "1e3", "nan", "1 "],
            ),
            (Slot::Float4, &["0.1", "-0", "1e+16", "NaN"], &["0.10", "1e16", "0.1000000001", "nan", "inf", "x"]),
            (Slot::Float8, &["5", "5e-324", "-Infinity"], &["5.0", "1e400", "-NaN", "+5", ""]),
            (Slot::Bool, &["true", "false"], &["t", "TRUE", ""]),
            (Slot::Text, &["", "x "], &["\0"]),
            (Slot::Bpchar, &["", "x"], &["x ", "\0"]),
            (Slot::Uuid, &["a81bc81b-dead-4e5d-abff-90865d1e13b1"], &["A81BC81B-dead-4e5d-abff-90865d1e13b1", ""]),
            (
                Slot::TimestampTz,
                &["2026-02-03 04:05:06.5+00", "0044-03-15 00:00:00+00 BC", "12345-01-01 00:00:00+00", "infinity"],
                &[
                    "2026-02-03 04:05:06.50+00",
                    "2026-02-03T04:05:06Z",
                    "2026-02-03 04:05:06",
                    "2026-02-03 04:05:06+01",
                    "now",
                ],
            ),
            (
                Slot::Timestamp,
                &["2026-02-03 04:05:06", "-infinity"],
                &["2026-02-03", "2026-02-30 00:00:00", "04:05:06", ""],
            ),
            (
                Slot::Date,
                &["2026-02-03", "0001-12-31 BC", "5874897-12-31"],
                &["2026-2-3", "26-02-03", "0000-01-01", "-000043-01-01", "today", "02026-02-03", "2026-02-03 "],
            ),
            (
                Slot::Time,
                &["24:00:00", "04:05:06.000001"],
                &["24:00:01", "04:05", "04:05:06.0", "04:05:06 BC", "2026-02-03"],
            ),
            (
                Slot::TimeTz,
                &["04:05:06+00", "04:05:06-01:02:03", "04:05:06+05:30"],
                &["04:05:06", "04:05:06Z", "04:05:06+02:00"],
            ),
            (Slot::Interval, &["PT0S", "P1Y2M", "P-1DT-0.5S"], &["", "P12M", "PT60S", "P1W", "1 day"]),
            (Slot::Jsonb, &["{\"a\": 1}", "null"], &["", "{", "1 2"]),
            (Slot::Bytea, &["\\x", "\\x00ff"], &["", "\\x0", "\\xFF", "00"]),
        ];
        for (slot, canonical, others) in cases {
            canonical.iter().for_each(|text| assert!(is_canonical(*slot, text), "{slot:?} {text}"));
            others.iter().for_each(|text| assert!(!is_canonical(*slot, text), "{slot:?} {text}"));
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[-+0-9:. BC]{0,32}|.*") {
            for slot in [Slot::Numeric, Slot::TimestampTz, Slot::Timestamp, Slot::Date, Slot::Time, Slot::TimeTz] {
                is_canonical(slot, &text);
            }
        }
    }
}
