//! Global ids: unpadded base64url of the JSON array `["schema","table","pk as text",…]`, with SQL names, so that renaming
//! in GraphQL keeps them (API.md, "Types").

use super::key;
use crate::{
    catalog::{Table, TableId},
    schema::Schema,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// A global id of a table that this schema has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeId {
    /// Whose row.
    pub table: TableId,
    /// The primary key's values as text, in the key's order.
    pub key: Vec<String>,
}

/// Why a text is no global id of this schema.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// It is not base64url of a JSON array of strings.
    #[error("this is not a global id")]
    Garbage,
    /// It is, but spelled otherwise than ids are given.
    #[error("this is not the canonical spelling of the id")]
    NotCanonical,
    /// There is no such table, or its rows have no ids.
    #[error("`{schema}.{table}` is not a table of this API whose rows have ids")]
    UnknownTable {
        /// SQL name of the schema.
        schema: String,
        /// SQL name of the table.
        table: String,
    },
    /// The primary key has another number of columns.
    #[error("the primary key of `{table}` has {expected} column(s), not {given}")]
    Arity {
        /// SQL name of the table.
        table: String,
        /// How many columns the key has.
        expected: usize,
        /// How many values the id has.
        given: usize,
    },
    /// It is of another type than is asked for.
    #[error("this is an id of `{found}`, not of `{expected}`")]
    OtherType {
        /// The GraphQL type that is asked for.
        expected: String,
        /// The one of the id.
        found: String,
    },
    /// A value cannot be one of its column.
    #[error("the key in this id is not one of `{table}`")]
    Key {
        /// SQL name of the table.
        table: String,
    },
}

impl NodeId {
    /// Reads a global id.
    ///
    /// # Errors
    ///
    /// If it is not the canonical spelling of an id of a table that has ids.
    pub fn parse(schema: &Schema, text: &str) -> Result<Self, IdError> {
        let json = URL_SAFE_NO_PAD.decode(text).map_err(|_| IdError::Garbage)?;
        // Where nothing is escaped, the parts stand in the text itself, and only spaces could make it another spelling.
        if let Ok(parts) = serde_json::from_slice::<Vec<&str>>(&json) {
            let quotes_and_commas = (3 * parts.len()).saturating_sub(1);
            let length = 2 + quotes_and_commas + parts.iter().map(|part| part.len()).sum::<usize>();
            return if length == json.len() { Self::of_parts(schema, &parts) } else { Err(IdError::NotCanonical) };
        }
        let parts: Vec<String> = serde_json::from_slice(&json).map_err(|_| IdError::Garbage)?;
        if serde_json::to_vec(&parts).is_ok_and(|canonical| canonical != json) {
            return Err(IdError::NotCanonical);
        }
        Self::of_parts(schema, &parts.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn of_parts(schema: &Schema, parts: &[&str]) -> Result<Self, IdError> {
        let [schema_name, table_name, values @ ..] = parts else { return Err(IdError::Garbage) };
        let unknown = || IdError::UnknownTable { schema: (*schema_name).into(), table: (*table_name).into() };
        let id = schema.table_by_sql_name(schema_name, table_name).ok_or_else(unknown)?;
        let table = schema.catalog.table(id);
        let columns = table.id_columns().ok_or_else(unknown)?;
        if columns.len() != values.len() {
            let (expected, given) = (columns.len(), values.len());
            return Err(IdError::Arity { table: (*table_name).into(), expected, given });
        }
        if !key::are_canonical(schema, table, columns, values) {
            return Err(IdError::Key { table: (*table_name).into() });
        }
        Ok(Self { table: id, key: values.iter().map(ToString::to_string).collect() })
    }
}

/// What every id of a table begins with, before base64: `["public","album"`.
pub fn head(table: &Table) -> String {
    let names = serde_json::json!([table.schema, table.name]).to_string();
    names.trim_end_matches(']').to_owned()
}
