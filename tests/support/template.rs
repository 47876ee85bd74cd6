//! Databases in which scripts have run, from which the tests' databases are cloned.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, Weak};

use relata::execute::statement::trusted;
use sha2::{Digest, Sha256};
use sqlx::{Connection, PgConnection, Row};

use super::shared::Server;
use super::{block, connect};

/// A template. On a server that is not ours it is dropped when no database of this process needs it.
pub(crate) struct Template {
    name: String,
    server: &'static Server,
}

impl Template {
    /// The template in which `scripts` have run.
    pub(crate) fn of(server: &'static Server, scripts: &[&str]) -> Arc<Template> {
        static KNOWN: Mutex<Option<HashMap<String, Known>>> = Mutex::new(None);
        // A script that fails must not fail the other tests with a poisoned lock.
        let mut known = KNOWN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let known = known.get_or_insert_default();
        let digest = Sha256::digest(scripts.join("\0"));
        let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{}_{short}", server.template_prefix());
        if let Some(template) = known.get(&name).and_then(Known::get) {
            return template;
        }
        build(server, &name, scripts);
        let template = Arc::new(Template { name: name.clone(), server });
        let kept = if server.is_own() { Known::Kept(template.clone()) } else { Known::Used(Arc::downgrade(&template)) };
        known.insert(name, kept);
        template
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Template {
    fn drop(&mut self) {
        if !self.server.is_own() {
            self.server.drop_database(&self.name);
        }
    }
}

enum Known {
    Kept(Arc<Template>),
    Used(Weak<Template>),
}

impl Known {
    fn get(&self) -> Option<Arc<Template>> {
        match self {
            Known::Kept(template) => Some(template.clone()),
            Known::Used(template) => template.upgrade(),
        }
    }
}

/// Makes the template unless another process has made it: under another name first, so that a half-made one is never
/// taken for whole.
fn build(server: &'static Server, name: &str, scripts: &[&str]) {
    let scripts: Vec<String> = scripts.iter().map(|script| (*script).to_owned()).collect();
    let (name, unfinished) = (name.to_owned(), format!("{name}_unfinished"));
    let inside = server.options(&unfinished);
    let outside = server.options("postgres");
    let result: Result<(), (sqlx::Error, usize)> = block(async move {
        let mut connection = connect(outside).await.map_err(|error| (error, 0))?;
        if lock_and_find(&mut connection, &name).await.map_err(|error| (error, 0))? {
            return Ok(());
        }
        for sql in [
            format!("DROP DATABASE IF EXISTS \"{unfinished}\" WITH (FORCE)"),
            format!("CREATE DATABASE \"{unfinished}\" TEMPLATE template0"),
        ] {
            run(&mut connection, &sql).await.map_err(|error| (error, 0))?;
        }
        let mut loading = connect(inside).await.map_err(|error| (error, 0))?;
        for (number, script) in scripts.iter().enumerate() {
            run(&mut loading, script).await.map_err(|error| (error, number + 1))?;
        }
        // So that the clones are planned by what they hold, which autovacuum would find out at some later time.
        run(&mut loading, "ANALYZE").await.map_err(|error| (error, 0))?;
        loading.close().await.map_err(|error| (error, 0))?;
        let rename = format!("ALTER DATABASE \"{unfinished}\" RENAME TO \"{name}\"");
        run(&mut connection, &rename).await.map_err(|error| (error, 0))?;
        connection.close().await.map_err(|error| (error, 0))
    });
    result.unwrap_or_else(|(error, script)| panic!("script {script} of a test database: {error:?}"));
}

/// The lock lasts until the connection closes.
async fn lock_and_find(connection: &mut PgConnection, name: &str) -> Result<bool, sqlx::Error> {
    let lock = sqlx::query("SELECT pg_advisory_lock(hashtext($1))").bind(name);
    lock.execute(&mut *connection).await?;
    let found = sqlx::query("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)").bind(name);
    found.fetch_one(connection).await?.try_get(0)
}

async fn run(connection: &mut PgConnection, sql: &str) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(trusted(sql)).execute(connection).await.map(|_| ())
}
