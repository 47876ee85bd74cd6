//! Whether an answer is what was expected, in the same order.

use super::evaluate::{Expected, Response};
use super::world::Entry;
use serde_json::Value;
use std::collections::HashMap;

/// More paths than these are not listed as truncated.
const MOST_TRUNCATED: usize = 100;

/// The first difference, in words.
pub(crate) fn difference(expected: &Response, answer: &Value) -> Option<String> {
    let mut comparison = Comparison { path: Vec::new(), cursors: HashMap::new(), rows: HashMap::new() };
    let data = answer.get("data").unwrap_or(&Value::Null);
    let different = comparison.compare(&expected.data, data);
    different.err().or_else(|| errors(expected, answer)).or_else(|| truncated(expected, answer))
}

struct Comparison {
    path: Vec<String>,
    /// The cursor of each row that had one, by what cursors are bound to.
    cursors: HashMap<(String, Entry), String>,
    /// The same the other way round.
    rows: HashMap<(String, String), Entry>,
}

impl Comparison {
    fn compare(&mut self, expected: &Expected, found: &Value) -> Result<(), String> {
        match (expected, found) {
            (Expected::Value(expected), found) if same(expected, found) => Ok(()),
            (Expected::Estimate, Value::Number(number)) if number.to_string().parse::<u32>().is_ok() => Ok(()),
            (Expected::Cursor(identity, entry), Value::String(text)) => self.cursor(identity, *entry, text),
            (Expected::List(items), Value::Array(found)) => {
                for (position, (item, found)) in items.iter().zip(found).enumerate() {
                    self.below(position.to_string(), item, found)?;
                }
                if items.len() == found.len() {
                    return Ok(());
                }
                Err(format!("{}: expected {} items, got {}", self.path.join("."), items.len(), found.len()))
            }
            (Expected::Object(entries), Value::Object(found)) => {
                let keys: Vec<&String> = entries.iter().map(|(key, _)| key).collect();
                let found_keys: Vec<&String> = found.keys().collect();
                if keys != found_keys {
                    return Err(format!("{}: expected the keys {keys:?}, got {found_keys:?}", self.path.join(".")));
                }
                entries
                    .iter()
                    .zip(found.values())
                    .try_for_each(|((key, value), found)| self.below(key.clone(), value, found))
            }
            (expected, found) => Err(format!("{}: expected {}, got {found}", self.path.join("."), describe(expected))),
        }
    }

    fn below(&mut self, step: String, expected: &Expected, found: &Value) -> Result<(), String> {
        self.path.push(step);
        let compared = self.compare(expected, found);
        self.path.pop();
        compared
    }

    fn cursor(&mut self, identity: &str, entry: Entry, text: &str) -> Result<(), String> {
        let row = (identity.to_owned(), entry);
        let known = self.cursors.entry(row).or_insert_with(|| text.to_owned());
        let owner = *self.rows.entry((identity.to_owned(), text.to_owned())).or_insert(entry);
        match known == text && owner == entry {
            true => Ok(()),
            false => Err(format!(
                "{}: the cursor of {entry:?} is {text} and {known}; {text} is also that of {owner:?}",
                self.path.join(".")
            )),
        }
    }
}

/// Numbers are the same however they are written: with every digit they are strings.
fn same(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Number(expected), Value::Number(found)) => {
            let number = |number: &serde_json::Number| number.to_string().parse::<f64>().ok();
            expected == found || number(expected) == number(found)
        }
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len() && expected.iter().zip(found).all(|(expected, found)| same(expected, found))
        }
        (expected, found) => expected == found,
    }
}

fn describe(expected: &Expected) -> String {
    match expected {
        Expected::Value(value) => value.to_string(),
        Expected::Object(_) => "an object".to_owned(),
        Expected::List(items) => format!("a list of {}", items.len()),
        Expected::Cursor(..) => "a cursor".to_owned(),
        Expected::Estimate => "an estimate".to_owned(),
    }
}

fn errors(expected: &Response, answer: &Value) -> Option<String> {
    let mut wanted: Vec<String> = expected.errors.iter().map(|path| Value::from(path.clone()).to_string()).collect();
    let list = answer.get("errors").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut found: Vec<String> = list.iter().map(|error| error["path"].to_string()).collect();
    wanted.sort();
    found.sort();
    (wanted != found).then(|| format!("expected errors at {wanted:?}, got {list:?}"))
}

fn truncated(expected: &Response, answer: &Value) -> Option<String> {
    let list = answer.pointer("/extensions/truncated").and_then(Value::as_array).cloned().unwrap_or_default();
    let text = |path: &Vec<Value>| Value::from(path.clone()).to_string();
    let wanted: Vec<String> = expected.truncated.iter().map(text).collect();
    let perhaps: Vec<String> = expected.perhaps_truncated.iter().map(text).collect();
    let found: Vec<String> = list.iter().map(Value::to_string).collect();
    let unexpected: Vec<_> = found.iter().filter(|path| !wanted.contains(path) && !perhaps.contains(path)).collect();
    let missing: Vec<_> = wanted.iter().filter(|path| !found.contains(path)).collect();
    let complete = found.len() == MOST_TRUNCATED || missing.is_empty();
    (!complete || !unexpected.is_empty())
        .then(|| format!("truncated: {missing:?} are missing, {unexpected:?} were not expected"))
}
