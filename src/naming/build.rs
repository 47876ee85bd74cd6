//! Names, step by step: types, columns, root fields, relations, each from the names before it.

use super::{
    EnumNames, Name, Naming, Options, Relation, RelationKind, TableNames,
    case::needs_escapes,
    columns::{displaced_edge, name_columns, name_edge_columns, name_filter_fields},
    enums::name_values,
    foreign_keys::{Short, hint, short_names},
    identity,
    relations::{Source, name_relations},
    roots::{RootFields, name_roots},
    types::{Entity, Types, name_types},
};
use crate::catalog::{Catalog, ColumnId, TableId, TypeId, TypeKind};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Gives every object of the catalog its GraphQL names, by the rules of API.md.
///
/// Total: whatever the database holds, the names are valid and unique in their namespaces, and they depend on the set of
/// objects, not on their order.
pub fn build(catalog: &Catalog, options: &Options) -> Naming {
    let mut clashes = Vec::new();
    let shorts = short_names(catalog, options);
    let Types { mut entities, enums } = name_types(catalog, options, &mut clashes);
    let columns = name_all_columns(catalog, &shorts, &mut clashes);
    let roots = name_roots(catalog, &mut entities, &columns, &mut clashes);
    let source = Source { catalog, entities: &entities, enums: &enums, columns: &columns, shorts: &shorts };
    let mut relations = name_relations(&source, &mut clashes);
    name_edges(catalog, &columns, &mut relations, &mut clashes);
    let parts = entities.into_iter().zip(columns).zip(roots).zip(relations);
    let mut tables: Vec<TableNames> = catalog
        .tables
        .iter()
        .zip(parts)
        .map(|(table, (((entity, columns), roots), mut relations))| {
            let filter_columns = name_filter_fields(table, &columns, &mut relations, &mut clashes);
            table_names(&entity, columns, filter_columns, roots, relations)
        })
        .collect();
    displace_edges(catalog, &mut tables, &mut clashes);
    share(&mut tables);
    let enums = name_enums(catalog, enums, &mut clashes);
    clashes.extend(escape_hints(catalog));
    clashes.extend(hint(catalog, options, &shorts));
    clashes.sort();
    clashes.dedup();
    Naming { tables, enums, clashes }
}

fn name_all_columns(catalog: &Catalog, shorts: &[Option<Short>], clashes: &mut Vec<String>) -> Vec<Vec<Name>> {
    let single =
        catalog.foreign_keys.iter().zip(shorts).filter(|(_, short)| short.as_ref().is_some_and(|short| short.bare));
    let bare: BTreeSet<(TableId, ColumnId)> =
        single.flat_map(|(key, _)| key.columns.iter().map(|column| (key.table, *column))).collect();
    let tables = catalog.tables();
    tables.map(|(id, table)| name_columns(table, |column| bare.contains(&(id, column)), clashes)).collect()
}

/// The edges of all ways through one join table have the same columns under the same names.
fn name_edges(catalog: &Catalog, columns: &[Vec<Name>], relations: &mut [Vec<Relation>], clashes: &mut Vec<String>) {
    let mut named: BTreeMap<TableId, Vec<Name>> = BTreeMap::new();
    for relation in relations.iter_mut().flatten() {
        if let RelationKind::ManyToMany(through) = &mut relation.kind {
            let join = catalog.foreign_key(through.near).table;
            let names =
                named.entry(join).or_insert_with(|| name_edge_columns(catalog.table(join), &columns[join.0], clashes));
            through.edge_columns.clone_from(names);
        }
    }
}

/// In the filters and orders of many-to-many relations `edge` is the join table's row.
fn displace_edges(catalog: &Catalog, tables: &mut [TableNames], clashes: &mut Vec<String>) {
    let displaced: Vec<Option<Name>> =
        catalog.tables().zip(&*tables).map(|((_, table), names)| displaced_edge(table, names, clashes)).collect();
    for relation in tables.iter_mut().flat_map(|names| &mut names.relations) {
        if let RelationKind::ManyToMany(through) = &mut relation.kind {
            through.displaced_edge.clone_from(&displaced[catalog.foreign_key(through.far).target.0]);
        }
    }
}

fn table_names(
    entity: &Entity,
    columns: Vec<Name>,
    filter_columns: Vec<Name>,
    roots: RootFields,
    relations: Vec<Relation>,
) -> TableNames {
    let derived = |ending: &str| Name::coerce(&format!("{}{ending}", entity.type_name));
    TableNames {
        type_name: entity.type_name.clone(),
        connection: derived("Connection"),
        edge: derived("Edge"),
        filter: derived("Filter"),
        connection_filter: derived("ConnectionFilter"),
        order_by: derived("OrderBy"),
        connection_field: roots.connection,
        columns,
        filter_columns,
        lookups: roots.lookups,
        relations,
    }
}

/// Columns of many tables have one name, which is then kept once.
fn share(tables: &mut [TableNames]) {
    let mut known: HashSet<Name> = HashSet::new();
    let mut share = |name: &mut Name| match known.get(name) {
        Some(shared) => *name = shared.clone(),
        None => drop(known.insert(name.clone())),
    };
    for names in tables {
        names.columns.iter_mut().chain(&mut names.filter_columns).for_each(&mut share);
        for relation in &mut names.relations {
            share(&mut relation.field);
            share(&mut relation.filter_field);
            if let RelationKind::ManyToMany(many) = &mut relation.kind {
                many.edge_columns.iter_mut().for_each(&mut share);
            }
        }
    }
}

fn name_enums(
    catalog: &Catalog,
    types: BTreeMap<TypeId, Name>,
    clashes: &mut Vec<String>,
) -> BTreeMap<TypeId, EnumNames> {
    let mut enums = BTreeMap::new();
    for (id, name) in types {
        let of = catalog.type_of(id);
        if let TypeKind::Enum(labels) = &of.kind {
            enums.insert(id, name_values(of, name, labels, clashes));
        }
    }
    enums
}

/// One sentence for each table and each enum whose names hold letters that GraphQL refuses.
fn escape_hints(catalog: &Catalog) -> Vec<String> {
    let tables = catalog.tables().filter_map(|(_, table)| {
        let own = needs_escapes(&table.name).then(|| identity::table(table));
        let columns = table.columns().filter(|(_, column)| needs_escapes(&column.name));
        let all: Vec<String> = own.into_iter().chain(columns.map(|(id, _)| identity::column(table, id))).collect();
        escape_hint(all)
    });
    let types = catalog.types.iter().filter(|of| matches!(&of.kind, TypeKind::Enum(labels) if !labels.is_empty()));
    let enums = types
        .filter_map(|of| escape_hint(needs_escapes(&of.name).then(|| identity::type_of(of)).into_iter().collect()));
    tables.chain(enums).collect()
}

fn escape_hint(mut objects: Vec<String>) -> Option<String> {
    objects.sort();
    (!objects.is_empty()).then(|| {
        format!(
            "GraphQL names are ASCII, so other letters are escaped; better give names of their own to: {}.",
            objects.join(", ")
        )
    })
}
