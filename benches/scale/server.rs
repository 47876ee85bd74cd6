//! The release server as a user starts it, watched from outside.

use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// A running `relata serve`, killed when dropped.
pub(crate) struct Server {
    process: Child,
    url: String,
    client: reqwest::Client,
    /// What it said of itself: how long the start took.
    pub(crate) start: Duration,
}

impl Server {
    /// Starts it and waits until it is ready.
    pub(crate) fn start(database_url: &str) -> Server {
        let mut process = Command::new(env!("CARGO_BIN_EXE_relata"))
            .args(["serve", "--listen", "127.0.0.1:0", "--log-format", "json", "--connections", "2"])
            .env("DATABASE_URL", database_url)
            .stderr(Stdio::piped())
            .spawn()
            .expect("relata starts");
        let mut lines = BufReader::new(process.stderr.take().expect("a pipe")).lines().map_while(Result::ok);
        let ready = lines.by_ref().find_map(|line| {
            let event: Value = serde_json::from_str(&line).ok()?;
            (event["message"] == "ready" || event["fields"]["message"] == "ready").then_some(event)
        });
        let ready = ready.expect("relata gets ready");
        let field = |name: &str| if ready[name].is_null() { &ready["fields"][name] } else { &ready[name] }.clone();
        // Its notes would fill the pipe.
        thread::spawn(move || lines.for_each(drop));
        Server {
            process,
            url: field("url").as_str().expect("a URL").to_owned(),
            client: reqwest::Client::new(),
            start: Duration::from_secs_f64(field("seconds").as_f64().expect("seconds")),
        }
    }

    /// Sends a query; gives the bytes of the answer.
    pub(crate) async fn ask(&self, query: &str) -> Vec<u8> {
        self.send(query).await.bytes().await.expect("a whole answer").to_vec()
    }

    /// Sends a query; gives the length of the answer, and how long it took to its last byte. Nothing is done with them:
    /// to keep a hundred megabytes takes as long as to send them.
    pub(crate) async fn time(&self, query: &str) -> (usize, Duration) {
        let begun = Instant::now();
        let mut response = self.send(query).await;
        let mut length = 0;
        while let Some(chunk) = response.chunk().await.expect("a whole answer") {
            length += chunk.len();
        }
        (length, begun.elapsed())
    }

    async fn send(&self, query: &str) -> reqwest::Response {
        let sent = self.client.post(&self.url).json(&json!({ "query": query })).send().await;
        sent.and_then(reqwest::Response::error_for_status).expect("an answer")
    }

    /// What it has spent of processors.
    pub(crate) fn cpu(&self) -> Duration {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.process.id())).expect("Linux");
        let of_task = |task: std::io::Result<fs::DirEntry>| {
            let statistics = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
            statistics.split_whitespace().next()?.parse::<u64>().ok()
        };
        Duration::from_nanos(tasks.filter_map(of_task).sum())
    }

    /// Resident memory: now, and the most there ever was.
    pub(crate) fn memory(&self) -> Memory {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).expect("Linux");
        let megabytes = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name)).expect("a figure of memory");
            let kilobytes: f64 = line.split_whitespace().nth(1).and_then(|word| word.parse().ok()).expect("a number");
            kilobytes * 1024.0 / 1e6
        };
        Memory { now: megabytes("VmRSS:"), most: megabytes("VmHWM:") }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// In megabytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Memory {
    pub(crate) now: f64,
    pub(crate) most: f64,
}
