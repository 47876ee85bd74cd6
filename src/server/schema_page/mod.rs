//! The pages at `/schema`: what the API offers, as pictures and lists, to look at and to search.
//!
//! They are made of the schema alone, so that a role sees what it may see. Everything works without a script: pictures are
//! SVG in the page, and the search is a form. Names and comments come from the database, may hold anything, and are escaped
//! by maud, which does so unless told otherwise.
//!
//! | module | |
//! |---|---|
//! | `overview`, `type_page`, `search` | the pages |
//! | `frame`, `names`, `sample` | what they share: the frame, names to show, sample queries |
//! | `diagrams` | which tables and lines a picture shows |
//! | `clusters` | cuts a large schema into parts that can be looked at |
//! | `picture` | cards and lines as SVG |
//! | `layered` | where cards and lines go |

mod clusters;
mod diagrams;
mod frame;
mod layered;
mod names;
mod overview;
mod picture;
mod sample;
mod search;
mod type_page;

pub(super) use sample::query as sample_query;

use super::http::{PAGE_METHODS, State, reading, resource};
use crate::{catalog::nearest::nearest, schema::Schema};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{self, Bytes},
};
use maud::html;
use sha2::{Digest, Sha256};
use std::sync::{Arc, OnceLock};

/// The page that takes the longest to make, once it has been asked for. The workers share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Overview(Arc<OnceLock<Page>>);

/// A page as it is sent.
#[derive(Debug, Clone)]
struct Page {
    body: Bytes,
    etag: String,
}

const STYLE: &str = include_str!("../../../templates/schema.css");
const SCRIPT: &str = include_str!("../../../templates/schema.js");

const HTML: &str = "text/html; charset=utf-8";
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// Says what is at which address. Names of types have no dots.
pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(resource("/schema", PAGE_METHODS).route(reading().to(overview)))
        .service(resource("/schema/schema.css", PAGE_METHODS).route(reading().to(style)))
        .service(resource("/schema/schema.js", PAGE_METHODS).route(reading().to(script)))
        .service(resource("/schema/{type}", PAGE_METHODS).route(reading().to(type_page)));
}

impl Page {
    fn new(text: String) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        let etag = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect::<String>();
        Self { body: text.into(), etag: format!("\"{etag}\"") }
    }

    /// The page, or that the client has it already.
    fn answer(&self, request: &HttpRequest, status: StatusCode, content_type: &str) -> HttpResponse {
        let known = request.headers().get_all(header::IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
        let known = known.flat_map(|value| value.split(',')).map(str::trim);
        let is_known = known.map(|tag| tag.strip_prefix("W/").unwrap_or(tag)).any(|tag| tag == self.etag || tag == "*");
        let is_known = status == StatusCode::OK && is_known;
        let mut response = HttpResponse::build(if is_known { StatusCode::NOT_MODIFIED } else { status });
        response
            .insert_header((header::ETAG, self.etag.as_str()))
            .insert_header((header::CACHE_CONTROL, "private, no-cache"));
        if is_known {
            return response.finish();
        }
        response
            .content_type(content_type)
            .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
            .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            .insert_header((header::REFERRER_POLICY, "no-referrer"))
            .body(self.body.clone())
    }
}

async fn overview(request: HttpRequest, state: web::Data<State>) -> HttpResponse {
    let schema = state.engine.schema();
    let page = match searched(&request) {
        Some(text) => Page::new(search::results(schema, &text)),
        None => state.overview.0.get_or_init(|| Page::new(overview::overview(schema))).clone(),
    };
    page.answer(&request, StatusCode::OK, HTML)
}

/// What is searched for, if anything is.
fn searched(request: &HttpRequest) -> Option<String> {
    let pairs = web::Query::<Vec<(String, String)>>::from_query(request.query_string()).ok()?.into_inner();
    let (_, text) = pairs.into_iter().find(|(name, _)| name == "q")?;
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

async fn type_page(request: HttpRequest, name: web::Path<String>, state: web::Data<State>) -> HttpResponse {
    let schema = state.engine.schema();
    match type_page::type_page(schema, &name) {
        Some(text) => Page::new(text).answer(&request, StatusCode::OK, HTML),
        None => Page::new(unknown(schema, &name)).answer(&request, StatusCode::NOT_FOUND, HTML),
    }
}

async fn style(request: HttpRequest) -> HttpResponse {
    Page::new(STYLE.to_owned()).answer(&request, StatusCode::OK, "text/css; charset=utf-8")
}

async fn script(request: HttpRequest) -> HttpResponse {
    Page::new(SCRIPT.to_owned()).answer(&request, StatusCode::OK, "text/javascript; charset=utf-8")
}

fn unknown(schema: &Schema, name: &str) -> String {
    let tables = schema.naming.tables.iter().map(|table| table.type_name.as_str());
    let enums = schema.naming.enums.values().map(|of| of.type_name.as_str());
    let content = html! {
        h1 { "There is no such type" }
        p { "No table, view or enum of this schema is called " code { bdi { (names::visible(name)) } } "." }
        @if let Some(nearest) = nearest(name, tables.chain(enums)) {
            p { "Did you mean " a href=(names::path(nearest)) { (nearest) } "?" }
        }
        p { a href="/schema" { "Show the whole schema" } }
    };
    frame::page(schema, "No such type", "", &content)
}
