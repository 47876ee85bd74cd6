//! Memory of the server: idle, after each shape, under mixed load, and while a large answer leaves it.

use crate::{
    Outcome, answers, flags,
    load::{self, Load},
    program, scratch,
    setting::{Database, Server},
    shapes::SHAPES,
};
use std::time::{Duration, Instant};

/// Prints the tables.
pub(crate) async fn run(minutes: f64) -> Outcome<()> {
    let database = Database::start(false)?;
    database.load("shop").await?;
    database.load("blog").await?;
    let scratch = scratch()?;
    let server = Server::start(&program(), &database.url("shop"), flags("shop"))?;
    println!("idle on 11 tables: {:.1} MB (target: below 30)", server.resident());
    let mut bodies = Vec::new();
    for shape in SHAPES.iter().filter(|shape| shape.database == "shop") {
        let body = answers::body(shape, &server.url, "graphql").await?;
        let load = Load { connections: 64, seconds: 2 };
        load::http(&server.url, &body, (server.pid(), &database), load, &scratch)?;
        println!("after shape {} with 64 connections: {:.1} MB", shape.name, server.resident());
        bodies.push(body);
    }
    mixed(minutes, &bodies, &server, &database)?;
    drop(server);
    stream(&database).await
}

/// All shapes in turns; the slope is the least squares' of the second half, when caches are full.
fn mixed(minutes: f64, bodies: &[String], server: &Server, database: &Database) -> Outcome<()> {
    let begun = Instant::now();
    let scratch = scratch()?;
    let mut points = Vec::new();
    'load: loop {
        for body in bodies {
            let passed = begun.elapsed().as_secs_f64() / 60.0;
            if passed > minutes {
                break 'load;
            }
            load::http(&server.url, body, (server.pid(), database), Load { connections: 16, seconds: 2 }, &scratch)?;
            points.push((passed, server.resident() * 1024.0));
        }
    }
    let late: Vec<_> = points.iter().filter(|(minute, _)| *minute > minutes / 2.0).collect();
    let count = late.len().max(1) as f64;
    let mean = |field: fn(&(f64, f64)) -> f64| late.iter().map(|point| field(point)).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let covariance: f64 = late.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let variance: f64 = late.iter().map(|point| (point.0 - x).powi(2)).sum();
    println!(
        "{minutes} minutes of mixed load: {:.1} MB in the end, slope of the second half {:+.0} KB a minute",
        server.resident(),
        if variance > 0.0 { covariance / variance } else { 0.0 }
    );
    Ok(())
}

/// The growth while answers of any size are streamed to one client that reads on.
async fn stream(database: &Database) -> Outcome<()> {
    for (rows, query) in [
        (1_000, "{ comments(first: 1000) { nodes { rowId body writtenAt } } }"),
        (100_000, "{ comments(first: 100000) { nodes { rowId body writtenAt } } }"),
        (1_000_000, "{ comments(first: 1000000) { nodes { rowId body writtenAt } } }"),
    ] {
        let server = Server::start(&program(), &database.url("blog"), flags("blog"))?;
        let before = server.resident();
        let body = serde_json::json!({ "query": query }).to_string();
        let request = reqwest::Client::new().post(&server.url).header("content-type", "application/json").body(body);
        let mut response = request.send().await?.error_for_status()?;
        let (mut bytes, mut most, mut looked) = (0, before, Instant::now());
        while let Some(part) = response.chunk().await? {
            bytes += part.len();
            if looked.elapsed() > Duration::from_millis(5) {
                most = most.max(server.resident());
                looked = Instant::now();
            }
        }
        let most = most.max(server.resident());
        println!(
            "{rows} rows streamed, {:.1} MB: {:.1} MB more than before at most (target: below 20)",
            bytes as f64 / 1024.0 / 1024.0,
            most - before
        );
    }
    Ok(())
}
