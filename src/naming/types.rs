//! The types of tables and enums, from which all other names are derived (rules 2 to 5 of API.md).

use super::{
    Name, Options,
    case::Words,
    identity,
    inflection::{plural_words, singular_words},
    reserved::reserved_type,
    resolve::{Claim, Namespace, Won},
};
use crate::catalog::{Catalog, Table, Type, TypeId, TypeKind};
use std::collections::BTreeMap;

/// The names that stand for a table in all others.
#[derive(Debug, Clone)]
pub(super) struct Entity {
    /// `SalesAlbum`
    pub(super) type_name: Name,
    /// `salesAlbum`
    pub(super) singular: String,
    /// `salesAlbums`
    pub(super) plural: String,
    /// `album`: what a foreign key column calls it.
    pub(super) plain_singular: String,
    /// Whether its own name was reserved.
    takes_row: bool,
}

/// The outcome for all tables and enums.
pub(super) struct Types {
    /// By table.
    pub(super) entities: Vec<Entity>,
    /// Enums with at least one label.
    pub(super) enums: BTreeMap<TypeId, Name>,
}

/// Names every table and enum, no two alike.
pub(super) fn name_types(catalog: &Catalog, options: &Options, clashes: &mut Vec<String>) -> Types {
    let shapes: Vec<Vec<Entity>> =
        catalog.tables.iter().map(|table| table_shapes(catalog, table, options, clashes)).collect();
    let enums: Vec<(TypeId, &Type)> = enums(catalog).collect();
    let table_claims = catalog.tables.iter().zip(&shapes).map(|(table, shapes)| {
        let class = u32::from(!is_first_schema(catalog, &table.schema));
        let wants = shapes.iter().map(|shape| (shape.type_name.to_string(), rank(&table.name, shape)));
        Claim::new(format!("table {}", identity::table(table)), identity::table(table), class, wants)
    });
    let enum_claims = enums.iter().map(|(_, of)| enum_claim(catalog, of, options, clashes));
    let claims: Vec<Claim> = table_claims.chain(enum_claims).collect();
    let won = Namespace::new("the schema's types").resolve(&claims, clashes);
    let entities: Vec<Entity> = shapes.iter().zip(&won).filter_map(|(shapes, won)| chosen(shapes, won)).collect();
    let enums = enums.iter().zip(&won[entities.len()..]).map(|((id, _), won)| (*id, won.name.clone())).collect();
    Types { entities, enums }
}

/// Enums with labels: one without is served as String.
fn enums(catalog: &Catalog) -> impl Iterator<Item = (TypeId, &Type)> {
    let has_labels = |of: &Type| matches!(&of.kind, TypeKind::Enum(labels) if !labels.is_empty());
    let all = catalog.types.iter().enumerate().map(|(index, of)| (TypeId(index), of));
    all.filter(move |(_, of)| has_labels(of))
}

fn is_first_schema(catalog: &Catalog, schema: &str) -> bool {
    catalog.schemas.first().is_some_and(|first| first.name == schema)
}

/// What stands before the names of a schema: nothing, or its words.
fn prefix(catalog: &Catalog, schema: &str, options: &Options) -> Option<Words> {
    if is_first_schema(catalog, schema) {
        return None;
    }
    let replaced = options.schema_prefixes.iter().find(|(name, _)| name == schema);
    let prefix = replaced.map_or(schema, |(_, prefix)| prefix.as_str());
    (!prefix.is_empty()).then(|| Words::split(prefix))
}

/// The names that a table wants, best first: inflected, not inflected, and the same with the schema where the operator
/// took that off.
fn table_shapes(catalog: &Catalog, table: &Table, options: &Options, clashes: &mut Vec<String>) -> Vec<Entity> {
    let words = Words::split(&table.name);
    let inflected = singular_words(&words);
    let wanted = prefix(catalog, &table.schema, options);
    let whole = (!is_first_schema(catalog, &table.schema)).then(|| Words::split(&table.schema));
    let shapes: Vec<Entity> = [&wanted, &whole]
        .into_iter()
        .flat_map(|prefix| [&inflected, &words].map(|words| shape(prefix.as_ref(), words)))
        .collect();
    let reason = reserved_type(&prefixed(wanted.as_ref(), &inflected).pascal_text);
    if let (Some(reason), Some(first)) = (reason, shapes.first()) {
        clashes.push(format!("Table {} is \"{}\": {reason}.", identity::table(table), first.type_name));
    }
    shapes
}

fn shape(prefix: Option<&Words>, words: &Words) -> Entity {
    let takes_row = reserved_type(&prefixed(prefix, words).pascal_text).is_some();
    let singular = if takes_row { words.with("row") } else { words.clone() };
    let plural = if takes_row { words.with("rows") } else { plural_words(words) };
    let one = prefixed(prefix, &singular);
    Entity {
        type_name: Name::coerce(&one.pascal_text),
        singular: one.camel_text,
        plural: prefixed(prefix, &plural).camel_text,
        plain_singular: words.camel(),
        takes_row,
    }
}

struct Prefixed {
    pascal_text: String,
    camel_text: String,
}

fn prefixed(prefix: Option<&Words>, words: &Words) -> Prefixed {
    let pascal = words.pascal();
    match prefix {
        None => Prefixed { camel_text: words.camel(), pascal_text: pascal },
        Some(prefix) => Prefixed {
            camel_text: format!("{}{pascal}", prefix.camel()),
            pascal_text: format!("{}{pascal}", prefix.pascal()),
        },
    }
}

/// Rule 3: the table whose SQL name is the singular comes first; then the one that is spelled like the type, then the
/// one with its words. A type that took `Row` yields to a table of that name.
fn rank(sql: &str, shape: &Entity) -> u32 {
    let words = Words::split(sql);
    let rank = match words.camel() == shape.plain_singular {
        true if words.snake() == sql => 0,
        true if words.pascal() == sql => 1,
        true => 2,
        false => 3,
    };
    rank + if shape.takes_row { 10 } else { 0 }
}

/// An enum is named like a table. It takes `Enum` where a table would take `Row`, and where a table has its name.
fn enum_claim(catalog: &Catalog, of: &Type, options: &Options, clashes: &mut Vec<String>) -> Claim {
    let words = singular_words(&Words::split(&of.name));
    let prefix = prefix(catalog, &of.schema, options);
    let plain = prefixed(prefix.as_ref(), &words).pascal_text;
    let suffixed = prefixed(prefix.as_ref(), &words.with("enum")).pascal_text;
    let reason = reserved_type(&plain);
    let is_free = reason.is_none();
    let who = format!("enum {}", identity::type_of(of));
    clashes.extend(reason.map(|reason| format!("Enum {} is \"{suffixed}\": {reason}.", identity::type_of(of))));
    let rank = u32::from(words.snake() != of.name);
    let class = 2 + u32::from(!is_first_schema(catalog, &of.schema));
    let wants = is_free.then_some((plain, rank)).into_iter().chain([(suffixed, rank)]);
    Claim::new(who, identity::type_of(of), class, wants)
}

/// The shape that was won, or the first one with the digits of rule 9.
fn chosen(shapes: &[Entity], won: &Won) -> Option<Entity> {
    let wanted = shapes.iter().find(|shape| shape.type_name == won.name);
    let base = wanted.or(shapes.first())?.clone();
    Some(Entity {
        type_name: won.name.clone(),
        singular: base.singular + &won.ending,
        plural: base.plural + &won.ending,
        ..base
    })
}
