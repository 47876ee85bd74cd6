//! PostgreSQL's binary values as JSON, a slot each: `write`, and `write_array` for arrays of them.
//!
//! Bytes go straight into the response's buffer: nothing is allocated for a value. A value that cannot be written leaves
//! the buffer as it was, so that the caller may write `null` and add a field error. `text` gives the text of a key.

mod array;
mod numeric;
mod string;

pub use array::{ElementError, WriteElement, write_array};
pub use string::write_string;

use crate::schema::scalars::{
    Slot,
    calendar::{Date, Offset, Spelling, Time, Timestamp},
    float,
    interval::Interval,
};
use base64::{Engine, prelude::BASE64_STANDARD};

/// Why a value is no value of its GraphQL type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// `Float` has no NaN and no infinities.
    #[error("NaN and infinities are no values of Float.")]
    NotFinite,
    /// The list type in the schema has the depth that the column declares, which PostgreSQL does not enforce.
    #[error("The array has {found} dimensions, but its column is declared with {declared}.")]
    Depth {
        /// The column's.
        declared: u32,
        /// The value's.
        found: u32,
    },
    /// Possible in databases whose encoding is SQL_ASCII, and with the type `"char"`.
    #[error("The text is not valid UTF-8.")]
    Encoding,
    /// An enum's label that was added after the database was reflected.
    #[error("The enum has a label that was not there when the database was reflected.")]
    UnknownLabel,
    /// The bytes are no binary value of the slot's type.
    #[error("The database sent bytes that are no value of {}.", .0.type_name())]
    Malformed(Slot),
    /// The bytes are no binary array.
    #[error("The database sent bytes that are no array.")]
    MalformedArray,
}

/// Appends the JSON text of `value`, which is the binary form of `slot`'s type.
#[inline]
pub fn write(slot: Slot, value: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    match slot {
        // The most frequent ones, which write nothing if they fail.
        Slot::Text => string::write_text(value, out).map_err(|_| ValueError::Encoding),
        Slot::Int4 => {
            write_integer(i32::from_be_bytes(fixed(slot, value)?), out);
            Ok(())
        }
        _ => write_other(slot, value, out),
    }
}

fn write_other(slot: Slot, value: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    let start = out.len();
    let written = write_value(slot, value, out);
    if written.is_err() {
        out.truncate(start);
    }
    written
}

/// The text of a key's value, for global ids and cursors: it casts back to the identical value.
///
/// It is what `CAST(value AS text)` gives with `DateStyle` ISO, `TimeZone` UTC and `IntervalStyle` iso_8601, save for
/// float4 and float8, whose shortest digits PostgreSQL spells with an exponent from `1e+06` or `1e+15` on and this from
/// `1e+16` on, and `bytea`, which is hex whatever `bytea_output` says.
pub fn text(slot: Slot, value: &[u8]) -> Result<String, ValueError> {
    let mut out = Vec::new();
    match as_it_is(slot, value)? {
        Some(text) => out.extend_from_slice(text),
        None => write_plain(slot, value, &mut out)?,
    }
    String::from_utf8(out).map_err(|_| ValueError::Encoding)
}

/// The same as a JSON string.
pub fn write_key(slot: Slot, value: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    match as_it_is(slot, value)? {
        Some(text) => string::write_text(text, out).map_err(|_| ValueError::Encoding),
        // The backslash of `\x`.
        None if slot == Slot::Bytea => {
            write_string(&text(slot, value)?, out);
            Ok(())
        }
        None => quoted(out, |out| write_plain(slot, value, out)),
    }
}

/// A value that is its own text.
fn as_it_is(slot: Slot, value: &[u8]) -> Result<Option<&[u8]>, ValueError> {
    Ok(match slot {
        Slot::Text | Slot::Json => Some(value),
        Slot::Jsonb => Some(jsonb(value)?),
        // The cast to text drops the padding, and so do comparisons.
        Slot::Bpchar => Some(string::without_padding(value)),
        _ => None,
    })
}

/// The text of a value that is not its own: no JSON string needs an escape for it, save for the backslash of `bytea`.
fn write_plain(slot: Slot, value: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    match slot {
        Slot::Int8 => write_integer(i64::from_be_bytes(fixed(slot, value)?), out),
        Slot::Numeric => numeric::write(value, out)?,
        Slot::Float4 => float::write_text4(f32::from_be_bytes(fixed(slot, value)?), out),
        Slot::Float8 => float::write_text8(f64::from_be_bytes(fixed(slot, value)?), out),
        Slot::Bytea => string::write_hex(value, out),
        Slot::Uuid => string::write_uuid(&fixed(slot, value)?, out),
        Slot::Int4 | Slot::Bool => write_value(slot, value, out)?,
        Slot::TimestampTz | Slot::Timestamp | Slot::Date | Slot::Time | Slot::TimeTz | Slot::Interval => {
            write_temporal(slot, value, Spelling::Postgres, out)?;
        }
        Slot::Text | Slot::Json | Slot::Jsonb | Slot::Bpchar => return Err(ValueError::Malformed(slot)),
    }
    Ok(())
}

fn write_value(slot: Slot, value: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    match slot {
        Slot::Int4 => write_integer(i32::from_be_bytes(fixed(slot, value)?), out),
        Slot::Text | Slot::Bpchar => string::write_text(value, out).map_err(|_| ValueError::Encoding)?,
        Slot::Int8 => {
            let number = i64::from_be_bytes(fixed(slot, value)?);
            quoted(out, |out| write_integer(number, out));
        }
        Slot::Bool => match value {
            [0] => out.extend_from_slice(b"false"),
            [1] => out.extend_from_slice(b"true"),
            _ => return Err(ValueError::Malformed(slot)),
        },
        Slot::Numeric => quoted(out, |out| numeric::write(value, out))?,
        Slot::Float4 => write_float4(f32::from_be_bytes(fixed(slot, value)?), out)?,
        Slot::Float8 => write_float8(f64::from_be_bytes(fixed(slot, value)?), out)?,
        Slot::Uuid => {
            let bytes = fixed(slot, value)?;
            quoted(out, |out| string::write_uuid(&bytes, out));
        }
        Slot::Json => write_json(value, out)?,
        Slot::Jsonb => write_json(jsonb(value)?, out)?,
        Slot::Bytea => quoted(out, |out| write_base64(value, out))?,
        Slot::TimestampTz | Slot::Timestamp | Slot::Date | Slot::Time | Slot::TimeTz | Slot::Interval => {
            quoted(out, |out| write_temporal(slot, value, Spelling::Api, out))?;
        }
    }
    Ok(())
}

fn write_temporal(slot: Slot, value: &[u8], spelling: Spelling, out: &mut Vec<u8>) -> Result<(), ValueError> {
    const INFINITY: &[u8] = b"infinity";
    const NEGATIVE_INFINITY: &[u8] = b"-infinity";
    let malformed = ValueError::Malformed(slot);
    match slot {
        Slot::TimestampTz | Slot::Timestamp => match i64::from_be_bytes(fixed(slot, value)?) {
            i64::MAX => out.extend_from_slice(INFINITY),
            i64::MIN => out.extend_from_slice(NEGATIVE_INFINITY),
            microseconds => {
                let offset = (slot == Slot::TimestampTz).then_some(Offset::UTC);
                Timestamp::from_microseconds(microseconds).write(offset, spelling, out);
            }
        },
        Slot::Date => match i32::from_be_bytes(fixed(slot, value)?) {
            i32::MAX => out.extend_from_slice(INFINITY),
            i32::MIN => out.extend_from_slice(NEGATIVE_INFINITY),
            days => Date::from_days(days).write(spelling, out),
        },
        Slot::Time => Time::new(i64::from_be_bytes(fixed(slot, value)?)).ok_or(malformed)?.write(out),
        Slot::TimeTz => {
            let (time, zone) = split::<8>(value).ok_or(malformed)?;
            Time::new(i64::from_be_bytes(time)).ok_or(malformed)?.write(out);
            // PostgreSQL stores the seconds west of UTC.
            let seconds_east = i32::from_be_bytes(fixed(slot, zone)?).checked_neg().ok_or(malformed)?;
            Offset::new(seconds_east).ok_or(malformed)?.write(spelling, out);
        }
        Slot::Interval => {
            let (microseconds, rest) = split::<8>(value).ok_or(malformed)?;
            let (days, months) = split::<4>(rest).ok_or(malformed)?;
            Interval {
                months: i32::from_be_bytes(fixed(slot, months)?),
                days: i32::from_be_bytes(days),
                microseconds: i64::from_be_bytes(microseconds),
            }
            .write(out);
        }
        _ => return Err(malformed),
    }
    Ok(())
}

fn write_integer(number: impl itoa::Integer, out: &mut Vec<u8>) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

fn write_float4(number: f32, out: &mut Vec<u8>) -> Result<(), ValueError> {
    if !number.is_finite() {
        return Err(ValueError::NotFinite);
    }
    float::write4(number, out);
    Ok(())
}

fn write_float8(number: f64, out: &mut Vec<u8>) -> Result<(), ValueError> {
    if !number.is_finite() {
        return Err(ValueError::NotFinite);
    }
    float::write8(number, out);
    Ok(())
}

/// JSON as PostgreSQL keeps it: it has checked the syntax, but in a SQL_ASCII database not the encoding.
fn write_json(value: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    let json = std::str::from_utf8(value).map_err(|_| ValueError::Encoding)?;
    out.extend_from_slice(json.as_bytes());
    Ok(())
}

/// The text after the number of the format, which is 1 in every version.
fn jsonb(value: &[u8]) -> Result<&[u8], ValueError> {
    value.strip_prefix(b"\x01").ok_or(ValueError::Malformed(Slot::Jsonb))
}

fn write_base64(value: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    let malformed = ValueError::Malformed(Slot::Bytea);
    let start = out.len();
    out.resize(start + base64::encoded_len(value.len(), true).ok_or(malformed)?, 0);
    let target = out.get_mut(start..).ok_or(malformed)?;
    BASE64_STANDARD.encode_slice(value, target).map_err(|_| malformed)?;
    Ok(())
}

fn quoted<T>(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    out.push(b'"');
    let written = write(out);
    out.push(b'"');
    written
}

fn fixed<const N: usize>(slot: Slot, value: &[u8]) -> Result<[u8; N], ValueError> {
    value.try_into().map_err(|_| ValueError::Malformed(slot))
}

fn split<const N: usize>(value: &[u8]) -> Option<([u8; N], &[u8])> {
    value.split_first_chunk().map(|(first, rest)| (*first, rest))
}

#[cfg(test)]
mod tests;
