//! The nearest of several names to one that does not exist.

/// The candidate that needs the fewest edits to become `written`, if they are few enough that it may have been meant.
pub(crate) fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (written.chars().count() / 3).max(1) + 1;
    candidates
        .into_iter()
        .map(|candidate| (distance(&written.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The number of characters to insert, remove or replace.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn nearest_is_near() {
        let candidates = ["listen", "schemas", "maxPageSize", "defaultPageSize"];
        for (written, expected) in [
            ("lisen", Some("listen")),
            ("schema", Some("schemas")),
            ("max-page-size", Some("maxPageSize")),
            ("maxpagesize", Some("maxPageSize")),
            ("password", None),
        ] {
            assert_eq!(nearest(written, candidates), expected, "{written}");
        }
    }
}
