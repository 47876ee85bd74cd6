//! What the integration tests share: PostgreSQL.
//!
//! [`database`] gives a test a database of its own, cloned from a template in which the scripts have run. All test
//! processes of a run share one throw-away cluster (see `shared.rs`): the first one starts it, and it goes when the last
//! one ends, in whatever way. `RELATA_TEST_DATABASE_URL` names another server instead, whose role must be able to
//! create databases; everything there is named `relata_test_…` and dropped again. `DATABASE_URL` is never read.
//!
//! Everything here blocks, and may be called inside and outside of a tokio runtime.

// Each file in tests/ is a program of its own and uses only a part of this module.
#![allow(dead_code)]
// Clippy knows tests by their attribute, and these helpers have none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod log;
mod shared;
mod template;

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use relata::execute::embedded::{Cluster, Options};
use relata::execute::statement::trusted;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};

pub(crate) use log::{Mark, Statement};
use shared::Server;
use template::Template;

/// The application name of our own connections, whose statements do not count.
const APPLICATION: &str = "relata_test_support";

/// A database for one test, dropped with this value.
pub(crate) struct TestDatabase {
    name: String,
    server: &'static Server,
    roles: std::sync::Mutex<Vec<String>>,
    _template: Option<Arc<Template>>,
}

/// A database in which `scripts` have run, each as one message and in this order. Equal scripts run once per run.
pub(crate) fn database(scripts: &[&str]) -> TestDatabase {
    static COUNTER: AtomicU32 = AtomicU32::new(0);
    let server = Server::get();
    let template = (!scripts.is_empty()).then(|| Template::of(server, scripts));
    let name = format!("{}_{}", server.prefix(), COUNTER.fetch_add(1, Ordering::Relaxed));
    server.create_database(&name, template.as_ref().map_or("template0", |template| template.name()));
    TestDatabase { name, server, roles: std::sync::Mutex::default(), _template: template }
}

/// A cluster for one test, which may pause and resume it. It has nothing but the database `postgres`.
pub(crate) fn own_cluster() -> Cluster {
    own_cluster_with(&[])
}

/// Like [`own_cluster`], with settings of `postgresql.conf`.
pub(crate) fn own_cluster_with(settings: &[(&str, &str)]) -> Cluster {
    let mut options = Options::new("test");
    options.settings = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Cluster::start(&options).unwrap_or_else(|error| panic!("{error}"))
}

/// Creates the role `name` with `attributes`, as in `NOLOGIN`, unless it exists. Roles belong to the whole cluster, so
/// scripts cannot create them; prefer [`TestDatabase::create_role`], which also drops them.
pub(crate) fn ensure_role(name: &str, attributes: &str) {
    let server = Server::get();
    let sql = format!(
        "BEGIN; SELECT pg_advisory_xact_lock(hashtext('relata_test_roles'));
         DO $do$ BEGIN
             IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}') THEN CREATE ROLE \"{name}\" {attributes}; END IF;
         END $do$; COMMIT"
    );
    run_sql(server.options("postgres"), &sql);
}

/// The `relata` program, with nothing in its environment that says which database to use.
pub(crate) fn relata() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_relata"));
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text == "DATABASE_URL" || text.starts_with("PG") || text.starts_with("RELATA_") {
            command.env_remove(&name);
        }
    }
    command
}

impl TestDatabase {
    /// Its URL, for a role that owns it.
    pub(crate) fn url(&self) -> String {
        self.server.url(&self.name)
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Runs `sql`, any number of statements, as its owner.
    pub(crate) fn execute(&self, sql: &str) {
        run_sql(self.server.options(&self.name), sql);
    }

    /// Creates a role with `attributes` that exists for this database only, and returns its full name.
    pub(crate) fn create_role(&self, name: &str, attributes: &str) -> String {
        let role = format!("{}_{name}", self.name);
        self.execute(&format!("CREATE ROLE \"{role}\" {attributes}"));
        self.roles.lock().unwrap().push(role.clone());
        role
    }

    /// Marks a place in the server's log, for [`statements_since`](TestDatabase::statements_since). `None` where the
    /// log cannot be read, as on a server of the operator's; a test then says so and returns.
    pub(crate) fn mark(&self) -> Option<Mark> {
        self.server.log().map(|log| log.mark(self.server))
    }

    /// The statements which this database received since `mark`, from anybody but this module, in their order.
    pub(crate) fn statements_since(&self, mark: &Mark) -> Vec<Statement> {
        let log = self.server.log().expect("there is a mark, so there is a log");
        log.statements(self.server, mark, &self.name)
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        self.server.drop_database(&self.name);
        for role in self.roles.get_mut().unwrap().drain(..) {
            run_sql(self.server.options("postgres"), &format!("DROP ROLE IF EXISTS \"{role}\""));
        }
    }
}

/// Runs `sql`, any number of statements, in the database of `url`.
pub(crate) fn run_script(url: &str, sql: &str) {
    run_sql(url.parse().unwrap(), sql);
}

/// Runs `work` on a runtime of our own and waits for it: tests call this from threads with and without a runtime, and
/// while they are dropped.
pub(crate) fn block<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    static RUNTIME: std::sync::LazyLock<tokio::runtime::Runtime> = std::sync::LazyLock::new(|| {
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
    });
    let (sender, receiver) = std::sync::mpsc::channel();
    RUNTIME.spawn(async move { sender.send(work.await) });
    receiver.recv().expect("the work panicked")
}

/// Runs `sql` over a connection of its own; a failure fails the test.
fn run_sql(options: PgConnectOptions, sql: &str) {
    let sql = sql.to_owned();
    block(async move {
        let run = async {
            let mut connection = connect(options).await?;
            sqlx::raw_sql(trusted(sql.as_str())).execute(&mut connection).await?;
            connection.close().await
        };
        run.await.map_err(|error: sqlx::Error| format!("{error}\n{sql}"))
    })
    .unwrap_or_else(|message| panic!("{message}"));
}

async fn connect(options: PgConnectOptions) -> Result<PgConnection, sqlx::Error> {
    options.application_name(APPLICATION).connect().await
}
