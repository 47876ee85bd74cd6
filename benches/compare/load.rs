//! Load: h2load for servers, pgbench for PostgreSQL alone, and what both take.

use crate::{Outcome, machine, setting::Database};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::{Duration, SystemTime, UNIX_EPOCH},
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

/// From the start of a generator to the window that counts: connections are made, statements are planned for good.
const LEAD: Duration = Duration::from_millis(700);

/// A request that ended: when, in seconds since 1970, and how long it took, in microseconds.
struct Ended {
    at: f64,
    took: f64,
}

/// The processor time of all that takes part, in seconds, at an instant.
struct Sample {
    at: f64,
    server: f64,
    database: f64,
    generator: f64,
}

impl Sample {
    fn now(server: Option<u32>, database: &Database, generator: u32) -> Self {
        let at = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64();
        let server = server.map_or(0.0, machine::cpu);
        Self { at, server, database: machine::database_cpu(database.postmaster), generator: machine::cpu(generator) }
    }
}

/// Runs a generator, and looks at a window of its run. What ends outside of it does not count: of requests that take long,
/// h2load drops those underway at the end, and pgbench waits for them, so that whole runs could not be compared.
fn watched(
    command: &mut Command,
    (server, database): (Option<u32>, &Database),
    load: Load,
) -> Outcome<(Sample, Sample, String)> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let child = child.map_err(|error| format!("{}: {error}", command.get_program().to_string_lossy()))?;
    let pid = child.id();
    // Its pipes must not fill while the window lasts.
    let reader = std::thread::spawn(move || child.wait_with_output());
    std::thread::sleep(LEAD);
    let begin = Sample::now(server, database, pid);
    std::thread::sleep(Duration::from_secs(load.seconds.into()));
    let end = Sample::now(server, database, pid);
    let output = reader.join().map_err(|_| "the generator's output was not read")??;
    Ok((begin, end, said(command, &output)?))
}

/// How long a generator has to run, so that the window lies within: whole seconds.
fn duration(load: Load) -> String {
    (load.seconds + 1).to_string()
}

/// Drives for longer and longer until something ends within the window: of a hundred thousand rows for each of 64 clients,
/// nothing does in a second.
pub(crate) fn patiently(load: Load, drive: impl Fn(Load) -> Outcome<Option<Figures>>) -> Outcome<Figures> {
    for times in [1, 4, 16] {
        if let Some(figures) = drive(Load { seconds: load.seconds * times, ..load })? {
            return Ok(figures);
        }
    }
    Err("nothing was answered within the window: measure for more --seconds".into())
}

/// Sends `body` to a server as fast as it answers. `None` if no request ended within the window.
pub(crate) fn http(
    url: &str,
    body: &str,
    (server, database): (u32, &Database),
    load: Load,
    scratch: &Path,
) -> Outcome<Option<Figures>> {
    let (log, file) = (scratch.join("h2load.log"), scratch.join("body.json"));
    fs::write(&file, body)?;
    let _ = fs::remove_file(&log);
    let h2load = |arguments: &[&str]| {
        let mut command = Command::new("h2load");
        command.args(["--h1", "-t", "1", "-H", "content-type: application/json", "-d"]).arg(&file);
        command.args(arguments).arg(url);
        command
    };
    let one = data(&run(&mut h2load(&["-n", "1", "-c", "1"]))?)?.bytes;
    let log_flag = format!("--log-file={}", log.display());
    let mut command = h2load(&["-c", &load.connections.to_string(), "-D", &duration(load), &log_flag]);
    let (begin, end, said) = watched(&mut command, (Some(server), database), load)?;
    // An answer with errors has status 200, too, but not the length of the one that was compared.
    let all = data(&said)?;
    if all.bytes < all.done * one || all.bytes > all.started * one {
        return Err(
            format!("{url}: {} bytes for {} answers of {one} bytes: some are wrong", all.bytes, all.done).into()
        );
    }
    let lines = fs::read_to_string(&log)?;
    let ended = lines.lines().map(|line| {
        let mut fields = line.split('\t').map(str::parse::<f64>);
        match (fields.next(), fields.next(), fields.next()) {
            (Some(Ok(start)), Some(Ok(200.0)), Some(Ok(took))) => Ok(Ended { at: (start + took) / 1e6, took }),
            _ => Err(format!("{url} did not answer with 200: {line}").into()),
        }
    });
    let figures = figures(&ended.collect::<Outcome<Vec<_>>>()?, &begin, &end);
    Ok(figures.map(|figures| Figures { resident: machine::resident(server), ..figures }))
}

/// What h2load says at the end: "64 started, 60 done" and "1.68MB (1765078) data".
struct Data {
    started: u64,
    done: u64,
    bytes: u64,
}

fn data(said: &str) -> Outcome<Data> {
    // The last of each: before, it says that the "duration is started".
    let before = |words: &str| -> Outcome<u64> {
        let text =
            said.rfind(words).map(|at| &said[..at]).ok_or_else(|| format!("h2load does not say{words}:\n{said}"))?;
        Ok(text[text.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1)..].parse()?)
    };
    Ok(Data { started: before(" started")?, done: before(" done")?, bytes: before(") data")? })
}

/// Runs a statement as fast as PostgreSQL answers, prepared. `None` if no run of it ended within the window.
pub(crate) fn pgbench(
    database: &Database,
    name: &str,
    script: &Path,
    load: Load,
    scratch: &Path,
) -> Outcome<Option<Figures>> {
    let (file, prefix) = (scratch.join("script.sql"), scratch.join("pgbench"));
    fs::write(&file, format!("{};\n", fs::read_to_string(script)?.trim_end()))?;
    logs(scratch)?.into_iter().try_for_each(fs::remove_file)?;
    let mut command = Command::new(database.pgbench());
    command.args(["-n", "-M", "prepared", "-l", "-c", &load.connections.to_string()]);
    command.args(["-j", &load.connections.min(2).to_string(), "-T", &duration(load)]);
    command.arg(format!("--log-prefix={}", prefix.display())).arg("-f").arg(&file).arg(database.url(name));
    command.env("PGOPTIONS", database.session);
    let (begin, end, ..) = watched(&mut command, (None, database), load)?;
    let mut ended = Vec::new();
    for log in logs(scratch)? {
        for line in fs::read_to_string(log)?.lines() {
            // Client, transaction, duration, script, seconds, microseconds.
            let fields: Vec<f64> = line.split(' ').filter_map(|field| field.parse().ok()).collect();
            let [_, _, took, _, seconds, micros, ..] = fields[..] else {
                return Err(format!("pgbench logs {line}").into());
            };
            ended.push(Ended { at: seconds + micros / 1e6, took });
        }
    }
    Ok(figures(&ended, &begin, &end))
}

fn logs(scratch: &Path) -> Outcome<Vec<PathBuf>> {
    let files = fs::read_dir(scratch)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    let is_log = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("pgbench."));
    Ok(files.into_iter().filter(is_log).collect())
}

fn figures(ended: &[Ended], begin: &Sample, end: &Sample) -> Option<Figures> {
    let within = ended.iter().filter(|request| (begin.at..end.at).contains(&request.at));
    let mut times: Vec<f64> = within.map(|request| request.took).collect();
    if times.is_empty() {
        return None;
    }
    times.sort_by(f64::total_cmp);
    let count = times.len() as f64;
    let quantile = |share: f64| times[((count - 1.0) * share) as usize];
    let each = |before: f64, after: f64| (after - before).max(0.0) / count * 1e6;
    Some(Figures {
        rate: count / (end.at - begin.at),
        p50: quantile(0.5),
        p99: quantile(0.99),
        server: each(begin.server, end.server),
        database: each(begin.database, end.database),
        generator: each(begin.generator, end.generator),
        resident: 0.0,
    })
}

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|error| format!("{}: {error}", command.get_program().to_string_lossy()))?;
    said(command, &output)
}

/// What a command said, if it came to a good end.
fn said(command: &Command, output: &Output) -> Outcome<String> {
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() || said.contains("aborted") {
        return Err(format!("{command:?}: {said}").into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
