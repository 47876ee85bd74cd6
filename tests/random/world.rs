//! A database as the evaluator sees it: what the schema says that names mean, and all rows.

use super::data::Data;
use relata::catalog::{ColumnId, ForeignKeyId, TableId};
use relata::naming::{ManyToMany, RelationKind};
use relata::schema::{Field, Resolve, Schema, TypeId};

/// What documents are about.
#[derive(Clone, Copy)]
pub(crate) struct World<'w> {
    pub(crate) schema: &'w Schema,
    pub(crate) data: &'w Data,
}

/// A row of a connection: of its table, and of the join table that led there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Entry {
    pub(crate) row: u32,
    pub(crate) edge: Option<u32>,
}

/// Which rows a connection has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Site {
    Root(TableId),
    Backward(ForeignKeyId),
    Through { near: ForeignKeyId, far: ForeignKeyId },
}

impl<'w> World<'w> {
    /// Which rows `field` gives, if it is a connection.
    pub(crate) fn site(&self, field: &Field) -> Option<Site> {
        match field.resolve {
            Resolve::Connection(table) => Some(Site::Root(table)),
            Resolve::BackwardMany(key) => Some(Site::Backward(key)),
            Resolve::ManyToMany { near, far } => Some(Site::Through { near, far }),
            _ => None,
        }
    }

    /// The table of a connection's rows.
    pub(crate) fn table_of(&self, site: Site) -> TableId {
        match site {
            Site::Root(table) => table,
            Site::Backward(key) => self.schema.catalog.foreign_key(key).table,
            Site::Through { far, .. } => self.schema.catalog.foreign_key(far).target,
        }
    }

    /// The names of a connection that leads through a join table.
    pub(crate) fn through(&self, site: Site) -> Option<&'w ManyToMany> {
        let Site::Through { near, far } = site else { return None };
        let relations = self.schema.naming.tables.iter().flat_map(|names| &names.relations);
        let mut ways = relations.filter_map(|relation| match &relation.kind {
            RelationKind::ManyToMany(many) => Some(many),
            _ => None,
        });
        ways.find(|many| (many.near, many.far) == (near, far))
    }

    /// The same of a relation.
    pub(crate) fn relation_through(&self, kind: &RelationKind) -> Option<&'w ManyToMany> {
        let RelationKind::ManyToMany(many) = kind else { return None };
        self.through(Site::Through { near: many.near, far: many.far })
    }

    /// The join table of a way through one.
    pub(crate) fn join_table(&self, many: &ManyToMany) -> TableId {
        self.schema.catalog.foreign_key(many.far).table
    }

    /// Whether a connection's rows have an order of their own.
    pub(crate) fn is_keyed(&self, site: Site) -> bool {
        self.schema.catalog.table(self.table_of(site)).default_key().is_some()
    }

    /// All rows of a connection, in their default order.
    pub(crate) fn entries(&self, site: Site, parent: Option<u32>) -> Vec<Entry> {
        let plain = |row: &u32| Entry { row: *row, edge: None };
        let parent = || parent.expect("only roots have no parent") as usize;
        match site {
            Site::Root(table) => self.data.table(table).by_default.iter().map(plain).collect(),
            Site::Backward(key) => self.data.join(key).backward[parent()].iter().map(plain).collect(),
            Site::Through { near, far } => {
                let joined = self.data.join(near).backward[parent()].iter();
                let forward = &self.data.join(far).forward;
                let entries =
                    joined.filter_map(|join| Some(Entry { row: forward[*join as usize]?, edge: Some(*join) }));
                entries.collect()
            }
        }
    }

    /// The one row that a relation leads to.
    pub(crate) fn follow(&self, kind: &RelationKind, row: u32) -> Option<u32> {
        match kind {
            RelationKind::Forward(key) => self.data.join(*key).forward[row as usize],
            RelationKind::BackwardOne(key) => self.data.join(*key).backward[row as usize].first().copied(),
            RelationKind::BackwardMany(_) | RelationKind::ManyToMany(_) => panic!("{kind:?} leads to many rows"),
        }
    }

    /// All rows that a relation leads to.
    pub(crate) fn reach(&self, kind: &RelationKind, row: u32) -> Vec<Entry> {
        let site = match kind {
            RelationKind::BackwardMany(key) => Site::Backward(*key),
            RelationKind::ManyToMany(many) => Site::Through { near: many.near, far: many.far },
            RelationKind::Forward(_) | RelationKind::BackwardOne(_) => panic!("{kind:?} leads to one row"),
        };
        self.entries(site, Some(row))
    }

    /// Where a relation leads.
    pub(crate) fn target(&self, kind: &RelationKind) -> TableId {
        let catalog = &self.schema.catalog;
        match kind {
            RelationKind::Forward(key) => catalog.foreign_key(*key).target,
            RelationKind::BackwardOne(key) | RelationKind::BackwardMany(key) => catalog.foreign_key(*key).table,
            RelationKind::ManyToMany(many) => catalog.foreign_key(many.far).target,
        }
    }

    /// The output field `name` of a type.
    pub(crate) fn field(&self, parent: TypeId, name: &str) -> &Field {
        self.schema.field(parent, name).unwrap_or_else(|| panic!("{}.{name}", self.schema.get(parent).name))
    }

    /// The rank of a value that a client writes, among those of a column; `None` if it is null.
    pub(crate) fn rank(&self, table: TableId, column: ColumnId, value: &serde_json::Value) -> Option<u32> {
        let column = self.data.table(table).column(column);
        let key = column.spelling.key(value)?;
        Some(*column.dictionary.get(&key).unwrap_or_else(|| panic!("the rank of {value} is not known")))
    }
}

/// What a field of the filters and orders of a way through a join table is called in those of the table that it leads to;
/// `None` is the join table's row. Other filters and orders have no such row.
pub(crate) fn beside_edge<'n>(name: &'n str, through: Option<&ManyToMany>) -> Option<&'n str> {
    match through {
        Some(_) if name == "edge" => None,
        Some(many) if many.displaced_edge.as_ref().is_some_and(|displaced| displaced.as_str() == name) => Some("edge"),
        _ => Some(name),
    }
}
