//! All rows of a relation: every column, and every field that leads to one row.

use super::World;
use super::api::Table;
use super::oracle::{Wanted, quoted};
use relata::schema::Resolve;
use serde_json::{Value, json};

/// More rows than there are.
pub(crate) const EVERYTHING: i32 = i32::MAX;

/// All edges of a root connection, each `{ cursor node { columns } }` and `id` where there is one, compared with
/// PostgreSQL column by column.
pub(crate) async fn read(world: &World, table: &Table) -> Vec<Value> {
    let (what, all) = (&table.connection_field, table.all());
    let id = if table.is_node { "id" } else { "" };
    let columns = table.selection(&all);
    let query =
        format!("{{ {what}(first: {EVERYTHING}) {{ edges {{ cursor node {{ {id} {columns} }} }} totalCount }} }}");
    let mut data = world.api.ask(&query, json!({})).await;
    let Value::Array(edges) = data[what]["edges"].take() else { panic!("{what}: {data}") };
    let from = format!("{} t", table.sql.sql());
    let count = world.oracle.number(&format!("SELECT count(*) FROM {from}")).await;
    assert_eq!(data[what]["totalCount"], json!(count), "totalCount of {what}");
    let rows: Vec<_> = edges.iter().map(|edge| table.texts(&all, &edge["node"])).collect();
    let wanted = table.wanted("t", &all);
    world.oracle.compare(what, &wanted, &from, &table.order("t"), &rows).await;
    edges
}

/// Every field of the relation that leads to one row, for all its rows.
pub(crate) async fn to_one(world: &World, table: &Table) -> usize {
    let mut found = 0;
    for field in world.api.fields(&table.type_name) {
        let (key, target, backward) = match world.api.resolve(&table.type_name, &field.name) {
            Resolve::Forward(key) => (*key, world.catalog().foreign_key(*key).target, false),
            Resolve::BackwardOne(key) => (*key, world.catalog().foreign_key(*key).table, true),
            _ => continue,
        };
        let target = world.table(target);
        let condition = if backward { world.joined(key, "r", "t") } else { world.joined(key, "t", "r") };
        let from = format!("{} t LEFT JOIN {} r ON {condition}", table.sql.sql(), target.sql.sql());
        let (near, far) = (table.identity(), target.identity());
        let what = format!("{}.{}", table.type_name, field.name);
        let query = format!(
            "{{ rows: {}(first: {EVERYTHING}) {{ nodes {{ {} to: {} {{ {} }} }} }} }}",
            table.connection_field,
            table.selection(&near),
            field.name,
            target.selection(&far)
        );
        let data = world.api.ask(&query, json!({})).await;
        let nodes = data["rows"]["nodes"].as_array().unwrap();
        let rows = nodes.iter().map(|node| {
            let mut row = table.texts(&near, node);
            match &node["to"] {
                Value::Null => row.extend(far.iter().map(|_| None)),
                other => row.extend(target.texts(&far, other)),
            }
            row
        });
        let rows: Vec<_> = rows.collect();
        let wanted = [table.wanted("t", &near), target.wanted("r", &far)].concat();
        world.oracle.compare(&what, &wanted, &from, &table.order("t"), &rows).await;
        found += 1;
    }
    found
}

impl Table {
    /// `columns` of this relation under `alias`.
    pub(crate) fn wanted(&self, alias: &str, columns: &[usize]) -> Vec<Wanted> {
        let wanted = |column: &usize| {
            let column = &self.sql.columns[*column];
            Wanted { sql: format!("{alias}.{}", quoted(&column.name)), column: column.clone() }
        };
        columns.iter().map(wanted).collect()
    }

    /// The default order, if it is by a key.
    pub(crate) fn order(&self, alias: &str) -> Vec<String> {
        let key = self.sql.key.iter().flatten();
        key.map(|column| format!("{alias}.{}", quoted(&self.sql.columns[*column].name))).collect()
    }
}
