//! Which relations a table has, and what they are called: a short name where the columns allow it, a long one where
//! they do not, or where a column or a better relation has the short one.

use super::{
    ManyToMany, Name, Relation, RelationKind,
    case::upper_first,
    foreign_keys::Short,
    identity,
    joins::{Join, is_named_after_both, joins},
    reserved::GLOBAL_ID,
    resolve::{Claim, Namespace},
    types::Entity,
};
use crate::catalog::{Catalog, ColumnId, ForeignKey, ForeignKeyId, TableId, TypeId};
use std::collections::BTreeMap;

/// What the names of relations are made of.
pub(super) struct Source<'a> {
    pub(super) catalog: &'a Catalog,
    /// By table.
    pub(super) entities: &'a [Entity],
    /// The types of enums.
    pub(super) enums: &'a BTreeMap<TypeId, Name>,
    /// By table and column.
    pub(super) columns: &'a [Vec<Name>],
    /// By foreign key.
    pub(super) shorts: &'a [Option<Short>],
}

/// Precedence within a type (rule 6), after the columns.
const FORWARD: u32 = 1;
const BACKWARD: u32 = 2;
const MANY_TO_MANY: u32 = 3;

/// Ranks: a column that calls the target by its name (by the whole one, with its schema), one that does not, then every
/// long name, and of these the one with fewer columns.
const PREFIXED: u32 = 20;
const UNRELATED: u32 = 50;
const LONG: u32 = 100;

/// The relations of every table: forward, backward, many-to-many, each kind in the catalog's order.
pub(super) fn name_relations(source: &Source, clashes: &mut Vec<String>) -> Vec<Vec<Relation>> {
    let mut wanted: Vec<Vec<Wanted>> = source.catalog.tables.iter().map(|_| Vec::new()).collect();
    for (id, key) in source.catalog.foreign_keys() {
        wanted[key.table.0].push(source.forward(id, key));
    }
    for (id, key) in source.catalog.foreign_keys() {
        wanted[key.target.0].push(source.backward(id, key));
    }
    for join in joins(source.catalog) {
        wanted[source.catalog.foreign_key(join.near).target.0].push(source.many_to_many(join));
    }
    let mut fields = Vec::new();
    for ((id, _), wanted) in source.catalog.tables().zip(&wanted) {
        fields.push(source.resolve_fields(id, wanted, clashes));
    }
    let bases = source.name_join_types(&wanted, &fields, clashes);
    let named = wanted.into_iter().zip(fields).zip(bases);
    named
        .map(|((wanted, fields), bases)| {
            let all = wanted.into_iter().zip(fields).zip(bases);
            all.map(|((wanted, field), base)| source.finish(wanted, field, &base)).collect()
        })
        .collect()
}

/// A relation that asks for its name.
struct Wanted {
    step: Step,
    claim: Claim,
}

/// Where a relation leads, before anything has a name.
#[derive(Clone, Copy)]
enum Step {
    Forward(ForeignKeyId),
    BackwardOne(ForeignKeyId),
    BackwardMany(ForeignKeyId),
    Through(Join),
}

impl Source<'_> {
    fn entity(&self, id: TableId) -> &Entity {
        &self.entities[id.0]
    }

    /// `ByTitleAndArtistId`
    fn by(&self, table: TableId, columns: &[ColumnId]) -> String {
        by(columns.iter().map(|column| &self.columns[table.0][column.0]))
    }

    /// How well a short name fits: low where it is what the target is called, and lower the more usual its suffix is.
    fn fit(&self, id: ForeignKeyId, target: TableId) -> Option<u32> {
        let short = self.shorts[id.0].as_ref()?;
        let (name, entity) = (short.words.camel(), self.entity(target));
        if name == entity.plain_singular {
            return Some(short.rank);
        }
        (name == entity.singular).then_some(short.rank + PREFIXED)
    }

    /// `artist`, else `employeeByReportsTo`.
    fn forward(&self, id: ForeignKeyId, key: &ForeignKey) -> Wanted {
        let short = self.shorts[id.0].as_ref();
        let short = short.map(|short| (short.words.camel(), self.fit(id, key.target).unwrap_or(UNRELATED)));
        let long = format!("{}{}", self.entity(key.target).singular, self.by(key.table, &key.columns));
        let identity = identity::foreign_key(self.catalog, key);
        let wants = short.into_iter().chain([(long, long_rank(key))]);
        let claim = Claim::new(format!("the relation {identity}"), identity, FORWARD, wants);
        Wanted { step: Step::Forward(id), claim }
    }

    /// `albums`, else `albumsByEditorId`; in the singular where there can be only one.
    fn backward(&self, id: ForeignKeyId, key: &ForeignKey) -> Wanted {
        let table = self.catalog.table(key.table);
        // Over the rows of tables that inherit from it, a key of this one promises nothing.
        let is_one = table.is_key(&key.columns) && !table.has_children;
        let entity = self.entity(key.table);
        let base = if is_one { &entity.singular } else { &entity.plural };
        let short = self.fit(id, key.target).map(|rank| (base.clone(), rank));
        let long = format!("{base}{}", self.by(key.table, &key.columns));
        let identity = identity::foreign_key(self.catalog, key);
        let who = format!("the inverse of {identity}");
        let claim = Claim::new(who, identity, BACKWARD, short.into_iter().chain([(long, long_rank(key))]));
        Wanted { step: if is_one { Step::BackwardOne(id) } else { Step::BackwardMany(id) }, claim }
    }

    /// `tracks` where the join table says no more than the two tables do, else `notesThroughNoteSubscription`, or
    /// `areasByDescendantThroughAreaContainment` where both ends are one table: by the columns that lead to the far end.
    fn many_to_many(&self, join: Join) -> Wanted {
        let (near, far) = (self.catalog.foreign_key(join.near), self.catalog.foreign_key(join.far));
        let plural = &self.entity(far.target).plural;
        let through = format!("Through{}", self.entity(near.table).type_name);
        let by = self.by(far.table, &far.columns);
        let longest = (format!("{plural}{by}{through}"), LONG);
        let plain = (plural.clone(), 0);
        let wants = match near.target == far.target {
            true => vec![longest],
            false if is_named_after_both(self.catalog, near.table, near.target, far.target) => {
                vec![plain, (format!("{plural}{through}"), LONG), longest]
            }
            false => vec![(format!("{plural}{through}"), LONG), longest],
        };
        let [from, to] = [near, far].map(|key| identity::foreign_key(self.catalog, key));
        let claim = Claim::new(format!("the way from {from} to {to}"), format!("{from} {to}"), MANY_TO_MANY, wants);
        Wanted { step: Step::Through(join), claim }
    }

    fn resolve_fields(&self, id: TableId, wanted: &[Wanted], clashes: &mut Vec<String>) -> Vec<Name> {
        let table = self.catalog.table(id);
        let mut namespace = Namespace::new(format!("the fields of {}", identity::table(table)));
        namespace.reserve(GLOBAL_ID, "the global id");
        for ((column, _), name) in table.columns().zip(&self.columns[id.0]) {
            namespace.reserve(name.as_str(), &format!("column {}", identity::column(table, column)));
        }
        let claims: Vec<Claim> = wanted.iter().map(|wanted| wanted.claim.clone()).collect();
        namespace.resolve(&claims, clashes).into_iter().map(|won| won.name).collect()
    }

    /// What the types of a way through a join table begin with, `PlaylistTracks`, for every relation (of which only
    /// these need it).
    fn name_join_types(
        &self,
        wanted: &[Vec<Wanted>],
        fields: &[Vec<Name>],
        clashes: &mut Vec<String>,
    ) -> Vec<Vec<Name>> {
        let mut namespace = Namespace::new("the schema's connections");
        for ((_, table), entity) in self.catalog.tables().zip(self.entities) {
            namespace.reserve(entity.type_name.as_str(), &format!("table {}", identity::table(table)));
        }
        for (id, name) in self.enums {
            namespace.reserve(name.as_str(), &format!("enum {}", identity::type_of(self.catalog.type_of(*id))));
        }
        let mut claims = Vec::new();
        for ((entity, wanted), fields) in self.entities.iter().zip(wanted).zip(fields) {
            for (wanted, field) in
                wanted.iter().zip(fields).filter(|(wanted, _)| matches!(wanted.step, Step::Through(_)))
            {
                let names = std::iter::once(field).chain(wanted.claim.wants.iter().map(|want| &want.name));
                let wants =
                    names.enumerate().map(|(position, name)| (join_type(entity, name), u32::from(position > 0)));
                claims.push(Claim::new(wanted.claim.who.clone(), wanted.claim.identity.clone(), 0, wants));
            }
        }
        let mut won = namespace.resolve(&claims, clashes).into_iter().map(|won| won.name);
        let mut base = |wanted: &Wanted, field: &Name| match wanted.step {
            Step::Through(_) => won.next().unwrap_or_else(|| field.clone()),
            _ => field.clone(),
        };
        let mut bases = Vec::new();
        for (wanted, fields) in wanted.iter().zip(fields) {
            bases.push(wanted.iter().zip(fields).map(|(wanted, field)| base(wanted, field)).collect());
        }
        bases
    }

    fn finish(&self, wanted: Wanted, field: Name, base: &Name) -> Relation {
        let derived = |ending: &str| Name::coerce(&format!("{base}{ending}"));
        let kind = match wanted.step {
            Step::Forward(id) => RelationKind::Forward(id),
            Step::BackwardOne(id) => RelationKind::BackwardOne(id),
            Step::BackwardMany(id) => RelationKind::BackwardMany(id),
            Step::Through(Join { near, far }) => RelationKind::ManyToMany(ManyToMany {
                near,
                far,
                connection: derived("Connection"),
                edge: derived("Edge"),
                filter: derived("Filter"),
                connection_filter: derived("ConnectionFilter"),
                order_by: derived("OrderBy"),
                displaced_edge: None,
                edge_columns: Vec::new(),
            }),
        };
        Relation { filter_field: field.clone(), field, kind }
    }
}

/// `ByTitleAndArtistId`
pub(super) fn by<'a>(columns: impl IntoIterator<Item = &'a Name>) -> String {
    let columns: Vec<String> = columns.into_iter().map(|name| upper_first(name.as_str())).collect();
    format!("By{}", columns.join("And"))
}

fn join_type(entity: &Entity, field: &Name) -> String {
    format!("{}{}", entity.type_name, upper_first(field.as_str()))
}

fn long_rank(key: &ForeignKey) -> u32 {
    LONG + u32::try_from(key.columns.len()).unwrap_or(LONG)
}
