//! What the database did not do (DESIGN.md section 7).

use deadpool::managed::PoolError;
use sqlx::postgres::PgDatabaseError;

/// An error of the database while a request ran. What a client may see of it is in [`Self::message`]; the rest is for the
/// log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseError {
    /// An error that a field caused: its data, its rights, its own exception (SQLSTATE classes 22, 23, 42501, P0001).
    #[error("{message} (SQLSTATE {sqlstate})")]
    Field {
        /// SQLSTATE.
        sqlstate: String,
        /// PostgreSQL's message.
        message: String,
        /// PostgreSQL's hint.
        hint: Option<String>,
        /// The constraint that was violated.
        constraint: Option<String>,
        /// The column concerned.
        column: Option<String>,
    },
    /// The statement took too long, or was cancelled (57014).
    #[error("the statement was cancelled: {0}")]
    Cancelled(String),
    /// No connection could be had, or it broke.
    #[error("the database cannot be reached: {0}")]
    Unavailable(String),
    /// Nothing came for longer than PostgreSQL lets a statement run: it is frozen, or the network to it is cut.
    #[error("the database does not answer")]
    Unresponsive,
    /// What clients must not read about, though it may concern one field only: a table that was dropped, a materialized
    /// view that was never filled.
    #[error("{0}")]
    Masked(String),
    /// Anything else: it may tell what clients must not know.
    #[error("{0}")]
    Internal(String),
}

impl DatabaseError {
    /// What an error of a statement means.
    pub fn of(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(database) => match database.try_downcast_ref::<PgDatabaseError>() {
                Some(error) => Self::of_postgres(error),
                None => Self::Internal(database.to_string()),
            },
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed => {
                Self::Unavailable(error.to_string())
            }
            sqlx::Error::Protocol(message) => Self::Unavailable(message.clone()),
            error => Self::Internal(error.to_string()),
        }
    }

    pub(super) fn of_pool(error: PoolError<sqlx::Error>) -> Self {
        match error {
            PoolError::Backend(error) => match Self::of(&error) {
                // Whatever keeps us from connecting is no business of the client.
                Self::Field { .. } | Self::Masked(_) | Self::Internal(_) => Self::Unavailable(error.to_string()),
                other => other,
            },
            error => Self::Unavailable(error.to_string()),
        }
    }

    fn of_postgres(error: &PgDatabaseError) -> Self {
        let sqlstate = error.code();
        let message = error.message().to_owned();
        if sqlstate.starts_with("22") || sqlstate.starts_with("23") || matches!(sqlstate, "42501" | "P0001") {
            return Self::Field {
                sqlstate: sqlstate.to_owned(),
                message,
                hint: error.hint().map(str::to_owned),
                constraint: error.constraint().map(str::to_owned),
                column: error.column().map(str::to_owned),
            };
        }
        match sqlstate {
            "57014" => Self::Cancelled(message),
            // Shutdown, crash, start-up; too many connections; connection exceptions.
            code if code.starts_with("57P") || code.starts_with("53") || code.starts_with("08") => {
                Self::Unavailable(message)
            }
            // Conflicts of transactions, the system around PostgreSQL, its own files and bugs: no field can be blamed.
            code if ["40", "58", "F0", "XX"].iter().any(|class| code.starts_with(class)) => {
                Self::Internal(format!("{message} (SQLSTATE {code})"))
            }
            code => Self::Masked(format!("{message} (SQLSTATE {code})")),
        }
    }

    /// The stable `extensions.code`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Field { sqlstate, .. } if sqlstate == "42501" => "PERMISSION_DENIED",
            Self::Field { .. } => "DATABASE_ERROR",
            Self::Cancelled(_) => "STATEMENT_TIMEOUT",
            Self::Unavailable(_) | Self::Unresponsive => "DATABASE_UNAVAILABLE",
            Self::Masked(_) | Self::Internal(_) => "INTERNAL_SERVER_ERROR",
        }
    }

    /// What a client is told.
    pub fn message(&self) -> String {
        match self {
            Self::Field { message, .. } => message.clone(),
            Self::Cancelled(_) => "The database took too long and was stopped.".to_owned(),
            Self::Unavailable(_) | Self::Unresponsive => "The database cannot be reached at the moment.".to_owned(),
            Self::Masked(_) | Self::Internal(_) => {
                "Something went wrong inside; the log tells more under this request's id.".to_owned()
            }
        }
    }

    /// Whether one of several root fields may have caused it, so that the others can be answered without it.
    pub fn is_of_a_field(&self) -> bool {
        matches!(self, Self::Field { .. } | Self::Masked(_))
    }
}
