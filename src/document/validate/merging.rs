//! Fields with one key in the response: they must ask for the same (specification section 5.3.2).
//!
//! The sets of fields that share a key are merged level by level, so that each field is looked at once for each way
//! that leads to it, where comparing pairs of fields, as juniper does, takes the square. juniper's rule also takes a list
//! for equal to one that goes on where it ends.

use super::Validation;
use crate::{
    document::{
        RequestError, RequestErrorKind,
        ast::{Argument, Field, Selection},
    },
    schema::{self, TypeId, TypeKind},
};
use indexmap::IndexMap;
use std::collections::HashSet;

/// A field, and what it is in the type where it stands.
#[derive(Clone, Copy)]
struct Found<'a, 'd> {
    parent: TypeId,
    field: &'a Field<'d>,
    /// `None` is `__typename`.
    declared: Option<&'a schema::Field>,
}

type Fields<'a, 'd> = Vec<Found<'a, 'd>>;

impl<'a, 'd> Validation<'a, 'd> {
    /// The document has no unknown names and no cycles.
    pub(super) fn merging(&mut self) {
        let document = self.document;
        for operation in &document.operations {
            let mut fields = Fields::new();
            self.collect(&operation.selections, self.schema.query, &mut fields, &mut HashSet::new());
            self.same_requests(&fields);
            if self.errors.is_empty() {
                self.same_shapes(&fields);
            }
        }
    }

    /// The fields of a selection set, with fragments in place.
    fn collect(
        &self,
        selections: &'a [Selection<'d>],
        parent: TypeId,
        fields: &mut Fields<'a, 'd>,
        seen: &mut HashSet<(&'d str, TypeId)>,
    ) {
        let condition = |name: &str| self.schema.by_name(name).unwrap_or(parent);
        for selection in selections {
            match selection {
                Selection::Field(field) => {
                    let declared = self.schema.field(parent, field.name);
                    fields.push(Found { parent, field, declared });
                }
                Selection::Inline(inline) => {
                    let parent = inline.condition.map_or(parent, |(name, _)| condition(name));
                    self.collect(&inline.selections, parent, fields, seen);
                }
                Selection::Spread(spread) => {
                    if let Some(fragment) = self.document.fragment(spread.name)
                        && seen.insert((spread.name, parent))
                    {
                        self.collect(&fragment.selections, condition(fragment.condition), fields, seen);
                    }
                }
            }
        }
    }

    fn children(&self, fields: &[Found<'a, 'd>]) -> Fields<'a, 'd> {
        let mut children = Fields::new();
        let mut seen = HashSet::new();
        for found in fields {
            let Some(declared) = found.declared else { continue };
            let parent = declared.type_ref.named;
            self.collect(found.field.selections.as_deref().unwrap_or_default(), parent, &mut children, &mut seen);
        }
        children
    }

    /// Fields that can belong to one object must be the same field with the same arguments.
    fn same_requests(&mut self, fields: &[Found<'a, 'd>]) {
        for group in by_key(fields).into_values() {
            for group in self.by_object(&group) {
                let Some((first, others)) = group.split_first() else { continue };
                if let Some(other) = others.iter().find(|other| other.field.name != first.field.name) {
                    let (one, two) = (first.field.name, other.field.name);
                    self.conflict(first, other, &format!("the fields `{one}` and `{two}`"));
                    continue;
                }
                if let Some(other) = others.iter().find(|other| !equal(&first.field.arguments, &other.field.arguments))
                {
                    self.conflict(first, other, &format!("`{}` with different arguments", first.field.name));
                    continue;
                }
                let children = self.children(&group);
                if !children.is_empty() {
                    self.same_requests(&children);
                }
            }
        }
    }

    /// Groups of fields that can belong to one object: those of an interface belong to all.
    fn by_object(&self, group: &[Found<'a, 'd>]) -> Vec<Fields<'a, 'd>> {
        let is_object = |found: &&Found<'_, '_>| matches!(self.schema.get(found.parent).kind, TypeKind::Object(_));
        let mut objects: IndexMap<TypeId, Fields<'a, 'd>> = IndexMap::new();
        for found in group.iter().filter(is_object) {
            objects.entry(found.parent).or_default();
        }
        if objects.is_empty() {
            return vec![group.to_vec()];
        }
        for (object, fields) in &mut objects {
            fields.extend(group.iter().filter(|found| found.parent == *object || !is_object(found)));
        }
        objects.into_values().collect()
    }

    /// Fields of different objects may differ, but what they give must look the same.
    fn same_shapes(&mut self, fields: &[Found<'a, 'd>]) {
        for group in by_key(fields).into_values() {
            let Some((first, others)) = group.split_first() else { continue };
            if let Some(other) = others.iter().find(|other| self.shape(first) != self.shape(other)) {
                let display = |found: &Found<'_, '_>| match found.declared {
                    Some(declared) => declared.type_ref.display(self.schema),
                    None => "String!".to_owned(),
                };
                let (one, two) = (display(first), display(other));
                self.conflict(first, other, &format!("values of the types `{one}` and `{two}`"));
                continue;
            }
            let children = self.children(&group);
            if !children.is_empty() {
                self.same_shapes(&children);
            }
        }
    }

    /// The wrappers of a field's type, and the type itself if it is a leaf.
    fn shape(&self, found: &Found<'a, 'd>) -> (&'a [schema::Wrapper], Option<TypeId>) {
        let Some(declared) = found.declared else {
            return (&[schema::Wrapper::NonNull], self.schema.by_name("String"));
        };
        let named = declared.type_ref.named;
        let leaf = !self.schema.get(named).kind.is_composite();
        (&declared.type_ref.wrappers, leaf.then_some(named))
    }

    fn conflict(&mut self, first: &Found<'a, 'd>, other: &Found<'a, 'd>, what: &str) {
        let key = first.field.response_key();
        let name = other.field.name;
        self.errors.add(|| RequestError {
            kind: RequestErrorKind::Validation {
                message: format!("`{key}` is asked to be {what}: one key cannot hold both."),
                hint: Some(format!("Give one of them another key: `{name}2: {name}`.")),
            },
            locations: vec![first.field.at, other.field.at],
            path: Vec::new(),
        });
    }
}

fn by_key<'a, 'd>(fields: &[Found<'a, 'd>]) -> IndexMap<&'a str, Fields<'a, 'd>> {
    let mut groups: IndexMap<&str, Fields<'a, 'd>> = IndexMap::new();
    for found in fields {
        groups.entry(found.field.response_key()).or_default().push(*found);
    }
    groups
}

fn equal(left: &[Argument<'_>], right: &[Argument<'_>]) -> bool {
    let among = |argument: &Argument<'_>| {
        right.iter().any(|other| other.name == argument.name && other.value == argument.value)
    };
    left.len() == right.len() && left.iter().all(among)
}
