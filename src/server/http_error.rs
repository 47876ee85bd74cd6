//! What is refused before GraphQL has a say: one row per kind, each with its status and code.

use super::{negotiation::MediaType, values::ByteSize};
use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use serde_json::json;

/// A request that is not one, or not one for this place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum HttpError {
    /// Nothing is at this path.
    #[error("There is nothing at this address; the API is at /graphql.")]
    NotFound,
    /// The path is there, but not for this method.
    #[error("This address takes only {allow}.")]
    MethodNotAllowed {
        /// The methods that it takes.
        allow: &'static str,
    },
    /// None of the media types that the client accepts can be served.
    #[error("Answers are application/graphql-response+json or application/json; the header Accept allows neither.")]
    NotAcceptable,
    /// The body is not JSON by its header.
    #[error("The body must be JSON in UTF-8, with the header Content-Type: application/json{}.", found(.0))]
    MediaType(Option<String>),
    /// The body is compressed.
    #[error("The body must not be compressed; it has Content-Encoding: {0}.")]
    Encoding(String),
    /// The body is larger than allowed.
    #[error("The body is larger than the limit of {0}.")]
    TooLarge(ByteSize),
    /// The body did not arrive in time.
    #[error("The body did not arrive within {0} seconds.")]
    Slow(u64),
    /// The body broke off.
    #[error("The body could not be read to its end.")]
    Incomplete,
    /// The body, or a parameter of the query string, is not JSON.
    #[error("{0}")]
    Json(String),
    /// The server is about to stop.
    #[error("The server is stopping; send the request again.")]
    Stopping,
    /// The body is JSON, but no GraphQL request.
    #[error("{0}")]
    Request(String),
}

impl HttpError {
    fn row(&self) -> (StatusCode, &'static str) {
        match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "NOT_FOUND"),
            Self::MethodNotAllowed { .. } => (StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED"),
            Self::NotAcceptable => (StatusCode::NOT_ACCEPTABLE, "NOT_ACCEPTABLE"),
            Self::MediaType(_) | Self::Encoding(_) => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE"),
            Self::TooLarge(_) => (StatusCode::PAYLOAD_TOO_LARGE, "BODY_TOO_LARGE"),
            Self::Slow(_) => (StatusCode::REQUEST_TIMEOUT, "REQUEST_TIMEOUT"),
            Self::Incomplete => (StatusCode::BAD_REQUEST, "BODY_INCOMPLETE"),
            Self::Stopping => (StatusCode::SERVICE_UNAVAILABLE, "STOPPING"),
            Self::Json(_) => (StatusCode::BAD_REQUEST, "INVALID_JSON"),
            Self::Request(_) => (StatusCode::BAD_REQUEST, "INVALID_REQUEST"),
        }
    }

    /// The answer: a GraphQL response without data.
    pub(crate) fn response(&self, media_type: MediaType) -> HttpResponse {
        let (status, code) = self.row();
        let body = json!({"errors": [{"message": self.to_string(), "extensions": {"code": code}}]});
        let mut response = HttpResponse::build(status);
        response.content_type(media_type.header()).insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
        match self {
            Self::MethodNotAllowed { allow } => {
                response.insert_header((header::ALLOW, *allow));
            }
            // What is left of the body would be taken for the next request, or there is to be no next request.
            Self::TooLarge(_) | Self::Slow(_) | Self::Incomplete | Self::Stopping => {
                response.force_close();
            }
            _ => {}
        }
        response.body(body.to_string())
    }
}

fn found(media_type: &Option<String>) -> String {
    media_type.as_ref().map_or_else(|| "; there is none".to_owned(), |found| format!("; it has {found}"))
}
