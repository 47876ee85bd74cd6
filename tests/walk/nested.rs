//! Connections inside rows.

use super::World;
use super::api::Table;
use super::oracle::{Column, Wanted, quoted};
use super::pages::{Budget, SIZES, Site, Walked};
use super::rows::EVERYTHING;
use relata::catalog::{ColumnId, ForeignKeyId, TableId};
use relata::schema::Resolve;
use serde_json::{Map, Value, json};
use std::time::Duration;

/// How many parents of each connection are walked page by page.
const SAMPLE: usize = 4;
/// How many pages of each walk are asked for one by one.
const SINGLE: usize = 10;
/// For the connection of one row. There are many of them.
const BUDGET: Budget = Budget { total: Duration::from_secs(8), cheap: Duration::ZERO };

/// A connection inside the rows of `parent`.
struct Nested<'w> {
    world: &'w World,
    parent: &'w Table,
    child: &'w Table,
    field: String,
    /// The relations that lead from a parent `p` to its children `c`, by a join table `j` if there is one.
    from: String,
    /// The join table with its fields on the edge.
    join: Option<(&'w Table, Vec<(usize, String)>)>,
}

/// Checks all connections inside the rows of `parent`. Gives back how many there are, and how far the walks
/// came.
pub(crate) async fn check(world: &World, parent: &Table) -> (usize, Vec<(String, Walked)>) {
    let (mut found, mut walks) = (0, Vec::new());
    for field in world.api.fields(&parent.type_name) {
        let nested = match world.api.resolve(&parent.type_name, &field.name) {
            Resolve::BackwardMany(key) => Nested::backward(world, parent, &field.name, *key),
            Resolve::ManyToMany { near, far } => {
                Nested::many_to_many(world, parent, &field.name, &field.named, *near, *far)
            }
            _ => continue,
        };
        let parents = nested.all().await;
        nested.first_pages(&parents).await;
        walks.extend(nested.walk_sample(&parents).await);
        found += 1;
    }
    (found, walks)
}

impl<'w> Nested<'w> {
    fn backward(world: &'w World, parent: &'w Table, field: &str, key: ForeignKeyId) -> Nested<'w> {
        let child = world.table(world.catalog().foreign_key(key).table);
        let from = format!("{} p JOIN {} c ON {}", parent.sql.sql(), child.sql.sql(), world.joined(key, "c", "p"));
        Nested { world, parent, child, field: field.to_owned(), from, join: None }
    }

    fn many_to_many(
        world: &'w World,
        parent: &'w Table,
        field: &str,
        connection: &str,
        near: ForeignKeyId,
        far: ForeignKeyId,
    ) -> Nested<'w> {
        let (join, child): (TableId, TableId) =
            (world.catalog().foreign_key(far).table, world.catalog().foreign_key(far).target);
        let (join, child) = (world.table(join), world.table(child));
        let from = format!(
            "{} p JOIN {} j ON {} JOIN {} c ON {}",
            parent.sql.sql(),
            join.sql.sql(),
            world.joined(near, "j", "p"),
            child.sql.sql(),
            world.joined(far, "j", "c")
        );
        let edge = world.api.fields(connection).iter().find(|field| field.name == "edges").unwrap().named.clone();
        let columns = world.api.fields(&edge).iter().filter_map(|field| match world.api.resolve(&edge, &field.name) {
            Resolve::EdgeColumn(ColumnId(column)) => {
                let name = &world.catalog().table(join.id).columns[*column].name;
                let position = join.sql.columns.iter().position(|column| column.name == *name)?;
                Some((position, field.name.clone()))
            }
            _ => None,
        });
        let columns: Vec<_> = columns.collect();
        assert_eq!(columns.len(), join.columns.len(), "the edge {edge} has all columns of the join table");
        Nested { world, parent, child, field: field.to_owned(), from, join: Some((join, columns)) }
    }

    fn what(&self) -> String {
        format!("{}.{}", self.parent.type_name, self.field)
    }

    /// Asks for `arguments` of the connection in every row.
    async fn ask(&self, arguments: &str, fields: &str) -> Vec<Value> {
        let id = if self.parent.is_node { "id" } else { "" };
        let query = format!(
            "{{ rows: {}(first: {EVERYTHING}) {{ edges {{ cursor node {{ {id} {} list: {}({arguments}) {{ {fields} }} }} }} }} }}",
            self.parent.connection_field,
            self.parent.selection(&self.parent.identity()),
            self.field,
        );
        let mut data = self.world.api.ask(&query, json!({})).await;
        let Value::Array(edges) = data["rows"]["edges"].take() else { panic!("{}: {data}", self.what()) };
        edges
    }

    fn edges(&self) -> String {
        format!("edges {{ cursor node {{ {} }} }}", self.child.selection(&self.child.identity()))
    }

    /// All parents with all their children, compared with PostgreSQL; the sum of `totalCount` with the number of rows
    /// that reference.
    async fn all(&self) -> Vec<Value> {
        let (near, far) = (self.parent.identity(), self.child.identity());
        let mut fields = format!("totalCount {}", self.edges());
        if let Some((_, columns)) = &self.join {
            let names: Vec<_> = columns.iter().map(|(_, name)| name.as_str()).collect();
            fields += &format!(" joined: edges {{ {} }}", names.join(" "));
        }
        let mut parents = self.ask(&format!("first: {EVERYTHING}"), &fields).await;
        let count = self.world.oracle.number(&format!("SELECT count(*) FROM {}", self.from)).await;
        let total: u64 = parents.iter().map(|edge| edge["node"]["list"]["totalCount"].as_u64().unwrap()).sum();
        assert_eq!(total as usize, count, "the sum of totalCount of {}", self.what());
        let mut rows = Vec::new();
        for parent in &parents {
            let list = &parent["node"]["list"];
            for (position, edge) in list["edges"].as_array().unwrap().iter().enumerate() {
                let mut row = self.parent.texts(&near, &parent["node"]);
                row.push(Some(position.to_string()));
                row.extend(self.child.texts(&far, &edge["node"]));
                if let Some((join, columns)) = &self.join {
                    let joined = &list["joined"][position];
                    let named =
                        columns.iter().map(|(column, name)| (join.columns[*column].name.clone(), joined[name].clone()));
                    let positions: Vec<_> = columns.iter().map(|(column, _)| *column).collect();
                    row.extend(join.texts(&positions, &Value::Object(named.collect())));
                }
                rows.push(row);
            }
        }
        let order = [self.parent.order("p"), self.child.order("c")].concat();
        self.world.oracle.compare(&self.what(), &self.wanted(), &self.from, &order, &rows).await;
        for parent in &mut parents {
            parent["node"]["list"].as_object_mut().unwrap().remove("joined");
        }
        parents
    }

    fn wanted(&self) -> Vec<Wanted> {
        let (near, far) = (self.parent.identity(), self.child.identity());
        let list = |alias: &str, table: &Table, columns: &[usize]| {
            let names = columns.iter().map(|column| format!("{alias}.{}", quoted(&table.sql.columns[*column].name)));
            names.collect::<Vec<_>>().join(", ")
        };
        // Children without a key come in no order that could be told from outside.
        let position = match self.child.sql.key {
            Some(_) => format!(
                "(row_number() OVER (PARTITION BY {} ORDER BY {}) - 1)",
                list("p", self.parent, &near),
                list("c", self.child, &far)
            ),
            None => format!("(row_number() OVER (PARTITION BY {} ORDER BY c) - 1)", list("p", self.parent, &near)),
        };
        let position = Wanted { sql: position, column: Column::of_type("position", "int8", "N") };
        let mut wanted = self.parent.wanted("p", &near);
        wanted.push(position);
        wanted.extend(self.child.wanted("c", &far));
        if let Some((join, columns)) = &self.join {
            wanted.extend(join.wanted("j", &columns.iter().map(|(column, _)| *column).collect::<Vec<_>>()));
        }
        wanted
    }

    /// The first and the last page of all parents at once, with every size.
    async fn first_pages(&self, parents: &[Value]) {
        let fields = format!("pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} {}", self.edges());
        for size in SIZES {
            for forwards in [true, false] {
                let argument = if forwards { "first" } else { "last" };
                let pages = self.ask(&format!("{argument}: {size}"), &fields).await;
                assert_eq!(pages.len(), parents.len(), "{}", self.what());
                for (page, parent) in pages.iter().zip(parents) {
                    let all = parent["node"]["list"]["edges"].as_array().unwrap();
                    let more = all.len() > size;
                    let edges =
                        if forwards { &all[..size.min(all.len())] } else { &all[all.len().saturating_sub(size)..] };
                    let cursor = |edge: Option<&Value>| edge.map_or(Value::Null, |edge| edge["cursor"].clone());
                    let info = json!({
                        "hasNextPage": more && forwards,
                        "hasPreviousPage": more && !forwards,
                        "startCursor": cursor(edges.first()),
                        "endCursor": cursor(edges.last()),
                    });
                    let wanted = json!({ "pageInfo": info, "edges": edges });
                    assert_eq!(page["node"]["list"], wanted, "{}({argument}: {size}) of {parent}", self.what());
                }
            }
        }
    }

    /// Walks the children of parents with many, few and no children.
    async fn walk_sample(&self, parents: &[Value]) -> Vec<(String, Walked)> {
        let mut order: Vec<usize> = (0..parents.len()).collect();
        let count = |parent: usize| parents[parent]["node"]["list"]["edges"].as_array().unwrap().len();
        order.sort_by_key(|parent| std::cmp::Reverse(count(*parent)));
        let step = order.len().div_ceil(SAMPLE).max(1);
        let mut sample: Vec<usize> = order.iter().copied().step_by(step).collect();
        sample.extend(order.last());
        let mut walks = Vec::new();
        for parent in sample {
            let walked = self.site(parents, parent).walk(&self.world.api, SINGLE, BUDGET).await;
            walks.push((format!("{} of a row", self.what()), walked));
        }
        walks
    }

    /// The connection of one parent, found by its global id or else by its place.
    fn site(&self, parents: &[Value], parent: usize) -> Site {
        let edges = parents[parent]["node"]["list"]["edges"].as_array().unwrap().clone();
        let (type_name, root) = (&self.parent.type_name, &self.parent.connection_field);
        let mut given = Map::new();
        let (head, tail, declared, pointer) = if self.parent.is_node {
            given.insert("id".to_owned(), parents[parent]["node"]["id"].clone());
            let head = format!("node(id: $id) {{ ... on {type_name} {{");
            (head, "} }", "$id: ID!", "/node/{}".to_owned())
        } else {
            given.insert(
                "p".to_owned(),
                parent.checked_sub(1).map_or(Value::Null, |before| parents[before]["cursor"].clone()),
            );
            let head = format!("{root}(first: 1, after: $p) {{ nodes {{");
            (head, "} }", "$p: String", format!("/{root}/nodes/0/{{}}"))
        };
        Site {
            what: format!("{} of {}", self.what(), parents[parent]["node"]["id"]),
            head,
            field: self.field.clone(),
            tail: tail.to_owned(),
            declared: declared.to_owned(),
            given,
            pointer,
            selection: self.child.selection(&self.child.identity()),
            edges,
        }
    }
}
