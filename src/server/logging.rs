//! The log: on standard error, for people or as an object a line.

use super::values::LogFormat;
use std::io::{IsTerminal, stderr};
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

/// What is logged unless `RUST_LOG` says otherwise. sqlx reports every statement that fails or is slow with its text;
/// relata says itself what matters of that.
const DEFAULT: &str = "info,actix_server=warn,sqlx=error";

/// Starts the log.
pub(crate) fn init(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(DEFAULT));
    let registry = tracing_subscriber::registry().with(filter);
    let layer = fmt::layer().with_writer(stderr);
    // Only the tests start two servers in a process; the second one joins the log of the first.
    let _ = match format {
        LogFormat::Text => registry.with(layer.with_target(false).with_ansi(stderr().is_terminal())).try_init(),
        LogFormat::Json => registry.with(layer.json().flatten_event(true).with_span_list(false)).try_init(),
    };
}
