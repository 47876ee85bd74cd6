//! Dates and times as PostgreSQL counts them, and their two spellings: that of the API (ISO 8601, year 0 is 1 BC) and that
//! of PostgreSQL with `DateStyle` ISO, which it reads the same under every `DateStyle`.

/// Microseconds of a day.
pub const DAY: i64 = 86_400_000_000;
/// Days from PostgreSQL's first date (24 November 4714 BC) to its epoch, 1 January 2000.
const DAYS_BEFORE_EPOCH: i64 = 2_451_545;
/// Days from PostgreSQL's epoch to the day after its last date, 31 December 5874897.
const DAYS_AFTER_EPOCH: i64 = 2_145_031_949;
/// Microseconds from PostgreSQL's epoch to the first moment after its last timestamp, at the end of the year 294276.
const TIMESTAMP_END: i64 = 9_223_371_331_200_000_000;
/// Days from 1 March of the year 0 to 1 January 2000: counting years from March puts the leap day at their end.
const MARCH_OF_YEAR_0: i64 = 730_425;
/// Days of 400 years, after which the calendar repeats.
const DAYS_OF_ERA: i64 = 146_097;

/// How a value is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// As the API writes it.
    Api,
    /// As PostgreSQL writes it.
    Postgres,
}

/// A day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// Microseconds since midnight, `24:00:00` included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time(i64);

/// Seconds east of UTC, less than 16 hours either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offset(i32);

/// Microseconds since 1 January 2000: of a clock without an offset, or of UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timestamp(i64);

impl Date {
    /// The day, if there is such a day. The year 0 is 1 BC.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=last).contains(&day).then_some(Self { year, month, day })
    }

    /// The day that many days after 1 January 2000.
    pub fn from_days(days: i32) -> Self {
        let days = i64::from(days) + MARCH_OF_YEAR_0;
        let (era, day_of_era) = (days.div_euclid(DAYS_OF_ERA), days.rem_euclid(DAYS_OF_ERA));
        // Taking off the leap days that have passed leaves years of 365 days.
        let leap_days = day_of_era / 1460 - day_of_era / 36_524 + day_of_era / (DAYS_OF_ERA - 1);
        let year_of_era = (day_of_era - leap_days) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        // From March on the months have 31 30 31 30 31 days, again and again: 153 days in five months.
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = (month_from_march + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        Self { year: year as i32, month: month as u8, day: day as u8 }
    }

    /// Days since 1 January 2000.
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let month_from_march = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * DAYS_OF_ERA + day_of_era - MARCH_OF_YEAR_0
    }

    /// Whether PostgreSQL's `date` holds it.
    pub fn is_storable(self) -> bool {
        (-DAYS_BEFORE_EPOCH..DAYS_AFTER_EPOCH).contains(&self.days())
    }

    /// `2026-02-03`; for the API `-000043-03-15`, for PostgreSQL `0044-03-15 BC`.
    pub fn write(self, spelling: Spelling, out: &mut Vec<u8>) {
        self.write_day(spelling, out);
        self.write_era(spelling, out);
    }

    fn write_day(self, spelling: Spelling, out: &mut Vec<u8>) {
        let (sign, year) = match spelling {
            Spelling::Postgres if self.year <= 0 => (None, 1 - self.year),
            Spelling::Api if self.year < 0 => (Some(b'-'), -self.year),
            Spelling::Api if self.year > 9999 => (Some(b'+'), self.year),
            _ => (None, self.year),
        };
        let year = year.unsigned_abs();
        if let Some(sign) = sign {
            out.push(sign);
        }
        if sign.is_some() || year > 9999 {
            let mut buffer = itoa::Buffer::new();
            let digits = buffer.format(year / 10_000).as_bytes();
            let is_padded = sign.is_some() && digits.len() < 2;
            out.extend_from_slice(if is_padded { b"0" } else { b"" });
            out.extend_from_slice(digits);
        }
        let [[a, b], [c, d]] = [two(year / 100 % 100), two(year % 100)];
        let [[e, f], [g, h]] = [two(u32::from(self.month)), two(u32::from(self.day))];
        out.extend_from_slice(&[a, b, c, d, b'-', e, f, b'-', g, h]);
    }

    /// PostgreSQL's era, which stands after the time and the offset.
    fn write_era(self, spelling: Spelling, out: &mut Vec<u8>) {
        if spelling == Spelling::Postgres && self.year <= 0 {
            out.extend_from_slice(b" BC");
        }
    }
}

impl Time {
    /// The time of day, up to `24:00:00`.
    pub fn new(microseconds: i64) -> Option<Self> {
        (0..=DAY).contains(&microseconds).then_some(Self(microseconds))
    }

    /// `04:05:06.5`, the same in both spellings.
    pub fn write(self, out: &mut Vec<u8>) {
        let seconds = (self.0 / 1_000_000) as u32;
        let [[a, b], [c, d], [e, f]] = [two(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60)];
        out.extend_from_slice(&[a, b, b':', c, d, b':', e, f]);
        write_fraction((self.0 % 1_000_000) as u32, out);
    }
}

impl Offset {
    /// UTC itself.
    pub const UTC: Self = Self(0);

    /// The offset of that many seconds east of UTC.
    pub fn new(seconds_east: i32) -> Option<Self> {
        (-57_599..=57_599).contains(&seconds_east).then_some(Self(seconds_east))
    }

    /// Its seconds.
    pub fn seconds_east(self) -> i32 {
        self.0
    }

    /// For the API `Z`, `+02:00`, `-01:02:03`; for PostgreSQL `+00`, `+02`, `-01:02:03`.
    pub fn write(self, spelling: Spelling, out: &mut Vec<u8>) {
        if self.0 == 0 && spelling == Spelling::Api {
            return out.push(b'Z');
        }
        let seconds = self.0.unsigned_abs();
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        out.push(if self.0 < 0 { b'-' } else { b'+' });
        out.extend_from_slice(&two(hour));
        if spelling == Spelling::Api || minute != 0 || second != 0 {
            out.push(b':');
            out.extend_from_slice(&two(minute));
        }
        if second != 0 {
            out.push(b':');
            out.extend_from_slice(&two(second));
        }
    }
}

impl Timestamp {
    /// The moment that many microseconds after 1 January 2000. (`infinity` and `-infinity` are no moments.)
    pub fn from_microseconds(microseconds: i64) -> Self {
        Self(microseconds)
    }

    /// The moment `microseconds` (which may exceed a day) after the beginning of `date`, if PostgreSQL can hold it.
    pub fn new(date: Date, microseconds: i64) -> Option<Self> {
        let moment = date.days().checked_mul(DAY)?.checked_add(microseconds)?;
        (-DAYS_BEFORE_EPOCH * DAY..TIMESTAMP_END).contains(&moment).then_some(Self(moment))
    }

    /// `2026-02-03T04:05:06.5Z`; for PostgreSQL `2026-02-03 04:05:06.5+00`, `0044-03-15 00:00:00+00 BC`. Without an
    /// offset nothing stands in its place.
    pub fn write(self, offset: Option<Offset>, spelling: Spelling, out: &mut Vec<u8>) {
        let date = Date::from_days(self.0.div_euclid(DAY) as i32);
        date.write_day(spelling, out);
        out.push(if spelling == Spelling::Api { b'T' } else { b' ' });
        Time(self.0.rem_euclid(DAY)).write(out);
        if let Some(offset) = offset {
            offset.write(spelling, out);
        }
        date.write_era(spelling, out);
    }
}

/// A number below 100, with two digits.
fn two(number: u32) -> [u8; 2] {
    [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8]
}

/// The fraction of a second, without trailing zeros; nothing if it is zero.
pub(super) fn write_fraction(microseconds: u32, out: &mut Vec<u8>) {
    if microseconds == 0 {
        return;
    }
    let [[a, b], [c, d], [e, f]] = [two(microseconds / 10_000), two(microseconds / 100 % 100), two(microseconds % 100)];
    out.extend_from_slice(&[b'.', a, b, c, d, e, f]);
    while out.last() == Some(&b'0') {
        out.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spelled(date: Date, spelling: Spelling) -> String {
        let mut out = Vec::new();
        date.write(spelling, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn days_have_known_numbers_and_spellings() {
        let known = [
            (0, "2000-01-01", "2000-01-01"),
            (-1, "1999-12-31", "1999-12-31"),
            (59, "2000-02-29", "2000-02-29"),
            (60, "2000-03-01", "2000-03-01"),
            (-10_957, "1970-01-01", "1970-01-01"),
            (-730_119, "0001-01-01", "0001-01-01"),
            (-730_120, "0000-12-31", "0001-12-31 BC"),
            (-730_486, "-000001-12-31", "0002-12-31 BC"),
            (-2_451_545, "-004713-11-24", "4714-11-24 BC"),
            (2_921_939, "9999-12-31", "9999-12-31"),
            (2_921_940, "+010000-01-01", "10000-01-01"),
            (2_145_031_948, "+5874897-12-31", "5874897-12-31"),
        ];
        for (days, api, postgres) in known {
            let date = Date::from_days(days);
            assert_eq!(date.days(), i64::from(days), "{api}");
            assert_eq!(
                (spelled(date, Spelling::Api).as_str(), spelled(date, Spelling::Postgres).as_str()),
                (api, postgres)
            );
            assert!(date.is_storable());
        }
        assert!(!Date::from_days(-2_451_546).is_storable() && !Date::from_days(2_145_031_949).is_storable());
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for (year, month, day) in
            [(2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0)]
        {
            assert_eq!(Date::new(year, month, day), None);
        }
        assert!(Date::new(0, 2, 29).is_some() && Date::new(-4, 2, 29).is_some() && Date::new(2000, 2, 29).is_some());
    }

    proptest! {
        #[test]
        fn days_and_dates_are_one_to_one(days in any::<i32>()) {
            let date = Date::from_days(days);
            prop_assert_eq!(date.days(), i64::from(days));
            prop_assert_eq!(Date::new(date.year, date.month, date.day), Some(date));
        }
    }
}
