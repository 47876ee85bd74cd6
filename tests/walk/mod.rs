//! Walks a whole API and compares it with the database behind it: every relation, column, connection and lookup, for
//! any database. What the API offers comes from its introspection, what there is from PostgreSQL's catalog; the schema in
//! between is asked only what a field stands for, which introspection cannot tell.

// Each file in tests/ is a program of its own and uses only a part of this module.
#![allow(dead_code)]
// Clippy knows tests by their attribute, and these helpers have none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod api;
mod lookups;
mod nested;
mod oracle;
mod pages;
mod rows;

use api::{Api, Table};
use oracle::{Oracle, quoted};
use pages::{Budget, Site, Walked};
use relata::catalog::{Catalog, ForeignKeyId, TableId};
use serde_json::{Map, Value};
use std::sync::Arc;
use std::time::Duration;

/// A database and its API.
pub(crate) struct World {
    api: Api,
    oracle: Oracle,
    tables: Vec<Table>,
}

/// What was walked of a database, or of one of its relations.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    relations: usize,
    rows: usize,
    pages: usize,
    to_one: usize,
    nested: usize,
    lookups: usize,
    /// What was not walked whole, as it would take too long.
    sampled: Vec<String>,
}

/// How many pages of each walk over a root connection are asked for one by one; the rest by many at once.
const SINGLE: usize = 300;
/// For a root connection. Only slow views exceed what is cheap.
const BUDGET: Budget = Budget { total: Duration::from_secs(30), cheap: Duration::from_millis(40) };
/// How many relations are walked at a time.
const RELATIONS: usize = 3;

/// Walks everything.
pub(crate) async fn everything(url: &str) -> Summary {
    let world = Arc::new(World::new(url).await);
    let places = Arc::new(tokio::sync::Semaphore::new(RELATIONS));
    let mut tasks = tokio::task::JoinSet::new();
    for position in 0..world.tables.len() {
        let (world, places) = (Arc::clone(&world), Arc::clone(&places));
        tasks.spawn(async move {
            let _place = places.acquire().await.unwrap();
            world.relation(&world.tables[position]).await
        });
    }
    let mut total = Summary::default();
    while let Some(summary) = tasks.join_next().await {
        match summary {
            Ok(summary) => total.add(summary),
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }
    total
}

/// Reads every relation whole by `ask`, which sends a query to a server with its usual limits, and compares the numbers
/// of rows with PostgreSQL's. Gives back how many pages that took.
pub(crate) async fn served(url: &str, ask: impl Fn(&str) -> Value) -> usize {
    let world = World::new(url).await;
    let mut pages = 0;
    for table in &world.tables {
        let count = world.oracle.number(&format!("SELECT count(*) FROM {}", table.sql.sql())).await;
        for (length, cursor, end, more) in
            [("first", "after", "endCursor", "hasNextPage"), ("last", "before", "startCursor", "hasPreviousPage")]
        {
            let (mut rows, mut at) = (0, Value::Null);
            loop {
                let (field, columns) = (&table.connection_field, table.selection(&table.all()));
                let query = format!(
                    "{{ {field}({length}: 1000, {cursor}: {at}) {{ totalCount nodes {{ {columns} }} pageInfo {{ {end} {more} }} }} }}"
                );
                let data = api::data(ask(&query)).unwrap_or_else(|errors| panic!("{query}: {errors}"));
                let page = &data[field];
                rows += page["nodes"].as_array().unwrap().len();
                pages += 1;
                assert_eq!(page["totalCount"], Value::from(count), "{query}");
                if page["pageInfo"][more] == Value::Bool(false) {
                    break;
                }
                at = page["pageInfo"][end].clone();
            }
            assert_eq!(rows, count, "{} by {length}", table.connection_field);
        }
    }
    pages
}

impl World {
    async fn new(url: &str) -> World {
        let (api, oracle) = (Api::start(url).await, Oracle::connect(url).await);
        let relations = oracle.relations().await;
        let table = |relation| api.table(relation).unwrap_or_else(|| panic!("there is no field for {relation:?}"));
        let mut tables: Vec<_> = relations.iter().map(table).collect();
        tables.sort_by_key(|table| table.id);
        let ids: Vec<_> = tables.iter().map(|table| table.id.0).collect();
        assert_eq!(ids, (0..api.engine.schema().catalog.tables.len()).collect::<Vec<_>>(), "as many as PostgreSQL has");
        World { api, oracle, tables }
    }

    fn catalog(&self) -> &Catalog {
        &self.api.engine.schema().catalog
    }

    fn table(&self, id: TableId) -> &Table {
        &self.tables[id.0]
    }

    /// The condition that joins the referencing table, under one alias, and the referenced one, under another.
    fn joined(&self, key: ForeignKeyId, referencing: &str, referenced: &str) -> String {
        let key = self.catalog().foreign_key(key);
        let (table, target) = (self.catalog().table(key.table), self.catalog().table(key.target));
        let pairs = key.columns.iter().zip(&key.target_columns).map(|(column, target_column)| {
            let (column, other) = (&table.column(*column).name, &target.column(*target_column).name);
            format!("{referencing}.{} = {referenced}.{}", quoted(column), quoted(other))
        });
        pairs.collect::<Vec<_>>().join(" AND ")
    }

    async fn relation(&self, table: &Table) -> Summary {
        let mut summary = Summary { relations: 1, ..Summary::default() };
        let edges = rows::read(self, table).await;
        summary.rows = edges.len();
        summary.lookups = lookups::check(self, table, &edges).await;
        summary.to_one = rows::to_one(self, table).await;
        let (nested, walks) = nested::check(self, table).await;
        summary.nested = nested;
        let walked = self.site(table, edges).walk(&self.api, SINGLE, BUDGET).await;
        for (what, walked) in walks.into_iter().chain([(table.connection_field.clone(), walked)]) {
            summary.count(&what, walked);
        }
        summary
    }

    fn site(&self, table: &Table, edges: Vec<Value>) -> Site {
        let identity = table.identity();
        let reduce = |edge: Value| {
            let fields = identity.iter().map(|column| table.columns[*column].name.clone());
            let node: Map<_, _> = fields.map(|name| (name.clone(), edge["node"][&name].clone())).collect();
            Value::Object(Map::from_iter([
                ("cursor".to_owned(), edge["cursor"].clone()),
                ("node".to_owned(), node.into()),
            ]))
        };
        Site {
            what: table.type_name.clone(),
            head: String::new(),
            field: table.connection_field.clone(),
            tail: String::new(),
            declared: String::new(),
            given: Map::new(),
            pointer: "/{}".to_owned(),
            selection: table.selection(&identity),
            edges: edges.into_iter().map(reduce).collect(),
        }
    }
}

impl Summary {
    fn count(&mut self, what: &str, walked: Walked) {
        self.pages += walked.read;
        if walked.read < walked.pages {
            self.sampled.push(format!("{what}: {} of {} pages", walked.read, walked.pages));
        }
    }

    fn add(&mut self, other: Summary) {
        self.relations += other.relations;
        self.rows += other.rows;
        self.pages += other.pages;
        self.to_one += other.to_one;
        self.nested += other.nested;
        self.lookups += other.lookups;
        self.sampled.extend(other.sampled);
    }
}
