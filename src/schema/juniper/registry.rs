//! The types that a document touches, as juniper registers them.

use super::token::Token;
use crate::{
    naming::Name,
    schema::{self, Listed, Named, Schema, TypeId, TypeKind, TypeRef, Wrapper},
};
use juniper::{
    ArcStr, Arguments, EmptyMutation, EmptySubscription, ExecutionResult, Executor, FromInputValue, GraphQLType,
    GraphQLValue, InputValue, ParseScalarResult, ParseScalarValue, Registry, RootNode, ScalarToken, Value,
    meta::{
        Argument, DeprecationStatus, EnumMeta, EnumValue, Field, InputObjectMeta, InterfaceMeta, MetaType, ObjectMeta,
        ScalarMeta,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// A schema in juniper's hands.
pub(crate) type Root = RootNode<Reflected, EmptyMutation<()>, EmptySubscription<()>, Token>;

/// The types that a document touches, and the fields that it names in each. For an enum or a scalar the set is empty.
pub(crate) type Touched = BTreeMap<TypeId, BTreeSet<Name>>;

/// The one Rust type that stands for every type of a schema; which one, its [`Info`] says.
#[derive(Debug)]
pub(crate) struct Reflected;

/// A named type.
#[derive(Debug)]
pub(crate) struct Info {
    name: ArcStr,
    definition: Definition,
    /// For the root type alone: all the others.
    others: Vec<Info>,
}

/// The scalars that the types of literals are read by.
const LITERALS: [&str; 4] = ["Boolean", "Float", "Int", "String"];

#[derive(Debug)]
enum Definition {
    Scalar,
    Object { fields: Vec<Field<Token>>, interfaces: Vec<juniper::Type> },
    Interface { fields: Vec<Field<Token>> },
    Enum { values: Vec<EnumValue> },
    Input { fields: Vec<Argument<Token>>, one_of: bool },
}

/// The part of the schema that a document touches. It has the types of the fields and arguments that the document
/// names, so that no reference leads out of it, but nothing else: juniper searches its lists from end to end.
pub(crate) fn projection(schema: &Schema, touched: &Touched) -> Root {
    static NOTHING: BTreeSet<Name> = BTreeSet::new();
    let mut open: Vec<TypeId> = touched.keys().copied().chain([schema.query]).collect();
    let mut seen = BTreeSet::new();
    let mut others = Vec::new();
    let mut query = None;
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let wanted = touched.get(&id).unwrap_or(&NOTHING);
        open.extend(references(schema, id, wanted));
        let found = info(schema, id, wanted);
        if id == schema.query { query = Some(found) } else { others.push(found) }
    }
    root(query, others)
}

/// A schema without types, whose scalars take every token: what documents are parsed with.
pub(crate) fn lenient() -> Root {
    let scalar = |name: &str| Info { name: name.into(), definition: Definition::Scalar, others: Vec::new() };
    root(None, LITERALS.map(scalar).into())
}

fn root(query: Option<Info>, others: Vec<Info>) -> Root {
    let query = query.unwrap_or_else(|| Info {
        name: "Query".into(),
        definition: Definition::Object { fields: Vec::new(), interfaces: Vec::new() },
        others: Vec::new(),
    });
    let info = Info { others, ..query };
    let mut root = RootNode::new_with_info(Reflected, EmptyMutation::new(), EmptySubscription::new(), info, (), ());
    // Only the name is asked for after registration.
    root.query_info.others = Vec::new();
    root
}

/// Those of `all` that are wanted.
fn select<'a, T: Named>(all: &'a Listed<T>, wanted: &BTreeSet<Name>) -> Vec<&'a T> {
    wanted.iter().filter_map(|name| all.get(name.as_str())).collect()
}

/// The types that the wanted fields of a type refer to.
fn references(schema: &Schema, id: TypeId, wanted: &BTreeSet<Name>) -> Vec<TypeId> {
    match &schema.get(id).kind {
        TypeKind::Object(schema::ObjectType { fields, .. })
        | TypeKind::Interface(schema::InterfaceType { fields, .. }) => select(fields, wanted)
            .into_iter()
            .flat_map(|field| {
                field.arguments.iter().map(|argument| argument.type_ref.named).chain([field.type_ref.named])
            })
            .collect(),
        TypeKind::Input(input) => select(&input.fields, wanted).into_iter().map(|field| field.type_ref.named).collect(),
        TypeKind::Scalar(_) | TypeKind::Enum(_) => Vec::new(),
    }
}

fn info(schema: &Schema, id: TypeId, wanted: &BTreeSet<Name>) -> Info {
    let found = schema.get(id);
    let definition = match &found.kind {
        TypeKind::Scalar(_) => Definition::Scalar,
        TypeKind::Object(object) => {
            let fields = select(&object.fields, wanted);
            let interfaces = object.interfaces.iter().map(|id| type_of(schema, &TypeRef::nullable(*id)));
            Definition::Object {
                fields: fields.into_iter().map(|field| output_field(schema, field)).collect(),
                interfaces: interfaces.collect(),
            }
        }
        TypeKind::Interface(interface) => {
            let fields = select(&interface.fields, wanted);
            Definition::Interface { fields: fields.into_iter().map(|field| output_field(schema, field)).collect() }
        }
        TypeKind::Enum(kind) => Definition::Enum { values: kind.values.iter().map(enum_value).collect() },
        TypeKind::Input(input) => {
            let fields = select(&input.fields, wanted);
            Definition::Input {
                fields: fields.into_iter().map(|field| argument(schema, field)).collect(),
                one_of: input.one_of,
            }
        }
    };
    Info { name: found.name.as_str().into(), definition, others: Vec::new() }
}

fn enum_value(value: &schema::EnumValue) -> EnumValue {
    EnumValue { name: value.name.as_str().into(), description: None, deprecation_status: DeprecationStatus::Current }
}

fn output_field(schema: &Schema, field: &schema::Field) -> Field<Token> {
    Field {
        name: field.name.as_str().into(),
        description: None,
        arguments: Some(field.arguments.iter().map(|field| argument(schema, field)).collect()),
        field_type: type_of(schema, &field.type_ref),
        deprecation_status: DeprecationStatus::Current,
    }
}

fn argument(schema: &Schema, argument: &schema::Argument) -> Argument<Token> {
    Argument::new(argument.name.as_str(), type_of(schema, &argument.type_ref))
}

fn type_of(schema: &Schema, type_ref: &TypeRef) -> juniper::Type {
    let named = juniper::Type::nullable(schema.get(type_ref.named).name.as_str());
    type_ref.wrappers.iter().fold(named, |inner, wrapper| match wrapper {
        Wrapper::List => inner.wrap_list(None),
        Wrapper::NonNull => inner.wrap_non_null(),
    })
}

impl GraphQLType<Token> for Reflected {
    fn name(info: &Info) -> Option<ArcStr> {
        Some(info.name.clone())
    }

    /// Registers all types in one flat loop: juniper recurses for each type that it meets here, and types refer to
    /// each other by name only.
    fn meta(info: &Info, registry: &mut Registry<Token>) -> MetaType<Token> {
        for other in &info.others {
            registry.get_type::<Self>(other);
        }
        // This registers juniper's `String`, which must not come before ours.
        let mut with_typename =
            |fields: &Vec<Field<Token>>| [fields.as_slice(), &[registry.field::<String>("__typename", &())]].concat();
        match &info.definition {
            Definition::Scalar => ScalarMeta::new::<Self>(info.name.clone()).into_meta(),
            Definition::Object { fields, interfaces } => {
                ObjectMeta::new(info.name.clone(), &with_typename(fields)).interfaces(interfaces).into_meta()
            }
            Definition::Interface { fields } => {
                InterfaceMeta::new(info.name.clone(), &with_typename(fields)).into_meta()
            }
            Definition::Enum { values } => EnumMeta::new::<Self>(info.name.clone(), values).into_meta(),
            Definition::Input { fields, one_of } => {
                let meta = InputObjectMeta::new::<Self>(info.name.clone(), fields);
                if *one_of { meta.one_of().into_meta() } else { meta.into_meta() }
            }
        }
    }
}

impl GraphQLValue<Token> for Reflected {
    type Context = ();
    type TypeInfo = Info;

    fn type_name(&self, info: &Info) -> Option<ArcStr> {
        Some(info.name.clone())
    }

    fn concrete_type_name(&self, _: &(), info: &Info) -> String {
        info.name.to_string()
    }

    /// Data is not juniper's business.
    fn resolve_field(
        &self,
        _: &Info,
        _: &str,
        _: &Arguments<'_, Token>,
        _: &Executor<'_, '_, (), Token>,
    ) -> ExecutionResult<Token> {
        Ok(Value::Null)
    }
}

/// Values are checked by `document`, against the table of scalars.
impl FromInputValue<Token> for Reflected {
    type Error = std::convert::Infallible;

    fn from_input_value(_: &InputValue<Token>) -> Result<Self, Self::Error> {
        Ok(Self)
    }
}

impl ParseScalarValue<Token> for Reflected {
    fn from_str(token: ScalarToken<'_>) -> ParseScalarResult<Token> {
        Token::parse(token)
    }
}
