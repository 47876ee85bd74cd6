//! SQL names taken apart into words, and put together as GraphQL spells them (rule 8 of API.md).
//!
//! | SQL | camelCase | why |
//! |---|---|---|
//! | `artist_id`, `"ArtistId"`, `"Artist Id"` | `artistId` | `_`, other characters and a change of case separate words |
//! | `"HTTPServer"`, `"AlbumIDs"` | `httpServer`, `albumIds` | a run of capitals is one word, with its plural `s` |
//! | `line2_text`, `"Line2Text"` | `line2Text` | digits belong to the word before them |
//! | `b01_001` | `b01_001` | between two digits the `_` stays, or numbers would run together |
//! | `_x`, `__x` | `_x` | one leading `_` stays |
//! | `2fa` | `_2fa` | a name must not begin with a digit |
//! | `größe` | `gr_u00F6__u00DF_e` | letters outside ASCII are escaped, at least four digits, never changed in case |
//! | `"%"` | `_u0025_` | a name without any letter or digit is escaped as a whole |

/// The words of a SQL name, in lower case as far as they are ASCII.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    /// Whether the name begins with `_`.
    leading: bool,
    words: Vec<String>,
}

impl Words {
    /// Takes a SQL name apart.
    pub(super) fn split(sql: &str) -> Self {
        let leading = sql.starts_with('_');
        let mut words: Vec<String> = sql
            .split(|character: char| !character.is_alphanumeric())
            .filter(|segment| !segment.is_empty())
            .flat_map(split_case)
            .collect();
        if words.is_empty() {
            let symbols: String = sql.chars().filter(|character| *character != '_').collect();
            words.extend((!symbols.is_empty()).then_some(symbols));
        }
        Self { leading, words }
    }

    /// `artistId`
    pub(super) fn camel(&self) -> String {
        self.render(false)
    }

    /// `ArtistId`
    pub(super) fn pascal(&self) -> String {
        self.render(true)
    }

    /// `artist_id`: how PostgreSQL would spell these words without quotes.
    pub(super) fn snake(&self) -> String {
        format!("{}{}", if self.leading { "_" } else { "" }, self.words.join("_"))
    }

    /// `artistid`: the words without anything between them.
    pub(super) fn squashed(&self) -> String {
        self.words.concat()
    }

    /// The last word, or the empty string where there is none (`_`).
    pub(super) fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// The same words with the last one changed.
    pub(super) fn map_last(&self, change: impl FnOnce(&str) -> String) -> Self {
        let mut changed = self.clone();
        if let Some(last) = changed.words.last_mut() {
            *last = change(last);
        }
        changed
    }

    /// The words before the last one, or `None` where there are none.
    pub(super) fn without_last(&self) -> Option<Self> {
        let rest = self.words.get(..self.words.len().checked_sub(1)?)?;
        (!rest.is_empty()).then(|| Self { leading: self.leading, words: rest.to_vec() })
    }

    /// The same words and one more.
    pub(super) fn with(&self, word: &str) -> Self {
        let mut more = self.clone();
        more.words.push(word.to_owned());
        more
    }

    fn render(&self, capital: bool) -> String {
        let mut text = String::with_capacity(self.words.iter().map(String::len).sum::<usize>() + 1);
        for word in &self.words {
            let is_capital = capital || !text.is_empty();
            if ends_in_digit(&text) && begins_with_digit(word) {
                text.push('_');
            }
            let start = text.len();
            word.chars().for_each(|character| push_escaped(&mut text, character));
            if is_capital && let Some(first) = text.get_mut(start..start + 1) {
                first.make_ascii_uppercase();
            }
        }
        let needs_underscore = text.is_empty() || begins_with_digit(&text) || (self.leading && !text.starts_with('_'));
        if needs_underscore { format!("_{text}") } else { text }
    }
}

/// The SQL spelling, as near as GraphQL lets it be: `Line_Id` for `"Line Id"`.
pub(super) fn spelled(sql: &str) -> String {
    let mut text = String::new();
    for character in sql.chars() {
        if character == '_' || character.is_alphanumeric() {
            push_escaped(&mut text, character);
        } else if !text.is_empty() && !text.ends_with('_') {
            text.push('_');
        }
    }
    text
}

/// `Title` for `title`; what does not begin with an ASCII letter stays as it is.
pub(super) fn upper_first(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// `_u00E9_` for `é`: at least four hexadecimal digits.
pub(super) fn escaped(character: char) -> String {
    format!("_u{:04X}_", u32::from(character))
}

/// Whether a GraphQL name of `sql` needs escapes, so that a name of its own would read better.
pub(super) fn needs_escapes(sql: &str) -> bool {
    sql.chars().any(|character| !character.is_ascii() && character.is_alphanumeric())
        || (!sql.chars().any(char::is_alphanumeric) && sql.chars().any(|character| character != '_'))
}

/// Adds a character, escaped unless it is ASCII.
fn push_escaped(text: &mut String, character: char) {
    if character == '_' || character.is_ascii_alphanumeric() {
        text.push(character);
    } else {
        text.push_str(&escaped(character));
    }
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_digit())
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|character: char| character.is_ascii_digit())
}

/// Splits letters and digits where their case says that a word begins. Letters outside ASCII count as small.
fn split_case(segment: &str) -> Vec<String> {
    let characters: Vec<char> = segment.chars().collect();
    let mut words = vec![String::new()];
    for (position, &character) in characters.iter().enumerate() {
        if position > 0 && begins_word(&characters, position) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(character.to_ascii_lowercase());
        }
    }
    words
}

fn begins_word(characters: &[char], position: usize) -> bool {
    let is_small = |offset: usize| characters.get(position + offset).is_some_and(char::is_ascii_lowercase);
    if !characters[position].is_ascii_uppercase() {
        return false;
    }
    if !characters[position - 1].is_ascii_uppercase() {
        return true;
    }
    let is_plural_of_capitals = characters.get(position + 1) == Some(&'s') && !is_small(2);
    is_small(1) && !is_plural_of_capitals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::naming::Name;

    #[test]
    fn names_are_spelled_as_graphql_does() {
        let long = "a_".repeat(31) + "b";
        let cases = [
            ("artist_id", "artistId", "ArtistId"),
            ("AlbumId", "albumId", "AlbumId"),
            ("album_ID", "albumId", "AlbumId"),
            ("ID", "id", "Id"),
            ("IDs", "ids", "Ids"),
            ("AlbumIDs", "albumIds", "AlbumIds"),
            ("URLsSeen", "urlsSeen", "UrlsSeen"),
            ("HTTPServer", "httpServer", "HttpServer"),
            ("ARTIST_ID", "artistId", "ArtistId"),
            ("fooBar", "fooBar", "FooBar"),
            ("Line Id", "lineId", "LineId"),
            ("line--id!", "lineId", "LineId"),
            ("line2_text", "line2Text", "Line2Text"),
            ("Line2Text", "line2Text", "Line2Text"),
            ("SHA256Hash", "sha256Hash", "Sha256Hash"),
            ("address_2", "address2", "Address2"),
            ("b01_001", "b01_001", "B01_001"),
            ("2fa", "_2fa", "_2fa"),
            ("_2fa", "_2fa", "_2fa"),
            ("_x", "_x", "_X"),
            ("___x_y_", "_xY", "_XY"),
            ("_", "_", "_"),
            ("", "_", "_"),
            ("größe", "gr_u00F6__u00DF_e", "Gr_u00F6__u00DF_e"),
            ("Übung_öl", "_u00DC_bung_u00F6_l", "_u00DC_bung_u00F6_l"),
            ("caféName", "caf_u00E9_Name", "Caf_u00E9_Name"),
            ("名前", "_u540D__u524D_", "_u540D__u524D_"),
            ("_名前", "_u540D__u524D_", "_u540D__u524D_"),
            ("𝒳", "_u1D4B3_", "_u1D4B3_"),
            ("%", "_u0025_", "_u0025_"),
            ("_%", "_u0025_", "_u0025_"),
            (&long, &format!("a{}B", "A".repeat(30)), &format!("{}B", "A".repeat(31))),
        ];
        for (sql, camel, pascal) in cases {
            let words = Words::split(sql);
            assert_eq!((words.camel().as_str(), words.pascal().as_str()), (camel, pascal), "{sql:?}");
            assert!(Name::new(camel).is_some() && Name::new(pascal).is_some(), "{sql:?}");
        }
    }

    #[test]
    fn sql_spelling_is_kept_as_far_as_possible() {
        let cases =
            [("foo_bar", "foo_bar"), ("Line Id", "Line_Id"), (" a  b ", "a_b_"), ("é_1", "_u00E9__1"), ("a_", "a_")];
        for (sql, expected) in cases {
            assert_eq!(spelled(sql), expected, "{sql:?}");
        }
    }

    #[test]
    fn names_that_need_escapes_are_known() {
        let cases = [("a", false), ("a b", false), ("_", false), ("é", true), ("%", true), ("a%", false)];
        for (sql, expected) in cases {
            assert_eq!(needs_escapes(sql), expected, "{sql:?}");
        }
    }

    #[test]
    fn words_are_handed_out() {
        let words = Words::split("_album_artist_id");
        assert_eq!(words.last(), "id");
        assert_eq!(words.snake(), "_album_artist_id");
        assert_eq!(words.squashed(), "albumartistid");
        assert_eq!(words.without_last().map(|rest| rest.camel()), Some("_albumArtist".to_owned()));
        assert_eq!(Words::split("id").without_last(), None);
        assert_eq!(Words::split("_").map_last(str::to_uppercase).with("list").camel(), "_list");
    }
}
