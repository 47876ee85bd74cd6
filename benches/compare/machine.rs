//! What the machine tells about processes, from `/proc`.

use std::fs;

/// Kernel ticks are hundredths of a second wherever Linux runs (`man 5 proc`, `USER_HZ`).
const TICK: f64 = 0.01;

/// The processor time that a process has taken.
pub(crate) fn cpu(pid: u32) -> f64 {
    times(pid).map_or(0.0, |[user, system, ..]| user + system)
}

/// The processor time of all sessions of PostgreSQL, those that have ended included.
pub(crate) fn database_cpu(postmaster: u32) -> f64 {
    let ended = times(postmaster).map_or(0.0, |[_, _, user, system]| user + system);
    let children = fs::read_to_string(format!("/proc/{postmaster}/task/{postmaster}/children")).unwrap_or_default();
    ended + children.split_whitespace().filter_map(|pid| pid.parse().ok()).map(cpu).sum::<f64>()
}

/// The memory that a process holds, in MB.
pub(crate) fn resident(pid: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}

/// The processor and its number of cores, the system, and how busy it is.
pub(crate) fn description() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let information = read("/proc/cpuinfo");
    let models: Vec<_> = information.lines().filter_map(|line| line.strip_prefix("model name")).collect();
    let model = models.first().map_or("processor", |line| line.trim_start_matches(['\t', ':', ' ']));
    let kernel = read("/proc/sys/kernel/osrelease");
    let load = read("/proc/loadavg");
    let load = load.split_whitespace().next().unwrap_or("?");
    format!("{} × {model}, Linux {}, load {load} before", models.len(), kernel.trim())
}

/// utime, stime, cutime, cstime in seconds.
fn times(pid: u32) -> Option<[f64; 4]> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name of the program may hold spaces and parentheses.
    let fields: Vec<_> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let time = |index: usize| fields.get(index)?.parse::<f64>().ok().map(|ticks| ticks * TICK);
    Some([time(11)?, time(12)?, time(13)?, time(14)?])
}
