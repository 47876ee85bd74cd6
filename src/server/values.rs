//! The values that options may have. Each type has one constructor, which says what it expects.

use crate::response::engine::Sharing;
use std::{fmt, net::IpAddr, str::FromStr, time::Duration};

/// What an option expects: the end of the sentence "it must be …".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Expected(pub(crate) &'static str);

/// `host:port`, with what was left out filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListenAddress {
    host: String,
    port: u16,
}

/// How the log looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// An object a line.
    Json,
}

/// What a browser finds at `/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageKind {
    /// GraphiQL, and until it has been fetched the plain page.
    Graphiql,
    /// An editor of our own.
    Plain,
    /// The text that everybody else gets.
    Off,
}

/// A schema to show, and the prefix that its names take if the operator chose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SchemaChoice {
    pub(crate) name: String,
    pub(crate) prefix: Option<String>,
}

/// A number of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ByteSize(pub(crate) usize);

const LISTEN: Expected = Expected("host:port, a host or a port, as 127.0.0.1:4000, [::1]:4000, 0.0.0.0 or 8080");
const DURATION: Expected = Expected("a number with ms, s, min or h, as 500ms, 15s or 2min");
const SIZE: Expected = Expected("a number of at least 1 with B, kB or MB, as 512kB or 1MB");
const SCHEMAS: Expected =
    Expected("names separated by commas, each perhaps with a prefix, as public,sales or \"sales as ''\"");

impl ListenAddress {
    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Where a program on this machine reaches it: what means every interface cannot be connected to everywhere.
    pub(crate) fn as_seen_here(&self) -> Self {
        let host = match self.host.as_str() {
            "0.0.0.0" => "127.0.0.1",
            "::" => "::1",
            host => host,
        };
        Self { host: host.to_owned(), port: self.port }
    }

    /// Whether only programs of this machine can connect.
    pub(crate) fn is_loopback(&self) -> bool {
        self.host.eq_ignore_ascii_case("localhost")
            || self.host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

impl Default for ListenAddress {
    fn default() -> Self {
        Self { host: "127.0.0.1".to_owned(), port: 4000 }
    }
}

impl FromStr for ListenAddress {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        let default = Self::default();
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Self { port: text.parse().map_err(|_| LISTEN)?, ..default });
        }
        // An IPv6 address has colons of its own, so it stands in brackets where a port follows.
        let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((host, "")) => (host, None),
            Some((host, rest)) => (host, Some(rest.strip_prefix(':').ok_or(LISTEN)?)),
            None if text.matches(':').count() > 1 => (text, None),
            None => text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port))),
        };
        let is_host = |character: char| character.is_ascii_alphanumeric() || ".-_:%".contains(character);
        if host.is_empty() || !host.chars().all(is_host) {
            return Err(LISTEN);
        }
        let port = port.map_or(Ok(default.port), |port| port.parse().map_err(|_| LISTEN))?;
        Ok(Self { host: host.to_owned(), port })
    }
}

impl fmt::Display for ListenAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(formatter, "[{}]:{}", self.host, self.port)
        } else {
            write!(formatter, "{}:{}", self.host, self.port)
        }
    }
}

impl FromStr for LogFormat {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(Expected("text or json")),
        }
    }
}

impl FromStr for PageKind {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        match text {
            "graphiql" => Ok(Self::Graphiql),
            "plain" => Ok(Self::Plain),
            "off" => Ok(Self::Off),
            _ => Err(Expected("graphiql, plain or off")),
        }
    }
}

impl FromStr for ByteSize {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        let (number, unit) = number_and_unit(text).ok_or(SIZE)?;
        let factor = match unit.to_ascii_lowercase().as_str() {
            "b" => 1,
            "kb" | "kib" => 1 << 10,
            "mb" | "mib" => 1 << 20,
            _ => return Err(SIZE),
        };
        let bytes = usize::try_from(number).ok().and_then(|number| number.checked_mul(factor)).ok_or(SIZE)?;
        if bytes == 0 { Err(SIZE) } else { Ok(Self(bytes)) }
    }
}

impl fmt::Display for ByteSize {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            bytes if bytes % (1 << 20) == 0 => write!(formatter, "{} MB", bytes >> 20),
            bytes if bytes % (1 << 10) == 0 => write!(formatter, "{} kB", bytes >> 10),
            bytes => write!(formatter, "{bytes} bytes"),
        }
    }
}

/// `15s`, with the units of PostgreSQL; a bare number would mean milliseconds there, so only 0 may go without.
pub(crate) fn duration(text: &str) -> Result<Duration, Expected> {
    if text == "0" {
        return Ok(Duration::ZERO);
    }
    let (number, unit) = number_and_unit(text).ok_or(DURATION)?;
    let milliseconds = match unit {
        "ms" => 1,
        "s" => 1_000,
        "min" | "m" => 60_000,
        "h" => 3_600_000,
        _ => return Err(DURATION),
    };
    let total = number.checked_mul(milliseconds).ok_or(DURATION)?;
    // PostgreSQL keeps such settings in 32 bits.
    if i32::try_from(total).is_err() {
        return Err(Expected("at most 596h"));
    }
    Ok(Duration::from_millis(total))
}

/// `true`, and what else people write for it.
pub(crate) fn switch(text: &str) -> Result<bool, Expected> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" | "on" => Ok(true),
        "false" | "0" | "no" | "off" | "" => Ok(false),
        _ => Err(Expected("true or false")),
    }
}

/// What requests share.
pub(crate) fn sharing(text: &str) -> Result<Sharing, Expected> {
    match text {
        "none" => Ok(Sharing::Nothing),
        "statements" => Ok(Sharing::Statements),
        "answers" => Ok(Sharing::Answers),
        _ => Err(Expected("none, statements or answers")),
    }
}

/// `public, sales as ''`: one value of `--schema`. A comma inside double quotes belongs to the name.
pub(crate) fn schemas(text: &str) -> Result<Vec<SchemaChoice>, Expected> {
    split_outside_quotes(text).into_iter().map(schema_choice).collect()
}

fn schema_choice(text: &str) -> Result<SchemaChoice, Expected> {
    let (name, rest) = schema_name(text.trim())?;
    let prefix = match rest.trim().split_once(char::is_whitespace) {
        None if rest.trim().is_empty() => None,
        Some((keyword, prefix)) if keyword.eq_ignore_ascii_case("as") => Some(unquote(prefix.trim())),
        _ => return Err(SCHEMAS),
    };
    let fits = |prefix: &String| prefix.chars().all(|character| character.is_ascii_alphanumeric() || character == '_');
    if name.is_empty() || prefix.as_ref().is_some_and(|prefix| !fits(prefix)) {
        return Err(SCHEMAS);
    }
    Ok(SchemaChoice { name, prefix })
}

/// A name as SQL writes it, save that letters keep their case without quotes, and what follows it.
fn schema_name(text: &str) -> Result<(String, &str), Expected> {
    let Some(quoted) = text.strip_prefix('"') else {
        let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        return Ok((name.to_owned(), rest));
    };
    let mut name = String::new();
    let mut characters = quoted.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if character != '"' {
            name.push(character);
        } else if characters.next_if(|(_, next)| *next == '"').is_some() {
            name.push('"');
        } else {
            return Ok((name, &quoted[at + 1..]));
        }
    }
    Err(SCHEMAS)
}

fn split_outside_quotes(text: &str) -> Vec<&str> {
    let mut quoted = false;
    text.split(|character| {
        quoted ^= character == '"';
        character == ',' && !quoted
    })
    .collect()
}

/// A prefix may stand in quotes of either kind, and must where it is empty.
fn unquote(text: &str) -> String {
    let inside = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote);
    inside('\'').or_else(|| inside('"')).unwrap_or(text).to_owned()
}

fn number_and_unit(text: &str) -> Option<(u64, &str)> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    Some((text[..digits].parse().ok()?, text[digits..].trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listen_addresses() {
        for (text, expected) in [
            ("8080", "127.0.0.1:8080"),
            ("0.0.0.0", "0.0.0.0:4000"),
            ("localhost:1", "localhost:1"),
            ("::1", "[::1]:4000"),
            ("[::1]", "[::1]:4000"),
            ("[::1]:0", "[::1]:0"),
        ] {
            assert_eq!(text.parse::<ListenAddress>().map(|address| address.to_string()), Ok(expected.to_owned()));
        }
        for text in ["", "70000", ":4000", "a:b", "[::1]4", "http://a:1", "a b:1"] {
            assert_eq!(text.parse::<ListenAddress>(), Err(LISTEN), "{text}");
        }
    }

    #[test]
    fn durations_and_sizes() {
        for (text, milliseconds) in
            [("0", 0), ("0s", 0), ("500ms", 500), ("15s", 15_000), ("2 min", 120_000), ("1h", 3_600_000)]
        {
            assert_eq!(duration(text), Ok(Duration::from_millis(milliseconds)), "{text}");
        }
        for text in ["15", "-1s", "1.5s", "s", "600h", "99999999999999999999s", "1d"] {
            assert!(duration(text).is_err(), "{text}");
        }
        for (text, bytes, shown) in
            [("1MB", 1 << 20, "1 MB"), ("512 kB", 512 << 10, "512 kB"), ("100B", 100, "100 bytes")]
        {
            assert_eq!(text.parse(), Ok(ByteSize(bytes)));
            assert_eq!(ByteSize(bytes).to_string(), shown);
        }
        for text in ["0MB", "1", "MB", "1GB"] {
            assert_eq!(text.parse::<ByteSize>(), Err(SIZE), "{text}");
        }
    }

    #[test]
    fn schema_lists() {
        let choice = |name: &str, prefix: Option<&str>| SchemaChoice {
            name: name.to_owned(),
            prefix: prefix.map(str::to_owned),
        };
        for (text, expected) in [
            ("public", vec![choice("public", None)]),
            ("a, b", vec![choice("a", None), choice("b", None)]),
            ("sales as ''", vec![choice("sales", Some(""))]),
            ("sales AS shop,b", vec![choice("sales", Some("shop")), choice("b", None)]),
            (r#""a,b" as "x""#, vec![choice("a,b", Some("x"))]),
            (r#""a,b","say ""hi""""#, vec![choice("a,b", None), choice(r#"say "hi""#, None)]),
            (r#""Größe" as x"#, vec![choice("Größe", Some("x"))]),
        ] {
            assert_eq!(schemas(text), Ok(expected), "{text}");
        }
        for text in ["", "a,,b", "a as b c", "a b", " as x", r#""""#, r#""a"#] {
            assert_eq!(schemas(text), Err(SCHEMAS), "{text}");
        }
    }
}
