//! Where the database is: a URL whose gaps the variables of libpq fill, as libpq does it.

use super::{
    config::{Environment, Given, Origin},
    error::ServerError,
    percent,
};
use crate::catalog::nearest::nearest;
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use std::{fs::File, str::FromStr};

/// Where to connect to, and what was passed over in the URL.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) options: PgConnectOptions,
    /// Full sentences.
    pub(crate) notes: Vec<String>,
}

/// What a parameter of the URL means to relata.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// sqlx reads it.
    Read,
    /// Others read it; a URL that serves them too must work here.
    PassedOver,
    /// The name of a file that has to be there.
    TlsFile,
}

const PARAMETERS: &[(&str, Meaning)] = &[
    ("host", Meaning::Read),
    ("hostaddr", Meaning::Read),
    ("port", Meaning::Read),
    ("dbname", Meaning::Read),
    ("user", Meaning::Read),
    ("password", Meaning::Read),
    ("sslmode", Meaning::Read),
    ("sslrootcert", Meaning::TlsFile),
    ("sslcert", Meaning::TlsFile),
    ("sslkey", Meaning::TlsFile),
    ("application_name", Meaning::Read),
    ("options", Meaning::Read),
    ("channel_binding", Meaning::PassedOver),
    ("client_encoding", Meaning::PassedOver),
    ("connect_timeout", Meaning::PassedOver),
    ("connection_limit", Meaning::PassedOver),
    ("gssencmode", Meaning::PassedOver),
    ("keepalives", Meaning::PassedOver),
    ("keepalives_count", Meaning::PassedOver),
    ("keepalives_idle", Meaning::PassedOver),
    ("keepalives_interval", Meaning::PassedOver),
    ("krbsrvname", Meaning::PassedOver),
    ("load_balance_hosts", Meaning::PassedOver),
    ("pgbouncer", Meaning::PassedOver),
    ("pool_timeout", Meaning::PassedOver),
    ("schema", Meaning::PassedOver),
    ("sslcompression", Meaning::PassedOver),
    ("sslnegotiation", Meaning::PassedOver),
    ("sslsni", Meaning::PassedOver),
    ("target_session_attrs", Meaning::PassedOver),
    ("tcp_user_timeout", Meaning::PassedOver),
];

/// Variables any of which names a database.
const NAMING_VARIABLES: &[&str] = &["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER"];

const TLS_VARIABLES: &[&str] = &["PGSSLROOTCERT", "PGSSLCERT", "PGSSLKEY"];

/// Reads where the database is.
///
/// # Errors
///
/// If nothing says it, or what says it is not valid. No error shows the URL.
pub(crate) fn read(given: Option<&Given>, environment: Environment<'_>) -> Result<Target, ServerError> {
    check_variables(given.is_some(), environment)?;
    let Some(given) = given else {
        return Ok(Target { options: finished(PgConnectOptions::new()), notes: Vec::new() });
    };
    let invalid = |problem: String| ServerError::DatabaseUrl { origin: given.origin.clone(), problem };
    let [url] = given.values.as_slice() else { return Err(invalid("there must be one".to_owned())) };
    let url = url.trim();
    match url.split_once("://") {
        Some(("postgres" | "postgresql", _)) => {}
        Some(_) => return Err(invalid("it does not begin with postgres://".to_owned())),
        None => return Err(invalid("it has no postgres:// at its beginning".to_owned())),
    }
    let (url, system_roots, notes) = check_parameters(url, &given.origin)?;
    let mut options = PgConnectOptions::from_str(&with_host(&url)).map_err(|error| invalid(reason(&error)))?;
    if system_roots && !matches!(options.get_ssl_mode(), PgSslMode::VerifyCa | PgSslMode::VerifyFull) {
        // libpq: with the system's roots nothing less than full verification makes sense.
        options = options.ssl_mode(PgSslMode::VerifyFull);
    }
    Ok(Target { options: finished(options), notes })
}

/// libpq takes `postgres://role@/database`; the parser of URLs wants a host there. It gets the one that fills the gap,
/// unless a parameter names another.
fn with_host(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (authority, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let host_at = authority.rfind('@').map_or(0, |at| at + 1);
    let (user, host) = authority.split_at(host_at);
    if authority.is_empty() || !(host.is_empty() || host.starts_with(':')) {
        return url.to_owned();
    }
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let gap = PgConnectOptions::new_without_pgpass();
    // Of two parameters the last one counts, so this one stands first.
    format!("{scheme}://{user}localhost{host}{path}?host={}&{query}", percent::encode(gap.get_host()))
}

/// What libpq does and sqlx does not: an IPv6 address stands without brackets, and `sslmode` means nothing to a socket.
fn finished(options: PgConnectOptions) -> PgConnectOptions {
    let host = options.get_host().to_owned();
    let options = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(address) => options.host(address),
        None => options,
    };
    let by_socket = options.get_socket().is_some() || host.starts_with('/');
    let options = if by_socket { options.ssl_mode(PgSslMode::Disable) } else { options };
    if options.get_application_name().is_some() { options } else { options.application_name("relata") }
}

/// sqlx replaces values that it cannot read by defaults, and would then connect to another place than libpq.
fn check_variables(has_url: bool, environment: Environment<'_>) -> Result<(), ServerError> {
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    if !has_url && set("PGSERVICE").is_some() {
        return Err(ServerError::ServiceFile);
    }
    if !has_url && !NAMING_VARIABLES.iter().any(|name| set(name).is_some()) {
        return Err(ServerError::NoDatabase);
    }
    let refuse = |variable, value, expected| Err(ServerError::LibpqVariable { variable, value, expected });
    if let Some(port) = environment("PGPORT").filter(|port| port.parse::<u16>().is_err()) {
        return refuse("PGPORT", port, "a port, as 5432");
    }
    if let Some(mode) = environment("PGSSLMODE").filter(|mode| mode.parse::<PgSslMode>().is_err()) {
        return refuse("PGSSLMODE", mode, "disable, allow, prefer, require, verify-ca or verify-full");
    }
    TLS_VARIABLES
        .iter()
        .try_for_each(|name| environment(name).map_or(Ok(()), |path| tls_file(&path, (*name).to_owned())))
}

/// The URL without the parameters that sqlx does not know, whether it asks for the system's certificate roots, and
/// notes about what was passed over.
fn check_parameters(url: &str, origin: &Origin) -> Result<(String, bool, Vec<String>), ServerError> {
    let Some((address, query)) = url.split_once('?') else { return Ok((url.to_owned(), false, Vec::new())) };
    let invalid = |problem: String| ServerError::DatabaseUrl { origin: origin.clone(), problem };
    let (mut kept, mut notes, mut system_roots) = (Vec::new(), Vec::new(), false);
    for parameter in query.split('&').filter(|parameter| !parameter.is_empty()) {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let known = name.split('[').next().unwrap_or(name);
        match PARAMETERS.iter().find(|(candidate, _)| *candidate == known).map(|(_, meaning)| *meaning) {
            Some(Meaning::TlsFile) if value == "system" => system_roots = true,
            Some(Meaning::TlsFile) => {
                let path = percent::decode(value).map_err(|_| invalid(format!("{name} is not valid UTF-8")))?;
                tls_file(&path, format!("{name} in {origin}"))?;
                kept.push(parameter);
            }
            Some(Meaning::Read) => kept.push(parameter),
            Some(Meaning::PassedOver) => notes.push(format!("The parameter {name} of the database URL has no effect.")),
            None => {
                let names = PARAMETERS.iter().map(|(name, _)| *name);
                let hint =
                    nearest(name, names).map_or_else(String::new, |nearest| format!("; did you mean {nearest}?"));
                return Err(invalid(format!("unknown parameter {name:?}{hint}")));
            }
        }
    }
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    Ok((format!("{address}{query}"), system_roots, notes))
}

fn tls_file(path: &str, setting: String) -> Result<(), ServerError> {
    // A certificate may also stand in place of its file's name.
    if path.is_empty() || path.contains("-----BEGIN") {
        return Ok(());
    }
    File::open(path).map(drop).map_err(|source| ServerError::TlsFile { path: path.to_owned(), setting, source })
}

/// Why sqlx refused the URL. None of these texts repeats a password.
fn reason(error: &sqlx::Error) -> String {
    error.to_string().replace("error with configuration: ", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(url: &str) -> Result<Target, String> {
        let given = Given { values: vec![url.to_owned()], origin: Origin::Argument("DATABASE_URL") };
        read(Some(&given), &|_| None).map_err(|error| error.to_string())
    }

    #[test]
    fn urls_are_read() {
        for (url, host, database) in [
            ("postgres://u:p%40ss@h:5433/d", "h", Some("d")),
            ("postgresql://u@[::1]:5433/d?sslmode=disable", "::1", Some("d")),
            ("postgres://u@h/d?channel_binding=require&application_name=x", "h", Some("d")),
            ("postgres://u:p@/d?host=h", "h", Some("d")),
            ("postgres://:5433?host=h", "h", None),
        ] {
            let options = target(url).expect(url).options;
            assert_eq!((options.get_host(), options.get_database()), (host, database), "{url}");
        }
        let verified = target("postgres://h/d?sslrootcert=system").expect("valid").options;
        assert!(matches!(verified.get_ssl_mode(), PgSslMode::VerifyFull));
        assert_eq!(target("postgres://h/d?pgbouncer=true").expect("valid").notes.len(), 1);
    }

    #[test]
    fn mistakes_are_named_without_the_password() {
        for (url, expected) in [
            ("mydb", "DATABASE_URL is not a valid database URL: it has no postgres:// at its beginning\n"),
            ("mysql://u:secret@h/d", "DATABASE_URL is not a valid database URL: it does not begin with postgres://\n"),
            ("postgres://u:secret@h:99999/d", "DATABASE_URL is not a valid database URL: invalid port number\n"),
            (
                "postgres://u:secret@h/d?sslmod=require",
                "DATABASE_URL is not a valid database URL: unknown parameter \"sslmod\"; did you mean sslmode?\n",
            ),
            (
                "postgres://u:secret@h/d?sslmode=yes",
                "DATABASE_URL is not a valid database URL: unknown value \"yes\" for `ssl_mode`",
            ),
            ("postgres://u:secret@h/d?sslrootcert=%2Fnone", "The TLS file /none cannot be read: "),
        ] {
            let message = target(url).expect_err(url);
            assert!(message.starts_with(expected), "{message}");
            assert!(!message.contains("secret"), "{message}");
        }
    }

    #[test]
    fn variables_are_checked() {
        for (name, value, expected) in [
            ("PATH", "x", "No database was named"),
            ("PGSERVICE", "x", "PGSERVICE is set"),
            ("PGPORT", "many", "PGPORT in the environment is \"many\"\nit must be a port"),
        ] {
            let lookup = |variable: &str| (variable == name).then(|| value.to_owned());
            let message = read(None, &lookup).expect_err(name).to_string();
            assert!(message.starts_with(expected), "{message}");
        }
    }
}
