//! The SQL that is not compiled from a plan: what opens and tests sessions. And the place where SQL text that was put
//! together at run time is declared fit to be sent.

use super::session::Session;
use sqlx::{AssertSqlSafe, SqlSafeStr, SqlStr};
use std::sync::Arc;

/// Declares that `sql` holds no value of a client: those are bound, and names are quoted by whoever built the text.
///
/// sqlx takes only literals unasked. This is the one place where relata vouches for other texts, so that a search for
/// its callers finds every such text: statements that `sql` compiled, and scripts that belong to the program.
pub fn trusted(sql: impl Into<String>) -> SqlStr {
    AssertSqlSafe(sql.into()).into_sql_str()
}

/// The same for a text that is kept and sent often.
pub fn trusted_shared(sql: &Arc<str>) -> SqlStr {
    AssertSqlSafe(Arc::clone(sql)).into_sql_str()
}

/// Answered by every PostgreSQL that answers.
pub const PING: &str = "SELECT 1";

/// Runs a statement and tells how, instead of giving its rows.
pub(crate) fn analyzed(statement: &str) -> String {
    format!("EXPLAIN (ANALYZE, BUFFERS) {statement}")
}

/// Opens the snapshot in which the catalog is read.
pub(super) const BEGIN_SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Each row of a catalog query as one JSON object whose keys are the names of the query's columns.
pub(super) fn as_json(query: &str) -> SqlStr {
    let query = query.trim_end().trim_end_matches(';');
    trusted(format!("SELECT CAST(pg_catalog.row_to_json(q) AS pg_catalog.text) FROM (\n{query}\n) q"))
}

/// What a transaction is opened with for a session that is not anonymous, in one round trip; `None` if none is needed.
///
/// ```sql
/// BEGIN READ ONLY; SELECT set_config('request.jwt.claims', '{"sub":"7"}', true), set_config('role', 'reader', true)
/// ```
pub(super) fn begin(session: &Session) -> Option<SqlStr> {
    let setting = |name: &str, value: &str| format!("pg_catalog.set_config('{name}', {}, true)", literal(value));
    let claims = session.claims.iter().map(|claims| setting("request.jwt.claims", claims));
    let role = session.role.iter().map(|role| setting("role", role));
    let settings: Vec<_> = claims.chain(role).collect();
    (!settings.is_empty()).then(|| trusted(format!("BEGIN READ ONLY; SELECT {}", settings.join(", "))))
}

/// A string as an escape literal, which means the same whatever `standard_conforming_strings` is (PostgreSQL
/// documentation, 4.1.2.2). It cannot be a parameter: a statement with parameters is sent alone.
fn literal(text: &str) -> String {
    format!("E'{}'", text.replace('\\', "\\\\").replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sessions_of_somebody_need_a_transaction() {
        assert!(begin(&Session::anonymous()).is_none());
        let session = Session { role: Some("o'hara".to_owned()), claims: Some(r#"{"a":"\n'"}"#.to_owned()) };
        let expected = r#"BEGIN READ ONLY; SELECT pg_catalog.set_config('request.jwt.claims', E'{"a":"\\n''"}', true), pg_catalog.set_config('role', E'o''hara', true)"#;
        assert_eq!(begin(&session).map(|sql| sql.as_str().to_owned()).as_deref(), Some(expected));
    }
}
