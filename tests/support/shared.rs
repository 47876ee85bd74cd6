//! The server that all test processes of a run share.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

use relata::execute::embedded::{Cluster, Options};
use relata::execute::statement::trusted;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, Row};

use super::log::{self, Log};
use super::{block, connect, run_sql};

/// A server, and this process's part in it.
pub(crate) struct Server {
    kind: Kind,
    /// Tells this process from others, also from one that had its number before.
    tag: String,
    log: Option<Log>,
    /// `CREATE DATABASE` has no STRATEGY before version 15.
    strategy: &'static str,
}

enum Kind {
    /// Dropped by the kernel only: statics are not dropped, and need not be, because the end of the process closes the
    /// pipe that keeps the cluster alive.
    Own(Cluster),
    /// `RELATA_TEST_DATABASE_URL`.
    Named(PgConnectOptions),
}

impl Server {
    /// The server of this process, which starts it or joins it at the first call.
    pub(crate) fn get() -> &'static Server {
        static SERVER: OnceLock<Server> = OnceLock::new();
        SERVER.get_or_init(|| match std::env::var("RELATA_TEST_DATABASE_URL") {
            Ok(url) if !url.is_empty() => Server::named(&url),
            _ => Server::own(),
        })
    }

    fn own() -> Server {
        let cluster = shared_cluster(Path::new(env!("CARGO_TARGET_TMPDIR")));
        let log = Log::new(cluster.data_path());
        Server::with(Kind::Own(cluster), Some(log))
    }

    fn named(url: &str) -> Server {
        let options = url.parse().unwrap_or_else(|error| panic!("RELATA_TEST_DATABASE_URL: {error}"));
        let server = Server::with(Kind::Named(options), None);
        server.announce_and_clean();
        server
    }

    fn with(kind: Kind, log: Option<Log>) -> Server {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_micros();
        let tag = format!("p{}x{now:x}", std::process::id());
        let mut server = Server { kind, tag, log, strategy: "" };
        let options = server.options("postgres");
        let version = block(async move {
            let mut connection = connect(options).await?;
            let row =
                sqlx::query("SELECT current_setting('server_version_num')::int4").fetch_one(&mut connection).await?;
            connection.close().await?;
            row.try_get::<i32, _>(0)
        });
        if version.unwrap_or_else(|error| panic!("the server for tests: {error}")) >= 150_000 {
            server.strategy = "STRATEGY FILE_COPY";
        }
        server
    }

    /// The first part of the names of this process's databases.
    pub(crate) fn prefix(&self) -> String {
        format!("relata_test_{}", self.tag)
    }

    /// What the names of templates begin with. On our own cluster all processes share them.
    pub(crate) fn template_prefix(&self) -> String {
        match self.kind {
            Kind::Own(_) => "relata_test_template".to_owned(),
            Kind::Named(_) => format!("{}_template", self.prefix()),
        }
    }

    /// Whether templates may stay until the server goes.
    pub(crate) fn is_own(&self) -> bool {
        matches!(self.kind, Kind::Own(_))
    }

    pub(crate) fn log(&self) -> Option<&Log> {
        self.log.as_ref()
    }

    pub(crate) fn url(&self, database: &str) -> String {
        match &self.kind {
            Kind::Own(cluster) => cluster.url(database),
            Kind::Named(options) => options.clone().database(database).to_url_lossy().to_string(),
        }
    }

    pub(crate) fn options(&self, database: &str) -> PgConnectOptions {
        match &self.kind {
            Kind::Own(cluster) => cluster.url(database).parse().unwrap(),
            // The database that the URL names is the one that is sure to be there.
            Kind::Named(options) if database == "postgres" => options.clone(),
            Kind::Named(options) => options.clone().database(database),
        }
    }

    pub(crate) fn create_database(&self, name: &str, template: &str) {
        let sql = format!("CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" {}", self.strategy);
        run_sql(self.options("postgres"), &sql);
    }

    pub(crate) fn drop_database(&self, name: &str) {
        run_sql(self.options("postgres"), &format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)"));
    }

    /// On a server that outlives us: a connection that tells other runs that we live, and the end of the databases of
    /// runs that do not live any more.
    fn announce_and_clean(&self) {
        let options = self.options("postgres").application_name(&self.prefix());
        let dead = block(async move {
            let mut connection = options.connect().await?;
            let sql = "SELECT datname::text FROM pg_database
                       WHERE datname ~ '^relata_test_p[0-9]+x[0-9a-f]+_' AND NOT EXISTS (
                           SELECT FROM pg_stat_activity
                           WHERE application_name = substring(datname from '^relata_test_p[0-9]+x[0-9a-f]+'))";
            let rows = sqlx::raw_sql(trusted(sql)).fetch_all(&mut connection).await?;
            // It has to stay open for as long as the process lives.
            std::mem::forget(connection);
            rows.iter().map(|row| row.try_get::<String, _>(0)).collect::<Result<Vec<_>, sqlx::Error>>()
        });
        for name in dead.unwrap_or_else(|error| panic!("RELATA_TEST_DATABASE_URL: {error}")) {
            self.drop_database(&name);
        }
    }
}

/// The cluster that the file in `directory` tells of, or a new one of which it tells from then on. A lock on a second
/// file lets one process at a time look.
fn shared_cluster(directory: &Path) -> Cluster {
    let uid = rustix::process::geteuid().as_raw();
    let file = |suffix: &str| directory.join(format!("relata-test-cluster-{uid}{suffix}"));
    fs::create_dir_all(directory).unwrap();
    let gate = File::create(file(".lock")).unwrap();
    gate.lock().unwrap();
    let told = fs::read_to_string(file("")).unwrap_or_default();
    if !told.is_empty() {
        match Cluster::join(&PathBuf::from(told)) {
            Ok(Some(cluster)) => return cluster,
            Ok(None) => {}
            Err(error) => panic!("{error}"),
        }
    }
    let mut options = Options::new("tests");
    options.settings = log::SETTINGS.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let cluster = Cluster::start(&options).unwrap_or_else(|error| panic!("{error}"));
    fs::write(file(""), cluster.directory().to_str().unwrap()).unwrap();
    cluster
}
