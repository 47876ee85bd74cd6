//! How many instructions the stages take that need no database: document → plan → SQL, and values → JSON.
//!
//! Run by `benches/guard`, which compares the counts with `benches/stages.baseline`. Instructions are counted by Valgrind, so
//! that the same program gives the same numbers on a busy machine; another compiler or C library gives others.

#![allow(missing_docs, reason = "the macros make items that cannot have any")]

#[path = "stages/catalog.rs"]
mod catalog;

use gungraun::{Callgrind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};
use relata::{
    document::{self, Variables},
    naming,
    plan::{
        Omissions,
        build::{Roots, plan},
        shape::Probes,
    },
    response::{introspection, scalars},
    schema::{
        self, PageSizes, Schema,
        juniper::{Limits, Parser},
        scalars::Slot,
    },
    sql,
};
use std::hint::black_box;

/// A document that was never seen, and what it is for.
struct Asked {
    schema: Schema,
    parser: Parser,
    text: &'static str,
    variables: &'static str,
}

fn asked(text: &'static str) -> Asked {
    asked_with(text, "{}")
}

fn asked_with(text: &'static str, variables: &'static str) -> Asked {
    Asked { schema: schema(), parser: Parser::new(Limits::default()), text, variables }
}

fn schema() -> Schema {
    schema_of(1)
}

fn schema_of(shops: usize) -> Schema {
    let catalog = catalog::shops(shops);
    let names = naming::build(&catalog, &naming::Options::default());
    schema::build::build(catalog, names, PageSizes { default: 100, maximum: Some(1000) })
}

// What the first request of a document costs before PostgreSQL is asked.
#[library_benchmark]
#[bench::a_row_and_its_parent(asked(include_str!("shapes/a.graphql")))]
#[bench::b_three_levels(asked(include_str!("shapes/b.graphql")))]
#[bench::c_order(asked(include_str!("shapes/c.graphql")))]
#[bench::d_page_after_cursor(asked(include_str!("shapes/d.graphql")))]
#[bench::e_wide(asked(include_str!("shapes/e.graphql")))]
#[bench::f_filter_on_relation(asked(include_str!("shapes/f.graphql")))]
#[bench::g_ten_roots(asked(include_str!("shapes/g.graphql")))]
#[bench::h_nodes(asked_with(include_str!("shapes/h.graphql"), include_str!("shapes/h.variables.json")))]
fn document_to_sql(asked: Asked) -> (Asked, sql::Statement) {
    let Asked { schema, parser, text, variables } = &asked;
    let operation = document::load(schema, parser, text, None).expect("a valid document");
    let variables = coerced(schema, &operation, variables);
    black_box(Probes::of(schema, &operation));
    let plan = plan(schema, &operation, &variables, Roots::Except(&[]), &Omissions::default());
    let statement = sql::compile(schema, plan.query.as_ref().expect("a query"));
    (asked, statement)
}

fn coerced(schema: &Schema, operation: &document::Operation, variables: &str) -> Variables {
    let given: serde_json::Map<_, _> = serde_json::from_str(variables).expect("an object");
    document::coerce_variables(schema, operation, &given).expect("variables of their types")
}

// A document that is valid, over a schema of 11 tables and of 550: it must not make a difference, as validation must not look
// through the whole schema.
#[library_benchmark]
#[bench::small_schema(Asked { schema: schema_of(1), ..asked(include_str!("shapes/d.graphql")) })]
#[bench::large_schema(Asked { schema: schema_of(50), ..asked(include_str!("shapes/d.graphql")) })]
#[bench::nine_hundred_fragments(asked(fragments().leak()))]
fn document_to_operation(asked: Asked) -> (Asked, document::Operation) {
    let operation = document::load(&asked.schema, &asked.parser, asked.text, None).expect("a valid document");
    (asked, operation)
}

/// Fragments that all are spread at one place, so that each is compared with all the others, if that is done naively.
fn fragments() -> String {
    let many = |part: &str| (0..900).map(|index| part.replace('#', &index.to_string())).collect::<String>();
    let fragments = many("fragment F# on Query { albums { totalCount } __schema { description } } ");
    format!("{{ {} }} {fragments}", many("...F# "))
}

// What a request of a known document costs before PostgreSQL is asked: which plan it has, and its binds.
#[library_benchmark]
#[bench::d_page_after_cursor(known(include_str!("shapes/d.graphql"), "{}"))]
#[bench::h_nodes(known(include_str!("shapes/h.graphql"), include_str!("shapes/h.variables.json")))]
fn variables_to_binds(known: Known) -> (Known, usize) {
    let variables = coerced(&known.schema, &known.operation, known.variables);
    black_box(known.probes.key(&known.schema, &variables));
    let mut evaluated = Vec::new();
    for input in &known.plan.inputs {
        evaluated.push(input.evaluate(&known.schema, &variables, &evaluated).expect("a right input"));
    }
    let parts = evaluated.iter().map(|evaluated| evaluated.parts.len()).sum();
    (known, parts)
}

/// A document that has been planned.
struct Known {
    schema: Schema,
    operation: document::Operation,
    probes: Probes,
    plan: relata::plan::Plan,
    variables: &'static str,
}

fn known(text: &str, variables: &'static str) -> Known {
    let schema = schema();
    let operation = document::load(&schema, &Parser::new(Limits::default()), text, None).expect("a valid document");
    let probes = Probes::of(&schema, &operation);
    let values = coerced(&schema, &operation, variables);
    let plan = plan(&schema, &operation, &values, Roots::Except(&[]), &Omissions::default());
    Known { schema, operation, probes, plan, variables }
}

// The start, from the catalog on.
#[library_benchmark]
#[bench::shop(catalog::shop())]
fn catalog_to_schema(catalog: relata::catalog::Catalog) -> Schema {
    let names = naming::build(&catalog, &naming::Options::default());
    schema::build::build(catalog, names, PageSizes { default: 100, maximum: Some(1000) })
}

#[library_benchmark]
#[bench::shop(asked(""))]
fn schema_to_introspection(asked: Asked) -> (Asked, Vec<u8>) {
    let answer = introspection::everything(&asked.schema, &asked.parser).expect("an answer");
    (asked, answer)
}

type Values = Vec<(Slot, Vec<u8>)>;

/// A thousand rows of six columns, as shape e has them.
fn rows() -> Values {
    // 0.99 as PostgreSQL sends it: one group of four digits, 9900, of weight -1, with two places.
    let price: Vec<u8> = [1_i16, -1, 0, 2, 9900].iter().flat_map(|part| part.to_be_bytes()).collect();
    let row = |number: i32| {
        [
            (Slot::Int4, number.to_be_bytes().to_vec()),
            (Slot::Text, format!("ember Drift cobalt {number}").into_bytes()),
            (Slot::Text, "Harbour \"indigo\" Juniper and others".as_bytes().to_vec()),
            (Slot::Int4, (100_000 + number * 79).to_be_bytes().to_vec()),
            (Slot::Int4, (1_000_000 + number * 1047).to_be_bytes().to_vec()),
            (Slot::Numeric, price.clone()),
        ]
    };
    (0..1000).flat_map(row).collect()
}

/// A thousand values of each of the other types that take work.
fn others() -> Values {
    let row = |number: i32| {
        let wide = i64::from(number) * 1_000_003;
        [
            (Slot::Int8, wide.to_be_bytes().to_vec()),
            (Slot::Float8, (f64::from(number) / 7.0).to_be_bytes().to_vec()),
            (Slot::Timestamp, (wide * 86_400).to_be_bytes().to_vec()),
            (Slot::Date, number.to_be_bytes().to_vec()),
            (Slot::Uuid, (u128::from(number.unsigned_abs()) << 64 | 0xfeed).to_be_bytes().to_vec()),
            (Slot::Jsonb, format!("\u{1}{{\"number\": {number}}}").into_bytes()),
            (Slot::Bool, vec![u8::from(number % 2 == 0)]),
            (Slot::Bytea, number.to_be_bytes().repeat(6)),
        ]
    };
    (0..1000).flat_map(row).collect()
}

#[library_benchmark]
#[bench::e_rows(rows())]
#[bench::other_types(others())]
fn values_to_json(values: Values) -> (Values, Vec<u8>) {
    let mut out = Vec::with_capacity(4096);
    for (slot, value) in &values {
        scalars::write(*slot, value, &mut out).expect("a value of its type");
        out.push(b',');
    }
    (values, out)
}

library_benchmark_group!(
    name = stages,
    benchmarks = [
        document_to_sql,
        document_to_operation,
        variables_to_binds,
        catalog_to_schema,
        schema_to_introspection,
        values_to_json
    ]
);

main!(
    // Instructions are all that is counted: caches are not simulated.
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"])),
    library_benchmark_groups = stages
);
