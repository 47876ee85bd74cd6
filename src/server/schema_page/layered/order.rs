//! The order of nodes inside their columns.

use super::{Proper, Segment};

/// After so many sweeps to and fro nothing changes any more, or it goes in circles.
const SWEEPS: usize = 16;

/// Orders each column by where its neighbours stand, to and fro, and keeps the order with the fewest crossings.
pub(super) fn reduce_crossings(proper: &mut Proper) {
    let mut best = proper.columns.clone();
    let mut fewest = crossings(proper);
    for sweep in 0..SWEEPS {
        if fewest == 0 {
            break;
        }
        let forwards = sweep % 2 == 0;
        let count = proper.columns.len();
        for step in 1..count {
            let column = if forwards { step } else { count - 1 - step };
            sort_by_neighbours(proper, column, forwards);
        }
        swap_neighbours(proper);
        let now = crossings(proper);
        if now < fewest {
            fewest = now;
            best.clone_from(&proper.columns);
        }
    }
    proper.columns = best;
}

/// How many pairs of lines cross.
pub(super) fn crossings(proper: &Proper) -> usize {
    let places = places(proper);
    let pairs = |column: &Vec<usize>| {
        let here: Vec<&Segment> = proper.segments.iter().filter(|segment| column.contains(&segment.left)).collect();
        crossing_pairs(&here, &places)
    };
    proper.columns.iter().map(pairs).sum()
}

fn crossing_pairs(segments: &[&Segment], places: &[usize]) -> usize {
    let ends: Vec<_> = segments
        .iter()
        .map(|segment| {
            // Lines of one node begin at its rows, which have an order as well.
            let port = |node: usize, y: f64| (places[node], y);
            (port(segment.left, segment.left_y), port(segment.right, segment.right_y))
        })
        .collect();
    let crosses = |one: &((usize, f64), (usize, f64)), other: &((usize, f64), (usize, f64))| {
        (one.0 < other.0 && one.1 > other.1) || (one.0 > other.0 && one.1 < other.1)
    };
    let of = |at: usize| ends[at + 1..].iter().filter(|other| crosses(&ends[at], other)).count();
    (0..ends.len()).map(of).sum()
}

/// The place of each node in its column.
fn places(proper: &Proper) -> Vec<usize> {
    let mut places = vec![0; proper.nodes.len()];
    for column in &proper.columns {
        column.iter().enumerate().for_each(|(place, node)| places[*node] = place);
    }
    places
}

/// Orders a column by the mean place of what its nodes are joined to on one side. Nodes without a neighbour there stay
/// where they are among the others.
fn sort_by_neighbours(proper: &mut Proper, column: usize, by_left: bool) {
    let places = places(proper);
    let mean = |node: usize| {
        let neighbours = proper.segments.iter().filter_map(|segment| match by_left {
            true if segment.right == node => Some(places[segment.left]),
            false if segment.left == node => Some(places[segment.right]),
            _ => None,
        });
        let (sum, count) = neighbours.fold((0, 0), |(sum, count), place| (sum + place, count + 1));
        if count == 0 { places[node] as f64 } else { sum as f64 / f64::from(count) }
    };
    let mut keyed: Vec<(f64, usize)> = proper.columns[column].iter().map(|node| (mean(*node), *node)).collect();
    keyed.sort_by(|one, other| one.0.total_cmp(&other.0));
    proper.columns[column] = keyed.into_iter().map(|(_, node)| node).collect();
}

/// Swaps nodes that stand one above the other, where that leaves fewer crossings.
fn swap_neighbours(proper: &mut Proper) {
    let mut places = places(proper);
    for column in 0..proper.columns.len() {
        for lower in 1..proper.columns[column].len() {
            let [one, other] = [proper.columns[column][lower - 1], proper.columns[column][lower]];
            let (now, swapped) = crossings_of(proper, &places, one, other);
            if swapped < now {
                proper.columns[column].swap(lower - 1, lower);
                places.swap(one, other);
            }
        }
    }
}

/// How many lines of two neighbours cross: as they stand, and if they stood the other way round.
fn crossings_of(proper: &Proper, places: &[usize], upper: usize, lower: usize) -> (usize, usize) {
    let ends = |node: usize, on_left: bool| {
        let end = move |segment: &Segment| match on_left {
            true if segment.right == node => Some((places[segment.left], segment.left_y)),
            false if segment.left == node => Some((places[segment.right], segment.right_y)),
            _ => None,
        };
        proper.segments.iter().filter_map(end).collect::<Vec<_>>()
    };
    let (mut now, mut swapped) = (0, 0);
    for on_left in [true, false] {
        let below = ends(lower, on_left);
        for end in ends(upper, on_left) {
            now += below.iter().filter(|other| end > **other).count();
            swapped += below.iter().filter(|other| end < **other).count();
        }
    }
    (now, swapped)
}
