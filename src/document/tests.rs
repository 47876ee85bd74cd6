//! Documents and variables through the whole stage.

use super::{samples, *};
use crate::schema::{
    Schema,
    juniper::{Limits, Reflection},
    sdl,
};

mod oracle;

fn loaded(source: &str) -> Result<Operation, Vec<RequestError>> {
    let schema = samples::schema();
    load(&schema, &samples::reflection(&schema), source, None)
}

#[test]
fn the_sdl_reads_as_it_was_written() {
    let schema = samples::schema();
    let printed = sdl(&schema);
    println!("{printed}");
    let again = samples::read(&printed);
    assert_eq!(sdl(&again), printed);
}

#[test]
fn first() {
    let schema = samples::schema();
    let reflection = samples::reflection(&schema);
    for source in [
        "{ album(albumId: 1) { titel } }",
        "{ album(albumId: \"x\") { title } }",
        "{ albums { title } }",
        "{ node(id: 1) { title ... on Albun { title } } }",
        "query($i: Nope = 1) { albums(first: $i) { nodes { title } } }",
        "{ __schema { queryType { nam } } }",
        "{ albums(filter: {title: {eq: \"a\\u0000\"}, statu: ACTIVE}) { nodes { title } } x: albums }",
        "query A { a: album(albumId: 1) { title } a: album(albumId: 2) { title } ...F } fragment F on Query { ...F } fragment G on Album { id }",
    ] {
        match load(&schema, &reflection, source, None) {
            Ok(operation) => println!("{source}\n   {operation:?}"),
            Err(errors) => {
                println!("{source}");
                for error in errors {
                    println!(
                        "   {:?} {error} [{:?}] {:?}",
                        error.locations.iter().map(|at| (at.line, at.column)).collect::<Vec<_>>(),
                        error.hint(),
                        error.code()
                    );
                }
            }
        }
    }
    let operation = load(&schema, &reflection, "query($n: String! = \"Album\") { __typename ...F ... @include(if: true) { t: __type(name: $n) { ...G } } } fragment F on Query { __schema { queryType { name } } albums { nodes { title } } } fragment G on __Type { name kind fields(includeDeprecated: true) { name isDeprecated deprecationReason } }", None).unwrap();
    println!("{:?}", operation.introspection);
    let variables = coerce_variables(&schema, &operation, &serde_json::Map::new()).unwrap();
    println!("{}", serde_json::to_string(&operation.introspect(&reflection, &variables).unwrap()).unwrap());
    println!("{}", serde_json::to_string(&reflection.introspection_json().unwrap()).unwrap().len());
}
