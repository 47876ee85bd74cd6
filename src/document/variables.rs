//! The values of variables, coerced to their declared types without losing a digit.

use super::{
    Operation, RequestError, RequestErrorKind, Value, VariableDefinition, VariableId, Variables,
    coerce::{Coercion, Path, Usage},
    report::Errors,
};
use crate::schema::{Schema, juniper::Touched};

/// The values of `operation`'s variables, with defaults where none was given. Values for other names are ignored.
///
/// # Errors
/// All that is wrong with the values; each names the way to what is wrong, the type, what was found and an example.
pub fn coerce_variables(
    schema: &Schema,
    operation: &Operation,
    variables: &serde_json::Map<String, serde_json::Value>,
) -> Result<Variables, Vec<RequestError>> {
    let mut errors = Errors::default();
    let mut coerce = |definition| variable(schema, definition, variables, &mut errors);
    let values = operation.variables.iter().map(&mut coerce).collect();
    if errors.is_empty() { Ok(Variables(values)) } else { Err(errors.into_vec()) }
}

fn variable(
    schema: &Schema,
    definition: &VariableDefinition,
    variables: &serde_json::Map<String, serde_json::Value>,
    errors: &mut Errors,
) -> Option<Value> {
    let VariableDefinition { name, type_ref, default, location } = definition;
    let mut refuse = |message: String| {
        let kind = RequestErrorKind::Argument { name: format!("${name}"), message, hint: None };
        errors.add(|| RequestError::new(kind).at(*location));
        None
    };
    let declared = || type_ref.display(schema);
    match variables.get(name.as_ref()) {
        None if default.is_none() && type_ref.is_non_null() => {
            refuse(format!("expected {}, but no value was given.", declared()))
        }
        None => default.clone(),
        Some(given) => {
            let before = errors.count();
            // Values have no variables in them.
            let mut nested = |_: Usage<'_>| VariableId(usize::MAX);
            let mut coercion = Coercion { schema, errors, variable: &mut nested, touched: &mut Touched::new() };
            let value = coercion.coerce(type_ref.named, &type_ref.wrappers, given, &Path::Root("$", name));
            errors.locate(before, *location);
            value
        }
    }
}
