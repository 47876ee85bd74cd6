//! The input types of orders (API.md, "Order").

use super::{
    Argument, EnumType, EnumValue, InputType, Meaning, TypeId, TypeKind, TypeRef, build::Builder, describe,
    directions::DIRECTIONS, filters::beside_edge,
};
use crate::{
    catalog::{Column, TableId},
    naming::{ManyToMany, Name, Relation, RelationKind},
};

/// Where the orders are.
#[derive(Default)]
pub(super) struct Orders {
    /// By table; `None` where nothing can be ordered.
    pub(super) tables: Vec<Option<TypeId>>,
    direction: Option<TypeId>,
}

impl Builder<'_> {
    /// Gives every order its place.
    pub(super) fn declare_orders(&mut self) {
        let ordered = self.ordered_tables();
        if ordered.contains(&true) {
            self.orders.direction = self.declare_direction();
        }
        for (names, is_ordered) in self.naming.tables.iter().zip(&ordered) {
            let of = &names.type_name;
            let about = || format!("A term of an order of `{of}`: exactly one of the fields.");
            let order = is_ordered.then(|| self.declare_order(&names.order_by, about()));
            self.orders.tables.push(order);
            for relation in &names.relations {
                if let RelationKind::ManyToMany(many) = &relation.kind {
                    let far = self.catalog.foreign_key(many.far);
                    if ordered[far.target.0] || ordered[far.table.0] {
                        let field = &relation.field;
                        let about = format!("A term of an order of `{field}` of `{of}`: exactly one of the fields.");
                        self.declare_order(&many.order_by, about);
                    }
                }
            }
        }
    }

    fn declare_order(&mut self, name: &Name, about: String) -> TypeId {
        self.declare(name.clone(), Some(about.into()), TypeKind::Input(InputType::new(Vec::new(), true)))
    }

    fn declare_direction(&mut self) -> Option<TypeId> {
        let value = |(name, description): (&str, &str)| {
            let description = describe::text(description);
            Name::new(name).map(|named| EnumValue { name: named, label: name.into(), description })
        };
        let values = DIRECTIONS.iter().filter_map(|row| value((row.name, row.description))).collect();
        let kind = TypeKind::Enum(EnumType::new(values));
        Name::new("OrderDirection").map(|name| self.declare(name, describe::text(describe::ORDER_DIRECTION), kind))
    }

    /// By table: whether it has a column that can be ordered. As each order then has a field that leads no further, no cycle
    /// of relations makes one of which no term could be written to its end.
    fn ordered_tables(&self) -> Vec<bool> {
        let tables = self.catalog.tables.iter();
        tables.map(|table| table.columns.iter().any(|column| self.is_orderable(column))).collect()
    }

    fn is_orderable(&self, column: &Column) -> bool {
        self.catalog.type_of(column.type_id).orderable
    }

    /// Where a relation to one row leads.
    fn to_one(&self, relation: &Relation) -> Option<(TableId, Meaning)> {
        match relation.kind {
            RelationKind::Forward(key) => Some((self.catalog.foreign_key(key).target, Meaning::Forward(key))),
            RelationKind::BackwardOne(key) => Some((self.catalog.foreign_key(key).table, Meaning::BackwardOne(key))),
            RelationKind::BackwardMany(_) | RelationKind::ManyToMany(_) => None,
        }
    }

    /// All that were declared, with their fields.
    pub(super) fn order_types(&self) -> Vec<(TypeId, TypeKind)> {
        let mut types = Vec::new();
        let Some(direction) = self.orders.direction else { return types };
        let mut add = |id: TypeId, fields: Vec<Argument>| {
            types.push((id, TypeKind::Input(InputType::new(fields, true))));
        };
        for ((table, names), order) in self.naming.tables.iter().enumerate().zip(&self.orders.tables) {
            if let Some(order) = order {
                add(*order, self.terms(TableId(table), direction, None));
            }
            for relation in &names.relations {
                if let RelationKind::ManyToMany(many) = &relation.kind
                    && let Some(order) = self.by_name.get(&many.order_by)
                {
                    add(*order, self.terms(self.catalog.foreign_key(many.far).target, direction, Some(many)));
                }
            }
        }
        types
    }

    fn terms(&self, table: TableId, direction: TypeId, through: Option<&ManyToMany>) -> Vec<Argument> {
        let names = self.naming.table(table);
        let mut fields = Vec::new();
        for (id, column) in self.catalog.table(table).columns().filter(|(_, column)| self.is_orderable(column)) {
            fields.push(Argument {
                name: beside_edge(names.column(id), through),
                description: self.comment(column.comment.as_deref()),
                type_ref: TypeRef::nullable(direction),
                meaning: Meaning::Column(id),
            });
        }
        for relation in &names.relations {
            if let Some((target, meaning)) = self.to_one(relation)
                && let Some(order) = self.orders.tables[target.0]
            {
                fields.push(Argument {
                    name: beside_edge(&relation.field, through),
                    description: Some(self.shared.text(&self.relation_description(&relation.kind))),
                    type_ref: TypeRef::nullable(order),
                    meaning,
                });
            }
        }
        if let Some(many) = through
            && let Some(order) = self.orders.tables[self.catalog.foreign_key(many.far).table.0]
        {
            fields.extend(self.argument("edge", describe::EDGE_ORDER, TypeRef::nullable(order), Meaning::Edge));
        }
        fields
    }
}
