//! Values as juniper carries them: the tokens of a document, with every digit.

use crate::schema::sdl::block_value;
use juniper::{
    ParseError, ScalarToken, ScalarValue, StringLiteral, TryToPrimitive, WrongInputScalarTypeError, parser::LexerError,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{any::Any, borrow::Cow, fmt, sync::Arc};

/// A scalar literal. juniper's own type would round integers beyond 32 bits and lose the digits of fractions.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// `true`, `false`
    Boolean(bool),
    /// The digits of an integer, with sign.
    Integer(Arc<str>),
    /// The text of a number with a fraction or an exponent.
    Float(Arc<str>),
    /// A string's value.
    String(Arc<str>),
}

/// What a block string has for three quotes.
const ESCAPED: &str = "\\\"\"\"";

/// What [`lexable`] has for [`ESCAPED`]: as many characters, of those that Unicode reserves for internal use.
const STAND_IN: &str = "\u{FDD0}\u{FDD1}\u{FDD2}\u{FDD3}";

/// What [`lexable`] has for a zero at the begin of an escape.
const NO_ZERO: char = '\u{FDD4}';

/// `source`, for juniper's lexer: it ends a block string too early where an escaped `\"""` is followed by another
/// quote, and takes no more than six digits in `\u{…}`. Something stands in there that takes as much place, so that
/// locations stay.
pub(crate) fn lexable(source: &str) -> Cow<'_, str> {
    let affected = source.contains(&format!("{ESCAPED}\"")) || source.contains("\\u{0");
    if !affected || source.contains(STAND_IN) || source.contains(NO_ZERO) {
        return Cow::Borrowed(source);
    }
    let mut out = String::with_capacity(source.len() + 64);
    let mut rest = source;
    // Outside of block strings the characters of the escape are an error, or end a string.
    while let Some(start) = rest.find(['#', '"']) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let length = if rest.starts_with('#') {
            rest.find(['\n', '\r']).unwrap_or(rest.len())
        } else if rest.starts_with("\"\"\"") {
            block_string_length(rest)
        } else {
            string_length(rest)
        };
        let token = &rest[..length];
        if token.starts_with("\"\"\"") {
            out.push_str(&token.replace(ESCAPED, STAND_IN));
        } else if token.starts_with('"') {
            push_short_escapes(&mut out, token);
        } else {
            out.push_str(token);
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A string's characters, with at most six digits in each `\u{…}` whose other digits are zeros.
fn push_short_escapes(out: &mut String, mut token: &str) {
    const MOST: usize = 6;
    while let Some(start) = token.find('\\') {
        let (before, escape) = token.split_at(start);
        out.push_str(before);
        let digits = escape.strip_prefix("\\u{").and_then(|rest| rest.split_once('}')).map_or("", |(digits, _)| digits);
        let surplus = digits.len().saturating_sub(MOST);
        let length =
            if surplus > 0 && digits.is_char_boundary(surplus) && digits[..surplus].bytes().all(|one| one == b'0') {
                out.push_str("\\u{");
                out.push_str(&digits[surplus..]);
                out.push('}');
                out.extend(std::iter::repeat_n(NO_ZERO, surplus));
                "\\u{}".len() + digits.len()
            } else {
                let length = escape.chars().take(2).map(char::len_utf8).sum();
                out.push_str(&escape[..length]);
                length
            };
        token = &escape[length..];
    }
    out.push_str(token);
}

/// Up to and with the three quotes that are not escaped.
fn block_string_length(text: &str) -> usize {
    let mut at = 3;
    while let Some(found) = text[at..].find("\"\"\"") {
        let end = at + found + 3;
        if !text[..end - 3].ends_with('\\') {
            return end;
        }
        at = end;
    }
    text.len()
}

/// Up to and with the quote that is not escaped, or to the end of the line.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (position, character) in text.char_indices().skip(1) {
        match character {
            '\n' | '\r' => return position,
            '"' if !escaped => return position + 1,
            _ => escaped = character == '\\' && !escaped,
        }
    }
    text.len()
}

impl Token {
    /// What a token of a document stands for, whatever type its place has.
    pub(super) fn parse(token: ScalarToken<'_>) -> Result<Self, ParseError> {
        match token {
            ScalarToken::Int(text) => number(text).map(|text| Self::Integer(text.into())),
            ScalarToken::Float(text) => number(text).map(|text| Self::Float(text.into())),
            // juniper's block strings take every Unicode space for indentation, and no lone carriage return for an end.
            ScalarToken::String(StringLiteral::Block(text)) => {
                Ok(Self::String(block_value(&text.replace(STAND_IN, ESCAPED)).into()))
            }
            ScalarToken::String(StringLiteral::Quoted(text)) => {
                if let Some(escape) = mixed_surrogates(text) {
                    return Err(LexerError::UnknownEscapeSequence(escape.to_owned()).into());
                }
                let value = StringLiteral::Quoted(text).parse()?;
                Ok(Self::String(value.replace(NO_ZERO, "").into()))
            }
        }
    }

    fn wrong(&self, expected: &'static str) -> WrongInputScalarTypeError<'_, Self> {
        WrongInputScalarTypeError { type_name: expected.into(), input: self }
    }
}

/// juniper's lexer takes `\uD83D\u{DE00}` for a pair, of which both must have four digits.
fn mixed_surrogates(text: &str) -> Option<&str> {
    let is_leading =
        |digits: &str| matches!(digits.as_bytes(), [b'd' | b'D', b'8' | b'9' | b'a' | b'b' | b'A' | b'B', _, _]);
    let mut rest = text;
    while let Some(start) = rest.find('\\') {
        let escape = &rest[start..];
        if escape.get(2..6).is_some_and(is_leading) && escape.starts_with("\\u") && escape[6..].starts_with("\\u{") {
            return escape.get(..6);
        }
        rest = escape.get(2..).unwrap_or_default();
    }
    None
}

/// juniper's lexer lets leading zeros pass, which the specification forbids.
fn number(text: &str) -> Result<&str, ParseError> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let zero_leads = digits.starts_with('0') && digits[1..].starts_with(|next: char| next.is_ascii_digit());
    if zero_leads { Err(LexerError::InvalidNumber.into()) } else { Ok(text) }
}

impl ScalarValue for Token {
    fn is_type<T: Any + ?Sized>(&self) -> bool {
        match self {
            Self::Boolean(_) => std::any::TypeId::of::<T>() == std::any::TypeId::of::<bool>(),
            Self::Integer(_) | Self::Float(_) | Self::String(_) => {
                std::any::TypeId::of::<T>() == std::any::TypeId::of::<Arc<str>>()
            }
        }
    }

    fn downcast_type<T: Any>(&self) -> Option<&T> {
        match self {
            Self::Boolean(value) => (value as &dyn Any).downcast_ref(),
            Self::Integer(text) | Self::Float(text) | Self::String(text) => (text as &dyn Any).downcast_ref(),
        }
    }
}

impl<'a> TryToPrimitive<'a, bool> for Token {
    type Error = WrongInputScalarTypeError<'a, Self>;

    fn try_to_primitive(&'a self) -> Result<bool, Self::Error> {
        if let Self::Boolean(value) = self { Ok(*value) } else { Err(self.wrong("Boolean")) }
    }
}

impl<'a> TryToPrimitive<'a, i32> for Token {
    type Error = WrongInputScalarTypeError<'a, Self>;

    fn try_to_primitive(&'a self) -> Result<i32, Self::Error> {
        let Self::Integer(text) = self else { return Err(self.wrong("Int")) };
        text.parse().map_err(|_| self.wrong("Int"))
    }
}

impl<'a> TryToPrimitive<'a, f64> for Token {
    type Error = WrongInputScalarTypeError<'a, Self>;

    fn try_to_primitive(&'a self) -> Result<f64, Self::Error> {
        let (Self::Integer(text) | Self::Float(text)) = self else { return Err(self.wrong("Float")) };
        text.parse().map_err(|_| self.wrong("Float"))
    }
}

impl<'a> TryToPrimitive<'a, String> for Token {
    type Error = WrongInputScalarTypeError<'a, Self>;

    fn try_to_primitive(&'a self) -> Result<String, Self::Error> {
        TryToPrimitive::<&str>::try_to_primitive(self).map(str::to_owned)
    }
}

impl<'a> TryToPrimitive<'a, &'a str> for Token {
    type Error = WrongInputScalarTypeError<'a, Self>;

    fn try_to_primitive(&'a self) -> Result<&'a str, Self::Error> {
        if let Self::String(text) = self { Ok(text) } else { Err(self.wrong("String")) }
    }
}

impl TryFrom<Token> for String {
    type Error = Token;

    fn try_from(token: Token) -> Result<Self, Token> {
        if let Token::String(text) = token { Ok(text.as_ref().to_owned()) } else { Err(token) }
    }
}

impl From<String> for Token {
    fn from(text: String) -> Self {
        Self::String(text.into())
    }
}

impl From<bool> for Token {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i32> for Token {
    fn from(value: i32) -> Self {
        Self::Integer(value.to_string().into())
    }
}

impl From<f64> for Token {
    fn from(value: f64) -> Self {
        Self::Float(value.to_string().into())
    }
}

impl fmt::Display for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => write!(formatter, "{value}"),
            Self::Integer(text) | Self::Float(text) | Self::String(text) => formatter.write_str(text),
        }
    }
}

impl Serialize for Token {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::String(text) => serializer.serialize_str(text),
            Self::Integer(text) | Self::Float(text) => {
                text.parse::<serde_json::Number>().map_err(serde::ser::Error::custom)?.serialize(serializer)
            }
        }
    }
}

/// juniper asks for it; the values of variables never take this way.
impl<'de> Deserialize<'de> for Token {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::Bool(value) => Ok(Self::Boolean(value)),
            serde_json::Value::String(text) => Ok(Self::String(text.into())),
            serde_json::Value::Number(number) if number.as_str().contains(['.', 'e', 'E']) => {
                Ok(Self::Float(number.as_str().into()))
            }
            serde_json::Value::Number(number) => Ok(Self::Integer(number.as_str().into())),
            _ => Err(de::Error::custom("expected a scalar")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_keep_every_digit_and_follow_the_specification() {
        let text = |text: &str| Token::String(text.into());
        let cases = [
            (
                ScalarToken::Int("123456789012345678901234567890"),
                Some(Token::Integer("123456789012345678901234567890".into())),
            ),
            (ScalarToken::Int("-0"), Some(Token::Integer("-0".into()))),
            (ScalarToken::Int("01"), None),
            (ScalarToken::Int("-012"), None),
            (ScalarToken::Float("0.10000000000000000000001"), Some(Token::Float("0.10000000000000000000001".into()))),
            (ScalarToken::Float("00.5"), None),
            (
                ScalarToken::String(StringLiteral::Quoted(r#""a\"\u00e9\u{1F600}\uD83D\uDE00\n""#)),
                Some(text("a\"é😀😀\n")),
            ),
            (ScalarToken::String(StringLiteral::Quoted(r#""\uD83D""#)), None),
            (ScalarToken::String(StringLiteral::Quoted(r#""\uD83D\u{DE00}""#)), None),
            (ScalarToken::String(StringLiteral::Quoted(r#""\\uD83D\u{65}""#)), Some(text("\\uD83De"))),
            (ScalarToken::String(StringLiteral::Block(r#""""""""#)), Some(text(""))),
        ];
        for (token, expected) in cases {
            assert_eq!(Token::parse(token).ok(), expected, "{token:?}");
        }
    }

    #[test]
    fn what_juniper_does_not_lex_keeps_its_place() {
        let block = "\"\"\"a\\\"\"\"\"\"\"";
        let zeros = "\"\\u{00000e9}\\\\u{00000e9}é\"";
        let source = format!("{{ a(b: {block}, c: \"\\\"\") # \"\"\"\n d(e: {block}, f: {zeros}) }}");
        let lexable = lexable(&source);
        assert_eq!(lexable.chars().count(), source.chars().count());
        let tokens: Result<Vec<_>, _> = juniper::parser::Lexer::new(&lexable).collect();
        let strings = tokens.unwrap().into_iter().filter_map(|token| match token.item {
            juniper::parser::Token::Scalar(token) => Some(Token::parse(token).unwrap().to_string()),
            _ => None,
        });
        assert_eq!(strings.collect::<Vec<_>>(), ["a\"\"\"", "\"", "a\"\"\"", "é\\u{00000e9}é"]);
    }
}
