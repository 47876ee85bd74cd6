//! Connections that are kept: as few settings as needed, sent with the start-up packet, so that a request costs one
//! statement and nothing else.

use super::connect_error::ConnectError;
use deadpool::managed::{self, Metrics, Object, RecycleError, RecycleResult};
use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};
use std::time::Duration;

const CONNECT_SECONDS: u64 = 10;

/// Connections to one database.
pub type Pool = managed::Pool<Manager>;

/// A connection that goes back when it is dropped.
pub type Pooled = Object<Manager>;

/// What every connection is told.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the database is.
    pub database: PgConnectOptions,
    /// After which time PostgreSQL ends a statement.
    pub statement_timeout: Duration,
    /// `random_page_cost`, unless the operator of the database set it.
    pub random_page_cost: Option<f64>,
    /// `search_path`, unless the role's own serves.
    pub search_path: Option<String>,
}

/// Makes connections.
#[derive(Debug)]
pub struct Manager {
    options: PgConnectOptions,
}

/// A connection, and what is known of it.
#[derive(Debug)]
pub struct Kept {
    pub(super) connection: PgConnection,
    pub(super) state: State,
}

/// What is known of a connection.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    /// Whether it has answered before: it may have died since, without anybody having noticed.
    pub(super) used: bool,
    /// Whether the next statement can be sent: the last one came to its end, and the connection did not break.
    pub(super) usable: bool,
}

/// A pool of at most `size` connections, made when they are needed.
///
/// # Errors
///
/// None: the runtime that the timeouts need is named.
pub fn pool(settings: &Settings, size: usize) -> Result<Pool, managed::BuildError> {
    let manager = Manager { options: settings.options() };
    let timeouts = managed::Timeouts {
        wait: Some(Duration::from_secs(CONNECT_SECONDS)),
        create: Some(Duration::from_secs(CONNECT_SECONDS)),
        recycle: None,
    };
    // The connection that was used last: what its process knows is in the processor's caches.
    let queue_mode = managed::QueueMode::Lifo;
    let config = managed::PoolConfig { max_size: size.max(1), timeouts, queue_mode };
    managed::Pool::builder(manager).config(config).runtime(deadpool::Runtime::Tokio1).build()
}

/// A single connection, as at start: its failure is explained to the operator.
///
/// # Errors
///
/// If it cannot be made within ten seconds.
pub async fn open(settings: &Settings) -> Result<PgConnection, ConnectError> {
    let options = settings.options();
    let connecting = PgConnection::connect_with(&options);
    match tokio::time::timeout(Duration::from_secs(CONNECT_SECONDS), connecting).await {
        Ok(connection) => connection.map_err(|error| ConnectError::new(&error, &settings.database)),
        Err(_) => Err(ConnectError::timed_out(CONNECT_SECONDS, &settings.database)),
    }
}

impl Settings {
    /// The session of a connection (PostgreSQL documentation, 20.11): read-only, with a limit on time, and with the text
    /// forms that ids and cursors rely on.
    pub fn options(&self) -> PgConnectOptions {
        let timeout = self.statement_timeout.as_millis().to_string();
        let mut settings = vec![
            ("default_transaction_read_only", "on".to_owned()),
            ("statement_timeout", timeout),
            ("jit", "off".to_owned()),
            ("IntervalStyle", "postgres".to_owned()),
            ("bytea_output", "hex".to_owned()),
        ];
        settings.extend(self.random_page_cost.map(|cost| ("random_page_cost", cost.to_string())));
        settings.extend(self.search_path.iter().map(|path| ("search_path", path.clone())));
        self.database.clone().statement_cache_capacity(1000).options(settings).disable_statement_logging()
    }
}

impl managed::Manager for Manager {
    type Type = Kept;
    type Error = sqlx::Error;

    async fn create(&self) -> Result<Kept, sqlx::Error> {
        let connection = PgConnection::connect_with(&self.options).await?;
        Ok(Kept { connection, state: State { used: false, usable: true } })
    }

    async fn recycle(&self, kept: &mut Kept, _: &Metrics) -> RecycleResult<sqlx::Error> {
        // No ping: it would cost a round trip for every request. A connection that has died is noticed by its next
        // statement, which is then sent once more on another one.
        if kept.state.usable { Ok(()) } else { Err(RecycleError::message("it broke, or its last rows were not read")) }
    }
}
