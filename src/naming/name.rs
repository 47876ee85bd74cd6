//! Names that GraphQL accepts.

use std::{borrow::Borrow, fmt, sync::Arc};

/// A name by the GraphQL specification (`/[_A-Za-z][_0-9A-Za-z]*/`) that does not begin with `__`, which is reserved for
/// introspection. Cheap to clone.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(Arc<str>);

impl Name {
    /// The name `text`, or `None` where GraphQL would refuse it.
    pub fn new(text: &str) -> Option<Self> {
        let starts = text.bytes().next().is_some_and(|byte| byte == b'_' || byte.is_ascii_alphabetic());
        let continues = text.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric());
        (starts && continues && !text.starts_with("__")).then(|| Self(text.into()))
    }

    /// A name of introspection, which alone may begin with `__`.
    pub(crate) fn of_introspection(text: &'static str) -> Self {
        Self(text.into())
    }

    /// The name nearest to `text`: forbidden characters become `_`, several leading `_` one, and a `_` goes before a digit.
    pub(super) fn coerce(text: &str) -> Self {
        Self::new(text).unwrap_or_else(|| Self::nearest(text))
    }

    fn nearest(text: &str) -> Self {
        let is_allowed = |character: char| character.is_ascii_alphanumeric();
        let text: String = text.chars().map(|character| if is_allowed(character) { character } else { '_' }).collect();
        let rest = text.trim_start_matches('_');
        let is_plain = rest.len() == text.len() && rest.starts_with(|character: char| character.is_ascii_alphabetic());
        if is_plain { Self(rest.into()) } else { Self(format!("_{rest}").into()) }
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_graphql_are_names() {
        for (text, valid) in
            [("a", true), ("_a1", true), ("_", true), ("", false), ("1a", false), ("__a", false), ("é", false)]
        {
            assert_eq!(Name::new(text).is_some(), valid, "{text:?}");
        }
    }

    #[test]
    fn every_text_has_a_nearest_name() {
        for (text, name) in
            [("ab_c", "ab_c"), ("__a", "_a"), ("1", "_1"), ("", "_"), ("a-é", "a__"), ("-1", "_1"), ("__", "_")]
        {
            assert_eq!(Name::coerce(text).as_str(), name, "{text:?}");
            assert!(Name::new(name).is_some(), "{name:?}");
        }
    }
}
