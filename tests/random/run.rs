//! Runs random documents against an engine and the evaluator, and shrinks what differs.

use super::compare::difference;
use super::coverage::Coverage;
use super::cursors::{self, Wanted, put};
use super::data::Data;
use super::document::Document;
use super::evaluate::evaluate;
use super::generate::Generator;
use super::page::DEFAULT_SIZE;
use super::rng::Rng;
use super::shrink::smaller;
use super::world::World;
use crate::{databases, engine, support::TestDatabase};
use relata::execute::Session;
use relata::response::Explanation;
use relata::response::engine::{Engine, Request};
use relata::schema::PageSizes;
use serde_json::Value;
use std::time::{Duration, Instant};

/// How often each feature has to be generated.
const LEAST: usize = 50;
/// From how many documents on.
const ENOUGH: usize = 2000;
/// How many times as many documents are asked at most, where a database has little of a feature.
const MOST: u64 = 3;
/// How many smaller documents are tried at most.
const MOST_TRIES: usize = 3000;

/// A document whose answer is not what was expected.
struct Failure {
    document: Document,
    what: String,
    /// Whether the document was refused, which is another thing than a wrong answer.
    refused: bool,
}

struct Runner<'r> {
    engine: &'r Engine,
    world: World<'r>,
}

/// How many documents are asked for: `RELATA_RANDOM`, else enough.
fn documents() -> usize {
    std::env::var("RELATA_RANDOM").map_or(ENOUGH, |text| text.parse().expect("RELATA_RANDOM is a number of documents"))
}

/// Where the documents begin: `RELATA_RANDOM_SEED`, else what it always is.
fn seed() -> u64 {
    std::env::var("RELATA_RANDOM_SEED").map_or(1, |text| text.parse().expect("RELATA_RANDOM_SEED is a number"))
}

/// Runs documents against `database`, and fails at the first answer that is not right.
pub(crate) async fn random(name: &str, database: &TestDatabase) {
    let begun = Instant::now();
    let mut options = engine::options(database);
    options.page_sizes = PageSizes { default: u32::try_from(DEFAULT_SIZE).unwrap(), maximum: None };
    options.statement_timeout = Duration::from_secs(120);
    let engine = Engine::start(options).await.unwrap();
    let data = Data::read(&database.url(), engine.schema()).await;
    let read = begun.elapsed();
    let runner = Runner { engine: &engine, world: World { schema: engine.schema(), data: &data } };
    let (seed, documents) = (seed(), documents());
    let mut coverage = Coverage::default();
    let only: Option<u64> = std::env::var("RELATA_RANDOM_ONLY").ok().and_then(|text| text.parse().ok());
    let numbers = only.map_or(0..documents as u64 * MOST, |number| number..number + 1);
    let mut checked = 0;
    for number in numbers {
        // What a database has little of comes up seldom: then more documents are asked.
        let is_enough =
            checked >= documents && (documents < ENOUGH || coverage.missing(runner.world, LEAST).is_empty());
        if is_enough && only.is_none() {
            break;
        }
        checked += 1;
        let (generated, failure) = runner.document(seed, number).await;
        coverage.add(&generated);
        if let Some(failure) = failure {
            panic!("{name}, seed {seed}, document {number}:\n{}", runner.report(failure).await);
        }
    }
    println!(
        "{name}: {checked} documents with seed {seed} in {:.1} s, after {:.1} s of reading",
        (begun.elapsed() - read).as_secs_f64(),
        read.as_secs_f64()
    );
    if documents >= ENOUGH && only.is_none() {
        let missing = coverage.missing(runner.world, LEAST);
        assert!(missing.is_empty(), "{name}: generated less than {LEAST} times: {missing:?}");
    }
}

/// The example, or a dump by its name.
pub(crate) async fn random_dump(dump: &std::path::Path) {
    random(&databases::name(dump), &databases::restored(dump)).await;
}

impl Runner<'_> {
    async fn document(&self, seed: u64, number: u64) -> (Coverage, Option<Failure>) {
        let mut generator = Generator::new(self.world, Rng::new(seed, number));
        generator.generate();
        let Generator { mut document, wanted, coverage, .. } = generator;
        if !wanted.is_empty() {
            match self.cursors(&wanted).await {
                Ok(texts) => texts.iter().enumerate().for_each(|(number, text)| put(&mut document, number, text)),
                Err(failure) => return (coverage, Some(failure)),
            }
        }
        let failure = self.check(&document).await;
        (coverage, failure.map(|(what, refused)| Failure { document, what, refused }))
    }

    /// The cursors that a document needs: the first document to be checked.
    async fn cursors(&self, wanted: &[Wanted]) -> Result<Vec<String>, Failure> {
        let (document, pointers) = cursors::document(self.world, wanted);
        if let Some((what, refused)) = self.check(&document).await {
            return Err(Failure { document, what, refused });
        }
        let answer = self.ask(&document).await;
        let text = |pointer: &String| answer["data"].pointer(pointer).and_then(Value::as_str).unwrap().to_owned();
        Ok(pointers.iter().map(text).collect())
    }

    async fn ask(&self, document: &Document) -> Value {
        engine::ask(self.engine, &document.text(), None, &document.given()).await
    }

    /// What is wrong with the answer, and whether the document was refused.
    async fn check(&self, document: &Document) -> Option<(String, bool)> {
        let answer = self.ask(document).await;
        if answer.get("data").is_none() {
            return Some((format!("it was refused: {}", answer["errors"]), true));
        }
        let expected = evaluate(self.world, document);
        difference(&expected, &answer).map(|what| (what, false))
    }

    /// The smallest document found that fails likewise, with all that one needs to know of it.
    async fn report(&self, mut failure: Failure) -> String {
        let mut tries = 0;
        'smaller: loop {
            for document in smaller(&failure.document) {
                tries += 1;
                if tries > MOST_TRIES {
                    break 'smaller;
                }
                let answer = self.ask(&document).await;
                let refused = answer.get("data").is_none();
                if refused != failure.refused || (refused && !failure.what.ends_with(&answer["errors"].to_string())) {
                    continue;
                }
                // A field that is refused for an argument of another one that was left out is no smaller failure.
                let had_errors = failure.what.contains("errors at");
                if !refused && !had_errors && answer.get("errors").is_some() {
                    continue;
                }
                if let Some((what, refused)) = self.check(&document).await {
                    failure = Failure { document, what, refused };
                    continue 'smaller;
                }
            }
            break;
        }
        let document = &failure.document;
        let answer = self.ask(document).await;
        let expected =
            if failure.refused { String::new() } else { evaluate(self.world, document).data.shown().to_string() };
        let sql = self.engine.explain(&request(document), &Session::anonymous());
        let sql = match sql {
            Ok(Explanation { call: Some(call), .. }) => format!("{}\nwith {:?}", call.text, call.parameters),
            Ok(Explanation { call: None, .. }) => "no statement".to_owned(),
            Err(errors) => format!("{errors:?}"),
        };
        let (text, given) = (document.text(), document.given());
        format!("{}\n\n{text}\n{given}\n\nexpected {expected}\n\ngot {answer}\n\n{sql}", failure.what)
    }
}

fn request(document: &Document) -> Request {
    Request {
        query: document.text(),
        operation_name: None,
        variables: Some(serde_json::value::to_raw_value(&document.given()).unwrap()),
        request_id: None,
        only_queries: false,
    }
}
