//! From a valid syntax tree to an owned operation, with fragments in place and literals coerced.

use super::{
    Condition, ConditionValue, FieldName, FieldSelection, FragmentSelection, Operation, RequestError, Selection, Value,
    VariableDefinition, VariableId,
    ast::{self, Directive, Document, Literal, LiteralKind},
    coerce::{Coercion, Path, Usage},
    introspection,
    report::Errors,
};
use crate::{
    naming::Name,
    schema::{Schema, TypeId, TypeRef, juniper::Touched},
};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// `operation`, which belongs to a valid document.
///
/// # Errors
/// None, if validation let no error pass.
pub(super) fn lower(
    schema: &Schema,
    document: &Document<'_>,
    operation: &ast::Operation<'_>,
) -> Result<Operation, Vec<RequestError>> {
    let ids = operation.variables.iter().enumerate().map(|(index, variable)| (variable.name, VariableId(index)));
    let mut lowering = Lowering {
        schema,
        document,
        ids: ids.collect(),
        required: vec![false; operation.variables.len()],
        fragments: HashMap::new(),
        errors: Errors::default(),
        asks_introspection: false,
    };
    let selections = lowering.selections(&operation.selections, Some(schema.query));
    let variables = operation.variables.iter().enumerate();
    let variables = variables.filter_map(|(index, variable)| lowering.variable(index, variable)).collect();
    if !lowering.errors.is_empty() {
        return Err(lowering.errors.into_vec());
    }
    let introspection = lowering.asks_introspection.then(|| introspection::document(document, operation));
    Ok(Operation { kind: operation.kind, name: operation.name.map(Into::into), variables, selections, introspection })
}

struct Lowering<'a, 'd> {
    schema: &'a Schema,
    document: &'a Document<'d>,
    ids: HashMap<&'d str, VariableId>,
    /// By variable: whether some place takes no null.
    required: Vec<bool>,
    fragments: HashMap<&'d str, Arc<[Selection]>>,
    errors: Errors,
    asks_introspection: bool,
}

impl<'d> Lowering<'_, 'd> {
    fn variable(&mut self, index: usize, variable: &ast::VariableDefinition<'d>) -> Option<VariableDefinition> {
        let named = self.schema.by_name(variable.named)?;
        let type_ref = TypeRef { named, wrappers: variable.wrappers.clone() };
        let path = Path::Root("$", variable.name);
        let default = variable.default.as_ref().and_then(|default| self.literal(&type_ref, default, &path));
        Some(VariableDefinition {
            name: variable.name.into(),
            required: type_ref.is_non_null() || self.required[index],
            type_ref,
            default,
            location: variable.at,
        })
    }

    /// `parent` is `None` where the types of introspection are, of which nothing is kept.
    fn selections(&mut self, selections: &[ast::Selection<'d>], parent: Option<TypeId>) -> Arc<[Selection]> {
        selections.iter().filter_map(|selection| self.selection(selection, parent)).collect()
    }

    fn selection(&mut self, selection: &ast::Selection<'d>, parent: Option<TypeId>) -> Option<Selection> {
        match selection {
            ast::Selection::Field(field) => self.field(field, parent).map(Selection::Field),
            ast::Selection::Inline(inline) => {
                let condition = inline.condition.and_then(|(name, _)| self.schema.by_name(name));
                let conditions = self.conditions(&inline.directives);
                let selections = self.selections(&inline.selections, condition.or(parent));
                Some(Selection::Fragment(FragmentSelection { condition, conditions, selections }))
            }
            ast::Selection::Spread(spread) => {
                let fragment = self.document.fragment(spread.name)?;
                let condition = self.schema.by_name(fragment.condition);
                let conditions = self.conditions(&spread.directives);
                let selections = match self.fragments.get(fragment.name) {
                    Some(selections) => selections.clone(),
                    None => {
                        let selections = self.selections(&fragment.selections, condition);
                        self.fragments.insert(fragment.name, selections.clone());
                        selections
                    }
                };
                Some(Selection::Fragment(FragmentSelection { condition, conditions, selections }))
            }
        }
    }

    fn field(&mut self, field: &ast::Field<'d>, parent: Option<TypeId>) -> Option<FieldSelection> {
        let schema = self.schema;
        let conditions = self.conditions(&field.directives);
        let selection = |name, arguments, selections| {
            let response_key = field.response_key().into();
            FieldSelection { response_key, name, arguments, conditions, selections, location: field.span.start }
        };
        let declared = schema.field(parent?, field.name);
        match (declared, field.name) {
            (None, "__typename") => Some(selection(FieldName::Typename, Vec::new(), Arc::default())),
            (None, _) => {
                self.asks_introspection = true;
                self.introspection_usages(field);
                Some(selection(FieldName::Introspection, Vec::new(), Arc::default()))
            }
            (Some(declared), _) => {
                let mut arguments: Vec<(Name, Value)> = Vec::with_capacity(field.arguments.len());
                for argument in &field.arguments {
                    let found = declared.argument(argument.name)?;
                    let path = Path::Root("", argument.name);
                    let value = self.literal(&found.type_ref, &argument.value, &path)?;
                    arguments.push((found.name.clone(), value));
                }
                let selections = field.selections.as_deref().unwrap_or_default();
                let selections = self.selections(selections, Some(declared.type_ref.named));
                Some(selection(FieldName::Field(declared.name.clone()), arguments, selections))
            }
        }
    }

    /// Notes which variables take no null there: the argument of `__type`, and all conditions.
    fn introspection_usages(&mut self, field: &ast::Field<'d>) {
        for argument in &field.arguments {
            if let LiteralKind::Variable(name) = &argument.value.kind
                && let Some(id) = self.ids.get(name.as_str())
            {
                self.required[id.0] = true;
            }
        }
        self.conditions_below(field.selections.as_deref().unwrap_or_default(), &mut HashSet::new());
    }

    fn conditions_below(&mut self, selections: &[ast::Selection<'d>], seen: &mut HashSet<&'d str>) {
        for selection in selections {
            let (directives, below) = match selection {
                ast::Selection::Field(field) => (&field.directives, field.selections.as_deref()),
                ast::Selection::Inline(inline) => (&inline.directives, Some(inline.selections.as_slice())),
                ast::Selection::Spread(spread) => {
                    let fragment = self.document.fragment(spread.name).filter(|_| seen.insert(spread.name));
                    (&spread.directives, fragment.map(|fragment| fragment.selections.as_slice()))
                }
            };
            self.conditions(directives);
            self.conditions_below(below.unwrap_or_default(), seen);
        }
    }

    fn conditions(&mut self, directives: &[Directive<'d>]) -> Vec<Condition> {
        let condition = |directive: &Directive<'d>| {
            let expected = match directive.name {
                "include" => true,
                "skip" => false,
                _ => return None,
            };
            let argument = directive.arguments.iter().find(|argument| argument.name == "if")?;
            let value = match &argument.value.kind {
                LiteralKind::Boolean(value) => ConditionValue::Literal(*value),
                LiteralKind::Variable(name) => {
                    let id = *self.ids.get(name.as_str())?;
                    self.required[id.0] = true;
                    ConditionValue::Variable(id)
                }
                _ => return None,
            };
            Some(Condition { expected, value })
        };
        directives.iter().filter_map(condition).collect()
    }

    fn literal(&mut self, type_ref: &TypeRef, literal: &Literal, path: &Path<'_>) -> Option<Value> {
        let Self { schema, ids, required, errors, .. } = self;
        let mut variable = |usage: Usage<'_>| {
            let id = ids.get(usage.name).copied().unwrap_or(VariableId(usize::MAX));
            if let Some(required) = required.get_mut(id.0) {
                *required |= usage.position.is_some_and(|position| position.is_non_null());
            }
            id
        };
        let mut coercion = Coercion { schema, errors, variable: &mut variable, touched: &mut Touched::new() };
        coercion.coerce(type_ref.named, &type_ref.wrappers, literal, path)
    }
}
