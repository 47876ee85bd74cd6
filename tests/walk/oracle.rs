//! What PostgreSQL says, asked without relata: the relations with their columns and keys, and whether rows that the API
//! gave are the rows of a query.

use relata::execute::statement::trusted;
use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::{AssertSqlSafe, Row};

/// The database behind the API.
pub(crate) struct Oracle {
    pool: PgPool,
}

/// A table, view and so on of the search path, that has columns and is not a partition.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    pub(crate) schema: String,
    pub(crate) name: String,
    pub(crate) columns: Vec<Column>,
    /// Positions in `columns`: the primary key, else the smallest key over columns that are NOT NULL.
    pub(crate) key: Option<Vec<usize>>,
}

#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// As `CAST` takes it, as in `character varying(20)`; the type below all domains.
    pub(crate) type_name: String,
    /// `pg_type.typname` below all domains.
    pub(crate) base: String,
    /// `pg_type.typcategory`, of which `A` is an array.
    pub(crate) category: String,
}

/// A value to compare: how it is selected, and of what type it is.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    pub(crate) sql: String,
    pub(crate) column: Column,
}

/// A row of the API as texts (see `Table::text`).
pub(crate) type TextRow = Vec<Text>;
type Text = Option<String>;

/// How many columns are compared at once.
const COMPARED: usize = 500;

const RELATIONS: &str = "
    SELECT n.nspname::text, c.relname::text,
           ARRAY(SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                 ORDER BY a.attnum) AS numbers,
           (SELECT (i.indkey::int2[])[0:i.indnkeyatts - 1] FROM pg_index i
            WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS NULL
              AND i.indexprs IS NULL
              AND (SELECT bool_and(a.attnotnull) FROM pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1]))
            ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indkey::int2[] LIMIT 1) AS key,
           c.oid
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND NOT c.relispartition AND n.nspname = ANY (current_schemas(false))
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
    ORDER BY 1, 2";

const COLUMNS: &str = "
    WITH RECURSIVE base AS (
        SELECT a.attnum, t.oid, t.typbasetype, t.typtype, t.typtypmod, a.atttypmod AS modifier FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
        WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT b.attnum, t.oid, t.typbasetype, t.typtype, t.typtypmod, b.typtypmod FROM base b JOIN pg_type t ON t.oid = b.typbasetype
        WHERE b.typtype = 'd')
    SELECT a.attname::text, format_type(b.oid, b.modifier), t.typname::text, t.typcategory::text
    FROM pg_attribute a JOIN base b ON b.attnum = a.attnum AND b.typtype <> 'd' JOIN pg_type t ON t.oid = b.oid
    WHERE a.attrelid = $1 ORDER BY a.attnum";

impl Oracle {
    pub(crate) async fn connect(url: &str) -> Oracle {
        Oracle { pool: PgPoolOptions::new().max_connections(4).connect(url).await.unwrap() }
    }

    /// All relations that the API has to offer.
    pub(crate) async fn relations(&self) -> Vec<Relation> {
        let mut relations = Vec::new();
        for row in sqlx::query(RELATIONS).fetch_all(&self.pool).await.unwrap() {
            let oid: sqlx::postgres::types::Oid = row.get("oid");
            let columns = sqlx::query(COLUMNS).bind(oid).fetch_all(&self.pool).await.unwrap();
            let text = |row: &sqlx::postgres::PgRow, index: usize| row.get::<String, _>(index);
            let column = |row| Column {
                name: text(row, 0),
                type_name: text(row, 1),
                base: text(row, 2),
                category: text(row, 3),
            };
            let numbers: Vec<i16> = row.get("numbers");
            let key: Option<Vec<i16>> = row.get("key");
            let position = |number: &i16| numbers.iter().position(|other| other == number).unwrap();
            relations.push(Relation {
                schema: text(&row, 0),
                name: text(&row, 1),
                columns: columns.iter().map(column).collect(),
                key: key.map(|key| key.iter().map(position).collect()),
            });
        }
        relations
    }

    /// One number.
    pub(crate) async fn number(&self, sql: &str) -> usize {
        let row = sqlx::query(trusted(sql)).fetch_one(&self.pool).await;
        let number: i64 = row.unwrap_or_else(|error| panic!("{error}\n{sql}")).get(0);
        usize::try_from(number).unwrap()
    }

    /// Fails unless `rows` are the rows of `SELECT wanted FROM from`, in the order of the expressions `order`; without
    /// these, in any order.
    pub(crate) async fn compare(&self, what: &str, wanted: &[Wanted], from: &str, order: &[String], rows: &[TextRow]) {
        // A join of two rows can have no more columns than one. Without an order, all have to be seen together.
        let columns = if order.is_empty() { wanted.len() } else { COMPARED };
        for (part, wanted) in wanted.chunks(columns).enumerate() {
            let rows: Vec<_> = rows.iter().map(|row| &row[part * columns..][..wanted.len()]).collect();
            self.compare_columns(what, wanted, from, order, &rows).await;
        }
    }

    async fn compare_columns(&self, what: &str, wanted: &[Wanted], from: &str, order: &[String], rows: &[&[Text]]) {
        let sql = comparison(wanted, from, order);
        let mut query = sqlx::query(AssertSqlSafe(sql.clone()));
        for position in 0..wanted.len() {
            let column: Vec<Option<&str>> = rows.iter().map(|row| row[position].as_deref()).collect();
            query = query.bind(column);
        }
        let answer = query.fetch_one(&self.pool).await.unwrap_or_else(|error| panic!("{what}: {error}\n{sql}"));
        let (given, expected, differing): (i64, i64, Vec<i64>) = (answer.get(0), answer.get(1), answer.get(2));
        assert_eq!(given, expected, "{what}: rows given, rows that PostgreSQL has");
        let wrong: Vec<_> = wanted.iter().zip(&differing).filter(|(_, count)| **count > 0).collect();
        assert!(wrong.is_empty() && differing.iter().all(|count| *count == 0), "{what}: rows that differ: {wrong:?}");
    }
}

fn comparison(wanted: &[Wanted], from: &str, order: &[String]) -> String {
    let list = |item: &dyn Fn(usize) -> String| (0..wanted.len()).map(item).collect::<Vec<_>>().join(", ");
    let binds = list(&|index| format!("CAST(${} AS text[])", index + 1));
    let names = list(&|index| format!("c{index}"));
    let given = list(&|index| format!("{} AS c{index}", wanted[index].column.given(&format!("u.c{index}"))));
    let selected = list(&|index| format!("{} AS c{index}", wanted[index].column.selected(&wanted[index].sql)));
    let number =
        if order.is_empty() { "0".to_owned() } else { format!("row_number() OVER (ORDER BY {})", order.join(", ")) };
    let head = format!(
        "WITH given AS MATERIALIZED (SELECT u.o, {given} FROM unnest({binds}) WITH ORDINALITY AS u ({names}, o)),
              wanted AS MATERIALIZED (SELECT {number} AS o, {selected} FROM {from})
         SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM wanted), "
    );
    if order.is_empty() {
        let difference = format!("SELECT {names} FROM given EXCEPT ALL SELECT {names} FROM wanted");
        return format!("{head} ARRAY(SELECT count(*) FROM ({difference}) d)");
    }
    let counts = list(&|index| format!("count(*) FILTER (WHERE g.c{index} IS DISTINCT FROM w.c{index})"));
    format!("{head} (SELECT ARRAY[{counts}] FROM given g JOIN wanted w USING (o))")
}

impl Column {
    /// The text that stands for an API value in a comparison.
    fn given(&self, value: &str) -> String {
        let cast = &self.type_name;
        match (self.category.as_str(), self.base.as_str()) {
            ("A", _) => format!("CAST(CAST({value} AS {cast}) AS text)"),
            (_, "json" | "jsonb") => format!("CAST({value} AS jsonb)"),
            (_, "bytea") => format!("CAST(decode({value}, 'base64') AS text)"),
            // These are compared as the API writes them: each digit and each blank counts.
            (_, "int2" | "int4" | "int8" | "numeric" | "text" | "varchar" | "name" | "uuid" | "bool") => {
                value.to_owned()
            }
            _ => format!("CAST(CAST({value} AS {cast}) AS text)"),
        }
    }

    /// The same of what PostgreSQL has.
    fn selected(&self, sql: &str) -> String {
        match self.base.as_str() {
            // Answers do not tell JSON's null from none.
            "json" | "jsonb" => format!("NULLIF(CAST({sql} AS jsonb), CAST('null' AS jsonb))"),
            "_jsonb" => format!("CAST(array_replace({sql}, CAST('null' AS jsonb), NULL) AS text)"),
            // JSON has no numbers for these.
            "float4" | "float8" => {
                format!("CASE WHEN {sql} NOT IN ('NaN', 'Infinity', '-Infinity') THEN CAST({sql} AS text) END")
            }
            _ => format!("CAST({sql} AS text)"),
        }
    }

    /// A value of the API as PostgreSQL reads it: years outside 0001 to 9999 are written otherwise.
    pub(crate) fn readable(&self, text: &str) -> String {
        let has_year = self.base.trim_start_matches('_').starts_with("timestamp") || self.base.ends_with("date");
        let digits = text.trim_start_matches(['+', '-']).find('-').unwrap_or(0);
        let (year, rest) = text.split_at(text.len().min(digits + usize::from(text.starts_with(['+', '-']))));
        match year.parse::<i64>() {
            Ok(year) if has_year && year < 1 => format!("{:04}{rest} BC", 1 - year),
            Ok(year) if has_year => format!("{year:04}{rest}"),
            _ => text.to_owned(),
        }
    }

    /// Whether items of an array stand in answers as JSON of their own.
    pub(crate) fn is_of_json(&self) -> bool {
        matches!(self.base.as_str(), "_json" | "_jsonb")
    }

    /// Whether items of an array are base64.
    pub(crate) fn is_of_bytes(&self) -> bool {
        self.base == "_bytea"
    }

    /// A column of no table.
    pub(crate) fn of_type(name: &str, base: &str, category: &str) -> Column {
        let text = str::to_owned;
        Column { name: text(name), type_name: text(base), base: text(base), category: text(category) }
    }
}

impl Relation {
    pub(crate) fn sql(&self) -> String {
        format!("{}.{}", quoted(&self.schema), quoted(&self.name))
    }
}

/// A name as SQL takes it.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
