//! What is not the hot path: the start, a document never seen, the first request of a connection.

use crate::{
    Outcome, answers, flags, machine, program,
    report::median,
    setting::{Database, Server},
};
use serde_json::json;
use std::time::Instant;

const TIMES: usize = 15;
const DOCUMENTS: usize = 300;

/// Prints the table.
pub(crate) async fn run() -> Outcome<()> {
    let database = Database::start(false)?;
    database.load("shop").await?;
    let url = database.url("shop");
    let query = json!({ "query": "{ track(trackId: 2500) { name album { title } } }" }).to_string();

    let mut starts = Vec::new();
    for _ in 0..TIMES {
        let begun = Instant::now();
        let server = Server::start(&program(), &url, flags("shop"))?;
        answers::ask(&server.url, &query).await?;
        starts.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    println!("start of the process to the first answer: {:.0} ms", median(starts.into_iter()).unwrap_or_default());

    let server = Server::start(&program(), &url, flags("shop"))?;
    let client = reqwest::Client::new();
    let ask = async |body: String| -> Outcome<f64> {
        let begun = Instant::now();
        let request = client.post(&server.url).header("content-type", "application/json").body(body);
        request.send().await?.error_for_status()?.bytes().await?;
        Ok(begun.elapsed().as_secs_f64() * 1e6)
    };
    // Every session has been opened, and has the plan of the known documents.
    for _ in 0..200 {
        ask(query.clone()).await?;
    }
    for (what, fields) in [
        ("one row and its parent", "track(trackId: 2500) { name album { title } }"),
        (
            "three levels",
            "artists(first: 5) { nodes { name albums { nodes { title tracks(first: 3) { nodes { name } } } } } }",
        ),
    ] {
        let known = json!({ "query": format!("{{ known: {fields} }}") }).to_string();
        let mut times = [Vec::new(), Vec::new()];
        let mut cpu = [0.0, 0.0];
        for number in 0..DOCUMENTS {
            let unseen = json!({ "query": format!("{{ unseen{number}: {fields} }}") }).to_string();
            for (kind, body) in [known.clone(), unseen].into_iter().enumerate() {
                let before = machine::cpu(server.pid());
                times[kind].push(ask(body).await?);
                cpu[kind] += machine::cpu(server.pid()) - before;
            }
        }
        let [known, unseen] = times.map(|times| median(times.into_iter()).unwrap_or_default());
        let [known_cpu, unseen_cpu] = cpu.map(|seconds| seconds / DOCUMENTS as f64 * 1e6);
        println!(
            "{what}: a known document {known:.0} µs (server CPU {known_cpu:.0}), one never seen {unseen:.0} µs (server CPU \
             {unseen_cpu:.0}; its statement is known to PostgreSQL, as names of the answer are not in it)"
        );
    }

    statements(&ask).await?;

    let mut times = Vec::new();
    for _ in 0..200 {
        let begun = Instant::now();
        // A client of its own has a connection of its own.
        let request = reqwest::Client::new().post(&server.url).header("content-type", "application/json");
        request.body(query.clone()).send().await?.error_for_status()?.bytes().await?;
        times.push(begun.elapsed().as_secs_f64() * 1e6);
    }
    let first = median(times.into_iter()).unwrap_or_default();
    println!("the first request of a connection: {first:.0} µs, connecting (and reqwest's client) included");
    Ok(())
}

/// Documents whose statements PostgreSQL has never seen: each asks for other columns.
async fn statements(ask: &impl AsyncFn(String) -> Outcome<f64>) -> Outcome<()> {
    const COLUMNS: [&str; 8] =
        ["trackId", "name", "composer", "milliseconds", "bytes", "unitPrice", "albumId", "genreId"];
    let mut times = Vec::new();
    for number in 1_u32..1 << COLUMNS.len() {
        let columns = COLUMNS.iter().enumerate().filter(|(bit, _)| number >> bit & 1 == 1);
        let columns: Vec<_> = columns.map(|(_, column)| *column).collect();
        let query = format!("{{ tracks(first: 1) {{ nodes {{ {} }} }} }}", columns.join(" "));
        times.push(ask(json!({ "query": query }).to_string()).await?);
    }
    let time = median(times.into_iter()).unwrap_or_default();
    println!("a document whose statement PostgreSQL has never seen: {time:.0} µs, preparing it included");
    Ok(())
}
