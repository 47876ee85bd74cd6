//! What is told while a package is fetched.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// The width of the bar, in characters.
const WIDTH: u64 = 30;

/// What just happened.
#[derive(Debug)]
pub enum Progress<'a> {
    /// Another process is fetching it.
    Waiting {
        /// What is waited for.
        title: &'a str,
    },
    /// The registry answered.
    Begun {
        /// What is fetched.
        title: &'a str,
        /// From where, without credentials.
        host: &'a str,
        /// How many bytes will come, if the registry told.
        total: Option<u64>,
    },
    /// More has come. This is told for each whole percent only.
    Received {
        /// What is fetched.
        title: &'a str,
        /// How many bytes are here.
        bytes: u64,
        /// How many it will be, if the registry told.
        total: Option<u64>,
    },
    /// Everything is here and is what it should be.
    Unpacking {
        /// What is unpacked.
        title: &'a str,
    },
    /// It is ready for use.
    Done {
        /// What is ready.
        title: &'a str,
        /// Where it is.
        directory: &'a Path,
    },
}

/// Who is told.
pub type Listener<'a> = &'a mut dyn FnMut(&Progress<'_>);

/// Tells people on standard error: a bar if that is a terminal, else lines.
pub fn tell(progress: &Progress<'_>) {
    let mut output = io::stderr().lock();
    let text = if output.is_terminal() { on_terminal(progress) } else { in_lines(progress) };
    // Nothing can be done about a standard error that is closed.
    let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

/// Each state overwrites the one before (`\r`), and clears what is left of it (`ESC [K`).
fn on_terminal(progress: &Progress<'_>) -> String {
    match progress {
        Progress::Begun { title, host, .. } => format!("\rFetching {title} from {host}\x1b[K"),
        Progress::Received { title, bytes, total: Some(total) } => {
            let share = |of: u64| (bytes * of).checked_div(*total).unwrap_or(of).min(of);
            let done = share(WIDTH);
            let bar: String = (0..WIDTH).map(|place| if place < done { '█' } else { '░' }).collect();
            let of = megabytes(*total);
            format!("\rFetching {title}  {bar} {:>3} %  {} of {of}\x1b[K", share(100), megabytes(*bytes))
        }
        Progress::Received { title, bytes, total: None } => {
            format!("\rFetching {title}  {}\x1b[K", megabytes(*bytes))
        }
        Progress::Waiting { title } => format!("\rAnother relata is fetching {title}; waiting for it\x1b[K"),
        Progress::Unpacking { title } => format!("\rUnpacking {title}\x1b[K"),
        Progress::Done { title, directory } => format!("\r{}\x1b[K\n", done(title, directory)),
    }
}

fn in_lines(progress: &Progress<'_>) -> String {
    match progress {
        Progress::Begun { title, host, total } => {
            let size = total.map(|total| format!(" ({})", megabytes(total))).unwrap_or_default();
            format!("Fetching {title} from {host}{size}\n")
        }
        Progress::Waiting { title } => format!("Another relata is fetching {title}; waiting for it\n"),
        Progress::Received { .. } | Progress::Unpacking { .. } => String::new(),
        Progress::Done { title, directory } => format!("{}\n", done(title, directory)),
    }
}

fn done(title: &str, directory: &Path) -> String {
    format!("Fetched {title} into {}", directory.display())
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_for_terminals_and_lines_for_files() {
        let received = |bytes, total| Progress::Received { title: "It", bytes, total };
        let (full, empty) = ("█", "░");
        for (progress, bar, lines) in [
            (
                Progress::Begun { title: "It", host: "h", total: Some(23_732_346) },
                "\rFetching It from h\x1b[K".to_owned(),
                "Fetching It from h (23.7 MB)\n",
            ),
            (
                received(1_000_000, Some(2_000_000)),
                format!("\rFetching It  {}{}  50 %  1.0 MB of 2.0 MB\x1b[K", full.repeat(15), empty.repeat(15)),
                "",
            ),
            (
                received(3_000_000, Some(2_000_000)),
                format!("\rFetching It  {} 100 %  3.0 MB of 2.0 MB\x1b[K", full.repeat(30)),
                "",
            ),
            (received(0, Some(0)), format!("\rFetching It  {} 100 %  0.0 MB of 0.0 MB\x1b[K", full.repeat(30)), ""),
            (received(1_500_000, None), "\rFetching It  1.5 MB\x1b[K".to_owned(), ""),
            (
                Progress::Done { title: "It", directory: Path::new("/x") },
                "\rFetched It into /x\x1b[K\n".to_owned(),
                "Fetched It into /x\n",
            ),
        ] {
            assert_eq!(on_terminal(&progress), bar);
            assert_eq!(in_lines(&progress), lines);
        }
    }
}
