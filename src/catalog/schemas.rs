//! Which schemas are exposed.

use serde::Deserialize;

use super::load::{Exposure, LoadError};
use super::{Schema, nearest::nearest};

/// Yields a [`Row`] for each schema that is not PostgreSQL's own.
pub(super) const QUERY: &str = include_str!("../../introspect/schemas.sql");

/// A row of `introspect/schemas.sql`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    name: String,
    usable: bool,
    comment: Option<String>,
}

/// The schemas that `exposure` asks for, in its order and each once.
pub(super) fn expose(
    rows: Vec<Row>,
    exposure: &Exposure,
    search_path: &[String],
    role: &str,
) -> Result<Vec<Schema>, LoadError> {
    let asked = match &exposure.schemas {
        Some(asked) => asked.clone(),
        None => by_default(&rows, search_path),
    };
    let mut schemas: Vec<Schema> = Vec::new();
    for name in asked {
        let row = rows.iter().find(|row| row.name == name).ok_or_else(|| unknown(&name, &rows))?;
        if !row.usable {
            return Err(LoadError::UnusableSchema { name, role: role.to_owned(), usable: usable(&rows) });
        }
        if !schemas.iter().any(|schema| schema.name == name) {
            schemas.push(Schema { name, comment: row.comment.clone() });
        }
    }
    if schemas.is_empty() {
        return Err(LoadError::NoSchema { role: role.to_owned(), usable: usable(&rows) });
    }
    Ok(schemas)
}

/// Those of the `search_path`, which may also name PostgreSQL's own; `public` where an operator emptied it.
fn by_default(rows: &[Row], search_path: &[String]) -> Vec<String> {
    let is_usable = |name: &str| rows.iter().any(|row| row.usable && row.name == name);
    let found: Vec<String> = search_path.iter().filter(|name| is_usable(name)).cloned().collect();
    if found.is_empty() && is_usable("public") { vec!["public".to_owned()] } else { found }
}

fn unknown(name: &str, rows: &[Row]) -> LoadError {
    let existing: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    let nearest = nearest(name, existing.iter().map(String::as_str)).map(str::to_owned);
    LoadError::UnknownSchema { name: name.to_owned(), nearest, existing }
}

fn usable(rows: &[Row]) -> Vec<String> {
    rows.iter().filter(|row| row.usable).map(|row| row.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(schemas: Option<&[&str]>, search_path: &[&str]) -> String {
        let row = |name: &str, usable| Row { name: name.to_owned(), usable, comment: None };
        let rows = vec![row("public", true), row("sales", true), row("secret", false)];
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        match expose(rows, &Exposure { schemas: schemas.map(owned) }, &owned(search_path), "app") {
            Ok(schemas) => schemas.into_iter().map(|schema| schema.name).collect::<Vec<_>>().join(" "),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn schemas_are_those_asked_for_or_of_the_search_path() {
        assert_eq!(asked(Some(&["sales", "public", "sales"]), &["public"]), "sales public");
        assert_eq!(asked(None, &["pg_catalog", "sales"]), "sales");
        assert_eq!(asked(None, &[]), "public");
    }

    #[test]
    fn an_unknown_or_unusable_schema_is_named() {
        assert_eq!(
            asked(Some(&["sale"]), &[]),
            "schema \"sale\" does not exist; did you mean \"sales\"? There are: public, sales, secret"
        );
        assert_eq!(asked(Some(&["x"]), &[]), "schema \"x\" does not exist; there are: public, sales, secret");
        assert_eq!(
            asked(Some(&["secret"]), &[]),
            "role \"app\" may not use schema \"secret\"; GRANT USAGE ON SCHEMA to it, or choose among: public, sales"
        );
    }

    #[test]
    fn an_empty_choice_is_an_error() {
        assert!(asked(Some(&[]), &["public"]).starts_with("the search_path"), "{}", asked(Some(&[]), &[]));
    }
}
