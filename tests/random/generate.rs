//! Random documents, all of them valid, by what the schema offers.

use super::coverage::{Coverage, selected};
use super::cursors::Wanted;
use super::document::{Directive, Document, Field, Fragment, Input, Selection};
use super::rng::Rng;
use super::values::Purpose;
use super::world::World;
use relata::catalog::TableId;
use relata::schema::{self, Resolve, TypeId, TypeKind};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// Makes one document.
pub(crate) struct Generator<'g> {
    pub(crate) world: World<'g>,
    pub(crate) rng: Rng,
    pub(crate) coverage: Coverage,
    pub(crate) document: Document,
    /// The cursors that the document needs.
    pub(crate) wanted: Vec<Wanted>,
    /// What response keys stand for. Fields that may meet must be the same.
    keys: HashMap<(Option<TypeId>, String), Used>,
    /// Whether rows of different types may meet, as below `node`: then a key means one thing in the whole document.
    mixed: bool,
    fragments: Vec<Reusable>,
    /// Those that may be used again: for what, their names, and whether they are never null.
    pub(crate) variables: Vec<(Purpose, String, bool)>,
    /// How many more selections the document should have.
    left: usize,
}

/// What a response key stands for.
#[derive(Clone)]
struct Used {
    parent: TypeId,
    name: String,
    arguments: Vec<(String, Input)>,
    rows: usize,
}

/// A fragment that may be spread again.
struct Reusable {
    name: String,
    condition: TypeId,
    scope: Scope,
    spread: usize,
}

/// Where selections stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope {
    /// How many objects they are about, at most.
    pub(crate) rows: usize,
    pub(crate) depth: usize,
}

/// More objects are not asked for.
pub(crate) const MOST_ROWS: usize = 600;
const DEEPEST: usize = 6;
/// Documents have about so many selections at most.
const LONGEST: usize = 45;

/// Tables whose rows have ids.
pub(crate) fn nodes(world: World<'_>) -> Vec<TableId> {
    let tables = world.data.tables.iter().enumerate();
    tables.filter(|(_, table)| !table.ids.is_empty()).map(|(table, _)| TableId(table)).collect()
}

impl<'g> Generator<'g> {
    pub(crate) fn new(world: World<'g>, mut rng: Rng) -> Generator<'g> {
        let mixed = rng.percent(40);
        Generator {
            world,
            rng,
            coverage: Coverage::default(),
            document: Document::default(),
            wanted: Vec::new(),
            keys: HashMap::new(),
            mixed,
            fragments: Vec::new(),
            variables: Vec::new(),
            left: LONGEST,
        }
    }

    pub(crate) fn generate(&mut self) {
        if self.rng.percent(40) {
            self.document.name = Some("Random".to_owned());
        }
        let scope = Scope { rows: 1, depth: 0 };
        self.document.selections = self.selections(self.world.schema.query, scope);
        if self.document.selections.len() > 1 {
            self.coverage.hit("several root fields");
        }
        self.document.prune();
        match self.document.name {
            Some(_) => self.coverage.hit("named operation"),
            None if self.document.variables.is_empty() => self.coverage.hit("short form"),
            None => {}
        }
        for reusable in &self.fragments {
            if reusable.spread > 1 {
                self.coverage.hit("fragment in several places");
            }
        }
    }

    pub(crate) fn selections(&mut self, parent: TypeId, scope: Scope) -> Vec<Selection> {
        let most = if scope.depth == 0 { 3 } else { 5 };
        let count = if self.left == 0 { 1 } else { self.rng.between(1, most) };
        let mut selections = Vec::new();
        for _ in 0..count {
            let made = match self.rng.below(100) {
                _ if self.left == 0 => self.field_selection(parent, Scope { depth: DEEPEST, ..scope }),
                0..72 => self.field_selection(parent, scope),
                72..84 => self.inline(parent, scope),
                84..95 => self.spread(parent, scope),
                _ => self.typename(parent),
            };
            self.left = self.left.saturating_sub(1);
            selections.extend(made);
        }
        if selections.is_empty() {
            selections.extend(self.typename(parent));
        }
        selections
    }

    fn typename(&mut self, parent: TypeId) -> Option<Selection> {
        let mut field = Field { name: "__typename".to_owned(), ..Field::default() };
        self.name(parent, &mut field, 1);
        field.directives = self.directives("directive on a field");
        self.coverage.hit("__typename");
        Some(Selection::Field(field))
    }

    fn inline(&mut self, parent: TypeId, scope: Scope) -> Option<Selection> {
        let directives = self.directives("directive on an inline fragment");
        let (condition, of) = match self.rng.percent(40) {
            true => (None, parent),
            false => {
                let of = self.condition(parent)?;
                (Some(self.type_name(of)), of)
            }
        };
        self.coverage.hit(match condition {
            Some(_) => "inline fragment with type condition",
            None => "inline fragment without type condition",
        });
        let selections = self.selections(of, Scope { depth: scope.depth + 1, ..scope });
        Some(Selection::Inline { condition, directives, selections })
    }

    /// A type that rows of `parent` may have.
    fn condition(&mut self, parent: TypeId) -> Option<TypeId> {
        let schema = self.world.schema;
        let node = schema.node;
        let is_node = parent == node || self.implements_node(parent);
        if !is_node || !self.mixed || (parent != node && self.rng.percent(60)) {
            return (parent != node).then_some(parent);
        }
        if parent != node || self.rng.percent(15) {
            self.coverage.hit("fragment on Node");
            return Some(node);
        }
        self.coverage.hit("fragment on another type of Node");
        let tables = nodes(self.world);
        Some(schema.object_of(*self.rng.choose(&tables)?))
    }

    fn implements_node(&self, object: TypeId) -> bool {
        let schema = self.world.schema;
        matches!(&schema.get(object).kind, TypeKind::Object(found) if found.interfaces.contains(&schema.node))
    }

    fn spread(&mut self, parent: TypeId, scope: Scope) -> Option<Selection> {
        let directives = self.directives("directive on a spread");
        let condition = self.condition(parent)?;
        self.coverage.hit("named fragment");
        let fits = |found: &Reusable| {
            found.condition == condition && found.scope.rows >= scope.rows && found.scope.depth >= scope.depth
        };
        if self.rng.percent(50)
            && let Some(found) = self.fragments.iter_mut().find(|found| fits(found))
        {
            found.spread += 1;
            return Some(Selection::Spread { fragment: found.name.clone(), directives });
        }
        if scope.depth > 1 {
            self.coverage.hit("fragment in a fragment");
        }
        // Made for more rows and deeper places than here, it can be spread again.
        let scope = Scope { rows: (scope.rows * 3).min(MOST_ROWS), depth: scope.depth + 1 };
        let selections = self.selections(condition, scope);
        let name = format!("F{}", self.fragments.len());
        let fragment = Fragment { condition: self.type_name(condition), selections };
        self.document.fragments.insert(name.clone(), fragment);
        self.fragments.push(Reusable { name: name.clone(), condition, scope, spread: 1 });
        Some(Selection::Spread { fragment: name, directives })
    }

    fn type_name(&self, id: TypeId) -> String {
        self.world.schema.get(id).name.to_string()
    }

    fn directives(&mut self, place: &str) -> Vec<Directive> {
        let mut directives = Vec::new();
        if !self.rng.percent(14) {
            return directives;
        }
        self.coverage.hit(place);
        let first = *self.rng.pick(&["skip", "include"]);
        directives.push(self.directive(first));
        if self.rng.percent(25) {
            self.coverage.hit("both directives");
            directives.push(self.directive(if first == "skip" { "include" } else { "skip" }));
        }
        directives
    }

    fn directive(&mut self, name: &'static str) -> Directive {
        // More is kept than left out.
        let value = (name == "include") == self.rng.percent(75);
        self.coverage.hit(format!("@{name} {value}"));
        let condition = self.variable(Input::Value(Value::Bool(value)), "Boolean!", Purpose::Directive);
        if matches!(condition, Input::Variable(_)) {
            self.coverage.hit(format!("@{name} variable"));
        }
        Directive { name, condition }
    }

    fn field_selection(&mut self, parent: TypeId, scope: Scope) -> Option<Selection> {
        if self.rng.percent(18)
            && let Some(field) = self.again(parent, scope)
        {
            self.coverage.hit("key merged from several places");
            return Some(Selection::Field(field));
        }
        let meaning = self.pick_field(parent, scope)?;
        let (arguments, rows) = self.arguments(meaning, scope)?;
        self.coverage.hit(selected(&meaning.resolve));
        let mut field = Field { name: meaning.name.to_string(), arguments, ..Field::default() };
        self.name(parent, &mut field, rows);
        field.directives = self.directives("directive on a field");
        field.selections = self.below(meaning, Scope { rows: scope.rows * rows, depth: scope.depth + 1 });
        Some(Selection::Field(field))
    }

    fn below(&mut self, meaning: &schema::Field, scope: Scope) -> Vec<Selection> {
        if self.world.schema.get(meaning.type_ref.named).kind.is_composite() {
            self.selections(meaning.type_ref.named, scope)
        } else {
            Vec::new()
        }
    }

    /// A field that is there already, with other selections.
    fn again(&mut self, parent: TypeId, scope: Scope) -> Option<Field> {
        let fits = |key: &(Option<TypeId>, String), used: &Used| {
            used.parent == parent && key.0.is_none() == self.mixed && scope.rows * used.rows <= MOST_ROWS
        };
        let mut found: Vec<(String, Used)> = self
            .keys
            .iter()
            .filter(|(key, used)| fits(key, used))
            .map(|((_, key), used)| (key.clone(), used.clone()))
            .collect();
        // The order of a hash map is another one in each process.
        found.sort_by(|(a, _), (b, _)| a.cmp(b));
        let (key, used) = self.rng.choose(&found)?.clone();
        let alias = (key != used.name).then_some(key);
        let mut field = Field { alias, name: used.name, arguments: used.arguments, ..Field::default() };
        field.directives = self.directives("directive on a field");
        if field.name != "__typename" {
            let meaning = self.world.schema.field(parent, &field.name)?;
            field.selections = self.below(meaning, Scope { rows: scope.rows * used.rows, depth: scope.depth + 1 });
        }
        Some(field)
    }

    fn pick_field(&mut self, parent: TypeId, scope: Scope) -> Option<&'g schema::Field> {
        let fields = match &self.world.schema.get(parent).kind {
            TypeKind::Object(object) => &object.fields,
            TypeKind::Interface(interface) => &interface.fields,
            _ => return None,
        };
        let deep = scope.depth >= DEEPEST;
        let mut kinds: BTreeMap<u8, Vec<&schema::Field>> = BTreeMap::new();
        for field in fields {
            let kind = match field.resolve {
                Resolve::Introspection => continue,
                Resolve::Node | Resolve::Nodes if !self.mixed || nodes(self.world).is_empty() => continue,
                Resolve::Node => 0,
                Resolve::Nodes => 1,
                Resolve::Lookup(_, ref columns) if columns.len() > 1 => 10,
                Resolve::Lookup(..) => 2,
                Resolve::PluralLookup(..) => 3,
                Resolve::Connection(_) => 4,
                Resolve::BackwardMany(_) | Resolve::ManyToMany { .. } if deep || scope.rows * 2 > MOST_ROWS => continue,
                Resolve::BackwardMany(_) => 5,
                Resolve::ManyToMany { .. } => 6,
                Resolve::Forward(_) | Resolve::BackwardOne(_) if deep => continue,
                Resolve::Forward(_) => 7,
                Resolve::BackwardOne(_) => 8,
                _ => 9,
            };
            kinds.entry(kind).or_default().push(field);
        }
        let chances: Vec<(u8, usize)> = kinds
            .keys()
            .map(|kind| match kind {
                0 | 1 => (*kind, 5),
                4 => (*kind, 12),
                5 => (*kind, 3),
                6 => (*kind, 24),
                10 => (*kind, 3),
                9 => (*kind, 8),
                _ => (*kind, 2),
            })
            .collect();
        let mut chosen = self.rng.below(chances.iter().map(|(_, chance)| chance).sum::<usize>().max(1));
        for (kind, chance) in chances {
            if chosen < chance {
                return self.rng.choose(&kinds[&kind]).copied();
            }
            chosen -= chance;
        }
        None
    }

    /// Gives a field its response key: one that stands for nothing else where they may meet.
    fn name(&mut self, parent: TypeId, field: &mut Field, rows: usize) {
        let schema = self.world.schema;
        // These are the same for all types.
        let everywhere = matches!(field.name.as_str(), "__typename" | "id")
            && (parent == schema.node || self.implements_node(parent));
        for attempt in 0.. {
            let alias = match self.rng.below(100) {
                _ if attempt > 3 => Some(format!("k{}", self.keys.len())),
                0..60 => None,
                60..80 => Some(self.rng.pick(&["a", "b", "_x", "Z9", "nodes_", "id", "edges"]).to_string()),
                80..88 => Some(format!("{}{}", "long_".repeat(13), self.rng.pick(&["a", "b"]))),
                88..94 => self.other_name(parent),
                _ => Some(format!("k{}", self.keys.len())),
            };
            let alias = alias.filter(|alias| *alias != field.name);
            let key = alias.clone().unwrap_or_else(|| field.name.clone());
            let scope = if self.mixed { None } else { Some(parent) };
            let meant = Used {
                parent: if everywhere { schema.node } else { parent },
                name: field.name.clone(),
                arguments: field.arguments.clone(),
                rows,
            };
            let used = self.keys.entry((scope, key.clone())).or_insert_with(|| meant.clone());
            if (used.parent, &used.name, &used.arguments) == (meant.parent, &meant.name, &meant.arguments) {
                if let Some(alias) = &alias {
                    self.coverage.hit("alias");
                    if schema.field(parent, alias).is_some() {
                        self.coverage.hit("alias that is the name of another field");
                    }
                    if alias.len() > 63 {
                        self.coverage.hit("alias of more than 63 bytes");
                    }
                }
                field.alias = alias;
                return;
            }
        }
    }

    fn other_name(&mut self, parent: TypeId) -> Option<String> {
        match &self.world.schema.get(parent).kind {
            TypeKind::Object(object) => self.rng.choose(&object.fields).map(|field| field.name.to_string()),
            _ => None,
        }
    }
}
