//! PostgreSQL's binary numeric: a header of four 16-bit numbers, then digits to the base of 10,000.

use super::ValueError;
use crate::schema::scalars::Slot;

/// What the header says about the sign.
const POSITIVE: u16 = 0x0000;
const NEGATIVE: u16 = 0x4000;
const NAN: u16 = 0xC000;
const INFINITY: u16 = 0xD000;
const NEGATIVE_INFINITY: u16 = 0xF000;

/// Appends every digit of `value`, zeros at the end of its scale included: `-12.50`, `NaN`, `Infinity`.
pub(super) fn write(value: &[u8], out: &mut Vec<u8>) -> Result<(), ValueError> {
    const MALFORMED: ValueError = ValueError::Malformed(Slot::Numeric);
    let (header, digits) = value.as_chunks::<2>().0.split_at_checked(4).ok_or(MALFORMED)?;
    let &[count, weight, sign, scale] = header else { return Err(MALFORMED) };
    if value.len() != 8 + 2 * usize::from(u16::from_be_bytes(count)) {
        return Err(MALFORMED);
    }
    let word: &[u8] = match u16::from_be_bytes(sign) {
        POSITIVE => b"",
        NEGATIVE => b"-",
        NAN => b"NaN",
        INFINITY => b"Infinity",
        NEGATIVE_INFINITY => b"-Infinity",
        _ => return Err(MALFORMED),
    };
    out.extend_from_slice(word);
    if word.len() > 1 {
        return Ok(());
    }
    if digits.iter().any(|digit| u16::from_be_bytes(*digit) > 9999) {
        return Err(MALFORMED);
    }
    // Groups at either end that are zero are not stored.
    let group = |position: i32| {
        let stored = usize::try_from(position).ok().and_then(|position| digits.get(position));
        stored.map_or(0, |digit| u16::from_be_bytes(*digit))
    };
    let weight = i32::from(i16::from_be_bytes(weight));
    let leading = if weight < 0 { 0 } else { group(0) };
    out.extend_from_slice(itoa::Buffer::new().format(leading).as_bytes());
    (1..=weight).for_each(|position| write_group(group(position), out));
    let scale = usize::from(u16::from_be_bytes(scale));
    if scale > 0 {
        out.push(b'.');
        let end = out.len() + scale;
        (weight + 1..).take(scale.div_ceil(4)).for_each(|position| write_group(group(position), out));
        out.truncate(end);
    }
    Ok(())
}

/// Four digits.
fn write_group(group: u16, out: &mut Vec<u8>) {
    let digit = |unit: u16| b'0' + (group / unit % 10) as u8;
    out.extend_from_slice(&[digit(1000), digit(100), digit(10), digit(1)]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The binary form that PostgreSQL gives to the number of these parts.
    fn binary(negative: bool, whole: &str, fraction: &str) -> Vec<u8> {
        let padded =
            format!("{}{whole}{fraction}{}", "0".repeat(4 - whole.len() % 4), "0".repeat(4 - fraction.len() % 4));
        let mut weight = (whole.len() / 4) as i16;
        let mut groups = padded
            .as_bytes()
            .chunks(4)
            .map(|group| group.iter().fold(0_u16, |number, digit| number * 10 + u16::from(digit - b'0')))
            .collect::<Vec<_>>();
        while groups.last() == Some(&0) {
            groups.pop();
        }
        while groups.first() == Some(&0) {
            groups.remove(0);
            weight -= 1;
        }
        let weight = if groups.is_empty() { 0 } else { weight };
        let sign = if negative && !groups.is_empty() { NEGATIVE } else { POSITIVE };
        let header = [groups.len() as u16, weight as u16, sign, fraction.len() as u16];
        header.into_iter().chain(groups).flat_map(u16::to_be_bytes).collect()
    }

    fn written(value: &[u8]) -> Result<String, ValueError> {
        let mut out = Vec::new();
        write(value, &mut out).map(|()| String::from_utf8(out).unwrap())
    }

    #[test]
    fn known_bytes_are_known_numbers() {
        let known: &[(&[u16], &str)] = &[
            (&[0, 0, 0, 0], "0"),
            (&[0, 0, 0, 3], "0.000"),
            (&[1, 0, 0, 0, 7], "7"),
            (&[2, 1, 0x4000, 0, 1, 5], "-10005"),
            (&[1, 2, 0, 0, 3], "300000000"),
            (&[2, 0, 0, 2, 12, 5000], "12.50"),
            (&[1, 0xFFFF, 0, 5, 1], "0.00010"),
            (&[1, 0xFFFE, 0, 8, 1200], "0.00001200"),
            (&[0, 0, 0xC000, 0], "NaN"),
            (&[0, 0, 0xD000, 0], "Infinity"),
            (&[0, 0, 0xF000, 0], "-Infinity"),
        ];
        for (words, text) in known {
            let value: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
            assert_eq!(written(&value).as_deref(), Ok(*text));
        }
    }

    #[test]
    fn malformed_bytes_are_refused() {
        for words in [&[][..], &[0, 0, 0], &[1, 0, 0, 0], &[0, 0, 0, 0, 1], &[0, 0, 1, 0], &[1, 0, 0, 0, 10_000]] {
            let value: Vec<u8> = words.iter().flat_map(|word: &u16| word.to_be_bytes()).collect();
            assert_eq!(written(&value), Err(ValueError::Malformed(Slot::Numeric)), "{words:?}");
        }
        assert!(written(&[0, 0, 0, 0, 0, 0, 0, 0, 0]).is_err());
    }

    proptest! {
        #[test]
        fn every_digit_is_kept(negative: bool, whole in "0|[1-9][0-9]{0,30}", fraction in "[0-9]{0,30}") {
            let is_zero = whole.bytes().chain(fraction.bytes()).all(|digit| digit == b'0');
            let sign = if negative && !is_zero { "-" } else { "" };
            let point = if fraction.is_empty() { "" } else { "." };
            prop_assert_eq!(written(&binary(negative, &whole, &fraction)), Ok(format!("{sign}{whole}{point}{fraction}")));
        }

        #[test]
        fn no_bytes_panic(value in prop::collection::vec(any::<u8>(), 0..40)) {
            let _ = written(&value);
        }
    }
}
