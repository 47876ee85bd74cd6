//! The shell that runs PostgreSQL and outlives us for as long as it takes to remove it (`supervisor.sh`).

use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};

use super::account::Account;
use super::binaries::Binaries;
use super::directories::{PORT, Site, failed};
use crate::execute::error::StartupError;

/// How often files are looked at that the supervisor or PostgreSQL write.
const PULSE: Duration = Duration::from_millis(5);

/// How long the supervisor may take to remove everything; it kills PostgreSQL after ten seconds.
const REMOVAL: Duration = Duration::from_secs(25);

/// How long an answer to a command may take.
const ANSWER: Duration = Duration::from_secs(20);

/// Settings of every cluster. It is thrown away in the end, so nothing has to survive a crash; it serves one process,
/// so it may be small. Whoever fills it analyses it, as autovacuum would do at some later time, changing plans then.
/// Docker's `/dev/shm` is too small for what parallel queries share, hence `mmap`.
const SETTINGS: &[(&str, &str)] = &[
    ("listen_addresses", ""),
    ("unix_socket_permissions", "0700"),
    ("fsync", "off"),
    ("synchronous_commit", "off"),
    ("full_page_writes", "off"),
    ("wal_level", "minimal"),
    ("max_wal_senders", "0"),
    ("autovacuum", "off"),
    ("max_connections", "200"),
    ("shared_buffers", "128MB"),
    ("dynamic_shared_memory_type", "mmap"),
    ("log_checkpoints", "off"),
    ("timezone", "UTC"),
    ("log_timezone", "UTC"),
];

/// Our end of the supervisor. Its pipe closes when this is dropped, or when the process ends in whatever way.
#[derive(Debug)]
pub(super) struct Supervisor {
    directory: PathBuf,
    control: Option<File>,
    /// Absent where another process started it.
    child: Option<Child>,
    /// Held until everything is removed, should the supervisor be killed before us.
    _lock: Option<File>,
}

impl Supervisor {
    /// Starts the supervisor of `site`, which copies `template`, or makes a cluster if that does not exist, and serves it.
    pub(super) fn spawn(
        site: &mut Site,
        account: &Account,
        binaries: &Binaries,
        template: &Path,
        settings: &[(String, String)],
    ) -> Result<Supervisor, StartupError> {
        let fail = |source| failed("supervise", &site.path, source);
        let (reader, control) = open_pipe(&site.control()).map_err(fail)?;
        let mut command = Command::new("/bin/sh");
        command.arg(site.supervisor()).arg(&site.path).arg(&binaries.directory).arg(template).arg(&site.sockets);
        let sockets = format!("\"{}\"", site.sockets.display());
        let fixed = SETTINGS.iter().map(|(name, value)| (*name, *value));
        let placed = [("unix_socket_directories", sockets.as_str()), ("port", &PORT.to_string())]
            .map(|(n, v)| (n, v.to_owned()));
        let placed = placed.iter().map(|(name, value)| (*name, value.as_str()));
        let asked = settings.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in fixed.chain(placed).chain(asked) {
            command.arg("-c").arg(format!("{name}={value}"));
        }
        for (name, _) in env::vars_os().filter(|(name, _)| is_misleading(&name.to_string_lossy())) {
            command.env_remove(name);
        }
        account.apply(command.env("LC_ALL", "C").current_dir("/"));
        let lock = site.lock.try_clone().map_err(fail)?;
        command.stdin(reader).stdout(Stdio::null()).stderr(site.lock.try_clone().map_err(fail)?);
        let child = command.spawn().map_err(fail)?;
        site.hand_over();
        Ok(Supervisor { directory: site.path.clone(), control: Some(control), child: Some(child), _lock: Some(lock) })
    }

    /// Becomes another holder of the pipe of the supervisor in `directory`, if that still lives and says so.
    pub(super) fn join(directory: &Path) -> Option<Supervisor> {
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed();
        let control = OpenOptions::new().write(true).custom_flags(flags).open(directory.join("control")).ok()?;
        let mut joined =
            Supervisor { directory: directory.to_owned(), control: Some(control), child: None, _lock: None };
        // The number of this process may have been another's, whose answer is still there.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let name = format!("{}-{}", std::process::id(), now.as_micros());
        joined.say(&format!("join {name}\n")).ok()?;
        let answer = directory.join(format!("joined-{name}"));
        let deadline = Instant::now() + ANSWER;
        while !answer.exists() {
            if !directory.exists() || Instant::now() > deadline {
                return None;
            }
            sleep(PULSE);
        }
        Some(joined)
    }

    /// Waits until PostgreSQL takes connections.
    pub(super) fn wait_ready(&mut self, binaries: &Binaries, timeout: Duration) -> Result<(), StartupError> {
        let deadline = Instant::now() + timeout;
        loop {
            let gone = self.directory.join("ended").exists() || self.directory.join("unprepared").exists();
            let unsupervised = self.child.as_mut().is_some_and(|child| !matches!(child.try_wait(), Ok(None)));
            if gone || unsupervised {
                return Err(StartupError::EmbeddedFailed {
                    programs: binaries.directory.clone(),
                    reason: last_words(&self.directory),
                });
            }
            if is_ready(&self.directory) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let reason = last_words(&self.directory);
                return Err(StartupError::EmbeddedTimeout { seconds: timeout.as_secs(), reason });
            }
            sleep(PULSE);
        }
    }

    /// Stops PostgreSQL and keeps its data.
    pub(super) fn pause(&mut self) -> Result<(), StartupError> {
        self.ask("stop", true)
    }

    /// Starts PostgreSQL again on the data that [`pause`](Supervisor::pause) kept.
    pub(super) fn resume(&mut self, binaries: &Binaries, timeout: Duration) -> Result<(), StartupError> {
        self.ask("start", false)?;
        self.wait_ready(binaries, timeout)
    }

    /// Waits for the answer too, which is that the file `stopped` is there, or not.
    fn ask(&mut self, command: &'static str, stopped: bool) -> Result<(), StartupError> {
        let asked = self.say(&format!("{command}\n"));
        asked.map_err(|source| failed(command, &self.directory, source))?;
        let deadline = Instant::now() + ANSWER;
        while self.directory.join("stopped").exists() != stopped {
            if Instant::now() > deadline {
                return Err(failed(command, &self.directory, io::ErrorKind::TimedOut.into()));
            }
            sleep(PULSE);
        }
        Ok(())
    }

    /// Whether this process started it, and so has to see to its end.
    pub(super) fn is_child(&self) -> bool {
        self.child.is_some()
    }

    /// Lets go of the pipe. If we started the supervisor, waits until it has removed everything (which it does only when
    /// the last holder lets go), and tells whether it is gone.
    pub(super) fn release(&mut self) -> bool {
        self.control = None;
        let Some(mut child) = self.child.take() else { return true };
        let deadline = Instant::now() + REMOVAL;
        while matches!(child.try_wait(), Ok(None)) {
            if Instant::now() > deadline {
                return false;
            }
            sleep(PULSE);
        }
        true
    }

    fn say(&mut self, command: &str) -> io::Result<()> {
        let closed = || io::Error::from(io::ErrorKind::BrokenPipe);
        self.control.as_mut().ok_or_else(closed)?.write_all(command.as_bytes())
    }
}

/// Both ends of the pipe. The reader is opened without waiting for a writer and then made to wait for what is written.
fn open_pipe(path: &Path) -> io::Result<(File, File)> {
    let flags = |more: OFlags| (OFlags::NOFOLLOW | more).bits().cast_signed();
    let reader = OpenOptions::new().read(true).custom_flags(flags(OFlags::NONBLOCK)).open(path)?;
    let writer = OpenOptions::new().write(true).custom_flags(flags(OFlags::empty())).open(path)?;
    fcntl_setfl(&reader, fcntl_getfl(&reader)? - OFlags::NONBLOCK)?;
    Ok((reader, writer))
}

/// Variables by which PostgreSQL, the C library or the shell would take the operator's other databases and language
/// for ours.
fn is_misleading(name: &str) -> bool {
    name.starts_with("PG") || name.starts_with("LC_") || ["LANG", "LANGUAGE", "TZ", "ENV", "BASH_ENV"].contains(&name)
}

/// The eighth line of `postmaster.pid` is the server's state.
fn is_ready(directory: &Path) -> bool {
    let text = fs::read_to_string(directory.join("data/postmaster.pid")).unwrap_or_default();
    text.lines().nth(7).is_some_and(|state| state.trim() == "ready")
}

/// The last complaint in the log, or else its last line.
fn last_words(directory: &Path) -> String {
    let read = |name: &str| fs::read(directory.join(name)).unwrap_or_default();
    let log = [read("supervisor.log"), read("postgres.log")].concat();
    let log = String::from_utf8_lossy(&log).into_owned();
    let complaints = ["FATAL:", "PANIC:", "ERROR:", "error:"];
    let lines = || log.lines().rev().map(str::trim).filter(|line| !line.is_empty());
    let line = lines().find(|line| complaints.iter().any(|word| line.contains(word))).or_else(|| lines().next());
    line.unwrap_or("its log is empty").to_owned()
}
