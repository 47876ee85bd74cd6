use super::*;
use proptest::prelude::*;

const BOX: Node = Node { width: 100.0, height: 40.0 };

fn edge(from: usize, to: usize) -> Edge {
    Edge { from, to, from_y: 20.0, to_y: 20.0 }
}

fn overlap(one: Point, other: Point) -> bool {
    (one.x - other.x).abs() < BOX.width && (one.y - other.y).abs() < BOX.height
}

#[test]
fn a_chain_is_a_straight_line() {
    let layout = layout(&[BOX; 3], &[edge(0, 1), edge(1, 2)]);
    let expected = [(0.0, 0.0), (156.0, 0.0), (312.0, 0.0)].map(|(x, y)| Point { x, y });
    assert_eq!(layout.corners, expected);
    assert_eq!((layout.width, layout.height), (412.0, 40.0));
    assert_eq!(layout.routes[1].points, [Point { x: 256.0, y: 20.0 }, Point { x: 312.0, y: 20.0 }]);
}

#[test]
fn children_stand_around_their_parent() {
    let layout = layout(&[BOX; 4], &[edge(0, 1), edge(0, 2), edge(0, 3)]);
    let children: Vec<f64> = layout.corners[1..].iter().map(|corner| corner.y).collect();
    assert_eq!(children, [0.0, 58.0, 116.0]);
    assert_eq!(layout.corners[0].y, 58.0);
}

#[test]
fn lines_that_need_not_cross_do_not() {
    let proper = |edges: &[Edge]| {
        let mut proper = Proper::new(&[BOX; 6], edges);
        order::reduce_crossings(&mut proper);
        order::crossings(&proper)
    };
    // Written down crosswise: 0, 1, 2 to 5, 4, 3.
    assert_eq!(proper(&[edge(0, 5), edge(1, 4), edge(2, 3), edge(0, 4)]), 0);
    // Each of three to each of three: the fewest is nine.
    let all: Vec<Edge> = (0..9).map(|at| edge(at / 3, 3 + at % 3)).collect();
    assert_eq!(proper(&all), 9);
}

#[test]
fn one_edge_of_a_cycle_leads_back() {
    let layout = layout(&[BOX; 3], &[edge(0, 1), edge(1, 2), edge(2, 0)]);
    assert_eq!(layout.routes.iter().filter(|route| route.backwards).count(), 1);
    for (route, (from, to)) in layout.routes.iter().zip([(0, 1), (1, 2), (2, 0)]) {
        let (first, last) = (route.points[0], route.points[route.points.len() - 1]);
        let side = |node: usize, right: bool| layout.corners[node].x + if right { BOX.width } else { 0.0 };
        assert_eq!((first.x, last.x), (side(from, !route.backwards), side(to, route.backwards)));
    }
}

#[test]
fn nothing_is_placed_without_nodes() {
    assert_eq!(layout(&[], &[]), Layout { width: 0.0, height: 0.0, corners: Vec::new(), routes: Vec::new() });
}

proptest! {
    /// Whatever the graph: no two nodes overlap, all is inside the picture, and a second time gives the same.
    #[test]
    fn nodes_do_not_overlap(count in 1_usize..14, pairs in prop::collection::vec((0_usize..14, 0_usize..14), 0..40)) {
        let edges: Vec<Edge> = pairs.into_iter().map(|(from, to)| edge(from % count, to % count)).collect();
        let edges: Vec<Edge> = edges.into_iter().filter(|edge| edge.from != edge.to).collect();
        let nodes = vec![BOX; count];
        let found = layout(&nodes, &edges);
        for (at, corner) in found.corners.iter().enumerate() {
            prop_assert!(found.corners[..at].iter().all(|other| !overlap(*corner, *other)));
            prop_assert!(corner.x >= 0.0 && corner.x + BOX.width <= found.width);
            prop_assert!(corner.y >= 0.0 && corner.y + BOX.height <= found.height);
        }
        for route in &found.routes {
            prop_assert!(route.points.iter().all(|point| point.x >= 0.0 && point.y >= 0.0));
        }
        prop_assert_eq!(found, layout(&nodes, &edges));
    }
}
