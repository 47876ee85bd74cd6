use super::*;
use crate::{
    catalog::{Column, Database, Key, TypeId},
    plan::{Expression, LevelId, Parent},
};

const ID: ColumnId = ColumnId(0);
const OWNER: ColumnId = ColumnId(1);
const TITLE: ColumnId = ColumnId(2);
const BASE: Mention = Mention(0);
const OTHER: Mention = Mention(1);

/// One table with the primary key `id`, mentioned twice.
fn catalog() -> Catalog {
    let column = |name: &str| Column {
        name: name.to_owned(),
        type_id: TypeId(0),
        dimensions: 0,
        not_null: name != "title",
        default: None,
        identity: false,
        generated: false,
        loosely_equal: false,
        comment: None,
        statistics: None,
    };
    let table = Table {
        schema: "public".to_owned(),
        name: "album".to_owned(),
        kind: TableKind::Table,
        comment: None,
        columns: ["id", "owner_id", "title"].map(column).into(),
        primary_key: Some(Key { name: "album_pkey".to_owned(), columns: vec![ID], comment: None }),
        unique_keys: Vec::new(),
        indexes: Vec::new(),
        has_children: false,
        row_security: false,
        estimated_rows: None,
    };
    let database = Database {
        name: "d".to_owned(),
        server_version: 150_000,
        role: "r".to_owned(),
        search_path: None,
        random_page_cost_is_default: true,
    };
    Catalog { database, schemas: vec![], tables: vec![table], types: vec![], foreign_keys: vec![], notes: vec![] }
}

fn term(mention: Mention, column: ColumnId, descending: bool, nulls_first: bool) -> Term {
    let expression = Expression::column(mention, column);
    Term { expression, descending, nulls_first, nullable: column == TITLE }
}

fn side(parent_indexed: Option<bool>, order: &[Term], order_indexed: bool) -> Side {
    let parent = parent_indexed.map(|indexed| Parent {
        level: LevelId(0),
        key: Vec::new(),
        columns: vec![(BASE, OWNER)],
        distinct: false,
        indexed,
    });
    let (source, joins) = (Source::Table, Vec::new());
    Side { base: BASE, source, parent, joins, filter: None, order: order.to_vec(), order_indexed }
}

/// A column, whether it is descending, and whether NULLs stand first.
type Found = (usize, bool, bool);

fn found(side: &Side, is_ordered: bool) -> Option<(Need, Vec<Found>)> {
    let query = Query { mentions: vec![TableId(0), TableId(0)], ..Query::default() };
    let (need, _, columns) = missing_of(&catalog(), &query, side, is_ordered)?;
    let columns = columns.iter().map(|column| (column.column.0, column.descending, column.nulls_first));
    Some((need, columns.collect()))
}

#[test]
fn a_relation_needs_its_key_and_then_the_order() {
    let by_id = [term(BASE, ID, false, false)];
    let whole = vec![(1, false, false), (0, false, false)];
    assert_eq!(found(&side(Some(false), &by_id, false), true), Some((Need::Relation(1), whole.clone())));
    // The last page is read from the other end of the same index.
    let backwards = [term(BASE, ID, true, true)];
    assert_eq!(found(&side(Some(false), &backwards, false), true), Some((Need::Relation(1), whole)));
    // What is only counted needs no order.
    assert_eq!(found(&side(Some(false), &by_id, false), false), Some((Need::Relation(1), vec![(1, false, false)])));
    assert_eq!(found(&side(Some(true), &by_id, false), true), None);
}

#[test]
fn an_order_needs_its_columns_with_their_directions() {
    let by_title =
        |descending, nulls_first| [term(BASE, TITLE, descending, nulls_first), term(BASE, ID, descending, descending)];
    for (descending, nulls_first, title) in [
        (false, false, (2, false, false)),
        (true, true, (2, false, false)),
        (true, false, (2, false, true)),
        (false, true, (2, false, true)),
    ] {
        let expected = Some((Need::Order, vec![title, (0, false, false)]));
        assert_eq!(found(&side(None, &by_title(descending, nulls_first), false), true), expected);
    }
    let mixed = [term(BASE, TITLE, false, false), term(BASE, ID, true, true)];
    let expected = vec![(1, false, false), (2, false, false), (0, true, true)];
    assert_eq!(found(&side(Some(true), &mixed, false), true), Some((Need::Order, expected)));
    assert_eq!(found(&side(None, &mixed, true), true), None);
    assert_eq!(found(&side(None, &mixed, false), false), None);
}

#[test]
fn no_index_gives_the_order_of_another_table() {
    let order = [term(OTHER, TITLE, false, false), term(BASE, ID, false, false)];
    assert_eq!(found(&side(None, &order, false), true), Some((Need::OrderElsewhere, Vec::new())));
    // But one that ends where the other table begins still finds the rows.
    let expected = Some((Need::Relation(1), vec![(1, false, false)]));
    assert_eq!(found(&side(Some(false), &order, false), true), expected);
}

#[test]
fn what_one_index_answers_is_there_once() {
    let missing = |path: &str, columns: &[usize]| MissingIndex {
        paths: vec![path.to_owned()],
        need: Need::Relation(1),
        table: TableId(0),
        columns: columns
            .iter()
            .map(|column| IndexColumn { column: ColumnId(*column), descending: false, nulls_first: false })
            .collect(),
    };
    let found = merged(vec![missing("a", &[1]), missing("b", &[2]), missing("a", &[1, 0]), missing("c", &[1])]);
    let expected = MissingIndex { paths: vec!["a".to_owned(), "c".to_owned()], ..missing("", &[1, 0]) };
    assert_eq!(found, [expected, missing("b", &[2])]);
}
