//! `__schema` and `__type`, answered from the schema.
//!
//! juniper's executor answers them too, but not as graphql-js does: it lists scalars that nothing is of, describes no
//! directive, gives arguments other types, and would take the selections as a document of their own.

#[cfg(test)]
mod tests;

use crate::{
    document::{self, FieldName, FieldSelection, Operation, Selection, Value, Variables},
    plan::collect::collect,
    schema::{
        Argument, Directive, EnumValue, Field, Schema, Type, TypeId, TypeKind, TypeRef, Wrapper, juniper::Parser,
    },
};
use serde_json::{Map, Value as Json};

/// Asks for everything.
const EVERYTHING: &str = include_str!("introspection/everything.graphql");

/// What `__schema` and `__type` give at the root of an operation, by response key. Empty if it does not ask for them.
pub fn answer(schema: &Schema, operation: &Operation, variables: &Variables) -> Map<String, Json> {
    if !operation.introspects {
        return Map::new();
    }
    let introspection = Introspection { schema, variables };
    let mut answer = Map::new();
    for collected in collect(schema, variables, schema.query, &[&operation.selections]) {
        let FieldName::Introspection(name) = &collected.field.name else { continue };
        let Some(entrance) = schema.field(schema.query, name.as_str()) else { continue };
        let given = introspection.enter(collected.field);
        let json = introspection.json(&entrance.type_ref, given, &collected.sets);
        answer.insert(collected.field.response_key.to_string(), json);
    }
    answer
}

/// All that introspection can tell.
///
/// # Errors
/// If the limits are too low for the query that asks for it.
pub fn everything(schema: &Schema, parser: &Parser) -> Result<Map<String, Json>, Vec<document::RequestError>> {
    let operation = document::load(schema, parser, EVERYTHING, None)?;
    Ok(answer(schema, &operation, &Variables::default()))
}

struct Introspection<'a> {
    schema: &'a Schema,
    variables: &'a Variables,
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

/// What a field of introspection gives.
enum Given<'a> {
    /// A leaf, a list of leaves, or null.
    Json(Json),
    Item(Item<'a>),
    Items(Vec<Item<'a>>),
}

impl<'a> Introspection<'a> {
    fn enter(&self, field: &FieldSelection) -> Given<'a> {
        let name = field.arguments.first().map(|(_, value)| self.value(value));
        match name {
            None => Given::Item(Item::Schema),
            Some(Some(Value::String(name))) => {
                let found = self.schema.by_name(name).filter(|id| self.schema.is_listed(*id));
                found.map_or(Given::Json(Json::Null), |id| Given::Item(Item::Type(id, &[])))
            }
            Some(_) => Given::Json(Json::Null),
        }
    }

    fn json(&self, type_ref: &TypeRef, given: Given<'a>, sets: &[&[Selection]]) -> Json {
        match given {
            Given::Json(json) => json,
            Given::Item(item) => self.object(type_ref.named, item, sets),
            Given::Items(items) => items.into_iter().map(|item| self.object(type_ref.named, item, sets)).collect(),
        }
    }

    fn object(&self, parent: TypeId, item: Item<'a>, sets: &[&[Selection]]) -> Json {
        let fields = collect(self.schema, self.variables, parent, sets);
        let pair = |collected: &crate::plan::collect::Collected<'_>| {
            let json = match &collected.field.name {
                FieldName::Field(name) => {
                    let declared = self.schema.field(parent, name.as_str())?;
                    let given = self.field(item, name.as_str(), self.wants_deprecated(collected.field));
                    self.json(&declared.type_ref, given, &collected.sets)
                }
                FieldName::Typename | FieldName::Introspection(_) => text(self.schema.get(parent).name.as_str()),
            };
            Some((collected.field.response_key.to_string(), json))
        };
        Json::Object(fields.iter().filter_map(pair).collect())
    }

    /// `includeDeprecated`, the only argument there is below the root; absent and null are false.
    fn wants_deprecated(&self, field: &FieldSelection) -> bool {
        field.arguments.iter().any(|(_, value)| matches!(self.value(value), Some(Value::Boolean(true))))
    }

    fn value<'v>(&'v self, value: &'v Value) -> Option<&'v Value> {
        match value {
            Value::Variable(id) => self.variables.get(*id),
            value => Some(value),
        }
    }

    fn field(&self, item: Item<'a>, name: &str, deprecated: bool) -> Given<'a> {
        match item {
            Item::Schema => self.of_schema(name),
            Item::Type(named, wrappers) => self.of_type(named, wrappers, name, deprecated),
            Item::Field(field) => match name {
                "args" => inputs(&field.arguments),
                "type" => type_item(&field.type_ref),
                "isDeprecated" => Given::Json(field.deprecated.is_some().into()),
                "deprecationReason" => optional(field.deprecated.as_deref()),
                _ => named(name, field.name.as_str(), field.description.as_deref()),
            },
            Item::Input(input) => match name {
                "type" => type_item(&input.type_ref),
                "defaultValue" => optional(input.default()),
                _ => named(name, input.name.as_str(), input.description.as_deref()),
            },
            Item::EnumValue(value) => named(name, value.name.as_str(), value.description.as_deref()),
            Item::Directive(directive) => match name {
                "isRepeatable" => Given::Json(false.into()),
                "locations" => Given::Json(directive.locations.iter().map(|location| text(location)).collect()),
                "args" => inputs(&directive.arguments),
                _ => named(name, directive.name, Some(directive.description)),
            },
        }
    }

    fn of_schema(&self, name: &str) -> Given<'a> {
        let item = |id| Item::Type(id, &[]);
        match name {
            "types" => Given::Items(self.schema.listed_types().map(item).collect()),
            "queryType" => Given::Item(item(self.schema.query)),
            "directives" => Given::Items(self.schema.directives.iter().map(Item::Directive).collect()),
            // There is no description, and nothing but queries.
            _ => Given::Json(Json::Null),
        }
    }

    fn of_type(&self, named: TypeId, wrappers: &'a [Wrapper], name: &str, deprecated: bool) -> Given<'a> {
        if let Some((outer, inner)) = wrappers.split_last() {
            return match (name, outer) {
                ("kind", Wrapper::List) => Given::Json(text("LIST")),
                ("kind", Wrapper::NonNull) => Given::Json(text("NON_NULL")),
                ("ofType", _) => Given::Item(Item::Type(named, inner)),
                _ => Given::Json(Json::Null),
            };
        }
        let found = self.schema.get(named);
        match name {
            "kind" => Given::Json(text(kind(found))),
            "name" => Given::Json(text(found.name.as_str())),
            "description" => optional(found.description.as_deref()),
            _ => self.of_kind(&found.kind, name, deprecated),
        }
    }

    /// The fields of `__Type` that are null for most kinds.
    fn of_kind(&self, kind: &'a TypeKind, name: &str, deprecated: bool) -> Given<'a> {
        let types = |ids: &[TypeId]| Given::Items(ids.iter().map(|id| Item::Type(*id, &[])).collect());
        let fields = |fields: &'a [Field]| {
            let wanted = fields.iter().filter(|field| deprecated || field.deprecated.is_none());
            Given::Items(wanted.map(Item::Field).collect())
        };
        match (kind, name) {
            (TypeKind::Scalar(scalar), "specifiedByURL") => optional(scalar.specified_by),
            (TypeKind::Object(object), "fields") => fields(&object.fields),
            (TypeKind::Object(object), "interfaces") => types(&object.interfaces),
            (TypeKind::Interface(interface), "fields") => fields(&interface.fields),
            (TypeKind::Interface(_), "interfaces") => types(&[]),
            (TypeKind::Interface(interface), "possibleTypes") => types(&interface.possible),
            (TypeKind::Enum(kind), "enumValues") => Given::Items(kind.values.iter().map(Item::EnumValue).collect()),
            (TypeKind::Input(input), "inputFields") => inputs(&input.fields),
            (TypeKind::Input(input), "isOneOf") => Given::Json(input.one_of.into()),
            _ => Given::Json(Json::Null),
        }
    }
}

/// The fields that all but types have. Only output fields are ever deprecated.
fn named<'a>(field: &str, name: &str, description: Option<&str>) -> Given<'a> {
    match field {
        "name" => Given::Json(text(name)),
        "description" => optional(description),
        "isDeprecated" => Given::Json(false.into()),
        _ => Given::Json(Json::Null),
    }
}

fn inputs(arguments: &[Argument]) -> Given<'_> {
    Given::Items(arguments.iter().map(Item::Input).collect())
}

fn type_item(type_ref: &TypeRef) -> Given<'_> {
    Given::Item(Item::Type(type_ref.named, &type_ref.wrappers))
}

fn optional<'a>(found: Option<&str>) -> Given<'a> {
    Given::Json(found.map_or(Json::Null, text))
}

fn text(text: &str) -> Json {
    Json::String(text.to_owned())
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
