//! Clashes inside one namespace: who gets which name, whatever the order of objects.
//!
//! Each claim lists the names that it wants, best first. Claims are settled class by class, and inside a class in
//! rounds: in each round every claim without a name asks for its next one, and a name goes to the claim with the lowest rank.
//! Where two share that rank nobody gets it, now or later, so that the outcome has nothing to do with who came first.
//! A claim that runs out of names takes its first one with `_` and six hexadecimal digits of SHA-256 of its SQL
//! identity (rule 9 of API.md).

use super::Name;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// One object that needs a name.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    /// What it is, for the report: `column public.album.title`. Unique in its namespace.
    pub(super) who: String,
    /// What tells it from every other object of the database; the digits of rule 9 come from it.
    pub(super) identity: String,
    /// Lower classes take their names first.
    pub(super) class: u32,
    /// The names that it wants, best first. Never empty.
    pub(super) wants: Vec<Want>,
}

/// A name that a claim wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Want {
    pub(super) name: Name,
    /// Among claims of one class that ask in the same round, the lowest rank gets the name.
    pub(super) rank: u32,
}

/// What a claim got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Won {
    pub(super) name: Name,
    /// `_ca9781` if it is none of its wants but the first one with this ending, else empty.
    pub(super) ending: String,
}

/// A set of names that must differ, such as the fields of one type.
#[derive(Debug, Clone)]
pub(super) struct Namespace {
    /// For the report: `type Album`.
    title: String,
    /// Names that are given away, and to whom. Nobody has those that two claims wanted with equal right.
    taken: BTreeMap<Name, Option<String>>,
}

impl Claim {
    /// A claim whose wants are names with their ranks; repeated names count once.
    pub(super) fn new(
        who: String,
        identity: String,
        class: u32,
        wants: impl IntoIterator<Item = (String, u32)>,
    ) -> Self {
        let mut seen = BTreeSet::new();
        let wants = wants.into_iter().map(|(name, rank)| Want { name: Name::coerce(&name), rank });
        Self { who, identity, class, wants: wants.filter(|want| seen.insert(want.name.clone())).collect() }
    }

    /// The first want with more and more digits of the hash of the identity.
    fn last_resorts(&self) -> impl Iterator<Item = (Name, String)> {
        let base = self.wants.first().map_or("", |want| want.name.as_str()).to_owned();
        let digits: String = Sha256::digest(&self.identity).iter().map(|byte| format!("{byte:02x}")).collect();
        (6..).map(move |count| {
            let ending = match digits.get(..count) {
                Some(digits) => format!("_{digits}"),
                None => format!("_{digits}{}", "_".repeat(count - digits.len())),
            };
            (Name::coerce(&format!("{base}{ending}")), ending)
        })
    }
}

impl Namespace {
    /// An empty namespace with a title for the report.
    pub(super) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), taken: BTreeMap::new() }
    }

    /// Gives a name away before anybody asks; `holder` says to whom: `the global id`.
    pub(super) fn reserve(&mut self, name: &str, holder: &str) {
        self.taken.insert(Name::coerce(name), Some(holder.to_owned()));
    }

    /// Whether whoever wants these names gets them: they differ, and none is taken.
    pub(super) fn gives_all(&self, names: &[&Name]) -> bool {
        let mut seen = HashSet::with_capacity(names.len());
        names.iter().all(|name| seen.insert(*name) && !self.taken.contains_key(*name))
    }

    /// Gives every claim a name of its own, in the order of the claims, and adds a sentence for every clash.
    pub(super) fn resolve(&mut self, claims: &[Claim], clashes: &mut Vec<String>) -> Vec<Won> {
        let mut won: Vec<Option<Won>> = vec![None; claims.len()];
        let mut lost: BTreeMap<Name, Vec<usize>> = BTreeMap::new();
        let classes: BTreeSet<u32> = claims.iter().map(|claim| claim.class).collect();
        for class in classes {
            let members: Vec<usize> = (0..claims.len()).filter(|index| claims[*index].class == class).collect();
            self.settle(claims, &members, &mut won, &mut lost);
        }
        let won: Vec<Won> = claims.iter().zip(won).map(|(claim, won)| won.unwrap_or_else(|| unnamed(claim))).collect();
        clashes.extend(lost.into_iter().map(|(name, losers)| self.sentence(&name, &losers, claims, &won)));
        won
    }

    fn settle(
        &mut self,
        claims: &[Claim],
        members: &[usize],
        won: &mut [Option<Won>],
        lost: &mut BTreeMap<Name, Vec<usize>>,
    ) {
        let rounds = members.iter().map(|index| claims[*index].wants.len()).max().unwrap_or(0);
        for round in 0..rounds {
            let mut asked: BTreeMap<&Name, Vec<(u32, usize)>> = BTreeMap::new();
            for &index in members.iter().filter(|index| won[**index].is_none()) {
                if let Some(want) = claims[index].wants.get(round) {
                    asked.entry(&want.name).or_default().push((want.rank, index));
                }
            }
            for (name, asking) in asked {
                let winner = if self.taken.contains_key(name) { None } else { sole_lowest(&asking) };
                if let Some(winner) = winner {
                    won[winner] = Some(Won { name: name.clone(), ending: String::new() });
                }
                self.taken.entry(name.clone()).or_insert_with(|| winner.map(|winner| claims[winner].who.clone()));
                let losers = asking.iter().map(|(_, index)| *index).filter(|index| Some(*index) != winner);
                for loser in losers {
                    lost.entry(name.clone()).or_default().push(loser);
                }
            }
        }
        self.settle_by_digits(claims, members, won);
    }

    /// Sorted by identity, because in theory even digits can meet.
    fn settle_by_digits(&mut self, claims: &[Claim], members: &[usize], won: &mut [Option<Won>]) {
        let mut rest: Vec<usize> = members.iter().copied().filter(|index| won[*index].is_none()).collect();
        rest.sort_by_key(|index| (&claims[*index].identity, &claims[*index].who));
        for index in rest {
            let claim = &claims[index];
            let free = claim.last_resorts().find(|(name, _)| !self.taken.contains_key(name));
            if let Some((name, ending)) = free {
                self.taken.insert(name.clone(), Some(claim.who.clone()));
                won[index] = Some(Won { name, ending });
            }
        }
    }

    fn sentence(&self, name: &Name, losers: &[usize], claims: &[Claim], won: &[Won]) -> String {
        let mut outcomes: Vec<String> =
            losers.iter().map(|loser| format!("{} is \"{}\"", claims[*loser].who, won[*loser].name)).collect();
        outcomes.sort();
        let outcomes = outcomes.join(", ");
        match self.taken.get(name) {
            Some(Some(holder)) => format!("In {}, \"{name}\" is {holder}: {outcomes}.", self.title),
            _ => format!("In {}, none has the better claim to \"{name}\": {outcomes}.", self.title),
        }
    }
}

/// The claim with the lowest rank, if it has that rank alone.
fn sole_lowest(asking: &[(u32, usize)]) -> Option<usize> {
    let (lowest, winner) = asking.iter().min()?;
    let is_sole = asking.iter().filter(|(rank, _)| rank == lowest).count() == 1;
    is_sole.then_some(*winner)
}

/// Every claim is settled by its digits at last, so this is the name of none; it keeps the function total.
fn unnamed(claim: &Claim) -> Won {
    Won { name: Name::coerce(&claim.identity), ending: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(who: &str, class: u32, wants: &[(&str, u32)]) -> Claim {
        Claim::new(who.into(), who.into(), class, wants.iter().map(|(name, rank)| ((*name).to_owned(), *rank)))
    }

    fn names(claims: &[Claim]) -> (Vec<String>, Vec<String>) {
        let mut namespace = Namespace::new("type T");
        namespace.reserve("id", "the global id");
        let mut clashes = Vec::new();
        let won = namespace.resolve(claims, &mut clashes);
        (won.into_iter().map(|won| won.name.to_string()).collect(), clashes)
    }

    #[test]
    fn the_better_claim_gets_the_name() {
        type Case<'a> = (&'a [(&'a str, u32, &'a [(&'a str, u32)])], &'a [&'a str]);
        let cases: &[Case] = &[
            (&[("a", 0, &[("x", 0)]), ("b", 0, &[("y", 0)])], &["x", "y"]),
            (&[("a", 0, &[("x", 1), ("xa", 0)]), ("b", 0, &[("x", 0), ("xb", 0)])], &["xa", "x"]),
            (&[("a", 1, &[("x", 0), ("xa", 0)]), ("b", 0, &[("x", 9)])], &["xa", "x"]),
            (&[("a", 0, &[("x", 0), ("xa", 0)]), ("b", 0, &[("x", 0), ("xb", 0)])], &["xa", "xb"]),
            (&[("a", 0, &[("id", 0), ("i", 0)])], &["i"]),
            // A first want beats a second one, whatever the ranks.
            (&[("a", 0, &[("id", 0), ("x", 0)]), ("b", 0, &[("x", 5)])], &["id_ca9781", "x"]),
            // Nobody inherits a name that was in dispute.
            (
                &[("a", 0, &[("x", 0), ("p", 0)]), ("b", 0, &[("x", 0), ("q", 0)]), ("c", 1, &[("x", 0), ("r", 0)])],
                &["p", "q", "r"],
            ),
            (&[("a", 0, &[("x", 0)]), ("b", 0, &[("x", 0)])], &["x_ca9781", "x_3e23e8"]),
            (
                &[("a", 0, &[("x", 0)]), ("b", 0, &[("x", 1)]), ("c", 0, &[("x_3e23e8", 0)])],
                &["x", "x_3e23e81", "x_3e23e8"],
            ),
        ];
        for (claims, expected) in cases {
            let claims: Vec<Claim> = claims.iter().map(|(who, class, wants)| claim(who, *class, wants)).collect();
            assert_eq!(names(&claims).0, *expected);
            let reversed: Vec<Claim> = claims.iter().rev().cloned().collect();
            assert!(names(&reversed).0.iter().rev().eq(expected.iter()), "{expected:?}");
        }
    }

    #[test]
    fn every_clash_is_a_sentence() {
        let claims = [
            claim("column a", 0, &[("x", 0)]),
            claim("column b", 1, &[("x", 0), ("b", 0)]),
            claim("column c", 1, &[("id", 0), ("c", 0)]),
            claim("column d", 1, &[("y", 0), ("d", 0)]),
            claim("column e", 1, &[("y", 0), ("e", 0)]),
        ];
        let expected = [
            "In type T, \"id\" is the global id: column c is \"c\".",
            "In type T, \"x\" is column a: column b is \"b\".",
            "In type T, none has the better claim to \"y\": column d is \"d\", column e is \"e\".",
        ];
        assert_eq!(names(&claims).1, expected);
    }
}
