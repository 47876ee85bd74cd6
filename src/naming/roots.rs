//! The root fields: connections, lookups by key, and plural lookups.

use super::{
    Lookup, Name, PluralLookup,
    case::upper_first,
    identity,
    inflection::plural,
    relations::by,
    reserved::ROOT_FIELDS,
    resolve::{Claim, Namespace, Won},
    types::Entity,
};
use crate::catalog::{Catalog, Key, Table, TableId};

/// The root fields of one table.
pub(super) struct RootFields {
    /// `albums`
    pub(super) connection: Name,
    /// The primary key first, then the unique keys.
    pub(super) lookups: Vec<Lookup>,
}

/// Names the root fields of every table. A table whose connection got another name takes that as its plural everywhere.
pub(super) fn name_roots(
    catalog: &Catalog,
    entities: &mut [Entity],
    columns: &[Vec<Name>],
    clashes: &mut Vec<String>,
) -> Vec<RootFields> {
    let mut namespace = Namespace::new("the root fields");
    for name in ROOT_FIELDS {
        namespace.reserve(name, "part of the API");
    }
    let connections = resolve_connections(catalog, entities, &mut namespace, clashes);
    for (entity, connection) in entities.iter_mut().zip(&connections) {
        entity.plural = connection.name.to_string();
    }
    let roots = Roots { catalog, entities, columns };
    let mut lookups = namespace.resolve(&roots.lookup_claims(), clashes).into_iter();
    let mut plurals = namespace.resolve(&roots.plural_claims(), clashes).into_iter();
    let tables = catalog.tables().zip(connections);
    tables
        .map(|((id, table), connection)| RootFields {
            connection: connection.name,
            lookups: keys(table)
                .filter_map(|(key, primary)| roots.lookup(id, key, primary, &mut lookups, &mut plurals))
                .collect(),
        })
        .collect()
}

fn resolve_connections(
    catalog: &Catalog,
    entities: &[Entity],
    namespace: &mut Namespace,
    clashes: &mut Vec<String>,
) -> Vec<Won> {
    let claims: Vec<Claim> = catalog
        .tables
        .iter()
        .zip(entities)
        .map(|(table, entity)| {
            let identity = identity::table(table);
            let wants = [(entity.plural.clone(), 0), (format!("{}List", entity.singular), 1)];
            Claim::new(format!("the connection of {identity}"), identity, 0, wants)
        })
        .collect();
    namespace.resolve(&claims, clashes)
}

/// The keys of a table, and whether each is the primary one.
fn keys(table: &Table) -> impl Iterator<Item = (&Key, bool)> {
    let primary = table.primary_key.iter().map(|key| (key, true));
    primary.chain(table.unique_keys.iter().map(|key| (key, false)))
}

struct Roots<'a> {
    catalog: &'a Catalog,
    entities: &'a [Entity],
    columns: &'a [Vec<Name>],
}

impl Roots<'_> {
    /// All keys of all tables, in the order in which the names are handed out again.
    fn keys(&self) -> impl Iterator<Item = (TableId, &Table, &Key, bool)> {
        self.catalog.tables().flat_map(|(id, table)| keys(table).map(move |(key, primary)| (id, table, key, primary)))
    }

    /// `album` for the primary key, which falls back on what the others are called: `albumByTitleAndArtistId`.
    fn lookup_claims(&self) -> Vec<Claim> {
        self.keys()
            .map(|(id, table, key, primary)| {
                let singular = &self.entities[id.0].singular;
                let long = format!("{singular}{}", by(key.columns.iter().map(|column| &self.columns[id.0][column.0])));
                let identity = identity::columns(table, &key.columns);
                let columns = u32::try_from(key.columns.len()).unwrap_or(u32::MAX);
                let wants = primary.then(|| (singular.clone(), 0)).into_iter().chain([(long, columns)]);
                Claim::new(format!("the lookup by {identity}"), identity, u32::from(!primary), wants)
            })
            .collect()
    }

    /// `albumsByAlbumIds` for the keys of one column.
    fn plural_claims(&self) -> Vec<Claim> {
        self.keys()
            .filter_map(|(id, table, key, _)| {
                let argument = self.argument(id, key)?;
                let identity = identity::columns(table, &key.columns);
                let name = format!("{}{}", self.entities[id.0].plural, by([&argument]));
                Some(Claim::new(format!("the plural lookup by {identity}"), identity, 0, [(name, 0)]))
            })
            .collect()
    }

    /// `albumIds`, or `seriesList` for a column whose name is its own plural.
    fn argument(&self, id: TableId, key: &Key) -> Option<Name> {
        let &[column] = key.columns.as_slice() else { return None };
        Some(Name::coerce(&plural_field(self.columns[id.0][column.0].as_str())))
    }

    fn lookup(
        &self,
        id: TableId,
        key: &Key,
        primary: bool,
        lookups: &mut impl Iterator<Item = Won>,
        plurals: &mut impl Iterator<Item = Won>,
    ) -> Option<Lookup> {
        let field = lookups.next()?.name;
        let plural = match self.argument(id, key) {
            Some(argument) => Some(PluralLookup { field: plurals.next()?.name, argument }),
            None => None,
        };
        Some(Lookup { field, columns: key.columns.clone(), primary, plural })
    }
}

/// `albumIds` for `albumId`: the last word of a field is a run of small letters with the capital before it. Names that do
/// not end in one take `List`.
fn plural_field(field: &str) -> String {
    let beginning = field.trim_end_matches(|character: char| character.is_ascii_lowercase());
    let beginning = beginning.strip_suffix(|character: char| character.is_ascii_uppercase()).unwrap_or(beginning);
    let last = field.get(beginning.len()..).unwrap_or_default();
    let lower = last.to_ascii_lowercase();
    let many = plural(&lower);
    match many == lower {
        true => format!("{field}List"),
        false if last == lower => format!("{beginning}{many}"),
        false => format!("{beginning}{}", upper_first(&many)),
    }
}

#[cfg(test)]
mod tests {
    use super::plural_field;

    #[test]
    fn arguments_of_plural_lookups_are_plural() {
        let cases = [
            ("albumId", "albumIds"),
            ("title", "titles"),
            ("homeAddress", "homeAddresses"),
            ("series", "seriesList"),
            ("tags", "tagsList"),
            ("line2", "line2List"),
            ("pointX", "pointXList"),
            ("foo_bar", "foo_bars"),
            ("ID", "IDList"),
            ("gr_u00F6__u00DF_e", "gr_u00F6__u00DF_eList"),
            ("_", "_List"),
        ];
        for (field, expected) in cases {
            assert_eq!(plural_field(field), expected);
        }
    }
}
