//! What the specification defines as a part of every schema: the types of introspection and the directives.
//!
//! They are types like all others, so that documents that ask for them are validated by the same rules. What they are
//! called, take and give is as in graphql-js; the descriptions are ours.

use super::{
    Argument, EnumType, EnumValue, Field, Meaning, ObjectType, Resolve, Schema, Type, TypeId, TypeKind, TypeRef,
    Wrapper, describe, sdl::BUILT_IN,
};
use crate::naming::Name;
use std::collections::HashMap;

/// A directive.
#[derive(Debug, Clone)]
pub struct Directive {
    /// Its name, without the `@`.
    pub name: &'static str,
    /// Its description.
    pub description: &'static str,
    /// Where it may stand: values of `__DirectiveLocation`.
    pub locations: &'static [&'static str],
    /// What it takes.
    pub arguments: Vec<Argument>,
}

struct Object {
    name: &'static str,
    description: &'static str,
    fields: &'static [Row],
}

struct Enum {
    name: &'static str,
    description: &'static str,
    values: &'static [(&'static str, &'static str)],
}

/// A field or an argument: its name, its type, its description (empty is none).
type Row = (&'static str, &'static str, &'static str);

const OBJECTS: &[Object] = &[
    Object {
        name: "__Schema",
        description: "All that this API offers: its types, and where operations begin.",
        fields: &[
            ("description", "String", ""),
            ("types", "[__Type!]!", "Every type, those of introspection among them."),
            ("queryType", "__Type!", "The type whose fields a query selects."),
            ("mutationType", "__Type", "The type whose fields a mutation selects; null if there are no mutations."),
            (
                "subscriptionType",
                "__Type",
                "The type whose field a subscription selects; null if there are no subscriptions.",
            ),
            ("directives", "[__Directive!]!", "Every directive."),
        ],
    },
    Object {
        name: "__Type",
        description: "A type. Its `kind` says which of the other fields mean something; they are null elsewhere.\n\nA list or a type that is not null has no name: `ofType` is the type that it wraps.",
        fields: &[
            ("kind", "__TypeKind!", ""),
            ("name", "String", ""),
            ("description", "String", ""),
            ("specifiedByURL", "String", ""),
            ("fields", "[__Field!]", ""),
            ("interfaces", "[__Type!]", ""),
            ("possibleTypes", "[__Type!]", ""),
            ("enumValues", "[__EnumValue!]", ""),
            ("inputFields", "[__InputValue!]", ""),
            ("ofType", "__Type", ""),
            ("isOneOf", "Boolean", ""),
        ],
    },
    Object {
        name: "__Field",
        description: "A field of an object or an interface: what it takes and what it gives.",
        fields: &[
            ("name", "String!", ""),
            ("description", "String", ""),
            ("args", "[__InputValue!]!", ""),
            ("type", "__Type!", ""),
            ("isDeprecated", "Boolean!", ""),
            ("deprecationReason", "String", ""),
        ],
    },
    Object {
        name: "__InputValue",
        description: "An argument of a field or a directive, or a field of an input object.",
        fields: &[
            ("name", "String!", ""),
            ("description", "String", ""),
            ("type", "__Type!", ""),
            ("defaultValue", "String", "What counts where nothing is written, as a document would write it."),
            ("isDeprecated", "Boolean!", ""),
            ("deprecationReason", "String", ""),
        ],
    },
    Object {
        name: "__EnumValue",
        description: "One of the values of an enum. Answers hold its name as a string.",
        fields: &[
            ("name", "String!", ""),
            ("description", "String", ""),
            ("isDeprecated", "Boolean!", ""),
            ("deprecationReason", "String", ""),
        ],
    },
    Object {
        name: "__Directive",
        description: "A directive: an instruction that stands beside a part of a document or a schema and begins with `@`.",
        fields: &[
            ("name", "String!", ""),
            ("description", "String", ""),
            ("isRepeatable", "Boolean!", ""),
            ("locations", "[__DirectiveLocation!]!", ""),
            ("args", "[__InputValue!]!", ""),
            ("isDeprecated", "Boolean!", ""),
            ("deprecationReason", "String", ""),
        ],
    },
];

/// The fields whose lists leave out what is deprecated unless told otherwise, and the type of the argument that tells.
const LEAVE_OUT_DEPRECATED: &[(&str, &str, &str)] = &[
    ("__Schema", "directives", "Boolean!"),
    ("__Type", "fields", "Boolean"),
    ("__Type", "enumValues", "Boolean"),
    ("__Type", "inputFields", "Boolean"),
    ("__Field", "args", "Boolean"),
    ("__Directive", "args", "Boolean"),
];

const ENUMS: &[Enum] = &[
    Enum {
        name: "__TypeKind",
        description: "What a type is.",
        values: &[
            ("SCALAR", "A leaf whose values are written by rules of its own."),
            ("OBJECT", "It has `fields`, and may have `interfaces`."),
            ("INTERFACE", "It has `fields`, which each of its `possibleTypes` has as well."),
            ("UNION", "Each of its values is of one of its `possibleTypes`."),
            ("ENUM", "Each of its values is one of its `enumValues`."),
            ("INPUT_OBJECT", "It is written with its `inputFields`."),
            ("LIST", "Any number of values of `ofType`."),
            ("NON_NULL", "A value of `ofType`, never null."),
        ],
    },
    Enum {
        name: "__DirectiveLocation",
        description: "Where a directive may stand.",
        values: &[
            ("QUERY", "On a query."),
            ("MUTATION", "On a mutation."),
            ("SUBSCRIPTION", "On a subscription."),
            ("FIELD", "On a field that a document selects."),
            ("FRAGMENT_DEFINITION", "On the definition of a fragment."),
            ("FRAGMENT_SPREAD", "On the spread of a fragment."),
            ("INLINE_FRAGMENT", "On a fragment that is written where it applies."),
            ("VARIABLE_DEFINITION", "On the definition of a variable."),
            ("SCHEMA", "On the schema."),
            ("SCALAR", "On a scalar type."),
            ("OBJECT", "On an object type."),
            ("FIELD_DEFINITION", "On a field of an object or interface type."),
            ("ARGUMENT_DEFINITION", "On an argument of such a field, or of a directive."),
            ("INTERFACE", "On an interface type."),
            ("UNION", "On a union type."),
            ("ENUM", "On an enum type."),
            ("ENUM_VALUE", "On a value of an enum type."),
            ("INPUT_OBJECT", "On an input object type."),
            ("INPUT_FIELD_DEFINITION", "On a field of an input object type."),
            ("DIRECTIVE_DEFINITION", "On the definition of a directive."),
        ],
    },
];

const SELECTIONS: &[&str] = &["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"];

/// Adds the types of introspection, and gives the fields that lead to them from the root type: `__schema` and `__type`.
pub(super) fn declare(types: &mut Vec<Type>, by_name: &mut HashMap<Name, TypeId>) -> [Field; 2] {
    let objects = OBJECTS.iter().map(|object| (object.name, object.description));
    for (name, description) in objects.chain(ENUMS.iter().map(|kind| (kind.name, kind.description))) {
        let name = Name::of_introspection(name);
        by_name.insert(name.clone(), TypeId(types.len()));
        let kind = TypeKind::Object(ObjectType::default());
        types.push(Type { name, description: describe::text(description), kind });
    }
    let kinds = OBJECTS.iter().map(|object| (object.name, object_kind(object, by_name)));
    for (name, kind) in kinds.chain(ENUMS.iter().map(|kind| (kind.name, enum_kind(kind)))) {
        if let Some(id) = by_name.get(name) {
            types[id.0].kind = kind;
        }
    }
    let name = argument(&("name", "String!", ""), None, by_name);
    [
        field(&("__schema", "__Schema!", "This schema, for tools that read it."), Vec::new(), by_name),
        field(&("__type", "__Type", "The type of a name, or null if there is none."), vec![name], by_name),
    ]
}

/// The directives of the specification, which are those of every schema.
pub(super) fn directives(by_name: &HashMap<Name, TypeId>) -> Vec<Directive> {
    let of_schemas =
        &["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE", "DIRECTIVE_DEFINITION"];
    let directive = |name, description, locations, arguments: &[(Row, Option<&'static str>)]| Directive {
        name,
        description,
        locations,
        arguments: arguments.iter().map(|(row, default)| argument(row, *default, by_name)).collect(),
    };
    vec![
        directive(
            "include",
            "Selects this only if the condition holds.",
            SELECTIONS,
            &[(("if", "Boolean!", "The condition."), None)],
        ),
        directive(
            "skip",
            "Selects this only if the condition does not hold.",
            SELECTIONS,
            &[(("if", "Boolean!", "The condition."), None)],
        ),
        directive(
            "deprecated",
            "Says that this should not be used any more.",
            of_schemas,
            &[(("reason", "String", "Why, and what to use instead, in Markdown."), Some("\"No longer supported\""))],
        ),
        directive(
            "specifiedBy",
            "Says where the values of this scalar are specified.",
            &["SCALAR"],
            &[(("url", "String!", "The address of the specification."), None)],
        ),
        directive("oneOf", "Says that exactly one field of this must be given, and not null.", &["INPUT_OBJECT"], &[]),
    ]
}

fn object_kind(object: &Object, by_name: &HashMap<Name, TypeId>) -> TypeKind {
    let arguments = |name: &str| {
        let leaves_out = LEAVE_OUT_DEPRECATED.iter().find(|(owner, field, _)| *owner == object.name && *field == name);
        leaves_out.map(|(_, _, boolean)| argument(&("includeDeprecated", boolean, ""), Some("false"), by_name))
    };
    let fields = object.fields.iter().map(|row| field(row, arguments(row.0).into_iter().collect(), by_name));
    TypeKind::Object(ObjectType::new(fields.collect()))
}

fn enum_kind(kind: &Enum) -> TypeKind {
    let value = |(name, description): &(&'static str, &'static str)| EnumValue {
        name: Name::of_introspection(name),
        label: (*name).into(),
        description: describe::text(description),
    };
    TypeKind::Enum(EnumType::new(kind.values.iter().map(value).collect()))
}

fn field(row: &Row, arguments: Vec<Argument>, by_name: &HashMap<Name, TypeId>) -> Field {
    let (name, written, description) = *row;
    Field {
        name: Name::of_introspection(name),
        description: (!description.is_empty()).then(|| description.into()),
        arguments: arguments.into(),
        type_ref: type_ref(written, by_name),
        deprecated: None,
        resolve: Resolve::Introspection,
    }
}

fn argument(row: &Row, default: Option<&'static str>, by_name: &HashMap<Name, TypeId>) -> Argument {
    let (name, written, description) = *row;
    Argument {
        name: Name::of_introspection(name),
        description: (!description.is_empty()).then(|| description.into()),
        type_ref: type_ref(written, by_name),
        meaning: default.map_or(Meaning::Named, Meaning::WithDefault),
    }
}

/// The type that is `written`: `[__Type!]!`.
fn type_ref(written: &str, by_name: &HashMap<Name, TypeId>) -> TypeRef {
    let name = written.trim_matches(['[', ']', '!']);
    // All names in the tables above are among the types; a test reads each of them.
    let named = TypeRef::nullable(by_name.get(name).copied().unwrap_or(TypeId(0)));
    written.chars().fold(named, |inner, character| match character {
        ']' => inner.wrap(Wrapper::List),
        '!' => inner.wrap(Wrapper::NonNull),
        _ => inner,
    })
}

impl Schema {
    /// Whether a type is one of those that describe schemas.
    pub fn is_of_introspection(&self, id: TypeId) -> bool {
        self.get(id).name.as_str().starts_with("__")
    }

    /// The types that introspection lists: the scalars of the specification only where something is of them.
    pub fn listed_types(&self) -> impl Iterator<Item = TypeId> {
        (0..self.types.len()).map(TypeId).filter(|id| self.is_listed(*id))
    }

    /// Whether introspection knows of a type.
    pub fn is_listed(&self, id: TypeId) -> bool {
        if !BUILT_IN.contains(&self.get(id).name.as_str()) {
            return true;
        }
        let takes = |arguments: &[Argument]| arguments.iter().any(|argument| argument.type_ref.named == id);
        self.types.iter().any(|owner| match &owner.kind {
            TypeKind::Object(super::ObjectType { fields, .. })
            | TypeKind::Interface(super::InterfaceType { fields, .. }) => {
                fields.iter().any(|field| field.type_ref.named == id || takes(&field.arguments))
            }
            TypeKind::Input(input) => takes(&input.fields),
            TypeKind::Scalar(_) | TypeKind::Enum(_) => false,
        })
    }
}
