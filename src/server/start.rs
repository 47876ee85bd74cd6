//! The commands.

use super::{
    cli::Arguments,
    config::{self, Settings},
    connection,
    database_url::{self, Target},
    error::ServerError,
    explain, health_check,
    http::{self, State},
    logging,
    options::Command,
    page::{Page, Tabs},
    report::{self, Start, Stopwatch},
    request_id, schema_page,
    shutdown::{self, Draining, Signals, Times},
    values::{LogFormat, PageKind},
};
use crate::{
    execute::{
        embedded::{self, Cluster},
        npm,
    },
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
};

/// How long the last answers may take to reach their clients once all requests have been answered.
const FLUSHING_SECONDS: u64 = 5;

/// How many ports the demonstration tries, the usual one and those that follow.
const NEXT_PORTS: u16 = 100;

/// Runs a command to its end.
///
/// # Errors
///
/// If something has to be put right before it can do its work.
pub(crate) fn run(command: Command, arguments: &Arguments) -> Result<(), ServerError> {
    match command {
        Command::Fetch => {
            print(&format!("{}\n", embedded::fetch(&mut npm::tell)?.display()))?;
            return super::page::fetch(&mut npm::tell);
        }
        Command::Demo => forget_databases()?,
        _ => {}
    }
    let settings = config::merge(command, arguments, &variable)?;
    logging::init(settings.log_format);
    match command {
        Command::Serve => System::new().block_on(serve(&settings)),
        Command::Demo => System::new().block_on(demo(&settings)),
        Command::Schema => System::new().block_on(schema(&settings, arguments.json())),
        Command::Explain => System::new().block_on(explain(&settings, arguments.asked())),
        Command::Health => print(&health_check::ask(&settings.listen, arguments.ready())?),
        // These are done already.
        Command::Fetch | Command::Completions | Command::Man => Ok(()),
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
    let stopwatch = Stopwatch::start();
    let listener = listen(settings)?;
    let target = database_url::read(settings.database_url.as_ref(), &variable)?;
    let engine = Engine::start(options(settings, &target)).await?;
    let tabs = Tabs::of_schema(engine.schema());
    let running = Running { settings, listener, engine, notes: &target.notes, stopwatch, hint: None, tabs };
    running.until_stopped().await
}

async fn demo(settings: &Settings) -> Result<(), ServerError> {
    let mut stopwatch = Stopwatch::start();
    let listener = listen_somewhere(settings)?;
    let progress = if settings.log_format == LogFormat::Json { report::log_progress } else { npm::tell };
    let cluster = Cluster::start(&embedded::Options { progress, ..embedded::Options::new("demo") })?;
    stopwatch.step("PostgreSQL");
    let url = cluster.url(settings.example.name);
    settings.example.create(&cluster.url("postgres"), &url).await?;
    stopwatch.step("data");
    let given = config::Given { values: vec![url], origin: config::Origin::Argument("DATABASE_URL") };
    let target = database_url::read(Some(&given), &|_| None)?;
    let engine = Engine::start(options(settings, &target)).await?;
    stopwatch.step("schema");
    let tabs = Tabs::of_tour(settings.example.tour, settings.example.mistake);
    let hint = Some(settings.example.query);
    let running = Running { settings, listener, engine, notes: &[], stopwatch, hint, tabs };
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

async fn explain(settings: &Settings, asked: explain::Asked) -> Result<(), ServerError> {
    let target = database_url::read(settings.database_url.as_ref(), &variable)?;
    let operation = explain::read(asked)?;
    let engine = Engine::start(options(settings, &target)).await?;
    let explained = explain::run(&engine, &operation).await;
    engine.close().await;
    explained
}

/// A server that is about to run.
struct Running<'a> {
    settings: &'a Settings,
    listener: TcpListener,
    engine: Engine,
    notes: &'a [String],
    stopwatch: Stopwatch,
    /// A query to try.
    hint: Option<&'a str>,
    /// What is in the tabs of the page.
    tabs: Tabs,
}

impl Running<'_> {
    async fn until_stopped(self) -> Result<(), ServerError> {
        let Self { settings, listener, engine, notes, stopwatch, hint, tabs } = self;
        let address = listener.local_addr().map_err(ServerError::Http)?;
        let signals = Signals::listen().map_err(ServerError::Http)?;
        let draining = Draining::default();
        let states = states(&engine, settings, &draining)?;
        let page = web::Data::new(Page::new(settings.page, &engine.schema().catalog.database.name, &tabs));
        let (workers, shared, next) = (states.len(), states.clone(), Arc::new(AtomicUsize::new(0)));
        let page_kind = settings.page;
        let application = move || {
            // Each worker has its own; one that is started anew after a panic shares with another.
            let state = shared[next.fetch_add(1, Ordering::Relaxed) % shared.len()].clone();
            App::new()
                .app_data(state)
                .app_data(page.clone())
                .wrap(middleware::from_fn(request_id::trace))
                .configure(|config| http::routes(config, page_kind))
        };
        let server = HttpServer::new(application)
            .workers(workers)
            .disable_signals()
            .shutdown_timeout(FLUSHING_SECONDS)
            // An answer that leaves in several parts must not wait for the client's acknowledgements, which come late: 40 ms.
            .tcp_nodelay(true)
            .on_connect(connection::limit_writing)
            .listen(listener)
            .map_err(ServerError::Http)?
            .run();
        let times = Times { delay: settings.shutdown_delay, limit: settings.shutdown_timeout };
        actix_web::rt::spawn(shutdown::supervise(signals, server.handle(), draining, times));
        let start = Start {
            report: engine.report(),
            notes,
            address,
            page: page_kind != PageKind::Off,
            stopwatch: &stopwatch,
            query: hint,
        };
        start.tell(settings.log_format);
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
    let overview = schema_page::Overview::default();
    (0..workers)
        .map(|worker| {
            let connections = settings.connections / workers + usize::from(worker < settings.connections % workers);
            let engine = engine.for_worker(connections)?;
            Ok(web::Data::new(State {
                engine,
                body_limit: settings.body_limit,
                draining: draining.clone(),
                overview: overview.clone(),
            }))
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
        sharing: settings.sharing,
        explains: settings.explains,
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

/// Where nobody chose a port, the demonstration takes the next one that is free.
fn listen_somewhere(settings: &Settings) -> Result<TcpListener, ServerError> {
    let usual = &settings.listen;
    if settings.listen_origin.is_some() {
        return listen(settings);
    }
    // The last one is any that is free.
    let ports = (0..NEXT_PORTS).map(|next| usual.port() + next).chain([0]);
    let mut free = ports.map(|port| TcpListener::bind((usual.host(), port)));
    let taken = |error: &io::Error| error.kind() == io::ErrorKind::AddrInUse;
    match free.find(|bound| !bound.as_ref().is_err_and(taken)) {
        Some(Ok(listener)) => Ok(listener),
        _ => listen(settings),
    }
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
