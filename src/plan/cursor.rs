//! Cursors: opaque to clients, bound to their field, row type and order (API.md, "Connections").
//!
//! Unpadded base64url of a tag of six bytes, which says what the cursor is of, and the JSON array of the row's values of
//! the order, as text or null. Six bytes are eight characters, so that all cursors of a field begin alike and are cheap to write.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

const TAG_BYTES: usize = 6;

/// What a cursor is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CursorTag([u8; TAG_BYTES]);

/// Why a text is no cursor of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CursorError {
    /// It was not made by relata.
    #[error("this is not a cursor")]
    Garbage,
    /// It was made by another field, or in another order.
    #[error("this cursor is of another field or another order")]
    Elsewhere,
}

impl CursorTag {
    /// The tag of a field's cursors. `identity` holds what they are bound to: field, row type, order.
    pub fn new<'a>(identity: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hash = Sha256::new();
        for part in identity {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        let mut tag = [0; TAG_BYTES];
        tag.copy_from_slice(&hash.finalize()[..TAG_BYTES]);
        Self(tag)
    }

    /// What every cursor with this tag begins with.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The values of a cursor with this tag.
    ///
    /// # Errors
    ///
    /// If it is no cursor, or one with another tag.
    pub fn parse(&self, text: &str) -> Result<Vec<Option<String>>, CursorError> {
        let (tag, values) = decode(text).ok_or(CursorError::Garbage)?;
        if tag == *self { Ok(values) } else { Err(CursorError::Elsewhere) }
    }
}

/// Which values of a cursor are NULL: that decides the form of the statement. Of what is no cursor, none.
pub fn nulls(text: &str) -> Vec<bool> {
    decode(text).map(|(_, values)| values.iter().map(Option::is_none).collect()).unwrap_or_default()
}

fn decode(text: &str) -> Option<(CursorTag, Vec<Option<String>>)> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (tag, values) = bytes.split_first_chunk()?;
    Some((CursorTag(*tag), serde_json::from_slice(values).ok()?))
}
