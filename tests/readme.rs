//! What the README and `docs/` say is so: their queries give the printed answers and statements, the demo says what is in
//! the transcript, tables name every option and every error code, and links lead somewhere.
//!
//! A block of `graphql` that is followed by one of `json` is asked of the example database; a block of `sql` after that is
//! the one statement which the database received. `UPDATE=1` writes answers and statements anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;

use regex::Regex;
use relata::{
    catalog::load::Exposure,
    execute::Session,
    naming,
    response::engine::{Engine, Options, Request, Sharing},
    schema::PageSizes,
};
use running::Running;
use serde_json::Value;
use std::{collections::BTreeSet, fs, ops::Range, path::Path, process::Command, time::Duration};
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
    for path in ["README.md", "docs/api.md", "docs/architecture.md"] {
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
    assert!(asked >= 11, "only {asked} queries were found");
}

/// The demo says the same, save for times, versions and the port, and what is pasted is answered so.
#[test]
fn the_transcript_is_the_demos() {
    let readme = fs::read_to_string("README.md").unwrap();
    let blocks = blocks(&readme);
    let transcript = blocks.iter().find(|block| block.language == "console").unwrap();
    let transcript = readme[transcript.inside.clone()].strip_prefix("$ relata demo\n").unwrap();
    let (printed, pasted) = transcript.split_once("\n$ ").unwrap();

    let mut command = support::relata();
    command.arg("demo");
    let mut demo = Running::start(command);
    let told = demo.wait_for("Ctrl-C");
    let told = &told[told.find("relata ").unwrap()..];
    let numbers = Regex::new(r"[0-9]+(\.[0-9]+)*( m?s\b)?").unwrap();
    let without_numbers = |text: &str| numbers.replace_all(text.trim_end(), "0").into_owned();
    assert_eq!(without_numbers(printed), without_numbers(told));
    let steady = |text: &str| text.lines().find(|line| line.contains("found")).map(str::to_owned);
    assert_eq!(steady(printed), steady(told));

    let curl = &printed[printed.find("curl").unwrap()..printed.find("  yours").unwrap()];
    let (shown, answer) = pasted.split_once("\n{").unwrap();
    assert_eq!(without_spaces(shown), without_spaces(curl), "what is pasted is what was offered");
    let elsewhere = shown.replace("127.0.0.1:4000", &demo.address);
    let output = Command::new("sh").args(["-c", &elsewhere]).output().unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    let begin = format!("{{{}", answer.trim_end().trim_end_matches('…'));
    assert!(output.starts_with(&begin), "{begin}\n{output}");
}

/// Every file that a document names is there, and every heading.
#[test]
fn links_lead_somewhere() {
    let link = Regex::new(r"\]\(([^)\s]+)\)").unwrap();
    let documents = fs::read_dir("docs").unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut count = 0;
    for document in documents.chain(["README.md".into()]) {
        let text = fs::read_to_string(&document).unwrap();
        for target in link.captures_iter(&text).map(|found| found[1].to_owned()) {
            if target.starts_with("https://") {
                continue;
            }
            let (file, heading) = target.split_once('#').unwrap_or((&target, ""));
            let path =
                if file.is_empty() { document.clone() } else { document.parent().unwrap_or(Path::new("")).join(file) };
            assert!(path.exists(), "{}: {target}", document.display());
            let anchor =
                |line: &str| line.trim_start_matches(['#', ' ']).to_lowercase().replace(' ', "-").replace('`', "");
            let found = || {
                fs::read_to_string(&path).unwrap().lines().any(|line| line.starts_with('#') && anchor(line) == heading)
            };
            assert!(heading.is_empty() || found(), "{}: no heading for {target}", document.display());
            count += 1;
        }
    }
    assert!(count > 15, "only {count} links were found");
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().filter(|word| *word != "\\").collect::<Vec<_>>().join(" ")
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
        sharing: Sharing::Answers,
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
    let body = engine.answer(request, &Session::anonymous()).await.body().await.unwrap();
    serde_json::from_slice(&body).unwrap()
}
