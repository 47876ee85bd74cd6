//! Memory of the server: idle, after each shape, under mixed load, and while a large answer leaves it.

use crate::{
    Outcome, answers, flags,
    load::{self, Load},
    program, scratch,
    setting::{Database, Server},
    shapes::SHAPES,
};
use std::{
    fs, thread,
    time::{Duration, Instant},
};

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

/// All shapes at once, each by two connections; the slope is the least squares' of the second half, when caches are full.
fn mixed(minutes: f64, bodies: &[String], server: &Server, database: &Database) -> Outcome<()> {
    let (begun, scratch) = (Instant::now(), scratch()?);
    let passed = || begun.elapsed().as_secs_f64() / 60.0;
    let drive = |number: usize, body: &str| -> Result<(), String> {
        let scratch = scratch.join(format!("mixed{number}"));
        fs::create_dir_all(&scratch).map_err(|error| error.to_string())?;
        while passed() < minutes {
            let load = Load { connections: 2, seconds: 5 };
            let driven = load::http(&server.url, body, (server.pid(), database), load, &scratch);
            driven.map_err(|error| error.to_string())?;
        }
        Ok(())
    };
    let mut points = Vec::new();
    thread::scope(|scope| {
        let drive = &drive;
        let driving = bodies.iter().enumerate().map(|(number, body)| scope.spawn(move || drive(number, body)));
        let driving: Vec<_> = driving.collect();
        while passed() < minutes {
            points.push((passed(), server.resident() * 1024.0));
            thread::sleep(Duration::from_secs(1));
        }
        driving.into_iter().try_for_each(|thread| thread.join().unwrap_or(Err("a generator panicked".to_owned())))
    })?;
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

/// The growth while answers of any size are streamed to one client that reads on, and to one that reads slowly.
async fn stream(database: &Database) -> Outcome<()> {
    const AT_ONCE: Duration = Duration::ZERO;
    const SLOWLY: Duration = Duration::from_millis(5);
    for (rows, pause) in [(1_000, AT_ONCE), (100_000, AT_ONCE), (1_000_000, AT_ONCE), (100_000, SLOWLY)] {
        let server = Server::start(&program(), &database.url("blog"), flags("blog"))?;
        let before = server.resident();
        let query = format!("{{ comments(first: {rows}) {{ nodes {{ rowId body writtenAt }} }} }}");
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
            if !pause.is_zero() {
                tokio::time::sleep(pause).await;
            }
        }
        let most = most.max(server.resident());
        println!(
            "{rows} rows streamed to a client that {}, {:.1} MB: {:.1} MB more than before at most (target: below 20)",
            if pause == AT_ONCE { "reads on" } else { "waits 5 ms after each part" },
            bytes as f64 / 1024.0 / 1024.0,
            most - before
        );
    }
    Ok(())
}
