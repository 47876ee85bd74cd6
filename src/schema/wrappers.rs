//! The wrappers of a type, kept without an allocation: nearly every field of a schema has some.

use super::Wrapper;
use std::{
    fmt,
    hash::{Hash, Hasher},
    ops::Deref,
};

/// More than `[[[T!]!]!]!` has.
const INLINE: usize = 7;

/// Wrapping types from the inside out: `[Int]!` is `[List, NonNull]`.
#[derive(Clone)]
pub struct Wrappers(Kept);

#[derive(Clone)]
enum Kept {
    Inline { length: u8, items: [Wrapper; INLINE] },
    Boxed(Box<[Wrapper]>),
}

impl Deref for Wrappers {
    type Target = [Wrapper];

    fn deref(&self) -> &[Wrapper] {
        match &self.0 {
            Kept::Inline { length, items } => &items[..usize::from(*length)],
            Kept::Boxed(items) => items,
        }
    }
}

impl From<&[Wrapper]> for Wrappers {
    fn from(given: &[Wrapper]) -> Self {
        match u8::try_from(given.len()) {
            Ok(length) if given.len() <= INLINE => {
                let mut items = [Wrapper::List; INLINE];
                items[..given.len()].copy_from_slice(given);
                Self(Kept::Inline { length, items })
            }
            _ => Self(Kept::Boxed(given.into())),
        }
    }
}

impl FromIterator<Wrapper> for Wrappers {
    fn from_iter<I: IntoIterator<Item = Wrapper>>(items: I) -> Self {
        items.into_iter().collect::<Vec<_>>().as_slice().into()
    }
}

impl Default for Wrappers {
    fn default() -> Self {
        Self::from(&[][..])
    }
}

impl PartialEq for Wrappers {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Wrappers {}

impl Hash for Wrappers {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for Wrappers {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrappers_are_those_that_were_given_however_many() {
        assert_eq!(size_of::<Wrappers>(), 16);
        for length in 0..40 {
            let given: Vec<Wrapper> =
                (0..length).map(|index| if index % 2 == 0 { Wrapper::List } else { Wrapper::NonNull }).collect();
            let kept: Wrappers = given.iter().copied().collect();
            assert_eq!(*kept, *given);
            assert_eq!(kept, Wrappers::from(given.as_slice()));
        }
    }
}
