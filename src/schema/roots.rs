//! The fields of `Query`: `node`, `nodes`, and for each table a connection and the lookups by its keys.

use super::{
    Argument, Field, Meaning, ObjectType, Resolve, TypeKind, TypeRef,
    build::{Builder, description},
    describe,
};
use crate::{
    catalog::{ColumnId, TableId},
    naming::{Lookup, Name},
};
use std::sync::Arc;

impl Builder<'_> {
    /// The type `Query`.
    pub(super) fn query_type(&self) -> TypeKind {
        let id = TypeRef::required(self.id("ID"));
        let node = TypeRef::nullable(self.node);
        let argument = |name: &str, description: &str, type_ref: TypeRef| -> Arc<[Argument]> {
            let description = describe::text(description);
            let argument =
                Name::new(name).map(|name| Argument { name, description, type_ref, meaning: Meaning::Named });
            argument.into_iter().collect()
        };
        let mut fields: Vec<Field> = [
            self.builtin("node", describe::NODE_FIELD, node.clone(), Resolve::Node)
                .map(|field| Field { arguments: argument("id", describe::ID_ARGUMENT, id.clone()), ..field }),
            self.builtin("nodes", describe::NODES_FIELD, node.list(), Resolve::Nodes).map(|field| Field {
                arguments: argument("ids", describe::IDS_ARGUMENT, id.list().non_null()),
                ..field
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        for (id, _) in self.catalog.tables() {
            fields.extend(self.root_fields(id));
        }
        TypeKind::Object(ObjectType::new(fields))
    }

    fn root_fields(&self, id: TableId) -> Vec<Field> {
        let names = self.naming.table(id);
        let table = self.catalog.table(id);
        let mut fields = vec![Field {
            name: names.connection_field.clone(),
            description: Some(self.connection_description(id)),
            arguments: Arc::clone(&self.connection_arguments[id.0]),
            type_ref: TypeRef::nullable(self.id(names.connection.as_str())),
            deprecated: None,
            resolve: Resolve::Connection(id),
        }];
        if !table.has_children {
            fields.extend(names.lookups.iter().flat_map(|lookup| self.lookup_fields(id, lookup)));
        }
        fields
    }

    fn lookup_fields(&self, id: TableId, lookup: &Lookup) -> Vec<Field> {
        let names = self.naming.table(id);
        let table = self.catalog.table(id);
        let object = self.objects[id.0];
        let key: Vec<_> = lookup.columns.iter().map(|column| names.column(*column).as_str()).collect();
        let argument = |column: ColumnId, name: Name, type_ref: TypeRef| Argument {
            name,
            description: Some(
                table
                    .column(column)
                    .comment
                    .as_deref()
                    .and_then(description)
                    .unwrap_or_else(|| format!("A value of `{}`.", names.column(column)).into()),
            ),
            type_ref,
            meaning: Meaning::Key(column),
        };
        let required = |column: ColumnId| self.column_type(table.column(column)).non_null();
        let arguments =
            lookup.columns.iter().map(|column| argument(*column, names.column(*column).clone(), required(*column)));
        let mut fields = vec![Field {
            name: lookup.field.clone(),
            description: Some(format!("The `{}` with this `{}`, or null.", names.type_name, key.join("`, `")).into()),
            arguments: arguments.collect(),
            type_ref: TypeRef::nullable(object),
            deprecated: None,
            resolve: Resolve::Lookup(id, lookup.columns.as_slice().into()),
        }];
        if let (Some(plural), [column]) = (&lookup.plural, lookup.columns.as_slice()) {
            let values = argument(*column, plural.argument.clone(), required(*column).list().non_null());
            let about =
                format!("The `{}` of each value, in the same order, with null where there is none.", names.type_name);
            fields.push(Field {
                name: plural.field.clone(),
                description: Some(about.into()),
                arguments: [values].into(),
                type_ref: TypeRef::nullable(object).list(),
                deprecated: None,
                resolve: Resolve::PluralLookup(id, *column),
            });
        }
        fields
    }

    /// The table's comment, or at least what the field gives.
    fn connection_description(&self, id: TableId) -> Arc<str> {
        let comment = self.catalog.table(id).comment.as_deref().and_then(description);
        comment.unwrap_or_else(|| format!("All `{}`, a page at a time.", self.naming.table(id).type_name).into())
    }
}
