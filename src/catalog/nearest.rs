//! What was probably meant.

/// The candidate that is spelled most like `name`, if one is near enough to be a slip: at most a third of its letters
/// differ, case aside. The first of equals.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = name.to_lowercase().chars().collect();
    let limit = wanted.len().div_ceil(3);
    let measured = candidates.into_iter().map(|candidate| (distance(&wanted, candidate), candidate));
    measured.filter(|(distance, _)| *distance <= limit).min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// How many letters have to be put in, taken out or changed (Levenshtein).
fn distance(wanted: &[char], candidate: &str) -> usize {
    let mut row: Vec<usize> = (0..=wanted.len()).collect();
    for (above, letter) in candidate.to_lowercase().chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = above + 1;
        for (left, &other) in wanted.iter().enumerate() {
            let changed = diagonal + usize::from(other != letter);
            diagonal = row[left + 1];
            row[left + 1] = changed.min(row[left] + 1).min(diagonal + 1);
        }
    }
    row[wanted.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_nothing_else() {
        for (name, expected) in
            [("pubic", Some("public")), ("SALES", Some("sales")), ("salse", Some("sales")), ("x", None), ("", None)]
        {
            assert_eq!(nearest(name, ["public", "sales"]), expected, "{name}");
        }
    }
}
