//! The corpus of documents: verdicts and messages beside each document, and what apollo-compiler says over the same SDL.
//!
//! A directory of `tests/cases/documents` is a schema: its own `schema.graphql`, or the SDL that the golden cases of the
//! same name keep. Its other files hold cases, each of them a document, a line `--- valid` or `--- invalid`, and then, up
//! to an empty line:
//!
//! - `apollo-compiler takes it: …` or `apollo-compiler refuses it: …`, where it does not agree with the verdict, with the
//!   reason (and the same for graphql-js, which `tests/clients.rs` asks);
//! - relata's errors, each as `1:5 message | hint`.
//!
//! `⟨FEFF⟩` stands for a character that would not be seen. `UPDATE=1` writes the errors anew; verdicts and reasons are
//! written by people.

use super::{line, samples};
use crate::{
    document::{RequestErrorKind, load},
    schema::{
        Schema,
        juniper::{Limits, Parser},
    },
};
use apollo_compiler::{ExecutableDocument, validation::Valid};
use std::{
    fs,
    path::{Path, PathBuf},
};

const ORACLE: &str = "apollo-compiler";

/// A document with what is written about it.
struct Case {
    /// As it stands in the file.
    written: String,
    is_valid: bool,
    /// Lines about those who do not agree.
    differences: Vec<String>,
    errors: Vec<String>,
}

/// A schema with the two that judge documents over it.
struct Judges {
    schema: Schema,
    parser: Parser,
    oracle: Valid<apollo_compiler::Schema>,
}

#[test]
fn verdicts_are_as_written_and_the_oracle_agrees_save_for_a_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/documents");
    let (mut valid, mut invalid, mut schemas) = (0, 0, 0);
    let mut wrong = Vec::new();
    for directory in entries(&root) {
        schemas += 1;
        let judges = Judges::of(&directory);
        for file in entries(&directory).into_iter().filter(|file| file.extension().is_some_and(|found| found == "txt"))
        {
            let text = fs::read_to_string(&file).unwrap();
            let mut cases = cases(&text);
            for case in &mut cases {
                *if case.is_valid { &mut valid } else { &mut invalid } += 1;
                wrong.extend(judges.differences(case).into_iter().map(|what| format!("{}: {what}", file.display())));
            }
            let expected: String = cases.iter().map(Case::print).collect::<Vec<_>>().join("\n");
            if expected != text {
                if std::env::var_os("UPDATE").is_some() {
                    fs::write(&file, expected).unwrap();
                } else {
                    wrong.push(format!(
                        "{}: the errors are not those that are written (UPDATE=1 writes them)",
                        file.display()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{} documents over {schemas} schemas, {invalid} of them invalid", valid + invalid);
    assert!(schemas >= 5 && valid + invalid >= 500 && invalid >= valid, "{schemas}: {valid} + {invalid}");
}

impl Judges {
    fn of(directory: &Path) -> Self {
        let own = directory.join("schema.graphql");
        let golden = || Path::new("tests/cases/api").join(directory.file_name().unwrap()).join("schema.graphql");
        let sdl = fs::read_to_string(if own.exists() { own } else { golden() }).unwrap();
        let schema = samples::read(&sdl);
        let parser = Parser::new(Limits::default());
        Self { parser, oracle: apollo_compiler::Schema::parse_and_validate(sdl, "schema.graphql").unwrap(), schema }
    }

    /// What is not as it is written. The errors of the case become those that are found.
    fn differences(&self, case: &mut Case) -> Vec<String> {
        let mut wrong = Vec::new();
        let source = case.source();
        let mut errors = load(&self.schema, &self.parser, &source, None).err().unwrap_or_default();
        // Which operation to run does not belong to the document.
        errors.retain(|error| !matches!(error.kind, RequestErrorKind::Operation { .. }));
        if errors.is_empty() != case.is_valid {
            wrong.push(format!("relata does not agree\n{}\n  {errors:?}", case.written));
        }
        case.errors = errors.iter().map(|error| format!("{} {}", error.code(), line(error))).collect();
        let verdict = ExecutableDocument::parse_and_validate(&self.oracle, &source, "document.graphql");
        let difference = match (case.is_valid, verdict.is_ok()) {
            (true, false) => Some(format!("{ORACLE} refuses it: ")),
            (false, true) => Some(format!("{ORACLE} takes it: ")),
            (true, true) | (false, false) => None,
        };
        let written = case.differences.iter().find(|difference| difference.starts_with(ORACLE));
        let agrees = match (&difference, written) {
            (None, None) => true,
            (Some(begin), Some(written)) => written.starts_with(begin) && written.len() > begin.len(),
            _ => false,
        };
        if !agrees {
            let said = verdict.err().map(|errors| errors.to_string()).unwrap_or_default();
            wrong.push(format!("{difference:?} is not {written:?}\n{}\n{said}", case.written));
        }
        wrong
    }
}

impl Case {
    fn source(&self) -> String {
        let mut source = String::new();
        let mut rest = self.written.as_str();
        while let Some((before, after)) = rest.split_once('⟨') {
            let (code, after) = after.split_once('⟩').unwrap();
            source.push_str(before);
            source.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
            rest = after;
        }
        source + rest
    }

    fn print(&self) -> String {
        let Self { written, is_valid, differences, errors } = self;
        let about: String = differences.iter().chain(errors).map(|line| format!("    {line}\n")).collect();
        format!("{written}\n--- {}\n{about}", if *is_valid { "valid" } else { "invalid" })
    }
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut lines = text.split('\n').peekable();
    let mut document = Vec::new();
    while let Some(line) = lines.next() {
        let Some(verdict) = line.strip_prefix("--- ") else {
            document.push(line);
            continue;
        };
        assert!(["valid", "invalid"].contains(&verdict), "{line}");
        let mut case = Case {
            written: document.join("\n"),
            is_valid: verdict == "valid",
            differences: Vec::new(),
            errors: Vec::new(),
        };
        document.clear();
        while let Some(line) = lines.next_if(|line| !line.is_empty()) {
            let line = line.trim_start().to_owned();
            let is_difference = line.contains(" takes it: ") || line.contains(" refuses it: ");
            if is_difference { &mut case.differences } else { &mut case.errors }.push(line);
        }
        // The empty line between two cases.
        lines.next();
        cases.push(case);
    }
    cases
}

/// What is in a directory, in the order of the names.
fn entries(directory: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}
