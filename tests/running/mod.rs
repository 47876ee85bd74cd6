//! The `relata` program, running: for tests of what it does on a socket, on its standard error and at its end.

// Each file in tests/ is a program of its own and uses only a part of this module.
#![allow(dead_code)]
// Clippy knows tests by their attribute, and these helpers have none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that has told where it listens. It is killed when dropped.
pub(crate) struct Running {
    child: Child,
    stderr: Arc<Mutex<String>>,
    /// As `127.0.0.1:41234`.
    pub(crate) address: String,
}

/// What came back for a request.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    /// With names in lower case, in the order of the answer.
    pub(crate) headers: Vec<(String, String)>,
    /// Without the chunks' frames.
    pub(crate) body: String,
    /// Whether the body came to its announced end.
    pub(crate) complete: bool,
}

impl Running {
    /// Starts `command`, which must be `serve` or `demo`, on a free port.
    pub(crate) fn start(mut command: Command) -> Running {
        command.args(["--listen", "127.0.0.1:0"]);
        Running::start_as_it_is(command)
    }

    /// Starts `command` where it listens by itself.
    pub(crate) fn start_as_it_is(mut command: Command) -> Running {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let stderr = Arc::new(Mutex::new(String::new()));
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let collected = Arc::clone(&stderr);
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let mut text = collected.lock().unwrap();
                text.push_str(&line);
                text.push('\n');
            }
        });
        let mut running = Running { child, stderr, address: String::new() };
        let told = running.wait_for("/graphql");
        let url = told.split("http://").nth(1).unwrap();
        running.address = url.split('/').next().unwrap().to_owned();
        running
    }

    /// Waits until standard error holds `text`, and gives all of it.
    pub(crate) fn wait_for(&mut self, text: &str) -> String {
        let begun = Instant::now();
        loop {
            let stderr = self.stderr();
            if stderr.contains(text) {
                return stderr;
            }
            assert!(self.child.try_wait().unwrap().is_none(), "it ended:\n{stderr}");
            assert!(begun.elapsed() < PATIENCE, "{text:?} did not come:\n{stderr}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it has written to standard error until now.
    pub(crate) fn stderr(&self) -> String {
        self.stderr.lock().unwrap().clone()
    }

    /// Sends a signal, as in `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let status = Command::new("kill").args([format!("-{name}"), self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Waits for its end.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end:\n{}", self.stderr());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// What it has written to standard output; to be asked after its end.
    pub(crate) fn stdout(&mut self) -> String {
        let mut text = String::new();
        self.child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
        text
    }

    /// Sends `method path` with `headers` and `body`, byte by byte as given, over a connection of its own.
    pub(crate) fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Response {
        let mut stream = self.connect();
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", self.address);
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        if !body.is_empty() && !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-length")) {
            head += &format!("content-length: {}\r\n", body.len());
        }
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(b"\r\n").unwrap();
        // A server that refuses a body may close before it has read all of it.
        let _ = stream.write_all(body);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        Response::parse(&answer, method == "HEAD")
    }

    /// Sends a GraphQL request by POST.
    pub(crate) fn post(&self, body: &str) -> Response {
        self.send("POST", "/graphql", &[("content-type", "application/json")], body.as_bytes())
    }

    /// An open connection.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Response {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    fn parse(answer: &[u8], without_body: bool) -> Response {
        let text = String::from_utf8_lossy(answer);
        // `100 Continue` may come before the answer.
        let text = text.strip_prefix("HTTP/1.1 100 Continue\r\n\r\n").unwrap_or(&text);
        let (head, rest) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {text:?}"));
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers: Vec<(String, String)> = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        let mut response = Response { status, headers, body: rest.to_owned(), complete: true };
        if response.header("transfer-encoding") == Some("chunked") && !without_body {
            (response.body, response.complete) = unchunked(rest);
        } else if let Some(length) = response.header("content-length") {
            response.complete = without_body || rest.len() == length.parse::<usize>().unwrap();
        }
        response
    }
}

/// The content of chunks, and whether the final one came.
fn unchunked(mut rest: &str) -> (String, bool) {
    let mut body = String::new();
    loop {
        let Some((size, behind)) = rest.split_once("\r\n") else { return (body, false) };
        let Ok(size) = usize::from_str_radix(size, 16) else { return (body, false) };
        if size == 0 {
            return (body, true);
        }
        let Some(content) = behind.get(..size) else { return (body + behind, false) };
        body += content;
        rest = behind.get(size + 2..).unwrap_or("");
    }
}
