//! Cuts a graph of tables into parts that can be looked at: no part is large, and what everything refers to is in none of
//! the ways.

/// Who has more referrers than this is a hub: lines to it would cross all others, so they are not drawn.
const HUB: usize = 12;
/// Most members of a cluster.
pub(super) const LARGEST: usize = 18;

/// The parts of a graph. Each node is in exactly one of them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Clusters {
    /// Two nodes or more that hang together, the largest first.
    pub(super) groups: Vec<Vec<usize>>,
    /// Nodes that hang on a hub and on nothing else nearby: the hub, then they. The largest first.
    pub(super) satellites: Vec<(usize, Vec<usize>)>,
    /// Nodes without any of these.
    pub(super) alone: Vec<usize>,
}

/// Cuts the graph of `count` nodes. An edge leads from who refers to who is referred to; none is there twice, and none leads
/// from a node to itself.
pub(super) fn clusters(count: usize, edges: &[(usize, usize)]) -> Clusters {
    let mut referrers = vec![0; count];
    edges.iter().for_each(|(_, to)| referrers[*to] += 1);
    let is_hub = |node: usize| referrers[node] > HUB;
    let groups = groups(count, edges.iter().filter(|(_, to)| !is_hub(*to)).copied().collect());
    let (groups, single): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.len() > 1);
    let mut satellites: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut alone = Vec::new();
    for node in single.into_iter().flatten() {
        // The hub with the fewest referrers says most about a node.
        let hubs = edges.iter().filter(|(from, to)| *from == node && is_hub(*to)).map(|(_, to)| *to);
        match hubs.min_by_key(|hub| (referrers[*hub], *hub)) {
            None => alone.push(node),
            Some(hub) => match satellites.iter_mut().find(|(other, _)| *other == hub) {
                Some((_, nodes)) => nodes.push(node),
                None => satellites.push((hub, vec![node])),
            },
        }
    }
    satellites.sort_by_key(|(hub, nodes)| (std::cmp::Reverse(nodes.len()), *hub));
    Clusters { groups, satellites, alone }
}

/// Joins what hangs together, up to the size of a cluster. Edges at nodes that have few others come first, so that a table
/// stays with the only one that it belongs to.
fn groups(count: usize, mut edges: Vec<(usize, usize)>) -> Vec<Vec<usize>> {
    let mut degree = vec![0_usize; count];
    edges.iter().for_each(|(from, to)| {
        degree[*from] += 1;
        degree[*to] += 1;
    });
    edges.sort_by_key(|(from, to)| {
        let (one, other) = (degree[*from], degree[*to]);
        (one.min(other), one.max(other), *from, *to)
    });
    let mut group: Vec<usize> = (0..count).collect();
    let mut members: Vec<Vec<usize>> = (0..count).map(|node| vec![node]).collect();
    for (from, to) in edges {
        let (one, other) = (group[from].min(group[to]), group[from].max(group[to]));
        if one != other && members[one].len() + members[other].len() <= LARGEST {
            let moved = std::mem::take(&mut members[other]);
            moved.iter().for_each(|node| group[*node] = one);
            members[one].extend(moved);
        }
    }
    members.retain(|members| !members.is_empty());
    members.iter_mut().for_each(|members| members.sort_unstable());
    members.sort_by_key(|members| (std::cmp::Reverse(members.len()), members.first().copied()));
    members
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_hangs_together_is_a_group() {
        let found = clusters(6, &[(1, 0), (2, 1), (4, 3)]);
        assert_eq!(found.groups, [vec![0, 1, 2], vec![3, 4]]);
        assert_eq!(found.alone, [5]);
    }

    /// Everything refers to 0, and pairs refer to each other: the hub does not make one hairball of them.
    #[test]
    fn a_hub_joins_nothing() {
        let mut edges: Vec<(usize, usize)> = (1..41).map(|node| (node, 0)).collect();
        edges.extend((1..11).map(|node| (node, node + 10)));
        let found = clusters(41, &edges);
        assert_eq!(found.groups.len(), 10);
        assert!(found.groups.iter().all(|group| group.len() == 2));
        assert_eq!(found.satellites, [(0, (21..41).collect())]);
        assert_eq!(found.alone, [0]);
    }

    proptest! {
        /// Each node is in one part, and no part is too large to be looked at.
        #[test]
        fn parts_are_a_partition(count in 1_usize..80, pairs in prop::collection::btree_set((0_usize..80, 0_usize..80), 0..200)) {
            let edges: Vec<_> = pairs.into_iter().filter(|(from, to)| from != to && *from < count && *to < count).collect();
            let found = clusters(count, &edges);
            let satellites = found.satellites.iter().flat_map(|(_, nodes)| nodes);
            let mut all: Vec<usize> = found.groups.iter().flatten().chain(satellites).chain(&found.alone).copied().collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..count).collect::<Vec<_>>());
            prop_assert!(found.groups.iter().all(|group| (2..=LARGEST).contains(&group.len())));
        }
    }
}
