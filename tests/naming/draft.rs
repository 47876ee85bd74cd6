//! Catalogs written as text, so that a case can be read:
//!
//! ```text
//! schemas public, sales as ''
//! bareForeignKeys relation
//! table album: album_id pk, title unique, artist_id -> artist
//! table playlist_track: playlist_id pk -> playlist, track_id pk -> track, position
//! table sales."Order Line": order_id, line_no
//! key sales."Order Line"(order_id, line_no)
//! foreign key note(order_id, line_no) -> sales."Order Line"(order_id, line_no)
//! children album
//! enum mood: ok, 'so-so'
//! ```
//!
//! `-> artist` refers to the single column of its primary key. Names without a schema are in the first one.

use relata::catalog::{
    Catalog, Column, ColumnId, Database, ForeignKey, Key, Schema, Table, TableId, TableKind, Type, TypeId, TypeKind,
};
use relata::naming::Options;

/// A catalog with names instead of ids.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) schemas: Vec<String>,
    pub(crate) tables: Vec<DraftTable>,
    pub(crate) foreign_keys: Vec<DraftForeignKey>,
    pub(crate) enums: Vec<(Identity, Vec<String>)>,
    pub(crate) options: Options,
}

/// Schema and name.
pub(crate) type Identity = (String, String);

#[derive(Debug, Clone, Default)]
pub(crate) struct DraftTable {
    pub(crate) identity: Identity,
    pub(crate) columns: Vec<String>,
    pub(crate) primary_key: Vec<String>,
    pub(crate) unique_keys: Vec<Vec<String>>,
    pub(crate) has_children: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DraftForeignKey {
    pub(crate) table: Identity,
    pub(crate) columns: Vec<String>,
    pub(crate) target: Identity,
    /// Empty for the target's primary key.
    pub(crate) target_columns: Vec<String>,
}

impl Draft {
    /// Reads the text form.
    pub(crate) fn parse(text: &str) -> Self {
        let mut draft = Self { schemas: vec!["public".into()], ..Self::default() };
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("--")) {
            let mut tokens = Tokens::of(line, &draft.schemas[0]);
            match tokens.next().as_str() {
                "schemas" => draft.schemas(&mut tokens),
                "bareForeignKeys" => draft.options.bare_foreign_keys_name_relations = tokens.next() == "relation",
                "table" => draft.table(&mut tokens),
                "key" => {
                    let (identity, columns) = (tokens.identity(), tokens.list());
                    draft.table_mut(&identity).unique_keys.push(columns);
                }
                "foreign" => {
                    tokens.expect("key");
                    let (table, columns) = (tokens.identity(), tokens.list());
                    tokens.expect("->");
                    let (target, target_columns) = (tokens.identity(), tokens.list());
                    draft.foreign_keys.push(DraftForeignKey { table, columns, target, target_columns });
                }
                "children" => {
                    let identity = tokens.identity();
                    draft.table_mut(&identity).has_children = true;
                }
                "enum" => {
                    let identity = tokens.identity();
                    tokens.expect(":");
                    draft.enums.push((identity, tokens.separated()));
                }
                other => panic!("unknown line: {other} in {line}"),
            }
        }
        draft
    }

    fn schemas(&mut self, tokens: &mut Tokens) {
        self.schemas.clear();
        while !tokens.is_empty() {
            let name = tokens.next();
            if tokens.accept("as") {
                self.options.schema_prefixes.push((name.clone(), tokens.next()));
            }
            self.schemas.push(name);
            tokens.accept(",");
        }
    }

    fn table(&mut self, tokens: &mut Tokens) {
        let identity = tokens.identity();
        let mut table = DraftTable { identity: identity.clone(), ..DraftTable::default() };
        tokens.expect(":");
        while !tokens.is_empty() {
            let column = tokens.next();
            table.columns.push(column.clone());
            while !tokens.is_empty() && !tokens.accept(",") {
                match tokens.next().as_str() {
                    "pk" => table.primary_key.push(column.clone()),
                    "unique" => table.unique_keys.push(vec![column.clone()]),
                    "->" => self.foreign_keys.push(DraftForeignKey {
                        table: identity.clone(),
                        columns: vec![column.clone()],
                        target: tokens.identity(),
                        target_columns: if tokens.peek() == Some("(") { tokens.list() } else { Vec::new() },
                    }),
                    other => panic!("unknown word {other}"),
                }
            }
        }
        self.tables.push(table);
    }

    fn table_mut(&mut self, identity: &Identity) -> &mut DraftTable {
        self.tables.iter_mut().find(|table| table.identity == *identity).expect("a table that was declared")
    }

    /// The catalog, everything in the draft's order.
    pub(crate) fn catalog(&self) -> Catalog {
        let text = Type {
            schema: "pg_catalog".into(),
            name: "text".into(),
            kind: TypeKind::Base,
            comment: None,
            orderable: true,
            operators: None,
            is_row: false,
        };
        let enums = self.enums.iter().map(|((schema, name), labels)| Type {
            schema: schema.clone(),
            name: name.clone(),
            kind: TypeKind::Enum(labels.clone()),
            ..text.clone()
        });
        Catalog {
            database: Database {
                name: "draft".into(),
                server_version: 150_000,
                role: "reader".into(),
                random_page_cost_is_default: true,
                search_path: None,
            },
            schemas: self.schemas.iter().map(|name| Schema { name: name.clone(), comment: None }).collect(),
            tables: self.tables.iter().map(DraftTable::table).collect(),
            types: std::iter::once(text.clone()).chain(enums).collect(),
            foreign_keys: self.foreign_keys.iter().map(|key| self.foreign_key(key)).collect(),
            notes: Vec::new(),
        }
    }

    fn foreign_key(&self, key: &DraftForeignKey) -> ForeignKey {
        let find = |identity: &Identity| {
            let position = self.tables.iter().position(|table| table.identity == *identity);
            position.unwrap_or_else(|| panic!("no table {identity:?}"))
        };
        let (table, target) = (find(&key.table), find(&key.target));
        let primary = &self.tables[target].primary_key;
        let target_columns = if key.target_columns.is_empty() { primary } else { &key.target_columns };
        assert_eq!(key.columns.len(), target_columns.len(), "{key:?}");
        ForeignKey {
            name: "fk".into(),
            table: TableId(table),
            columns: self.tables[table].ids(&key.columns),
            target: TableId(target),
            target_columns: self.tables[target].ids(target_columns),
            validated: true,
            comment: None,
        }
    }
}

impl DraftTable {
    fn ids(&self, columns: &[String]) -> Vec<ColumnId> {
        let find = |column: &String| self.columns.iter().position(|other| other == column);
        columns.iter().map(|column| ColumnId(find(column).unwrap_or_else(|| panic!("no column {column}")))).collect()
    }

    fn table(&self) -> Table {
        let key = |columns: &[String]| Key { name: "key".into(), columns: self.ids(columns), comment: None };
        let column = |name: &String| Column {
            name: name.clone(),
            type_id: TypeId(0),
            dimensions: 0,
            not_null: true,
            default: None,
            identity: false,
            generated: false,
            loosely_equal: false,
            comment: None,
            statistics: None,
        };
        Table {
            schema: self.identity.0.clone(),
            name: self.identity.1.clone(),
            kind: TableKind::Table,
            comment: None,
            columns: self.columns.iter().map(column).collect(),
            primary_key: (!self.primary_key.is_empty()).then(|| key(&self.primary_key)),
            unique_keys: self.unique_keys.iter().map(|columns| key(columns)).collect(),
            indexes: Vec::new(),
            has_children: self.has_children,
            row_security: false,
            estimated_rows: None,
        }
    }
}

/// The words of a line, last one first; quoted ones without their quotes.
struct Tokens {
    rest: Vec<String>,
    first_schema: String,
}

impl Tokens {
    fn of(line: &str, first_schema: &str) -> Self {
        let mut rest = Vec::new();
        let mut characters = line.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                ' ' => {}
                '"' | '\'' => rest.push(characters.by_ref().take_while(|other| *other != character).collect()),
                '-' if characters.next_if_eq(&'>').is_some() => rest.push("->".into()),
                ',' | ':' | '(' | ')' | '.' => rest.push(character.into()),
                _ => {
                    let mut word = String::from(character);
                    while let Some(next) = characters.next_if(|next| !" ,:().\"'".contains(*next)) {
                        word.push(next);
                    }
                    rest.push(word);
                }
            }
        }
        rest.reverse();
        Self { rest, first_schema: first_schema.to_owned() }
    }

    fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    fn peek(&self) -> Option<&str> {
        self.rest.last().map(String::as_str)
    }

    fn next(&mut self) -> String {
        self.rest.pop().expect("one more word on the line")
    }

    fn accept(&mut self, token: &str) -> bool {
        let is_there = self.peek() == Some(token);
        if is_there {
            self.rest.pop();
        }
        is_there
    }

    fn expect(&mut self, token: &str) {
        assert!(self.accept(token), "expected {token} before {:?}", self.rest);
    }

    fn identity(&mut self) -> Identity {
        let first = self.next();
        if self.accept(".") { (first, self.next()) } else { (self.first_schema.clone(), first) }
    }

    fn list(&mut self) -> Vec<String> {
        self.expect("(");
        let mut list = vec![self.next()];
        while self.accept(",") {
            list.push(self.next());
        }
        self.expect(")");
        list
    }

    fn separated(&mut self) -> Vec<String> {
        let mut list = vec![self.next()];
        while self.accept(",") {
            list.push(self.next());
        }
        list
    }
}
