//! Texts that are strings in JSON.

use std::str::Utf8Error;

/// How a byte is escaped: 0 as it is, `u` as `\u00XX`, else a backslash and this.
const ESCAPES: [u8; 256] = {
    let mut escapes = [0; 256];
    let mut control = 0;
    while control < 0x20 {
        escapes[control] = b'u';
        control += 1;
    }
    escapes[0x08] = b'b';
    escapes[0x09] = b't';
    escapes[0x0a] = b'n';
    escapes[0x0c] = b'f';
    escapes[0x0d] = b'r';
    escapes[b'"' as usize] = b'"';
    escapes[b'\\' as usize] = b'\\';
    escapes
};

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Appends `text` as a JSON string, with its quotes, if it is UTF-8. Whether it is need not be asked of the texts that are
/// most frequent: ASCII without anything to escape.
#[inline]
pub(super) fn write_text(text: &[u8], out: &mut Vec<u8>) -> Result<(), Utf8Error> {
    let start = out.len();
    out.reserve(text.len() + 10);
    out.push(b'"');
    if write_plain(text, out) {
        out.push(b'"');
        return Ok(());
    }
    out.truncate(start);
    write_string(std::str::from_utf8(text)?, out);
    Ok(())
}

/// Appends bytes as long as they are ASCII and need no escape; whether that was so to the end.
///
/// Words are copied while they are looked at: for texts of a few words that is less than the call of a copy.
#[inline]
fn write_plain(bytes: &[u8], out: &mut Vec<u8>) -> bool {
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        if !is_plain(*word) {
            return false;
        }
        out.extend_from_slice(word);
    }
    let mut last = [b' '; 8];
    last.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
    let end = out.len() + rest.len();
    out.extend_from_slice(&last);
    out.truncate(end);
    is_plain(last)
}

/// Whether eight bytes are ASCII, and none needs an escape.
#[inline]
fn is_plain(word: [u8; 8]) -> bool {
    let word = u64::from_ne_bytes(word);
    (needs_escape(word) | word & HIGHS) == 0
}

/// Appends `text` as a JSON string, with its quotes.
pub fn write_string(text: &str, out: &mut Vec<u8>) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let mut rest = text.as_bytes();
    while let Some((plain, byte, after)) = split_at_escape(rest) {
        out.extend_from_slice(plain);
        write_escape(byte, out);
        rest = after;
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// What stands before the first byte that needs an escape, that byte, and what follows it.
fn split_at_escape(bytes: &[u8]) -> Option<(&[u8], u8, &[u8])> {
    let (words, _) = bytes.as_chunks::<8>();
    let clean = words.iter().take_while(|word| needs_escape(u64::from_ne_bytes(**word)) == 0).count() * 8;
    let offset = bytes.get(clean..)?.iter().position(|byte| escape_of(*byte) != 0)?;
    let (plain, after) = bytes.split_at_checked(clean + offset)?;
    let (byte, after) = after.split_first()?;
    Some((plain, *byte, after))
}

const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGHS: u64 = u64::from_ne_bytes([0x80; 8]);

/// Not 0 if one of eight bytes is a control character, a quote or a backslash: eight comparisons at once. Subtracting
/// borrows from a byte's highest bit if the byte is less; bytes that have that bit already (all outside ASCII) are not.
fn needs_escape(word: u64) -> u64 {
    let less_than = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word & HIGHS;
    let equals = |byte: u8| less_than(word ^ (ONES * u64::from(byte)), 1);
    less_than(word, 0x20) | equals(b'"') | equals(b'\\')
}

fn escape_of(byte: u8) -> u8 {
    ESCAPES.get(usize::from(byte)).copied().unwrap_or(0)
}

fn write_escape(byte: u8, out: &mut Vec<u8>) {
    match escape_of(byte) {
        b'u' => {
            out.extend_from_slice(b"\\u00");
            write_hex_digits(byte, out);
        }
        escape => out.extend_from_slice(&[b'\\', escape]),
    }
}

/// The 8-4-4-4-12 form, without quotes.
pub(super) fn write_uuid(bytes: &[u8; 16], out: &mut Vec<u8>) {
    for (position, byte) in bytes.iter().enumerate() {
        if matches!(position, 4 | 6 | 8 | 10) {
            out.push(b'-');
        }
        write_hex_digits(*byte, out);
    }
}

/// `\x` and two digits a byte.
pub(super) fn write_hex(bytes: &[u8], out: &mut Vec<u8>) {
    out.reserve(2 + 2 * bytes.len());
    out.extend_from_slice(b"\\x");
    bytes.iter().for_each(|byte| write_hex_digits(*byte, out));
}

/// A `char(n)` without the spaces at its end.
pub(super) fn without_padding(value: &[u8]) -> &[u8] {
    let end = value.iter().rposition(|byte| *byte != b' ').map_or(0, |last| last + 1);
    value.get(..end).unwrap_or(value)
}

fn write_hex_digits(byte: u8, out: &mut Vec<u8>) {
    out.extend_from_slice(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> String {
        let (mut out, mut other) = (Vec::new(), Vec::new());
        write_string(text, &mut out);
        write_text(text.as_bytes(), &mut other).unwrap();
        assert_eq!(out, other);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_what_must_be_is_escaped() {
        for (text, json) in [
            ("", r#""""#),
            ("AC/DC", r#""AC/DC""#),
            ("a\"b\\c", r#""a\"b\\c""#),
            ("\u{1}\u{8}\t\n\u{c}\r\u{1f} \u{7f}", "\"\\u0001\\b\\t\\n\\f\\r\\u001f \u{7f}\""),
            ("Sigur Rós – 残響 🎵\u{2028}", "\"Sigur Rós – 残響 🎵\u{2028}\""),
            ("12345678\"12345678\\", r#""12345678\"12345678\\""#),
        ] {
            assert_eq!(written(text), json);
        }
    }

    #[test]
    fn every_byte_is_found_at_every_place_of_a_word() {
        for character in (0..=0x24F).filter_map(char::from_u32) {
            for before in 0..9 {
                let text = format!("{}{character}{}", "é".repeat(before), "x".repeat(9));
                assert_eq!(serde_json::from_str::<String>(&written(&text)).unwrap(), text);
            }
        }
    }

    proptest! {
        #[test]
        fn strings_are_read_as_written(text in any::<String>()) {
            prop_assert_eq!(serde_json::from_str::<String>(&written(&text)).unwrap(), text);
        }

        #[test]
        fn bytes_are_plain_if_each_is(bytes in prop::collection::vec(any::<u8>(), 0..40), ascii in "[ -~]{0,40}") {
            let is_plain_byte = |byte: &u8| byte.is_ascii() && escape_of(*byte) == 0;
            for bytes in [&bytes[..], ascii.as_bytes()] {
                let mut out = Vec::new();
                let is_plain = write_plain(bytes, &mut out);
                prop_assert_eq!(is_plain, bytes.iter().all(is_plain_byte));
                prop_assert!(!is_plain || out == bytes);
            }
        }

        #[test]
        fn a_word_needs_an_escape_if_a_byte_does(bytes in any::<[u8; 8]>()) {
            prop_assert_eq!(needs_escape(u64::from_ne_bytes(bytes)) != 0, bytes.iter().any(|byte| escape_of(*byte) != 0));
        }
    }
}
