//! Names inside a statement: `tN` for a mentioned table, `lN` for a level, `p` for a page, `s` for a lateral.

use crate::{
    catalog::Table,
    plan::{Expression, Level, Mention, Query, RowValueSource, Source},
    schema::Schema,
};
use sea_query::Alias;
use std::collections::{HashMap, HashSet};

/// PostgreSQL cuts longer identifiers off.
const LONGEST: usize = 63;

/// A name, always owned: sea-query escapes no other.
pub(super) fn ident(name: &str) -> Alias {
    Alias::new(name)
}

pub(super) fn mention(mention: Mention) -> Alias {
    Alias::new(format!("t{}", mention.0))
}

pub(super) fn level(position: usize) -> Alias {
    Alias::new(format!("l{position}"))
}

/// What a level calls the values that it carries and the key of its parent.
pub(super) struct Names {
    carried: HashMap<Expression, String>,
    /// The parent's key: `k`, `k1`, …
    pub(super) key: Vec<String>,
    /// The number of a row within its parent.
    pub(super) row_number: String,
}

impl Names {
    pub(super) fn of(schema: &Schema, query: &Query, level: &Level) -> Self {
        let mut used = HashSet::new();
        let carried = level.carried.iter().map(|expression| {
            let name = unused(&mut used, &wish(schema, query, level, *expression));
            (*expression, name)
        });
        let carried = carried.collect();
        let keys = level.side.parent.as_ref().map_or(0, |parent| parent.key.len());
        let key = (0..keys)
            .map(|position| unused(&mut used, &if position == 0 { "k".to_owned() } else { format!("k{position}") }));
        Self { carried, key: key.collect(), row_number: unused(&mut used, "rn") }
    }

    /// The name of a carried value. What is not carried has none, and PostgreSQL would say so.
    pub(super) fn get(&self, expression: Expression) -> Alias {
        ident(self.carried.get(&expression).map_or("?", String::as_str))
    }
}

fn wish(schema: &Schema, query: &Query, level: &Level, expression: Expression) -> String {
    let table = schema.catalog.table(query.table(expression.mention));
    let name = match expression.value {
        RowValueSource::Column(column) => table.column(column).name.clone(),
        RowValueSource::Number => number(table, &level.side.source),
        RowValueSource::Identity => identity(table),
    };
    if expression.mention == level.side.base { name } else { format!("t{}_{name}", expression.mention.0) }
}

/// The name of the running number of rows: no column of the table.
pub(super) fn number(table: &Table, source: &Source) -> String {
    beside_columns(table, if matches!(source, Source::Keys(_)) { "n" } else { "row_number" })
}

/// The name of what tells rows apart: no column of the table.
pub(super) fn identity(table: &Table) -> String {
    beside_columns(table, "identity")
}

fn beside_columns(table: &Table, wish: &str) -> String {
    let mut name = wish.to_owned();
    while table.columns.iter().any(|column| column.name == name) {
        name.push('_');
    }
    name
}

fn unused(used: &mut HashSet<String>, wish: &str) -> String {
    let mut name = wish.to_owned();
    let mut counter = 0;
    while name.len() > LONGEST || !used.insert(name.clone()) {
        name = format!("c{counter}");
        counter += 1;
    }
    name
}
