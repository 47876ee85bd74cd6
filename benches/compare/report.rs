//! Tables for people, and the same as JSON.

use crate::{load::Figures, shapes::Shape};
use serde_json::{Value, json};

/// Who is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// relata as it is started by default.
    Relata,
    /// relata where each request has an answer of its own: a load whose requests all differ.
    Each,
    /// One statement that builds JSON.
    Json,
    /// The same rows without JSON.
    Rows,
    /// PostGraphile 5.
    PostGraphile,
}

impl Side {
    /// All of them, in the order of their turns.
    pub(crate) const ALL: [Self; 5] = [Self::Relata, Self::Each, Self::Json, Self::Rows, Self::PostGraphile];

    fn name(self) -> &'static str {
        match self {
            Self::Relata => "relata",
            Self::Each => "relata, each",
            Self::Json => "JSON by hand",
            Self::Rows => "rows",
            Self::PostGraphile => "PostGraphile",
        }
    }

    /// Where its target stands among those of a shape.
    fn target(self) -> Option<usize> {
        match self {
            Self::Relata | Self::Each => None,
            Self::Json => Some(0),
            Self::Rows => Some(1),
            Self::PostGraphile => Some(2),
        }
    }
}

/// The figures of a shape under one load: of each side that was measured, those of all rounds.
pub(crate) struct Table<'a> {
    pub(crate) shape: &'a Shape,
    pub(crate) connections: u32,
    pub(crate) sides: Vec<(Side, Vec<Figures>)>,
}

impl Table<'_> {
    /// What the rate of `own` is by that of `other`: the median of the rounds, as both ran one after the other in each.
    fn ratio(&self, own: Side, other: Side) -> Option<f64> {
        let (own, other) = (self.rounds(own)?, self.rounds(other)?);
        median(own.iter().zip(other).map(|(own, other)| own.rate / other.rate))
    }

    fn rounds(&self, wanted: Side) -> Option<&[Figures]> {
        self.sides.iter().find(|(side, _)| *side == wanted).map(|(_, rounds)| rounds.as_slice())
    }

    /// A target of this load: they are meant for eight connections.
    fn target(&self, side: Side) -> Option<f64> {
        side.target().and_then(|position| self.shape.targets[position]).filter(|_| self.connections == 8)
    }

    /// How many targets `own` does not meet.
    pub(crate) fn missed(&self, own: Side) -> usize {
        let below =
            |side: &Side| self.target(*side).zip(self.ratio(own, *side)).is_some_and(|(target, it)| it < target);
        Side::ALL.iter().filter(|side| below(side)).count() + usize::from(self.server_verdict(own).contains("MISSES"))
    }

    /// Whether the server's processor time stays below its target.
    fn server_verdict(&self, own: Side) -> String {
        let server = median(self.rounds(own).into_iter().flatten().map(|it| it.server));
        match self.shape.server.filter(|_| self.connections == 8).zip(server) {
            Some((target, server)) if server < target => format!("server meets < {target} µs"),
            Some((target, _)) => format!("server MISSES < {target} µs"),
            None => String::new(),
        }
    }

    /// How both builds of relata stand to a side.
    fn verdict(&self, side: Side) -> String {
        let of = |own: Side| {
            let Some(ratio) = self.ratio(own, side) else { return String::new() };
            match self.target(side) {
                Some(target) if ratio >= target => format!("{ratio:6.2} meets  {target}"),
                Some(target) => format!("{ratio:6.2} MISSES {target}"),
                None => format!("{ratio:6.2}"),
            }
        };
        match side {
            Side::Relata | Side::Each => self.server_verdict(side),
            _ => format!("{:<20}{}", of(Side::Relata), of(Side::Each)),
        }
    }

    /// Writes it.
    pub(crate) fn print(&self) {
        println!("\n{}  {}, {} connection(s)", self.shape.name, self.shape.what, self.connections);
        println!(
            "  {:<13} {:>10} {:>9} {:>9} {:>10} {:>10} {:>10} {:>9}  {:<20}{:<20}",
            "", "requests/s", "p50 µs", "p99 µs", "server µs", "database", "generator", "MB", "relata ÷", "each ÷"
        );
        for (side, rounds) in &self.sides {
            let of = |field: fn(&Figures) -> f64| median(rounds.iter().map(field)).unwrap_or_default();
            let row = format!(
                "  {:<13} {:>10.0} {:>9.0} {:>9.0} {:>10.1} {:>10.1} {:>10.1} {:>9.1}  {}",
                side.name(),
                of(|it| it.rate),
                of(|it| it.p50),
                of(|it| it.p99),
                of(|it| it.server),
                of(|it| it.database),
                of(|it| it.generator),
                of(|it| it.resident),
                self.verdict(*side),
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
                "side": side.name(), "rounds": rounds.iter().map(round).collect::<Vec<_>>(),
                "ratio": self.ratio(Side::Relata, *side), "ratioOfEach": self.ratio(Side::Each, *side),
                "target": self.target(*side),
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
