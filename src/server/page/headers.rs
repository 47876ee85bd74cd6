//! What browsers are told about our pages.

use super::asset;
use actix_web::{
    HttpResponse, HttpResponseBuilder,
    http::header::{self, HeaderName, HeaderValue},
};
use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher, Hasher},
};

/// Nothing comes from elsewhere, nothing in the HTML runs, nobody frames the page or sends forms from it.
///
/// GraphiQL needs two things more than our own pages: fonts and pictures that its style sheet holds as `data:` URLs, and a
/// `<style>` element that it makes while a menu or a dialog is open (it keeps the page from scrolling below). That element
/// carries the response's nonce; styles without it, in elements or attributes, are refused.
const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

/// An answer that is a page. `style_nonce` is what GraphiQL marks its own styles with.
pub(super) fn html(style_nonce: Option<&str>) -> HttpResponseBuilder {
    let styles = style_nonce.map_or_else(
        || "style-src 'self'".to_owned(),
        |nonce| format!("style-src 'self' 'nonce-{nonce}'; font-src data:"),
    );
    let mut response = HttpResponse::Ok();
    response
        .content_type(asset::HTML)
        .insert_header((header::CONTENT_SECURITY_POLICY, format!("{POLICY}; {styles}")))
        .insert_header((header::VARY, "Accept"))
        .insert_header((header::CACHE_CONTROL, "no-store"));
    harden(&mut response);
    response
}

/// What every answer of the pages says.
pub(super) fn harden(response: &mut HttpResponseBuilder) {
    response
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::REFERRER_POLICY, "no-referrer"))
        .insert_header((header::X_FRAME_OPTIONS, "DENY"))
        .insert_header((
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        ));
}

/// 128 bits that cannot be guessed: the standard library keys its hashes from the system's randomness.
pub(super) fn nonce() -> String {
    let random = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", random(), random())
}
