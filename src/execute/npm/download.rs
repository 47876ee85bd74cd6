//! Downloads an archive and checks it.

use std::error::Error;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use rustls::crypto::ring;
use sha2::{Digest, Sha512};
use ureq::Agent;
use ureq::http::header::AUTHORIZATION;
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
use ureq::{Body, Proxy};

use super::Package;
use super::error::{FetchError, disk};
use super::progress::{Listener, Progress};
use super::registry::{Registry, Source, host};

/// How long connecting may take, and the answer after that.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long nothing may come before the connection counts as dead.
const SILENCE: Duration = Duration::from_secs(30);

/// More than any package has, so that an endless answer does not fill the disk.
const LIMIT: u64 = 256 << 20;

/// Downloads the archive of `package` into the new file `path`. If it is not the archive that was pinned, that is an error,
/// and the file must not be used.
pub(super) fn download(
    package: &Package,
    registry: &Registry,
    path: &Path,
    listener: Listener<'_>,
) -> Result<(), FetchError> {
    let source = registry.of(package.name);
    let url = source.archive(package.name, package.version);
    let body = request(&agent(registry)?, &source, &url)?;
    let total = body.content_length();
    listener(&Progress::Begun { title: package.title, host: host(&url), total });
    let found = receive(body, &url, path, &mut |bytes| {
        listener(&Progress::Received { title: package.title, bytes, total });
    })?;
    if found == package.sha512 {
        return Ok(());
    }
    Err(FetchError::Changed { url, expected: package.sha512, found })
}

/// TLS by ring, because sqlx uses it, too (with two providers rustls panics); the system's certificates, so that the
/// operator's own count; a proxy from the environment, else npm's.
fn agent(registry: &Registry) -> Result<Agent, FetchError> {
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()))
        .root_certs(RootCerts::PlatformVerifier)
        .build();
    let proxy = match (Proxy::try_from_env(), registry.proxy()) {
        (None, Some(url)) => Some(Proxy::new(url).map_err(|error| FetchError::Configuration {
            setting: "the proxy of npm's configuration".to_owned(),
            reason: error.to_string(),
        })?),
        (proxy, _) => proxy,
    };
    let config = Agent::config_builder()
        .tls_config(tls)
        .proxy(proxy)
        .timeout_resolve(Some(PATIENCE))
        .timeout_connect(Some(PATIENCE))
        .timeout_per_read(Some(SILENCE))
        .user_agent(concat!("relata/", env!("CARGO_PKG_VERSION")));
    Ok(config.build().new_agent())
}

fn request(agent: &Agent, source: &Source, url: &str) -> Result<Body, FetchError> {
    let request = agent.get(url);
    // It is not sent on to another host to which the registry may refer.
    let request = match &source.authorization {
        Some(value) => request.header(AUTHORIZATION, value),
        None => request,
    };
    match request.call() {
        Ok(response) => Ok(response.into_body()),
        Err(ureq::Error::StatusCode(status)) => Err(FetchError::Refused { url: url.to_owned(), status }),
        Err(ureq::Error::BadUri(_) | ureq::Error::Http(_)) => Err(FetchError::Configuration {
            setting: format!("the registry {}", source.url),
            reason: "it is not an http or https address".to_owned(),
        }),
        Err(error) => Err(unreachable(url, &error)),
    }
}

/// Writes the body to the file `path`, tells each new percent, and returns the checksum.
fn receive(body: Body, url: &str, path: &Path, told: &mut dyn FnMut(u64)) -> Result<String, FetchError> {
    let mut file = File::create_new(path).map_err(disk("create", path))?;
    let total = body.content_length().unwrap_or(LIMIT);
    let mut body = body.into_with_config().limit(u64::MAX).reader().take(LIMIT);
    let mut digest = Sha512::new();
    let (mut buffer, mut bytes, mut percent) = (vec![0; 64 << 10], 0_u64, None);
    loop {
        let count = match body.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(unreachable(url, &error)),
        };
        let chunk = buffer.get(..count).unwrap_or_default();
        digest.update(chunk);
        file.write_all(chunk).map_err(disk("write to", path))?;
        bytes += count as u64;
        let now = (bytes * 100).checked_div(total);
        if now != percent {
            percent = now;
            told(bytes);
        }
    }
    Ok(BASE64_STANDARD.encode(digest.finalize()))
}

fn unreachable(url: &str, error: &dyn Error) -> FetchError {
    let text = error.to_string();
    let text = text.strip_prefix("io: ").unwrap_or(&text);
    FetchError::Unreachable {
        host: host(url).to_owned(),
        reason: text.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}
