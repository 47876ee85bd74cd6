//! The databases of `relata demo`: one row each.

use super::values::Expected;
use crate::execute::{embedded::load_sql, error::StartupError};

/// A database to try relata with.
#[derive(Debug)]
pub(crate) struct Example {
    /// Its name, also on the command line.
    pub(crate) name: &'static str,
    /// A query to begin with.
    pub(crate) query: &'static str,
    /// Operations that show what can be asked.
    pub(crate) tour: &'static str,
    /// An operation with a mistake, to show what is said about it.
    pub(crate) mistake: &'static str,
    schema: &'static str,
    seed: &'static str,
}

const EXAMPLES: &[Example] = &[
    Example {
        name: "nightrail",
        query: "{ trains(first: 3) { nodes { name origin { name } destination { name } } } }",
        tour: include_str!("../../examples/nightrail/tour.graphql"),
        mistake: include_str!("../../examples/nightrail/mistake.graphql"),
        schema: include_str!("../../examples/nightrail/schema.sql"),
        seed: include_str!("../../examples/nightrail/seed.sql"),
    },
    Example {
        name: "oddities",
        query: "{ sheepList(first: 3) { nodes { fleece mother { fleece } } } }",
        tour: include_str!("../../examples/oddities/tour.graphql"),
        mistake: include_str!("../../examples/oddities/mistake.graphql"),
        schema: include_str!("../../examples/oddities/schema.sql"),
        seed: include_str!("../../examples/oddities/seed.sql"),
    },
];

const NAME: Expected = Expected("nightrail or oddities");

impl Default for &Example {
    fn default() -> Self {
        &EXAMPLES[0]
    }
}

impl Example {
    /// The example of this name.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub(crate) fn named(name: &str) -> Result<&'static Self, Expected> {
        EXAMPLES.iter().find(|example| example.name == name).ok_or(NAME)
    }

    /// Creates and fills it. `server` is the URL of another database of the same server.
    ///
    /// # Errors
    ///
    /// If a script fails.
    pub(crate) async fn create(&self, server: &str, database: &str) -> Result<(), StartupError> {
        let name = self.name;
        load_sql(server, "create the example database", &format!("CREATE DATABASE {name}")).await?;
        load_sql(database, &format!("examples/{name}/schema.sql"), self.schema).await?;
        load_sql(database, &format!("examples/{name}/seed.sql"), self.seed).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_named_where_one_is_expected() {
        let names: Vec<&str> = EXAMPLES.iter().map(|example| example.name).collect();
        assert_eq!(NAME.0, names.join(" or "));
        assert_eq!(Example::named("oddities").map(|example| example.name), Ok("oddities"));
        assert_eq!(Example::named("nothing").map(|example| example.name), Err(NAME));
    }
}
