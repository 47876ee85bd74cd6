//! Why no connection could be made: what sqlx reports, in the words of the one who has to act.

use sqlx::postgres::PgConnectOptions;
use std::{fmt, io};

/// A connection that could not be made. The text has two lines: what is wrong and where, then what to do. It never holds
/// a password.
#[derive(Debug, thiserror::Error)]
#[error("{problem}\n{advice}")]
pub struct ConnectError {
    kind: ConnectErrorKind,
    problem: String,
    advice: String,
}

/// What kind of failure it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConnectErrorKind {
    /// Nothing listens there.
    Refused,
    /// No such host.
    UnknownHost,
    /// The host does not answer.
    Unreachable,
    /// The socket's directory or file is not there or closed to us.
    Socket,
    /// The role or its password was refused.
    Authentication,
    /// `pg_hba.conf` does not let this role in from here.
    Forbidden,
    /// No such database.
    UnknownDatabase,
    /// The role lacks the privilege to connect.
    Privilege,
    /// All connections are taken.
    TooMany,
    /// The server starts, stops or recovers.
    NotReady,
    /// TLS was asked for and could not be had.
    Tls,
    /// Whatever answers does not speak PostgreSQL's protocol, or broke off.
    Protocol,
    /// The server refused for another reason, which it gave.
    Server,
    /// The settings of the connection contradict each other.
    Settings,
}

impl ConnectError {
    /// What kind of failure it was.
    pub fn kind(&self) -> ConnectErrorKind {
        self.kind
    }

    /// Explains what sqlx reported when it connected with `options`.
    pub fn new(error: &sqlx::Error, options: &PgConnectOptions) -> Self {
        let place = Place(options);
        match error {
            sqlx::Error::Io(error) => of_io(error, &place),
            sqlx::Error::Tls(source) => of_tls(&source.to_string(), &place),
            sqlx::Error::Database(error) => {
                of_server(error.code().as_deref().unwrap_or_default(), error.message(), &place)
            }
            sqlx::Error::Protocol(message) => protocol(message, &place),
            sqlx::Error::Configuration(source) => Self::build(
                ConnectErrorKind::Settings,
                format!("The connection to {place} cannot be set up: {source}"),
                "check the database URL and the PG* variables".to_owned(),
            ),
            sqlx::Error::PoolTimedOut => unreachable_host("it did not answer in time", &place),
            other => Self::build(
                ConnectErrorKind::Protocol,
                format!("The connection to {place} failed: {other}"),
                "check that a PostgreSQL server answers there".to_owned(),
            ),
        }
    }

    /// No answer came within `seconds`.
    pub fn timed_out(seconds: u64, options: &PgConnectOptions) -> Self {
        unreachable_host(&format!("no answer within {seconds} seconds"), &Place(options))
    }

    fn build(kind: ConnectErrorKind, problem: String, advice: String) -> Self {
        Self { kind, problem: one_line(&problem), advice: one_line(&advice) }
    }
}

/// The server, as `host:port` or the path of its socket.
struct Place<'a>(&'a PgConnectOptions);

impl Place<'_> {
    /// A host that begins with a slash is the directory of a socket.
    fn socket(&self) -> Option<String> {
        let options = self.0;
        let directory = match options.get_socket() {
            Some(path) => path.to_string_lossy().into_owned(),
            None => options.get_host().strip_prefix('/').map(|path| format!("/{path}"))?,
        };
        Some(format!("{}/.s.PGSQL.{}", directory.trim_end_matches('/'), options.get_port()))
    }

    fn role(&self) -> &str {
        self.0.get_username()
    }

    /// PostgreSQL's own rule: a database that is not named has the role's name.
    fn database(&self) -> &str {
        self.0.get_database().unwrap_or_else(|| self.role())
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.socket() {
            Some(path) => formatter.write_str(&path),
            None if self.0.get_host().contains(':') => {
                write!(formatter, "[{}]:{}", self.0.get_host(), self.0.get_port())
            }
            None => write!(formatter, "{}:{}", self.0.get_host(), self.0.get_port()),
        }
    }
}

fn of_io(error: &io::Error, place: &Place<'_>) -> ConnectError {
    if let Some(socket) = place.socket() {
        return ConnectError::build(
            ConnectErrorKind::Socket,
            format!("Cannot connect through the socket {socket}: {}", plain(error)),
            "check that PostgreSQL runs and keeps its socket there, or name its host and port".to_owned(),
        );
    }
    match error.kind() {
        io::ErrorKind::ConnectionRefused => ConnectError::build(
            ConnectErrorKind::Refused,
            format!("Nothing listens on {place}: connection refused"),
            "check that PostgreSQL runs there, its port, and its setting listen_addresses".to_owned(),
        ),
        io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe => {
            protocol("it closed the connection", place)
        }
        io::ErrorKind::TimedOut | io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable => {
            unreachable_host(&plain(error), place)
        }
        // rustls reports a certificate that it does not accept as data that is not valid.
        io::ErrorKind::InvalidData => of_tls(&error.to_string(), place),
        _ if error.raw_os_error().is_none() && error.to_string().contains("lookup") => ConnectError::build(
            ConnectErrorKind::UnknownHost,
            format!("The host {:?} is not known", place.0.get_host()),
            "check its spelling in the database URL or PGHOST, and the name service".to_owned(),
        ),
        _ => unreachable_host(&plain(error), place),
    }
}

fn unreachable_host(reason: &str, place: &Place<'_>) -> ConnectError {
    ConnectError::build(
        ConnectErrorKind::Unreachable,
        format!("{place} cannot be reached: {reason}"),
        "check the host and the port, and that no firewall is in between".to_owned(),
    )
}

fn of_tls(reason: &str, place: &Place<'_>) -> ConnectError {
    let (problem, advice) = if reason.contains("does not support TLS") {
        (
            format!("{place} does not offer TLS, but sslmode asks for it"),
            "turn on ssl in its postgresql.conf, or connect without: sslmode=disable",
        )
    } else {
        (
            format!("No TLS connection to {place} could be made: {reason}"),
            "check its certificate and host name; sslrootcert names another root, sslmode=require accepts any certificate",
        )
    };
    ConnectError::build(ConnectErrorKind::Tls, problem, advice.to_owned())
}

fn protocol(reason: &str, place: &Place<'_>) -> ConnectError {
    ConnectError::build(
        ConnectErrorKind::Protocol,
        format!("{place} does not answer as PostgreSQL does: {reason}"),
        "check that a PostgreSQL server, and not something else, has this port".to_owned(),
    )
}

/// By SQLSTATE, since the texts are in the language of the server.
fn of_server(code: &str, message: &str, place: &Place<'_>) -> ConnectError {
    let (role, database) = (place.role(), place.database());
    let (kind, problem, advice) = match code {
        "28P01" => (
            ConnectErrorKind::Authentication,
            format!("{place} refused the password of role {role:?}"),
            "correct it in the database URL, PGPASSWORD or the password file (~/.pgpass)".to_owned(),
        ),
        "28000" => (
            ConnectErrorKind::Forbidden,
            format!("{place} does not let role {role:?} in: {message}"),
            "check the role's name, that it may LOGIN, and the lines of pg_hba.conf".to_owned(),
        ),
        "3D000" => (
            ConnectErrorKind::UnknownDatabase,
            format!("{place} has no database {database:?}"),
            format!("name another one in the database URL or PGDATABASE, or create it: createdb {database}"),
        ),
        "42501" => (
            ConnectErrorKind::Privilege,
            format!("Role {role:?} may not connect to database {database:?} on {place}"),
            format!("allow it: GRANT CONNECT ON DATABASE {} TO {};", quoted(database), quoted(role)),
        ),
        "53300" => (
            ConnectErrorKind::TooMany,
            format!("{place} has no connection left: {message}"),
            "lower --connections, or raise max_connections in its postgresql.conf".to_owned(),
        ),
        "57P01" | "57P02" | "57P03" => (
            ConnectErrorKind::NotReady,
            format!("{place} takes no connections now: {message}"),
            "try again in a moment".to_owned(),
        ),
        _ => (
            ConnectErrorKind::Server,
            format!("{place} refused the connection: {message} (SQLSTATE {code})"),
            "check the database URL, the PG* variables and the server's log".to_owned(),
        ),
    };
    ConnectError::build(kind, problem, advice)
}

/// For the operator to paste; relata does not run it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Without the number that Rust adds.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_lowercase()
}

/// Names and messages come from outside and may hold anything.
fn one_line(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_told_apart() {
        let io = |kind: io::ErrorKind| sqlx::Error::Io(kind.into());
        for (error, host, kind, expected) in [
            (
                io(io::ErrorKind::ConnectionRefused),
                "h",
                ConnectErrorKind::Refused,
                "Nothing listens on h:5432: connection refused",
            ),
            (io(io::ErrorKind::ConnectionRefused), "::1", ConnectErrorKind::Refused, "Nothing listens on [::1]:5432:"),
            (
                io(io::ErrorKind::NotFound),
                "/tmp/x",
                ConnectErrorKind::Socket,
                "Cannot connect through the socket /tmp/x/.s.PGSQL.5432:",
            ),
            (
                io(io::ErrorKind::UnexpectedEof),
                "h",
                ConnectErrorKind::Protocol,
                "h:5432 does not answer as PostgreSQL does:",
            ),
            (
                sqlx::Error::Io(io::Error::other("failed to lookup address information: nope")),
                "h",
                ConnectErrorKind::UnknownHost,
                "The host \"h\" is not known",
            ),
            (
                sqlx::Error::Io(io::Error::new(io::ErrorKind::InvalidData, "invalid peer certificate: UnknownIssuer")),
                "h",
                ConnectErrorKind::Tls,
                "No TLS connection to h:5432 could be made: invalid peer certificate",
            ),
            (
                sqlx::Error::Tls("server does not support TLS".into()),
                "h",
                ConnectErrorKind::Tls,
                "h:5432 does not offer TLS",
            ),
        ] {
            let options = PgConnectOptions::new_without_pgpass().host(host).port(5432).password("secret");
            let explained = ConnectError::new(&error, &options);
            assert_eq!(explained.kind(), kind);
            assert!(explained.to_string().starts_with(expected), "{explained}");
            assert_eq!(explained.to_string().lines().count(), 2);
        }
    }
}
