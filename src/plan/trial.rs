//! Arguments that only PostgreSQL can judge.

use super::{Evaluated, Input, InputKind, array_literal, input::items};
use crate::{
    catalog::{ColumnId, TableId, TypeId, TypeKind},
    document::Variables,
    schema::{Schema, operators::Pattern, scalars::examples},
};

/// What PostgreSQL has to make of an argument's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    /// A value of a type, or a list of them.
    Value {
        /// The type, below domains.
        type_id: TypeId,
        /// Whether it is a list.
        list: bool,
    },
    /// A regular expression.
    Regex,
}

impl Input {
    /// What PostgreSQL has to make of it, if that can fail.
    pub fn trial(&self, schema: &Schema) -> Option<Trial> {
        let value = |table: TableId, column: ColumnId, list| {
            let column = schema.catalog.table(table).column(column);
            Trial::Value { type_id: schema.catalog.base_type(column.type_id), list }
        };
        match self.kind {
            InputKind::Column(table, column) => Some(value(table, column, false)),
            InputKind::ColumnList(table, column) => Some(value(table, column, true)),
            InputKind::Pattern(Pattern::Regex) => Some(Trial::Regex),
            _ => None,
        }
    }

    /// The first items of a list only, so that a trial tells which of them is at fault.
    pub fn beginning(&self, schema: &Schema, variables: &Variables, length: usize) -> Option<Evaluated> {
        let InputKind::ColumnList(table, column) = self.kind else { return None };
        let items = items(self.given(variables), variables);
        let texts = self.item_texts(schema, (table, column), items.get(..length)?, variables).ok()?;
        Some(Evaluated { parts: vec![array_literal(&texts)], length, ..Evaluated::default() })
    }
}

impl Trial {
    /// What was expected, with an example: `inet, like "192.0.2.1/24"`.
    pub fn expected(self, schema: &Schema) -> String {
        let Self::Value { type_id, .. } = self else {
            return "a regular expression of PostgreSQL, like \"^AC\"".to_owned();
        };
        let type_of = |type_id| schema.catalog.type_of(type_id);
        let (item, brackets) = match &type_of(type_id).kind {
            TypeKind::Array(element) => (type_of(*element), "[]"),
            _ => (type_of(type_id), ""),
        };
        let schema_name = if item.schema == "pg_catalog" { String::new() } else { format!("{}.", item.schema) };
        let example = examples::example(item).map(|example| format!(", like {}", serde_json::Value::from(example)));
        format!("{schema_name}{}{brackets}{}", item.name, example.unwrap_or_default())
    }
}
