//! The tests' own databases: cloned, private, dropped, and their statements counted by the server's log.

#![allow(clippy::unwrap_used, reason = "clippy does not see that helpers of tests are tests")]

mod support;

use sqlx::{Connection, PgConnection, Row};

const SCRIPT: &str = "CREATE TABLE item (id int PRIMARY KEY, name text);
    INSERT INTO item SELECT n, 'item ' || n FROM generate_series(1, 10) n;";

async fn count(url: &str, sql: &'static str) -> i64 {
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::query(sql).fetch_one(&mut connection).await.unwrap().get(0)
}

#[tokio::test]
async fn every_test_has_its_own_copy() {
    let (first, second) = (support::database(&[SCRIPT]), support::database(&[SCRIPT, "DELETE FROM item WHERE id > 5"]));
    first.execute("INSERT INTO item VALUES (11, 'eleven')");
    assert_eq!(count(&first.url(), "SELECT count(*) FROM item").await, 11);
    assert_eq!(count(&second.url(), "SELECT count(*) FROM item").await, 5);
    assert_eq!(count(&support::database(&[SCRIPT]).url(), "SELECT count(*) FROM item").await, 10);
}

#[tokio::test]
async fn databases_and_roles_are_dropped() {
    let watcher = support::database(&[]);
    let gone = support::database(&[SCRIPT]);
    let role = gone.create_role("reader", "NOLOGIN");
    gone.execute(&format!("GRANT SELECT ON item TO \"{role}\""));
    let open = PgConnection::connect(&gone.url()).await.unwrap();
    let name = gone.name().to_owned();
    drop(gone);
    drop(open);
    let mut connection = PgConnection::connect(&watcher.url()).await.unwrap();
    let sql = "SELECT (SELECT count(*) FROM pg_database WHERE datname = $1) + (SELECT count(*) FROM pg_roles WHERE rolname = $2)";
    let left = sqlx::query(sql).bind(name).bind(role).fetch_one(&mut connection).await.unwrap();
    assert_eq!(left.get::<i64, _>(0), 0);
}

#[tokio::test]
async fn statements_are_counted_by_the_log() {
    let database = support::database(&[SCRIPT]);
    let other = support::database(&[SCRIPT]);
    let Some(before) = database.mark() else {
        println!("skipped: the log of RELATA_TEST_DATABASE_URL cannot be read");
        return;
    };
    let mut connection = PgConnection::connect(&database.url()).await.unwrap();
    let mut transaction = connection.begin().await.unwrap();
    sqlx::query("SELECT name FROM item\nWHERE id = $1").bind(7).fetch_one(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
    database.execute("SELECT 'not counted'");
    count(&other.url(), "SELECT count(*) FROM item").await;
    let statements = database.statements_since(&before);
    let texts: Vec<&str> = statements.iter().map(|statement| statement.text.as_str()).collect();
    assert_eq!(texts, ["BEGIN", "SELECT name FROM item\nWHERE id = $1", "COMMIT"]);
    assert_eq!(statements.iter().map(|statement| statement.extended).collect::<Vec<_>>(), [false, true, false]);
    assert!(statements[1].parameters.as_ref().unwrap().contains("$1 = '7'"), "{statements:?}");
    let after = database.mark().unwrap();
    assert_eq!(database.statements_since(&after), []);
}

#[test]
fn roles_of_all_databases_are_created_once() {
    let database = support::database(&[]);
    let role = format!("{}_everywhere", database.name());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| support::ensure_role(&role, "NOLOGIN"));
        }
    });
    database.execute(&format!("DROP ROLE \"{role}\""));
}
