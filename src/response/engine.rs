//! The way from a request to its answer: document, plan, statement, rows, JSON.

use super::{
    answer::Execution,
    batch::Batches,
    cache::{Caches, Counters},
    coalesce::Answers,
    error::{ResponseError, refusal},
    introspection::{self, Kept},
};
use crate::{
    catalog::{self, Catalog, load::Exposure},
    document::{self, OperationKind, RequestError, RequestErrorKind, Variables},
    execute::{
        DatabaseError, Session,
        error::StartupError,
        introspect::introspect,
        pool::{Pool, Settings, open, pool},
        run::{Call, Running, connect},
        statement::PING,
    },
    naming,
    plan::shape::Probes,
    schema::{
        self, PageSizes, Schema,
        juniper::{Limits, Parser},
    },
};
use bytes::Bytes;
use serde_json::value::RawValue;
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::sync::mpsc;

/// How long a database that is ready may take to say so.
const READY_WITHIN: Duration = Duration::from_secs(5);

/// Everything that is needed to answer requests.
pub struct Engine {
    pub(super) shared: Arc<Shared>,
    pub(super) pool: Pool,
    batches: Arc<Batches>,
    answers: Arc<Answers>,
}

/// What all workers read.
pub(super) struct Shared {
    pub(super) schema: Schema,
    pub(super) parser: Parser,
    pub(super) caches: Caches,
    pub(super) introspections: Kept,
    pub(super) log_sql: bool,
    pub(super) explains: bool,
    pub(super) sharing: Sharing,
    pub(super) statement_timeout: Duration,
    settings: Settings,
    /// Those of all workers.
    pools: Mutex<Vec<Pool>>,
}

/// What the operator decided.
pub struct Options {
    /// Where the database is, with role and password.
    pub database: sqlx::postgres::PgConnectOptions,
    /// Which schemas are shown.
    pub exposure: Exposure,
    /// How names are made.
    pub naming: naming::Options,
    /// How long pages are.
    pub page_sizes: PageSizes,
    /// How many connections are kept at most.
    pub connections: usize,
    /// After which time PostgreSQL ends a statement.
    pub statement_timeout: Duration,
    /// Log every statement, formatted, with its binds.
    pub log_sql: bool,
    /// Tell in `extensions.explain` what an answer took: its SQL and rows, to whoever asks.
    pub explains: bool,
    /// What requests that come at the same time share.
    pub sharing: Sharing,
}

/// What requests that come at the same time may share; each allows what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sharing {
    /// Nothing.
    Nothing,
    /// A statement that finds few rows, where they differ in their variables.
    Statements,
    /// The answer, where they ask the same.
    Answers,
}

/// A GraphQL request, as the transport understood it.
pub struct Request {
    /// The document.
    pub query: String,
    /// Which of its operations to run.
    pub operation_name: Option<String>,
    /// The variables: a JSON object, or null, or absent.
    pub variables: Option<Box<RawValue>>,
    /// What the log calls it, shown with errors whose text is not.
    pub request_id: Option<String>,
    /// Whether only a query may run (GET, by the GraphQL-over-HTTP specification).
    pub only_queries: bool,
}

/// The answer to a request.
pub enum Answer {
    /// The request was refused before execution (parse, validation, variables): the body has no `data`.
    Refused(Bytes),
    /// The operation is a mutation or subscription where only queries may run (`405` for GET).
    NotAllowed(Bytes),
    /// The operation was executed: the body has `data`, perhaps with errors.
    Complete(Bytes),
    /// The operation is being executed: parts of the body as they come. `Err` means that it broke: the connection must
    /// be cut, so that nobody takes the part for the whole.
    Stream(mpsc::Receiver<Result<Bytes, Broken>>),
}

impl Answer {
    /// The whole body.
    ///
    /// # Errors
    ///
    /// If it breaks while its parts come.
    pub async fn body(self) -> Result<Bytes, Broken> {
        match self {
            Self::Refused(body) | Self::NotAllowed(body) | Self::Complete(body) => Ok(body),
            Self::Stream(mut parts) => {
                let mut body = Vec::new();
                while let Some(part) = parts.recv().await {
                    body.extend(part?);
                }
                Ok(body.into())
            }
        }
    }
}

/// A streamed answer that could not be finished; the reason is in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the answer could not be finished")]
pub struct Broken;

/// What was found at start.
pub struct Report {
    /// Name of the database.
    pub database: String,
    /// As `15.18`.
    pub server_version: String,
    /// The role that is connected.
    pub role: String,
    /// Exposed schemas.
    pub schemas: Vec<String>,
    /// Number of tables, views and their kind.
    pub tables: usize,
    /// Number of fields that lead from row to row.
    pub relations: usize,
    /// Number of GraphQL types.
    pub types: usize,
    /// Clashes of names that were solved, and what was left out: full sentences.
    pub notes: Vec<String>,
}

impl Engine {
    /// Connects, introspects and builds the schema.
    ///
    /// # Errors
    ///
    /// If the database cannot be reached or does not have what was asked for.
    pub async fn start(options: Options) -> Result<Self, StartupError> {
        let (catalog, settings) = read(&options).await?;
        let naming = naming::build(&catalog, &options.naming);
        let schema = schema::build::build(catalog, naming, options.page_sizes);
        let parser = Parser::new(Limits::default());
        let pool = new_pool(&settings, options.connections)?;
        let shared = Shared {
            schema,
            parser,
            caches: Caches::new(),
            introspections: Kept::new(),
            log_sql: options.log_sql,
            explains: options.explains,
            sharing: options.sharing,
            statement_timeout: options.statement_timeout,
            settings,
            pools: Mutex::new(vec![pool.clone()]),
        };
        Ok(Self { shared: Arc::new(shared), pool, batches: Arc::default(), answers: Arc::default() })
    }

    /// The same engine with connections of its own: those of another runtime wake it across threads.
    ///
    /// # Errors
    ///
    /// None in practice; see [`pool`].
    pub fn for_worker(&self, connections: usize) -> Result<Self, StartupError> {
        let pool = new_pool(&self.shared.settings, connections)?;
        self.shared.pools().push(pool.clone());
        Ok(Self { shared: Arc::clone(&self.shared), pool, batches: Arc::default(), answers: Arc::default() })
    }

    /// Answers one request.
    pub async fn answer(&self, request: Request, session: &Session) -> Answer {
        match self.understand(&request, session) {
            Ok(execution) if request.only_queries && !execution.is_query() => {
                let message = "Only queries are answered here; send a mutation by POST.".to_owned();
                let error = RequestError::new(RequestErrorKind::Operation { message, hint: None });
                Answer::NotAllowed(refusal(&[ResponseError::from(&error)]))
            }
            Ok(execution) if execution.introspects_only() => execution.introspected().await,
            Ok(execution) => execution.run().await,
            Err(errors) => {
                let errors: Vec<_> = errors.iter().map(ResponseError::from).collect();
                Answer::Refused(refusal(&errors))
            }
        }
    }

    /// Document and variables: known or loaded, coerced.
    pub(super) fn understand(&self, request: &Request, session: &Session) -> Result<Execution, Vec<RequestError>> {
        let shared = &self.shared;
        let operation_name = request.operation_name.as_deref();
        let load = || {
            let operation = document::load(&shared.schema, &shared.parser, &request.query, operation_name)?;
            let probes = Probes::of(&shared.schema, &operation);
            Ok::<_, Vec<RequestError>>((operation, probes))
        };
        let prepared = shared.caches.document(&request.query, operation_name, load)?;
        let given = variables(request.variables.as_deref())?;
        let variables = if prepared.operation.variables.is_empty() {
            Variables::default()
        } else {
            document::coerce_variables(&shared.schema, &prepared.operation, &given)?
        };
        Ok(Execution {
            shared: Arc::clone(shared),
            pool: self.pool.clone(),
            batches: Arc::clone(&self.batches),
            answers: Arc::clone(&self.answers),
            prepared,
            variables,
            session: session.clone(),
            request_id: request.request_id.clone(),
            explanation: shared.explains.then(Mutex::default),
        })
    }

    /// What was found at start.
    pub fn report(&self) -> Report {
        let catalog = &self.shared.schema.catalog;
        let naming = &self.shared.schema.naming;
        let version = catalog.database.server_version;
        Report {
            database: catalog.database.name.clone(),
            server_version: format!("{}.{}", version / 10_000, version % 10_000),
            role: catalog.database.role.clone(),
            schemas: catalog.schemas.iter().map(|schema| schema.name.clone()).collect(),
            tables: catalog.tables.len(),
            relations: naming.tables.iter().map(|table| table.relations.len()).sum(),
            types: self.shared.schema.types.len(),
            notes: catalog.notes.iter().chain(&naming.clashes).cloned().collect(),
        }
    }

    /// How often documents were loaded and plans made.
    pub fn counters(&self) -> Counters {
        self.shared.caches.counters(self.shared.introspections.made())
    }

    /// The schema.
    pub fn schema(&self) -> &Schema {
        &self.shared.schema
    }

    /// Whether the database answers now.
    pub async fn ready(&self) -> bool {
        let call = Call { text: PING.into(), parameters: Vec::new(), once: false };
        let session = Session::anonymous();
        // A connection that died unnoticed says nothing about the database: the next one does.
        for _ in 0..=self.pool.status().max_size {
            let Ok(mut connection) = self.shared.connect(&self.pool).await else { return false };
            let was_used = connection.is_used();
            let Ok(mut rows) = connection.rows(&call, &session, READY_WITHIN) else { return false };
            let mut answered = rows.next().await;
            if let Ok(Some(_)) = answered {
                answered = rows.next().await;
            }
            match answered {
                Ok(_) => return true,
                Err(_) if was_used => {}
                Err(_) => return false,
            }
        }
        false
    }

    /// The schema in the schema definition language.
    pub fn sdl(&self) -> String {
        schema::sdl(&self.shared.schema)
    }

    /// The result of the standard introspection query, as JSON.
    pub fn introspection_json(&self) -> String {
        // The engine's limits are its own, and far above what the query needs.
        let answer = introspection::everything(&self.shared.schema, &self.shared.parser).unwrap_or_default();
        String::from_utf8(answer).unwrap_or_default()
    }

    /// Closes the connections, once nothing runs on them any more.
    pub async fn close(&self) {
        self.shared.pools().iter().for_each(Pool::close);
    }
}

impl Execution {
    fn is_query(&self) -> bool {
        self.prepared.operation.kind == OperationKind::Query
    }
}

impl Shared {
    /// A connection of `pool`; where PostgreSQL takes no more of them, one that lies idle in another worker.
    pub(super) async fn connect(&self, pool: &Pool) -> Result<Running, DatabaseError> {
        let refused = match connect(pool).await {
            Err(error @ DatabaseError::Unavailable(_)) => error,
            connected => return connected,
        };
        let idle: Vec<_> = self.pools().iter().filter(|pool| pool.status().available > 0).cloned().collect();
        for pool in idle {
            if let Ok(connection) = connect(&pool).await {
                return Ok(connection);
            }
        }
        Err(refused)
    }

    fn pools(&self) -> MutexGuard<'_, Vec<Pool>> {
        // A list of pools is whole whatever panicked while it was held.
        self.pools.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads the catalog, on a connection that is closed afterwards.
async fn read(options: &Options) -> Result<(Catalog, Settings), StartupError> {
    let mut settings = Settings {
        database: options.database.clone(),
        statement_timeout: options.statement_timeout,
        random_page_cost: None,
        search_path: None,
    };
    let mut connection = open(&settings).await?;
    let rows = introspect(&mut connection).await?;
    let catalog = catalog::load::load(rows, &options.exposure)?;
    // Where the operator left PostgreSQL's default, which is meant for disks that turn (SQL.md section 14).
    settings.random_page_cost = catalog.database.random_page_cost_is_default.then_some(1.1);
    settings.search_path.clone_from(&catalog.database.search_path);
    Ok((catalog, settings))
}

fn new_pool(settings: &Settings, connections: usize) -> Result<Pool, StartupError> {
    pool(settings, connections).map_err(|error| StartupError::Pool { reason: error.to_string() })
}

fn variables(given: Option<&RawValue>) -> Result<serde_json::Map<String, serde_json::Value>, Vec<RequestError>> {
    let Some(given) = given else { return Ok(serde_json::Map::new()) };
    match serde_json::from_str(given.get()) {
        Ok(serde_json::Value::Null) => Ok(serde_json::Map::new()),
        Ok(serde_json::Value::Object(variables)) => Ok(variables),
        Ok(_) => Err(bad_variables("the variables are a JSON object, with the name of each as a key.".to_owned())),
        // The request around it was read, but without looking into its strings and numbers.
        Err(error) => Err(bad_variables(format!("the variables are no JSON: {error}."))),
    }
}

fn bad_variables(message: String) -> Vec<RequestError> {
    let name = "variables".to_owned();
    vec![RequestError::new(RequestErrorKind::Argument { name, message, hint: None })]
}
