//! The JSON of introspection.

use super::select::{Asked, Entrance, Root, Selected, TYPENAME};
use crate::{
    response::scalars::write_string,
    schema::{Argument, Directive, EnumValue, Field, Schema, Type, TypeId, TypeKind, TypeRef, Wrapper},
};

/// Where JSON goes.
pub(super) struct Out<'s> {
    pub(super) bytes: Vec<u8>,
    /// What takes the bytes when there are enough of them; `None` leaves them together.
    sink: Option<&'s mut dyn FnMut(&[u8])>,
}

/// So many bytes are handed on at once, and a little more: what the allocator need not ask the system for each time.
const BLOCK: usize = 64 * 1024;

impl<'s> Out<'s> {
    /// All bytes in one piece.
    pub(super) fn whole() -> Self {
        Self { bytes: Vec::new(), sink: None }
    }

    /// Bytes in blocks, each handed to `sink` once it is full; the last one by [`Self::end`].
    pub(super) fn in_blocks(sink: &'s mut dyn FnMut(&[u8])) -> Self {
        Self { bytes: Vec::with_capacity(BLOCK + BLOCK / 4), sink: Some(sink) }
    }

    /// Hands on what is left.
    pub(super) fn end(mut self) {
        self.hand_on(0);
    }

    fn hand_on(&mut self, least: usize) {
        if let Some(sink) = &mut self.sink
            && self.bytes.len() >= least
        {
            sink(&self.bytes);
            self.bytes.clear();
        }
    }

    fn raw(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// A name, which holds nothing to escape.
    fn name(&mut self, name: &str) {
        self.raw("\"");
        self.raw(name);
        self.raw("\"");
    }

    fn text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => write_string(text, &mut self.bytes),
            None => self.raw("null"),
        }
    }

    fn boolean(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        let mut separator = "[";
        for item in items {
            self.raw(separator);
            write(self, item);
            separator = ",";
            self.hand_on(BLOCK);
        }
        self.raw(if separator == "[" { "[]" } else { "]" });
    }
}

/// An object of introspection.
#[derive(Clone, Copy)]
enum Item<'a> {
    Schema,
    /// A named type in the wrappers that stand, from the inside out.
    Type(TypeId, &'a [Wrapper]),
    Field(&'a Field),
    Input(&'a Argument),
    EnumValue(&'a EnumValue),
    Directive(&'a Directive),
}

/// The value of `data`: an object of all roots.
pub(super) fn data(schema: &Schema, roots: &[Root<'_>], out: &mut Out<'_>) {
    out.raw("{");
    for (position, found) in roots.iter().enumerate() {
        out.raw(if position > 0 { "," } else { "" });
        out.text(Some(found.key));
        out.raw(":");
        root(schema, found, out);
    }
    out.raw("}");
}

/// What a root field gives.
pub(super) fn root(schema: &Schema, root: &Root<'_>, out: &mut Out<'_>) {
    let mut write = Write { schema, out };
    match &root.entrance {
        Entrance::Schema(selected) => write.object(selected, Item::Schema),
        Entrance::Type(id, selected) => write.object(selected, Item::Type(*id, &[])),
        Entrance::Nothing => write.out.raw("null"),
        Entrance::Typename => write.out.name(schema.get(schema.query).name.as_str()),
    }
}

struct Write<'a, 'o, 's> {
    schema: &'a Schema,
    out: &'o mut Out<'s>,
}

impl<'a> Write<'a, '_, '_> {
    fn object(&mut self, selected: &Selected<'_>, item: Item<'a>) {
        self.out.raw("{");
        for (position, asked) in selected.iter().enumerate() {
            if position > 0 {
                self.out.raw(",");
            }
            self.out.bytes.extend_from_slice(&asked.key);
            if asked.name == TYPENAME {
                self.out.name(self.schema.get(asked.parent).name.as_str());
            } else {
                self.field(asked, item);
            }
        }
        self.out.raw("}");
    }

    fn objects(&mut self, asked: &Asked<'_>, items: impl IntoIterator<Item = Item<'a>>) {
        let schema = self.schema;
        self.out.list(items, |out, item| Write { schema, out }.object(&asked.below, item));
    }

    fn field(&mut self, asked: &Asked<'_>, item: Item<'a>) {
        match item {
            Item::Schema => self.of_schema(asked),
            Item::Type(named, wrappers) => self.of_type(asked, named, wrappers),
            Item::Field(field) => match asked.name {
                "args" => self.inputs(asked, &field.arguments),
                "type" => self.reference(asked, &field.type_ref),
                "isDeprecated" => self.out.boolean(field.deprecated.is_some()),
                "deprecationReason" => self.out.text(field.deprecated.as_deref()),
                _ => self.named(asked, field.name.as_str(), field.description.as_deref()),
            },
            Item::Input(input) => match asked.name {
                "type" => self.reference(asked, &input.type_ref),
                "defaultValue" => self.out.text(input.default()),
                _ => self.named(asked, input.name.as_str(), input.description.as_deref()),
            },
            Item::EnumValue(value) => self.named(asked, value.name.as_str(), value.description.as_deref()),
            Item::Directive(directive) => match asked.name {
                "isRepeatable" => self.out.boolean(false),
                "locations" => self.out.list(directive.locations, |out, location| out.name(location)),
                "args" => self.inputs(asked, &directive.arguments),
                _ => self.named(asked, directive.name, Some(directive.description)),
            },
        }
    }

    fn of_schema(&mut self, asked: &Asked<'_>) {
        let schema = self.schema;
        match asked.name {
            "types" => self.types(asked, schema.listed_types()),
            "queryType" => self.object(&asked.below, Item::Type(schema.query, &[])),
            "directives" => self.objects(asked, schema.directives.iter().map(Item::Directive)),
            // There is no description, and nothing but queries.
            _ => self.out.raw("null"),
        }
    }

    fn of_type(&mut self, asked: &Asked<'_>, named: TypeId, wrappers: &'a [Wrapper]) {
        if let Some((outer, inner)) = wrappers.split_last() {
            return match (asked.name, outer) {
                ("kind", Wrapper::List) => self.out.name("LIST"),
                ("kind", Wrapper::NonNull) => self.out.name("NON_NULL"),
                ("ofType", _) => self.object(&asked.below, Item::Type(named, inner)),
                _ => self.out.raw("null"),
            };
        }
        let found = self.schema.get(named);
        match asked.name {
            "kind" => self.out.name(kind(found)),
            "name" => self.out.name(found.name.as_str()),
            "description" => self.out.text(found.description.as_deref()),
            _ => self.of_kind(asked, &found.kind),
        }
    }

    /// The fields of `__Type` that are null for most kinds.
    fn of_kind(&mut self, asked: &Asked<'_>, kind: &'a TypeKind) {
        match (kind, asked.name) {
            (TypeKind::Scalar(scalar), "specifiedByURL") => self.out.text(scalar.specified_by),
            (TypeKind::Object(object), "fields") => self.fields(asked, &object.fields),
            (TypeKind::Object(object), "interfaces") => self.types(asked, object.interfaces.iter().copied()),
            (TypeKind::Interface(interface), "fields") => self.fields(asked, &interface.fields),
            (TypeKind::Interface(_), "interfaces") => self.types(asked, []),
            (TypeKind::Interface(interface), "possibleTypes") => self.types(asked, interface.possible.iter().copied()),
            (TypeKind::Enum(kind), "enumValues") => self.objects(asked, kind.values.iter().map(Item::EnumValue)),
            (TypeKind::Input(input), "inputFields") => self.inputs(asked, &input.fields),
            (TypeKind::Input(input), "isOneOf") => self.out.boolean(input.one_of),
            _ => self.out.raw("null"),
        }
    }

    fn types(&mut self, asked: &Asked<'_>, ids: impl IntoIterator<Item = TypeId>) {
        self.objects(asked, ids.into_iter().map(|id| Item::Type(id, &[])));
    }

    fn fields(&mut self, asked: &Asked<'_>, fields: &'a [Field]) {
        let wanted = fields.iter().filter(|field| asked.deprecated || field.deprecated.is_none());
        self.objects(asked, wanted.map(Item::Field));
    }

    fn inputs(&mut self, asked: &Asked<'_>, arguments: &'a [Argument]) {
        self.objects(asked, arguments.iter().map(Item::Input));
    }

    fn reference(&mut self, asked: &Asked<'_>, type_ref: &'a TypeRef) {
        self.object(&asked.below, Item::Type(type_ref.named, &type_ref.wrappers));
    }

    /// The fields that all but types have. Only output fields are ever deprecated.
    fn named(&mut self, asked: &Asked<'_>, name: &str, description: Option<&str>) {
        match asked.name {
            "name" => self.out.name(name),
            "description" => self.out.text(description),
            "isDeprecated" => self.out.boolean(false),
            _ => self.out.raw("null"),
        }
    }
}

fn kind(found: &Type) -> &'static str {
    match found.kind {
        TypeKind::Scalar(_) => "SCALAR",
        TypeKind::Object(_) => "OBJECT",
        TypeKind::Interface(_) => "INTERFACE",
        TypeKind::Enum(_) => "ENUM",
        TypeKind::Input(_) => "INPUT_OBJECT",
    }
}
