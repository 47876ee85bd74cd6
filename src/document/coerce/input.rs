//! What literals of a document and values of variables have in common.

use crate::{
    document::{
        Location,
        ast::{Literal, LiteralKind},
    },
    schema::quoted,
};
use serde_json::Value as Json;

/// A value that somebody wrote.
pub(in crate::document) trait Input: Copy {
    /// Whether it is the JSON of a variable: then strings stand for enum values too.
    const IS_JSON: bool;

    /// What it is.
    fn view<'a>(self) -> View<'a, Self>
    where
        Self: 'a;

    /// Where it stands in the document.
    fn at(self) -> Option<Location>;
}

/// What a value is, one level deep.
pub(in crate::document) enum View<'a, I> {
    Null,
    Boolean(bool),
    Integer(&'a str),
    Float(&'a str),
    String(&'a str),
    Enum(&'a str),
    Variable(&'a str),
    List(Vec<I>),
    Object(Vec<(&'a str, I)>),
}

impl<'l> Input for &'l Literal {
    const IS_JSON: bool = false;

    fn view<'a>(self) -> View<'a, Self>
    where
        'l: 'a,
    {
        match &self.kind {
            LiteralKind::Null => View::Null,
            LiteralKind::Boolean(value) => View::Boolean(*value),
            LiteralKind::Integer(text) => View::Integer(text),
            LiteralKind::Float(text) => View::Float(text),
            LiteralKind::String(text) => View::String(text),
            LiteralKind::Enum(name) => View::Enum(name),
            LiteralKind::Variable(name) => View::Variable(name),
            LiteralKind::List(items) => View::List(items.iter().collect()),
            LiteralKind::Object(fields) => {
                View::Object(fields.iter().map(|(name, value)| (name.as_str(), value)).collect())
            }
        }
    }

    fn at(self) -> Option<Location> {
        Some(self.at)
    }
}

impl<'j> Input for &'j Json {
    const IS_JSON: bool = true;

    fn view<'a>(self) -> View<'a, Self>
    where
        'j: 'a,
    {
        match self {
            Json::Null => View::Null,
            Json::Bool(value) => View::Boolean(*value),
            Json::Number(number) if number.as_str().contains(['.', 'e', 'E']) => View::Float(number.as_str()),
            Json::Number(number) => View::Integer(number.as_str()),
            Json::String(text) => View::String(text),
            Json::Array(items) => View::List(items.iter().collect()),
            Json::Object(fields) => View::Object(fields.iter().map(|(name, value)| (name.as_str(), value)).collect()),
        }
    }

    fn at(self) -> Option<Location> {
        None
    }
}

/// `input` as it was written, cut where it is long.
pub(in crate::document) fn excerpt<I: Input>(input: I) -> String {
    const LONGEST: usize = 60;
    let mut text = String::new();
    write(&mut text, input, LONGEST);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

fn write<I: Input>(out: &mut String, input: I, longest: usize) {
    // What is cut later need not be written.
    if out.len() > longest * 4 {
        return;
    }
    match input.view() {
        View::Null => out.push_str("null"),
        View::Boolean(value) => out.push_str(if value { "true" } else { "false" }),
        View::Integer(text) | View::Float(text) | View::Enum(text) => out.push_str(text),
        View::String(text) => out.push_str(&quoted(&text.chars().take(longest + 1).collect::<String>())),
        View::Variable(name) => {
            out.push('$');
            out.push_str(name);
        }
        View::List(items) => {
            out.push('[');
            for (index, item) in items.into_iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                write(out, item, longest);
            }
            out.push(']');
        }
        View::Object(fields) => {
            out.push('{');
            for (index, (name, value)) in fields.into_iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                out.push_str(name);
                out.push_str(": ");
                write(out, value, longest);
            }
            out.push('}');
        }
    }
}

/// The digits of a number with a fraction or an exponent, if it is a whole one: `5` of `5.0`, `50e-1` and `0.5e1`.
pub(super) fn whole(text: &str) -> Option<String> {
    let (sign, magnitude) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, "0"));
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let exponent: i32 = exponent.parse().ok()?;
    let scale = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
    let digits = format!("{integer}{fraction}");
    let digits = digits.trim_start_matches('0');
    // Longer than any integer that a scalar takes.
    if digits.is_empty() || scale > 30 {
        return digits.is_empty().then(|| "0".to_owned());
    }
    let zeros = usize::try_from(scale.max(0)).ok()?;
    let dropped = usize::try_from(scale.min(0).checked_neg()?).ok()?;
    let kept = digits.len().checked_sub(dropped).filter(|kept| *kept > 0)?;
    let (kept, rest) = digits.split_at(kept);
    rest.bytes().all(|digit| digit == b'0').then(|| format!("{sign}{kept}{}", "0".repeat(zeros)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_found_in_every_spelling() {
        let cases = [
            ("5.0", Some("5")),
            ("5e0", Some("5")),
            ("50e-1", Some("5")),
            ("0.5e1", Some("5")),
            ("-5.00", Some("-5")),
            ("1.5", None),
            ("15e-1", None),
            ("5e-1", None),
            ("0.0", Some("0")),
            ("-0.0e5", Some("0")),
            ("1e9", Some("1000000000")),
            ("1e999999999", None),
            ("1e99999999999", None),
            ("1e-999999999", None),
            ("2147483648.0", Some("2147483648")),
            ("1.0e2", Some("100")),
        ];
        for (text, expected) in cases {
            assert_eq!(whole(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn an_excerpt_is_short() {
        let long = Json::from(vec!["x".repeat(1000); 1000]);
        assert!(excerpt(&long).chars().count() <= 61);
        assert_eq!(excerpt(&serde_json::json!({"a": [1, "b\"", null]})), r#"{a: [1, "b\"", null]}"#);
    }
}
