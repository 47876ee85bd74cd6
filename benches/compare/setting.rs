//! What is measured against: a PostgreSQL of our own with the data, and the server.

use crate::{Outcome, machine};
use relata::execute::{
    embedded::{Cluster, Options},
    statement::trusted,
};
use sqlx::{ConnectOptions, Connection, postgres::PgConnectOptions};
use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// A PostgreSQL with the databases that shapes ask.
pub(crate) struct Database {
    cluster: Cluster,
    /// Its first process.
    pub(crate) postmaster: u32,
    /// What every side's sessions are told (`PGOPTIONS`), so that all plan alike.
    pub(crate) session: &'static str,
}

impl Database {
    /// Starts it. All sides plan with the settings that relata chooses, or else with PostgreSQL's own.
    pub(crate) fn start(defaults: bool) -> Outcome<Self> {
        let mut options = Options::new("bench");
        let setting = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        // A value that somebody set stands: relata overrides only what was left at its default.
        let cost = if defaults { "4.0" } else { "1.1" };
        options.settings = vec![setting("random_page_cost", cost), setting("shared_buffers", "512MB")];
        let cluster = Cluster::start(&options)?;
        let pid = fs::read_to_string(cluster.data_path().join("postmaster.pid"))?;
        let postmaster = pid.lines().next().unwrap_or_default().parse()?;
        let session = if defaults { "" } else { "-c jit=off" };
        Ok(Self { cluster, postmaster, session })
    }

    /// Makes a database from `benches/data/<name>.sql`.
    pub(crate) async fn load(&self, name: &str) -> Outcome<()> {
        eprintln!("loading {name} …");
        self.run("postgres", &format!("CREATE DATABASE \"{name}\"")).await?;
        let script = fs::read_to_string(format!("{}/benches/data/{name}.sql", env!("CARGO_MANIFEST_DIR")))?;
        self.run(name, &script).await
    }

    /// Runs a script, one statement after the other, as some run in no transaction.
    pub(crate) async fn run(&self, database: &str, script: &str) -> Outcome<()> {
        let mut connection = self.options(database)?.connect().await?;
        for statement in script.split_inclusive(";\n") {
            sqlx::raw_sql(trusted(statement)).execute(&mut connection).await?;
        }
        Ok(connection.close().await?)
    }

    /// How sqlx connects.
    pub(crate) fn options(&self, database: &str) -> Outcome<PgConnectOptions> {
        Ok(self.url(database).parse()?)
    }

    /// How libpq connects.
    pub(crate) fn url(&self, database: &str) -> String {
        self.cluster.url(database)
    }

    /// pgbench of the same version, or the one in PATH: npm's package has none.
    pub(crate) fn pgbench(&self) -> PathBuf {
        let own = self.cluster.programs().join("pgbench");
        if own.exists() { own } else { "pgbench".into() }
    }

    /// As in `postgres (PostgreSQL) 15.14`.
    pub(crate) fn version(&self) -> &str {
        self.cluster.version()
    }
}

/// A server that is measured, and ends with this value.
pub(crate) struct Server {
    child: Child,
    /// Where it answers.
    pub(crate) url: String,
}

impl Server {
    /// Starts the release build for a database, with eight connections.
    pub(crate) fn start(program: &Path, database: &str, flags: &[&str]) -> Outcome<Self> {
        let mut command = Command::new(program);
        command.args(["serve", database, "--listen", "127.0.0.1:0", "--connections", "8", "--page", "off"]).args(flags);
        Self::spawn(command, |line| line.split_whitespace().find(|word| word.ends_with("/graphql")).map(str::to_owned))
    }

    /// Starts a server that says on standard error, in a line that `url` knows, where it answers.
    pub(crate) fn spawn(mut command: Command, url: impl Fn(&str) -> Option<String>) -> Outcome<Self> {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
        let mut lines = BufReader::new(child.stderr.take().ok_or("no standard error")?).lines();
        let mut said = String::new();
        let found = lines.by_ref().map_while(Result::ok).find_map(|line| {
            said = format!("{said}{line}\n");
            url(&line)
        });
        let Some(url) = found else { return Err(format!("the server did not start:\n{said}").into()) };
        // What it says later must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Self { child, url })
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// In MB.
    pub(crate) fn resident(&self) -> f64 {
        machine::resident(self.pid())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It ends as it does for anybody: what is built to write a profile writes it then.
        if let Some(pid) = rustix::process::Pid::from_raw(self.child.id().cast_signed()) {
            let _ = rustix::process::kill_process(pid, rustix::process::Signal::TERM);
        }
        for _ in 0..100 {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
