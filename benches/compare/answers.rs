//! Whether all sides give the same answer: a wrong one must not be fast.

use crate::{Outcome, setting::Database, shapes::Shape};
use relata::execute::statement::trusted;
use serde_json::{Value, json};
use sqlx::{ConnectOptions, Row};
use std::{collections::BTreeSet, fs};

/// The body of the request that asks for a shape.
pub(crate) async fn body(shape: &Shape, url: &str, ending: &str) -> Outcome<String> {
    let mut variables = match fs::read_to_string(shape.file("variables.json")) {
        Ok(text) => serde_json::from_str(&text)?,
        Err(_) => json!({}),
    };
    if let Some((query, pointer)) = shape.cursor {
        let answer = ask(url, &json!({ "query": query }).to_string()).await?;
        variables["after"] = answer.pointer(pointer).cloned().ok_or("there is no cursor")?;
    }
    Ok(json!({ "query": fs::read_to_string(shape.file(ending))?, "variables": variables }).to_string())
}

/// An answer without errors.
pub(crate) async fn ask(url: &str, body: &str) -> Outcome<Value> {
    let request = reqwest::Client::new().post(url).header("content-type", "application/json").body(body.to_owned());
    let answer: Value = serde_json::from_slice(&request.send().await?.bytes().await?)?;
    if answer["data"].is_null() || answer.get("errors").is_some() {
        return Err(format!("{}: {}", excerpt(body), excerpt(&answer)).into());
    }
    Ok(answer)
}

/// Compares relata's answer with the JSON made by hand, and with the rows.
pub(crate) async fn compare(shape: &Shape, database: &Database, url: &str, body: &str) -> Outcome<()> {
    let answer = without_cursors(&ask(url, body).await?["data"]);
    let mut connection = database.options(shape.database)?.connect().await?;
    let by_hand = trusted(statement(shape, "json.sql")?);
    let by_hand = sqlx::query(by_hand).fetch_one(&mut connection).await?;
    let by_hand: Value = serde_json::from_str(by_hand.try_get_raw(0)?.as_str().map_err(|error| error.to_string())?)?;
    if without_cursors(&by_hand) != answer {
        let (by_hand, answer) = (excerpt(&by_hand), excerpt(&answer));
        return Err(format!("shape {}: JSON by hand is {by_hand}, but relata says {answer}", shape.name).into());
    }
    let rows = format!("SELECT CAST(row_to_json(q) AS text) FROM ({}) q", statement(shape, "rows.sql")?);
    let mut found = BTreeSet::new();
    let rows = sqlx::query(trusted(rows)).fetch_all(&mut connection).await?;
    let expected = flattened(&answer) + shape.surplus;
    if rows.len() != expected {
        return Err(format!("shape {}: there are {} rows instead of {expected}", shape.name, rows.len()).into());
    }
    for row in rows {
        let row: Value = serde_json::from_str(row.try_get_raw(0)?.as_str().map_err(|error| error.to_string())?)?;
        leaves(&row, &mut found);
    }
    let mut expected = BTreeSet::new();
    leaves(&answer, &mut expected);
    match expected.difference(&found).next() {
        Some(missing) => Err(format!("shape {}: the rows lack {missing}", shape.name).into()),
        None => Ok(()),
    }
}

/// The beginning of what may be a long text.
pub(crate) fn excerpt(text: &(impl ToString + ?Sized)) -> String {
    const LENGTH: usize = 1000;
    let text = text.to_string();
    if text.chars().count() <= LENGTH { text } else { text.chars().take(LENGTH).chain(" …".chars()).collect() }
}

/// How many rows a statement returns.
pub(crate) async fn count(database: &Database, name: &str, statement: &str) -> Outcome<u64> {
    let mut connection = database.options(name)?.connect().await?;
    Ok(sqlx::query(trusted(statement.to_owned())).fetch_all(&mut connection).await?.len().try_into()?)
}

/// A script of pgbench as PostgreSQL reads it: with the values of its variables.
fn statement(shape: &Shape, ending: &str) -> Outcome<String> {
    let script = fs::read_to_string(shape.file(ending))?;
    let (settings, lines): (Vec<_>, Vec<_>) = script.lines().partition(|line| line.starts_with('\\'));
    let mut statement = lines.join("\n");
    for setting in settings {
        let mut words = setting.split_whitespace().skip(1);
        if let (Some(name), Some(value)) = (words.next(), words.next()) {
            statement = statement.replace(&format!(":{name}"), value);
        }
    }
    Ok(statement)
}

/// Cursors and ids are opaque: each side has its own.
pub(crate) fn without_cursors(value: &Value) -> Value {
    without(value, is_cursor)
}

pub(crate) fn is_cursor(key: &str) -> bool {
    key.to_lowercase().ends_with("cursor")
}

/// A value without the fields of these keys, at any depth.
pub(crate) fn without(value: &Value, left_out: fn(&str) -> bool) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(key, _)| !left_out(key));
            kept.map(|(key, value)| (key.clone(), without(value, left_out))).collect()
        }
        Value::Array(items) => items.iter().map(|item| without(item, left_out)).collect(),
        value => value.clone(),
    }
}

/// All texts and numbers of a value, as texts.
fn leaves(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.values().for_each(|value| leaves(value, found)),
        Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
        Value::String(text) => drop(found.insert(text.clone())),
        Value::Number(number) => drop(found.insert(number.to_string())),
        Value::Null | Value::Bool(_) => {}
    }
}

/// The rows of an answer as LEFT JOINs of all its levels have them: an object without children is a row, too.
fn flattened(data: &Value) -> usize {
    let fields = data.as_object().into_iter().flat_map(|fields| fields.values());
    fields.map(|field| list(field).map_or(1, |items| items.iter().map(rows).sum())).sum()
}

fn rows(item: &Value) -> usize {
    let fields = item.get("node").unwrap_or(item).as_object().into_iter().flat_map(|fields| fields.values());
    fields.filter_map(list).map(|items| items.iter().map(rows).sum::<usize>()).sum::<usize>().max(1)
}

/// The items of a list, or of a connection.
fn list(field: &Value) -> Option<&Vec<Value>> {
    field.as_array().or_else(|| field.get("nodes").or_else(|| field.get("edges"))?.as_array())
}
