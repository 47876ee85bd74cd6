//! What the pictures show: a cluster of tables, or a table with its neighbours.

use super::{
    names,
    picture::{self, Caption, Card, Line, Row},
};
use crate::{
    catalog::{ColumnId, ForeignKey, ForeignKeyId, TableId},
    naming::RelationKind,
    schema::{Resolve, Schema, TypeKind},
};
use maud::Markup;

/// How much of each table a picture of several shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Its columns, up to so many.
    Columns(usize),
    /// Its name, and to which tables it leads that are not in the picture.
    Names,
}

/// Most tables whose columns are shown in the overview.
const FEW_TABLES: usize = 40;
const COLUMNS_OF_MANY: usize = 8;
const COLUMNS_OF_ONE: usize = 24;
/// Most cards on a side of a table's own picture, and most leads that are named in a card.
const NEIGHBOURS: usize = 14;
const LEADS: usize = 3;

/// What suits a schema of so many tables.
pub(super) fn detail(tables: usize) -> Detail {
    if tables <= FEW_TABLES { Detail::Columns(COLUMNS_OF_MANY) } else { Detail::Names }
}

/// The picture of some tables and what is between them.
pub(super) fn cluster(schema: &Schema, caption: &Caption<'_>, members: &[TableId], detail: Detail) -> Markup {
    let inside = |key: &ForeignKey| key.table != key.target && members.contains(&key.target);
    let mut lines: Vec<Line> = Vec::new();
    let mut cards = Vec::with_capacity(members.len());
    for (to, table) in members.iter().enumerate() {
        let keys: Vec<ForeignKeyId> = keys_of(schema, *table);
        let shown = match detail {
            Detail::Columns(most) => shown_columns(schema, *table, most),
            Detail::Names => Vec::new(),
        };
        let mut card = card(schema, *table, &shown);
        for id in &keys {
            let key = schema.catalog.foreign_key(*id);
            let row = shown.iter().position(|column| key.columns.first() == Some(column));
            match members.iter().position(|member| *member == key.target) {
                Some(from) if from != to => add_line(&mut lines, line(schema, *id, from, to, row)),
                _ => {
                    if let Some(row) = row.and_then(|row| card.rows.get_mut(row)) {
                        row.note = lead(schema, key);
                    }
                }
            }
        }
        if detail == Detail::Names {
            let outside = keys.iter().map(|id| schema.catalog.foreign_key(*id)).filter(|key| !inside(key));
            card.rows = leads(outside.map(|key| lead(schema, key)).collect());
        }
        cards.push(card);
    }
    picture::draw(caption, &cards, &lines)
}

/// Where two tables are joined by more lines than can be told apart, there is one.
fn add_line(lines: &mut Vec<Line>, line: Line) {
    let same = |other: &&mut Line| (other.from, other.to, other.row) == (line.from, line.to, line.row);
    match lines.iter_mut().find(same) {
        Some(known) => known.tooltip = format!("{}\n{}", known.tooltip, line.tooltip),
        None => lines.push(line),
    }
}

/// The picture of a table in the middle, what it refers to on the left, and what refers to it on the right.
pub(super) fn neighbours(schema: &Schema, caption: &Caption<'_>, table: TableId) -> Markup {
    let shown = shown_columns(schema, table, COLUMNS_OF_ONE);
    let mut cards = vec![Card { central: true, ..card(schema, table, &shown) }];
    let mut lines = Vec::new();
    let relations = &schema.naming.table(table).relations;
    let (left, right): (Vec<_>, Vec<_>) =
        relations.iter().partition(|relation| matches!(relation.kind, RelationKind::Forward(_)));
    for relation in left.iter().take(NEIGHBOURS) {
        let RelationKind::Forward(id) = relation.kind else { continue };
        let key = schema.catalog.foreign_key(id);
        let row = shown.iter().position(|column| key.columns.first() == Some(column));
        lines.push(line(schema, id, cards.len(), 0, row));
        cards.push(neighbour(schema, key.target, relation.field.as_str(), ""));
    }
    for relation in right.iter().take(NEIGHBOURS) {
        let (id, other, note) = match &relation.kind {
            RelationKind::BackwardMany(id) | RelationKind::BackwardOne(id) | RelationKind::Forward(id) => {
                (*id, schema.catalog.foreign_key(*id).table, String::new())
            }
            RelationKind::ManyToMany(many) => {
                let far = schema.catalog.foreign_key(many.far);
                (many.near, far.target, format!("through {}", names::type_name(schema, far.table)))
            }
        };
        lines.push(line(schema, id, 0, cards.len(), None));
        cards.push(neighbour(schema, other, relation.field.as_str(), &note));
    }
    for (side, is_left) in [(&left, true), (&right, false)] {
        if side.len() > NEIGHBOURS {
            let title = format!("and {} more", side.len() - NEIGHBOURS);
            let (from, to) = if is_left { (cards.len(), 0) } else { (0, cards.len()) };
            cards.push(Card { title, href: "#relations".to_owned(), ..Card::default() });
            lines.push(Line { from, to, row: None, many: false, optional: true, tooltip: String::new() });
        }
    }
    picture::draw(caption, &cards, &lines)
}

fn neighbour(schema: &Schema, table: TableId, field: &str, note: &str) -> Card {
    let row = Row { text: field.to_owned(), note: note.to_owned(), mark: "" };
    Card { rows: vec![row], ..card(schema, table, &[]) }
}

fn card(schema: &Schema, table: TableId, shown: &[ColumnId]) -> Card {
    let sql = schema.catalog.table(table);
    let fields = match &schema.get(schema.object_of(table)).kind {
        TypeKind::Object(object) => &*object.fields,
        _ => &[],
    };
    let keys = keys_of(schema, table);
    let row = |column: &ColumnId| {
        let field = fields.iter().find(|field| field.resolve == Resolve::Column(*column));
        let refers = keys.iter().any(|id| schema.catalog.foreign_key(*id).columns.contains(column));
        let identifies = sql.primary_key.as_ref().is_some_and(|key| key.columns.contains(column));
        Row {
            mark: if identifies {
                "PK"
            } else if refers {
                "FK"
            } else {
                ""
            },
            text: schema.naming.table(table).column(*column).to_string(),
            note: field.map(|field| field.type_ref.display(schema)).unwrap_or_default(),
        }
    };
    let mut rows: Vec<Row> = shown.iter().map(row).collect();
    let hidden = sql.columns.len() - shown.len();
    if !shown.is_empty() && hidden > 0 {
        rows.push(Row { text: format!("and {hidden} more"), ..Row::default() });
    }
    Card {
        title: names::type_name(schema, table).to_owned(),
        href: names::path(names::type_name(schema, table)),
        tooltip: names::table(sql),
        central: false,
        rows,
    }
}

/// The columns that a card shows, in their order: keys and references before others.
fn shown_columns(schema: &Schema, table: TableId, most: usize) -> Vec<ColumnId> {
    let sql = schema.catalog.table(table);
    let keys = keys_of(schema, table);
    let refers = |column: &ColumnId| keys.iter().any(|id| schema.catalog.foreign_key(*id).columns.contains(column));
    let identifies = |column: &ColumnId| sql.primary_key.as_ref().is_some_and(|key| key.columns.contains(column));
    let mut columns: Vec<ColumnId> = sql.columns().map(|(column, _)| column).collect();
    columns.sort_by_key(|column| match (identifies(column), refers(column)) {
        (true, _) => 0,
        (_, true) => 1,
        _ => 2,
    });
    columns.truncate(most);
    columns.sort_unstable();
    columns
}

fn line(schema: &Schema, id: ForeignKeyId, from: usize, to: usize, row: Option<usize>) -> Line {
    let key = schema.catalog.foreign_key(id);
    let table = schema.catalog.table(key.table);
    Line {
        from,
        to,
        row,
        many: !table.is_key(&key.columns),
        optional: key.columns.iter().any(|column| !table.column(*column).not_null),
        tooltip: names::foreign_key(schema, key),
    }
}

/// `→ Company`, or `↻ Employee` for a table that refers to itself.
fn lead(schema: &Schema, key: &ForeignKey) -> String {
    let sign = if key.table == key.target { "↻" } else { "→" };
    format!("{sign} {}", names::type_name(schema, key.target))
}

fn leads(mut all: Vec<String>) -> Vec<Row> {
    all.sort();
    all.dedup();
    let hidden = all.len().saturating_sub(LEADS);
    let more = (hidden > 0).then(|| format!("→ {hidden} more"));
    all.truncate(LEADS);
    all.into_iter().chain(more).map(|text| Row { text, ..Row::default() }).collect()
}

fn keys_of(schema: &Schema, table: TableId) -> Vec<ForeignKeyId> {
    schema.catalog.foreign_keys().filter(|(_, key)| key.table == table).map(|(id, _)| id).collect()
}
