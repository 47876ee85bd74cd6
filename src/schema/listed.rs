//! Things with names, in their order and by their name.

use super::{Argument, Field};
use std::ops::Deref;

/// What has a name that no other of its list has.
pub trait Named {
    /// Its name.
    fn name(&self) -> &str;
}

/// A list of things with names.
///
/// A schema of thousands of tables has hundreds of thousands of fields, and a hash table of each list takes more room
/// than many a field; four bytes for each do, and a search by halves is as fast where lists are short.
#[derive(Debug, Clone)]
pub struct Listed<T> {
    items: Box<[T]>,
    /// Positions in `items`, ordered by name.
    by_name: Box<[u32]>,
}

impl<T: Named> Listed<T> {
    /// The item called `name`.
    pub fn get(&self, name: &str) -> Option<&T> {
        let of = |position: &u32| &self.items[*position as usize];
        let found = self.by_name.binary_search_by(|position| of(position).name().cmp(name));
        found.ok().map(|place| of(&self.by_name[place]))
    }
}

impl<T: Named> From<Vec<T>> for Listed<T> {
    fn from(items: Vec<T>) -> Self {
        let items = items.into_boxed_slice();
        // PostgreSQL has no more than 2³² of anything that is listed here.
        let mut by_name: Box<[u32]> = (0..).take(items.len()).collect();
        by_name.sort_unstable_by_key(|position| items[*position as usize].name());
        Self { items, by_name }
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { items: Box::default(), by_name: Box::default() }
    }
}

impl<T> Deref for Listed<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<'a, T> IntoIterator for &'a Listed<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl Named for Field {
    fn name(&self) -> &str {
        self.name.as_str()
    }
}

impl Named for Argument {
    fn name(&self) -> &str {
        self.name.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Named for &str {
        fn name(&self) -> &str {
            self
        }
    }

    #[test]
    fn items_keep_their_order_and_are_found_by_name() {
        let list = Listed::from(vec!["b", "c", "", "a"]);
        assert_eq!(list.to_vec(), ["b", "c", "", "a"]);
        for name in ["a", "b", "c", ""] {
            assert_eq!(list.get(name), Some(&name));
        }
        assert!(["A", "d", "bb"].iter().all(|name| list.get(name).is_none()));
        assert!(Listed::<&str>::default().get("a").is_none());
    }
}
