//! All names of a catalog, each beside the SQL object that has it.

use relata::catalog::{Catalog, ColumnId, ForeignKey, ForeignKeyId, Table, TypeKind};
use relata::naming::{Lookup, Naming, Relation, RelationKind, TableNames};

/// Lines of a SQL object and its names, each object once, in the catalog's order.
pub(crate) fn listing(catalog: &Catalog, naming: &Naming) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for (id, table) in catalog.tables() {
        of_table(catalog, table, naming.table(id), &mut lines);
    }
    for (id, names) in &naming.enums {
        let of = catalog.type_of(*id);
        lines.push((format!("enum {}.{}", of.schema, of.name), names.type_name.to_string()));
        let TypeKind::Enum(labels) = &of.kind else { panic!("{of:?} is no enum") };
        assert_eq!(labels.len(), names.values.len());
        for (label, value) in labels.iter().zip(&names.values) {
            lines.push((format!("  label {}.{} '{label}'", of.schema, of.name), value.to_string()));
        }
    }
    lines
}

fn of_table(catalog: &Catalog, table: &Table, names: &TableNames, lines: &mut Vec<(String, String)>) {
    let who = format!("{}.{}", table.schema, table.name);
    lines.push((format!("table {who}"), format!("{} {}", names.type_name, names.connection_field)));
    for (id, column) in table.columns() {
        let (name, filter) = (names.column(id), &names.filter_columns[id.0]);
        let filter = if filter == name { String::new() } else { format!(", in filters {filter}") };
        lines.push((format!("  column {who}.{}", column.name), format!("{name}{filter}")));
    }
    for lookup in &names.lookups {
        lines.push((format!("  key {who}({})", columns(table, &lookup.columns)), of_lookup(names, lookup)));
    }
    for relation in &names.relations {
        lines.push(of_relation(catalog, &who, relation));
    }
}

fn of_lookup(names: &TableNames, lookup: &Lookup) -> String {
    let arguments: Vec<&str> = lookup.columns.iter().map(|column| names.column(*column).as_str()).collect();
    let plural =
        lookup.plural.as_ref().map_or(String::new(), |plural| format!(" {}({})", plural.field, plural.argument));
    format!("{}({}){plural}", lookup.field, arguments.join(", "))
}

fn of_relation(catalog: &Catalog, who: &str, relation: &Relation) -> (String, String) {
    let key = |id: ForeignKeyId| foreign_key(catalog, catalog.foreign_key(id));
    let filter = &relation.filter_field;
    let filter = if *filter == relation.field { String::new() } else { format!(", in filters {filter}") };
    let field = format!("{}{filter}", relation.field);
    match &relation.kind {
        RelationKind::Forward(id) => (format!("  {who} to {}", key(*id)), field),
        RelationKind::BackwardOne(id) => (format!("  {who} from one {}", key(*id)), field),
        RelationKind::BackwardMany(id) => (format!("  {who} from many {}", key(*id)), field),
        RelationKind::ManyToMany(through) => {
            let join = catalog.table(catalog.foreign_key(through.near).table);
            // By SQL name, so that the line does not depend on the order of columns.
            let mut edge: Vec<String> = join
                .columns()
                .map(|(ColumnId(index), column)| format!("{} {}", column.name, through.edge_columns[index]))
                .collect();
            edge.sort();
            let types = format!("{} {} {{ {} }}", through.connection, through.edge, edge.join(", "));
            (format!("  {who} by {} through {}", key(through.near), key(through.far)), format!("{field} {types}"))
        }
    }
}

fn foreign_key(catalog: &Catalog, key: &ForeignKey) -> String {
    let (table, target) = (catalog.table(key.table), catalog.table(key.target));
    let from = format!("{}.{}({})", table.schema, table.name, columns(table, &key.columns));
    format!("{from} -> {}.{}({})", target.schema, target.name, columns(target, &key.target_columns))
}

fn columns(table: &Table, columns: &[ColumnId]) -> String {
    let names: Vec<&str> = columns.iter().map(|column| table.column(*column).name.as_str()).collect();
    names.join(", ")
}
