//! Loading of scripts: the packages from which PostgreSQL may come hold no psql.

use sqlx::{Connection, PgConnection};

use crate::execute::error::StartupError;
use crate::execute::statement::trusted;

/// Runs `sql`, the text of a script with any number of statements, over one connection to the database of `url`.
///
/// It is sent as one message, so it is one transaction unless it controls transactions itself, and it cannot hold what
/// PostgreSQL forbids in one (`CREATE DATABASE`, `VACUUM`) nor what only psql knows (`\copy`, `COPY … FROM STDIN`).
/// `name` is the script's in an error, which also tells the line where the database saw a mistake.
pub async fn load_sql(url: &str, name: &str, sql: &str) -> Result<(), StartupError> {
    let mut connection = PgConnection::connect(url).await.map_err(|error| script_error(name, sql, &error))?;
    let loaded = sqlx::raw_sql(trusted(sql)).execute(&mut connection).await;
    loaded.map_err(|error| script_error(name, sql, &error))?;
    connection.close().await.map_err(|error| script_error(name, sql, &error))
}

fn script_error(name: &str, sql: &str, error: &sqlx::Error) -> StartupError {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let refusal =
        error.as_database_error().and_then(|error| error.try_downcast_ref::<sqlx::postgres::PgDatabaseError>());
    let (message, hint) = match refusal {
        Some(refusal) => (refusal.message().to_owned(), place(sql, refusal)),
        None => (error.to_string(), "check that the database is running and can be reached".to_owned()),
    };
    StartupError::Script { script: name.to_owned(), message: one_line(&message), hint: one_line(&hint) }
}

/// Where in `sql` the database stumbled, as far as it told.
fn place(sql: &str, refusal: &sqlx::postgres::PgDatabaseError) -> String {
    use sqlx::postgres::PgErrorPosition::Original;
    let at = match refusal.position() {
        Some(Original(position)) => {
            let line = 1 + sql.chars().take(position.saturating_sub(1)).filter(|c| *c == '\n').count();
            format!("line {line}")
        }
        _ => "no line is known".to_owned(),
    };
    let more = [refusal.detail(), refusal.hint(), refusal.r#where()];
    let more: String = more.into_iter().flatten().map(|text| format!("; {text}")).collect();
    format!("{at} (SQLSTATE {}){more}", refusal.code())
}
