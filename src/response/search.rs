//! Group testing: which few of many parts make a statement fail.

/// A search among parts in a row. A trial keeps the first so many of them, less those that were found; the part by which it
/// comes to fail is one of those looked for. Each costs a logarithm of trials.
#[derive(Debug)]
pub(super) struct Search<E> {
    parts: usize,
    /// So many of the first parts do not fail.
    good: usize,
    /// So many of the first parts fail, and how.
    bad: Option<(usize, E)>,
    found: Vec<(usize, E)>,
}

impl<E> Search<E> {
    /// A search among `parts`, of which nothing is known.
    pub(super) fn new(parts: usize) -> Self {
        Self { parts, good: 0, bad: None, found: Vec::new() }
    }

    /// A search among `parts` that fail with `error` if all are kept.
    pub(super) fn of_failing(parts: usize, error: E) -> Self {
        let mut search = Self::new(parts);
        search.failed(parts, error);
        search
    }

    /// How many parts the next trial keeps, less [`Self::found`]; `None` once all are known.
    pub(super) fn next(&self) -> Option<usize> {
        // What fails at its beginning mostly fails as a whole, so the next part is tried first.
        let begins_well = self.good > self.found.len();
        match &self.bad {
            Some((bad, _)) if begins_well => Some(self.good + (bad - self.good) / 2),
            Some(_) => Some(self.good + 1),
            None if self.good == self.parts => None,
            None if begins_well || self.good == 0 => Some(self.parts),
            None => Some(self.good + 1),
        }
    }

    /// Whether the first so many parts are all bad.
    pub(super) fn begins_with_bad(&self, parts: usize) -> bool {
        self.found.len() >= parts && self.good == self.found.len()
    }

    /// The trial with so many parts succeeded.
    pub(super) fn succeeded(&mut self, kept: usize) {
        self.good = self.good.max(kept);
        self.settle();
    }

    /// The trial with so many parts failed.
    pub(super) fn failed(&mut self, kept: usize, error: E) {
        self.bad = Some((kept, error));
        self.settle();
    }

    /// The parts that make a statement fail, and how, in their order.
    pub(super) fn found(&self) -> &[(usize, E)] {
        &self.found
    }

    /// A part that is the only one between success and failure is found.
    fn settle(&mut self) {
        if let Some((bad, error)) = self.bad.take_if(|(bad, _)| *bad <= self.good + 1) {
            self.found.push((bad.saturating_sub(1), error));
            self.good = bad;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found among `parts` if `bad` fail, and by how many trials.
    fn search(parts: usize, bad: &[usize]) -> (Vec<usize>, usize) {
        let culprit = |kept: usize, found: &[(usize, usize)]| {
            bad.iter().copied().filter(|part| *part < kept && found.iter().all(|(other, _)| other != part)).min()
        };
        let Some(error) = culprit(parts, &[]) else { return (Vec::new(), 0) };
        let mut search = Search::of_failing(parts, error);
        let mut trials = 0;
        while let Some(kept) = search.next() {
            trials += 1;
            match culprit(kept, search.found()) {
                Some(part) => search.failed(kept, part),
                None => search.succeeded(kept),
            }
        }
        assert!(search.found().iter().all(|(part, error)| part == error), "each has its own error: {search:?}");
        (search.found().iter().map(|(part, _)| *part).collect(), trials)
    }

    #[test]
    fn every_set_of_parts_is_found() {
        for parts in 1..9 {
            for set in 1_usize..1 << parts {
                let bad: Vec<_> = (0..parts).filter(|part| set >> part & 1 == 1).collect();
                assert_eq!(search(parts, &bad).0, bad, "of {parts}");
            }
        }
    }

    #[test]
    fn a_part_costs_a_logarithm_of_trials() {
        assert!(search(1000, &[617]).1 <= 12);
        assert!(search(1000, &[3, 617, 999]).1 <= 36);
        assert_eq!(search(1, &[0]).1, 0);
    }
}
