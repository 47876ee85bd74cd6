//! Operation and variables → [`Plan`].

use super::{
    Arm, ArmId, ArmKind, Bind, BindId, Expression, Input, InputKind, Level, LevelId, ListArm, ListShape, Omissions,
    Page, Plan, Position, Query, ResponseKey, RootField, RootValue, RowShape, Side, SlotType, Source, Spelling,
    collect::{Collected, collect},
    connection::ConnectionOf,
    id::NodeId,
    input::{items, string},
    key,
    rows::Scope,
};
use crate::{
    catalog::{ColumnId, TableId},
    document::{
        FieldName, FieldSelection, Location, Operation, RequestError, RequestErrorKind, Selection, Value, Variables,
    },
    schema::{Field, Resolve, Schema, scalars::Slot},
};
use std::{collections::HashMap, sync::Arc};

/// Which root fields are planned.
#[derive(Debug, Clone, Copy)]
pub enum Roots<'a> {
    /// All but those at these positions, which are null.
    Except(&'a [usize]),
    /// The one at this position, alone.
    Only(usize),
}

/// Plans an operation. Root fields that cannot be answered are null, with their error in [`Plan::errors`]; they do not
/// hinder the others. What is left out below them is null, too.
pub fn plan(
    schema: &Schema,
    operation: &Operation,
    variables: &Variables,
    roots: Roots<'_>,
    omissions: &Omissions,
) -> Plan {
    let mut planner = Planner {
        schema,
        variables,
        query: Query::default(),
        inputs: Vec::new(),
        filter_inputs: HashMap::new(),
        root: 0,
        omissions,
        position: Position::default(),
    };
    let mut plan = Plan { query: None, roots: Vec::new(), inputs: Vec::new(), errors: Vec::new() };
    let fields = collect(schema, variables, schema.query, &[&operation.selections]);
    for (position, collected) in fields.iter().enumerate() {
        let wanted = match roots {
            Roots::Except(failed) => !failed.contains(&position),
            Roots::Only(only) => position == only,
        };
        if !wanted && matches!(roots, Roots::Only(_)) {
            continue;
        }
        planner.root = position;
        let value = if wanted {
            planner.within(&collected.field.response_key, |planner| planner.whole_root_field(collected))
        } else {
            Ok(RootValue::Failed)
        };
        let value = value.unwrap_or_else(|error| {
            plan.errors.push((position, error));
            RootValue::Failed
        });
        let key = ResponseKey::new(&collected.field.response_key);
        plan.roots.push(RootField { key, location: collected.field.location, value });
    }
    if !planner.query.arms.is_empty() {
        plan.query = Some(planner.query);
    }
    plan.inputs = planner.inputs;
    plan
}

pub(super) struct Planner<'a> {
    pub(super) schema: &'a Schema,
    pub(super) variables: &'a Variables,
    pub(super) query: Query,
    pub(super) inputs: Vec<Input>,
    /// The inputs of filters, by where they stand: the root field, its field and the path. There may be tens of thousands.
    pub(super) filter_inputs: HashMap<(usize, Location, String), Vec<usize>>,
    /// Position of the root field that is being planned.
    pub(super) root: usize,
    pub(super) omissions: &'a Omissions,
    /// Where the field that is being planned stands in the answer.
    pub(super) position: Position,
}

impl<'a> Planner<'a> {
    /// A root field, or nothing of it: what was planned before it failed is taken back.
    fn whole_root_field(&mut self, collected: &Collected<'a>) -> Result<RootValue, RequestError> {
        let (query, inputs) = (self.query.clone(), self.inputs.len());
        let planned = self.root_field(collected).and_then(|value| self.check_limits(collected.field).map(|()| value));
        planned.inspect_err(|_| {
            self.query = query;
            self.inputs.truncate(inputs);
        })
    }

    fn root_field(&mut self, collected: &Collected<'a>) -> Result<RootValue, RequestError> {
        let selection = collected.field;
        self.refuse_nulls(selection)?;
        let name = match &selection.name {
            FieldName::Typename => return Ok(RootValue::Constant(json_string("Query"))),
            FieldName::Introspection(_) => return Ok(RootValue::Introspection),
            FieldName::Field(name) => name,
        };
        let Some(field) = self.schema.field(self.schema.query, name.as_str()) else {
            return Err(unplanned(selection));
        };
        match &field.resolve {
            Resolve::Node => self.node(selection, &collected.sets),
            Resolve::Nodes => self.nodes(selection, &collected.sets),
            Resolve::Lookup(table, columns) => self.lookup(*table, columns, field, collected),
            Resolve::PluralLookup(table, column) => self.plural_lookup(*table, *column, field, collected),
            Resolve::Connection(table) => {
                let of = ConnectionOf::root(self.schema, *table, collected.field.location);
                self.connection(of, field, collected).map(RootValue::Connection)
            }
            _ => Err(unplanned(selection)),
        }
    }

    /// Fails where a variable is null that its place takes only because it has a default (specification section 6.4.1).
    pub(super) fn refuse_nulls(&self, selection: &FieldSelection) -> Result<(), RequestError> {
        let is_null = |variable| self.variables.get(variable) == Some(&Value::Null);
        let Some(found) = selection.not_null.iter().find(|found| is_null(found.variable)) else { return Ok(()) };
        let kind = RequestErrorKind::Argument {
            name: found.path.to_string(),
            message: "the variable that stands here is null, which is no value for it.".to_owned(),
            hint: Some("Leave the variable out, so that its default counts.".to_owned()),
        };
        Err(RequestError::new(kind).at(selection.location))
    }

    fn node(&mut self, selection: &FieldSelection, sets: &[&'a [Selection]]) -> Result<RootValue, RequestError> {
        let value = argument(selection, "id")?;
        let refuse = |error: super::id::IdError| {
            RequestError::new(RequestErrorKind::Id { argument: "id".to_owned(), message: error.to_string() })
                .at(selection.location)
        };
        let text = string(value, self.variables).unwrap_or_default();
        let table = NodeId::parse(self.schema, text).map_err(refuse)?.table;
        let input = self.input("id", selection.location, value, InputKind::Id(table));
        let columns = self.id_columns(table);
        let binds = columns.iter().enumerate().map(|(part, column)| (*column, input, part)).collect::<Vec<_>>();
        let (scope, row) = self.row_by_key(table, &binds, sets)?;
        Ok(RootValue::Node(scope.arm, row, self.spelling(&scope, &columns, input)))
    }

    fn lookup(
        &mut self,
        table: TableId,
        columns: &[ColumnId],
        field: &Field,
        collected: &Collected<'a>,
    ) -> Result<RootValue, RequestError> {
        let mut binds = Vec::with_capacity(columns.len());
        for (column, argument_of) in columns.iter().zip(field.arguments.iter()) {
            let name = argument_of.name.as_str();
            let value = argument(collected.field, name)?;
            let input = self.input(name, collected.field.location, value, InputKind::Column(table, *column));
            binds.push((*column, input, 0));
        }
        let (scope, row) = self.row_by_key(table, &binds, &collected.sets)?;
        Ok(RootValue::Row(scope.arm, row))
    }

    /// At most one row: a level without an order and a page.
    fn row_by_key(
        &mut self,
        table: TableId,
        key: &[(ColumnId, usize, usize)],
        sets: &[&'a [Selection]],
    ) -> Result<(Scope, RowShape), RequestError> {
        let columns = self.key_binds(table, key);
        let scope = self.row_scope(table, Source::Key(columns), true);
        let row = self.row(&scope, self.schema.object_of(table), sets)?;
        // A row of which nothing is asked is still there or not.
        self.ensure_a_column(&scope);
        Ok((scope, row))
    }

    fn nodes(&mut self, selection: &FieldSelection, sets: &[&'a [Selection]]) -> Result<RootValue, RequestError> {
        let value = argument(selection, "ids")?;
        let input = self.input("ids", selection.location, value, InputKind::Ids);
        let mut tables: Vec<TableId> = items(value, self.variables)
            .iter()
            .filter_map(|item| NodeId::parse(self.schema, string(item, self.variables)?).ok())
            .map(|id| id.table)
            .collect();
        tables.sort_unstable();
        tables.dedup();
        let (mut arms, mut failed) = (Vec::with_capacity(tables.len()), Vec::new());
        for table in tables {
            let of_table = self.input("ids", selection.location, value, InputKind::IdsOf { table, list: input });
            let columns = self.id_columns(table);
            let binds = columns.iter().enumerate().map(|(part, column)| (*column, of_table, part)).collect::<Vec<_>>();
            let type_name: Arc<str> = self.schema.get(self.schema.object_of(table)).name.as_str().into();
            let planned = self.at(&type_name, Err, |planner| {
                let (scope, arm) = planner.rows_by_keys(table, &binds, of_table, sets)?;
                let spelling = planner.spelling(&scope, &columns, of_table);
                Ok(Ok(ListArm { type_name: Some(Arc::clone(&type_name)), spelling, ..arm }))
            });
            match planned? {
                Ok(arm) => arms.push(arm),
                Err(failure) => failed.push((of_table, failure)),
            }
        }
        Ok(RootValue::List(ListShape { input, arms, failed }))
    }

    fn plural_lookup(
        &mut self,
        table: TableId,
        column: ColumnId,
        field: &Field,
        collected: &Collected<'a>,
    ) -> Result<RootValue, RequestError> {
        let name = field.arguments.first().map_or("", |argument| argument.name.as_str());
        let value = argument(collected.field, name)?;
        let input = self.input(name, collected.field.location, value, InputKind::ColumnList(table, column));
        let (_, arm) = self.rows_by_keys(table, &[(column, input, 0)], input, &collected.sets)?;
        Ok(RootValue::List(ListShape { input, arms: vec![arm], failed: Vec::new() }))
    }

    fn rows_by_keys(
        &mut self,
        table: TableId,
        key: &[(ColumnId, usize, usize)],
        input: usize,
        sets: &[&'a [Selection]],
    ) -> Result<(Scope, ListArm), RequestError> {
        let columns = self.key_binds(table, key);
        let scope = self.row_scope(table, Source::Keys(columns), false);
        let number = Expression::number(scope.mention);
        let position = self.select(&scope, number, SlotType::single(Slot::Int4), false);
        let row = self.row(&scope, self.schema.object_of(table), sets)?;
        let arm = ListArm { arm: scope.arm, input, position, row, type_name: None, spelling: Spelling::default() };
        Ok((scope, arm))
    }

    /// Selects those parts of a row's id of which equality does not tell the spelling.
    fn spelling(&mut self, scope: &Scope, columns: &[ColumnId], input: usize) -> Spelling {
        let mut parts = Vec::new();
        for (position, column) in columns.iter().enumerate() {
            let table = self.schema.catalog.table(self.query.table(scope.mention));
            if !key::equal_is_identical(key::slot(self.schema, table.column(*column))) {
                let part = self.key_part(scope, Expression::column(scope.mention, *column), *column);
                parts.push((position, part));
            }
        }
        Spelling { input, parts }
    }

    fn key_binds(
        &mut self,
        table: TableId,
        key: &[(ColumnId, usize, usize)],
    ) -> Vec<(ColumnId, BindId, crate::catalog::TypeId)> {
        let catalog = &self.schema.catalog;
        let bound = key.iter().map(|(column, input, part)| {
            let bind = self.query.bind(Bind { input: *input, part: *part });
            (*column, bind, catalog.base_type(catalog.table(table).column(*column).type_id))
        });
        bound.collect()
    }

    fn row_scope(&mut self, table: TableId, source: Source, unique: bool) -> Scope {
        let mention = self.query.mention(table);
        let level = LevelId(self.query.levels.len());
        self.query.levels.push(Level {
            side: Side {
                base: mention,
                source,
                parent: None,
                filter: None,
                joins: Vec::new(),
                order: Vec::new(),
                order_indexed: false,
            },
            joins: Vec::new(),
            page: Page::default(),
            carried: Vec::new(),
            rows_with_children: None,
        });
        let arm = self.add_arm(ArmKind::Rows(level));
        Scope { arm, level, mention, edge: None, unique }
    }

    fn id_columns(&self, table: TableId) -> Vec<ColumnId> {
        self.schema.catalog.table(table).id_columns().unwrap_or_default().to_vec()
    }

    /// An arm, which gives the key of the parent that its rows hang on.
    pub(super) fn add_arm(&mut self, kind: ArmKind) -> ArmId {
        let arm = Arm { kind, key: Vec::new(), columns: Vec::new() };
        let key = self.query.parent_of(&arm).map(|parent| self.key_slots(parent)).unwrap_or_default();
        let id = ArmId(self.query.arms.len());
        self.query.arms.push(arm);
        key.into_iter().for_each(|type_| self.query.select_key(id, type_));
        id
    }

    pub(super) fn input(&mut self, name: &str, location: Location, value: &Value, kind: InputKind) -> usize {
        let (name, value) = (name.to_owned(), value.clone());
        self.inputs.push(Input { root: self.root, name, location, value, inside: Vec::new(), kind });
        self.inputs.len() - 1
    }
}

fn argument<'f>(selection: &'f FieldSelection, name: &str) -> Result<&'f Value, RequestError> {
    let given = selection.arguments.iter().find(|(other, _)| other.as_str() == name);
    given.map(|(_, value)| value).ok_or_else(|| {
        let message = "it is required".to_owned();
        let kind = RequestErrorKind::Argument { name: name.to_owned(), message, hint: None };
        RequestError::new(kind).at(selection.location)
    })
}

/// Validation lets only fields through that a type has; each of them is planned where its type is.
pub(super) fn unplanned(selection: &FieldSelection) -> RequestError {
    let message = format!("`{}` cannot be selected here", selection.response_key);
    RequestError::new(RequestErrorKind::Validation { message, hint: None }).at(selection.location)
}

pub(super) fn json_string(text: &str) -> std::sync::Arc<[u8]> {
    serde_json::Value::from(text).to_string().into_bytes().into()
}
