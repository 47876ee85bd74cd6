//! The options of relata: one row each. A row is all that the command line, the environment, the file and the help
//! text need to know.

/// A command of relata.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command {
    /// Serve a database.
    Serve,
    /// Serve the example database.
    Demo,
    /// Print the schema of a database.
    Schema,
    /// Fetch PostgreSQL ahead of time.
    Fetch,
    /// Ask a running relata how it is.
    Health,
    /// Print what a shell needs to complete command lines.
    Completions,
    /// Print a page of the manual.
    Man,
    /// Print the statement of an operation.
    Explain,
}

/// An option, under all of its names.
#[derive(Debug)]
pub(crate) struct OptionRow {
    /// `--listen` without its dashes.
    pub(crate) flag: &'static str,
    /// `RELATA_LISTEN`
    pub(crate) env: &'static str,
    /// The key in `relata.toml`.
    pub(crate) key: &'static str,
    /// What the help text calls its value; empty for a switch.
    pub(crate) value: &'static str,
    /// Whether it may be given more than once, and takes values that are separated by commas.
    pub(crate) many: bool,
    /// As the help text says it.
    pub(crate) default: &'static str,
    /// One sentence.
    pub(crate) help: &'static str,
    /// The commands that take it.
    pub(crate) commands: &'static [Command],
}

const EVERY: &[Command] = &[Command::Serve, Command::Demo, Command::Schema, Command::Explain];
const SERVING: &[Command] = &[Command::Serve, Command::Demo];
const LISTENING: &[Command] = &[Command::Serve, Command::Demo, Command::Health];

/// Where to listen.
pub(crate) const LISTEN: OptionRow = OptionRow {
    flag: "listen",
    env: "RELATA_LISTEN",
    key: "listen",
    value: "ADDRESS",
    many: false,
    default: "127.0.0.1:4000",
    help: "Where to listen: host:port, a host, or a port (0 takes any free one)",
    commands: LISTENING,
};

/// Which schemas are shown.
pub(crate) const SCHEMA: OptionRow = OptionRow {
    flag: "schema",
    env: "RELATA_SCHEMA",
    key: "schemas",
    value: "NAMES",
    many: true,
    default: "the schemas of the role's search_path",
    help: "Schemas to show, separated by commas; the first stays plain in names, and \"sales as ''\" drops a prefix",
    commands: EVERY,
};

/// Rows on a page that does not say how many.
pub(crate) const DEFAULT_PAGE_SIZE: OptionRow = OptionRow {
    flag: "default-page-size",
    env: "RELATA_DEFAULT_PAGE_SIZE",
    key: "defaultPageSize",
    value: "ROWS",
    many: false,
    default: "100",
    help: "Rows of a connection without `first` and `last`",
    commands: EVERY,
};

/// Rows on a page at most.
pub(crate) const MAX_PAGE_SIZE: OptionRow = OptionRow {
    flag: "max-page-size",
    env: "RELATA_MAX_PAGE_SIZE",
    key: "maxPageSize",
    value: "ROWS",
    many: false,
    default: "1000",
    help: "Most rows that `first` and `last` may ask for; 0 lifts the limit",
    commands: EVERY,
};

/// Connections to the database.
pub(crate) const CONNECTIONS: OptionRow = OptionRow {
    flag: "connections",
    env: "RELATA_CONNECTIONS",
    key: "connections",
    value: "NUMBER",
    many: false,
    default: "4 for each processor",
    help: "Most connections to keep open to the database",
    commands: SERVING,
};

/// How long a statement may run.
pub(crate) const STATEMENT_TIMEOUT: OptionRow = OptionRow {
    flag: "statement-timeout",
    env: "RELATA_STATEMENT_TIMEOUT",
    key: "statementTimeout",
    value: "DURATION",
    many: false,
    default: "15s",
    help: "When PostgreSQL ends a statement: 500ms, 15s, 2min; 0 lifts the limit",
    commands: EVERY,
};

/// How large a request may be.
pub(crate) const BODY_LIMIT: OptionRow = OptionRow {
    flag: "body-limit",
    env: "RELATA_BODY_LIMIT",
    key: "bodyLimit",
    value: "SIZE",
    many: false,
    default: "1MB",
    help: "Largest body of a request: 512kB, 1MB (1024 kB)",
    commands: SERVING,
};

/// What to do about foreign key columns without a suffix.
pub(crate) const BARE_FOREIGN_KEYS: OptionRow = OptionRow {
    flag: "bare-foreign-keys",
    env: "RELATA_BARE_FOREIGN_KEYS",
    key: "bareForeignKeys",
    value: "column|relation",
    many: false,
    default: "column",
    help: "What a foreign key column without a suffix (`area`) names: itself, or the relation",
    commands: EVERY,
};

/// How the log looks.
pub(crate) const LOG_FORMAT: OptionRow = OptionRow {
    flag: "log-format",
    env: "RELATA_LOG_FORMAT",
    key: "logFormat",
    value: "text|json",
    many: false,
    default: "text",
    help: "How the log looks; it goes to standard error",
    commands: EVERY,
};

/// Whether statements are logged.
pub(crate) const LOG_SQL: OptionRow = OptionRow {
    flag: "log-sql",
    env: "RELATA_LOG_SQL",
    key: "logSql",
    value: "",
    many: false,
    default: "false",
    help: "Log every statement with its values",
    commands: EVERY,
};

/// What requests share.
pub(crate) const SHARE: OptionRow = OptionRow {
    flag: "share",
    env: "RELATA_SHARE",
    key: "share",
    value: "none|statements|answers",
    many: false,
    default: "answers",
    help: "What requests that come at the same time share: statements, and answers if they ask the same",
    commands: SERVING,
};

/// What a browser finds at `/`.
pub(crate) const PAGE: OptionRow = OptionRow {
    flag: "page",
    env: "RELATA_PAGE",
    key: "page",
    value: "graphiql|plain|off",
    many: false,
    default: "graphiql for `demo` and on a loopback address, else off",
    help: "What a browser finds at /: GraphiQL (fetched from the npm registry once), a plain editor, or nothing",
    commands: SERVING,
};

/// Whether answers tell their SQL.
pub(crate) const EXPLAIN_EXTENSIONS: OptionRow = OptionRow {
    flag: "explain-extensions",
    env: "RELATA_EXPLAIN_EXTENSIONS",
    key: "explainExtensions",
    value: "",
    many: false,
    default: "false; `demo` always does",
    help: "Tell every client the SQL of its answer, rows and milliseconds, in extensions.explain",
    commands: &[Command::Serve],
};

/// How long to go on accepting after `/readyz` has turned.
pub(crate) const SHUTDOWN_DELAY: OptionRow = OptionRow {
    flag: "shutdown-delay",
    env: "RELATA_SHUTDOWN_DELAY",
    key: "shutdownDelay",
    value: "DURATION",
    many: false,
    default: "0s",
    help: "How long to go on serving after SIGTERM while /readyz says 503, for load balancers that poll it",
    commands: SERVING,
};

/// How long running requests may take to finish.
pub(crate) const SHUTDOWN_TIMEOUT: OptionRow = OptionRow {
    flag: "shutdown-timeout",
    env: "RELATA_SHUTDOWN_TIMEOUT",
    key: "shutdownTimeout",
    value: "DURATION",
    many: false,
    default: "30s",
    help: "How long running requests may take to finish after that",
    commands: SERVING,
};

/// Which database to show.
pub(crate) const EXAMPLE: OptionRow = OptionRow {
    flag: "example",
    env: "RELATA_EXAMPLE",
    key: "example",
    value: "nightrail|oddities",
    many: false,
    default: "nightrail",
    help: "Which database to show: night trains, or whatever PostgreSQL allows and nobody expects",
    commands: &[Command::Demo],
};

/// Where the database is; the commands that need one take it as an argument instead of a flag.
pub(crate) const DATABASE_URL: OptionRow = OptionRow {
    flag: "DATABASE_URL",
    env: "RELATA_DATABASE_URL",
    key: "databaseUrl",
    value: "DATABASE_URL",
    many: false,
    default: "DATABASE_URL, then PGHOST, PGDATABASE and the other variables of libpq",
    help: "postgres://role:password@host:port/database?sslmode=…",
    commands: &[],
};

/// All rows, in the order of the help text.
pub(crate) const OPTIONS: &[&OptionRow] = &[
    &DATABASE_URL,
    &EXAMPLE,
    &LISTEN,
    &SCHEMA,
    &DEFAULT_PAGE_SIZE,
    &MAX_PAGE_SIZE,
    &CONNECTIONS,
    &STATEMENT_TIMEOUT,
    &BODY_LIMIT,
    &BARE_FOREIGN_KEYS,
    &LOG_FORMAT,
    &LOG_SQL,
    &SHARE,
    &PAGE,
    &EXPLAIN_EXTENSIONS,
    &SHUTDOWN_DELAY,
    &SHUTDOWN_TIMEOUT,
];
