//! Comments taken apart: directives, and the description that people see.

/// A comment, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Description {
    /// The directives at the comment's start as they are written, in GraphQL's syntax. Empty without any.
    pub directives: String,
    /// What is left, without space around it; `None` if nothing is, or if it is not meant for people.
    pub text: Option<String>,
    /// What the operator should be told.
    pub warning: Option<CommentWarning>,
}

/// What is odd about a comment. The message does not name the object: whoever has the comment knows it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommentWarning {
    /// Something that starts like one of relata's directives is not in GraphQL's syntax. It stays in the description.
    #[error("{directive} is not a directive in GraphQL syntax: {expected} expected at {found}")]
    Malformed {
        /// The directive, as `@relata`.
        directive: String,
        /// What should have been there.
        expected: &'static str,
        /// The text that is there, shortened.
        found: String,
    },
    /// A tag of PostGraphile. The comment is not shown.
    #[error("{tag} is a PostGraphile smart tag: the comment is not shown; write {equivalent}")]
    SmartTag {
        /// The tag, as `@omit`.
        tag: String,
        /// How relata spells it.
        equivalent: &'static str,
    },
    /// A directive of pg_graphql. The comment is not shown.
    #[error("@graphql(…) is a pg_graphql directive: the comment is not shown; write {equivalent}")]
    PgGraphql {
        /// How relata spells it.
        equivalent: &'static str,
    },
}

/// The directives that are relata's.
const DIRECTIVES: &[&str] = &["relata", "deprecated"];

/// PostGraphile's smart tags and what stands for them.
const SMART_TAGS: &[(&str, &str)] = &[
    ("name", "@relata(name: \"…\")"),
    ("fieldName", "@relata(name: \"…\")"),
    ("foreignFieldName", "@relata(inverse: \"…\")"),
    ("foreignSimpleFieldName", "@relata(inverse: \"…\")"),
    ("foreignConnectionFieldName", "@relata(inverse: \"…\")"),
    ("omit", "@relata(omit: [create, update, delete, filter, order, root])"),
    ("behavior", "@relata(omit: […])"),
    ("behaviour", "@relata(omit: […])"),
    ("primaryKey", "@relata(key: [\"…\"])"),
    ("unique", "@relata(key: [\"…\"])"),
    ("foreignKey", "@relata(foreignKey: […])"),
    ("notNull", "@relata(notNull: [\"…\"])"),
    ("enum", "@relata(enum: true)"),
    ("deprecated", "@deprecated(reason: \"…\")"),
];

/// pg_graphql's arguments and what stands for them.
const PG_GRAPHQL: &[(&str, &str)] = &[
    ("\"primary_key_columns\"", "@relata(key: [\"…\"])"),
    ("\"foreign_keys\"", "@relata(foreignKey: […])"),
    ("\"foreign_name\"", "@relata(inverse: \"…\")"),
    ("\"local_name\"", "@relata(name: \"…\")"),
    ("\"max_rows\"", "@relata(maxPageSize: …)"),
    ("\"mappings\"", "@relata(values: [{ label: \"…\", name: \"…\" }])"),
    ("\"name\"", "@relata(name: \"…\")"),
];

/// What stands for a tag that no table lists.
const OTHER: &str = "relata's directives as @relata(…)";

/// Takes the directives off the start of `comment`: `@relata(…)` and `@deprecated(…)`, any number, in any order.
pub fn description(comment: &str) -> Description {
    let comment = comment.trim();
    if let Some(warning) = foreign_tag(comment) {
        return Description { warning: Some(warning), ..Description::default() };
    }
    let mut scanner = Scanner { text: comment, at: 0, depth: 0 };
    let mut end = 0;
    let mut warning = None;
    loop {
        match scanner.directive() {
            Ok(true) => end = scanner.at,
            Ok(false) => break,
            Err(malformed) => {
                warning = Some(malformed);
                break;
            }
        }
        // Not skip_ignored: what follows may be a description that starts with "#".
        scanner.at = comment.len() - comment[end..].trim_start().len();
    }
    let text = comment[end..].trim_start();
    Description { directives: comment[..end].to_owned(), text: (!text.is_empty()).then(|| text.to_owned()), warning }
}

/// The warning for a comment that is written for another server.
fn foreign_tag(comment: &str) -> Option<CommentWarning> {
    let after = comment.strip_prefix('@')?;
    let name = &after[..name_length(after)];
    let rest = &after[name.len()..];
    if name == "graphql" && rest.starts_with('(') {
        let named = PG_GRAPHQL.iter().find(|(argument, _)| rest.contains(argument));
        return Some(CommentWarning::PgGraphql { equivalent: named.map_or(OTHER, |(_, equivalent)| equivalent) });
    }
    let line = rest.lines().next().unwrap_or_default();
    let ends_there = line.trim().is_empty();
    let is_tag = !name.is_empty() && (ends_there || line.starts_with([' ', '\t']));
    // A bare @deprecated is a directive of SDL; with a text beside it, it is PostGraphile's.
    let is_ours =
        DIRECTIVES.contains(&name) && (name != "deprecated" || ends_there || line.trim_start().starts_with(['(', '@']));
    if !is_tag || is_ours {
        return None;
    }
    let known = SMART_TAGS.iter().find(|(tag, _)| *tag == name);
    let equivalent = known.map_or(OTHER, |(_, equivalent)| equivalent);
    Some(CommentWarning::SmartTag { tag: format!("@{name}"), equivalent })
}

/// How many bytes of `text` are a GraphQL name.
fn name_length(text: &str) -> usize {
    let is_name = |(index, byte): &(usize, u8)| {
        byte.is_ascii_alphabetic() || *byte == b'_' || (*index > 0 && byte.is_ascii_digit())
    };
    text.bytes().enumerate().take_while(is_name).count()
}

/// Reads constant directives by GraphQL's grammar.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

/// What was expected where the scanner stands.
struct Expected(&'static str);

/// How deep lists and objects may be nested. Beyond it the stack would be at the mercy of a comment.
const MAXIMUM_DEPTH: usize = 32;

impl<'a> Scanner<'a> {
    /// Steps over one of relata's directives. False if none starts here.
    fn directive(&mut self) -> Result<bool, CommentWarning> {
        let Some(after) = self.rest().strip_prefix('@') else { return Ok(false) };
        let name = &after[..name_length(after)];
        if !DIRECTIVES.contains(&name) {
            return Ok(false);
        }
        self.at += 1 + name.len();
        let end = self.at;
        self.skip_ignored();
        let read = match self.rest().starts_with('(') {
            true => self.fields('(', ')'),
            // `@relata` says nothing without arguments; `@deprecated` has a default for its own.
            false if name == "relata" => Err(Expected("\"(\"")),
            false => {
                self.at = end;
                Ok(())
            }
        };
        read.map(|()| true).map_err(|Expected(expected)| {
            let found: String = self.rest().chars().take(20).collect();
            let found = if found.is_empty() { "the end".to_owned() } else { format!("\"{found}\"") };
            CommentWarning::Malformed { directive: format!("@{name}"), expected, found }
        })
    }

    /// `name: value` pairs between `open` and `close`: arguments, of which there is at least one, or an object.
    fn fields(&mut self, open: char, close: char) -> Result<(), Expected> {
        self.expect(open)?;
        if open == '{' && self.take(close) {
            return Ok(());
        }
        loop {
            self.name()?;
            self.expect(':')?;
            self.value()?;
            if self.take(close) {
                return Ok(());
            }
        }
    }

    fn value(&mut self) -> Result<(), Expected> {
        self.skip_ignored();
        match self.rest().as_bytes().first() {
            Some(b'"') => self.string(),
            Some(b'{' | b'[') if self.depth == MAXIMUM_DEPTH => Err(Expected("a value that is nested less deep")),
            Some(b'{') => self.nested(|scanner| scanner.fields('{', '}')),
            Some(b'[') => self.nested(Scanner::list),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.name().map_err(|_| Expected("a value")),
        }
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Result<(), Expected>) -> Result<(), Expected> {
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    fn list(&mut self) -> Result<(), Expected> {
        self.expect('[')?;
        while !self.take(']') {
            self.value()?;
        }
        Ok(())
    }

    fn name(&mut self) -> Result<(), Expected> {
        self.skip_ignored();
        match name_length(self.rest()) {
            0 => Err(Expected("a name")),
            length => {
                self.at += length;
                Ok(())
            }
        }
    }

    fn number(&mut self) -> Result<(), Expected> {
        let start = self.at;
        self.at += usize::from(self.rest().starts_with('-'));
        let leading_zero = self.rest().starts_with('0');
        let whole = self.digits()?;
        if self.rest().starts_with('.') {
            self.at += 1;
            self.digits()?;
        }
        if self.rest().starts_with(['e', 'E']) {
            self.at += 1;
            self.at += usize::from(self.rest().starts_with(['+', '-']));
            self.digits()?;
        }
        let runs_on = self.rest().starts_with(|next: char| next.is_ascii_alphanumeric() || "_.".contains(next));
        if runs_on || (leading_zero && whole > 1) {
            self.at = start;
            return Err(Expected("a number"));
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<usize, Expected> {
        let count = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        self.at += count;
        if count == 0 { Err(Expected("a digit")) } else { Ok(count) }
    }

    fn string(&mut self) -> Result<(), Expected> {
        if self.rest().starts_with("\"\"\"") {
            return self.block_string();
        }
        self.at += 1;
        loop {
            match self.rest().chars().next() {
                None | Some('\n' | '\r') => return Err(Expected("the string's closing quote")),
                Some('"') => break,
                Some('\\') => self.escape()?,
                Some(other) => self.at += other.len_utf8(),
            }
        }
        self.at += 1;
        Ok(())
    }

    /// A string that only `"""` ends, unless a backslash stands before it.
    fn block_string(&mut self) -> Result<(), Expected> {
        self.at += 3;
        while !self.rest().starts_with("\"\"\"") {
            self.at += match self.rest().chars().next() {
                None => return Err(Expected("the string's closing quotes")),
                Some(_) if self.rest().starts_with("\\\"\"\"") => 4,
                Some(other) => other.len_utf8(),
            };
        }
        self.at += 3;
        Ok(())
    }

    /// `\n` and its kind, `\u00e9` or `\u{e9}`.
    fn escape(&mut self) -> Result<(), Expected> {
        let after = &self.rest()[1..];
        let digits = match after.strip_prefix("u{") {
            Some(braced) => braced.split_once('}').map(|(digits, _)| (digits, 1 + 2 + digits.len() + 1)),
            None if after.starts_with('u') => after.get(1..5).map(|digits| (digits, 1 + 1 + 4)),
            None if after.starts_with(['"', '\\', '/', 'b', 'f', 'n', 'r', 't']) => Some(("0", 2)),
            None => None,
        };
        match digits {
            Some((digits, length)) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                self.at += length;
                Ok(())
            }
            _ => Err(Expected("an escape sequence")),
        }
    }

    fn expect(&mut self, wanted: char) -> Result<(), Expected> {
        let name = match wanted {
            '(' => "\"(\"",
            '{' => "\"{\"",
            '[' => "\"[\"",
            _ => "\":\"",
        };
        if self.take(wanted) { Ok(()) } else { Err(Expected(name)) }
    }

    fn take(&mut self, wanted: char) -> bool {
        self.skip_ignored();
        let taken = self.rest().starts_with(wanted);
        if taken {
            self.at += wanted.len_utf8();
        }
        taken
    }

    /// White space, commas and GraphQL comments.
    fn skip_ignored(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', ',', '\u{feff}']).len();
            let note = match rest[blank..].starts_with('#') {
                true => rest[blank..].find(['\n', '\r']).unwrap_or(rest.len() - blank),
                false => 0,
            };
            if blank + note == 0 {
                return;
            }
            self.at += blank + note;
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(comment: &str) -> (String, String) {
        let description = description(comment);
        assert_eq!(description.warning, None, "{comment}");
        (description.directives, description.text.unwrap_or_default())
    }

    #[test]
    fn directives_are_taken_off_the_start() {
        for (comment, directives, text) in [
            ("An album.", "", "An album."),
            ("  \n", "", ""),
            ("# Albums\nA list", "", "# Albums\nA list"),
            ("See @relata(name: \"X\")", "", "See @relata(name: \"X\")"),
            ("@foo(name: 1) x", "", "@foo(name: 1) x"),
            ("@relata(name: \"Disc\") An album.", "@relata(name: \"Disc\")", "An album."),
            ("@relata(name: \"a) b\")\n# x", "@relata(name: \"a) b\")", "# x"),
            (r#"@relata(name: "q\" \u00e9\u{1F600})") x"#, r#"@relata(name: "q\" \u00e9\u{1F600})")"#, "x"),
            (r#"@relata(name: """a ")" \""" b""") x"#, r#"@relata(name: """a ")" \""" b""")"#, "x"),
            (
                "@relata(values: [{ label: \"so-so\", name: \"x\" }, {}], cost: -1.5e3, omit: [root] # why )\n) y",
                "@relata(values: [{ label: \"so-so\", name: \"x\" }, {}], cost: -1.5e3, omit: [root] # why )\n)",
                "y",
            ),
            (
                "@relata(enum: true)\n@deprecated(reason: \"old (very)\") It was.",
                "@relata(enum: true)\n@deprecated(reason: \"old (very)\")",
                "It was.",
            ),
            ("@deprecated @relata(enum: true) x", "@deprecated @relata(enum: true)", "x"),
            ("@deprecated\nx", "@deprecated", "x"),
        ] {
            assert_eq!(taken(comment), (directives.to_owned(), text.to_owned()), "{comment}");
        }
    }

    #[test]
    fn what_is_malformed_stays_with_a_warning() {
        for (comment, expected) in [
            ("@relata", "\"(\" expected at the end"),
            ("@relata()", "a name expected at \")\""),
            ("@relata(name \"x\")", "\":\" expected at \"\"x\")\""),
            ("@relata(name: \"x", "the string's closing quote expected at the end"),
            ("@relata(name: \"\\q\")", "an escape sequence expected at \"\\q\")\""),
            ("@relata(cost: 01)", "a number expected at \"01)\""),
            ("@relata(cost: 1x)", "a number expected at \"1x)\""),
            ("@relata(cost: -)", "a digit expected at \")\""),
            ("@relata(name: $x)", "a value expected at \"$x)\""),
            ("@deprecated(", "a name expected at the end"),
        ] {
            let description = description(comment);
            assert_eq!(description.text.as_deref(), Some(comment));
            let warning = description.warning.map(|warning| warning.to_string()).unwrap_or_default();
            assert!(warning.ends_with(expected), "{comment}: {warning}");
        }
        let deep = format!("@relata(name: {})", "[".repeat(100_000));
        assert!(matches!(description(&deep).warning, Some(CommentWarning::Malformed { .. })));
        let half = description("@relata(enum: true) @relata(oops) x");
        assert_eq!(half.directives, "@relata(enum: true)");
        assert_eq!(half.text.as_deref(), Some("@relata(oops) x"));
    }

    #[test]
    fn tags_of_other_servers_are_not_shown() {
        for (comment, equivalent) in [
            ("@name posts\nThe posts.", "@relata(name: \"…\")"),
            ("@omit", "@relata(omit: [create, update, delete, filter, order, root])"),
            ("@deprecated Use x", "@deprecated(reason: \"…\")"),
            ("@sortable yes", OTHER),
            ("@graphql({\"max_rows\": 5})", "@relata(maxPageSize: …)"),
            ("@graphql({\"totalCount\": {\"enabled\": true}}) x", OTHER),
        ] {
            let Description { directives, text, warning } = description(comment);
            assert_eq!((directives.as_str(), text), ("", None), "{comment}");
            assert!(warning.is_some_and(|warning| warning.to_string().ends_with(equivalent)), "{comment}");
        }
    }
}
