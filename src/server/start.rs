//! The three commands.

use super::{
    cli::Arguments,
    config::{self, Settings},
    connection,
    database_url::{self, Target},
    error::ServerError,
    example,
    http::{self, State},
    logging,
    options::Command,
    report, request_id,
    shutdown::{self, Draining, Signals, Times},
};
use crate::{
    execute::embedded::{self, Cluster},
    response::engine::{self, Engine},
};
use actix_web::{App, HttpServer, middleware, rt::System, web};
use std::{
    env,
    ffi::OsString,
    io::{self, Write},
    net::TcpListener,
    os::unix::process::CommandExt,
    process,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Instant,
};

/// How long the last answers may take to reach their clients once all requests have been answered.
const FLUSHING_SECONDS: u64 = 5;

/// Runs a command to its end.
///
/// # Errors
///
/// If something has to be put right before it can do its work.
pub(crate) fn run(command: Command, arguments: &Arguments) -> Result<(), ServerError> {
    if command == Command::Demo {
        forget_databases()?;
    }
    let settings = config::merge(command, arguments, &variable)?;
    logging::init(settings.log_format);
    match command {
        Command::Serve => System::new().block_on(serve(&settings)),
        Command::Demo => System::new().block_on(demo(&settings)),
        Command::Schema => System::new().block_on(schema(&settings, arguments.json())),
    }
}

/// Writes what was asked for to standard output.
///
/// # Errors
///
/// If it is closed or full; a reader that has read enough (`| head`) is no error.
pub(crate) fn print(text: &str) -> Result<(), ServerError> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(ServerError::Output(error)),
        _ => Ok(()),
    }
}

async fn serve(settings: &Settings) -> Result<(), ServerError> {
    let begun = Instant::now();
    let listener = listen(settings)?;
    let target = database_url::read(settings.database_url.as_ref(), &variable)?;
    let engine = Engine::start(options(settings, &target)).await?;
    let running = Running { settings, listener, engine, notes: &target.notes, begun, hint: None };
    running.until_stopped().await
}

async fn demo(settings: &Settings) -> Result<(), ServerError> {
    let begun = Instant::now();
    let listener = listen(settings)?;
    let cluster = Cluster::start(&embedded::Options::new("demo"))?;
    let url = cluster.url(example::DATABASE);
    example::create(&cluster.url("postgres"), &url).await?;
    let given = config::Given { values: vec![url], origin: config::Origin::Argument("DATABASE_URL") };
    let target = database_url::read(Some(&given), &|_| None)?;
    let engine = Engine::start(options(settings, &target)).await?;
    let running = Running { settings, listener, engine, notes: &[], begun, hint: Some(example::QUERY) };
    running.until_stopped().await?;
    Ok(cluster.stop()?)
}

async fn schema(settings: &Settings, json: bool) -> Result<(), ServerError> {
    let target = database_url::read(settings.database_url.as_ref(), &variable)?;
    let engine = Engine::start(options(settings, &target)).await?;
    let text = if json { engine.introspection_json() + "\n" } else { engine.sdl() };
    engine.close().await;
    print(&text)
}

/// A server that is about to run.
struct Running<'a> {
    settings: &'a Settings,
    listener: TcpListener,
    engine: Engine,
    notes: &'a [String],
    begun: Instant,
    /// A query to try.
    hint: Option<&'a str>,
}

impl Running<'_> {
    async fn until_stopped(self) -> Result<(), ServerError> {
        let Self { settings, listener, engine, notes, begun, hint } = self;
        let address = listener.local_addr().map_err(ServerError::Http)?;
        let signals = Signals::listen().map_err(ServerError::Http)?;
        let draining = Draining::default();
        let states = states(&engine, settings, &draining)?;
        let (workers, shared, next) = (states.len(), states.clone(), Arc::new(AtomicUsize::new(0)));
        let application = move || {
            // Each worker has its own; one that is started anew after a panic shares with another.
            let state = shared[next.fetch_add(1, Ordering::Relaxed) % shared.len()].clone();
            App::new().app_data(state).wrap(middleware::from_fn(request_id::trace)).configure(http::routes)
        };
        let server = HttpServer::new(application)
            .workers(workers)
            .disable_signals()
            .shutdown_timeout(FLUSHING_SECONDS)
            .on_connect(connection::limit_writing)
            .listen(listener)
            .map_err(ServerError::Http)?
            .run();
        let times = Times { delay: settings.shutdown_delay, limit: settings.shutdown_timeout };
        actix_web::rt::spawn(shutdown::supervise(signals, server.handle(), draining, times));
        report::tell(&engine.report(), notes, address, begun.elapsed(), settings.log_format);
        if let Some(query) = hint {
            report::invite(query, address);
        }
        server.await.map_err(ServerError::Http)?;
        for state in &states {
            state.engine.close().await;
        }
        tracing::info!("stopped");
        Ok(())
    }
}

/// What each worker has: an engine whose connections wake no other thread.
fn states(engine: &Engine, settings: &Settings, draining: &Draining) -> Result<Vec<web::Data<State>>, ServerError> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(settings.connections);
    (0..workers)
        .map(|worker| {
            let connections = settings.connections / workers + usize::from(worker < settings.connections % workers);
            let engine = engine.for_worker(connections)?;
            Ok(web::Data::new(State { engine, body_limit: settings.body_limit, draining: draining.clone() }))
        })
        .collect()
}

fn options(settings: &Settings, target: &Target) -> engine::Options {
    engine::Options {
        database: target.options.clone(),
        exposure: settings.exposure.clone(),
        naming: settings.naming.clone(),
        page_sizes: settings.page_sizes,
        connections: settings.connections,
        statement_timeout: settings.statement_timeout,
        log_sql: settings.log_sql,
    }
}

/// The address is taken before the database is asked, so that a second start fails at once.
fn listen(settings: &Settings) -> Result<TcpListener, ServerError> {
    let address = &settings.listen;
    let bound = TcpListener::bind((address.host(), address.port()));
    bound.map_err(|error| {
        let setting = settings.listen_origin.as_ref().map_or_else(|| "--listen".to_owned(), ToString::to_string);
        let (reason, advice) = match error.kind() {
            io::ErrorKind::AddrInUse => (
                "another program has this port".to_owned(),
                "stop it, or choose another port, as in --listen 4001".to_owned(),
            ),
            io::ErrorKind::PermissionDenied => {
                ("not permitted".to_owned(), "choose a port above 1023, as in --listen 4000".to_owned())
            }
            io::ErrorKind::AddrNotAvailable => (
                "this machine does not have this address".to_owned(),
                format!("correct {setting}; 0.0.0.0 is every interface"),
            ),
            _ => (error.to_string(), format!("correct {setting}")),
        };
        ServerError::Listen { address: address.to_string(), reason, advice }
    })
}

/// Starts this program anew without the variables that name a database, if there are any: sqlx and PostgreSQL's own
/// programs read them wherever they like, and the demonstration must not depend on them.
fn forget_databases() -> Result<(), ServerError> {
    let names_a_database = |name: &OsString| {
        let name = name.to_string_lossy();
        // PG_BIN_DIR says where the programs are.
        name.ends_with("DATABASE_URL") || (name.starts_with("PG") && name != "PG_BIN_DIR")
    };
    let names: Vec<OsString> = env::vars_os().map(|(name, _)| name).filter(names_a_database).collect();
    if names.is_empty() {
        return Ok(());
    }
    let program = env::current_exe().map_err(|source| ServerError::Restart { program: "relata".into(), source })?;
    let mut command = process::Command::new(&program);
    command.args(env::args_os().skip(1));
    names.iter().for_each(|name| {
        command.env_remove(name);
    });
    // `exec` returns only if it fails.
    Err(ServerError::Restart { program, source: command.exec() })
}

/// A variable of the environment; what is not UTF-8 cannot be any of the values that options have.
fn variable(name: &str) -> Option<String> {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}
