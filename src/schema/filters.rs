//! The input types of filters (API.md, "Filter"): one for each table, for each relation to many, and for each type of
//! columns with the operators that it has.

use super::{
    Argument, InputType, Meaning, Quantifier, TypeId, TypeKind, TypeRef,
    build::Builder,
    describe,
    leaf::{self, Leaf, LeafKind},
    operators::{Family, ID_OPERATORS, OPERATORS, Operator, Takes, families},
};
use crate::{
    catalog::{Column, Table, TableId},
    naming::{ManyToMany, Name, Relation, RelationKind},
};
use std::collections::BTreeMap;

/// Where the filters are.
#[derive(Default)]
pub(super) struct Filters {
    /// By table.
    pub(super) tables: Vec<TypeId>,
    /// By table: whether a relation to one row leads to it, which may lead to none.
    can_be_null: Vec<bool>,
    /// By table: the filter of relations to many of its rows, if there are any.
    to_many: Vec<Option<TypeId>>,
    /// The filters of columns.
    leaves: BTreeMap<LeafFilter, TypeId>,
    /// The filter of global ids.
    id: Option<TypeId>,
}

/// Columns whose values are alike and have the same operators share a filter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct LeafFilter {
    /// Depth of an array; plain ones have the better claim to a name.
    depth: u32,
    families: Vec<Family>,
    kind: LeafKind,
}

impl LeafFilter {
    fn of(leaf: &Leaf, families: Vec<Family>) -> Self {
        // Where nothing can be compared it does not matter what it is.
        if families == [Family::Null] {
            return Self { depth: 0, families, kind: LeafKind::Scalar("Boolean") };
        }
        Self { depth: leaf.depth, families, kind: leaf.kind }
    }
}

impl Builder<'_> {
    /// Gives every filter its place. Says which of them did not get the name that it would like.
    pub(super) fn declare_filters(&mut self) -> Vec<String> {
        self.declare_table_filters();
        if self.catalog.tables.iter().any(Table::is_node) {
            self.filters.id = self.declare_input("IDFilter", "Conditions on a global id.".into());
        }
        let mut leaves: Vec<LeafFilter> = Vec::new();
        for column in self.catalog.tables.iter().flat_map(|table| &table.columns) {
            leaves.push(self.leaf_filter(column));
        }
        leaves.sort_unstable();
        leaves.dedup();
        let mut clashes = Vec::new();
        for leaf in leaves {
            let wanted = self.leaf_filter_name(&leaf);
            let mut name = wanted.clone();
            // No name that is derived from a table or an enum ends like this, and filters of columns differ.
            while self.by_name.contains_key(name.as_str()) {
                name.push('_');
            }
            if name != wanted {
                clashes.push(format!("Among the types, \"{wanted}\" is taken: the filter of columns is \"{name}\"."));
            }
            let about = self.leaf_filter_description(&leaf);
            if let Some(id) = self.declare_input(&name, about) {
                self.filters.leaves.insert(leaf, id);
            }
        }
        clashes
    }

    fn declare_table_filters(&mut self) {
        let tables = self.catalog.tables.len();
        self.filters.can_be_null = vec![false; tables];
        let mut leads_to_many = vec![false; tables];
        for relation in self.naming.tables.iter().flat_map(|names| &names.relations) {
            match &relation.kind {
                RelationKind::Forward(key) => {
                    self.filters.can_be_null[self.catalog.foreign_key(*key).target.0] = true;
                }
                RelationKind::BackwardOne(key) => {
                    self.filters.can_be_null[self.catalog.foreign_key(*key).table.0] = true;
                }
                RelationKind::BackwardMany(key) => leads_to_many[self.catalog.foreign_key(*key).table.0] = true,
                RelationKind::ManyToMany(_) => {}
            }
        }
        for (names, leads_to_many) in self.naming.tables.iter().zip(leads_to_many) {
            let of = &names.type_name;
            let filter = self.declare_named(&names.filter, format!("Conditions on `{of}`; all of them must be met."));
            self.filters.tables.push(filter);
            let about = || format!("Conditions on how many `{of}` there are that meet others.");
            let to_many = leads_to_many.then(|| self.declare_named(&names.connection_filter, about()));
            self.filters.to_many.push(to_many);
            for relation in &names.relations {
                if let RelationKind::ManyToMany(many) = &relation.kind {
                    let field = &relation.field;
                    let about = format!("Conditions on `{field}` of `{of}`, and on the join table's row.");
                    self.declare_named(&many.filter, about);
                    let about = format!("Conditions on how many `{field}` of `{of}` there are that meet others.");
                    self.declare_named(&many.connection_filter, about);
                }
            }
        }
    }

    fn declare_named(&mut self, name: &Name, about: String) -> TypeId {
        self.declare(name.clone(), Some(about.into()), TypeKind::Input(InputType::new(Vec::new(), false)))
    }

    fn declare_input(&mut self, name: &str, about: String) -> Option<TypeId> {
        Name::new(name).map(|name| self.declare_named(&name, about))
    }

    fn leaf_filter(&self, column: &Column) -> LeafFilter {
        let leaf = leaf::of(self.catalog, column);
        let families = families(self.catalog, column, &leaf);
        LeafFilter::of(&leaf, families)
    }

    /// `IntFilter`, `IntListFilter`, `MoodFilter`. Types that are served as a scalar but have fewer operators than is
    /// usual for it say so: `StringOrderedFilter`, of network addresses.
    fn leaf_filter_name(&self, filter: &LeafFilter) -> String {
        let usual: &[Family] = match filter.kind {
            LeafKind::Scalar("String") => &[Family::Order, Family::Text],
            _ => &[Family::Order],
        };
        let has = |family: &Family| filter.families.contains(family);
        let qualifier = match filter.families.as_slice() {
            [Family::Null] => return "NullFilter".to_owned(),
            _ if filter.depth > 0 || usual.iter().all(has) => "",
            families if families.contains(&Family::Order) => "Ordered",
            _ => "Equality",
        };
        let named = self.leaf_type(filter.kind, 0).named;
        format!("{}{}{qualifier}Filter", self.name_of(named), "List".repeat(filter.depth as usize))
    }

    fn leaf_filter_description(&self, filter: &LeafFilter) -> String {
        if filter.families == [Family::Null] {
            return "Conditions on values that cannot be compared.".to_owned();
        }
        let lists = "a list of ".repeat(filter.depth as usize);
        let named = self.name_of(self.leaf_type(filter.kind, 0).named);
        format!("Conditions on {lists}`{named}`; all of them must be met.")
    }

    /// All that were declared, with their fields.
    pub(super) fn filter_types(&self) -> Vec<(TypeId, TypeKind)> {
        let mut types = Vec::new();
        let mut add = |id: TypeId, fields: Vec<Argument>| {
            types.push((id, TypeKind::Input(InputType::new(fields, false))));
        };
        for (table, names) in self.naming.tables.iter().enumerate() {
            let filter = self.filters.tables[table];
            add(filter, self.row_conditions(TableId(table), filter, None));
            if let Some(to_many) = self.filters.to_many[table] {
                add(to_many, self.quantifiers(filter));
            }
            for relation in &names.relations {
                if let RelationKind::ManyToMany(many) = &relation.kind {
                    let target = self.catalog.foreign_key(many.far).target;
                    let filter = self.id(many.filter.as_str());
                    add(filter, self.row_conditions(target, filter, Some(many)));
                    add(self.id(many.connection_filter.as_str()), self.quantifiers(filter));
                }
            }
        }
        for (leaf, id) in &self.filters.leaves {
            let has = |operator: &&Operator| leaf.families.contains(&operator.family);
            let item = self.leaf_type(leaf.kind, leaf.depth);
            add(*id, self.operators(OPERATORS.iter().filter(has), &item));
        }
        if let Some(id) = self.filters.id {
            let has = |operator: &&Operator| ID_OPERATORS.contains(&operator.name);
            add(id, self.operators(OPERATORS.iter().filter(has), &TypeRef::nullable(self.id("ID"))));
        }
        types
    }

    /// The fields of `AlbumFilter`, or of the filter of a many-to-many relation that leads to albums.
    fn row_conditions(&self, table: TableId, filter: TypeId, through: Option<&ManyToMany>) -> Vec<Argument> {
        let names = self.naming.table(table);
        let sql = self.catalog.table(table);
        let mut fields = Vec::with_capacity(sql.columns.len() + names.relations.len() + 6);
        let itself = || TypeRef::nullable(filter);
        let all = || TypeRef::required(filter).list();
        fields.extend(self.argument("and", describe::AND, all(), Meaning::And));
        fields.extend(self.argument("or", describe::OR, all(), Meaning::Or));
        fields.extend(self.argument("not", describe::NOT, itself(), Meaning::Not));
        if through.is_none() && self.filters.can_be_null[table.0] {
            let boolean = TypeRef::nullable(self.id("Boolean"));
            fields.extend(self.argument("isNull", describe::IS_NULL, boolean, Meaning::IsNull));
        }
        if let (Some(id), true) = (self.filters.id, sql.is_node()) {
            fields.extend(self.argument("id", describe::ID_FILTER_FIELD, TypeRef::nullable(id), Meaning::GlobalId));
        }
        for ((id, column), name) in sql.columns().zip(&names.filter_columns) {
            fields.extend(self.filters.leaves.get(&self.leaf_filter(column)).map(|leaf| Argument {
                name: beside_edge(name, through),
                description: self.comment(column.comment.as_deref()),
                type_ref: TypeRef::nullable(*leaf),
                meaning: Meaning::Column(id),
            }));
        }
        fields.extend(names.relations.iter().filter_map(|relation| self.relation_condition(relation, through)));
        if let Some(many) = through {
            let edge = TypeRef::nullable(self.filters.tables[self.catalog.foreign_key(many.far).table.0]);
            fields.extend(self.argument("edge", describe::EDGE_FILTER, edge, Meaning::Edge));
        }
        fields
    }

    fn relation_condition(&self, relation: &Relation, through: Option<&ManyToMany>) -> Option<Argument> {
        let (filter, meaning) = match &relation.kind {
            RelationKind::Forward(key) => {
                (self.filters.tables[self.catalog.foreign_key(*key).target.0], Meaning::Forward(*key))
            }
            RelationKind::BackwardOne(key) => {
                (self.filters.tables[self.catalog.foreign_key(*key).table.0], Meaning::BackwardOne(*key))
            }
            RelationKind::BackwardMany(key) => {
                (self.filters.to_many[self.catalog.foreign_key(*key).table.0]?, Meaning::BackwardMany(*key))
            }
            RelationKind::ManyToMany(many) => {
                let meaning = Meaning::ManyToMany { near: many.near, far: many.far };
                (self.id(many.connection_filter.as_str()), meaning)
            }
        };
        Some(Argument {
            name: beside_edge(&relation.filter_field, through),
            description: Some(self.shared.text(&self.relation_description(&relation.kind))),
            type_ref: TypeRef::nullable(filter),
            meaning,
        })
    }

    fn quantifiers(&self, filter: TypeId) -> Vec<Argument> {
        let quantifier = |name, description, quantifier| {
            self.argument(name, description, TypeRef::nullable(filter), Meaning::Quantifier(quantifier))
        };
        let all = [
            quantifier("some", describe::SOME, Quantifier::Some),
            quantifier("every", describe::EVERY, Quantifier::Every),
            quantifier("none", describe::NONE, Quantifier::None),
        ];
        all.into_iter().flatten().collect()
    }

    fn operators(&self, operators: impl Iterator<Item = &'static Operator>, item: &TypeRef) -> Vec<Argument> {
        let field = |operator: &'static Operator| {
            let type_ref = match operator.takes {
                Takes::Item | Takes::NullableItem => item.clone(),
                Takes::List => item.clone().non_null().list(),
                Takes::Boolean => TypeRef::nullable(self.id("Boolean")),
            };
            self.argument(operator.name, operator.description, type_ref, Meaning::Operator(operator))
        };
        operators.filter_map(field).collect()
    }
}

/// The name of a field where `edge` may be the join table's row.
pub(super) fn beside_edge(name: &Name, through: Option<&ManyToMany>) -> Name {
    match through.and_then(|many| many.displaced_edge.as_ref()) {
        Some(displaced) if name.as_str() == "edge" => displaced.clone(),
        _ => name.clone(),
    }
}
