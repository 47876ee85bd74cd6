//! Fields, arguments and fragments: whether they are there, and where they may stand.

use super::{Scope, Validation};
use crate::{
    document::{
        Location, OperationKind,
        ast::{Argument, Field, Inline, LiteralKind, Operation, Selection, Spread},
        coerce::Path,
        report::{did_you_mean, nearest},
        validate::directives::Place,
    },
    schema::{self, Schema, TypeId, TypeKind},
};

/// The type of a selection set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Parent {
    /// An object or interface of the schema.
    Type(TypeId),
    /// Reported already.
    Unknown,
}

impl<'a, 'd> Validation<'a, 'd> {
    /// Walks every definition once, and gives what each refers to: operations first, then fragments, in their order.
    pub(super) fn fields(&mut self) -> Vec<Scope<'d>> {
        let document = self.document;
        let mut scopes = Vec::new();
        for operation in &document.operations {
            let mut scope = Scope::default();
            let parent = self.root(operation);
            self.directives(&operation.directives, Place::Operation(operation.kind), &mut scope);
            self.selections(&operation.selections, parent, &mut scope);
            scopes.push(scope);
        }
        for fragment in &document.fragments {
            let mut scope = Scope::default();
            let parent = self.condition(fragment.condition, fragment.condition_at);
            self.directives(&fragment.directives, Place::FragmentDefinition, &mut scope);
            self.selections(&fragment.selections, parent, &mut scope);
            scopes.push(scope);
        }
        scopes
    }

    fn root(&mut self, operation: &Operation<'_>) -> Parent {
        let kind = match operation.kind {
            OperationKind::Query => return Parent::Type(self.schema.query),
            OperationKind::Mutation => "mutations",
            OperationKind::Subscription => "subscriptions",
        };
        self.errors.invalid(operation.at, || (format!("This schema has no {kind}: it is read-only."), None));
        Parent::Unknown
    }

    /// The type that a fragment is on.
    pub(super) fn condition(&mut self, name: &str, at: Location) -> Parent {
        let schema = self.schema;
        match schema.by_name(name) {
            Some(id) if self.schema.get(id).kind.is_composite() => {
                self.touched.entry(id).or_default();
                Parent::Type(id)
            }
            Some(_) => {
                let message = format!("A fragment must be on an object or interface, which `{name}` is not.");
                self.errors.invalid(at, || (message, None));
                Parent::Unknown
            }
            None => {
                let ids = (0..schema.types.len()).map(TypeId).filter(|id| schema.get(*id).kind.is_composite());
                let names = ids.map(|id| schema.get(id).name.as_str());
                self.errors.invalid(at, || (format!("There is no type `{name}`."), did_you_mean(name, names)));
                Parent::Unknown
            }
        }
    }

    fn selections(&mut self, selections: &[Selection<'d>], parent: Parent, scope: &mut Scope<'d>) {
        for selection in selections {
            match selection {
                Selection::Field(field) => self.field(field, parent, scope),
                Selection::Spread(spread) => self.spread(spread, parent, scope),
                Selection::Inline(inline) => self.inline(inline, parent, scope),
            }
        }
    }

    fn field(&mut self, field: &Field<'d>, parent: Parent, scope: &mut Scope<'d>) {
        self.directives(&field.directives, Place::Field, scope);
        let children = match parent {
            Parent::Type(id) if field.name == "__typename" => self.typename(field, id),
            Parent::Type(id) => self.data_field(field, id, scope),
            Parent::Unknown => {
                field.arguments.iter().for_each(|argument| Self::untyped(&argument.value, scope));
                parent
            }
        };
        self.selections(field.selections.as_deref().unwrap_or_default(), children, scope);
    }

    fn typename(&mut self, field: &Field<'d>, parent: TypeId) -> Parent {
        let at = field.at;
        if let Some(argument) = field.arguments.first() {
            let message = || format!("`__typename` takes no argument `{}`.", argument.name);
            self.errors.invalid(argument.at, || (message(), None));
        }
        if field.selections.is_some() {
            self.errors.invalid(at, || ("`__typename` is a `String!`, which has no fields.".to_owned(), None));
        }
        self.touched.entry(parent).or_default();
        Parent::Unknown
    }

    fn data_field(&mut self, field: &Field<'d>, parent: TypeId, scope: &mut Scope<'d>) -> Parent {
        let schema = self.schema;
        let Some(found) = schema.field(parent, field.name) else {
            let parent_name = &schema.get(parent).name;
            let message = || format!("`{parent_name}` has no field `{}`.", field.name);
            self.errors.invalid(field.at, || (message(), field_hint(schema, parent, field.name)));
            field.arguments.iter().for_each(|argument| Self::untyped(&argument.value, scope));
            return Parent::Unknown;
        };
        self.touched.entry(parent).or_default().insert(found.name.clone());
        self.arguments(field, found, scope);
        let type_name = || found.type_ref.display(schema);
        let composite = self.schema.get(found.type_ref.named).kind.is_composite();
        match (composite, &field.selections) {
            (true, None) => {
                let hint = self.selection_hint(field, found.type_ref.named);
                let message = || format!("`{}` is of type `{}`: select fields of it.", field.name, type_name());
                self.errors.invalid(field.at, || (message(), Some(hint)));
                Parent::Unknown
            }
            (false, Some(_)) => {
                let message = || format!("`{}` is of type `{}`, which has no fields.", field.name, type_name());
                let hint = || Some(format!("Write `{}` without braces.", field.name));
                self.errors.invalid(field.at, || (message(), hint()));
                Parent::Unknown
            }
            (true, Some(_)) => Parent::Type(found.type_ref.named),
            (false, None) => Parent::Unknown,
        }
    }

    fn arguments(&mut self, field: &Field<'d>, found: &schema::Field, scope: &mut Scope<'d>) {
        for argument in &field.arguments {
            let Argument { name, at, value } = argument;
            match found.argument(name) {
                Some(declared) if matches!(value.kind, LiteralKind::Variable(_)) => {
                    self.literal(&declared.variable_type(), value, &Path::Root("", name), scope);
                }
                Some(declared) => self.literal(&declared.type_ref, value, &Path::Root("", name), scope),
                None => {
                    let names = found.arguments.iter().map(|declared| declared.name.as_str());
                    let message = format!("`{}` has no argument `{name}`.", field.name);
                    self.errors.invalid(*at, || (message, did_you_mean(name, names)));
                    Self::untyped(value, scope);
                }
            }
        }
        for declared in found.arguments.iter().filter(|declared| declared.is_required()) {
            if !field.arguments.iter().any(|argument| argument.name == declared.name.as_str()) {
                let type_name = declared.type_ref.display(self.schema);
                let message = format!("`{}` needs the argument `{}: {type_name}`.", field.name, declared.name);
                self.errors.invalid(field.at, || (message, None));
            }
        }
    }

    fn spread(&mut self, spread: &Spread<'d>, parent: Parent, scope: &mut Scope<'d>) {
        self.directives(&spread.directives, Place::FragmentSpread, scope);
        scope.spreads.push(spread.name);
        let Some(fragment) = self.document.fragment(spread.name) else {
            let names = self.document.fragments.iter().map(|fragment| fragment.name);
            let message = format!("There is no fragment `{}`.", spread.name);
            self.errors.invalid(spread.at, || (message, did_you_mean(spread.name, names)));
            return;
        };
        let condition = match self.schema.by_name(fragment.condition) {
            Some(id) if self.schema.get(id).kind.is_composite() => Parent::Type(id),
            Some(_) | None => Parent::Unknown,
        };
        self.possible(spread.at, parent, (condition, fragment.condition));
    }

    fn inline(&mut self, inline: &Inline<'d>, parent: Parent, scope: &mut Scope<'d>) {
        self.directives(&inline.directives, Place::InlineFragment, scope);
        let inner = match inline.condition {
            Some((name, at)) => {
                let condition = self.condition(name, at);
                self.possible(inline.at, parent, (condition, name));
                condition
            }
            None => parent,
        };
        self.selections(&inline.selections, inner, scope);
    }

    /// Whether a fragment on `condition` can ever apply where the type is `parent`.
    fn possible(&mut self, at: Location, parent: Parent, (condition, name): (Parent, &str)) {
        let Parent::Type(parent) = parent else { return };
        let overlap = match condition {
            Parent::Type(condition) => self.overlap(parent, condition),
            Parent::Unknown => true,
        };
        if !overlap {
            let parent_name = &self.schema.get(parent).name;
            let message =
                || format!("What is of type `{parent_name}` is never of type `{name}`: this fragment never applies.");
            self.errors.invalid(at, || (message(), None));
        }
    }

    fn overlap(&self, left: TypeId, right: TypeId) -> bool {
        match (&self.schema.get(left).kind, &self.schema.get(right).kind) {
            (TypeKind::Interface(_), TypeKind::Object(_)) => self.schema.satisfies(right, left),
            (TypeKind::Interface(interface), TypeKind::Interface(_)) => {
                left == right || interface.possible.iter().any(|id| self.schema.satisfies(*id, right))
            }
            _ => self.schema.satisfies(left, right),
        }
    }

    fn selection_hint(&self, field: &Field<'_>, named: TypeId) -> String {
        let inner = ["nodes", "id"].into_iter().find(|name| self.schema.field(named, name).is_some());
        match inner {
            Some("nodes") => format!("Write `{} {{ nodes {{ … }} }}`.", field.name),
            Some(inner) => format!("Write `{} {{ {inner} … }}`.", field.name),
            None => format!("Write `{} {{ … }}`.", field.name),
        }
    }
}

/// Where a field that is not on `parent` is to be found: one of a near name, one of the rows of a connection, one of
/// an object that implements the interface.
fn field_hint(schema: &Schema, parent: TypeId, name: &str) -> Option<String> {
    let (fields, possible) = match &schema.get(parent).kind {
        TypeKind::Object(object) => (&object.fields, &[][..]),
        TypeKind::Interface(interface) => (&interface.fields, interface.possible.as_slice()),
        TypeKind::Scalar(_) | TypeKind::Enum(_) | TypeKind::Input(_) => return None,
    };
    if let Some(nodes) = schema.field(parent, "nodes")
        && schema.field(nodes.type_ref.named, name).is_some()
    {
        return Some(format!("Ask for it in `nodes {{ {name} }}`."));
    }
    if let Some(object) = possible.iter().find(|id| schema.field(**id, name).is_some()) {
        return Some(format!("Ask for it in `... on {} {{ {name} }}`.", schema.get(*object).name));
    }
    let names = fields.iter().map(|field| field.name.as_str()).chain(["__typename"]);
    nearest(name, names).map(|name| format!("Did you mean `{name}`?"))
}
