//! All rows of all tables, read once with SQL of the test's own. What needs PostgreSQL's judgement is asked here, for
//! whole columns: how values rank, how they are spelled, what they are in lower case, which rows a foreign key joins.

use super::spelling::{Cell, Spelling};
use relata::catalog::{Catalog, ColumnId, ForeignKeyId, TableId};
use relata::execute::statement::trusted;
use relata::schema::Schema;
use serde_json::Value;
use sqlx::{Connection, PgConnection, Row};
use std::collections::HashMap;

/// The whole database.
pub(crate) struct Data {
    /// By [`TableId`].
    pub(crate) tables: Vec<TableData>,
    /// By [`ForeignKeyId`].
    pub(crate) joins: Vec<Join>,
}

/// A table's rows, which are numbered from 0, column by column.
pub(crate) struct TableData {
    pub(crate) rows: usize,
    /// By [`ColumnId`].
    pub(crate) columns: Vec<ColumnData>,
    /// The rows in their default order.
    pub(crate) by_default: Vec<u32>,
    /// The global id of each row, if they have one.
    pub(crate) ids: Vec<String>,
    /// The row of each global id.
    pub(crate) by_id: HashMap<String, u32>,
}

/// A column's values.
pub(crate) struct ColumnData {
    /// By row.
    pub(crate) cells: Vec<Cell>,
    /// By row: the value's place among all values of the column, equal ones having equal places. `None` is NULL.
    pub(crate) ranks: Vec<Option<u32>>,
    /// By row: `lower(value)` where values are texts.
    pub(crate) lower: Vec<Option<String>>,
    /// Values that are in no row, as the API writes them.
    pub(crate) strangers: Vec<Value>,
    /// The rank of each value, of strangers too, by its key (see [`Spelling::key`]).
    pub(crate) dictionary: HashMap<String, u32>,
    /// `lower` of each value, of strangers too, by its key.
    pub(crate) lowered: HashMap<String, String>,
    /// Whether `lower` leaves all letters but those of ASCII alone, as far as the values tell.
    pub(crate) lowers_ascii_only: bool,
    /// How values are written.
    pub(crate) spelling: Spelling,
}

/// The rows that a foreign key joins.
pub(crate) struct Join {
    /// By row of the referencing table.
    pub(crate) forward: Vec<Option<u32>>,
    /// By row of the referenced table, in the default order of the referencing one.
    pub(crate) backward: Vec<Vec<u32>>,
}

impl Data {
    /// Reads everything.
    pub(crate) async fn read(url: &str, schema: &Schema) -> Data {
        let mut reader = Reader { connection: PgConnection::connect(url).await.unwrap(), schema };
        reader.run("SET intervalstyle = 'iso_8601'; SET datestyle = 'ISO'; SET timezone = 'UTC'").await;
        let catalog = &schema.catalog;
        let mut tables = Vec::new();
        let mut places = Vec::new();
        for (id, _) in catalog.tables() {
            let (table, place) = reader.table(id).await;
            tables.push(table);
            places.push(place);
        }
        let mut joins = Vec::new();
        for (id, _) in catalog.foreign_keys() {
            joins.push(reader.join(id, &tables, &places).await);
        }
        Data { tables, joins }
    }

    pub(crate) fn table(&self, id: TableId) -> &TableData {
        &self.tables[id.0]
    }

    pub(crate) fn join(&self, id: ForeignKeyId) -> &Join {
        &self.joins[id.0]
    }
}

impl TableData {
    pub(crate) fn column(&self, id: ColumnId) -> &ColumnData {
        &self.columns[id.0]
    }

    /// The row whose `columns` hold `values`, given by their ranks.
    pub(crate) fn find(&self, columns: &[ColumnId], values: &[Option<u32>]) -> Option<u32> {
        let holds = |row: &usize| {
            let mut pairs = columns.iter().zip(values);
            pairs.all(|(column, value)| value.is_some() && self.column(*column).ranks[*row] == *value)
        };
        (0..self.rows).find(holds).map(|row| row as u32)
    }
}

/// Row numbers by `ctid` of our copy.
type Places = HashMap<String, u32>;

struct Reader<'s> {
    connection: PgConnection,
    schema: &'s Schema,
}

impl Reader<'_> {
    async fn run(&mut self, sql: &str) {
        sqlx::raw_sql(trusted(sql)).execute(&mut self.connection).await.unwrap_or_else(|e| panic!("{e}\n{sql}"));
    }

    async fn ask(&mut self, sql: &str) -> Vec<sqlx::postgres::PgRow> {
        let rows = sqlx::query(trusted(sql)).fetch_all(&mut self.connection).await;
        rows.unwrap_or_else(|error| panic!("{error}\n{sql}"))
    }

    fn catalog(&self) -> &Catalog {
        &self.schema.catalog
    }

    /// A copy stands still, which a view's rows need not, and has a `ctid`.
    async fn table(&mut self, id: TableId) -> (TableData, Places) {
        let table = self.catalog().table(id).clone();
        let columns: Vec<_> = table.columns.iter().map(|column| quoted(&column.name)).collect();
        self.run(&format!(
            "CREATE TEMP TABLE {} AS SELECT {} FROM {}.{}",
            copy(id),
            columns.join(", "),
            quoted(&table.schema),
            quoted(&table.name)
        ))
        .await;
        let rows = self.ask(&format!("SELECT CAST(ctid AS text) AS place FROM {} ORDER BY ctid", copy(id))).await;
        let places: Places = rows.iter().enumerate().map(|(row, found)| (found.get(0), row as u32)).collect();
        let mut data = Vec::new();
        for (column, _) in table.columns() {
            data.push(self.column(id, column, rows.len()).await);
        }
        let ids = self.ids(id).await;
        let by_id = ids.iter().enumerate().map(|(row, id)| (id.clone(), row as u32)).collect();
        let mut table = TableData { rows: rows.len(), columns: data, by_default: Vec::new(), ids, by_id };
        table.by_default = by_default(self.schema, id, &table);
        (table, places)
    }

    async fn column(&mut self, table: TableId, id: ColumnId, rows: usize) -> ColumnData {
        let column = self.catalog().table(table).column(id);
        let spelling = Spelling::of(self.schema, column);
        let (name, copy) = (quoted(&column.name), copy(table));
        let base = spelling.base.clone();
        let orderable = self.catalog().type_of(column.type_id).orderable;
        let order = if orderable { "v" } else { "CAST(v AS text)" };
        let strangers = match spelling.strangers.as_str() {
            "" => String::new(),
            some => format!(
                "UNION ALL SELECT DISTINCT 1, CAST(NULL AS tid), CAST(m.v AS {base}) FROM (SELECT DISTINCT {name} AS o
                 FROM {copy} WHERE {name} IS NOT NULL ORDER BY 1 LIMIT 12) s, LATERAL ({some}) m (v) WHERE m.v IS NOT NULL"
            ),
        };
        let sql = format!(
            "WITH v AS (SELECT 0 AS k, ctid AS c, CAST({name} AS {base}) AS v FROM {copy} {strangers})
             SELECT k, CASE WHEN v IS DISTINCT FROM NULL THEN dense_rank() OVER (ORDER BY {order}) END, {}, {} FROM v
             ORDER BY k, c",
            spelling.text("v"),
            if spelling.is_text() { format!("lower({})", spelling.text("v")) } else { "CAST(NULL AS text)".to_owned() },
        );
        let found = self.ask(&sql).await;
        let mut data = ColumnData {
            cells: Vec::with_capacity(rows),
            ranks: Vec::with_capacity(rows),
            lower: Vec::with_capacity(rows),
            strangers: Vec::new(),
            dictionary: HashMap::new(),
            lowered: HashMap::new(),
            lowers_ascii_only: true,
            spelling,
        };
        for row in found {
            let rank: Option<i64> = row.get(1);
            let text: Option<String> = row.get(2);
            let cell = data.spelling.cell(text.as_deref());
            let rank = rank.map(|rank| rank as u32);
            let lower: Option<String> = row.get(3);
            if let (Some(rank), Some(key)) = (rank, data.spelling.key(&cell.value)) {
                data.dictionary.insert(key.clone(), rank);
                if let Some(lower) = &lower {
                    data.lowers_ascii_only &= *lower == key.to_ascii_lowercase();
                    data.lowered.insert(key, lower.clone());
                }
            }
            if row.get::<i32, _>(0) == 0 {
                data.cells.push(cell);
                data.ranks.push(rank);
                data.lower.push(lower);
            } else if cell.broken.is_empty() {
                data.strangers.push(cell.value);
            }
        }
        data
    }

    /// Global ids, from SQL names and the key's texts.
    async fn ids(&mut self, id: TableId) -> Vec<String> {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        let table = self.catalog().table(id);
        let Some(key) = table.primary_key.as_ref().filter(|_| !table.has_children) else { return Vec::new() };
        let texts = key.columns.iter().map(|column| {
            let column = table.column(*column);
            // Money has no other text that is the same everywhere.
            let money = self.schema.catalog.type_of(self.schema.catalog.base_type(column.type_id)).name == "money";
            let value = quoted(&column.name);
            if money { format!("CAST(CAST({value} AS numeric) AS text)") } else { format!("CAST({value} AS text)") }
        });
        let texts: Vec<_> = texts.collect();
        let head = [table.schema.clone(), table.name.clone()];
        let rows = self.ask(&format!("SELECT ARRAY[{}] FROM {} ORDER BY ctid", texts.join(", "), copy(id))).await;
        let id = |row: &sqlx::postgres::PgRow| {
            let parts: Vec<String> = head.iter().cloned().chain(row.get::<Vec<String>, _>(0)).collect();
            URL_SAFE_NO_PAD.encode(serde_json::to_string(&parts).unwrap())
        };
        rows.iter().map(id).collect()
    }

    async fn join(&mut self, id: ForeignKeyId, tables: &[TableData], places: &[Places]) -> Join {
        let catalog = &self.schema.catalog;
        let key = catalog.foreign_key(id);
        let (table, target) = (catalog.table(key.table), catalog.table(key.target));
        let (from, to) = (key.table, key.target);
        let pairs = key.columns.iter().zip(&key.target_columns).map(|(column, other)| {
            format!("a.{} = b.{}", quoted(&table.column(*column).name), quoted(&target.column(*other).name))
        });
        let sql = format!(
            "SELECT CAST(a.ctid AS text), CAST(b.ctid AS text) FROM {} a JOIN {} b ON {}",
            copy(from),
            copy(to),
            pairs.collect::<Vec<_>>().join(" AND ")
        );
        let mut forward = vec![None; tables[from.0].rows];
        let mut backward = vec![Vec::new(); tables[to.0].rows];
        for pair in self.ask(&sql).await {
            let row = places[from.0][&pair.get::<String, _>(0)];
            let other = places[to.0][&pair.get::<String, _>(1)];
            assert!(forward[row as usize].is_none(), "a row of {} references two of {}", table.name, target.name);
            forward[row as usize] = Some(other);
            backward[other as usize].push(row);
        }
        let mut position = vec![0; tables[from.0].rows];
        for (place, row) in tables[from.0].by_default.iter().enumerate() {
            position[*row as usize] = place;
        }
        backward.iter_mut().for_each(|rows| rows.sort_by_key(|row| position[*row as usize]));
        Join { forward, backward }
    }
}

/// The columns that a relation's rows are ordered by where nothing else is said. Without a key the contract promises no
/// order at all; the rows are then ordered by everything that they show, so that equal ones cannot be told apart.
pub(crate) fn default_order(schema: &Schema, id: TableId) -> Vec<ColumnId> {
    let table = schema.catalog.table(id);
    match table.default_key() {
        Some(key) => key.columns.clone(),
        None => table.columns().map(|(column, _)| column).collect(),
    }
}

fn by_default(schema: &Schema, id: TableId, table: &TableData) -> Vec<u32> {
    let order = default_order(schema, id);
    let mut rows: Vec<u32> = (0..table.rows as u32).collect();
    rows.sort_by_cached_key(|row| -> Vec<u32> {
        order.iter().map(|column| table.column(*column).ranks[*row as usize].unwrap_or(u32::MAX)).collect()
    });
    rows
}

fn copy(id: TableId) -> String {
    format!("pg_temp.copy_{}", id.0)
}

/// A name as SQL takes it.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
