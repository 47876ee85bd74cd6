//! Load: h2load for servers, pgbench for PostgreSQL alone, and what both take.

use crate::{Outcome, machine, setting::Database};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What a side did in one round.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Figures {
    /// Requests a second.
    pub(crate) rate: f64,
    /// Half of the requests took no longer than this, in microseconds.
    pub(crate) p50: f64,
    /// And 99 of 100 no longer than this.
    pub(crate) p99: f64,
    /// Processor time a request in microseconds: of the server, of PostgreSQL, of the load generator.
    pub(crate) server: f64,
    pub(crate) database: f64,
    pub(crate) generator: f64,
    /// The server's memory afterwards, in MB.
    pub(crate) resident: f64,
}

/// How much load.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    pub(crate) connections: u32,
    pub(crate) seconds: u32,
}

/// The processor time that something took while a closure ran.
struct Taken {
    server: f64,
    database: f64,
    generator: f64,
}

fn watched(server: Option<u32>, database: &Database, run: impl FnOnce() -> Outcome<()>) -> Outcome<Taken> {
    let now = || Taken {
        server: server.map_or(0.0, machine::cpu),
        database: machine::database_cpu(database.postmaster),
        generator: machine::children_cpu(),
    };
    let before = now();
    run()?;
    machine::settle();
    let after = now();
    Ok(Taken {
        server: after.server - before.server,
        database: after.database - before.database,
        generator: after.generator - before.generator,
    })
}

/// Sends `body` to a server as fast as it answers.
pub(crate) fn http(
    url: &str,
    body: &str,
    (server, database): (u32, &Database),
    load: Load,
    scratch: &Path,
) -> Outcome<Figures> {
    let (log, file) = (scratch.join("h2load.log"), scratch.join("body.json"));
    fs::write(&file, body)?;
    let _ = fs::remove_file(&log);
    let mut command = Command::new("h2load");
    command.args(["--h1", "-t", "1", "-H", "content-type: application/json"]);
    command.args(["-c", &load.connections.to_string(), "-D", &load.seconds.to_string()]);
    command.arg("-d").arg(&file).arg(format!("--log-file={}", log.display())).arg(url);
    let taken = watched(Some(server), database, || run(&mut command).map(drop))?;
    let lines = fs::read_to_string(&log)?;
    let mut times = Vec::new();
    for line in lines.lines() {
        let mut fields = line.split('\t').skip(1);
        match (fields.next(), fields.next().map(str::parse)) {
            (Some("200"), Some(Ok(time))) => times.push(time),
            _ => return Err(format!("{url} did not answer with 200: {line}").into()),
        }
    }
    let figures = figures(times, load, &taken);
    Ok(Figures { resident: machine::resident(server), ..figures? })
}

/// Runs a statement as fast as PostgreSQL answers, prepared.
pub(crate) fn pgbench(database: &Database, name: &str, script: &Path, load: Load, scratch: &Path) -> Outcome<Figures> {
    let (file, prefix) = (scratch.join("script.sql"), scratch.join("pgbench"));
    fs::write(&file, format!("{};\n", fs::read_to_string(script)?.trim_end()))?;
    logs(scratch)?.into_iter().try_for_each(fs::remove_file)?;
    let mut command = Command::new(database.pgbench());
    command.args(["-n", "-M", "prepared", "-l", "-c", &load.connections.to_string()]);
    command.args(["-j", &load.connections.min(2).to_string(), "-T", &load.seconds.to_string()]);
    command.arg(format!("--log-prefix={}", prefix.display())).arg("-f").arg(&file).arg(database.url(name));
    command.env("PGOPTIONS", database.session);
    let taken = watched(None, database, || run(&mut command).map(drop))?;
    let mut times = Vec::new();
    for log in logs(scratch)? {
        let lines = fs::read_to_string(log)?;
        times.extend(lines.lines().filter_map(|line| line.split(' ').nth(2)?.parse::<f64>().ok()));
    }
    figures(times, load, &taken)
}

fn logs(scratch: &Path) -> Outcome<Vec<PathBuf>> {
    let files = fs::read_dir(scratch)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    let is_log = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("pgbench."));
    Ok(files.into_iter().filter(is_log).collect())
}

fn figures(mut times: Vec<f64>, load: Load, taken: &Taken) -> Outcome<Figures> {
    if times.is_empty() {
        return Err("nothing was answered".into());
    }
    times.sort_by(f64::total_cmp);
    let count = times.len() as f64;
    let quantile = |share: f64| times[((count - 1.0) * share) as usize];
    let each = |seconds: f64| seconds / count * 1e6;
    Ok(Figures {
        rate: count / f64::from(load.seconds),
        p50: quantile(0.5),
        p99: quantile(0.99),
        server: each(taken.server),
        database: each(taken.database),
        generator: each(taken.generator),
        resident: 0.0,
    })
}

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| format!("{}: {error}", command.get_program().to_string_lossy()))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() || said.contains("aborted") {
        return Err(format!("{command:?}: {said}").into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
