//! What the README and `docs/` say is so: their queries give the printed answers and statements, and their tables name
//! every option and every error code.
//!
//! A block of `graphql` that is followed by one of `json` is asked of the example database; a block of `sql` after that is
//! the one statement which the database received. `UPDATE=1` writes answers and statements anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use relata::{
    catalog::load::Exposure,
    execute::Session,
    naming,
    response::engine::{Answer, Engine, Options, Request},
    schema::PageSizes,
};
use serde_json::Value;
use std::{collections::BTreeSet, fs, ops::Range, time::Duration};
use support::TestDatabase;

const SCHEMA: &str = include_str!("../examples/nightrail/schema.sql");
const SEED: &str = include_str!("../examples/nightrail/seed.sql");

/// The longest line of an answer that is written anew.
const WIDTH: usize = 100;

#[tokio::test]
async fn queries_give_the_printed_answers() {
    let database = support::database(&[SCHEMA, SEED]);
    let engine = start(&database).await;
    let mut asked = 0;
    for path in ["README.md", "docs/architecture.md"] {
        let text = fs::read_to_string(path).unwrap();
        let blocks = blocks(&text);
        let mut corrections = Vec::new();
        for (index, query) in blocks.iter().enumerate().filter(|(_, block)| block.language == "graphql") {
            let following = |distance: usize, language| {
                blocks.get(index + distance).filter(|block: &&Block| block.language == language)
            };
            let Some(answer) = following(1, "json") else { continue };
            let mark = database.mark();
            let actual = ask(&engine, &text[query.inside.clone()]).await;
            asked += 1;
            // The layout is free, the order of keys is not.
            let printed: Option<Value> = serde_json::from_str(&text[answer.inside.clone()]).ok();
            if printed.is_none_or(|printed| flat(&printed) != flat(&actual)) {
                corrections.push((answer.inside.clone(), layout(&actual, 0)));
            }
            let (Some(mark), Some(printed)) = (mark, following(2, "sql")) else { continue };
            let statements = database.statements_since(&mark);
            assert_eq!(statements.len(), 1, "{path}: {statements:?}");
            let format = sqlformat::FormatOptions::default();
            let actual = sqlformat::format(&statements[0].text, &sqlformat::QueryParams::None, &format);
            if text[printed.inside.clone()].trim_end() != actual {
                corrections.push((printed.inside.clone(), actual));
            }
        }
        correct(path, text, &corrections);
    }
    assert!(asked >= 5, "only {asked} queries were found");
}

#[test]
fn every_option_is_in_the_table() {
    let readme = fs::read_to_string("README.md").unwrap();
    let helps = ["serve", "demo", "schema", "explain", "fetch", "health", "completions", "man"].map(|command| {
        let output = support::relata().args([command, "--help"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    });
    let words = |text: &str| -> BTreeSet<String> {
        let flag = |word: &&str| {
            word.trim_start_matches('-').len() > 1 && (word.starts_with("--") || word.starts_with("RELATA_"))
        };
        let not_part = |character: char| !(character.is_ascii_alphanumeric() || matches!(character, '-' | '_'));
        text.split(not_part).filter(flag).map(str::to_owned).collect()
    };
    let there: BTreeSet<String> = helps.iter().flat_map(|help| words(help)).filter(|word| word != "--help").collect();
    let table = section(&readme, "## Options");
    assert_eq!(words(table), there);
}

#[test]
fn every_error_code_is_in_the_table() {
    let readme = fs::read_to_string("README.md").unwrap();
    let sources = ["document/error.rs", "execute/database_error.rs", "response/error.rs", "server/http_error.rs"]
        .map(|file| fs::read_to_string(format!("src/{file}")).unwrap());
    let codes = |text: &str, quote: char| -> BTreeSet<String> {
        let is_code = |part: &&str| {
            part.len() > 4
                && part.starts_with(|character: char| character.is_ascii_uppercase())
                && part.chars().all(|character| character.is_ascii_uppercase() || character == '_')
        };
        text.split(quote).filter(is_code).map(str::to_owned).collect()
    };
    let there: BTreeSet<String> = sources.iter().flat_map(|source| codes(source, '"')).collect();
    assert!(there.contains("INVALID_CURSOR") && there.contains("STOPPING"), "{there:?}");
    assert_eq!(codes(section(&readme, "## Error codes"), '`'), there);
}

/// A fenced block of Markdown.
struct Block<'a> {
    language: &'a str,
    inside: Range<usize>,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let (mut open, mut offset) = (None, 0);
    for line in text.split_inclusive('\n') {
        if let Some(language) = line.strip_prefix("```") {
            open = match open {
                None => Some((language.trim_end(), offset + line.len())),
                Some((language, begin)) => {
                    blocks.push(Block { language, inside: begin..offset });
                    None
                }
            };
        }
        offset += line.len();
    }
    assert!(open.is_none(), "a block is not closed");
    blocks
}

/// From a heading to the next one.
fn section<'a>(text: &'a str, heading: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("{heading} is missing"));
    rest.split("\n## ").next().unwrap()
}

/// Writes what is right, or fails.
fn correct(path: &str, mut text: String, corrections: &[(Range<usize>, String)]) {
    let Some((range, right)) = corrections.first() else { return };
    let line = text[..range.start].lines().count() + 1;
    assert!(std::env::var_os("UPDATE").is_some(), "{path}:{line} should be (UPDATE=1 writes it):\n{right}");
    for (range, right) in corrections.iter().rev() {
        text.replace_range(range.clone(), &format!("{right}\n"));
    }
    fs::write(path, text).unwrap();
}

/// JSON as people write it: what fits stands on one line.
fn layout(value: &Value, indent: usize) -> String {
    let flat = flat(value);
    let inner = indent + 2;
    let entries: Vec<String> = match value {
        // One entry needs no lines of its own for the braces.
        Value::Object(map) if map.len() == 1 && indent + flat.len() > WIDTH => {
            let entries =
                map.iter().map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), layout(value, indent)));
            return format!("{{ {} }}", entries.collect::<String>());
        }
        Value::Object(map) if indent + flat.len() > WIDTH => map
            .iter()
            .map(|(key, value)| format!("{:inner$}{}: {}", "", Value::from(key.as_str()), layout(value, inner)))
            .collect(),
        Value::Array(list) if indent + flat.len() > WIDTH => {
            list.iter().map(|value| format!("{:inner$}{}", "", layout(value, inner))).collect()
        }
        _ => return flat,
    };
    let (open, close) = if value.is_object() { ('{', '}') } else { ('[', ']') };
    format!("{open}\n{}\n{:indent$}{close}", entries.join(",\n"), "")
}

fn flat(value: &Value) -> String {
    match value {
        Value::Object(map) if !map.is_empty() => {
            let entries = map.iter().map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), flat(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(flat).collect::<Vec<_>>().join(", ")),
        value => value.to_string(),
    }
}

async fn start(database: &TestDatabase) -> Engine {
    let options = Options {
        database: database.url().parse().unwrap(),
        exposure: Exposure { schemas: None },
        naming: naming::Options::default(),
        page_sizes: PageSizes { default: 100, maximum: Some(1000) },
        connections: 1,
        statement_timeout: Duration::from_secs(30),
        log_sql: false,
        explains: false,
    };
    let engine = Engine::start(options).await.unwrap();
    // The first connection is prepared before statements are counted.
    assert!(engine.ready().await);
    engine
}

async fn ask(engine: &Engine, query: &str) -> Value {
    let request = Request {
        query: query.to_owned(),
        operation_name: None,
        variables: None,
        request_id: None,
        only_queries: false,
    };
    let body = match engine.answer(request, &Session::anonymous()).await {
        Answer::Complete(body) | Answer::Refused(body) | Answer::NotAllowed(body) => body,
        Answer::Stream(mut parts) => {
            let mut body = Vec::new();
            while let Some(part) = parts.recv().await {
                body.extend(part.unwrap());
            }
            body
        }
    };
    serde_json::from_slice(&body).unwrap()
}
