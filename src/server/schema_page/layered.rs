//! Places the nodes of a small directed graph in columns, such that edges lead from left to right and few of them cross
//! (the method of Sugiyama, Tagawa and Toda). Equal input gives equal output.
//!
//! It is meant for graphs of some dozens of nodes: [`clusters`](super::clusters) cuts larger ones before.

mod order;
mod place;

/// A rectangle to place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Node {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A line between two different nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Where it begins, below the top of its node.
    pub(super) from_y: f64,
    /// Where it ends, below the top of its node.
    pub(super) to_y: f64,
}

/// A point, from the left and from the top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// The way of an edge.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Route {
    /// From its first node to its last one. Between a point and the next but one, it crosses a column of nodes straight.
    pub(super) points: Vec<Point>,
    /// Whether it leads from right to left, because the graph has a cycle.
    pub(super) backwards: bool,
}

/// Where everything is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The upper left corner of each node.
    pub(super) corners: Vec<Point>,
    /// The way of each edge.
    pub(super) routes: Vec<Route>,
}

/// Between columns.
const GAP_X: f64 = 56.0;
/// Between nodes of a column.
const GAP_Y: f64 = 18.0;
/// What a line that passes through a column needs there.
const LANE: Node = Node { width: 0.0, height: 2.0 };

/// A graph whose edges all lead to the next column: long ones pass through lanes.
struct Proper {
    /// The nodes of the graph, then lanes.
    nodes: Vec<Node>,
    /// The nodes of each column, from top to bottom.
    columns: Vec<Vec<usize>>,
    segments: Vec<Segment>,
    /// For each edge what it passes, from left to right, and whether that is from its end to its start.
    chains: Vec<(Vec<usize>, bool)>,
}

/// An edge from a column to the next.
#[derive(Debug, Clone, Copy)]
struct Segment {
    left: usize,
    right: usize,
    left_y: f64,
    right_y: f64,
}

/// Places nodes and edges.
pub(super) fn layout(nodes: &[Node], edges: &[Edge]) -> Layout {
    let mut proper = Proper::new(nodes, edges);
    order::reduce_crossings(&mut proper);
    let tops = place::tops(&proper);
    draw(&proper, &tops, nodes.len(), edges)
}

impl Proper {
    fn new(nodes: &[Node], edges: &[Edge]) -> Self {
        let sequence = sequence(nodes.len(), edges);
        let mut position = vec![0; nodes.len()];
        sequence.iter().enumerate().for_each(|(at, node)| position[*node] = at);
        let column = columns(&sequence, &position, edges);
        let mut proper = Self {
            nodes: nodes.to_vec(),
            columns: vec![Vec::new(); column.iter().max().map_or(0, |last| last + 1)],
            segments: Vec::new(),
            chains: Vec::with_capacity(edges.len()),
        };
        sequence.iter().for_each(|node| proper.columns[column[*node]].push(*node));
        for edge in edges {
            let backwards = position[edge.from] > position[edge.to];
            proper.add_chain(edge, backwards, &column);
        }
        proper
    }

    fn add_chain(&mut self, edge: &Edge, backwards: bool, column: &[usize]) {
        let ends = [(edge.from, edge.from_y), (edge.to, edge.to_y)];
        let [(left, left_y), (right, right_y)] = if backwards { [ends[1], ends[0]] } else { ends };
        let mut chain = vec![left];
        let mut last = (left, left_y);
        for passed in column[left] + 1..column[right] {
            let lane = self.nodes.len();
            self.nodes.push(LANE);
            self.columns[passed].push(lane);
            let middle = LANE.height / 2.0;
            self.segments.push(Segment { left: last.0, right: lane, left_y: last.1, right_y: middle });
            chain.push(lane);
            last = (lane, middle);
        }
        self.segments.push(Segment { left: last.0, right, left_y: last.1, right_y });
        chain.push(right);
        self.chains.push((chain, backwards));
    }
}

/// The nodes in a sequence in which few edges lead back (Eades, Lin, Smyth): sources first, sinks last, and where there is
/// a cycle, whoever has the most edges out.
fn sequence(count: usize, edges: &[Edge]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..count).collect();
    let (mut first, mut last) = (Vec::with_capacity(count), Vec::new());
    while !left.is_empty() {
        let inside = |node: usize| left.contains(&node);
        let out = |node: usize| edges.iter().filter(|edge| edge.from == node && inside(edge.to)).count();
        let into = |node: usize| edges.iter().filter(|edge| edge.to == node && inside(edge.from)).count();
        let source = left.iter().position(|node| into(*node) == 0);
        let sink = || left.iter().rposition(|node| out(*node) == 0);
        let best = || {
            let surplus = |at: &usize| (out(left[*at]) + count).saturating_sub(into(left[*at]));
            (0..left.len()).rev().max_by_key(surplus)
        };
        match source {
            Some(at) => first.push(left.remove(at)),
            None => match sink() {
                Some(at) => last.push(left.remove(at)),
                None => first.extend(best().map(|at| left.remove(at))),
            },
        }
    }
    first.extend(last.into_iter().rev());
    first
}

/// The column of each node: behind all that lead to it. Those to which nothing leads stand right before what they lead to.
fn columns(sequence: &[usize], position: &[usize], edges: &[Edge]) -> Vec<usize> {
    let forwards = |edge: &Edge| match position[edge.from] > position[edge.to] {
        true => (edge.to, edge.from),
        false => (edge.from, edge.to),
    };
    let pairs: Vec<(usize, usize)> = edges.iter().map(forwards).collect();
    let mut column = vec![0_usize; sequence.len()];
    for node in sequence {
        let before = pairs.iter().filter(|(_, to)| to == node).map(|(from, _)| column[*from] + 1);
        column[*node] = before.max().unwrap_or(0);
    }
    for node in sequence {
        if !pairs.iter().any(|(_, to)| to == node) {
            let next = pairs.iter().filter(|(from, _)| from == node).map(|(_, to)| column[*to]).min();
            column[*node] = next.map_or(0, |next| next.saturating_sub(1));
        }
    }
    column
}

fn draw(proper: &Proper, tops: &[f64], count: usize, edges: &[Edge]) -> Layout {
    let widths = proper.columns.iter().map(|nodes| nodes.iter().map(|node| proper.nodes[*node].width));
    let widths: Vec<f64> = widths.map(|widths| widths.fold(0.0, f64::max)).collect();
    let mut left = vec![0.0; proper.nodes.len()];
    let mut right = vec![0.0; proper.nodes.len()];
    let mut x = 0.0;
    for (nodes, width) in proper.columns.iter().zip(&widths) {
        for node in nodes {
            left[*node] = x;
            // A line passes the whole column.
            right[*node] = x + if *node < count { proper.nodes[*node].width } else { *width };
        }
        x += width + GAP_X;
    }
    let route = |(edge, (chain, backwards)): (&Edge, &(Vec<usize>, bool))| {
        let (from_y, to_y) = if *backwards { (edge.to_y, edge.from_y) } else { (edge.from_y, edge.to_y) };
        let mut points = Vec::with_capacity(chain.len() * 2);
        for (at, node) in chain.iter().enumerate() {
            let y = match at {
                0 => from_y,
                at if at + 1 == chain.len() => to_y,
                _ => LANE.height / 2.0,
            };
            let y = tops[*node] + y;
            if at > 0 {
                points.push(Point { x: left[*node], y });
            }
            if at + 1 < chain.len() {
                points.push(Point { x: right[*node], y });
            }
        }
        if *backwards {
            points.reverse();
        }
        Route { points, backwards: *backwards }
    };
    let bottoms = proper.nodes.iter().zip(tops).map(|(node, top)| top + node.height);
    Layout {
        width: (x - GAP_X).max(0.0),
        height: bottoms.fold(0.0, f64::max),
        corners: (0..count).map(|node| Point { x: left[node], y: tops[node] }).collect(),
        routes: edges.iter().zip(&proper.chains).map(route).collect(),
    }
}

#[cfg(test)]
mod tests;
