//! An id for each request: in the header `x-request-id` of the answer, and on every line of the log that it causes. The
//! log's span is made when there is something to say: most requests leave no line.

use actix_web::{
    Error, HttpMessage, HttpRequest,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
};
use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher, Hasher},
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};
use tracing::Level;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");
const LONGEST: usize = 128;

/// What the log calls a request, among its extensions.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub(crate) String);

/// Gives the request its id, and the log a span with it.
pub(crate) async fn trace(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let id = accepted(request.headers()).unwrap_or_else(generated);
    let header = HeaderValue::from_str(&id);
    request.extensions_mut().insert(RequestId(id));
    let begun = Instant::now();
    let mut response = next.call(request).await?;
    if let Ok(value) = header {
        response.headers_mut().insert(HEADER, value);
    }
    let (status, path) = (response.status().as_u16(), response.request().path());
    let failed = status >= 500 && path == "/graphql";
    if failed || tracing::enabled!(Level::DEBUG) {
        let milliseconds = begun.elapsed().as_micros() as f64 / 1000.0;
        log(response.request(), || match failed {
            true => tracing::warn!(status, milliseconds, "answered"),
            false => tracing::debug!(status, milliseconds, "answered"),
        });
    }
    Ok(response)
}

/// Logs something under the request's id.
pub(crate) fn log(request: &HttpRequest, write: impl FnOnce()) {
    let extensions = request.extensions();
    let id = extensions.get::<RequestId>().map(|id| id.0.as_str());
    tracing::info_span!("request", id, method = %request.method(), path = request.path()).in_scope(write);
}

/// The client's own id, if it is one that can stand in a log without harm.
fn accepted(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(&HEADER)?.to_str().ok()?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/+=@".contains(&byte);
    ((1..=LONGEST).contains(&id.len()) && id.bytes().all(is_plain)).then(|| id.to_owned())
}

/// Random for the process and counted within it: ids of two processes meet as rarely as random ones.
fn generated() -> String {
    static PROCESS: LazyLock<u64> = LazyLock::new(|| RandomState::new().build_hasher().finish());
    static COUNTER: AtomicU64 = AtomicU64::new(1);
    format!("{:016x}-{:x}", *PROCESS, COUNTER.fetch_add(1, Ordering::Relaxed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_clients_are_checked() {
        let with = |id: &[u8]| {
            let mut headers = HeaderMap::new();
            headers.insert(HEADER, HeaderValue::from_bytes(id).expect("a header may hold it"));
            accepted(&headers)
        };
        assert_eq!(with(b"01J-x_y.z:1/2+3=@"), Some("01J-x_y.z:1/2+3=@".to_owned()));
        for id in [&b""[..], b"a b", b"a\"b", "ä".as_bytes(), &[b'a'; 129]] {
            assert_eq!(with(id), None);
        }
        assert_ne!(generated(), generated());
    }
}
