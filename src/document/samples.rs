//! A schema for the tests of this stage, read from SDL by the oracle's parser.

use crate::{
    catalog::{Catalog, Database},
    naming::{Name, Naming},
    schema::{
        Argument, EnumType, EnumValue, Field, InputType, InterfaceType, Listed, Meaning, ObjectType, PageSizes,
        Resolve, Schema, Type, TypeId, TypeKind, TypeRef, Wrapper,
        build::build,
        juniper::{Limits, Parser},
    },
};
use apollo_compiler::{
    Node, ast,
    schema::{ExtendedType, FieldDefinition, InputValueDefinition},
};
use std::{collections::BTreeMap, sync::Arc};

/// Has every kind of type, and fields that take every kind of value.
pub(crate) const SDL: &str = include_str!("../../tests/cases/documents/sample/schema.graphql");

/// The schema of [`SDL`].
pub(crate) fn schema() -> Schema {
    read(SDL)
}

/// A parser with the limits that are usual.
pub(crate) fn parser() -> Parser {
    Parser::new(Limits::default())
}

/// A schema whose types are those of `sdl`, over no database.
pub(crate) fn read(sdl: &str) -> Schema {
    let parsed = apollo_compiler::Schema::parse_and_validate(sdl, "sample.graphql").unwrap();
    let mut schema = build(catalog(), Naming { tables: vec![], enums: BTreeMap::new(), clashes: vec![] }, PAGE_SIZES);
    let defined = parsed.types.iter().filter(|(_, kind)| !kind.is_built_in());
    let defined: Vec<_> = defined.map(|(name, kind)| (Name::new(name).unwrap(), kind)).collect();
    for (name, _) in &defined {
        if schema.by_name(name.as_str()).is_none() {
            let id = TypeId(schema.types.len());
            let kind = TypeKind::Object(ObjectType::default());
            schema.types.push(Type { name: name.clone(), description: None, kind });
            schema.by_name.insert(name.clone(), id);
        }
    }
    for (name, definition) in &defined {
        let id = schema.by_name(name.as_str()).unwrap();
        schema.types[id.0].description = definition.description().map(|text| text.as_str().into());
        if let Some(kind) = kind(&schema, &defined, definition) {
            schema.types[id.0].kind = kind;
        }
    }
    schema
}

const PAGE_SIZES: PageSizes = PageSizes { default: 100, maximum: Some(1000) };

fn catalog() -> Catalog {
    Catalog {
        database: Database {
            name: "sample".into(),
            server_version: 150_018,
            role: "sample".into(),
            random_page_cost_is_default: true,
            search_path: None,
        },
        schemas: vec![],
        tables: vec![],
        types: vec![],
        foreign_keys: vec![],
        notes: vec![],
    }
}

fn kind(schema: &Schema, defined: &[(Name, &ExtendedType)], definition: &ExtendedType) -> Option<TypeKind> {
    let id = |name: &str| schema.by_name(name).unwrap();
    Some(match definition {
        ExtendedType::Scalar(_) => return None,
        ExtendedType::Object(object) => {
            let fields = fields(schema, object.fields.values().map(|field| &**field));
            let interfaces = object.implements_interfaces.iter().map(|name| id(name)).collect();
            TypeKind::Object(ObjectType { fields, interfaces, table: None })
        }
        ExtendedType::Interface(interface) => {
            let fields = fields(schema, interface.fields.values().map(|field| &**field));
            let implements = |kind: &ExtendedType| matches!(kind, ExtendedType::Object(object) if object.implements_interfaces.contains(&interface.name));
            let possible = defined.iter().filter(|(_, kind)| implements(kind)).map(|(name, _)| id(name.as_str()));
            TypeKind::Interface(InterfaceType { fields, possible: possible.collect() })
        }
        ExtendedType::Enum(definition) => {
            let value = |value: &ast::EnumValueDefinition| EnumValue {
                name: Name::new(&value.value).unwrap(),
                label: value.value.as_str().into(),
                description: value.description.as_ref().map(|text| text.as_str().into()),
            };
            let values: Vec<EnumValue> = definition.values.values().map(|found| value(found)).collect();
            let names = values.iter().enumerate();
            TypeKind::Enum(EnumType {
                by_name: names.clone().map(|(index, value)| (value.name.clone(), index)).collect(),
                by_label: names.map(|(index, value)| (value.label.clone(), index)).collect(),
                values,
            })
        }
        ExtendedType::InputObject(input) => {
            let fields: Vec<Argument> = input.fields.values().map(|field| argument(schema, field)).collect();
            TypeKind::Input(InputType { fields: fields.into(), one_of: input.directives.has("oneOf") })
        }
        ExtendedType::Union(_) => return None,
    })
}

fn fields<'a>(schema: &Schema, definitions: impl Iterator<Item = &'a Node<FieldDefinition>>) -> Listed<Field> {
    let field = |definition: &Node<FieldDefinition>| Field {
        name: Name::new(&definition.name).unwrap(),
        description: definition.description.as_ref().map(|text| text.as_str().into()),
        arguments: definition.arguments.iter().map(|found| argument(schema, found)).collect(),
        type_ref: type_ref(schema, &definition.ty),
        deprecated: definition
            .directives
            .get("deprecated")
            .and_then(|found| found.specified_argument_by_name("reason"))
            .and_then(|reason| reason.as_str())
            .map(Arc::from),
        resolve: Resolve::Node,
    };
    definitions.map(field).collect::<Vec<_>>().into()
}

fn argument(schema: &Schema, definition: &InputValueDefinition) -> Argument {
    Argument {
        name: Name::new(&definition.name).unwrap(),
        description: definition.description.as_ref().map(|text| text.as_str().into()),
        type_ref: type_ref(schema, &definition.ty),
        meaning: Meaning::Named,
    }
}

fn type_ref(schema: &Schema, written: &ast::Type) -> TypeRef {
    let wrap = |inner: &ast::Type, wrapper: &[Wrapper]| {
        let inner = type_ref(schema, inner);
        TypeRef { named: inner.named, wrappers: [&*inner.wrappers, wrapper].concat().as_slice().into() }
    };
    match written {
        ast::Type::Named(name) => TypeRef::nullable(schema.by_name(name).unwrap()),
        ast::Type::NonNullNamed(name) => TypeRef::required(schema.by_name(name).unwrap()),
        ast::Type::List(inner) => wrap(inner, &[Wrapper::List]),
        ast::Type::NonNullList(inner) => wrap(inner, &[Wrapper::List, Wrapper::NonNull]),
    }
}
