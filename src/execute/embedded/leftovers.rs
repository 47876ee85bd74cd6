//! What is left when nobody could clean up: a power cut, or a `kill -9` of everything at once.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::directories::{open_lock, socket_directory};

/// How long PostgreSQL may take to end at once, before it is killed. It gives its own processes five seconds.
const PATIENCE: Duration = Duration::from_secs(8);

/// Removes every cluster of `home` that nobody holds locked. Whoever calls holds the lock of `home`.
pub(super) fn remove(home: &Path, uid: u32) {
    for entry in fs::read_dir(home).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_cluster = entry.file_type().is_ok_and(|kind| kind.is_dir()) && entry.file_name() != "templates";
        if is_cluster && is_dead(&path) {
            discard(&path, uid);
        }
    }
}

/// A directory whose lock file is gone is being removed by its supervisor, or was when that was killed.
fn is_dead(directory: &Path) -> bool {
    if !directory.join("lock").exists() {
        return true;
    }
    match open_lock(directory) {
        Ok(lock) => lock.try_lock().is_ok(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

/// Ends what runs on the cluster in `directory`, whose supervisor is gone, and removes all of it.
///
/// A failure is no error: the directory stays, and the next start tries again.
pub(super) fn discard(directory: &Path, uid: u32) {
    let data = directory.join("data");
    let sockets = socket_directory(directory, uid);
    if let Some(mut server) = Server::recorded_in(&data) {
        server.end();
    }
    let _ = fs::remove_dir_all(directory);
    let is_ours = fs::symlink_metadata(&sockets).is_ok_and(|found| found.is_dir() && found.uid() == uid);
    if sockets != directory && is_ours {
        let _ = fs::remove_dir_all(&sockets);
    }
}

/// What `postmaster.pid` says, whether or not such a process still is there.
struct Server<'a> {
    pid: Pid,
    data: &'a Path,
    /// Key and id of the System V shared memory by which PostgreSQL finds a second server on the same data.
    memory: Option<(String, String)>,
}

impl Server<'_> {
    fn recorded_in(data: &Path) -> Option<Server<'_>> {
        let text = fs::read_to_string(data.join("postmaster.pid")).ok()?;
        let mut lines = text.lines();
        let pid = Pid::from_raw(lines.next()?.trim().parse().ok()?)?;
        let memory = lines.nth(5).and_then(|line| {
            let (key, id) = line.trim().split_once(char::is_whitespace)?;
            Some((key.to_owned(), id.trim().to_owned()))
        });
        Some(Server { pid, data, memory })
    }

    fn end(&mut self) {
        for signal in [Signal::QUIT, Signal::KILL] {
            let deadline = Instant::now() + PATIENCE;
            if self.is_running() {
                let _ = kill_process(self.pid, signal);
            }
            while self.is_running() && Instant::now() < deadline {
                sleep(Duration::from_millis(10));
            }
        }
        self.free_memory();
    }

    /// Whether the process is the server of these data, not another one that got its number: its command line names
    /// the directory, which no other process has reason to.
    fn is_running(&self) -> bool {
        let data = self.data.as_os_str().as_encoded_bytes();
        command_line(self.pid).windows(data.len()).any(|part| part == data)
    }

    /// A server that was killed cannot free its (tiny) shared memory, and on a system without `ipcrm` it stays until
    /// the next boot. Key, id and maker are compared, because ids are used again.
    fn free_memory(&self) {
        let Some((key, id)) = &self.memory else { return };
        let segments = fs::read_to_string("/proc/sysvipc/shm").unwrap_or_default();
        let maker = self.pid.as_raw_nonzero().to_string();
        let is_left = segments.lines().any(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            // key shmid perms size cpid lpid nattch …
            matches!(fields[..], [k, i, _, _, cpid, _, "0", ..] if k == key && i == id && cpid == maker)
        });
        if is_left {
            let _ = Command::new("ipcrm").args(["-m", id]).stdout(Stdio::null()).stderr(Stdio::null()).status();
        }
    }
}

/// Empty if there is no such process, or only its exit status is left of it.
fn command_line(pid: Pid) -> Vec<u8> {
    let number = pid.as_raw_nonzero().to_string();
    if Path::new("/proc/self/cmdline").exists() {
        return fs::read(format!("/proc/{number}/cmdline")).unwrap_or_default();
    }
    let output = Command::new("ps").args(["-ww", "-o", "command=", "-p", &number]).stderr(Stdio::null()).output();
    output.map(|output| output.stdout).unwrap_or_default()
}
