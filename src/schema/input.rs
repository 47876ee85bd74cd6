//! What clients may write for each scalar, and the text that is bound for it.
//!
//! The text is one that PostgreSQL casts to the scalar's types without consulting any setting (`DateStyle`,
//! `IntervalStyle`, `TimeZone`). Whatever a type cannot hold is refused here, so that the error names the argument; only
//! the narrower types of a scalar (int2 and oid, float4) leave their range to the cast.

mod number;
mod time;

pub(super) use number::{big_decimal, big_int, float, int};
pub(super) use time::{date, date_time, duration, local_date_time, local_time, offset_time};

use super::scalars::{Expected, Literal};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::fmt::Write;

pub(super) fn string(literal: Literal<'_>) -> Result<String, Expected> {
    match literal {
        Literal::String(text) if !text.contains('\0') => Ok(text.to_owned()),
        _ => Err(Expected("a string without the character U+0000, like \"AC/DC\"")),
    }
}

pub(super) fn boolean(literal: Literal<'_>) -> Result<String, Expected> {
    match literal {
        Literal::Boolean(value) => Ok(value.to_string()),
        _ => Err(Expected("true or false")),
    }
}

pub(super) fn id(literal: Literal<'_>) -> Result<String, Expected> {
    match literal {
        Literal::String(text) if !text.contains('\0') => Ok(text.to_owned()),
        Literal::Integer(digits) => Ok(digits.to_owned()),
        _ => Err(Expected("an id as the field `id` gives it, like \"WyJwdWJsaWMiLCJhbGJ1bSIsIjEiXQ\"")),
    }
}

pub(super) fn uuid(literal: Literal<'_>) -> Result<String, Expected> {
    let is_uuid = |text: &str| {
        text.len() == 36
            && text.bytes().enumerate().all(|(position, byte)| match position {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
    };
    match literal {
        Literal::String(text) if is_uuid(text) => Ok(text.to_ascii_lowercase()),
        _ => Err(Expected("a UUID, like \"a81bc81b-dead-4e5d-abff-90865d1e13b1\"")),
    }
}

/// Every literal is a JSON value.
pub(super) fn json(literal: Literal<'_>) -> Result<String, Expected> {
    Ok(match literal {
        Literal::Json(text) | Literal::Integer(text) | Literal::Float(text) => text.to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::String(text) => serde_json::Value::from(text).to_string(),
    })
}

pub(super) fn bytes(literal: Literal<'_>) -> Result<String, Expected> {
    const EXPECTED: Expected = Expected("bytes in base64 with padding, like \"aGVsbG8=\"");
    let Literal::String(text) = literal else { return Err(EXPECTED) };
    let bytes = BASE64_STANDARD.decode(text).map_err(|_| EXPECTED)?;
    let mut hex = String::with_capacity(2 + 2 * bytes.len());
    hex.push_str("\\x");
    bytes.iter().try_for_each(|byte| write!(hex, "{byte:02x}")).map_err(|_| EXPECTED)?;
    Ok(hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Input = fn(Literal<'_>) -> Result<String, Expected>;

    #[test]
    fn literals_of_the_scalar_are_bound() {
        let accepted: &[(Input, Literal<'_>, &str)] = &[
            (string, Literal::String("Ænima\n"), "Ænima\n"),
            (string, Literal::String(""), ""),
            (boolean, Literal::Boolean(true), "true"),
            (id, Literal::String("WyJh"), "WyJh"),
            (id, Literal::Integer("-12"), "-12"),
            (uuid, Literal::String("A81BC81B-dead-4e5d-abff-90865d1e13b1"), "a81bc81b-dead-4e5d-abff-90865d1e13b1"),
            (json, Literal::Json("{\"a\": [1.50, null]}"), "{\"a\": [1.50, null]}"),
            (json, Literal::String("a\"\n"), "\"a\\\"\\n\""),
            (json, Literal::Integer("123456789012345678901234567890"), "123456789012345678901234567890"),
            (json, Literal::Boolean(false), "false"),
            (bytes, Literal::String(""), "\\x"),
            (bytes, Literal::String("AP/+aGk="), "\\x00fffe6869"),
        ];
        for (input, literal, text) in accepted {
            assert_eq!(input(*literal).as_deref(), Ok(*text), "{literal:?}");
        }
    }

    #[test]
    fn other_literals_are_refused() {
        let refused: &[(Input, Literal<'_>)] = &[
            (string, Literal::String("a\0b")),
            (string, Literal::Integer("1")),
            (boolean, Literal::String("true")),
            (boolean, Literal::Integer("1")),
            (id, Literal::Float("1.0")),
            (id, Literal::String("\0")),
            (uuid, Literal::String("a81bc81bdead4e5dabff90865d1e13b1")),
            (uuid, Literal::String("{a81bc81b-dead-4e5d-abff-90865d1e13b1}")),
            (uuid, Literal::String("a81bc81b-dead-4e5d-abff-90865d1e13bg")),
            (uuid, Literal::String("a81bc81b-dead-4e5d-abff-90865d1e13é")),
            (bytes, Literal::String("aGk")),
            (bytes, Literal::String("aGk=\n")),
            (bytes, Literal::String("aGl=")),
            (bytes, Literal::String("-_8=")),
            (bytes, Literal::Integer("1")),
        ];
        for (input, literal) in refused {
            assert!(input(*literal).is_err(), "{literal:?}");
        }
    }
}
