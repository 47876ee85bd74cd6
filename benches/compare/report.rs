//! Tables for people, and the same as JSON.

use crate::{load::Figures, shapes::Shape};
use serde_json::{Value, json};

/// The sides, in the order of a shape's targets after relata itself.
pub(crate) const SIDES: [&str; 4] = ["relata", "JSON by hand", "rows", "PostGraphile"];

/// The figures of a shape under one load: of each side that was measured, those of all rounds.
pub(crate) struct Table<'a> {
    pub(crate) shape: &'a Shape,
    pub(crate) connections: u32,
    pub(crate) sides: Vec<(usize, Vec<Figures>)>,
}

impl Table<'_> {
    /// What relata's rate is by a side's: the median of the rounds, as both ran one after the other in each.
    fn ratio(&self, side: usize) -> Option<f64> {
        let rounds = |wanted: usize| self.sides.iter().find(|(side, _)| *side == wanted).map(|(_, rounds)| rounds);
        let (own, other) = (rounds(0)?, rounds(side)?);
        median(own.iter().zip(other).map(|(own, other)| own.rate / other.rate))
    }

    /// A target of this load: they are meant for eight connections.
    fn target(&self, side: usize) -> Option<f64> {
        self.shape.targets[side - 1].filter(|_| self.connections == 8)
    }

    /// How many of its targets are not met.
    pub(crate) fn missed(&self) -> usize {
        let sides = self.sides.iter().map(|(side, _)| *side).filter(|side| *side > 0);
        let below =
            |side: &usize| self.target(*side).zip(self.ratio(*side)).is_some_and(|(target, ratio)| ratio < target);
        sides.filter(below).count() + usize::from(self.server_verdict(self.server()).contains("MISSES"))
    }

    /// The processor time of relata itself.
    fn server(&self) -> f64 {
        let own = self.sides.iter().find(|(side, _)| *side == 0).into_iter().flat_map(|(_, rounds)| rounds);
        median(own.map(|it| it.server)).unwrap_or_default()
    }

    /// Whether the server's processor time stays below its target.
    fn server_verdict(&self, server: f64) -> String {
        match self.shape.server.filter(|_| self.connections == 8) {
            Some(target) if server < target => format!("{:8}  server meets < {target} µs", ""),
            Some(target) => format!("{:8}  server MISSES < {target} µs", ""),
            None => String::new(),
        }
    }

    /// Writes it.
    pub(crate) fn print(&self) {
        println!("\n{}  {}, {} connection(s)", self.shape.name, self.shape.what, self.connections);
        println!(
            "  {:<13} {:>10} {:>9} {:>9} {:>10} {:>10} {:>10} {:>9}  {:>8}",
            "", "requests/s", "p50 µs", "p99 µs", "server µs", "database", "generator", "MB", "relata ÷"
        );
        for (side, rounds) in &self.sides {
            let of = |field: fn(&Figures) -> f64| median(rounds.iter().map(field)).unwrap_or_default();
            let verdict = match (*side, self.ratio(*side)) {
                (0, _) => self.server_verdict(self.server()),
                (_, None) => String::new(),
                (side, Some(ratio)) => match self.target(side) {
                    Some(target) if ratio >= target => format!("{ratio:8.2}  meets {target}"),
                    Some(target) => format!("{ratio:8.2}  MISSES {target}"),
                    None => format!("{ratio:8.2}"),
                },
            };
            let row = format!(
                "  {:<13} {:>10.0} {:>9.0} {:>9.0} {:>10.1} {:>10.1} {:>10.1} {:>9.1}  {verdict}",
                SIDES[*side],
                of(|it| it.rate),
                of(|it| it.p50),
                of(|it| it.p99),
                of(|it| it.server),
                of(|it| it.database),
                of(|it| it.generator),
                of(|it| it.resident),
            );
            println!("{}", row.trim_end());
        }
    }

    /// The same, with every round.
    pub(crate) fn json(&self) -> Value {
        let round = |it: &Figures| {
            json!({
                "requestsPerSecond": it.rate, "p50": it.p50, "p99": it.p99, "serverCpu": it.server,
                "databaseCpu": it.database, "generatorCpu": it.generator, "residentMb": it.resident,
            })
        };
        let sides = self.sides.iter().map(|(side, rounds)| {
            json!({
                "side": SIDES[*side], "rounds": rounds.iter().map(round).collect::<Vec<_>>(),
                "ratio": (*side > 0).then(|| self.ratio(*side)).flatten(),
                "target": (*side > 0).then(|| self.target(*side)).flatten(),
            })
        });
        let sides: Vec<_> = sides.collect();
        json!({ "shape": self.shape.name.to_string(), "connections": self.connections, "sides": sides })
    }
}

/// The middle one.
pub(crate) fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len().checked_sub(1)? / 2;
    Some(if values.len() % 2 == 0 { f64::midpoint(values[middle], values[middle + 1]) } else { values[middle] })
}
