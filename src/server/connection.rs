//! Limits of a connection that actix has none for.

use actix_web::dev::Extensions;
use std::any::Any;

/// How long a client may leave bytes unread before its connection is cut, in milliseconds.
#[cfg(target_os = "linux")]
const WRITE_TIMEOUT: u32 = 30_000;

/// Has the system cut a connection whose client does not read. Otherwise an answer that does not fit into the socket's
/// buffers would hold its memory, and a streamed one its database connection, for as long as the client likes.
pub(crate) fn limit_writing(connection: &dyn Any, _: &mut Extensions) {
    #[cfg(target_os = "linux")]
    if let Some(stream) = connection.downcast_ref::<actix_web::rt::net::TcpStream>()
        && let Err(error) = rustix::net::sockopt::set_tcp_user_timeout(stream, WRITE_TIMEOUT)
    {
        tracing::warn!(%error, "a connection has no write timeout");
    }
    #[cfg(not(target_os = "linux"))]
    let _ = connection;
}
