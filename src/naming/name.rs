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
