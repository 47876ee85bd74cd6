//! How far down each node stands.

use super::{GAP_Y, Proper};

/// After so many rounds nothing moves by a visible distance.
const ROUNDS: usize = 24;

/// The top of each node: as near to its neighbours as the others in its column allow, the uppermost one at 0.
pub(super) fn tops(proper: &Proper) -> Vec<f64> {
    let mut tops = vec![0.0; proper.nodes.len()];
    for column in &proper.columns {
        let mut y = 0.0;
        for node in column {
            tops[*node] = y;
            y += proper.nodes[*node].height + GAP_Y;
        }
    }
    let count = proper.columns.len();
    for round in 0..ROUNDS {
        for step in 0..count {
            let column = if round % 2 == 0 { step } else { count - 1 - step };
            settle(proper, &proper.columns[column], &mut tops);
        }
    }
    let first = tops.iter().copied().fold(f64::INFINITY, f64::min);
    tops.iter_mut().for_each(|top| *top = (*top - first).round());
    tops
}

/// Moves the nodes of a column to where their lines are straight on average, without changing their order.
fn settle(proper: &Proper, column: &[usize], tops: &mut [f64]) {
    let mut offset = 0.0;
    let mut offsets = Vec::with_capacity(column.len());
    let mut wanted = Vec::with_capacity(column.len());
    for node in column {
        offsets.push(offset);
        wanted.push(wish(proper, *node, tops) - offset);
        offset += proper.nodes[*node].height + GAP_Y;
    }
    for ((node, place), offset) in column.iter().zip(ascending(&wanted)).zip(offsets) {
        tops[*node] = place + offset;
    }
}

/// Where a node would stand if it were alone: its top.
fn wish(proper: &Proper, node: usize, tops: &[f64]) -> f64 {
    let wishes = proper.segments.iter().filter_map(|segment| match node {
        node if node == segment.left => Some(tops[segment.right] + segment.right_y - segment.left_y),
        node if node == segment.right => Some(tops[segment.left] + segment.left_y - segment.right_y),
        _ => None,
    });
    let (sum, count) = wishes.fold((0.0, 0), |(sum, count), wish| (sum + wish, count + 1));
    if count == 0 { tops[node] } else { sum / f64::from(count) }
}

/// The values that never fall and are nearest to `wanted` by the sum of squares: neighbours that would fall share their
/// mean (the pool-adjacent-violators algorithm).
fn ascending(wanted: &[f64]) -> Vec<f64> {
    let mut pools: Vec<(f64, usize)> = Vec::with_capacity(wanted.len());
    for value in wanted {
        let mut pool = (*value, 1);
        while let Some((sum, count)) = pools.last().copied() {
            if sum / count as f64 <= pool.0 / pool.1 as f64 {
                break;
            }
            pools.pop();
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    pools.into_iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / count as f64, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_that_would_fall_share_their_mean() {
        assert_eq!(ascending(&[1.0, 2.0, 3.0]), [1.0, 2.0, 3.0]);
        assert_eq!(ascending(&[3.0, 1.0, 5.0]), [2.0, 2.0, 5.0]);
        assert_eq!(ascending(&[4.0, 3.0, 2.0, 9.0]), [3.0, 3.0, 3.0, 9.0]);
        assert!(ascending(&[]).is_empty());
    }
}
