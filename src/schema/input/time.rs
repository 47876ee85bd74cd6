//! Dates, times and durations: ISO 8601 as the API writes it, bound as PostgreSQL writes it.

use super::{Expected, Literal};
use crate::schema::scalars::{
    calendar::{DAY, Date, Offset, Spelling, Time, Timestamp},
    interval::Interval,
};

const SECOND: i64 = 1_000_000;

/// The last hour and the last second that a clock shows.
struct Clock(u8, u8);

const OF_A_DATE: Clock = Clock(23, 59);
/// RFC 3339 writes leap seconds, which PostgreSQL counts to the next minute.
const WITH_LEAP_SECONDS: Clock = Clock(23, 60);
/// A day's end, `24:00:00`, is a time of its own where no next day follows.
const WITHOUT_DATE: Clock = Clock(24, 59);

pub(in crate::schema) fn date_time(literal: Literal<'_>) -> Result<String, Expected> {
    bind(literal, true, Reader::date_time).ok_or(Expected(
        "a moment with its offset, to the microsecond, like \"2026-02-03T04:05:06.5Z\" or \"2026-02-03T06:05:06+02:00\"",
    ))
}

pub(in crate::schema) fn local_date_time(literal: Literal<'_>) -> Result<String, Expected> {
    bind(literal, true, Reader::local_date_time)
        .ok_or(Expected("a date and time without an offset, to the microsecond, like \"2026-02-03T04:05:06.5\""))
}

pub(in crate::schema) fn date(literal: Literal<'_>) -> Result<String, Expected> {
    bind(literal, true, Reader::storable_date).ok_or(Expected("a date, like \"2026-02-03\""))
}

pub(in crate::schema) fn local_time(literal: Literal<'_>) -> Result<String, Expected> {
    bind(literal, false, Reader::local_time)
        .ok_or(Expected("a time of day without an offset, to the microsecond, like \"04:05:06.5\""))
}

pub(in crate::schema) fn offset_time(literal: Literal<'_>) -> Result<String, Expected> {
    bind(literal, false, Reader::offset_time)
        .ok_or(Expected("a time of day with its offset, to the microsecond, like \"04:05:06.5+02:00\""))
}

pub(in crate::schema) fn duration(literal: Literal<'_>) -> Result<String, Expected> {
    const EXPECTED: Expected = Expected(
        "a duration in ISO 8601, with a fraction only in its hours, minutes or seconds, like \"P10M3DT-4H-5M-6.789S\"",
    );
    let Literal::String(text) = literal else { return Err(EXPECTED) };
    let mut out = Vec::new();
    Interval::parse(text).ok_or(EXPECTED)?.write(&mut out);
    String::from_utf8(out).map_err(|_| EXPECTED)
}

/// The text to bind for a string that `read` consumes to its end, or for one of the words for infinity.
fn bind<'a>(
    literal: Literal<'a>,
    infinite: bool,
    read: fn(&mut Reader<'a>, &mut Vec<u8>) -> Option<()>,
) -> Option<String> {
    let Literal::String(text) = literal else { return None };
    if infinite && matches!(text, "infinity" | "-infinity") {
        return Some(text.to_owned());
    }
    let (mut reader, mut out) = (Reader(text.as_bytes()), Vec::with_capacity(32));
    read(&mut reader, &mut out)?;
    reader.0.is_empty().then(|| String::from_utf8(out).ok())?
}

/// What is not yet read of a text. Every method consumes what it names, or gives `None`.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn date_time(&mut self, out: &mut Vec<u8>) -> Option<()> {
        let date = self.date()?;
        self.one_of(b"Tt")?;
        let time = self.time(WITH_LEAP_SECONDS)?;
        let offset = i64::from(self.offset()?.seconds_east()) * SECOND;
        Timestamp::new(date, time - offset)?.write(Some(Offset::UTC), Spelling::Postgres, out);
        Some(())
    }

    fn local_date_time(&mut self, out: &mut Vec<u8>) -> Option<()> {
        let date = self.date()?;
        self.one_of(b"Tt")?;
        let time = self.time(OF_A_DATE)?;
        Timestamp::new(date, time)?.write(None, Spelling::Postgres, out);
        Some(())
    }

    fn storable_date(&mut self, out: &mut Vec<u8>) -> Option<()> {
        self.date().filter(|date| date.is_storable())?.write(Spelling::Postgres, out);
        Some(())
    }

    fn local_time(&mut self, out: &mut Vec<u8>) -> Option<()> {
        Time::new(self.time(WITHOUT_DATE)?)?.write(out);
        Some(())
    }

    fn offset_time(&mut self, out: &mut Vec<u8>) -> Option<()> {
        Time::new(self.time(WITHOUT_DATE)?)?.write(out);
        self.offset()?.write(Spelling::Postgres, out);
        Some(())
    }

    /// A year of four digits, or of at least six after a sign.
    fn date(&mut self) -> Option<Date> {
        let year = match self.one_of(b"+-") {
            None => i32::try_from(self.digits(4..=4)?).ok()?,
            Some(sign) => {
                let year = i32::try_from(self.digits(6..=7)?).ok()?;
                if sign == b'-' && year == 0 {
                    return None;
                }
                if sign == b'-' { -year } else { year }
            }
        };
        self.one_of(b"-")?;
        let month = self.two()?;
        self.one_of(b"-")?;
        Date::new(year, month, self.two()?)
    }

    /// Microseconds of a time of day.
    fn time(&mut self, Clock(last_hour, last_second): Clock) -> Option<i64> {
        let hour = self.two().filter(|hour| *hour <= last_hour)?;
        self.one_of(b":")?;
        let minute = self.two().filter(|minute| *minute < 60)?;
        let mut microseconds = (i64::from(hour) * 60 + i64::from(minute)) * 60 * SECOND;
        if self.one_of(b":").is_some() {
            microseconds += i64::from(self.two().filter(|second| *second <= last_second)?) * SECOND;
            microseconds += self.fraction()?;
        }
        (hour < 24 || microseconds == DAY).then_some(microseconds)
    }

    /// The microseconds of a fraction, which may be absent. More digits than six would be lost, unless they are zeros.
    fn fraction(&mut self) -> Option<i64> {
        if self.one_of(b".").is_none() {
            return Some(0);
        }
        let before = self.0.len();
        let digits = self.digits(1..=6)?;
        let scale = u32::try_from(before - self.0.len()).ok()?;
        while self.one_of(b"0").is_some() {}
        Some(i64::from(digits) * 10_i64.pow(6 - scale))
    }

    /// `Z`, `+02:00`, `-01:02:03`
    fn offset(&mut self) -> Option<Offset> {
        let sign = match self.one_of(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(Offset::UTC),
        };
        let hour = self.two()?;
        self.one_of(b":")?;
        let minute = self.two().filter(|minute| *minute < 60)?;
        let second = match self.one_of(b":") {
            Some(_) => self.two().filter(|second| *second < 60)?,
            None => 0,
        };
        Offset::new(sign * (i32::from(hour) * 3600 + i32::from(minute) * 60 + i32::from(second)))
    }

    fn one_of(&mut self, bytes: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        bytes.contains(first).then(|| {
            self.0 = rest;
            *first
        })
    }

    fn two(&mut self) -> Option<u8> {
        u8::try_from(self.digits(2..=2)?).ok()
    }

    /// As many digits as there are, up to the end of `count` (at most 9).
    fn digits(&mut self, count: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let length = self.0.iter().take(*count.end()).take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        count.contains(&length).then(|| digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Input = fn(Literal<'_>) -> Result<String, Expected>;

    #[test]
    fn what_exists_is_bound_as_postgresql_writes_it() {
        let accepted: &[(Input, &[(&str, &str)])] = &[
            (
                date_time,
                &[
                    ("2026-02-03T04:05:06.5Z", "2026-02-03 04:05:06.5+00"),
                    ("2026-02-03t04:05:06.123456z", "2026-02-03 04:05:06.123456+00"),
                    ("2026-02-03T04:05:06.500000000+02:00", "2026-02-03 02:05:06.5+00"),
                    ("2026-02-03T04:05-01:02:03", "2026-02-03 05:07:03+00"),
                    ("1990-12-31T23:59:60Z", "1991-01-01 00:00:00+00"),
                    ("-000043-03-15T12:00:00Z", "0044-03-15 12:00:00+00 BC"),
                    ("0000-01-01T00:00:00Z", "0001-01-01 00:00:00+00 BC"),
                    ("+012345-01-01T00:00:00Z", "12345-01-01 00:00:00+00"),
                    ("-004713-11-23T20:00:00-04:00", "4714-11-24 00:00:00+00 BC"),
                    ("+294277-01-01T03:59:59.999999+04:00", "294276-12-31 23:59:59.999999+00"),
                    ("-infinity", "-infinity"),
                ],
            ),
            (local_date_time, &[("2026-02-03T04:05:06", "2026-02-03 04:05:06"), ("infinity", "infinity")]),
            (
                date,
                &[
                    ("2024-02-29", "2024-02-29"),
                    ("0000-02-29", "0001-02-29 BC"),
                    ("+002026-02-03", "2026-02-03"),
                    ("+5874897-12-31", "5874897-12-31"),
                    ("-004713-11-24", "4714-11-24 BC"),
                ],
            ),
            (local_time, &[("24:00:00", "24:00:00"), ("00:00:00.000001", "00:00:00.000001"), ("04:05", "04:05:00")]),
            (
                offset_time,
                &[
                    ("24:00:00-15:59:59", "24:00:00-15:59:59"),
                    ("04:05:06.5+02:00", "04:05:06.5+02"),
                    ("04:05:06-00:30", "04:05:06-00:30"),
                    ("04:05:06Z", "04:05:06+00"),
                ],
            ),
            (duration, &[("P2WT1.5H", "P14DT1H30M"), ("P10M3DT-4H-5M-6.789S", "P10M3DT-4H-5M-6.789S")]),
        ];
        for (input, cases) in accepted {
            for (text, bound) in *cases {
                assert_eq!(input(Literal::String(text)).as_deref(), Ok(*bound), "{text}");
            }
        }
    }

    #[test]
    fn what_does_not_exist_is_refused() {
        let refused: &[(Input, &[&str])] = &[
            (date_time, &["2026-02-03T04:05:06", "2026-02-03 04:05:06Z", "2026-02-03T04:05:06.1234567Z", "now", ""]),
            (
                date_time,
                &["2026-02-03T24:00:00Z", "2026-02-03T04:05:61Z", "2026-02-03T04:60:00Z", "2026-02-30T00:00:00Z"],
            ),
            (date_time, &["2026-02-03T04:05:06+16:00", "2026-02-03T04:05:06+02", "2026-02-03T04:05:06.Z", "+infinity"]),
            (date_time, &["-004713-11-23T23:59:59Z", "+294277-01-01T00:00:00Z", "2026-02-03T04:05:06ZZ", "Infinity"]),
            (local_date_time, &["2026-02-03T04:05:06Z", "2026-02-03", "2026-02-03T24:00:00", "2026-02-03T23:59:60"]),
            (
                date,
                &["2026-02-29", "2026-2-3", "20260203", "12026-02-03", "-000000-01-01", "-0043-03-15", "today", " "],
            ),
            (date, &["-004713-11-23", "+5874898-01-01", "+99999999-01-01", "2026-02-03T00:00:00", "２026-02-03"]),
            (local_time, &["24:00:00.000001", "24:00:01", "24:01", "25:00:00", "04:05:60", "4:05:06", "04:05:06Z"]),
            (offset_time, &["04:05:06", "04:05:06-15:59:60", "04:05:06+1", "04:05:06+16:00", "infinity"]),
            (duration, &["P0.5Y", "P1.5D", "1 day", "PT0.0000001S"]),
        ];
        for (input, texts) in refused {
            for text in *texts {
                assert!(input(Literal::String(text)).is_err(), "{text}");
            }
        }
        assert!(date(Literal::Integer("2026")).is_err());
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[-+0-9:.TZ]{0,32}|.*") {
            for input in [date_time, local_date_time, date, local_time, offset_time, duration] {
                let _ = input(Literal::String(&text));
            }
        }

        #[test]
        fn dates_are_read_as_written(days in -2_451_545..2_145_031_949_i32) {
            let date_of_days = Date::from_days(days);
            let spelled = |spelling| {
                let mut out = Vec::new();
                date_of_days.write(spelling, &mut out);
                String::from_utf8(out).unwrap()
            };
            prop_assert_eq!(date(Literal::String(&spelled(Spelling::Api))), Ok(spelled(Spelling::Postgres)));
        }
    }
}
