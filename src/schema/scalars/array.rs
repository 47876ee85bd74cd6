//! PostgreSQL's text form of arrays, by which a list is bound: `CAST($1 AS pg_catalog.int4[])`.

/// An array in the making: `{"a","b\"c",NULL}`.
///
/// Elements are separated by a comma, as all types but `box` have it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArrayText {
    text: String,
}

impl ArrayText {
    /// The text of a list of one dimension.
    pub fn of<'a>(elements: impl IntoIterator<Item = Option<&'a str>>) -> String {
        let mut array = Self::default();
        array.open();
        elements.into_iter().for_each(|element| array.push(element));
        array.close();
        array.finish()
    }

    /// Begins a list, which may be an element of another one.
    pub fn open(&mut self) {
        self.separate();
        self.text.push('{');
    }

    /// Ends the list that was begun last.
    pub fn close(&mut self) {
        self.text.push('}');
    }

    /// Adds an element: the text of its value, or NULL. Every value is quoted, so that none is read as `NULL`.
    pub fn push(&mut self, element: Option<&str>) {
        self.separate();
        let Some(element) = element else { return self.text.push_str("NULL") };
        self.text.push('"');
        for character in element.chars() {
            if matches!(character, '"' | '\\') {
                self.text.push('\\');
            }
            self.text.push(character);
        }
        self.text.push('"');
    }

    /// The text.
    pub fn finish(self) -> String {
        self.text
    }

    fn separate(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('{') {
            self.text.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_quoted_and_nulls_are_not() {
        for (elements, text) in [
            (vec![], "{}"),
            (vec![None], "{NULL}"),
            (vec![Some("NULL"), Some(""), Some("{"), Some("}")], r#"{"NULL","","{","}"}"#),
            (vec![Some(r#"a"b\c,d"#), Some("{"), None], r#"{"a\"b\\c,d","{",NULL}"#),
        ] {
            assert_eq!(ArrayText::of(elements), text);
        }
    }

    #[test]
    fn lists_of_lists_are_nested() {
        let mut array = ArrayText::default();
        array.open();
        for _ in 0..2 {
            array.open();
            array.push(Some("1"));
            array.push(None);
            array.close();
        }
        array.close();
        assert_eq!(array.finish(), r#"{{"1",NULL},{"1",NULL}}"#);
    }
}
