//! Catalog and names → [`Schema`].

use super::{
    Argument, EnumType, EnumValue, Field, InputType, InterfaceType, Meaning, ObjectType, PageSizes, Resolve, Schema,
    Type, TypeId, TypeKind, TypeRef, describe, filters::Filters, introspection, leaf, orders::Orders, scalars,
    shared::Shared,
};
use crate::{
    catalog::{self, Catalog, ColumnId, TableId, comment},
    naming::{ManyToMany, Name, Naming, Relation, RelationKind},
};
use std::{collections::HashMap, sync::Arc};

/// The schema that API.md describes for a catalog and its names.
///
/// Naming has proved that no name stands for two things, so this cannot fail.
pub fn build(catalog: Catalog, mut naming: Naming, page_sizes: PageSizes) -> Schema {
    let mut builder = Builder::new(&catalog, &naming);
    builder.declare_types();
    let clashes = builder.declare_filters();
    builder.declare_orders();
    builder.prepare_arguments();
    let mut types: Vec<(TypeId, TypeKind)> = Vec::new();
    for (table, _) in catalog.tables() {
        types.extend(builder.table_types(table));
    }
    types.extend(builder.filter_types());
    types.extend(builder.order_types());
    types.push((builder.page_info, builder.page_info_type()));
    types.push((builder.node, builder.node_type()));
    types.push((builder.query, builder.query_type()));
    let Builder { types: mut slots, mut by_name, objects, query, node, .. } = builder;
    for (id, kind) in types {
        slots[id.0].kind = kind;
    }
    naming.clashes.extend(clashes);
    let mut tables: HashMap<String, HashMap<String, TableId>> = HashMap::new();
    for (id, table) in catalog.tables() {
        tables.entry(table.schema.clone()).or_default().insert(table.name.clone(), id);
    }
    let entrances = introspection::declare(&mut slots, &mut by_name);
    let directives = introspection::directives(&by_name);
    Schema { types: slots, query, node, directives, entrances, by_name, objects, tables, page_sizes, catalog, naming }
}

pub(super) struct Builder<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) naming: &'a Naming,
    types: Vec<Type>,
    pub(super) by_name: HashMap<Name, TypeId>,
    pub(super) objects: Vec<TypeId>,
    query: TypeId,
    pub(super) node: TypeId,
    page_info: TypeId,
    pub(super) filters: Filters,
    pub(super) orders: Orders,
    /// By table.
    pub(super) connection_arguments: Vec<Arc<[Argument]>>,
    page_arguments: Vec<Argument>,
    pub(super) shared: Shared,
}

impl<'a> Builder<'a> {
    fn new(catalog: &'a Catalog, naming: &'a Naming) -> Self {
        let none = TypeId(0);
        Self {
            catalog,
            naming,
            types: Vec::new(),
            by_name: HashMap::new(),
            objects: Vec::new(),
            query: none,
            node: none,
            page_info: none,
            filters: Filters::default(),
            orders: Orders::default(),
            connection_arguments: Vec::new(),
            page_arguments: Vec::new(),
            shared: Shared::default(),
        }
    }

    /// Gives every type its place, so that fields can refer to types that are not made yet.
    fn declare_types(&mut self) {
        for scalar in scalars::SCALARS {
            if let Some(name) = Name::new(scalar.name) {
                self.declare(name, scalar.description.and_then(describe::text), TypeKind::Scalar(scalar));
            }
        }
        self.query = self.declare_builtin("Query", describe::QUERY);
        self.node = self.declare_builtin("Node", describe::NODE);
        self.page_info = self.declare_builtin("PageInfo", describe::PAGE_INFO);
        for (type_id, names) in &self.naming.enums {
            let described = self.catalog.type_of(*type_id).comment.as_deref().and_then(description);
            let kind = enum_type(self.catalog.type_of(*type_id), &names.values);
            self.declare(names.type_name.clone(), described, kind);
        }
        for (table, names) in self.naming.tables.iter().enumerate() {
            let sql = &self.catalog.tables[table];
            let object = self.declare(
                names.type_name.clone(),
                sql.comment.as_deref().and_then(description),
                TypeKind::Object(ObjectType::default()),
            );
            self.objects.push(object);
            self.declare_connection(
                &names.connection,
                &names.edge,
                names.type_name.as_str(),
                sql.default_key().is_none(),
            );
            for relation in &names.relations {
                if let RelationKind::ManyToMany(many) = &relation.kind {
                    self.declare_connection(&many.connection, &many.edge, relation.field.as_str(), false);
                }
            }
        }
    }

    pub(super) fn declare(&mut self, name: Name, description: Option<Arc<str>>, kind: TypeKind) -> TypeId {
        let id = TypeId(self.types.len());
        self.by_name.insert(name.clone(), id);
        self.types.push(Type { name, description, kind });
        id
    }

    fn declare_builtin(&mut self, name: &'static str, description: &str) -> TypeId {
        match Name::new(name) {
            Some(name) => self.declare(name, describe::text(description), TypeKind::Object(ObjectType::default())),
            None => self.query,
        }
    }

    fn declare_connection(&mut self, connection: &Name, edge: &Name, of: &str, counts_rows: bool) {
        let note = if counts_rows { format!(" {}", describe::OFFSET_CURSORS) } else { String::new() };
        let text: Arc<str> = format!("A page of `{of}`.{note}").into();
        self.declare(connection.clone(), Some(text), TypeKind::Object(ObjectType::default()));
        let text: Arc<str> = format!("A row of a page of `{of}`, with its cursor.").into();
        self.declare(edge.clone(), Some(text), TypeKind::Object(ObjectType::default()));
    }

    /// A type that was declared. All names come from the same naming, so the root type is never the answer.
    pub(super) fn id(&self, name: &str) -> TypeId {
        self.by_name.get(name).copied().unwrap_or(self.query)
    }

    /// What connections take: those of one table the same.
    fn prepare_arguments(&mut self) {
        let argument = |name: &str, type_name: &str, description: &str| {
            self.argument(name, description, TypeRef::nullable(self.id(type_name)), Meaning::Named)
        };
        let page = [
            argument("first", "Int", describe::FIRST),
            argument("last", "Int", describe::LAST),
            argument("before", "String", describe::BEFORE),
            argument("after", "String", describe::AFTER),
            argument("offset", "Int", describe::OFFSET),
        ];
        self.page_arguments = page.into_iter().flatten().collect();
        let tables = self.filters.tables.iter().zip(&self.orders.tables);
        self.connection_arguments = tables.map(|(filter, order)| self.arguments_of(*filter, *order)).collect();
    }

    fn arguments_of(&self, filter: TypeId, order: Option<TypeId>) -> Arc<[Argument]> {
        let filter = self.argument("filter", describe::FILTER, TypeRef::nullable(filter), Meaning::Filter);
        let order = order.and_then(|order| {
            self.argument("orderBy", describe::ORDER_BY, TypeRef::required(order).list(), Meaning::OrderBy)
        });
        self.page_arguments.iter().cloned().chain(filter).chain(order).collect()
    }

    pub(super) fn argument(
        &self,
        name: &str,
        description: &str,
        type_ref: TypeRef,
        meaning: Meaning,
    ) -> Option<Argument> {
        let description = Some(self.shared.text(description));
        self.shared.name(name).map(|name| Argument { name, description, type_ref, meaning })
    }

    pub(super) fn name_of(&self, id: TypeId) -> &Name {
        &self.types[id.0].name
    }

    /// The object, connection and edge of a table, and the connections of its many-to-many relations.
    fn table_types(&self, table: TableId) -> Vec<(TypeId, TypeKind)> {
        let names = self.naming.table(table);
        let object = self.objects[table.0];
        let mut types = vec![(object, self.row_type(table))];
        types.push((self.id(names.edge.as_str()), self.edge_type(object, Vec::new())));
        types.push((self.id(names.connection.as_str()), self.connection_type(object, self.id(names.edge.as_str()))));
        for relation in &names.relations {
            if let RelationKind::ManyToMany(many) = &relation.kind {
                let target = self.objects[self.catalog.foreign_key(many.far).target.0];
                let edge = self.id(many.edge.as_str());
                types.push((edge, self.edge_type(target, self.edge_columns(many))));
                types.push((self.id(many.connection.as_str()), self.connection_type(target, edge)));
            }
        }
        types
    }

    fn row_type(&self, id: TableId) -> TypeKind {
        let table = self.catalog.table(id);
        let names = self.naming.table(id);
        let mut fields = Vec::with_capacity(table.columns.len() + names.relations.len() + 1);
        if table.is_node() {
            fields.extend(self.global_id());
        }
        for (column, sql) in table.columns() {
            fields.push(self.column_field(names.column(column).clone(), sql, Resolve::Column(column)));
        }
        fields.extend(names.relations.iter().map(|relation| self.relation_field(relation)));
        let interfaces = if table.is_node() { vec![self.node] } else { Vec::new() };
        TypeKind::Object(ObjectType { interfaces, table: Some(id), ..ObjectType::new(fields) })
    }

    fn global_id(&self) -> Option<Field> {
        self.builtin("id", describe::GLOBAL_ID, TypeRef::required(self.id("ID")), Resolve::GlobalId)
    }

    fn column_field(&self, name: Name, column: &catalog::Column, resolve: Resolve) -> Field {
        Field {
            name,
            description: self.comment(column.comment.as_deref()),
            arguments: Arc::default(),
            type_ref: self.column_type(column),
            deprecated: None,
            resolve,
        }
    }

    pub(super) fn column_type(&self, column: &catalog::Column) -> TypeRef {
        let leaf = leaf::of(self.catalog, column);
        let listed = self.leaf_type(leaf.kind, leaf.depth);
        if leaf.non_null { listed.non_null() } else { listed }
    }

    /// `[Int]` for integers of depth 1.
    pub(super) fn leaf_type(&self, kind: leaf::LeafKind, depth: u32) -> TypeRef {
        let named = match kind {
            leaf::LeafKind::Scalar(name) => self.id(name),
            leaf::LeafKind::Enum(type_id) => self
                .naming
                .enums
                .get(&type_id)
                .map_or_else(|| self.id(scalars::AS_TEXT.scalar), |names| self.id(names.type_name.as_str())),
        };
        (0..depth).fold(TypeRef::nullable(named), |inner, _| inner.list())
    }

    fn relation_field(&self, relation: &Relation) -> Field {
        let (type_ref, arguments, resolve) = match &relation.kind {
            RelationKind::Forward(key) => {
                let foreign_key = self.catalog.foreign_key(*key);
                let object = self.objects[foreign_key.target.0];
                let required = self.catalog.always_has_target(foreign_key);
                let type_ref = if required { TypeRef::required(object) } else { TypeRef::nullable(object) };
                (type_ref, Arc::default(), Resolve::Forward(*key))
            }
            RelationKind::BackwardOne(key) => {
                let object = self.objects[self.catalog.foreign_key(*key).table.0];
                (TypeRef::nullable(object), Arc::default(), Resolve::BackwardOne(*key))
            }
            RelationKind::BackwardMany(key) => {
                let table = self.catalog.foreign_key(*key).table;
                let connection = TypeRef::required(self.id(self.naming.table(table).connection.as_str()));
                (connection, Arc::clone(&self.connection_arguments[table.0]), Resolve::BackwardMany(*key))
            }
            RelationKind::ManyToMany(many) => {
                let connection = TypeRef::required(self.id(many.connection.as_str()));
                let resolve = Resolve::ManyToMany { near: many.near, far: many.far };
                let order = self.by_name.get(&many.order_by).copied();
                (connection, self.arguments_of(self.id(many.filter.as_str()), order), resolve)
            }
        };
        let description = Some(self.shared.text(&self.relation_description(&relation.kind)));
        Field { name: relation.field.clone(), description, arguments, type_ref, deprecated: None, resolve }
    }

    /// What of a comment is shown to clients.
    pub(super) fn comment(&self, comment: Option<&str>) -> Option<Arc<str>> {
        comment.and_then(|comment| comment::description(comment).text).map(|text| self.shared.text(&text))
    }

    pub(super) fn relation_description(&self, kind: &RelationKind) -> String {
        let columns = |table: TableId, columns: &[ColumnId]| {
            let names: Vec<_> =
                columns.iter().map(|column| self.naming.table(table).column(*column).as_str()).collect();
            names.join("`, `")
        };
        match kind {
            RelationKind::Forward(key) => {
                let key = self.catalog.foreign_key(*key);
                let object = &self.naming.table(key.target).type_name;
                match key.comment.as_deref().and_then(description) {
                    Some(comment) => comment.to_string(),
                    None => format!("The `{object}` of `{}`.", columns(key.table, &key.columns)),
                }
            }
            RelationKind::BackwardOne(key) | RelationKind::BackwardMany(key) => {
                let key = self.catalog.foreign_key(*key);
                let object = &self.naming.table(key.table).type_name;
                format!("`{object}` by its `{}`.", columns(key.table, &key.columns))
            }
            RelationKind::ManyToMany(many) => {
                let far = self.catalog.foreign_key(many.far);
                let target = &self.naming.table(far.target).type_name;
                format!("`{target}` through `{}`.", self.naming.table(far.table).type_name)
            }
        }
    }

    fn edge_columns(&self, many: &ManyToMany) -> Vec<Field> {
        let join = self.catalog.table(self.catalog.foreign_key(many.far).table);
        let columns = join.columns().zip(&many.edge_columns);
        columns.map(|((id, sql), name)| self.column_field(name.clone(), sql, Resolve::EdgeColumn(id))).collect()
    }

    fn edge_type(&self, object: TypeId, columns: Vec<Field>) -> TypeKind {
        let string = TypeRef::required(self.id("String"));
        let fields = [
            self.builtin("cursor", describe::CURSOR, string, Resolve::Cursor),
            self.builtin("node", describe::EDGE_NODE, TypeRef::required(object), Resolve::EdgeNode),
        ];
        TypeKind::Object(ObjectType::new(fields.into_iter().flatten().chain(columns).collect()))
    }

    fn connection_type(&self, object: TypeId, edge: TypeId) -> TypeKind {
        let list = |item: TypeId| TypeRef::required(item).list().non_null();
        let int = TypeRef::required(self.id("Int"));
        let fields = [
            self.builtin("edges", describe::EDGES, list(edge), Resolve::Edges),
            self.builtin("nodes", describe::NODES, list(object), Resolve::ConnectionNodes),
            self.builtin("pageInfo", describe::PAGE_INFO, TypeRef::required(self.page_info), Resolve::PageInfo),
            self.builtin("totalCount", describe::TOTAL_COUNT, int.clone(), Resolve::TotalCount),
            self.builtin("estimatedCount", describe::ESTIMATED_COUNT, int, Resolve::EstimatedCount),
        ];
        TypeKind::Object(ObjectType::new(fields.into_iter().flatten().collect()))
    }

    fn page_info_type(&self) -> TypeKind {
        let boolean = || TypeRef::required(self.id("Boolean"));
        let string = || TypeRef::nullable(self.id("String"));
        let fields = [
            self.builtin("hasNextPage", describe::HAS_NEXT, boolean(), Resolve::HasNextPage),
            self.builtin("hasPreviousPage", describe::HAS_PREVIOUS, boolean(), Resolve::HasPreviousPage),
            self.builtin("startCursor", describe::START_CURSOR, string(), Resolve::StartCursor),
            self.builtin("endCursor", describe::END_CURSOR, string(), Resolve::EndCursor),
        ];
        TypeKind::Object(ObjectType::new(fields.into_iter().flatten().collect()))
    }

    fn node_type(&self) -> TypeKind {
        let fields: Vec<Field> = self.global_id().into_iter().collect();
        let nodes = self.catalog.tables().filter(|(_, table)| table.is_node());
        let possible = nodes.map(|(id, _)| self.objects[id.0]).collect();
        TypeKind::Interface(InterfaceType { fields: fields.into(), possible })
    }

    pub(super) fn builtin(&self, name: &str, description: &str, type_ref: TypeRef, resolve: Resolve) -> Option<Field> {
        self.shared.name(name).map(|name| Field {
            name,
            description: Some(self.shared.text(description)),
            arguments: Arc::default(),
            type_ref,
            deprecated: None,
            resolve,
        })
    }
}

impl ObjectType {
    pub(super) fn new(fields: Vec<Field>) -> Self {
        Self { fields: fields.into(), interfaces: Vec::new(), table: None }
    }
}

impl InputType {
    pub(super) fn new(fields: Vec<Argument>, one_of: bool) -> Self {
        Self { fields: fields.into(), one_of }
    }
}

fn enum_type(sql: &catalog::Type, names: &[Name]) -> TypeKind {
    let labels: &[String] = match &sql.kind {
        catalog::TypeKind::Enum(labels) => labels,
        _ => &[],
    };
    let values: Vec<EnumValue> = names
        .iter()
        .zip(labels)
        .map(|(name, label)| EnumValue { name: name.clone(), label: label.as_str().into(), description: None })
        .collect();
    TypeKind::Enum(EnumType::new(values))
}

impl EnumType {
    pub(super) fn new(values: Vec<EnumValue>) -> Self {
        let by_name = values.iter().enumerate().map(|(index, value)| (value.name.clone(), index)).collect();
        let by_label = values.iter().enumerate().map(|(index, value)| (Arc::clone(&value.label), index)).collect();
        Self { values, by_name, by_label }
    }
}

/// What of a comment is shown to clients.
pub(super) fn description(text: &str) -> Option<Arc<str>> {
    comment::description(text).text.map(Into::into)
}
