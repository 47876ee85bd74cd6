//! The types of tables and enums, from which all other names are derived (rules 2 to 5 of API.md).

use super::{
    Name, Options,
    case::{Words, upper_first},
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
    /// Why it took `Row`, if it did.
    reserved: Option<String>,
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
    let shapes: Vec<Vec<Entity>> = catalog.tables.iter().map(|table| table_shapes(catalog, table, options)).collect();
    let enums: Vec<(TypeId, &Type)> = enums(catalog).collect();
    let table_claims = catalog.tables.iter().zip(&shapes).map(|(table, shapes)| table_claim(catalog, table, shapes));
    let enum_claims = enums.iter().map(|(_, of)| enum_claim(catalog, of, options));
    let claims: Vec<Claim> = table_claims.chain(enum_claims).collect();
    let won = Namespace::new("the schema's types").resolve(&claims, clashes);
    let entities: Vec<Entity> = shapes.iter().zip(&won).filter_map(|(shapes, won)| chosen(shapes, won)).collect();
    let of_enums = won.get(entities.len()..).unwrap_or_default();
    let table_reasons = entities.iter().map(|entity| entity.reserved.clone());
    let enum_reasons = enums.iter().map(|(_, of)| reserved_type(&enum_names(catalog, of, options).0));
    let reasons = table_reasons.chain(enum_reasons).zip(&claims).zip(&won);
    clashes.extend(reasons.filter_map(|((reason, claim), won)| {
        Some(format!("{} is \"{}\": {}.", upper_first(&claim.who), won.name, reason?))
    }));
    let enums = enums.iter().zip(of_enums).map(|((id, _), won)| (*id, won.name.clone())).collect();
    Types { entities, enums }
}

fn table_claim(catalog: &Catalog, table: &Table, shapes: &[Entity]) -> Claim {
    let class = u32::from(!is_first_schema(catalog, &table.schema));
    let wants = shapes.iter().map(|shape| (shape.type_name.to_string(), rank(&table.name, shape)));
    Claim::new(format!("table {}", identity::table(table)), identity::table(table), class, wants)
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
fn table_shapes(catalog: &Catalog, table: &Table, options: &Options) -> Vec<Entity> {
    let words = Words::split(&table.name);
    let inflected = singular_words(&words);
    let wanted = prefix(catalog, &table.schema, options);
    let whole = (!is_first_schema(catalog, &table.schema)).then(|| Words::split(&table.schema));
    let prefixes = [&wanted, &whole].into_iter();
    let words = if inflected == words { vec![&words] } else { vec![&inflected, &words] };
    prefixes.flat_map(|prefix| words.iter().map(|words| shape(prefix.as_ref(), words))).collect()
}

fn shape(prefix: Option<&Words>, words: &Words) -> Entity {
    let plain = prefixed(prefix, words);
    let reserved = reserved_type(plain.pascal.as_str());
    let (one, plural) = match reserved {
        Some(_) => (prefixed(prefix, &words.with("row")), words.with("rows")),
        None => (plain, plural_words(words)),
    };
    Entity {
        type_name: one.pascal,
        singular: one.camel.to_string(),
        plural: prefixed(prefix, &plural).camel.to_string(),
        plain_singular: words.camel(),
        reserved,
    }
}

/// The names of words behind a prefix.
struct Prefixed {
    pascal: Name,
    camel: Name,
}

fn prefixed(prefix: Option<&Words>, words: &Words) -> Prefixed {
    let pascal = words.pascal();
    let (upper, lower) = match prefix {
        None => (pascal, words.camel()),
        Some(prefix) => (format!("{}{pascal}", prefix.pascal()), format!("{}{pascal}", prefix.camel())),
    };
    // Both parts may begin with `_`; what is reserved is known only of the whole name.
    Prefixed { pascal: Name::coerce(&upper), camel: Name::coerce(&lower) }
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
    rank + if shape.reserved.is_some() { 10 } else { 0 }
}

/// An enum is named like a table. It takes `Enum` where a table would take `Row`, and where a table has its name.
fn enum_claim(catalog: &Catalog, of: &Type, options: &Options) -> Claim {
    let (plain, suffixed) = enum_names(catalog, of, options);
    let rank = u32::from(singular_words(&Words::split(&of.name)).snake() != of.name);
    let class = 2 + u32::from(!is_first_schema(catalog, &of.schema));
    let plain = reserved_type(&plain).is_none().then_some((plain, rank));
    let wants = plain.into_iter().chain([(suffixed, rank)]);
    Claim::new(format!("enum {}", identity::type_of(of)), identity::type_of(of), class, wants)
}

/// `Mood` and `MoodEnum`
fn enum_names(catalog: &Catalog, of: &Type, options: &Options) -> (String, String) {
    let words = singular_words(&Words::split(&of.name));
    let prefix = prefix(catalog, &of.schema, options);
    let pascal = |words: &Words| prefixed(prefix.as_ref(), words).pascal.to_string();
    (pascal(&words), pascal(&words.with("enum")))
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
