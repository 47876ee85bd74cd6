//! `relata health`: asks a running relata how it is, for images without curl.

use super::{error::ServerError, values::ListenAddress};
use std::time::Duration;
use ureq::Agent;

/// How long the answer may take; `/readyz` itself waits two seconds for the database.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the relata that listens on `address` says of itself: "alive" or, if that is asked, "ready".
///
/// # Errors
///
/// If it does not answer, or says something else.
pub(crate) fn ask(address: &ListenAddress, ready: bool) -> Result<String, ServerError> {
    let url = format!("http://{}/{}", address.as_seen_here(), if ready { "readyz" } else { "healthz" });
    // No proxy leads to this machine, whatever the environment says.
    let config = Agent::config_builder().proxy(None).timeout_global(Some(PATIENCE)).http_status_as_error(false);
    let silent = |error: ureq::Error| ServerError::Unhealthy {
        url: url.clone(),
        answer: format!("does not answer ({})", error.to_string().trim_start_matches("io: ")),
        advice: "start relata, or say where it listens by --listen or RELATA_LISTEN",
    };
    let mut response = config.build().new_agent().get(&url).call().map_err(silent)?;
    let said = response.body_mut().read_to_string().map_err(silent)?;
    let answer: Option<serde_json::Value> = serde_json::from_str(&said).ok();
    match (answer.as_ref().and_then(|answer| answer["status"].as_str()), response.status().as_u16()) {
        (Some(status), 200) => Ok(format!("{status}\n")),
        (Some(status), code) => Err(ServerError::Unhealthy {
            url,
            answer: format!("says: {status} ({code})"),
            advice: "its log tells more",
        }),
        (None, code) => Err(ServerError::Unhealthy {
            url,
            answer: format!("is not relata (it answers {code})"),
            advice: "say where relata listens by --listen or RELATA_LISTEN",
        }),
    }
}
