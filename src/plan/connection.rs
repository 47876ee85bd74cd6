//! Connections: which rows, which page of them, and what is known beyond it.

use super::{
    ArmKind, Beyond, Bind, ConnectionField, ConnectionShape, ConnectionValue, CursorShape, EdgeField, EdgeValue,
    Expression, InputKind, Level, LevelId, Page, PageInfoField, PageInfoValue, PageShape, PageSize, ResponseKey,
    SlotId,
    build::{Planner, json_string, unplanned},
    collect::{Collected, collect},
    condition::{self, Condition, Refusal},
    cursor::CursorTag,
    order::{self, Ordering},
    page::{PageArguments, SizeArgument},
    rows::{Scope, field_identity},
};
use crate::{
    catalog::{ForeignKey, TableId},
    document::{FieldName, Location, RequestError, RequestErrorKind, Value},
    schema::{Field, Meaning, Resolve, Schema, TypeId},
};

/// Whose rows a connection gives.
pub(super) struct ConnectionOf<'a> {
    /// What its cursors are bound to: `Artist.albums`.
    pub(super) identity: String,
    /// The table of its rows.
    pub(super) table: TableId,
    /// The row that it hangs on, and the foreign key to that row's table.
    pub(super) parent: Option<(Scope, &'a ForeignKey)>,
    /// The join table's other foreign key, to the table of the rows.
    pub(super) through: Option<&'a ForeignKey>,
    /// What `orderBy` asks for; empty is the default order.
    pub(super) order: Vec<Ordering>,
    /// What `filter` asks for.
    pub(super) filter: Condition<'a>,
    /// Where its field stands.
    pub(super) location: Location,
}

impl ConnectionOf<'_> {
    /// The connection of a whole table.
    pub(super) fn root(schema: &Schema, table: TableId, location: Location) -> Self {
        let identity = field_identity(schema, schema.query, &schema.naming.table(table).connection_field);
        Self { identity, table, parent: None, through: None, order: Vec::new(), filter: Condition::none(), location }
    }
}

/// The arm that gives a number of rows, and in which slot.
pub(super) type Counted = (super::ArmId, SlotId);

/// What a connection's fields need.
#[derive(Default)]
pub(super) struct Needs {
    pub(super) rows: bool,
    pub(super) count: bool,
    pub(super) estimate: bool,
    pub(super) next: bool,
    pub(super) previous: bool,
    pub(super) cursors: bool,
}

impl<'a> Planner<'a> {
    pub(super) fn connection(
        &mut self,
        mut of: ConnectionOf<'a>,
        field: &Field,
        collected: &Collected<'a>,
    ) -> Result<ConnectionShape, RequestError> {
        of.order = self.orderings(field, collected)?;
        of.filter = self.conditions(field, collected)?;
        let arguments = PageArguments::of(collected.field, self.variables, self.schema.page_sizes);
        let arguments = arguments.map_err(|(name, message)| {
            let kind = RequestErrorKind::Argument { name: name.to_owned(), message, hint: None };
            RequestError::new(kind).at(collected.field.location)
        })?;
        let fields = collect(self.schema, self.variables, field.type_ref.named, &collected.sets);
        let needs = self.needs(&of, field.type_ref.named, &fields);
        let parent_key = self.parent_key(&of);
        let mut page = self.page_shape(&arguments, &needs, collected);
        let mut shape_fields = Vec::with_capacity(fields.len());
        let mut rows = None;
        if needs.rows {
            let scope = self.rows_of(&of, &arguments, &mut page, &needs, collected);
            rows = Some(scope);
        } else {
            self.check_cursors(&of, &arguments, collected);
        }
        let count = needs.count.then(|| self.count(&of));
        let estimate = needs.estimate.then(|| self.estimate(&of, collected));
        let beyond = self.beyond(&of, &arguments, &mut page, &needs, collected);
        for selected in &fields {
            let key = &selected.field.response_key;
            let value = self.at(key, ConnectionValue::Failed, |planner| {
                planner.connection_field(field.type_ref.named, rows.as_ref(), (count, estimate), selected)
            })?;
            let key = ResponseKey::new(key);
            shape_fields.push(ConnectionField { key, location: selected.field.location, value });
        }
        Ok(ConnectionShape {
            rows: rows.map(|scope| scope.arm),
            count: count.map(|(arm, _)| arm),
            beyond,
            parent_key,
            page,
            fields: shape_fields,
        })
    }

    fn orderings(&self, field: &Field, collected: &Collected<'a>) -> Result<Vec<Ordering>, RequestError> {
        let Some((type_, value)) = given(field, collected, Meaning::OrderBy) else { return Ok(Vec::new()) };
        let terms = Ordering::all(self.schema, type_, value, self.variables);
        if terms.len() <= order::MOST_TERMS {
            return Ok(terms);
        }
        let (found, most) = (terms.len(), order::MOST_TERMS);
        let message = format!("Argument `orderBy`: it has {found} terms; the limit is {most}.");
        let hint = Some("Order by fewer columns.".to_owned());
        Err(RequestError::new(RequestErrorKind::Limit { message, hint }).at(collected.field.location))
    }

    /// What the argument `filter` of a connection says.
    fn conditions(&self, field: &Field, collected: &Collected<'a>) -> Result<Condition<'a>, RequestError> {
        let Some((type_, value)) = given(field, collected, Meaning::Filter) else { return Ok(Condition::none()) };
        condition::read(self.schema, type_, value, self.variables).map_err(|refusal| {
            let Refusal { path: name, message, hint } = refusal;
            let (message, hint) = (message.to_owned(), Some(hint.to_owned()));
            RequestError::new(RequestErrorKind::Argument { name, message, hint }).at(collected.field.location)
        })
    }

    fn needs(&self, of: &ConnectionOf<'a>, connection: TypeId, fields: &[Collected<'a>]) -> Needs {
        let mut needs = Needs::default();
        for collected in fields {
            let FieldName::Field(name) = &collected.field.name else { continue };
            let Some(field) = self.schema.field(connection, name.as_str()) else { continue };
            let key = &collected.field.response_key;
            if self.leaves_out(&[key]) {
                continue;
            }
            let selected = |planner: &Self| -> Vec<Resolve> {
                let fields = collect(planner.schema, planner.variables, field.type_ref.named, &collected.sets);
                let kept = fields.iter().filter(|inner| !planner.leaves_out(&[key, &inner.field.response_key]));
                kept.filter_map(|inner| planner.resolve(field.type_ref.named, &inner.field.name)).collect()
            };
            match field.resolve {
                Resolve::TotalCount => needs.count = true,
                Resolve::EstimatedCount if self.can_estimate(of) => needs.estimate = true,
                Resolve::EstimatedCount => needs.count = true,
                Resolve::ConnectionNodes => needs.rows = true,
                Resolve::Edges => {
                    needs.rows = true;
                    needs.cursors |= selected(self).contains(&Resolve::Cursor);
                }
                Resolve::PageInfo => {
                    needs.rows = true;
                    let selected = selected(self);
                    needs.next |= selected.contains(&Resolve::HasNextPage);
                    needs.previous |= selected.contains(&Resolve::HasPreviousPage);
                    needs.cursors |= selected.contains(&Resolve::StartCursor) || selected.contains(&Resolve::EndCursor);
                }
                _ => {}
            }
        }
        needs
    }

    fn resolve(&self, parent: TypeId, name: &FieldName) -> Option<Resolve> {
        match name {
            FieldName::Field(name) => self.schema.field(parent, name.as_str()).map(|field| field.resolve.clone()),
            FieldName::Typename | FieldName::Introspection(_) => None,
        }
    }

    /// Whether null is no value of a field; `__typename` always has one.
    fn is_non_null(&self, parent: TypeId, name: &FieldName) -> bool {
        match name {
            FieldName::Field(name) => {
                self.schema.field(parent, name.as_str()).is_none_or(|field| field.type_ref.is_non_null())
            }
            FieldName::Typename | FieldName::Introspection(_) => true,
        }
    }

    /// The slots in which the parent's arm gives the key that this connection's rows refer to.
    fn parent_key(&mut self, of: &ConnectionOf<'a>) -> Vec<SlotId> {
        let Some((scope, key)) = &of.parent else { return Vec::new() };
        let columns = key.target_columns.iter();
        columns.map(|column| self.key_part(scope, Expression::column(scope.mention, *column), *column).slot).collect()
    }

    fn page_shape(&mut self, arguments: &PageArguments<'_>, needs: &Needs, collected: &Collected<'a>) -> PageShape {
        let mut size = |name: &str, argument: &Option<SizeArgument<'_>>| {
            argument.as_ref().map(|size| {
                if size.exact {
                    PageSize::Literal(size.rounded)
                } else {
                    PageSize::Input(self.input(name, collected.field.location, size.value, InputKind::Size))
                }
            })
        };
        let (mut first, last) = (size("first", &arguments.first), size("last", &arguments.last));
        let by_default = first.is_none() && last.is_none();
        if by_default {
            first = Some(PageSize::Literal(self.schema.page_sizes.default));
        }
        let report_cut = by_default && !needs.next;
        let next = if first.is_some() && (needs.next || report_cut) { Beyond::Surplus } else { Beyond::No };
        let previous = if last.is_some() && needs.previous { Beyond::Surplus } else { Beyond::No };
        let cursor = CursorShape { tag: CursorTag::default(), parts: Vec::new() };
        PageShape { reversed: first.is_none(), first, last, next, previous, report_cut, cursor }
    }

    fn rows_of(
        &mut self,
        of: &ConnectionOf<'a>,
        arguments: &PageArguments<'_>,
        page: &mut PageShape,
        needs: &Needs,
        collected: &Collected<'a>,
    ) -> Scope {
        let mut sided = self.side(of);
        let scope = Scope {
            arm: super::ArmId(self.query.arms.len()),
            level: LevelId(self.query.levels.len()),
            mention: sided.side.base,
            edge: sided.edge,
            unique: of.through.is_none(),
        };
        let rounded = |size: &Option<SizeArgument<'_>>| size.as_ref().map(|size| u64::from(size.rounded));
        let first =
            rounded(&arguments.first).or_else(|| (!page.reversed).then(|| self.schema.page_sizes.default.into()));
        let last = rounded(&arguments.last);
        let with_surplus =
            |size: Option<u64>, beyond: Beyond| size.map_or(0, |size| size + u64::from(beyond == Beyond::Surplus));
        // With `first` and `last` the end of the first rows is kept; more than `last` of them tell of a previous page.
        let limit = match first {
            Some(_) if page.previous != Beyond::Surplus => with_surplus(first, page.next),
            _ => with_surplus(first, page.next).max(with_surplus(last, page.previous)),
        };
        let kept = first.or(last).unwrap_or(limit);
        let (mut from, mut until) = (
            self.place(&sided, "after", arguments.after, collected),
            self.place(&sided, "before", arguments.before, collected),
        );
        if page.reversed {
            sided.side.reverse();
            std::mem::swap(&mut from, &mut until);
        }
        let offset = arguments.offset.map(|value| {
            let input = self.input("offset", collected.field.location, value, InputKind::Offset);
            self.query.bind(Bind { input, part: 0 })
        });
        let order: Vec<_> = sided.side.order.iter().map(|term| term.expression).collect();
        self.query.levels.push(Level {
            rows_with_children: (sided.side.parent.is_none() && kept < limit).then_some(kept),
            side: sided.side,
            joins: Vec::new(),
            page: Page { limit: Some(limit), offset, from, until },
            carried: order.clone(),
        });
        self.add_arm(ArmKind::Rows(scope.level));
        if needs.cursors {
            page.cursor.tag = sided.tag;
            page.cursor.parts = order.iter().map(|term| self.order_part(&scope, *term)).collect();
        }
        // A page of which only the length is asked still has rows to count.
        if page.cursor.parts.is_empty() && self.query.arms[scope.arm.0].key.is_empty() {
            order.first().map(|term| self.order_part(&scope, *term));
        }
        scope
    }

    fn connection_field(
        &mut self,
        connection: TypeId,
        rows: Option<&Scope>,
        (count, estimate): (Option<Counted>, Option<Counted>),
        collected: &Collected<'a>,
    ) -> Result<ConnectionValue, RequestError> {
        let name = match &collected.field.name {
            FieldName::Field(name) => name,
            FieldName::Typename => return Ok(ConnectionValue::Constant(self.typename(connection))),
            FieldName::Introspection(_) => return Err(unplanned(collected.field)),
        };
        let field = self.schema.field(connection, name.as_str()).ok_or_else(|| unplanned(collected.field))?;
        match (&field.resolve, rows, count) {
            (Resolve::ConnectionNodes, Some(scope), _) => {
                Ok(ConnectionValue::Nodes(self.row(scope, field.type_ref.named, &collected.sets)?))
            }
            (Resolve::Edges, Some(scope), _) => self.edges(scope, field.type_ref.named, collected),
            (Resolve::PageInfo, Some(_), _) => self.page_info(field.type_ref.named, collected),
            (Resolve::TotalCount, _, Some((_, slot))) => Ok(ConnectionValue::TotalCount(slot)),
            (Resolve::EstimatedCount, _, counted) => match estimate.or(counted) {
                Some((arm, slot)) => Ok(ConnectionValue::EstimatedCount(arm, slot)),
                None => Err(unplanned(collected.field)),
            },
            _ => Err(unplanned(collected.field)),
        }
    }

    fn edges(
        &mut self,
        scope: &Scope,
        edge: TypeId,
        collected: &Collected<'a>,
    ) -> Result<ConnectionValue, RequestError> {
        let mut fields = Vec::new();
        for selected in collect(self.schema, self.variables, edge, &collected.sets) {
            let key = &selected.field.response_key;
            let non_null = self.is_non_null(edge, &selected.field.name);
            let value = self.at(key, EdgeValue::Failed, |planner| planner.edge_value(scope, edge, &selected))?;
            fields.push(EdgeField { key: ResponseKey::new(key), location: selected.field.location, non_null, value });
        }
        Ok(ConnectionValue::Edges(fields))
    }

    fn edge_value(&mut self, scope: &Scope, edge: TypeId, selected: &Collected<'a>) -> Result<EdgeValue, RequestError> {
        let FieldName::Field(name) = &selected.field.name else { return Ok(EdgeValue::Constant(self.typename(edge))) };
        let field = self.schema.field(edge, name.as_str()).ok_or_else(|| unplanned(selected.field))?;
        match (&field.resolve, scope.edge) {
            (Resolve::Cursor, _) => Ok(EdgeValue::Cursor),
            (Resolve::EdgeNode, _) => Ok(EdgeValue::Node(self.row(scope, field.type_ref.named, &selected.sets)?)),
            (Resolve::EdgeColumn(column), Some(join)) => {
                Ok(EdgeValue::Column(self.leaf(scope, join, *column, selected.field.location)))
            }
            _ => Err(unplanned(selected.field)),
        }
    }

    fn page_info(&mut self, page_info: TypeId, collected: &Collected<'a>) -> Result<ConnectionValue, RequestError> {
        let mut fields = Vec::new();
        for selected in collect(self.schema, self.variables, page_info, &collected.sets) {
            let non_null = self.is_non_null(page_info, &selected.field.name);
            let planned = |planner: &mut Self| match planner.resolve(page_info, &selected.field.name) {
                None => Ok(PageInfoValue::Constant(planner.typename(page_info))),
                Some(Resolve::HasNextPage) => Ok(PageInfoValue::HasNext),
                Some(Resolve::HasPreviousPage) => Ok(PageInfoValue::HasPrevious),
                Some(Resolve::StartCursor) => Ok(PageInfoValue::StartCursor),
                Some(Resolve::EndCursor) => Ok(PageInfoValue::EndCursor),
                Some(_) => Err(unplanned(selected.field)),
            };
            let value = self.at(&selected.field.response_key, PageInfoValue::Failed, planned)?;
            let key = ResponseKey::new(&selected.field.response_key);
            fields.push(PageInfoField { key, location: selected.field.location, non_null, value });
        }
        Ok(ConnectionValue::PageInfo(fields))
    }

    fn typename(&self, object: TypeId) -> std::sync::Arc<[u8]> {
        json_string(self.schema.get(object).name.as_str())
    }
}

/// The argument of a connection that means this, and its input type.
fn given<'a>(field: &Field, collected: &Collected<'a>, meaning: Meaning) -> Option<(TypeId, &'a Value)> {
    let argument = field.arguments.iter().find(|argument| argument.meaning == meaning)?;
    let (_, value) = collected.field.arguments.iter().find(|(name, _)| *name == argument.name)?;
    Some((argument.type_ref.named, value))
}
