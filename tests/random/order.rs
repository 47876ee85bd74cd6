//! Orders (API.md, "Order"): rows compared term by term.

use super::data::default_order;
use super::document::Input;
use super::world::{Entry, Site, World, beside_edge};
use relata::catalog::{ColumnId, TableId};
use relata::naming::RelationKind;
use std::cmp::Ordering;

/// How a connection's rows are ordered.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    terms: Vec<Term>,
}

#[derive(Debug, Clone, PartialEq)]
struct Term {
    /// Whether the column, or the way to it, begins at the join table's row.
    edge: bool,
    way: Vec<RelationKind>,
    table: TableId,
    column: ColumnId,
    descending: bool,
    nulls_first: bool,
}

/// The values that a row is ordered by.
type SortKey = Vec<Option<u32>>;

impl Order {
    /// `orderBy`, without variables; the key that ends every order goes in the direction of the last term.
    pub(crate) fn of(world: World<'_>, site: Site, given: Option<&Input>) -> Order {
        let table = world.table_of(site);
        let mut terms: Vec<Term> = Vec::new();
        let given = match given {
            None => &[][..],
            Some(Input::List(items)) => items.as_slice(),
            Some(Input::Value(serde_json::Value::Null)) => &[],
            Some(single) => std::slice::from_ref(single),
        };
        let mut last = false;
        for item in given {
            let term = Term::read(world, site, item);
            if !terms.iter().any(|other| other.same_column(&term)) {
                last = term.descending;
                terms.push(term);
            }
        }
        // Rows without a key are in no promised order; theirs goes on with all their columns, each ascending.
        last &= world.is_keyed(site);
        for column in default_order(world.schema, table) {
            let way = Vec::new();
            let term = Term { edge: false, way, table, column, descending: last, nulls_first: last };
            if !terms.iter().any(|other| other.same_column(&term)) {
                terms.push(term);
            }
        }
        let free: Vec<Term> = terms.iter().filter(|term| !term.is_fixed(world, site)).cloned().collect();
        Order { terms: if free.is_empty() { terms } else { free } }
    }

    /// Sorts rows that stand in their default order.
    pub(crate) fn sort(&self, world: World<'_>, entries: &mut Vec<Entry>) {
        let mut keyed: Vec<(SortKey, Entry)> = entries.iter().map(|entry| (self.key(world, *entry), *entry)).collect();
        keyed.sort_by(|(a, _), (b, _)| self.compare_keys(a, b));
        *entries = keyed.into_iter().map(|(_, entry)| entry).collect();
    }

    pub(crate) fn compare(&self, world: World<'_>, a: Entry, b: Entry) -> Ordering {
        self.compare_keys(&self.key(world, a), &self.key(world, b))
    }

    fn key(&self, world: World<'_>, entry: Entry) -> SortKey {
        self.terms.iter().map(|term| term.value(world, entry)).collect()
    }

    fn compare_keys(&self, a: &SortKey, b: &SortKey) -> Ordering {
        let pairs = self.terms.iter().zip(a.iter().zip(b));
        let orders = pairs.map(|(term, pair)| match pair {
            (None, None) => Ordering::Equal,
            (None, Some(_)) if term.nulls_first => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) if term.nulls_first => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some(a), Some(b)) if term.descending => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
        });
        orders.fold(Ordering::Equal, Ordering::then)
    }
}

impl Term {
    fn read(world: World<'_>, site: Site, item: &Input) -> Term {
        let mut term = Term {
            edge: false,
            way: Vec::new(),
            table: world.table_of(site),
            column: ColumnId(0),
            descending: false,
            nulls_first: false,
        };
        let (mut item, mut through) = (item, world.through(site));
        loop {
            let Input::Object(entries) = item else { panic!("{item:?} is no order") };
            let [(name, value)] = entries.as_slice() else { panic!("{item:?} orders by several") };
            let names = world.schema.naming.table(term.table);
            let Some(name) = beside_edge(name, through.take()) else {
                term.table = world.join_table(world.through(site).expect("there is a join table"));
                term.edge = true;
                item = value;
                continue;
            };
            if let (Input::Enum(direction), Some(column)) =
                (value, names.columns.iter().position(|column| column.as_str() == name))
            {
                term.column = ColumnId(column);
                term.descending = direction.starts_with("DESC");
                term.nulls_first = match direction.as_str() {
                    "ASC" | "ASC_NULLS_LAST" | "DESC_NULLS_LAST" => false,
                    "DESC" | "ASC_NULLS_FIRST" | "DESC_NULLS_FIRST" => true,
                    other => panic!("{other} is no direction"),
                };
                return term;
            }
            let relation = names.relations.iter().find(|relation| relation.field.as_str() == name);
            let relation = relation.unwrap_or_else(|| panic!("{name} is no relation of {}", names.type_name));
            term.table = world.target(&relation.kind);
            term.way.push(relation.kind.clone());
            item = value;
        }
    }

    fn same_column(&self, other: &Term) -> bool {
        (self.edge, &self.way, self.column) == (other.edge, &other.way, other.column)
    }

    /// Whether the column equals the parent's, so that it orders nothing, and cursors are the same below every parent.
    fn is_fixed(&self, world: World<'_>, site: Site) -> bool {
        let columns = match site {
            Site::Root(_) => return false,
            Site::Backward(key) if !self.edge => &world.schema.catalog.foreign_key(key).columns,
            Site::Through { near, .. } if self.edge => &world.schema.catalog.foreign_key(near).columns,
            Site::Backward(_) | Site::Through { .. } => return false,
        };
        self.way.is_empty() && columns.contains(&self.column)
    }

    fn value(&self, world: World<'_>, entry: Entry) -> Option<u32> {
        let mut row = if self.edge { entry.edge? } else { entry.row };
        for step in &self.way {
            row = world.follow(step, row)?;
        }
        world.data.table(self.table).column(self.column).ranks[row as usize]
    }
}
