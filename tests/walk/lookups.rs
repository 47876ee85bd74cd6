//! Rows by their ids and keys.

use super::World;
use super::api::{Field, Table};
use relata::schema::Resolve;
use serde_json::{Map, Value, json};

/// How many rows of each relation are looked up.
const SAMPLE: usize = 12;

/// Looks rows of `table` up in every way there is. `edges` are all of them. Gives back how many ways there are.
pub(crate) async fn check(world: &World, table: &Table, edges: &[Value]) -> usize {
    let step = edges.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<&Value> = edges.iter().step_by(step).chain(edges.last()).map(|edge| &edge["node"]).collect();
    let mut ways = 0;
    for field in world.api.fields("Query") {
        match world.api.resolve("Query", &field.name) {
            Resolve::Lookup(id, columns) if *id == table.id => {
                let columns: Vec<_> = columns.iter().map(|column| position(world, table, column.0)).collect();
                single(world, table, field, &columns, &sample).await;
            }
            Resolve::PluralLookup(id, column) if *id == table.id => {
                plural(world, table, field, position(world, table, column.0), &sample).await;
            }
            Resolve::Node if table.is_node => nodes(world, table, &sample).await,
            _ => continue,
        }
        ways += 1;
    }
    ways
}

/// The position of a catalog's column among those that we know.
fn position(world: &World, table: &Table, column: usize) -> usize {
    let name = &world.catalog().table(table.id).columns[column].name;
    table.sql.columns.iter().position(|column| column.name == *name).unwrap()
}

async fn single(world: &World, table: &Table, field: &Field, columns: &[usize], sample: &[&Value]) {
    assert_eq!(field.arguments.len(), columns.len(), "{field:?}");
    let declared: Vec<_> = field.arguments.iter().map(|(name, kind)| format!("${name}: {kind}")).collect();
    let passed: Vec<_> = field.arguments.iter().map(|(name, _)| format!("{name}: ${name}")).collect();
    let query = format!(
        "query({}) {{ row: {}({}) {{ {} }} }}",
        declared.join(", "),
        field.name,
        passed.join(", "),
        selection(table)
    );
    for row in sample {
        let names = field.arguments.iter().map(|(name, _)| name.clone());
        let values: Vec<_> = columns.iter().map(|column| row[&table.columns[*column].name].clone()).collect();
        // NULL is no key.
        if values.contains(&Value::Null) {
            continue;
        }
        let variables: Map<String, Value> = names.zip(values).collect();
        let data = world.api.ask(&query, Value::Object(variables)).await;
        assert_eq!(&data["row"], *row, "{query}");
    }
}

async fn plural(world: &World, table: &Table, field: &Field, column: usize, sample: &[&Value]) {
    let [(name, kind)] = field.arguments.as_slice() else { panic!("{field:?}") };
    let query =
        format!("query(${name}: {kind}) {{ rows: {}({name}: ${name}) {{ {} }} }}", field.name, selection(table));
    let key = |row: &Value| row[&table.columns[column].name].clone();
    // Backwards and one of them twice: order and length are those of the argument.
    let mut rows: Vec<&Value> = sample.iter().rev().copied().filter(|row| !key(row).is_null()).collect();
    rows.extend(rows.first().copied());
    let values: Vec<_> = rows.iter().map(|row| key(row)).collect();
    let data = world.api.ask(&query, json!({ name.as_str(): values })).await;
    assert_eq!(data["rows"], json!(rows), "{query}");
}

async fn nodes(world: &World, table: &Table, sample: &[&Value]) {
    let fields = format!("... on {} {{ {} }}", table.type_name, selection(table));
    let query = format!("query($id: ID!) {{ node(id: $id) {{ __typename {fields} }} }}");
    let with_type = |row: &Value| {
        let mut typed = Map::from_iter([("__typename".to_owned(), json!(table.type_name))]);
        typed.extend(row.as_object().unwrap().clone());
        Value::Object(typed)
    };
    for row in sample {
        let data = world.api.ask(&query, json!({ "id": row["id"] })).await;
        assert_eq!(data["node"], with_type(row), "{query}");
    }
    let query = format!("query($ids: [ID!]!) {{ nodes(ids: $ids) {{ __typename {fields} }} }}");
    let rows: Vec<_> = sample.iter().rev().chain(sample.first()).map(|row| with_type(row)).collect();
    let ids: Vec<_> = rows.iter().map(|row| row["id"].clone()).collect();
    let data = world.api.ask(&query, json!({ "ids": ids })).await;
    assert_eq!(data["nodes"], json!(rows), "{query}");
}

/// Everything that `rows::read` selected.
fn selection(table: &Table) -> String {
    let id = if table.is_node { "id" } else { "" };
    format!("{id} {}", table.selection(&table.all()))
}
