//! Runs a statement and hands out its rows as they come.

use super::{
    database_error::DatabaseError,
    pool::{Kept, Pool, Pooled},
    session::Session,
    statement::{begin, trusted_shared},
};
use futures_util::{StreamExt, TryStreamExt, stream::BoxStream};
use sqlx::{
    Executor, Row as _, ValueRef,
    postgres::{PgArguments, PgRow},
};
use std::sync::Arc;

/// A row of a result set, in PostgreSQL's binary formats.
pub struct Row(PgRow);

impl Row {
    /// The bytes of a column, `None` for NULL or a column that is not there.
    pub fn get(&self, column: usize) -> Option<&[u8]> {
        let value = self.0.try_get_raw(column).ok()?;
        if value.is_null() { None } else { value.as_bytes().ok() }
    }
}

/// A statement with the texts of its parameters.
#[derive(Debug, Clone)]
pub struct Call {
    /// The statement's text.
    pub text: Arc<str>,
    /// `$1` first.
    pub parameters: Vec<String>,
}

/// A connection that a statement runs on.
pub struct Running(Pooled);

/// Takes a connection.
///
/// # Errors
///
/// If none could be had in time.
pub async fn connect(pool: &Pool) -> Result<Running, DatabaseError> {
    pool.get().await.map(Running).map_err(DatabaseError::of_pool)
}

impl Running {
    /// Runs `call` as `session`; rows come as PostgreSQL sends them.
    pub fn rows<'c>(&'c mut self, call: &'c Call, session: &'c Session) -> BoxStream<'c, Result<Row, DatabaseError>> {
        let kept = &mut *self.0;
        let Kept { connection, broken, used } = kept;
        *used = true;
        let mut arguments = PgArguments::default();
        for parameter in &call.parameters {
            if let Err(error) = sqlx::Arguments::add(&mut arguments, parameter.as_str()) {
                return futures_util::stream::once(async move { Err(DatabaseError::of(&sqlx::Error::Encode(error))) })
                    .boxed();
            }
        }
        let transaction = begin(session);
        async_stream(connection, call, arguments, transaction)
            .map_ok(Row)
            .map_err(move |error| {
                *broken |= breaks(&error);
                DatabaseError::of(&error)
            })
            .boxed()
    }

    /// Whether the connection had answered before and may have died since: then a statement that found it dead may be
    /// sent again on another one, as reading twice does no harm.
    pub fn is_used(&self) -> bool {
        self.0.is_used()
    }
}

fn async_stream<'c>(
    connection: &'c mut sqlx::PgConnection,
    call: &'c Call,
    arguments: PgArguments,
    transaction: Option<sqlx::SqlStr>,
) -> BoxStream<'c, Result<PgRow, sqlx::Error>> {
    let statement = trusted_shared(&call.text);
    match transaction {
        None => connection.fetch(sqlx::query_with(statement, arguments)),
        Some(begin) => futures_util::stream::once(in_transaction(connection, begin, statement, arguments))
            .map_ok(|rows| futures_util::stream::iter(rows.into_iter().map(Ok)))
            .try_flatten()
            .boxed(),
    }
}

/// Everything in one transaction, which is rolled back: nothing was written, and the role is given back with it.
async fn in_transaction(
    connection: &mut sqlx::PgConnection,
    begin: sqlx::SqlStr,
    statement: sqlx::SqlStr,
    arguments: PgArguments,
) -> Result<Vec<PgRow>, sqlx::Error> {
    let mut transaction = sqlx::Connection::begin_with(connection, begin).await?;
    let rows = sqlx::query_with(statement, arguments).fetch_all(&mut *transaction).await?;
    transaction.rollback().await?;
    Ok(rows)
}

/// Whether a connection is of no use after `error`.
fn breaks(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(error) => {
            error.code().is_some_and(|code| code.starts_with("57P") || code.starts_with("08"))
        }
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed => true,
        _ => false,
    }
}
