//! The embedded PostgreSQL: nothing of it is left, however the process that started it ends.
//!
//! A process that is to be killed is this very program, run again with [`HELPER`] in its environment.

#![allow(clippy::unwrap_used, clippy::panic, reason = "clippy does not see that helpers of tests are tests")]

use std::fs::{self, Permissions};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use relata::execute::embedded::{Cluster, Options, load_sql};
use relata::execute::error::StartupError;
use relata::execute::statement::trusted;
use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use sqlx::{Connection, PgConnection, Row};

/// What the helper does: `start` (the cache follows in [`PLACE`]) or `join` (the cluster's directory follows).
const HELPER: &str = "RELATA_TEST_HELPER";

/// A path, or empty for the customary cache.
const PLACE: &str = "RELATA_TEST_PLACE";

/// The first part of the name of its cluster.
const PURPOSE: &str = "RELATA_TEST_PURPOSE";

/// How long something may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// A user without privileges, whom every Linux has.
const NOBODY: u32 = 65534;

/// What one test has on disk: a directory that everybody can pass through, removed with this value, and a cache.
struct Scratch {
    path: PathBuf,
    cache: PathBuf,
    /// Tells this test's clusters from others in the same cache.
    purpose: String,
}

impl Scratch {
    /// With the cache that relata uses, which holds a template already.
    fn new(test: &str) -> Scratch {
        let mut scratch = Scratch::with_own_cache(test);
        let customary = match std::env::home_dir() {
            _ if is_root() => PathBuf::from("/var/cache/relata"),
            Some(home) if home.is_dir() => home.join(".cache/relata"),
            _ => return scratch,
        };
        scratch.cache = customary;
        scratch
    }

    /// With an empty cache, for tests of what is in it.
    fn with_own_cache(test: &str) -> Scratch {
        let purpose = format!("{test}{}", std::process::id());
        let path = PathBuf::from(format!("/tmp/relata-test-{purpose}"));
        fs::create_dir_all(&path).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
        Scratch { cache: path.join("cache"), path, purpose }
    }

    fn options(&self) -> Options {
        Options { cache: Some(self.cache.clone()), ..Options::new(&self.purpose) }
    }

    /// The directories of this test's clusters.
    fn clusters(&self) -> Vec<PathBuf> {
        let homes = fs::read_dir(&self.cache).into_iter().flatten().flatten();
        let entries = homes.flat_map(|home| fs::read_dir(home.path()).into_iter().flatten().flatten());
        let is_ours = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with(&self.purpose);
        entries.map(|entry| entry.path()).filter(is_ours).collect()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// A way to end a process.
type End = Box<dyn Fn(&mut Helper)>;

/// A process that has a cluster.
struct Helper {
    child: Child,
    directory: PathBuf,
    url: String,
}

impl Helper {
    fn start(scratch: &Scratch) -> Helper {
        Helper::ready(Helper::command("start", &scratch.cache, &scratch.purpose))
    }

    fn command(task: &str, place: &Path, purpose: &str) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.env(HELPER, task).env(PLACE, place).env(PURPOSE, purpose);
        command
    }

    fn spawn(mut command: Command) -> Child {
        command.args(["--exact", "helper_process", "--nocapture"]).process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    fn ready(command: Command) -> Helper {
        let mut child = Helper::spawn(command);
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = lines.map(Result::unwrap).find(|line| line.starts_with("READY "));
        let Some(ready) = ready else { panic!("the helper failed: {}", words(&mut child)) };
        let (directory, url) = ready["READY ".len()..].split_once(' ').unwrap();
        Helper { directory: directory.into(), url: url.into(), child }
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn words(child: &mut Child) -> String {
    let mut text = String::new();
    child.stderr.take().unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Not a test unless the environment says so: the process that others start and kill.
#[test]
fn helper_process() {
    let (Ok(task), Ok(place)) = (std::env::var(HELPER), std::env::var(PLACE)) else { return };
    let cache = Some(PathBuf::from(&place)).filter(|place| !place.as_os_str().is_empty());
    let purpose = std::env::var(PURPOSE).unwrap_or_default();
    let cluster = match task.as_str() {
        "start" => Cluster::start(&Options { cache, ..Options::new(&purpose) }),
        _ => Cluster::join(Path::new(&place)).map(|joined| joined.unwrap()),
    };
    let cluster = cluster.unwrap_or_else(|error| panic!("{error}"));
    println!("\nREADY {} {}", cluster.directory().display(), cluster.url("postgres"));
    let mut asked = String::new();
    std::io::stdin().read_line(&mut asked).unwrap();
    match asked.trim() {
        "panic" => panic!("as asked"),
        _ => std::process::exit(0),
    }
}

/// Processes that work in `directory` or name it in their command line.
fn processes(directory: &Path) -> Vec<Pid> {
    let numbers = fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let text = directory.to_str().unwrap();
    let belongs = |number: &i32| {
        let command = fs::read(format!("/proc/{number}/cmdline")).unwrap_or_default();
        let works_in = fs::read_link(format!("/proc/{number}/cwd")).unwrap_or_default();
        String::from_utf8_lossy(&command).contains(text) || works_in.starts_with(directory)
    };
    numbers.filter(belongs).filter_map(Pid::from_raw).collect()
}

fn eventually(what: &str, condition: impl Fn() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !condition() {
        assert!(Instant::now() < deadline, "{what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn nothing_is_left_of(directory: &Path) {
    eventually(&format!("{} is removed", directory.display()), || !directory.exists());
    eventually(&format!("the processes of {} end", directory.display()), || processes(directory).is_empty());
}

#[tokio::main(flavor = "current_thread")]
async fn query(url: &str, sql: &str) -> Result<String, sqlx::Error> {
    let mut connection = PgConnection::connect(url).await?;
    let row = sqlx::raw_sql(trusted(sql)).fetch_one(&mut connection).await?;
    connection.close().await?;
    row.try_get(0)
}

#[tokio::main(flavor = "current_thread")]
async fn load(url: &str, sql: &str) -> Result<(), StartupError> {
    load_sql(url, "test.sql", sql).await
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[test]
fn start_and_stop_leave_nothing() {
    let scratch = Scratch::new("stop");
    let cluster = Cluster::start(&scratch.options()).unwrap();
    let directory = cluster.directory().to_owned();
    assert_eq!(scratch.clusters(), std::slice::from_ref(&directory));
    let sql = "SELECT concat_ws('|', current_user, current_setting('listen_addresses'), current_setting('fsync'),
                      current_setting('server_encoding'), current_setting('dynamic_shared_memory_type'))";
    assert_eq!(query(&cluster.url("postgres"), sql).unwrap(), "postgres||off|UTF8|mmap");
    assert!(fs::read_to_string(cluster.log_path()).unwrap().contains("ready to accept connections"));
    assert!(!processes(&directory).is_empty());
    cluster.stop().unwrap();
    nothing_is_left_of(&directory);
    drop(Cluster::start(&scratch.options()).unwrap());
    assert_eq!(scratch.clusters(), [] as [PathBuf; 0]);
}

#[test]
fn no_end_of_the_process_leaves_anything() {
    let scratch = Scratch::new("ends");
    // What is sent to the whole group is what a terminal sends to all that it runs.
    let to_group = |signal| move |helper: &mut Helper| kill_process_group(helper.pid(), signal).unwrap();
    let to_one = |signal| move |helper: &mut Helper| kill_process(helper.pid(), signal).unwrap();
    let say = |text: &'static [u8]| {
        move |helper: &mut Helper| std::io::Write::write_all(helper.child.stdin.as_mut().unwrap(), text).unwrap()
    };
    let ends: [(&str, End); 7] = [
        ("kill -9", Box::new(to_one(Signal::KILL))),
        ("abort", Box::new(to_one(Signal::ABORT))),
        ("Ctrl-C", Box::new(to_group(Signal::INT))),
        ("SIGTERM", Box::new(to_group(Signal::TERM))),
        ("the terminal closes", Box::new(to_group(Signal::HUP))),
        ("exit", Box::new(say(b"exit\n"))),
        ("panic", Box::new(say(b"panic\n"))),
    ];
    for (name, end) in ends {
        let mut helper = Helper::start(&scratch);
        assert_eq!(query(&helper.url, "SELECT 'x'").unwrap(), "x");
        end(&mut helper);
        helper.child.wait().unwrap();
        println!("{name}");
        nothing_is_left_of(&helper.directory);
    }
}

#[test]
fn signals_to_the_supervisor_change_nothing() {
    let scratch = Scratch::new("signals");
    let cluster = Cluster::start(&scratch.options()).unwrap();
    for pid in shells(cluster.directory()) {
        for signal in [Signal::INT, Signal::TERM, Signal::HUP, Signal::QUIT, Signal::PIPE] {
            kill_process(pid, signal).unwrap();
        }
    }
    std::thread::sleep(Duration::from_millis(100));
    assert_eq!(query(&cluster.url("postgres"), "SELECT 'x'").unwrap(), "x");
    assert_eq!(shells(cluster.directory()).len(), 2);
}

#[test]
fn kill_while_starting_leaves_nothing() {
    let scratch = Scratch::new("starting");
    for milliseconds in [5, 50, 100, 200] {
        let mut child = Helper::spawn(Helper::command("start", &scratch.cache, &scratch.purpose));
        std::thread::sleep(Duration::from_millis(milliseconds));
        child.kill().unwrap();
        child.wait().unwrap();
        // The few milliseconds in which the directory is there and the shell is not yet are left to the next start.
        drop(Cluster::start(&scratch.options()).unwrap());
        eventually("the clusters are removed", || scratch.clusters().is_empty());
        eventually("their processes end", || processes(Path::new(&scratch.purpose)).is_empty());
    }
}

/// The supervisor and its shell that waits for PostgreSQL.
fn shells(directory: &Path) -> Vec<Pid> {
    let script = directory.join("supervisor");
    let of_script = |pid: &Pid| {
        let command = fs::read(format!("/proc/{}/cmdline", pid.as_raw_nonzero())).unwrap_or_default();
        String::from_utf8_lossy(&command).contains(script.to_str().unwrap())
    };
    processes(directory).into_iter().filter(of_script).collect()
}

#[test]
fn the_next_start_removes_what_a_power_cut_left() {
    let scratch = Scratch::with_own_cache("power");
    // First with a server that lives on without a supervisor, then with everything dead, as after a power cut.
    for with_server in [false, true] {
        let mut helper = Helper::start(&scratch);
        let directory = helper.directory.clone();
        let record = fs::read_to_string(directory.join("data/postmaster.pid")).unwrap();
        let server = record.lines().next().unwrap().to_owned();
        let memory = || fs::read_to_string("/proc/sysvipc/shm").unwrap_or_default();
        let has_memory = || memory().lines().any(|line| line.split_whitespace().nth(4) == Some(server.as_str()));
        let victims = if with_server { processes(&directory) } else { shells(&directory) };
        for pid in victims {
            // The processes of a dead server end by themselves.
            let _ = kill_process(pid, Signal::KILL);
        }
        helper.kill();
        std::thread::sleep(Duration::from_millis(200));
        assert!(directory.exists());
        assert_eq!(processes(&directory).is_empty(), with_server);
        let next = Cluster::start(&scratch.options()).unwrap();
        nothing_is_left_of(&directory);
        assert!(!has_memory());
        assert_eq!(scratch.clusters(), [next.directory().to_owned()]);
    }
}

#[test]
fn a_killed_supervisor_does_not_keep_us_from_removing() {
    let scratch = Scratch::new("orphan");
    let cluster = Cluster::start(&scratch.options()).unwrap();
    let directory = cluster.directory().to_owned();
    for pid in shells(&directory) {
        kill_process(pid, Signal::KILL).unwrap();
    }
    drop(cluster);
    nothing_is_left_of(&directory);
}

#[test]
fn two_clusters_do_not_meet() {
    let scratch = Scratch::new("two");
    let clusters = std::thread::scope(|scope| {
        let start = || scope.spawn(|| Cluster::start(&scratch.options()).unwrap());
        [start(), start()].map(|thread| thread.join().unwrap())
    });
    for (number, cluster) in clusters.iter().enumerate() {
        load(&cluster.url("postgres"), &format!("CREATE TABLE t AS SELECT text '{number}' AS n")).unwrap();
    }
    let [first, second] = clusters;
    assert_eq!(query(&first.url("postgres"), "SELECT n FROM t").unwrap(), "0");
    drop(first);
    assert_eq!(query(&second.url("postgres"), "SELECT n FROM t").unwrap(), "1");
}

#[test]
fn a_shared_cluster_ends_with_its_last_process() {
    let scratch = Scratch::new("shared");
    let mut first = Helper::start(&scratch);
    let mut second = Helper::ready(Helper::command("join", &first.directory, ""));
    assert_eq!((&second.directory, &second.url), (&first.directory, &first.url));
    first.kill();
    // Another one's start takes it for alive, although the process that started it is gone.
    drop(Cluster::start(&scratch.options()).unwrap());
    assert_eq!(query(&second.url, "SELECT 'x'").unwrap(), "x");
    second.kill();
    nothing_is_left_of(&first.directory);
    assert!(Cluster::join(&first.directory).unwrap().is_none());
}

#[test]
fn a_paused_server_comes_back_with_its_data() {
    let scratch = Scratch::new("pause");
    let mut cluster = Cluster::start(&scratch.options()).unwrap();
    let url = cluster.url("postgres");
    load(&url, "CREATE TABLE t AS SELECT text 'kept' AS n; INSERT INTO t VALUES ('too')").unwrap();
    for _ in 0..2 {
        cluster.pause().unwrap();
        assert!(query(&url, "SELECT n FROM t").is_err());
        cluster.resume().unwrap();
        assert_eq!(query(&url, "SELECT string_agg(n, ' ') FROM t").unwrap(), "kept too");
    }
    let directory = cluster.directory().to_owned();
    cluster.pause().unwrap();
    drop(cluster);
    nothing_is_left_of(&directory);
}

#[test]
fn a_damaged_template_is_made_again() {
    let scratch = Scratch::with_own_cache("template");
    drop(Cluster::start(&scratch.options()).unwrap());
    let home = fs::read_dir(&scratch.cache).unwrap().next().unwrap().unwrap().path();
    let template = fs::read_dir(home.join("templates")).unwrap().next().unwrap().unwrap().path();
    fs::write(template.join("global/pg_control"), "").unwrap();
    drop(Cluster::start(&scratch.options()).unwrap());
    assert!(fs::metadata(template.join("global/pg_control")).unwrap().len() > 0);
    assert_eq!(scratch.clusters(), [] as [PathBuf; 0]);
}

#[test]
fn failures_name_what_and_what_to_do() {
    let scratch = Scratch::new("failures");
    let setting = Options { settings: vec![("max_connections".into(), "many".into())], ..scratch.options() };
    fs::write(scratch.path.join("file"), "").unwrap();
    let place = Options { cache: Some(scratch.path.join("file/cache")), ..scratch.options() };
    let script = {
        let cluster = Cluster::start(&scratch.options()).unwrap();
        load(&cluster.url("postgres"), "SELECT 1;\nSELECT 2;\nSELECT\n x;").unwrap_err()
    };
    let cases = [
        (Cluster::start(&setting).unwrap_err(), ["max_connections", "PG_BIN_DIR"]),
        (Cluster::start(&place).unwrap_err(), ["file/cache", "XDG_CACHE_HOME"]),
        (script, ["test.sql failed: column \"x\" does not exist", "line 4 (SQLSTATE 42703)"]),
    ];
    for (error, parts) in cases {
        let text = error.to_string();
        assert_eq!(text.lines().count(), 2, "{text}");
        for (line, part) in text.lines().zip(parts) {
            assert!(line.contains(part), "{part}: {text}");
        }
    }
    assert_eq!(scratch.clusters(), [] as [PathBuf; 0]);
}

#[test]
fn the_directory_that_the_operator_names_must_hold_the_programs() {
    let scratch = Scratch::new("named");
    let mut command = Helper::command("start", &scratch.cache, &scratch.purpose);
    command.env("PG_BIN_DIR", &scratch.path);
    let mut child = Helper::spawn(command);
    assert!(!child.wait().unwrap().success());
    let text = words(&mut child);
    assert!(
        text.contains(&format!("PG_BIN_DIR is {}, but there is no initdb in it", scratch.path.display())),
        "{text}"
    );
}

#[test]
fn an_ordinary_user_needs_nothing_but_a_home() {
    if !is_root() {
        println!("not root: the other tests have shown this already");
        return;
    }
    let scratch = Scratch::new("nobody");
    let program = scratch.path.join("program");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    // The second home is too deep for a socket.
    for home in [scratch.path.join("home"), scratch.path.join("deep".repeat(20))] {
        fs::create_dir(&home).unwrap();
        fs::set_permissions(&home, Permissions::from_mode(0o700)).unwrap();
        chown(&home, Some(NOBODY), Some(NOBODY)).unwrap();
        let mut command = Command::new(&program);
        command.env(HELPER, "start").env(PLACE, "").env("HOME", &home).env_remove("XDG_CACHE_HOME");
        command.uid(NOBODY).gid(NOBODY).current_dir("/");
        let mut helper = Helper::ready(command);
        assert!(helper.directory.starts_with(home.join(".cache/relata/clusters")), "{}", helper.directory.display());
        assert_eq!(query(&helper.url, "SELECT 'x'").unwrap(), "x");
        helper.kill();
        nothing_is_left_of(&helper.directory);
        let name = helper.directory.file_name().unwrap().to_str().unwrap();
        let sockets = PathBuf::from(format!("/tmp/relata-{NOBODY}-{name}"));
        assert_eq!(helper.url.contains(sockets.to_str().unwrap()), home.ends_with("deep".repeat(20)));
        eventually("the sockets are removed", || !sockets.exists());
    }
}

#[test]
fn root_is_told_which_directory_keeps_others_out() {
    if !is_root() {
        println!("not root: nobody else runs PostgreSQL for us");
        return;
    }
    let scratch = Scratch::new("barred");
    let private = scratch.path.join("private");
    fs::create_dir(&private).unwrap();
    fs::set_permissions(&private, Permissions::from_mode(0o700)).unwrap();
    let options = Options { cache: Some(private.join("cache")), ..scratch.options() };
    let text = Cluster::start(&options).unwrap_err().to_string();
    assert!(text.contains(&format!("because of the permissions of {}\n", private.display())), "{text}");
    assert!(text.ends_with(&format!("chmod a+x {}", private.display())), "{text}");
}
