//! What orchestrators and load balancers ask.

use super::{http::State, negotiation::MediaType};
use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web,
};
use serde_json::json;
use std::time::Duration;
use tokio::time::timeout;

/// How long the database may take to answer before it counts as gone.
const PATIENCE: Duration = Duration::from_secs(2);

/// `/healthz`: this process answers. It says nothing about the database, whose absence no restart mends.
pub(crate) async fn alive() -> HttpResponse {
    status(StatusCode::OK, "alive")
}

/// `/readyz`: requests can be answered now.
pub(crate) async fn ready(state: web::Data<State>) -> HttpResponse {
    if state.draining.has_begun() {
        return status(StatusCode::SERVICE_UNAVAILABLE, "draining");
    }
    match timeout(PATIENCE, state.engine.ready()).await {
        Ok(true) => status(StatusCode::OK, "ready"),
        Ok(false) | Err(_) => status(StatusCode::SERVICE_UNAVAILABLE, "database unreachable"),
    }
}

fn status(code: StatusCode, status: &str) -> HttpResponse {
    HttpResponse::build(code)
        .content_type(MediaType::Json.header())
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(json!({"status": status}).to_string())
}
