//! `relata demo`: it works where other databases are named, answers what it invites to, and leaves nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod running;
mod support;

use running::Running;
use serde_json::Value;
use std::{collections::BTreeMap, process::Command};

#[test]
fn demo_serves_its_own_database_and_nothing_else() {
    let mut command = support::relata();
    command.arg("demo").envs([
        ("DATABASE_URL", "postgres://nobody@nohost.invalid/nothing"),
        ("RELATA_DATABASE_URL", "nonsense"),
        ("PGHOST", "nohost.invalid"),
        ("PGPORT", "1"),
        ("PGOPTIONS", "-c no_such_setting=1"),
        ("PGSSLMODE", "verify-full"),
    ]);
    let mut demo = Running::start(command);
    let told = demo.wait_for("Ctrl-C");
    assert!(told.contains("database nightrail on PostgreSQL "), "{told}");

    let curl = &told[told.find("curl").unwrap()..told.find("  yours").unwrap()];
    let pasted = Command::new("sh").args(["-c", curl]).output();
    let answer = String::from_utf8(pasted.unwrap().stdout).unwrap();
    assert!(answer.starts_with(r#"{"data":{"trains":{"nodes":[{"name":"#), "{curl}: {answer}");

    let tabs = demo.send("GET", "/page/config.json", &[], b"").body;
    let tabs: Value = serde_json::from_str(&tabs).unwrap();
    let tabs = tabs["tabs"].as_array().unwrap();
    let mut answers = BTreeMap::new();
    for tab in tabs {
        let answer = demo.post(&serde_json::json!({ "query": tab["query"] }).to_string()).body;
        let answer: Value = serde_json::from_str(&answer).unwrap();
        for line in tab["query"].as_str().unwrap().lines() {
            assert!(line.len() <= 50, "the buttons of GraphiQL cover the end of this line: {line}");
        }
        if tab["title"] == "Mistake" {
            assert_eq!(answer["errors"][0]["extensions"]["hint"], "Did you mean `name`?", "{answer}");
            continue;
        }
        assert!(answer["errors"].is_null(), "{}: {answer}", tab["title"]);
        let explanation = &answer["extensions"]["explain"];
        assert_eq!(explanation["statements"], 1, "{}: {explanation}", tab["title"]);
        assert!(explanation["statementsWithoutBatching"].as_i64() > Some(1), "{}: {explanation}", tab["title"]);
        answers.insert(tab["title"].as_str().unwrap(), answer["data"].clone());
    }
    assert_tour_shows_what_it_promises(&answers);

    demo.signal("INT");
    assert_eq!(demo.wait().code(), Some(0), "{}", demo.stderr());
    assert_eq!(demo.stdout(), "");
    let directory = format!("demo-{}-", demo.id());
    assert_eq!(processes_with(&directory), Vec::<String>::new());
}

/// What the words above the tabs say is in their answers.
fn assert_tour_shows_what_it_promises(answers: &BTreeMap<&str, Value>) {
    let nodes = |value: &Value| value["nodes"].as_array().unwrap().clone();
    let departures = &nodes(&answers["Network"]["companies"])[0]["trains"]["nodes"][0]["departures"];
    assert_eq!(nodes(departures).len(), 2, "three levels: {}", answers["Network"]);
    let late = nodes(&answers["LateTrains"]["trains"]);
    assert!(!late.is_empty() && late.iter().all(|train| train["origin"]["country"]["name"] == "Norvane"), "{late:?}");

    let walk = &answers["Walk"];
    assert!(walk["stations"]["totalCount"].as_i64() > Some(4), "{walk}");
    assert!(nodes(&walk["stations"]).iter().all(|station| station["elevationM"].is_string()), "{walk}");
    assert!(nodes(&walk["end"]).iter().all(|station| station["elevationM"].is_null()), "NULLs are last: {walk}");

    let ids = &answers["NodeIds"];
    assert!(ids["train"]["id"].is_string() && ids["train"]["id"] == ids["again"]["id"], "{ids}");
    let aliases = answers["TenAliases"].as_object().unwrap();
    assert!(aliases.len() == 10 && aliases["monday"]["origin"]["name"].is_string(), "{aliases:?}");
    let longest = nodes(&answers["EveryDigit"]["segments"])
        .into_iter()
        .map(|segment| segment["surveyedKm"].as_str().unwrap().bytes().filter(u8::is_ascii_digit).count());
    assert!(longest.max() >= Some(30), "{}", answers["EveryDigit"]);
}

/// Two at once, and nobody chose a port: each has its own. All of what they say is the log's if that is JSON.
#[test]
fn demo_takes_a_free_port() {
    let start = || {
        let mut command = support::relata();
        command.args(["demo", "--log-format", "json"]);
        Running::start_as_it_is(command)
    };
    let (first, second) = (start(), start());
    assert_ne!(first.address, second.address);
    for demo in [&first, &second] {
        assert_eq!(demo.post(r#"{"query": "{ trains { totalCount } }"}"#).status, 200);
        for line in demo.stderr().lines() {
            serde_json::from_str::<Value>(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        }
    }
}

/// The command lines of running processes that name `text`.
fn processes_with(text: &str) -> Vec<String> {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let lines = processes.filter_map(|process| std::fs::read(process.path().join("cmdline")).ok());
    lines.map(|line| String::from_utf8_lossy(&line).replace('\0', " ")).filter(|line| line.contains(text)).collect()
}
