//! Where SQL text that was put together at run time is declared fit to be sent.

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
