//! From a valid syntax tree to an owned operation, with fragments in place and literals coerced.

use super::{
    Condition, ConditionValue, FieldName, FieldSelection, FragmentSelection, NotNull, Operation, RequestError,
    Selection, Value, VariableDefinition, VariableId,
    ast::{self, Directive, Document, Literal, LiteralKind},
    coerce::{Coercion, Path, Usage},
    report::Errors,
};
use crate::{
    naming::Name,
    schema::{Resolve, Schema, TypeId, TypeRef, Wrapper, juniper::Touched},
};
use std::{collections::HashMap, sync::Arc};

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
        nullable: operation
            .variables
            .iter()
            .map(|variable| variable.wrappers.last() != Some(&Wrapper::NonNull))
            .collect(),
        not_null: Vec::new(),
        fragments: HashMap::new(),
        errors: Errors::default(),
        introspects: false,
    };
    let selections = lowering.selections(&operation.selections, schema.query);
    let variables = operation.variables.iter().filter_map(|variable| lowering.variable(variable)).collect();
    if !lowering.errors.is_empty() {
        return Err(lowering.errors.into_vec());
    }
    Ok(Operation {
        kind: operation.kind,
        name: operation.name.map(Into::into),
        variables,
        selections,
        introspects: lowering.introspects,
    })
}

struct Lowering<'a, 'd> {
    schema: &'a Schema,
    document: &'a Document<'d>,
    ids: HashMap<&'d str, VariableId>,
    /// By variable: whether its type takes null.
    nullable: Vec<bool>,
    /// The nullable variables that were found where null is no value, since they were taken last.
    not_null: Vec<NotNull>,
    fragments: HashMap<&'d str, Arc<[Selection]>>,
    errors: Errors,
    introspects: bool,
}

impl<'d> Lowering<'_, 'd> {
    fn variable(&mut self, variable: &ast::VariableDefinition<'d>) -> Option<VariableDefinition> {
        let named = self.schema.by_name(variable.named)?;
        let type_ref = TypeRef { named, wrappers: variable.wrappers.clone() };
        let path = Path::Root("$", variable.name);
        let default = variable.default.as_ref().and_then(|default| self.literal(&type_ref, default, &path));
        Some(VariableDefinition { name: variable.name.into(), type_ref, default, location: variable.at })
    }

    fn selections(&mut self, selections: &[ast::Selection<'d>], parent: TypeId) -> Arc<[Selection]> {
        selections.iter().filter_map(|selection| self.selection(selection, parent)).collect()
    }

    fn selection(&mut self, selection: &ast::Selection<'d>, parent: TypeId) -> Option<Selection> {
        match selection {
            ast::Selection::Field(field) => self.field(field, parent).map(Selection::Field),
            ast::Selection::Inline(inline) => {
                let condition = inline.condition.and_then(|(name, _)| self.schema.by_name(name));
                let conditions = self.conditions(&inline.directives);
                let selections = self.selections(&inline.selections, condition.unwrap_or(parent));
                Some(Selection::Fragment(FragmentSelection { condition, conditions, selections }))
            }
            ast::Selection::Spread(spread) => {
                let fragment = self.document.fragment(spread.name)?;
                let condition = self.schema.by_name(fragment.condition);
                let conditions = self.conditions(&spread.directives);
                let selections = match self.fragments.get(fragment.name) {
                    Some(selections) => selections.clone(),
                    None => {
                        let selections = self.selections(&fragment.selections, condition.unwrap_or(parent));
                        self.fragments.insert(fragment.name, selections.clone());
                        selections
                    }
                };
                Some(Selection::Fragment(FragmentSelection { condition, conditions, selections }))
            }
        }
    }

    fn field(&mut self, field: &ast::Field<'d>, parent: TypeId) -> Option<FieldSelection> {
        let conditions = self.conditions(&field.directives);
        let selection = |name, arguments, not_null, selections| {
            let response_key = field.response_key().into();
            FieldSelection { response_key, name, arguments, not_null, conditions, selections, location: field.at }
        };
        if field.name == "__typename" {
            return Some(selection(FieldName::Typename, Vec::new(), Vec::new(), Arc::default()));
        }
        let declared = self.schema.field(parent, field.name)?;
        let mut arguments: Vec<(Name, Value)> = Vec::with_capacity(field.arguments.len());
        for argument in &field.arguments {
            let found = declared.argument(argument.name)?;
            let value = self.literal(&found.type_ref, &argument.value, &Path::Root("", argument.name))?;
            arguments.push((found.name.clone(), value));
        }
        let not_null = std::mem::take(&mut self.not_null);
        let selections = self.selections(field.selections.as_deref().unwrap_or_default(), declared.type_ref.named);
        let enters = declared.resolve == Resolve::Introspection && parent == self.schema.query;
        self.introspects |= enters;
        let name = if enters { FieldName::Introspection } else { FieldName::Field };
        Some(selection(name(declared.name.clone()), arguments, not_null, selections))
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
                LiteralKind::Variable(name) => ConditionValue::Variable(*self.ids.get(name.as_str())?),
                _ => return None,
            };
            Some(Condition { expected, value })
        };
        directives.iter().filter_map(condition).collect()
    }

    fn literal(&mut self, type_ref: &TypeRef, literal: &Literal, path: &Path<'_>) -> Option<Value> {
        let Self { schema, ids, nullable, not_null, errors, .. } = self;
        let mut variable = |usage: Usage<'_>| {
            let id = ids.get(usage.name).copied().unwrap_or(VariableId(usize::MAX));
            let takes_no_null = usage.position.is_some_and(|position| position.is_non_null());
            if takes_no_null && nullable.get(id.0) == Some(&true) {
                not_null.push(NotNull { variable: id, path: usage.path.into() });
            }
            id
        };
        let mut coercion = Coercion { schema, errors, variable: &mut variable, touched: &mut Touched::new() };
        coercion.coerce(type_ref.named, &type_ref.wrappers, literal, path)
    }
}
