//! `__schema` and `__type`, answered from the schema.
//!
//! juniper's executor answers them too, but not as graphql-js does: it lists scalars that nothing is of, describes no
//! directive, gives arguments other types, and would take the selections as a document of their own.
//!
//! The selections of an operation are made a tree of their own first, `select::Selected`, because the same few are
//! answered for hundreds of thousands of fields. Their JSON goes into the answer as it is made: what a schema of 5,000
//! tables has to tell takes a hundred megabytes.

mod kept;
mod select;
#[cfg(test)]
mod tests;
mod write;

pub(super) use kept::Kept;

use crate::{
    document::{self, Operation, Variables},
    schema::{Schema, juniper::Parser},
};
use indexmap::IndexMap;

/// Asks for everything.
const EVERYTHING: &str = include_str!("introspection/everything.graphql");

/// What `__schema` and `__type` give at the root of an operation: JSON by response key.
pub type Answers = IndexMap<String, Vec<u8>>;

/// What `__schema` and `__type` give at the root of an operation. Empty if it does not ask for them.
pub fn answers(schema: &Schema, operation: &Operation, variables: &Variables) -> Answers {
    if !operation.introspects {
        return Answers::new();
    }
    let roots = select::roots(schema, operation, variables);
    let answer = |root: &select::Root<'_>| {
        let mut out = write::Out::whole();
        write::root(schema, root, &mut out);
        (root.key.to_owned(), out.bytes)
    };
    // Another stage knows the name of the root type.
    roots.iter().filter(|root| !matches!(root.entrance, select::Entrance::Typename)).map(answer).collect()
}

/// All that introspection can tell: the JSON of an object.
///
/// # Errors
/// If the limits are too low for the query that asks for it.
pub fn everything(schema: &Schema, parser: &Parser) -> Result<Vec<u8>, Vec<document::RequestError>> {
    let operation = document::load(schema, parser, EVERYTHING, None)?;
    let mut out = write::Out::whole();
    write::data(schema, &select::roots(schema, &operation, &Variables::default()), &mut out);
    Ok(out.bytes)
}
