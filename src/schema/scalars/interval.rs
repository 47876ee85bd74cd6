//! Intervals: three counts that PostgreSQL keeps apart, because months and days differ in length.

use super::calendar::write_fraction;

const SECOND: i64 = 1_000_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// A value of PostgreSQL's `interval`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Twelve a year.
    pub months: i32,
    /// Not hours: a day may have 23 or 25 of them.
    pub days: i32,
    /// Everything below a day.
    pub microseconds: i64,
}

impl Interval {
    /// `infinity`, which PostgreSQL has since version 17. In 15 and 16 the same value is a finite one, but one that nobody
    /// can tell from `infinity` once the database is upgraded.
    pub const INFINITY: Self = Self { months: i32::MAX, days: i32::MAX, microseconds: i64::MAX };
    /// `-infinity`, likewise.
    pub const NEGATIVE_INFINITY: Self = Self { months: i32::MIN, days: i32::MIN, microseconds: i64::MIN };

    /// As PostgreSQL writes it with `IntervalStyle` iso_8601, and reads it with any: `P10M3DT-4H-5M-6.789S`, `PT0S`.
    pub fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::INFINITY => return out.extend_from_slice(b"infinity"),
            Self::NEGATIVE_INFINITY => return out.extend_from_slice(b"-infinity"),
            Self { months: 0, days: 0, microseconds: 0 } => return out.extend_from_slice(b"PT0S"),
            _ => {}
        }
        out.push(b'P');
        write_part(i64::from(self.months / 12), b'Y', out);
        write_part(i64::from(self.months % 12), b'M', out);
        write_part(i64::from(self.days), b'D', out);
        if self.microseconds != 0 {
            out.push(b'T');
            write_part(self.microseconds / HOUR, b'H', out);
            write_part(self.microseconds % HOUR / MINUTE, b'M', out);
            write_seconds(self.microseconds % MINUTE, out);
        }
    }

    /// Reads ISO 8601's form with designators: `P1Y2M3DT4H5M6.5S`, `P2W`, each component with a sign of its own.
    ///
    /// Only hours, minutes and seconds may have a fraction, and only one of whole microseconds: half a year or half a day
    /// is no fixed number of months or hours, though PostgreSQL would take it for one.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "infinity" => return Some(Self::INFINITY),
            "-infinity" => return Some(Self::NEGATIVE_INFINITY),
            _ => {}
        }
        let text = text.strip_prefix('P').filter(|parts| !parts.is_empty())?;
        let (date, time) = match text.split_once('T') {
            Some((_, "")) => return None,
            parts => parts.unwrap_or((text, "")),
        };
        let [years, months, weeks, days] =
            parse_parts(date, [(b'Y', 12), (b'M', 1), (b'W', 7), (b'D', 1)], Fractions::Refused)?;
        let [hours, minutes, seconds] =
            parse_parts(time, [(b'H', HOUR), (b'M', MINUTE), (b'S', SECOND)], Fractions::Last)?;
        let interval = Self {
            months: i32::try_from(years + months).ok()?,
            days: i32::try_from(weeks + days).ok()?,
            microseconds: i64::try_from(hours + minutes + seconds).ok()?,
        };
        // Written in parts, the two values that mean infinity would be refused or misread.
        (interval != Self::INFINITY && interval != Self::NEGATIVE_INFINITY).then_some(interval)
    }
}

/// Whether a component may have a fraction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fractions {
    Refused,
    /// As in ISO 8601, the last component that is written may.
    Last,
}

fn write_part(number: i64, designator: u8, out: &mut Vec<u8>) {
    if number != 0 {
        out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
        out.push(designator);
    }
}

fn write_seconds(microseconds: i64, out: &mut Vec<u8>) {
    if microseconds == 0 {
        return;
    }
    if microseconds < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(itoa::Buffer::new().format((microseconds / SECOND).unsigned_abs()).as_bytes());
    write_fraction((microseconds % SECOND).unsigned_abs() as u32, out);
    out.push(b'S');
}

/// The components of `text` in the units of their designators, which stand in the order of `units`.
fn parse_parts<const N: usize>(text: &str, units: [(u8, i64); N], fractions: Fractions) -> Option<[i128; N]> {
    let mut parts = [0; N];
    let (mut rest, mut next) = (text.as_bytes(), 0);
    while let [first, after @ ..] = rest {
        let negative = *first == b'-';
        let (whole, after) = split_digits(if matches!(first, b'+' | b'-') { after } else { rest });
        let (fraction, after) = match after {
            [b'.' | b',', after @ ..] if fractions == Fractions::Last => {
                let (digits, after) = split_digits(after);
                (Some(digits), after)
            }
            _ => (None, after),
        };
        let (designator, after) = after.split_first()?;
        let position = next + units.get(next..)?.iter().position(|(known, _)| known == designator)?;
        if fraction.is_some() && !after.is_empty() {
            return None;
        }
        let magnitude = parse_component(whole, fraction, units.get(position)?.1)?;
        *parts.get_mut(position)? = if negative { -magnitude } else { magnitude };
        (rest, next) = (after, position + 1);
    }
    Some(parts)
}

/// `whole` and its `fraction` times `unit`, if that is a whole number.
fn parse_component(whole: &[u8], fraction: Option<&[u8]>, unit: i64) -> Option<i128> {
    let unit = i128::from(unit);
    let product = parse_digits(whole)? * unit;
    let Some(fraction) = fraction else { return Some(product) };
    let part = parse_digits(fraction)? * unit;
    let scale = 10_i128.pow(u32::try_from(fraction.len()).ok()?);
    (part % scale == 0).then_some(product + part / scale)
}

/// At most 19 digits, which is what 64 bits need: no product with a unit then leaves 128 bits.
fn parse_digits(digits: &[u8]) -> Option<i128> {
    let is_short = (1..=19).contains(&digits.len());
    is_short.then(|| digits.iter().fold(0, |number, digit| number * 10 + i128::from(digit - b'0')))
}

fn split_digits(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, b""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(interval: Interval) -> String {
        let mut out = Vec::new();
        interval.write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn components_keep_their_signs_and_extremes() {
        let known = [
            ((0, 0, 0), "PT0S"),
            ((10, 3, -14_706_789_000), "P10M3DT-4H-5M-6.789S"),
            ((14, 0, 0), "P1Y2M"),
            ((-14, -1, 0), "P-1Y-2M-1D"),
            ((0, 0, -1), "PT-0.000001S"),
            ((0, 0, 3_600_000_000), "PT1H"),
            ((i32::MAX, 0, 0), "P178956970Y7M"),
            ((i32::MIN, 0, 0), "P-178956970Y-8M"),
            ((0, i32::MIN, 0), "P-2147483648D"),
            ((0, 0, i64::MAX), "PT2562047788H54.775807S"),
            ((0, 0, i64::MIN), "PT-2562047788H-54.775808S"),
            ((i32::MAX, i32::MAX, i64::MAX), "infinity"),
            ((i32::MIN, i32::MIN, i64::MIN), "-infinity"),
        ];
        for ((months, days, microseconds), text) in known {
            let interval = Interval { months, days, microseconds };
            assert_eq!(written(interval), text);
            assert_eq!(Interval::parse(text), Some(interval));
        }
    }

    #[test]
    fn other_spellings_of_the_standard_are_read() {
        let known = [
            ("P2W", "P14D"),
            ("PT1.5H", "PT1H30M"),
            ("PT1H0,5M", "PT1H30S"),
            ("PT36H", "PT36H"),
            ("P+1Y-1M", "P11M"),
            ("PT000000000000000001S", "PT1S"),
            ("PT0.1234560S", "PT0.123456S"),
            ("PT-0.5S", "PT-0.5S"),
        ];
        for (text, canonical) in known {
            assert_eq!(Interval::parse(text).map(written).as_deref(), Some(canonical), "{text}");
        }
    }

    #[test]
    fn what_has_no_fixed_length_or_no_place_is_refused() {
        for text in [
            "",
            "P",
            "PT",
            "P1",
            "1D",
            "p1d",
            "P1DT",
            "P0.5Y",
            "P0.5M",
            "P1.5W",
            "P1.5D",
            "PT1.S",
            "PT.5S",
            "PT1.5H1M",
            "PT0.0000001S",
            "P1M1Y",
            "P1Y1Y",
            "PT1D",
            "P1H",
            "P1S",
            "P--1D",
            "P1D ",
            "P178956970Y8M",
            "P2147483648D",
            "PT2562047788H54.775808S",
            "PT99999999999999999999S",
            "P1DT1H1",
            "P1TT",
            "1 day",
            "-P1D",
            "P178956970Y7M2147483647DT2562047788H54.775807S",
        ] {
            assert_eq!(Interval::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_interval_is_read_as_written(months in any::<i32>(), days in any::<i32>(), microseconds in any::<i64>()) {
            let interval = Interval { months, days, microseconds };
            prop_assert_eq!(Interval::parse(&written(interval)), Some(interval));
        }

        #[test]
        fn no_text_panics(text in "[-+P0-9YMWDTHS.,]{0,24}|.*") {
            Interval::parse(&text);
        }
    }
}
