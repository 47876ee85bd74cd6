//! What must hold for every catalog, however its objects are called.

use crate::{
    draft::{Draft, DraftForeignKey, DraftTable},
    listing::listing,
};
use proptest::{prelude::*, sample::select};
use relata::catalog::{Catalog, TableId};
use relata::naming::{Name, Naming, Options, RelationKind, build};
use std::collections::{BTreeMap, BTreeSet};

/// Names that mean trouble, alone and together.
const NAMES: &[&str] = &[
    "id",
    "Id",
    "ID",
    "_id",
    "row_id",
    "rowId",
    "RowId",
    "node",
    "nodes",
    "Node",
    "node_row",
    "query",
    "cursor",
    "cursor_",
    "and",
    "and_",
    "or",
    "not",
    "not_id",
    "is_null",
    "isNull",
    "true",
    "_",
    "__",
    "%",
    "#",
    "é",
    "名前",
    "2fa",
    "_2fa",
    "foo_bar",
    "fooBar",
    "FooBar",
    "foo bar",
    "foo_Bar",
    "person",
    "people",
    "Person",
    "persons",
    "series",
    "series_list",
    "album",
    "albums",
    "Album",
    "album_list",
    "album_by_title",
    "album_filter",
    "album_connection",
    "albums_connection",
    "artist",
    "artist_id",
    "artistId",
    "artist_fk",
    "artistid",
    "title",
    "title_and_artist_id",
    "area",
    "area_id",
    "playlist_track",
    "playlist",
    "track",
    "tracks",
    "playlist_tracks",
    "mood",
    "moods",
    "mood_enum",
    "sales_album",
    "int",
    "string",
    "edge",
    "page_info",
    "_any",
    "_entities",
    "data",
    "axe",
    "axis",
    "code",
    "order_direction",
    "point",
];

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(NAMES).prop_map(str::to_owned),
        2 => (select(NAMES), select(NAMES)).prop_map(|(one, two)| format!("{one}_{two}")),
        1 => "[a-zA-Z0-9_ é%]{1,12}",
        1 => "\\PC{1,6}",
        1 => select(NAMES).prop_map(|name| name.repeat(63).chars().take(21).collect()),
    ]
}

fn columns() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(name(), 1..7).prop_map(|names| names.into_iter().collect()).prop_shuffle()
}

fn table(schemas: &'static [&'static str]) -> impl Strategy<Value = DraftTable> {
    (select(schemas), name(), columns(), 0..3_usize, prop::collection::vec(0..4_usize, 0..3), prop::bool::weighted(0.1))
        .prop_map(|(schema, name, columns, key, unique, has_children)| {
            let unique: BTreeSet<usize> = unique.into_iter().collect();
            let unique_keys = unique.into_iter().filter_map(|index| {
                let pair = columns.get(index..=index + index % 2)?.to_vec();
                (pair.len() != key || columns[..key] != pair).then_some(pair)
            });
            DraftTable {
                identity: (schema.to_owned(), name),
                unique_keys: unique_keys.collect(),
                primary_key: columns[..key.min(columns.len())].to_vec(),
                has_children,
                columns,
            }
        })
}

/// Numbers that are taken modulo what there is.
type Pick = (usize, usize, usize);

fn draft() -> impl Strategy<Value = Draft> {
    const SCHEMAS: &[&str] = &["public", "public", "public", "sales", "Sales"];
    let picks = || prop::collection::vec((0..64_usize, 0..64_usize, 0..64_usize), 0..8);
    let label = prop_oneof![name(), Just(String::new())];
    let enums = prop::collection::btree_map((select(SCHEMAS), name()), prop::collection::btree_set(label, 0..6), 0..4);
    let prefixes = prop::option::of(prop_oneof![Just(String::new()), Just("_".to_owned()), name()]);
    (prop::collection::vec(table(SCHEMAS), 1..9), picks(), picks(), enums, any::<bool>(), prefixes).prop_map(
        |(tables, keys, joins, enums, bare, prefix)| {
            let mut draft = Draft {
                schemas: ["public", "sales", "Sales"].map(str::to_owned).to_vec(),
                options: Options {
                    bare_foreign_keys_name_relations: bare,
                    schema_prefixes: prefix.map(|prefix| ("sales".to_owned(), prefix)).into_iter().collect(),
                },
                ..Draft::default()
            };
            for table in tables {
                add_table(&mut draft, table);
            }
            for pick in joins {
                add_join(&mut draft, pick);
            }
            for pick in keys {
                add_foreign_key(&mut draft, pick);
            }
            let mut enums: Vec<_> = enums.into_iter().collect();
            // PostgreSQL gives every table a type of its name.
            enums.retain(|((schema, name), _)| !has_table(&draft, schema, name));
            draft.enums = enums
                .into_iter()
                .map(|((schema, name), labels)| ((schema.to_owned(), name), labels.into_iter().collect()))
                .collect();
            draft
        },
    )
}

fn has_table(draft: &Draft, schema: &str, name: &str) -> bool {
    draft.tables.iter().any(|table| table.identity.0 == schema && table.identity.1 == name)
}

fn add_table(draft: &mut Draft, table: DraftTable) {
    if !has_table(draft, &table.identity.0, &table.identity.1) {
        draft.tables.push(table);
    }
}

/// A foreign key from some columns of some table to the primary key of another.
fn add_foreign_key(draft: &mut Draft, (table, target, column): Pick) {
    let table = &draft.tables[table % draft.tables.len()];
    let target = &draft.tables[target % draft.tables.len()];
    let columns: Vec<String> =
        table.columns.iter().cycle().skip(column).take(target.primary_key.len()).cloned().collect();
    let is_set = columns.iter().collect::<BTreeSet<_>>().len() == columns.len();
    if !columns.is_empty() && is_set {
        push_foreign_key(draft, table.identity.clone(), columns, target.identity.clone());
    }
}

fn push_foreign_key(draft: &mut Draft, table: (String, String), columns: Vec<String>, target: (String, String)) {
    let key = DraftForeignKey { table, columns, target, target_columns: Vec::new() };
    if !draft.foreign_keys.contains(&key) {
        draft.foreign_keys.push(key);
    }
}

/// A table between two others that have a primary key of one column.
fn add_join(draft: &mut Draft, (near, far, kind): Pick) {
    let single = |pick: usize| {
        let tables: Vec<_> = draft.tables.iter().filter(|table| table.primary_key.len() == 1).collect();
        tables.get(pick % tables.len().max(1)).map(|table| table.identity.clone())
    };
    let (Some(near), Some(far)) = (single(near), single(far)) else { return };
    let name = if kind % 2 == 0 { format!("{}_{}", near.1, far.1) } else { format!("link{kind}") };
    let columns = vec![format!("{}_id", near.1), format!("{}_id{}", far.1, if near == far { "2" } else { "" })];
    let identity = ("public".to_owned(), name);
    if columns[0] == columns[1] || has_table(draft, &identity.0, &identity.1) {
        return;
    }
    push_foreign_key(draft, identity.clone(), columns[..1].to_vec(), near);
    push_foreign_key(draft, identity.clone(), columns[1..].to_vec(), far);
    let all = columns.iter().cloned().chain(["cursor".to_owned()]).collect();
    draft.tables.push(DraftTable { identity, columns: all, primary_key: columns, ..DraftTable::default() });
}

/// Fails unless all names are valid and differ.
fn all_differ<'a>(namespace: &str, reserved: &[&str], names: impl IntoIterator<Item = &'a Name>) {
    let mut seen: BTreeSet<String> = reserved.iter().map(|name| (*name).to_owned()).collect();
    for name in names {
        assert_eq!(Name::new(name.as_str()).as_ref(), Some(name), "{namespace}");
        assert!(seen.insert(name.to_string()), "{namespace} has {name} twice");
    }
}

fn check_namespaces(catalog: &Catalog, naming: &Naming) {
    const BUILT_IN: &[&str] = &[
        "Query",
        "Mutation",
        "Subscription",
        "Node",
        "PageInfo",
        "OrderDirection",
        "Int",
        "BigInt",
        "BigDecimal",
        "Float",
        "Boolean",
        "String",
        "ID",
        "UUID",
        "DateTime",
        "LocalDateTime",
        "Date",
        "LocalTime",
        "OffsetTime",
        "Duration",
        "JSON",
        "Bytes",
        "_Any",
        "_Entity",
        "_Service",
        "FieldSet",
        "IntFilter",
        "StringFilter",
        "DateFilter",
    ];
    let mut types = Vec::new();
    let mut roots = Vec::new();
    for (TableId(index), table) in catalog.tables() {
        let names = &naming.tables[index];
        types.extend(
            [
                &names.type_name,
                &names.connection,
                &names.edge,
                &names.filter,
                &names.connection_filter,
                &names.order_by,
            ]
            .map(Clone::clone),
        );
        assert!(
            !names.type_name.as_str().ends_with("Connection"),
            "Relay would take {} for a connection",
            names.type_name
        );
        roots.push(&names.connection_field);
        roots.extend(names.lookups.iter().map(|lookup| &lookup.field));
        roots.extend(names.lookups.iter().filter_map(|lookup| lookup.plural.as_ref()).map(|plural| &plural.field));
        assert_eq!(names.columns.len(), table.columns.len());
        assert_eq!(names.lookups.len(), table.unique_keys.len() + usize::from(table.primary_key.is_some()));
        let fields = names.columns.iter().chain(names.relations.iter().map(|relation| &relation.field));
        all_differ(names.type_name.as_str(), &["id"], fields);
        let filters = names.filter_columns.iter().chain(names.relations.iter().map(|relation| &relation.filter_field));
        all_differ(names.filter.as_str(), &["id", "and", "or", "not", "isNull"], filters);
        for relation in &names.relations {
            if let RelationKind::ManyToMany(through) = &relation.kind {
                let derived = [
                    &through.connection,
                    &through.edge,
                    &through.filter,
                    &through.connection_filter,
                    &through.order_by,
                ];
                types.extend(derived.map(Clone::clone));
                let target = &naming.tables[catalog.foreign_key(through.far).target.0];
                let fields =
                    target.filter_columns.iter().chain(target.relations.iter().map(|other| &other.filter_field));
                let fields = fields.map(|field| match &through.displaced_edge {
                    Some(displaced) if field.as_str() == "edge" => displaced,
                    _ => field,
                });
                all_differ(through.filter.as_str(), &["id", "and", "or", "not", "isNull", "edge"], fields);
                all_differ(through.edge.as_str(), &["cursor", "node"], &through.edge_columns);
                assert!(through.connection.as_str().ends_with("Connection") && through.edge.as_str().ends_with("Edge"));
            }
        }
    }
    for names in naming.enums.values() {
        types.push(names.type_name.clone());
        types.push(Name::new(&format!("{}Filter", names.type_name)).unwrap());
        all_differ(names.type_name.as_str(), &["true", "false", "null"], &names.values);
    }
    all_differ("the types", BUILT_IN, &types);
    all_differ("the root fields", &["node", "nodes", "_entities", "_service"], roots);
}

fn names(draft: &Draft) -> (BTreeMap<String, String>, Vec<String>) {
    let catalog = draft.catalog();
    let naming = build(&catalog, &draft.options);
    check_namespaces(&catalog, &naming);
    (listing(&catalog, &naming).into_iter().collect(), naming.clashes)
}

/// The same objects, another order.
fn shuffled(draft: &Draft, by: usize) -> Draft {
    let mut other = draft.clone();
    let turn = |count: usize| if count == 0 { 0 } else { by % count };
    other.tables.reverse();
    other.tables.rotate_left(turn(draft.tables.len()));
    other.foreign_keys.reverse();
    other.foreign_keys.rotate_left(turn(draft.foreign_keys.len()));
    other.enums.reverse();
    for table in &mut other.tables {
        let count = table.columns.len();
        table.columns.rotate_left(by % count);
        table.unique_keys.reverse();
    }
    for (_, labels) in &mut other.enums {
        labels.reverse();
    }
    other
}

/// Objects whose names are not what they were.
fn renamed<'a>(before: &'a BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<&'a String> {
    before.iter().filter(|(object, names)| after.get(*object) != Some(*names)).map(|(object, _)| object).collect()
}

fn quoted(name: &str) -> String {
    let is_plain = name.chars().all(|character| "abcdefghijklmnopqrstuvwxyz0123456789_".contains(character));
    if is_plain && !name.starts_with(|first: char| first.is_ascii_digit()) {
        name.to_owned()
    } else {
        format!("\"{}\"", name.replace('"', "\"\""))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_are_valid_and_unique_and_know_no_order(draft in draft(), by in 0..64_usize) {
        let (found, clashes) = names(&draft);
        let (again, clashes_again) = names(&shuffled(&draft, by));
        prop_assert_eq!(found, again);
        prop_assert_eq!(clashes, clashes_again);
    }

    #[test]
    fn a_new_table_renames_nothing_unless_it_is_reported(
        draft in draft(), table in table(&["public", "sales"]), keys in prop::collection::vec((0..64_usize, 0..64_usize), 0..3)
    ) {
        prop_assume!(!has_table(&draft, &table.identity.0, &table.identity.1));
        prop_assume!(!draft.enums.iter().any(|(identity, _)| *identity == table.identity));
        let mut more = draft.clone();
        let identity = format!("{}.{}", quoted(&table.identity.0), quoted(&table.identity.1));
        more.tables.push(table);
        for (target, column) in keys {
            let own = more.tables.len() - 1;
            add_foreign_key(&mut more, (own, target, column));
        }
        let (before, _) = names(&draft);
        let (after, clashes) = names(&more);
        let is_reported = clashes.iter().any(|clash| clash.starts_with("In ") && clash.contains(&identity));
        prop_assert!(is_reported || renamed(&before, &after).is_empty(), "{:?}", renamed(&before, &after));
    }

    #[test]
    fn a_new_column_renames_nothing_unless_it_is_reported(draft in draft(), pick in 0..64_usize, column in name()) {
        let mut more = draft.clone();
        let position = pick % more.tables.len();
        let table = &mut more.tables[position];
        prop_assume!(!table.columns.contains(&column));
        let identity = format!("{}.{}.{}", quoted(&table.identity.0), quoted(&table.identity.1), quoted(&column));
        // The listing of a way through a table shows all columns of its edges.
        let is_shown = |object: &String| object.contains(" through ");
        table.columns.push(column);
        let (before, _) = names(&draft);
        let (after, clashes) = names(&more);
        let is_reported = clashes.iter().any(|clash| clash.starts_with("In ") && clash.contains(&identity));
        let renamed: Vec<_> = renamed(&before, &after).into_iter().filter(|object| !is_shown(object)).collect();
        prop_assert!(is_reported || renamed.is_empty(), "{:?}", renamed);
    }
    #[test]
    fn a_new_foreign_key_renames_nothing_unless_it_is_reported(draft in draft(), pick in (0..64_usize, 0..64_usize, 0..64_usize)) {
        // Otherwise it may take its name from the column, and the column becomes `areaId`.
        let mut draft = draft;
        draft.options.bare_foreign_keys_name_relations = false;
        let mut more = draft.clone();
        add_foreign_key(&mut more, pick);
        // It is there already, or the target has no key.
        let Some(key) = more.foreign_keys.get(draft.foreign_keys.len()) else { return Ok(()) };
        let columns: Vec<String> = key.columns.iter().map(|column| quoted(column)).collect();
        let identity = format!("{}.{}({})", quoted(&key.table.0), quoted(&key.table.1), columns.join(", "));
        let (before, _) = names(&draft);
        let (after, clashes) = names(&more);
        let is_reported = clashes.iter().any(|clash| clash.starts_with("In ") && clash.contains(&identity));
        prop_assert!(is_reported || renamed(&before, &after).is_empty(), "{:?}", renamed(&before, &after));
    }
}
