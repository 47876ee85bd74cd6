//! Random arguments: of connections, lookups and nodes.

use super::cursors::{Wanted, placeholder};
use super::document::{Cursor, Input, Place};
use super::generate::{Generator, MOST_ROWS, Scope, nodes};
use super::page::DEFAULT_SIZE;
use super::spelling::Item;
use super::values::Purpose;
use super::world::{Site, beside_edge};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use relata::catalog::{ColumnId, TableId};
use relata::schema::{Argument, Field, InputType, Resolve, TypeKind};
use serde_json::Value;

type Arguments = Vec<(String, Input)>;

impl<'g> Generator<'g> {
    /// The arguments of a field, and how many rows it gives at most. `None` where there are no values for them.
    pub(crate) fn arguments(&mut self, field: &'g Field, scope: Scope) -> Option<(Arguments, usize)> {
        match &field.resolve {
            Resolve::Node => {
                let table = *self.rng.pick(&nodes(self.world));
                let id = self.some_id(table, "node unknown")?;
                Some((vec![("id".to_owned(), self.variable(id, "ID!", Purpose::Argument))], 1))
            }
            Resolve::Nodes => self.ids(),
            Resolve::Lookup(table, columns) => self.lookup(field, *table, columns),
            Resolve::PluralLookup(table, column) => self.plural(field, *table, *column),
            _ => match self.world.site(field) {
                Some(site) => Some(self.connection(field, site, scope)),
                None => Some((Vec::new(), 1)),
            },
        }
    }

    fn ids(&mut self) -> Option<(Arguments, usize)> {
        self.coverage.hit("nodes");
        let tables = nodes(self.world);
        let first = *self.rng.pick(&tables);
        let mut ids = Vec::new();
        let mut types = vec![first];
        for _ in 0..*self.rng.pick(&[0, 1, 1, 1, 2, 3, 4]) {
            let table = if self.rng.percent(50) { first } else { *self.rng.pick(&tables) };
            types.push(table);
            ids.extend(self.some_id(table, "nodes unknown"));
        }
        if types.iter().any(|table| *table != first) {
            self.coverage.hit("nodes of several types");
        }
        if self.rng.percent(40)
            && let Some(id) = ids.first().cloned()
        {
            self.coverage.hit("nodes twice the same");
            ids.push(id);
            self.rng.shuffle(&mut ids);
        }
        let rows = ids.len();
        let ids = match ids.as_slice() {
            [id] if self.rng.percent(80) => {
                self.coverage.hit("single id for a list");
                id.clone()
            }
            _ => Input::List(ids),
        };
        Some((vec![("ids".to_owned(), self.variable(ids, "[ID!]!", Purpose::Argument))], rows.max(1)))
    }

    /// The id of a row, or of none.
    fn some_id(&mut self, table: TableId, unknown: &str) -> Option<Input> {
        let id = self.id_of(table)?;
        if !self.rng.percent(20) {
            return Some(id);
        }
        let bytes = URL_SAFE_NO_PAD.decode(id.json().as_str()?).ok()?;
        let mut parts: Vec<String> = serde_json::from_slice(&bytes).ok()?;
        let column = *self.world.schema.catalog.table(table).primary_key.as_ref()?.columns.last()?;
        let spelling = &self.world.data.table(table).column(column).spelling;
        if spelling.depth > 0 {
            return Some(id);
        }
        *parts.last_mut()? = match (&spelling.item, spelling.type_name.as_str()) {
            (_, "uuid") => "00000000-0000-4000-8000-000000000000",
            (Item::Integer, _) => "32001",
            (Item::Digits, "int8") => "987654321012",
            (Item::String { exact: true }, "text" | "varchar") => "nobody's key",
            _ => return Some(id),
        }
        .to_owned();
        let forged = URL_SAFE_NO_PAD.encode(serde_json::to_string(&parts).ok()?);
        if !self.world.data.table(table).by_id.contains_key(&forged) {
            self.coverage.hit(unknown);
        }
        Some(Input::Value(Value::from(forged)))
    }

    fn lookup(&mut self, field: &Field, table: TableId, columns: &[ColumnId]) -> Option<(Arguments, usize)> {
        let data = self.world.data.table(table);
        let row = (data.rows > 0).then(|| self.rng.below(data.rows));
        let one_row = self.rng.percent(75);
        let mut arguments = Vec::new();
        for (argument, column) in field.arguments.iter().zip(columns) {
            let found = data.column(*column);
            let value = match row {
                Some(row) if one_row => {
                    let cell = &found.cells[row];
                    (!cell.value.is_null() && cell.broken.is_empty())
                        .then(|| found.spelling.input(&cell.value, self.rng.percent(30)))?
                }
                _ => self.value_of(table, *column)?,
            };
            arguments.push((argument.name.to_string(), self.key_value(value, argument, table, *column)));
        }
        Some((arguments, 1))
    }

    fn plural(&mut self, field: &Field, table: TableId, column: ColumnId) -> Option<(Arguments, usize)> {
        let argument = field.arguments.first()?;
        let count = *self.rng.pick(&[0, 1, 1, 2, 3, 5]);
        let mut values: Vec<Input> = (0..count).filter_map(|_| self.value_of(table, column)).collect();
        values.extend(values.first().cloned().filter(|_| self.rng.percent(20)));
        let rows = values.len().max(1);
        let is_item = self.world.data.table(table).column(column).spelling.depth == 0;
        let values = match values.as_slice() {
            [value] if is_item && !value.is_list() && self.rng.percent(40) => value.clone(),
            _ => Input::List(values),
        };
        Some((vec![(argument.name.to_string(), self.key_value(values, argument, table, column))], rows))
    }

    fn key_value(&mut self, value: Input, argument: &Argument, table: TableId, column: ColumnId) -> Input {
        let type_name = argument.type_ref.display(self.world.schema);
        match self.world.data.table(table).column(column).spelling.item {
            Item::Json => self.variable_always(value, &type_name),
            _ => self.variable(value, &type_name, Purpose::Argument),
        }
    }

    fn connection(&mut self, field: &'g Field, site: Site, scope: Scope) -> (Arguments, usize) {
        let input = |name: &str| {
            let argument = field.argument(name)?;
            match &self.world.schema.get(argument.type_ref.named).kind {
                TypeKind::Input(input) => Some((argument, input)),
                _ => None,
            }
        };
        let (filters, orders) = (input("filter"), input("orderBy"));
        let mut arguments = Vec::new();
        let rows = self.sizes(scope, &mut arguments);
        let mut order = None;
        // Edges are rare, and there is much to order by.
        let through = self.world.through(site).is_some();
        if let Some((argument, input)) = orders
            && self.rng.percent(if through { 88 } else { 45 })
        {
            let value = self.order_by(site, input);
            order = Some(value.clone()).filter(|value| !value.is_null());
            self.push(&mut arguments, "orderBy", value, &argument.type_ref.display(self.world.schema));
        }
        let mut filtered = false;
        if let Some((argument, input)) = filters
            && self.rng.percent(45)
        {
            filtered = true;
            let value = match self.rng.percent(5) {
                true => {
                    self.coverage.hit("filter null");
                    Input::Value(Value::Null)
                }
                false => self.filter(self.world.table_of(site), self.world.through(site), input, 0),
            };
            self.push(&mut arguments, "filter", value, &argument.type_ref.display(self.world.schema));
        }
        // Without a key a cursor is the number of a row, which is another one under another filter.
        for name in ["after", "before"] {
            if self.rng.percent(15) && (self.world.is_keyed(site) || !filtered) {
                let cursor = self.cursor(site, order.clone());
                if let Some(cursor) = cursor {
                    self.push(&mut arguments, name, cursor, "String");
                }
            }
        }
        self.rng.shuffle(&mut arguments);
        (arguments, rows)
    }

    /// `first`, `last`, `offset`, none of them, or null; and how many rows there are then at most.
    fn sizes(&mut self, scope: Scope, arguments: &mut Arguments) -> usize {
        let most = MOST_ROWS / scope.rows.max(1);
        let size = |generator: &mut Self| (*generator.rng.pick(&[0, 1, 1, 2, 3, 4, 5, 8, 13, 30])).min(most.max(2));
        let (mut first, mut last) = match self.rng.below(10) {
            0..3 => (None, None),
            3..6 => (Some(size(self)), None),
            6..9 => (None, Some(size(self))),
            _ => (Some(size(self)), Some(size(self))),
        };
        if first.is_none() && last.is_none() && most < DEFAULT_SIZE {
            first = Some(2);
        }
        let rows = first.unwrap_or(usize::MAX).min(last.unwrap_or(usize::MAX));
        for (name, size) in [("first", first.take()), ("last", last.take())] {
            match size {
                Some(size) => self.push(arguments, name, Input::Value(Value::from(size)), "Int"),
                None if self.rng.percent(10) => self.push(arguments, name, Input::Value(Value::Null), "Int"),
                None => {}
            }
        }
        let backwards = arguments.iter().any(|(name, value)| name == "last" && !value.is_null());
        if !backwards && self.rng.percent(18) {
            let offset = *self.rng.pick(&[0, 1, 1, 2, 3, 7, 50, 100_000]);
            self.push(arguments, "offset", Input::Value(Value::from(offset)), "Int");
        }
        if rows == usize::MAX { DEFAULT_SIZE } else { rows }
    }

    fn push(&mut self, arguments: &mut Arguments, name: &str, value: Input, type_name: &str) {
        self.coverage.hit(format!("argument {name}"));
        if value.is_null() {
            self.coverage.hit("null argument");
        }
        let value = self.variable(value, type_name, Purpose::Argument);
        arguments.push((name.to_owned(), value));
    }

    /// The cursor of any row that the connection has below any parent.
    fn cursor(&mut self, site: Site, order: Option<Input>) -> Option<Input> {
        let data = self.world.data;
        let (parent, place) = match site {
            Site::Root(table) if data.table(table).rows == 0 => return None,
            Site::Root(table) => (None, self.rng.below(data.table(table).rows) as u32),
            Site::Backward(key) => {
                let forward = &data.join(key).forward;
                let row = (0..8)
                    .filter(|_| !forward.is_empty())
                    .map(|_| self.rng.below(forward.len()))
                    .find(|row| forward[*row].is_some())?;
                (forward[row], row as u32)
            }
            Site::Through { near, far } => {
                let (near, far) = (&data.join(near).forward, &data.join(far).forward);
                let joined = |row: &usize| near[*row].is_some() && far[*row].is_some();
                let row = (0..8).filter(|_| !near.is_empty()).map(|_| self.rng.below(near.len())).find(joined)?;
                (near[row], row as u32)
            }
        };
        let place = match self.world.is_keyed(site) {
            true => Place::Row(place),
            false => Place::Position(self.rng.below(self.world.entries(site, parent).len())),
        };
        let text = placeholder(self.wanted.len());
        self.wanted.push(Wanted { site, order, parent, place });
        Some(Input::Cursor(Cursor { text, place }))
    }

    fn order_by(&mut self, site: Site, input: &'g InputType) -> Input {
        match self.rng.below(20) {
            0 => return Input::Value(Value::Null),
            1 | 2 => {
                self.coverage.hit("orderBy empty");
                return Input::List(Vec::new());
            }
            3..5 => {
                self.coverage.hit("orderBy of a single object");
                return self.order_term(site, input, "column", 0);
            }
            _ => {}
        }
        let count = *self.rng.pick(&[1, 1, 1, 2, 2, 3]);
        if count > 1 {
            self.coverage.hit("orderBy of several terms");
        }
        Input::List((0..count).map(|_| self.order_term(site, input, "column", 0)).collect())
    }

    fn order_term(&mut self, site: Site, input: &'g InputType, way: &str, depth: usize) -> Input {
        let kind = |field: &Argument| &self.world.schema.get(field.type_ref.named).kind;
        let (columns, ways): (Vec<&Argument>, Vec<&Argument>) =
            input.fields.iter().partition(|field| matches!(kind(field), TypeKind::Enum(_)));
        let is_edge =
            |field: &&&Argument| depth == 0 && beside_edge(field.name.as_str(), self.world.through(site)).is_none();
        let edge = ways.iter().find(is_edge).copied();
        let field = if let Some(edge) = edge.filter(|_| self.rng.percent(95)) {
            edge
        } else if columns.is_empty() || (depth < 3 && !ways.is_empty() && self.rng.percent(40)) {
            *self.rng.pick(&ways)
        } else {
            *self.rng.pick(&columns)
        };
        let value = match &self.world.schema.get(field.type_ref.named).kind {
            TypeKind::Enum(directions) => {
                let direction = self.rng.pick(&directions.values).name.to_string();
                self.coverage.hit(format!("{way} {direction}"));
                Input::Enum(direction)
            }
            TypeKind::Input(related) => {
                let is_edge = depth == 0 && beside_edge(field.name.as_str(), self.world.through(site)).is_none();
                self.order_term(site, related, if is_edge { "edge" } else { "relation" }, depth + 1)
            }
            _ => panic!("{} is no order", field.name),
        };
        Input::Object(vec![(field.name.to_string(), value)])
    }
}
