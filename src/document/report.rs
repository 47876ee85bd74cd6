//! Errors as they are collected, and the nearest name for their hints.

use super::error::{Location, RequestError, RequestErrorKind};

/// The errors of a document. Only the first few are kept: each may search all names of the schema for its hint, and a
/// document may hold thousands.
#[derive(Debug, Default)]
pub(super) struct Errors(Vec<RequestError>);

const ENOUGH: usize = 10;

impl Errors {
    /// Adds the error that `make` makes, unless there are enough.
    pub(super) fn add(&mut self, make: impl FnOnce() -> RequestError) {
        if self.0.len() < ENOUGH {
            self.0.push(make());
        }
    }

    /// Adds a broken rule at a place.
    pub(super) fn invalid(&mut self, at: Location, make: impl FnOnce() -> (String, Option<String>)) {
        self.add(|| {
            let (message, hint) = make();
            RequestError::new(RequestErrorKind::Validation { message, hint }).at(at)
        });
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Gives the errors since there were `before` a place, if they have none.
    pub(super) fn locate(&mut self, before: usize, at: Location) {
        for error in self.0.iter_mut().skip(before).filter(|error| error.locations.is_empty()) {
            error.locations.push(at);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The errors in the order of their places.
    pub(super) fn into_vec(mut self) -> Vec<RequestError> {
        self.0.sort_by_key(|error| error.locations.first().copied());
        self.0
    }
}

/// A hint that names what is nearest to `written`, if anything is near.
pub(super) fn did_you_mean<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(written, names).map(|name| format!("Did you mean `{name}`?"))
}

/// The name that takes the fewest edits from `written`, if they are few for its length; else the shortest that begins
/// with it.
pub(super) fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let names: Vec<&str> = names.into_iter().collect();
    let allowed = written.len() * 2 / 5 + 1;
    let near = |name: &&'a str| {
        // A difference in case alone is nearer than any other.
        let edits = distance(written, name, allowed, true)?;
        Some((edits, distance(written, name, LONGEST, false), *name))
    };
    let nearest = names.iter().filter_map(near).min().map(|(_, _, name)| name);
    let begun = |name: &&&str| written.len() >= 3 && name.starts_with(written);
    nearest.or_else(|| names.iter().filter(begun).min_by_key(|name| name.len()).copied())
}

/// Names longer than this are near to none.
const LONGEST: usize = 64;

/// The number of insertions, deletions, replacements and swaps of neighbours between two names, if it is at most
/// `allowed`. `fold` says whether case counts. A schema may have tens of thousands of names to compare with, so this does
/// not allocate and gives up early.
fn distance(left: &str, right: &str, allowed: usize, fold: bool) -> Option<usize> {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len().abs_diff(right.len()) > allowed || left.len().max(right.len()) > LONGEST {
        return None;
    }
    let equal = |one: u8, two: u8| one == two || fold && one.eq_ignore_ascii_case(&two);
    let mut before = [0; LONGEST + 1];
    let mut previous: [usize; LONGEST + 1] = std::array::from_fn(|column| column);
    let mut current = [0; LONGEST + 1];
    for (row, from) in left.iter().enumerate() {
        current[0] = row + 1;
        let mut least = current[0];
        for (column, to) in right.iter().enumerate() {
            let replaced = previous[column] + usize::from(!equal(*from, *to));
            let mut best = replaced.min(previous[column + 1] + 1).min(current[column] + 1);
            let swapped = row > 0 && column > 0 && equal(left[row - 1], *to) && equal(*from, right[column - 1]);
            if swapped {
                best = best.min(before[column - 1] + 1);
            }
            current[column + 1] = best;
            least = least.min(best);
        }
        if least > allowed {
            return None;
        }
        (before, previous, current) = (previous, current, before);
    }
    Some(previous[right.len()]).filter(|cost| *cost <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_the_one_with_the_fewest_edits() {
        let names =
            ["title", "titleId", "artist", "Artist", "albums", "id", "tracksByAlbumId", "tracksByAlbumIdAndGenreId"];
        let cases = [
            ("titel", Some("title")),
            ("ARTIST", Some("Artist")),
            ("artists", Some("artist")),
            ("album", Some("albums")),
            ("completelyDifferent", None),
            ("i", Some("id")),
            ("zz", None),
            ("tracks", Some("tracksByAlbumId")),
        ];
        for (written, expected) in cases {
            assert_eq!(nearest(written, names), expected, "{written}");
        }
    }

    #[test]
    fn a_flood_of_errors_is_cut() {
        let mut errors = Errors::default();
        for line in 0..1000 {
            errors.invalid(Location { line, column: 1 }, || (String::new(), None));
        }
        assert_eq!(errors.into_vec().len(), ENOUGH);
    }
}
