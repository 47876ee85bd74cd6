//! Files that pages are made of, and how browsers keep them.

use super::headers;
use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::Bytes,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

pub(super) const HTML: &str = "text/html; charset=utf-8";
pub(super) const TEXT: &str = "text/plain; charset=utf-8";
pub(super) const CSS: &str = "text/css; charset=utf-8";
pub(super) const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
pub(super) const JSON: &str = "application/json; charset=utf-8";
pub(super) const SVG: &str = "image/svg+xml";

/// A file with what is said of it.
#[derive(Debug, Clone)]
pub(super) struct Asset {
    media_type: &'static str,
    bytes: Bytes,
    /// With its quotes; none for what is never the same for long.
    etag: Option<String>,
    cache_control: &'static str,
}

impl Asset {
    /// A file that another version of relata may have otherwise: browsers keep it, but ask whether it is still the same.
    pub(super) fn revalidated(media_type: &'static str, bytes: Bytes) -> Self {
        let etag = Some(etag(&bytes));
        Self { media_type, bytes, etag, cache_control: "no-cache" }
    }

    /// A file whose address names its version.
    pub(super) fn immutable(media_type: &'static str, bytes: Bytes) -> Self {
        Self { cache_control: "public, max-age=31536000, immutable", ..Self::revalidated(media_type, bytes) }
    }

    /// What may be otherwise the next time.
    pub(super) fn volatile(media_type: &'static str, bytes: Bytes) -> Self {
        Self { media_type, bytes, etag: None, cache_control: "no-store" }
    }

    /// The answer: nothing new where the browser has the file already.
    pub(super) fn response(self, request: &HttpRequest) -> HttpResponse {
        let known = request.headers().get_all(header::IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
        let is_known = self.etag.as_deref().is_some_and(|etag| known.into_iter().any(|known| names(known, etag)));
        let status = if is_known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let mut response = HttpResponse::build(status);
        response.insert_header((header::CACHE_CONTROL, self.cache_control));
        if let Some(etag) = self.etag {
            response.insert_header((header::ETAG, etag));
        }
        headers::harden(&mut response);
        if is_known {
            return response.finish();
        }
        response.content_type(self.media_type).body(self.bytes)
    }
}

fn etag(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    format!("\"{}\"", URL_SAFE_NO_PAD.encode(&digest[..18]))
}

/// Whether `If-None-Match` names an entity; weak tags count, as nothing here is weaker than its bytes (RFC 9110 section 13.1.2).
fn names(if_none_match: &str, etag: &str) -> bool {
    if_none_match.trim() == "*" || if_none_match.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_entities() {
        for (header, expected) in
            [("\"a\"", true), ("W/\"a\"", true), ("\"b\", \"a\"", true), ("*", true), ("\"b\"", false), ("a", false)]
        {
            assert_eq!(names(header, "\"a\""), expected, "{header}");
        }
        assert_eq!(etag(b"").len(), 26);
    }
}
