//! GraphQL over HTTP (<https://graphql.github.io/graphql-over-http/>).
//!
//! | answer | as `application/graphql-response+json` | as `application/json` |
//! |---|---|---|
//! | no GraphQL request (JSON, types of members) | 400 | 400 |
//! | refused before execution | 400 | 200 |
//! | executed, with or without errors | 200 | 200 |
//! | mutation by GET | 405 | 405 |
//!
//! The edition of September 2026 would also have 422 for what parses but is not valid, and 294 for data with errors. 400
//! and 200 are what clients and proxies of today know, and what it asks for in its own examples of field errors. It no
//! longer describes `application/json`; who asks for that alone is of the time before, and gets the statuses of then.
//!
//! A body is read only with `Content-Type: application/json`, which a browser does not send to another origin without
//! asking first, and GET never changes anything: no page can act in the name of who looks at it.

use super::{
    health,
    http_error::HttpError,
    negotiation::{self, MediaType},
    page, params,
    request_id::{self, RequestId},
    schema_page,
    shutdown::{Draining, Running},
    values::{ByteSize, PageKind},
};
use crate::{
    execute::Session,
    response::engine::{Answer, Broken, Engine, Request},
};
use actix_web::{
    HttpMessage, HttpRequest, HttpResponse, Resource,
    guard::{self, Guard},
    http::{StatusCode, header},
    web::{self, Bytes},
};
use futures_util::stream;
use std::{
    borrow::Cow,
    future::{Future, ready},
    time::Duration,
};
use tokio::{sync::mpsc, time::timeout};

/// What a worker has.
pub(crate) struct State {
    pub(crate) engine: Engine,
    pub(crate) body_limit: ByteSize,
    pub(crate) draining: Draining,
    pub(crate) overview: schema_page::Overview,
}

/// How long the body of a request may take to arrive.
const BODY_TIMEOUT: Duration = Duration::from_secs(30);

const GRAPHQL_METHODS: &str = "GET, HEAD, POST, OPTIONS";
pub(super) const PAGE_METHODS: &str = "GET, HEAD, OPTIONS";

/// Says what is at which address. Pages for people are there only if the operator wants one.
pub(crate) fn routes(config: &mut web::ServiceConfig, page: PageKind) {
    config
        .service(resource("/graphql", GRAPHQL_METHODS).route(reading().to(get)).route(web::post().to(post)))
        .service(resource("/healthz", PAGE_METHODS).route(reading().to(health::alive)))
        .service(resource("/readyz", PAGE_METHODS).route(reading().to(health::ready)))
        .configure(page::routes);
    if page != PageKind::Off {
        config.configure(schema_page::routes);
    }
    config.default_service(web::to(async || HttpError::NotFound.response(MediaType::Json)));
}

/// An address that answers OPTIONS with its methods, and refuses those that it does not take.
pub(super) fn resource(path: &'static str, allow: &'static str) -> Resource {
    let options = move || ready(HttpResponse::NoContent().insert_header((header::ALLOW, allow)).finish());
    let refuse = move || ready(HttpError::MethodNotAllowed { allow }.response(MediaType::Json));
    web::resource(path).route(web::route().guard(guard::Options()).to(options)).default_service(web::to(refuse))
}

/// HEAD is GET whose body the server leaves out.
pub(super) fn reading() -> actix_web::Route {
    web::route().guard(either(guard::Get(), guard::Head()))
}

fn either(one: impl Guard + 'static, other: impl Guard + 'static) -> impl Guard {
    guard::Any(one).or(other)
}

async fn get(request: HttpRequest, state: web::Data<State>) -> HttpResponse {
    respond(&request, &state, async { params::of_query_string(request.query_string()) }).await
}

async fn post(request: HttpRequest, payload: web::Payload, state: web::Data<State>) -> HttpResponse {
    respond(&request, &state, async { params::of_body(&body(&request, payload, state.body_limit).await?) }).await
}

async fn respond(
    request: &HttpRequest,
    state: &State,
    read: impl Future<Output = Result<Request, HttpError>>,
) -> HttpResponse {
    let accept = request.headers().get_all(header::ACCEPT).filter_map(|value| value.to_str().ok());
    let Some(media_type) = negotiation::choose(accept) else {
        return HttpError::NotAcceptable.response(MediaType::Json);
    };
    let Some(running) = state.draining.enter() else {
        return HttpError::Stopping.response(media_type);
    };
    match read.await {
        Ok(understood) => {
            let request_id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
            let request = Request { request_id, ..understood };
            answer(state.engine.answer(request, &Session::anonymous()).await, media_type, running)
        }
        Err(error) => {
            request_id::log(request, || tracing::debug!(%error, "refused"));
            error.response(media_type)
        }
    }
}

/// Reads the body to its end, if its headers allow.
async fn body(request: &HttpRequest, payload: web::Payload, limit: ByteSize) -> Result<Bytes, HttpError> {
    let text = |name| request.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()));
    match text(header::CONTENT_TYPE) {
        Some(content_type) if negotiation::is_json(&content_type) => {}
        other => return Err(HttpError::MediaType(other.map(Cow::into_owned))),
    }
    if let Some(encoding) = text(header::CONTENT_ENCODING).filter(|encoding| !encoding.eq_ignore_ascii_case("identity"))
    {
        return Err(HttpError::Encoding(encoding.into_owned()));
    }
    // A client that announces too much is told before it has sent it.
    if text(header::CONTENT_LENGTH).and_then(|length| length.parse().ok()).is_some_and(|length: usize| length > limit.0)
    {
        return Err(HttpError::TooLarge(limit));
    }
    match timeout(BODY_TIMEOUT, payload.to_bytes_limited(limit.0)).await {
        Ok(Ok(Ok(body))) => Ok(body),
        Ok(Ok(Err(_))) => Err(HttpError::Incomplete),
        Ok(Err(_)) => Err(HttpError::TooLarge(limit)),
        Err(_) => Err(HttpError::Slow(BODY_TIMEOUT.as_secs())),
    }
}

fn answer(answer: Answer, media_type: MediaType, running: Running) -> HttpResponse {
    let (status, body) = match answer {
        Answer::Complete(body) => (StatusCode::OK, body),
        Answer::Refused(body) => (status_of_refusal(media_type), body),
        Answer::NotAllowed(body) => {
            let mut response = builder(StatusCode::METHOD_NOT_ALLOWED, media_type);
            return response.insert_header((header::ALLOW, "POST")).body(body);
        }
        Answer::Stream(parts) => return builder(StatusCode::OK, media_type).streaming(chunks(parts, running)),
    };
    builder(status, media_type).body(body)
}

/// A client that knows only `application/json` trusts no body of another status.
fn status_of_refusal(media_type: MediaType) -> StatusCode {
    match media_type {
        MediaType::GraphqlResponse => StatusCode::BAD_REQUEST,
        MediaType::Json => StatusCode::OK,
    }
}

fn builder(status: StatusCode, media_type: MediaType) -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::build(status);
    response
        .content_type(media_type.header())
        .insert_header((header::VARY, "Accept"))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
    response
}

/// The parts of a body as chunks. When one is `Broken`, actix closes the connection without the final chunk, so that
/// nobody takes the part for the whole.
fn chunks(
    mut parts: mpsc::Receiver<Result<Bytes, Broken>>,
    running: Running,
) -> impl stream::Stream<Item = Result<Bytes, Broken>> {
    stream::poll_fn(move |context| {
        // The request runs until its last part is out: the stream owns it.
        let _running = &running;
        parts.poll_recv(context)
    })
}
