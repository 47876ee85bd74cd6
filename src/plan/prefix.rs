//! Where the texts that begin alike end, in the order of code points, which is that of their bytes in UTF-8.

/// The least text that is greater than every text which begins with `prefix`; `None` if there is none.
pub(super) fn end(prefix: &str) -> Option<String> {
    let mut end = prefix.to_owned();
    // What ends in the greatest code point is followed by what follows the text before it.
    while let Some(last) = end.pop() {
        if let Some(next) = next(last) {
            end.push(next);
            return Some(end);
        }
    }
    None
}

/// The next code point that is a character: surrogates are none.
fn next(character: char) -> Option<char> {
    (u32::from(character) + 1..=u32::from(char::MAX)).find_map(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::end;
    use proptest::prelude::*;

    #[test]
    fn the_end_is_the_next_text_that_begins_otherwise() {
        let cases = [
            ("a", Some("b")),
            ("ab", Some("ac")),
            ("Z", Some("[")),
            ("a\u{7F}", Some("a\u{80}")),
            ("\u{D7FF}", Some("\u{E000}")),
            ("a\u{FFFF}", Some("a\u{10000}")),
            ("a\u{10FFFF}", Some("b")),
            ("a\u{10FFFF}\u{10FFFF}", Some("b")),
            ("\u{D7FF}\u{10FFFF}", Some("\u{E000}")),
            ("\u{10FFFF}", None),
            ("", None),
        ];
        for (prefix, expected) in cases {
            assert_eq!(end(prefix).as_deref(), expected, "{prefix:?}");
        }
    }

    proptest! {
        #[test]
        fn a_text_begins_so_if_it_lies_in_the_range(prefix in "[aé\u{D7FF}\u{E000}\u{10FFFF}]{0,3}", text in "[aé\u{D7FF}\u{E000}\u{10FFFF}]{0,4}") {
            let inside = text >= prefix && end(&prefix).is_none_or(|end| text < end);
            prop_assert_eq!(inside, text.starts_with(&prefix));
        }
    }
}
