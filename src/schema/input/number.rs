//! Numbers.

use super::{Expected, Literal};

/// Digits that PostgreSQL's numeric keeps before the point.
const DIGITS_BEFORE_POINT: i64 = 131_072;
/// Digits that PostgreSQL's numeric keeps after the point.
const DIGITS_AFTER_POINT: i64 = 16_383;

pub(in crate::schema) fn int(literal: Literal<'_>) -> Result<String, Expected> {
    const EXPECTED: Expected = Expected("an integer of 32 bits, like 42");
    match literal {
        Literal::Integer(digits) => digits.parse::<i32>().map(|number| number.to_string()).map_err(|_| EXPECTED),
        _ => Err(EXPECTED),
    }
}

pub(in crate::schema) fn big_int(literal: Literal<'_>) -> Result<String, Expected> {
    const EXPECTED: Expected = Expected("an integer of 64 bits, like \"9007199254740993\"");
    match literal {
        Literal::Integer(digits) | Literal::String(digits) if !digits.starts_with('+') => {
            digits.parse::<i64>().map(|number| number.to_string()).map_err(|_| EXPECTED)
        }
        _ => Err(EXPECTED),
    }
}

/// Bound as written, so that a float4 is not rounded twice. A number that is not zero but rounds to it is refused: as
/// PostgreSQL does it.
pub(in crate::schema) fn float(literal: Literal<'_>) -> Result<String, Expected> {
    const EXPECTED: Expected = Expected("a finite number of 64 bits, like 1.5");
    let (Literal::Float(text) | Literal::Integer(text)) = literal else { return Err(EXPECTED) };
    let decimal = Decimal::parse(text).ok_or(EXPECTED)?;
    let number = text.parse::<f64>().map_err(|_| EXPECTED)?;
    let holds = number.is_finite() && (number != 0.0 || decimal.is_zero());
    if holds { Ok(text.to_owned()) } else { Err(EXPECTED) }
}

pub(in crate::schema) fn big_decimal(literal: Literal<'_>) -> Result<String, Expected> {
    const EXPECTED: Expected = Expected(
        "a decimal number of at most 131072 digits before and 16383 after the point, like \"1.50\", or \"NaN\", \
         \"Infinity\", \"-Infinity\"",
    );
    match literal {
        Literal::String(word @ ("NaN" | "Infinity" | "-Infinity")) => Ok(word.to_owned()),
        Literal::String(text) | Literal::Float(text) | Literal::Integer(text) => {
            Decimal::parse(text).and_then(|decimal| decimal.numeric(text)).ok_or(EXPECTED)
        }
        Literal::Boolean(_) | Literal::Json(_) => Err(EXPECTED),
    }
}

/// The parts of `-12.50e3`.
struct Decimal<'a> {
    whole: &'a str,
    fraction: &'a str,
    exponent: &'a str,
}

impl<'a> Decimal<'a> {
    /// The grammar of JSON's numbers, save that leading zeros are allowed.
    fn parse(text: &'a str) -> Option<Self> {
        let text = text.strip_prefix('-').unwrap_or(text);
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_number =
            digits(whole) && digits(fraction) && digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent));
        let fraction = if mantissa.contains('.') { fraction } else { "" };
        is_number.then_some(Self { whole, fraction, exponent })
    }

    fn is_zero(&self) -> bool {
        self.whole.bytes().chain(self.fraction.bytes()).all(|digit| digit == b'0')
    }

    /// The text as PostgreSQL's numeric holds it, if it does. Zero is written without its exponent, which PostgreSQL
    /// would count as digits.
    fn numeric(&self, text: &str) -> Option<String> {
        let exponent = self.exponent.parse::<i64>().ok().filter(|exponent| exponent.abs() < 1_000_000_000)?;
        let scale = (i64::try_from(self.fraction.len()).ok()? - exponent).max(0);
        if scale > DIGITS_AFTER_POINT {
            return None;
        }
        if self.is_zero() {
            return Some(format!("{:.*}", usize::try_from(scale).ok()?, 0.0));
        }
        let leading_zeros = self.whole.bytes().chain(self.fraction.bytes()).take_while(|digit| *digit == b'0').count();
        let before_point = i64::try_from(self.whole.len()).ok()? - i64::try_from(leading_zeros).ok()? + exponent;
        (before_point <= DIGITS_BEFORE_POINT).then(|| text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Input = fn(Literal<'_>) -> Result<String, Expected>;

    #[test]
    fn numbers_that_fit_are_bound() {
        let accepted: &[(Input, Literal<'_>, &str)] = &[
            (int, Literal::Integer("-2147483648"), "-2147483648"),
            (int, Literal::Integer("-0"), "0"),
            (big_int, Literal::String("-9223372036854775808"), "-9223372036854775808"),
            (big_int, Literal::Integer("9223372036854775807"), "9223372036854775807"),
            (big_int, Literal::String("-007"), "-7"),
            (big_int, Literal::String("-0"), "0"),
            (float, Literal::Integer("7"), "7"),
            (float, Literal::Float("-1.5e300"), "-1.5e300"),
            (float, Literal::Float("5e-324"), "5e-324"),
            (float, Literal::Float("-0.0"), "-0.0"),
            (big_decimal, Literal::String("-00012.50"), "-00012.50"),
            (big_decimal, Literal::Float("1.5E+3"), "1.5E+3"),
            (big_decimal, Literal::Integer("12345678901234567890"), "12345678901234567890"),
            (big_decimal, Literal::String("NaN"), "NaN"),
            (big_decimal, Literal::String("-Infinity"), "-Infinity"),
            (big_decimal, Literal::String("1e131071"), "1e131071"),
            (big_decimal, Literal::String("0.1e131072"), "0.1e131072"),
            (big_decimal, Literal::String("1e-16383"), "1e-16383"),
            (big_decimal, Literal::String("-0.00e1"), "0.0"),
            (big_decimal, Literal::String("0e999999"), "0"),
        ];
        for (input, literal, text) in accepted {
            assert_eq!(input(*literal).as_deref(), Ok(*text), "{literal:?}");
        }
    }

    #[test]
    fn numbers_that_do_not_fit_are_refused() {
        let refused: &[(Input, &[Literal<'_>])] = &[
            (int, &[Literal::Integer("2147483648"), Literal::String("1"), Literal::Float("5.0")]),
            (big_int, &[Literal::String("9223372036854775808"), Literal::String("+1"), Literal::String("1.0")]),
            (big_int, &[Literal::String(""), Literal::String(" 1"), Literal::Float("1e3"), Literal::String("0x1")]),
            (
                float,
                &[Literal::Float("1e309"), Literal::Float("1e-400"), Literal::String("1.5"), Literal::Boolean(true)],
            ),
            (big_decimal, &[Literal::String("1e131072"), Literal::String("1e-16384"), Literal::String("0e-16384")]),
            (big_decimal, &[Literal::String("1e99999999999999999999"), Literal::String("nan"), Literal::String("inf")]),
            (
                big_decimal,
                &[Literal::String("+1"), Literal::String(".5"), Literal::String("5."), Literal::String("1_0")],
            ),
            (big_decimal, &[Literal::String(""), Literal::String("-"), Literal::String("1e"), Literal::String("1 ")]),
        ];
        for (input, literals) in refused {
            for literal in *literals {
                assert!(input(*literal).is_err(), "{literal:?}");
            }
        }
        let long = "9".repeat(131_072);
        assert_eq!(big_decimal(Literal::String(&long)).as_deref(), Ok(long.as_str()));
        assert!(big_decimal(Literal::String(&format!("{long}9"))).is_err());
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[-+0-9.eE]{0,12}|.*") {
            for input in [int, big_int, float, big_decimal] {
                for literal in [Literal::String(&text), Literal::Integer(&text), Literal::Float(&text)] {
                    let _ = input(literal);
                }
            }
        }

        #[test]
        fn integers_are_bound_as_they_are(number in any::<i64>()) {
            let digits = number.to_string();
            prop_assert_eq!(big_int(Literal::String(&digits)), Ok(digits.clone()));
            prop_assert_eq!(int(Literal::Integer(&digits)).is_ok(), i32::try_from(number).is_ok());
        }
    }
}
