//! Runs a statement and hands out its rows as they come.

use super::{
    database_error::DatabaseError,
    pool::{Kept, Pool, Pooled, State},
    session::Session,
    statement::{begin, trusted_shared},
};
use futures_util::{StreamExt, TryStreamExt, stream::BoxStream};
use sqlx::{
    Either, Executor, Row as _, ValueRef,
    postgres::{PgArguments, PgQueryResult, PgRow},
};
use std::{
    future::{Future, poll_fn},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::{Instant, Sleep, sleep};

/// A row of a result set, in PostgreSQL's binary formats.
pub struct Row(PgRow);

impl Row {
    /// The bytes of a column, `None` for NULL or a column that is not there.
    #[inline]
    pub fn get(&self, column: usize) -> Option<&[u8]> {
        // Looked at where it is: moving what sqlx gives costs as much as finding it.
        match &self.0.try_get_raw(column) {
            Ok(value) if !value.is_null() => value.as_bytes().ok(),
            _ => None,
        }
    }
}

/// A statement with the texts of its parameters.
#[derive(Debug, Clone)]
pub struct Call {
    /// The statement's text.
    pub text: Arc<str>,
    /// `$1` first.
    pub parameters: Vec<String>,
    /// Whether it is hardly sent again, so that its plan is not worth keeping.
    pub once: bool,
}

/// A connection that a statement runs on.
pub struct Running(Pooled);

/// The rows of a statement as they come. It is meant to be read to its end: a connection whose rows were not is not used
/// again, as the next statement would wait for this one.
pub struct Rows<'c> {
    stream: BoxStream<'c, Result<Step, sqlx::Error>>,
    state: &'c mut State,
    patience: Duration,
    /// Runs while PostgreSQL is waited for; made when it is for the first time.
    alarm: Option<Pin<Box<Sleep>>>,
}

/// What sqlx gives, as it comes: reading rows alone would put another stream around each of them.
type Step = Either<PgQueryResult, PgRow>;

/// Takes a connection.
///
/// # Errors
///
/// If none could be had in time.
pub async fn connect(pool: &Pool) -> Result<Running, DatabaseError> {
    pool.get().await.map(Running).map_err(DatabaseError::of_pool)
}

impl Running {
    /// Runs `call` as `session`. PostgreSQL has `patience` for each row; it ends a statement by itself long before, unless
    /// it is frozen or cut off.
    ///
    /// # Errors
    ///
    /// If a parameter is too large to be sent.
    pub fn rows<'c>(
        &'c mut self,
        call: &'c Call,
        session: &'c Session,
        patience: Duration,
    ) -> Result<Rows<'c>, DatabaseError> {
        let mut arguments = PgArguments::default();
        for parameter in &call.parameters {
            let added = sqlx::Arguments::add(&mut arguments, parameter.as_str());
            added.map_err(|error| DatabaseError::of(&sqlx::Error::Encode(error)))?;
        }
        let Kept { connection, state } = &mut *self.0;
        *state = State { used: true, usable: false };
        Ok(Rows { stream: stream(connection, call, arguments, begin(session)), state, patience, alarm: None })
    }

    /// Whether the connection had answered before and may have died since: then a statement that found it dead may be
    /// sent again on another one, as reading twice does no harm.
    pub fn is_used(&self) -> bool {
        self.0.state.used
    }
}

impl Rows<'_> {
    /// The next row; `None` after the last one.
    ///
    /// # Errors
    ///
    /// If the statement fails, or nothing comes any more. There are no rows after an error.
    pub async fn next(&mut self) -> Result<Option<Row>, DatabaseError> {
        let mut waiting = false;
        poll_fn(|context| self.poll_next(context, &mut waiting)).await
    }

    fn poll_next(&mut self, context: &mut Context<'_>, waiting: &mut bool) -> Poll<Result<Option<Row>, DatabaseError>> {
        loop {
            match self.stream.as_mut().poll_next(context) {
                Poll::Ready(Some(Ok(Either::Right(row)))) => return Poll::Ready(Ok(Some(Row(row)))),
                Poll::Ready(Some(Ok(Either::Left(_)))) => {}
                Poll::Ready(None) => {
                    self.state.usable = true;
                    return Poll::Ready(Ok(None));
                }
                Poll::Ready(Some(Err(error))) => {
                    self.state.usable = !breaks(&error);
                    return Poll::Ready(Err(DatabaseError::of(&error)));
                }
                Poll::Pending => return self.poll_alarm(context, waiting).map(|()| Err(DatabaseError::Unresponsive)),
            }
        }
    }

    /// Rings when PostgreSQL has been waited for too long. Most rows are there already, and need no alarm.
    fn poll_alarm(&mut self, context: &mut Context<'_>, waiting: &mut bool) -> Poll<()> {
        let patience = self.patience;
        let alarm = self.alarm.get_or_insert_with(|| {
            *waiting = true;
            Box::pin(sleep(patience))
        });
        if !std::mem::replace(waiting, true) {
            alarm.as_mut().reset(Instant::now() + patience);
        }
        alarm.as_mut().poll(context)
    }
}

fn stream<'c>(
    connection: &'c mut sqlx::PgConnection,
    call: &'c Call,
    arguments: PgArguments,
    transaction: Option<sqlx::SqlStr>,
) -> BoxStream<'c, Result<Step, sqlx::Error>> {
    let query = sqlx::query_with(trusted_shared(&call.text), arguments).persistent(!call.once);
    match transaction {
        None => connection.fetch_many(query),
        Some(begin) => futures_util::stream::once(in_transaction(connection, begin, query))
            .map_ok(|rows| futures_util::stream::iter(rows.into_iter().map(Either::Right).map(Ok)))
            .try_flatten()
            .boxed(),
    }
}

/// Everything in one transaction, which is rolled back: nothing was written, and the role is given back with it.
async fn in_transaction(
    connection: &mut sqlx::PgConnection,
    begin: sqlx::SqlStr,
    query: sqlx::query::Query<'_, sqlx::Postgres, PgArguments>,
) -> Result<Vec<PgRow>, sqlx::Error> {
    let mut transaction = sqlx::Connection::begin_with(connection, begin).await?;
    let rows = query.fetch_all(&mut *transaction).await?;
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
