//! Filters (API.md, "Filter") in three-valued logic: `None` is unknown.

use super::document::Input;
use super::world::{Entry, World, beside_edge};
use relata::catalog::{ColumnId, TableId};
use relata::naming::{ManyToMany, RelationKind};
use std::cell::RefCell;
use std::collections::HashMap;

/// Whether a row, reached `through` a join table, satisfies `filter`, which has no variables any more.
pub(crate) fn matches(
    world: World<'_>,
    table: TableId,
    through: Option<&ManyToMany>,
    entry: Entry,
    filter: &Input,
) -> Option<bool> {
    let one = |name: &str, value: &Input| {
        let Some(name) = beside_edge(name, through) else {
            let join = world.join_table(through?);
            return matches(world, join, None, Entry { row: entry.edge?, edge: None }, value);
        };
        match name {
            "and" => all(list(value).iter().map(|filter| matches(world, table, through, entry, filter))),
            "or" => any(list(value).iter().map(|filter| matches(world, table, through, entry, filter))),
            "not" => matches(world, table, through, entry, value).map(|met| !met),
            // Of a row that is there. Where a relation leads to none, `certain` judges.
            "isNull" => Some(value.json() == false),
            "id" => all(object(value).iter().map(|(operator, value)| id(world, table, entry.row, operator, value))),
            name => match column(world, table, name) {
                Some(column) => {
                    let conditions = object(value).iter();
                    all(conditions.map(|(operator, value)| compare(world, table, column, entry.row, operator, value)))
                }
                None => relation(world, table, entry.row, name, value),
            },
        }
    };
    all(object(filter).iter().map(|(name, value)| one(name, value)))
}

fn column(world: World<'_>, table: TableId, name: &str) -> Option<ColumnId> {
    world.schema.naming.table(table).filter_columns.iter().position(|column| column.as_str() == name).map(ColumnId)
}

fn id(world: World<'_>, table: TableId, row: u32, operator: &str, value: &Input) -> Option<bool> {
    let id = &world.data.table(table).ids[row as usize];
    let same = |value: &Input| value.json() == id.as_str();
    match operator {
        "eq" => Some(same(value)),
        "in" => Some(list(value).iter().any(same)),
        other => panic!("the evaluator does not know the operator {other} of ids"),
    }
}

fn relation(world: World<'_>, table: TableId, row: u32, name: &str, value: &Input) -> Option<bool> {
    let kind = relation_kind(world, table, name);
    let target = world.target(kind);
    if let RelationKind::Forward(_) | RelationKind::BackwardOne(_) = kind {
        return Some(to_one(world, target, world.follow(kind, row), value));
    }
    let entries = world.reach(kind, row);
    let through = if let RelationKind::ManyToMany(many) = kind { Some(many) } else { None };
    let met = |condition: &Input, entry: &Entry| matches(world, target, through, *entry, condition) == Some(true);
    all(object(value).iter().map(|(quantifier, condition)| {
        Some(match quantifier.as_str() {
            "some" => entries.iter().any(|entry| met(condition, entry)),
            "every" => entries.iter().all(|entry| met(condition, entry)),
            "none" => !entries.iter().any(|entry| met(condition, entry)),
            other => panic!("the evaluator does not know the quantifier {other}"),
        })
    }))
}

/// A row that is there satisfies the condition, or it is one that is true without a row, as an empty one is.
fn to_one(world: World<'_>, target: TableId, row: Option<u32>, condition: &Input) -> bool {
    match row {
        Some(row) => matches(world, target, None, Entry { row, edge: None }, condition) == Some(true),
        None => certain(world, target, None, condition, false) == Some(true),
    }
}

/// What can be said of a condition without knowing any value. Where there is no row, all its values are unknown, and so are
/// the rows that would hang on it.
fn certain(
    world: World<'_>,
    table: TableId,
    through: Option<&ManyToMany>,
    filter: &Input,
    has_row: bool,
) -> Option<bool> {
    let one = |name: &str, value: &Input| {
        let Some(name) = beside_edge(name, through) else {
            return certain(world, world.join_table(through?), None, value, has_row);
        };
        match name {
            "and" => all(list(value).iter().map(|filter| certain(world, table, through, filter, has_row))),
            "or" => any(list(value).iter().map(|filter| certain(world, table, through, filter, has_row))),
            "not" => certain(world, table, through, value, has_row).map(|met| !met),
            "isNull" => Some(value.json() != has_row),
            name if name == "id" || column(world, table, name).is_some() => {
                all(object(value).iter().map(|(operator, value)| match (operator.as_str(), value) {
                    ("in" | "iIn", Input::List(items)) if items.is_empty() => Some(false),
                    ("notIn", Input::List(items)) if items.is_empty() => Some(true),
                    _ => None,
                }))
            }
            name => certain_of_relation(world, table, name, value),
        }
    };
    all(object(filter).iter().map(|(name, value)| one(name, value)))
}

fn certain_of_relation(world: World<'_>, table: TableId, name: &str, value: &Input) -> Option<bool> {
    let kind = relation_kind(world, table, name);
    let (target, through) = (world.target(kind), world.relation_through(kind));
    let inner = |condition: &Input, has_row: bool| certain(world, target, through, condition, has_row);
    if let RelationKind::Forward(_) | RelationKind::BackwardOne(_) = kind {
        return match (inner(value, true), inner(value, false)) {
            (Some(true), Some(true)) => Some(true),
            (Some(false), Some(false) | None) => Some(false),
            _ => None,
        };
    }
    all(object(value).iter().map(|(quantifier, condition)| match (quantifier.as_str(), inner(condition, true)) {
        ("some", Some(false)) => Some(false),
        ("none", Some(false)) | ("every", Some(true)) => Some(true),
        _ => None,
    }))
}

fn relation_kind<'w>(world: World<'w>, table: TableId, name: &str) -> &'w RelationKind {
    let relations = &world.schema.naming.table(table).relations;
    let relation = relations.iter().find(|relation| relation.filter_field.as_str() == name);
    &relation.unwrap_or_else(|| panic!("the evaluator does not know the filter {name}")).kind
}

fn compare(world: World<'_>, table: TableId, id: ColumnId, row: u32, operator: &str, value: &Input) -> Option<bool> {
    let column = world.data.table(table).column(id);
    let own = column.ranks[row as usize];
    let rank = |value: &Input| world.rank(table, id, &value.json());
    let ordered = |test: fn(u32, u32) -> bool| Some(test(own?, rank(value)?));
    match operator {
        "isNull" => return Some(value.json() == own.is_none()),
        "eq" => return ordered(|own, other| own == other),
        "ne" => return ordered(|own, other| own != other),
        "lt" => return ordered(|own, other| own < other),
        "lte" => return ordered(|own, other| own <= other),
        "gt" => return ordered(|own, other| own > other),
        "gte" => return ordered(|own, other| own >= other),
        "distinctFrom" => return Some(own != rank(value)),
        "notDistinctFrom" => return Some(own == rank(value)),
        "in" => return any(list(value).iter().map(|value| Some(own? == rank(value)?))),
        "notIn" => return all(list(value).iter().map(|value| Some(own? != rank(value)?))),
        _ => {}
    }
    let lower = |value: &Input| -> String {
        let text = text(value);
        column.lowered.get(&text).cloned().unwrap_or_else(|| text.to_ascii_lowercase())
    };
    let own_lower = column.lower[row as usize].as_deref();
    // Equality does not see the padding of char(n); patterns do.
    let equal = |value: &Input| match column.spelling.type_name.as_str() {
        "bpchar" => Some(own_lower?.trim_end_matches(' ') == lower(value).trim_end_matches(' ')),
        _ => Some(own_lower? == lower(value)),
    };
    match operator {
        "iEq" => return equal(value),
        "iIn" => return any(list(value).iter().map(equal)),
        _ => {}
    }
    let own = column.cells[row as usize].value.as_str();
    let sensitive = |test: fn(&str, &str) -> bool| Some(test(own?, &text(value)));
    let insensitive = |test: fn(&str, &str) -> bool| Some(test(own_lower?, &lower(value)));
    match operator {
        "like" => sensitive(like),
        "startsWith" => sensitive(|own, other| own.starts_with(other)),
        "endsWith" => sensitive(|own, other| own.ends_with(other)),
        "contains" => sensitive(|own, other| own.contains(other)),
        "regex" => sensitive(|own, pattern| regex(own, pattern, "(?s)")),
        "iLike" => insensitive(like),
        "iStartsWith" => insensitive(|own, other| own.starts_with(other)),
        "iEndsWith" => insensitive(|own, other| own.ends_with(other)),
        "iContains" => insensitive(|own, other| own.contains(other)),
        "iRegex" => sensitive(|own, pattern| regex(own, pattern, "(?si)")),
        other => panic!("the evaluator does not know the operator {other}"),
    }
}

thread_local! {
    /// Compiling one takes longer than trying it on many rows.
    static EXPRESSIONS: RefCell<HashMap<String, regex::Regex>> = RefCell::default();
}

fn regex(text: &str, pattern: &str, flags: &str) -> bool {
    let whole = format!("{flags}{pattern}");
    EXPRESSIONS.with_borrow_mut(|known| {
        let compiled = known.entry(whole).or_insert_with_key(|whole| regex::Regex::new(whole).unwrap());
        compiled.is_match(text)
    })
}

/// SQL's LIKE.
pub(crate) fn like(text: &str, pattern: &str) -> bool {
    let mut rest = pattern.chars();
    match rest.next() {
        None => text.is_empty(),
        Some('%') => {
            let rest = rest.as_str();
            let ends = text.char_indices().map(|(start, _)| start).chain([text.len()]);
            ends.into_iter().any(|start| like(&text[start..], rest))
        }
        Some(found) => {
            let wanted = if found == '\\' { rest.next() } else { Some(found) };
            let mut characters = text.chars();
            let own = characters.next();
            own.is_some() && (found == '_' || own == wanted) && like(characters.as_str(), rest.as_str())
        }
    }
}

fn text(value: &Input) -> String {
    value.json().as_str().unwrap_or_else(|| panic!("{value:?} is no text")).to_owned()
}

fn object(value: &Input) -> &[(String, Input)] {
    match value {
        Input::Object(entries) => entries,
        other => panic!("{other:?} is no object"),
    }
}

/// A single value stands for a list of one.
fn list(value: &Input) -> &[Input] {
    match value {
        Input::List(items) => items,
        single => std::slice::from_ref(single),
    }
}

fn all(conditions: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut met = Some(true);
    for condition in conditions {
        match condition {
            Some(true) => {}
            Some(false) => return Some(false),
            None => met = None,
        }
    }
    met
}

fn any(conditions: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    all(conditions.map(|condition| condition.map(|met| !met))).map(|none| !none)
}
