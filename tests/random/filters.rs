//! Random filters, by what the schema's input types offer.

use super::document::Input;
use super::generate::Generator;
use super::spelling::Item;
use super::values::Purpose;
use super::world::{World, beside_edge};
use relata::catalog::{ColumnId, TableId};
use relata::naming::{ManyToMany, RelationKind};
use relata::schema::{Argument, InputType, TypeKind};
use serde_json::Value;

/// What an entry of a filter is about.
pub(crate) struct FilterField<'s> {
    pub(crate) argument: &'s Argument,
    kind: FieldKind,
    /// Of operators, quantifiers, or the related table's filter.
    input: Option<&'s InputType>,
}

#[derive(Clone)]
enum FieldKind {
    And,
    Or,
    Not,
    IsNull,
    Id,
    Edge(TableId),
    Column(ColumnId),
    ToOne(RelationKind),
    ToMany(RelationKind),
}

/// The entries that a filter may have. One whose name means nothing here fails the test.
pub(crate) fn fields<'w>(
    world: World<'w>,
    table: TableId,
    through: Option<&ManyToMany>,
    input: &'w InputType,
) -> Vec<FilterField<'w>> {
    let names = world.schema.naming.table(table);
    let field = |argument: &'w Argument| {
        let input = match &world.schema.get(argument.type_ref.named).kind {
            TypeKind::Input(input) => Some(input),
            _ => None,
        };
        let Some(name) = beside_edge(argument.name.as_str(), through) else {
            let kind = FieldKind::Edge(world.join_table(through?));
            return Some(FilterField { argument, kind, input });
        };
        let column = names.filter_columns.iter().position(|column| column.as_str() == name);
        let relation = names.relations.iter().find(|relation| relation.filter_field.as_str() == name);
        let kind = match (name, column, relation) {
            ("and", ..) => FieldKind::And,
            ("or", ..) => FieldKind::Or,
            ("not", ..) => FieldKind::Not,
            ("id", ..) => FieldKind::Id,
            (_, Some(column), _) => FieldKind::Column(ColumnId(column)),
            (_, _, Some(relation)) => match relation.kind {
                RelationKind::Forward(_) | RelationKind::BackwardOne(_) => FieldKind::ToOne(relation.kind.clone()),
                RelationKind::BackwardMany(_) | RelationKind::ManyToMany(_) => FieldKind::ToMany(relation.kind.clone()),
            },
            ("isNull", ..) => FieldKind::IsNull,
            _ => panic!("no column or relation of {} is called {name} in filters", names.type_name),
        };
        Some(FilterField { argument, kind, input })
    };
    input.fields.iter().filter_map(field).collect()
}

impl FilterField<'_> {
    /// What has to be generated because of this entry.
    pub(crate) fn features(&self, _world: World<'_>) -> Vec<String> {
        let operators = || self.input.iter().flat_map(|input| &input.fields).map(|field| field.name.to_string());
        match &self.kind {
            FieldKind::And => vec!["and".to_owned()],
            FieldKind::Or => vec!["or".to_owned()],
            FieldKind::Not => vec!["not".to_owned()],
            FieldKind::IsNull => vec!["isNull of a row".to_owned()],
            FieldKind::Id => operators().map(|operator| format!("id {operator}")).collect(),
            FieldKind::Edge(_) => vec!["edge filter".to_owned()],
            FieldKind::Column(_) => operators().map(|operator| format!("operator {operator}")).collect(),
            FieldKind::ToOne(_) => vec!["to-one filter".to_owned(), "to-one isNull".to_owned()],
            FieldKind::ToMany(_) => operators().collect(),
        }
    }
}

impl<'g> Generator<'g> {
    /// A filter of the rows of `table`, reached over `join` where its columns may be named.
    pub(crate) fn filter(
        &mut self,
        table: TableId,
        through: Option<&'g ManyToMany>,
        input: &'g InputType,
        depth: usize,
    ) -> Input {
        let fields = fields(self.world, table, through, input);
        let mut entries: Vec<(String, Input)> = Vec::new();
        let columns: Vec<_> = fields.iter().filter(|field| matches!(field.kind, FieldKind::Column(_))).collect();
        let others: Vec<_> = fields.iter().filter(|field| !matches!(field.kind, FieldKind::Column(_))).collect();
        for _ in 0..*self.rng.pick(&[0, 1, 1, 1, 1, 2, 2, 3]) {
            let by_column = depth > 2 || others.is_empty() || self.rng.percent(50);
            let entry = match by_column {
                true => self.column_entry(table, &columns),
                false => {
                    let field = self.pick_kind(&others);
                    let value = self.other_entry(table, through, input, field, depth);
                    value.map(|value| (field.argument.name.to_string(), value))
                }
            };
            if let Some((name, value)) = entry.filter(|(name, _)| entries.iter().all(|(other, _)| other != name)) {
                entries.push((name, value));
            }
        }
        if entries.is_empty() {
            self.coverage.hit("filter empty");
        }
        Input::Object(entries)
    }

    /// One of `fields`, where every kind has the same chance, however many relations there are.
    fn pick_kind<'f, 's>(&mut self, fields: &[&'f FilterField<'s>]) -> &'f FilterField<'s> {
        let kind = |field: &FilterField<'_>| match field.kind {
            FieldKind::And | FieldKind::Or | FieldKind::Not => 0,
            FieldKind::IsNull => 6,
            FieldKind::Id => 1,
            FieldKind::Edge(_) => 2,
            FieldKind::Column(_) => 3,
            FieldKind::ToOne(_) => 4,
            FieldKind::ToMany(_) => 5,
        };
        let mut kinds: Vec<_> = fields.iter().map(|field| kind(field)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let chosen = *self.rng.pick(&kinds);
        let of_kind: Vec<_> = fields.iter().filter(|field| kind(field) == chosen).copied().collect();
        of_kind[self.rng.below(of_kind.len())]
    }

    /// A column with conditions: first the operator is chosen, then a column that has it, so that rare ones are met.
    fn column_entry(&mut self, table: TableId, columns: &[&FilterField<'g>]) -> Option<(String, Input)> {
        let operators = |field: &FilterField<'g>| field.input.into_iter().flat_map(|input| &input.fields);
        let mut names: Vec<&str> = Vec::new();
        for field in columns {
            for operator in operators(field) {
                if !names.contains(&operator.name.as_str()) {
                    names.push(operator.name.as_str());
                }
            }
        }
        let name = *self.rng.choose(&names)?;
        let able: Vec<_> =
            columns.iter().filter(|field| operators(field).any(|found| found.name.as_str() == name)).collect();
        let field = **self.rng.pick(&able);
        let FieldKind::Column(column) = field.kind else { return None };
        let mut chosen = vec![name.to_owned()];
        if self.rng.percent(15) {
            let all: Vec<_> = operators(field).map(|operator| operator.name.to_string()).collect();
            chosen.extend(self.rng.choose(&all).filter(|other| *other != name).cloned());
        }
        let mut conditions = Vec::new();
        for operator in chosen {
            let argument = operators(field).find(|found| found.name.as_str() == operator)?;
            if let Some(value) = self.operand(table, column, &operator, argument) {
                self.coverage.hit(format!("operator {operator}"));
                conditions.push((operator, value));
            }
        }
        Some((field.argument.name.to_string(), Input::Object(conditions)))
    }

    fn other_entry(
        &mut self,
        table: TableId,
        through: Option<&'g ManyToMany>,
        input: &'g InputType,
        field: &FilterField<'g>,
        depth: usize,
    ) -> Option<Input> {
        let type_name = self.world.schema.get(field.argument.type_ref.named).name.to_string();
        Some(match &field.kind {
            FieldKind::And | FieldKind::Or => {
                self.coverage.hit(field.argument.name.as_str());
                let count = self.rng.below(4);
                let items: Vec<_> = (0..count).map(|_| self.filter(table, through, input, depth + 1)).collect();
                if let ([item], true) = (items.as_slice(), self.rng.percent(40)) {
                    item.clone()
                } else {
                    Input::List(items)
                }
            }
            FieldKind::Not => {
                self.coverage.hit("not");
                let filter = self.filter(table, through, input, depth + 1);
                self.in_filter(filter, &type_name)
            }
            FieldKind::IsNull => {
                self.coverage.hit("isNull of a row");
                Input::Value(Value::Bool(self.rng.percent(50)))
            }
            FieldKind::Id => {
                let operators: Vec<_> = field.input?.fields.iter().map(|field| field.name.to_string()).collect();
                let operator = self.rng.pick(&operators).clone();
                self.coverage.hit(format!("id {operator}"));
                let value = match operator.as_str() {
                    "in" => {
                        let count = self.rng.below(4);
                        Input::List((0..count).filter_map(|_| self.id_of(table)).collect())
                    }
                    _ => self.id_of(table)?,
                };
                Input::Object(vec![(operator, value)])
            }
            FieldKind::Edge(join) => {
                self.coverage.hit("edge filter");
                let filter = self.filter(*join, None, field.input?, depth + 1);
                self.in_filter(filter, &type_name)
            }
            FieldKind::ToOne(kind) => {
                let target = self.world.target(kind);
                let mut filter = self.filter(target, None, field.input?, depth + 1);
                let may_be_null = field.input?.fields.iter().any(|field| field.name.as_str() == "isNull");
                if may_be_null && self.rng.percent(35) {
                    self.coverage.hit("to-one isNull");
                    let Input::Object(entries) = &mut filter else { return None };
                    if self.rng.percent(60) {
                        entries.clear();
                    }
                    entries.retain(|(name, _)| name != "isNull");
                    entries.push(("isNull".to_owned(), Input::Value(Value::Bool(self.rng.percent(50)))));
                } else {
                    self.coverage.hit("to-one filter");
                }
                self.in_filter(filter, &type_name)
            }
            FieldKind::ToMany(kind) => {
                let target = self.world.target(kind);
                let through = self.world.relation_through(kind);
                let quantifiers: Vec<&Argument> = field.input?.fields.iter().collect();
                let quantifier = *self.rng.pick(&quantifiers);
                let TypeKind::Input(inner) = &self.world.schema.get(quantifier.type_ref.named).kind else {
                    return None;
                };
                self.coverage.hit(quantifier.name.as_str());
                Input::Object(vec![(quantifier.name.to_string(), self.filter(target, through, inner, depth + 1))])
            }
            FieldKind::Column(_) => return None,
        })
    }

    /// `filter`, or a variable for it.
    fn in_filter(&mut self, filter: Input, type_name: &str) -> Input {
        let mut found = false;
        filter.variables(&mut |_| found = true);
        if found { filter } else { self.variable(filter, type_name, Purpose::Condition) }
    }

    fn operand(&mut self, table: TableId, column: ColumnId, operator: &str, argument: &Argument) -> Option<Input> {
        let schema = self.world.schema;
        let type_name = argument.type_ref.display(schema);
        let data = self.world.data.table(table).column(column);
        let value = match operator {
            "isNull" => Input::Value(Value::Bool(self.rng.percent(50))),
            "in" | "notIn" | "iIn" => {
                let count = *self.rng.pick(&[0, 1, 2, 3, 5]);
                let items: Vec<Input> = (0..count).filter_map(|_| self.value_of(table, column)).collect();
                // A single value stands for a list of one, but a list is no single value.
                match items.as_slice() {
                    [item] if data.spelling.depth == 0 && !item.is_list() && self.rng.percent(30) => item.clone(),
                    _ => Input::List(items),
                }
            }
            "distinctFrom" | "notDistinctFrom" if self.rng.percent(20) => Input::Value(Value::Null),
            "like" | "startsWith" | "endsWith" | "contains" | "regex" | "iEq" | "iLike" | "iStartsWith"
            | "iEndsWith" | "iContains" | "iRegex" => Input::Value(Value::from(self.pattern(table, column, operator)?)),
            _ => self.value_of(table, column)?,
        };
        let value = if matches!(data.spelling.item, Item::Json) {
            self.variable_always(value, &type_name)
        } else {
            self.variable(value, &type_name, Purpose::Condition)
        };
        Some(value)
    }

    /// What a text operator is given, made of a text that some row has.
    fn pattern(&mut self, table: TableId, column: ColumnId, operator: &str) -> Option<String> {
        let value = self.value_of(table, column)?.json();
        let data = self.world.data.table(table).column(column);
        let whole = value.as_str()?.to_owned();
        let ignores_case = operator.starts_with('i');
        // What becomes of other letters in lower case only PostgreSQL knows.
        if ignores_case && !data.lowers_ascii_only && !whole.is_ascii() {
            return (operator == "iEq").then_some(whole);
        }
        let characters: Vec<char> = whole.chars().collect();
        let start = if operator.ends_with("tartsWith") { 0 } else { self.rng.below(characters.len() + 1) };
        let end =
            if operator.ends_with("ndsWith") { characters.len() } else { self.rng.between(start, characters.len()) };
        let part: Vec<char> = if operator == "iEq" { characters } else { characters[start..end].to_vec() };
        let operator = operator.trim_start_matches('i').to_lowercase();
        let mut made = match operator.as_str() {
            "like" => self.like_pattern(&part, start > 0),
            "regex" => self.regular_expression(&part),
            _ => part.into_iter().collect(),
        };
        if !matches!(operator.as_str(), "like" | "regex" | "eq") && self.rng.percent(8) {
            made.push(*self.rng.pick(&['%', '_', '\\', 'x']));
        }
        if ignores_case {
            let changed = made.chars().map(|letter| match self.rng.below(3) {
                0 => letter.to_ascii_uppercase(),
                1 => letter.to_ascii_lowercase(),
                _ => letter,
            });
            made = changed.collect();
        }
        Some(made)
    }

    fn like_pattern(&mut self, part: &[char], begun: bool) -> String {
        let mut pattern = String::from(if begun || self.rng.percent(30) { "%" } else { "" });
        for character in part {
            match (character, self.rng.below(8)) {
                (_, 0) => pattern.push('_'),
                (_, 1) => pattern.push('%'),
                ('%' | '_' | '\\', _) => pattern.extend(['\\', *character]),
                (other, _) => pattern.push(*other),
            }
        }
        if self.rng.percent(60) {
            pattern.push('%');
        }
        pattern
    }

    /// Of what PostgreSQL and the crate `regex` understand alike.
    fn regular_expression(&mut self, part: &[char]) -> String {
        let mut pattern = String::from(if self.rng.percent(15) { "^" } else { "" });
        for character in part.iter().take(6).filter(|character| character.is_ascii_alphanumeric() || **character == ' ')
        {
            match self.rng.below(9) {
                0 => pattern.push('.'),
                1 => pattern.push_str(&format!("[{character}x]")),
                2 => pattern.push_str(&format!("({character}|yz)")),
                3 => pattern.push_str(&format!("{character}+")),
                4 => pattern.push_str(&format!("{character}*")),
                5 => pattern.push_str(".*"),
                _ => pattern.push(*character),
            }
        }
        if self.rng.percent(15) {
            pattern.push('$');
        }
        pattern
    }
}
