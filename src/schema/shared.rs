//! Texts that are kept once, however often they are said. Of the descriptions and names of a schema nine in ten are
//! repeated: what `first` does is written at every connection.

use crate::naming::Name;
use std::{cell::RefCell, collections::HashSet, sync::Arc};

/// What was said already.
#[derive(Default)]
pub(super) struct Shared {
    texts: RefCell<HashSet<Arc<str>>>,
    names: RefCell<HashSet<Name>>,
}

impl Shared {
    /// `text`, as it was kept the first time.
    pub(super) fn text(&self, text: &str) -> Arc<str> {
        let mut texts = self.texts.borrow_mut();
        if let Some(known) = texts.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        texts.insert(Arc::clone(&new));
        new
    }

    /// The name `text`, as it was kept the first time; `None` where GraphQL would refuse it.
    pub(super) fn name(&self, text: &str) -> Option<Name> {
        let mut names = self.names.borrow_mut();
        if let Some(known) = names.get(text) {
            return Some(known.clone());
        }
        let new = Name::new(text)?;
        names.insert(new.clone());
        Some(new)
    }
}
