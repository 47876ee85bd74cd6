//! What follows from the catalog, and more than one stage asks.

use super::{Catalog, ColumnId, ForeignKey, Key, Table, comment};

impl Table {
    /// The key that ends every order: the primary key, else the key over NOT NULL columns that has the fewest columns,
    /// ties by column position. `None` where rows have no stable order.
    pub fn default_key(&self) -> Option<&Key> {
        if self.has_children {
            return None;
        }
        let not_null = |key: &&Key| key.columns.iter().all(|column| self.column(*column).not_null);
        self.primary_key
            .as_ref()
            .or_else(|| self.unique_keys.iter().filter(not_null).min_by_key(|key| (key.columns.len(), &key.columns)))
    }

    /// The keys that PostgreSQL enforces over all of its rows.
    pub fn enforced_keys(&self) -> impl Iterator<Item = &Key> {
        self.primary_key.iter().chain(&self.unique_keys).filter(|_| !self.has_children)
    }

    /// The columns that a global id consists of: the primary key's, where PostgreSQL enforces it.
    pub fn id_columns(&self) -> Option<&[ColumnId]> {
        let key = self.primary_key.as_ref().filter(|_| !self.has_children)?;
        Some(&key.columns)
    }

    /// Whether rows have a global id.
    pub fn is_node(&self) -> bool {
        self.id_columns().is_some()
    }
}

impl Catalog {
    /// What is odd about comments that clients will see: each sentence names the object.
    pub(super) fn comment_warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        let mut check = |object: String, comment: &Option<String>| {
            let warning = comment.as_deref().and_then(|comment| comment::description(comment).warning);
            warnings.extend(warning.map(|warning| format!("The comment on {object}: {warning}.")));
        };
        for table in &self.tables {
            let name = format!("{}.{}", table.schema, table.name);
            check(name.clone(), &table.comment);
            for column in &table.columns {
                check(format!("{name}.{}", column.name), &column.comment);
            }
        }
        for key in &self.foreign_keys {
            check(format!("the constraint {} of {}", key.name, self.table(key.table).name), &key.comment);
        }
        for type_ in self.types.iter().filter(|type_| type_.schema != "pg_catalog") {
            check(format!("the type {}.{}", type_.schema, type_.name), &type_.comment);
        }
        warnings
    }

    /// Whether each row has a visible row at the other end of a foreign key: nothing is NULL, existing rows were checked,
    /// and row-level security hides none.
    pub fn always_has_target(&self, key: &ForeignKey) -> bool {
        let table = self.table(key.table);
        key.validated
            && key.columns.iter().all(|column| table.column(*column).not_null)
            && !table.has_children
            && !self.table(key.target).row_security
    }
}
