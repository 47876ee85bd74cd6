//! The types that columns use.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::load::LoadError;
use super::{Operators, Type, TypeId, TypeKind, composites, domains, enums};

/// Yields a [`Row`] for each type that a column uses, and for those that it is made of.
pub(super) const QUERY: &str = include_str!("../../introspect/types.sql");

/// A row of `introspect/types.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    oid: i64,
    schema: String,
    name: String,
    kind: Kind,
    element: Option<i64>,
    comparable: bool,
    equality: Option<String>,
    textual: bool,
    comment: Option<String>,
}

/// `pg_type.typtype`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Kind {
    #[serde(rename = "b")]
    Base,
    #[serde(rename = "c")]
    Composite,
    #[serde(rename = "d")]
    Domain,
    #[serde(rename = "e")]
    Enum,
    #[serde(rename = "p")]
    Pseudo,
    #[serde(rename = "r")]
    Range,
    #[serde(rename = "m")]
    Multirange,
}

/// The rows of all types, to be found by oid.
pub(super) struct Types {
    rows: HashMap<i64, Row>,
    labels: HashMap<i64, Vec<String>>,
    domains: HashMap<i64, domains::Row>,
    attributes: HashMap<i64, Vec<i64>>,
}

/// The types of the catalog, to be found by the oids of rows.
pub(super) struct UsedTypes {
    list: Vec<Type>,
    ids: HashMap<i64, TypeId>,
}

impl Types {
    pub(super) fn new(
        rows: Vec<Row>,
        enums: Vec<enums::Row>,
        domains: Vec<domains::Row>,
        composites: Vec<composites::Row>,
    ) -> Types {
        Types {
            rows: rows.into_iter().map(|row| (row.oid, row)).collect(),
            labels: enums.into_iter().map(|row| (row.type_oid, row.labels)).collect(),
            domains: domains.into_iter().map(|row| (row.type_oid, row)).collect(),
            attributes: composites.into_iter().map(|row| (row.type_oid, row.attribute_oids)).collect(),
        }
    }

    /// The types of `oids` and all that they are made of, in the catalog's order.
    pub(super) fn used_by(&self, oids: impl Iterator<Item = i64>) -> Result<UsedTypes, LoadError> {
        let mut waiting: Vec<i64> = oids.collect();
        let mut used = HashSet::new();
        while let Some(oid) = waiting.pop() {
            if used.insert(oid) {
                let row = self.row(oid)?;
                waiting.extend(self.domain(row).map(|domain| domain.base_oid).or(row.element));
            }
        }
        let mut rows = used.into_iter().map(|oid| self.row(oid)).collect::<Result<Vec<_>, _>>()?;
        rows.sort_by_key(|row| (&row.schema, &row.name));
        let ids = rows.iter().enumerate().map(|(index, row)| (row.oid, TypeId(index))).collect();
        let list = rows.into_iter().map(|row| self.build(row, &ids)).collect::<Result<_, _>>()?;
        Ok(UsedTypes { list, ids })
    }

    fn build(&self, row: &Row, ids: &HashMap<i64, TypeId>) -> Result<Type, LoadError> {
        let id = |oid: i64| ids.get(&oid).copied().ok_or(LoadError::UnknownType { oid });
        let kind = match (self.domain(row), row.element) {
            (Some(domain), _) => TypeKind::Domain {
                base: id(domain.base_oid)?,
                not_null: self.is_not_null(domain),
                dimensions: match self.row(domain.base_oid)?.element {
                    Some(_) => domain.dimensions.max(1),
                    None => domain.dimensions,
                },
            },
            (None, Some(element)) => TypeKind::Array(id(element)?),
            (None, None) if row.kind == Kind::Enum => {
                TypeKind::Enum(self.labels.get(&row.oid).cloned().unwrap_or_default())
            }
            (None, None) => TypeKind::Base,
        };
        Ok(Type {
            schema: row.schema.clone(),
            name: row.name.clone(),
            kind,
            comment: row.comment.clone(),
            orderable: self.is_orderable(row.oid),
            is_row: row.kind == Kind::Composite,
            operators: self.operators(row.oid),
        })
    }

    fn row(&self, oid: i64) -> Result<&Row, LoadError> {
        self.rows.get(&oid).ok_or(LoadError::UnknownType { oid })
    }

    fn domain(&self, row: &Row) -> Option<&domains::Row> {
        if row.kind == Kind::Domain { self.domains.get(&row.oid) } else { None }
    }

    fn is_not_null(&self, domain: &domains::Row) -> bool {
        domain.not_null || self.domains.get(&domain.base_oid).is_some_and(|below| self.is_not_null(below))
    }

    /// PostgreSQL finds the operators of domains, arrays, enums, ranges and composites through what they are made of.
    fn is_orderable(&self, oid: i64) -> bool {
        let Some(row) = self.rows.get(&oid) else { return false };
        match row.kind {
            Kind::Domain => self.domain(row).is_some_and(|domain| self.is_orderable(domain.base_oid)),
            Kind::Composite => self
                .attributes
                .get(&oid)
                .is_some_and(|attributes| attributes.iter().all(|attribute| self.is_orderable(*attribute))),
            Kind::Enum | Kind::Range | Kind::Multirange => true,
            Kind::Pseudo => false,
            Kind::Base => row.comparable || row.element.is_some_and(|element| self.is_orderable(element)),
        }
    }

    /// What the type itself has, or else what it is made of, in the same way as for [`Self::is_orderable`].
    fn operators(&self, oid: i64) -> Option<Operators> {
        let row = self.rows.get(&oid)?;
        let made = |parts: &[i64]| {
            let all = parts.iter().all(|part| self.operators(*part).is_some());
            all.then(|| Operators { schema: "pg_catalog".to_owned(), text: false })
        };
        match row.kind {
            Kind::Domain => self.operators(self.domain(row)?.base_oid),
            Kind::Composite => made(self.attributes.get(&oid)?),
            Kind::Enum | Kind::Range | Kind::Multirange => made(&[]),
            Kind::Pseudo => None,
            Kind::Base => match (&row.equality, row.element) {
                (Some(schema), _) => Some(Operators { schema: schema.clone(), text: row.textual }),
                (None, Some(element)) => made(&[element]),
                (None, None) => None,
            },
        }
    }
}

impl UsedTypes {
    pub(super) fn get(&self, oid: i64) -> Result<(TypeId, &Type), LoadError> {
        let id = self.ids.get(&oid).copied().ok_or(LoadError::UnknownType { oid })?;
        Ok((id, &self.list[id.0]))
    }

    pub(super) fn into_list(self) -> Vec<Type> {
        self.list
    }
}
