//! THE PAGE at `/`: GraphiQL for browsers, a plain editor where it cannot be had, a text for everybody else.
//!
//! GraphiQL is no part of relata. It is fetched from the npm registry on the first visit, proved against the digests in
//! [`library`], and kept in the cache; until it is there, and where it cannot be had, the plain page does its work. No page
//! has scripts or styles of its own in the HTML, so that the content security policy allows none.

mod asset;
mod headers;
mod library;
mod sample;
mod tabs;

use super::{
    http::{PAGE_METHODS, reading, resource},
    http_error::HttpError,
    negotiation::{self, MediaType},
    values::PageKind,
};
use actix_web::{HttpRequest, HttpResponse, http::header, web};
use asset::Asset;
use library::{Library, Status};
use serde_json::json;

pub(in crate::server) use library::fetch;
pub(crate) use tabs::Tabs;

/// What the pages need, shared by all workers.
pub(crate) struct Page {
    kind: PageKind,
    /// What the scripts read before anything else.
    config: Asset,
    library: Library,
}

/// Files of our own, compiled in.
const FILES: &[(&str, &str, &str)] = &[
    ("icon.svg", asset::SVG, include_str!("../../../templates/page/icon.svg")),
    ("explain.js", asset::JAVASCRIPT, include_str!("../../../templates/page/explain.js")),
    ("graphiql.js", asset::JAVASCRIPT, include_str!("../../../templates/page/graphiql.js")),
    ("graphiql.css", asset::CSS, include_str!("../../../templates/page/graphiql.css")),
    ("plain.js", asset::JAVASCRIPT, include_str!("../../../templates/page/plain.js")),
    ("plain.css", asset::CSS, include_str!("../../../templates/page/plain.css")),
];

const LANDING: &str = include_str!("../../../templates/landing.txt");
const PLAIN: &str = include_str!("../../../templates/page/plain.html");

impl Page {
    /// The page for a database, with what is in its tabs.
    pub(crate) fn new(kind: PageKind, database: &str, tabs: &Tabs) -> Self {
        let config = json!({
            "database": database,
            "graphiql": kind == PageKind::Graphiql,
            "runsFirst": tabs.runs_first,
            "tabs": tabs.queries,
        });
        Self { kind, config: Asset::revalidated(asset::JSON, config.to_string().into()), library: Library::default() }
    }

    /// What is below `/page/`. Names are looked up in tables, never on a disk.
    fn file(&self, name: &str) -> Option<Asset> {
        match (self.kind, name) {
            (PageKind::Off, _) => None,
            (_, "config.json") => Some(self.config.clone()),
            (PageKind::Graphiql, "status") => Some(self.status()),
            (kind, name) => {
                let own = FILES.iter().find(|(own, _, _)| *own == name);
                let own = own.map(|(_, media_type, text)| Asset::revalidated(media_type, text.as_bytes().into()));
                own.or_else(|| if kind == PageKind::Graphiql { self.library.file(name) } else { None })
            }
        }
    }

    /// What has become of GraphiQL, for the plain page that stands in for it.
    fn status(&self) -> Asset {
        let status = match self.library.status() {
            Status::Ready => "ready",
            Status::Fetching => "fetching",
            Status::Failed => "failed",
        };
        Asset::volatile(asset::JSON, json!({ "graphiql": status }).to_string().into())
    }
}

/// Says what is at which address.
pub(crate) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(resource("/", PAGE_METHODS).route(reading().to(page)))
        .service(resource("/page/{file:.+}", PAGE_METHODS).route(reading().to(file)));
}

async fn page(request: HttpRequest, page: web::Data<Page>) -> HttpResponse {
    let accept = request.headers().get_all(header::ACCEPT).filter_map(|value| value.to_str().ok());
    if page.kind == PageKind::Off || !negotiation::prefers_html(accept) {
        return landing(page.kind);
    }
    if page.kind == PageKind::Graphiql && page.library.visit().await == Status::Ready {
        let nonce = headers::nonce();
        return headers::html(Some(&nonce)).body(library::html(&nonce));
    }
    headers::html(None).body(PLAIN)
}

fn landing(kind: PageKind) -> HttpResponse {
    let page = if kind == PageKind::Off { "" } else { "/          is a page for browsers, to try queries\n" };
    HttpResponse::Ok()
        .content_type(asset::TEXT)
        .insert_header((header::VARY, "Accept"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .body(format!("{LANDING}{page}"))
}

async fn file(request: HttpRequest, name: web::Path<String>, page: web::Data<Page>) -> HttpResponse {
    match page.file(&name) {
        Some(asset) => asset.response(&request),
        None => HttpError::NotFound.response(MediaType::Json),
    }
}
