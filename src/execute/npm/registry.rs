//! Where packages come from: what npm is configured to use, or the public registry.
//!
//! npm's settings are, the strongest first, variables of the environment (`npm_config_…`), the user's `.npmrc`, and the
//! machine's. relata reads of them the registry (also of a scope alone), its credentials, and the proxy.

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// What npm uses where nothing is configured.
const PUBLIC: &str = "https://registry.npmjs.org/";

/// The machine's settings, where different builds of npm look for them.
const OF_MACHINE: [&str; 3] = ["/etc/npmrc", "/usr/etc/npmrc", "/usr/local/etc/npmrc"];

/// The settings of npm.
#[derive(Clone, Default)]
pub struct Registry {
    /// Names and values, the strongest first.
    settings: Vec<(String, String)>,
}

/// The registry of a package.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Source {
    /// Its address, ending with `/`, without credentials.
    pub(super) url: String,
    /// The value of the header `Authorization`.
    pub(super) authorization: Option<String>,
}

impl Registry {
    /// As npm would find it.
    pub fn configured() -> Registry {
        let variables = env::vars_os().map(|(name, value)| (name.to_string_lossy().into_owned(), value));
        let variables = variables.map(|(name, value)| (name, value.to_string_lossy().into_owned()));
        let mut settings: Vec<_> = variables.filter_map(|(name, value)| of_variable(&name, value)).collect();
        let lookup = |name: &str| env::var(name).ok();
        let named = |key: &str| settings.iter().find(|(name, _)| name == key).map(|(_, path)| PathBuf::from(path));
        let of_user = named("userconfig").or_else(|| env::home_dir().map(|home| home.join(".npmrc")));
        let of_machine = named("globalconfig").into_iter().chain(OF_MACHINE.map(PathBuf::from));
        let files: Vec<PathBuf> = of_user.into_iter().chain(of_machine).collect();
        for file in files {
            settings.extend(lines(&fs::read_to_string(file).unwrap_or_default(), &lookup));
        }
        Registry { settings }
    }

    /// The one at `url`, whatever is configured.
    pub fn at(url: &str) -> Registry {
        Registry { settings: vec![("registry".to_owned(), url.to_owned())] }
    }

    /// The proxy that npm is told to use.
    pub(super) fn proxy(&self) -> Option<&str> {
        self.get("https-proxy").or_else(|| self.get("proxy")).filter(|value| !["null", "false"].contains(value))
    }

    /// The registry for the package of this name.
    pub(super) fn of(&self, name: &str) -> Source {
        let scope = name.split_once('/').map(|(scope, _)| format!("{scope}:registry"));
        let scoped = scope.as_deref().and_then(|key| self.get(key));
        let url = scoped.or_else(|| self.get("registry")).unwrap_or(PUBLIC);
        let url = format!("{}/", url.trim_end_matches('/'));
        let (url, in_url) = without_credentials(&url);
        let authorization = self.authorization(&url).or_else(|| in_url.map(|plain| basic(&plain)));
        Source { url, authorization }
    }

    /// npm files credentials under the address without its scheme: `//host/path/:_authToken`. Those of a parent count.
    fn authorization(&self, url: &str) -> Option<String> {
        let (_, address) = url.split_once(':')?;
        let mut parent = address.trim_end_matches('/');
        while parent.len() > "//".len() {
            let get =
                |key: &str| self.get(&format!("{parent}/:{key}")).or_else(|| self.get(&format!("{parent}:{key}")));
            if let Some(token) = get("_authToken") {
                return Some(format!("Bearer {token}"));
            }
            if let Some(encoded) = get("_auth") {
                return Some(format!("Basic {encoded}"));
            }
            parent = parent.rsplit_once('/').map_or("", |(above, _)| above);
        }
        None
    }

    fn get(&self, key: &str) -> Option<&str> {
        let (_, value) = self.settings.iter().find(|(name, value)| name == key && !value.is_empty())?;
        Some(value)
    }
}

impl Source {
    /// The address of an archive. All registries have it there, although only npm's own promises it.
    pub(super) fn archive(&self, name: &str, version: &str) -> String {
        let file = name.rsplit('/').next().unwrap_or(name);
        format!("{}{name}/-/{file}-{version}.tgz", self.url)
    }
}

impl fmt::Debug for Registry {
    /// Without the values, which may be secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.settings.iter().map(|(name, _)| name)).finish()
    }
}

/// A setting in the environment: `npm_config_https_proxy` is `https-proxy`, in whatever case.
fn of_variable(name: &str, value: String) -> Option<(String, String)> {
    let prefix = name.get(.."npm_config_".len()).filter(|prefix| prefix.eq_ignore_ascii_case("npm_config_"))?;
    let key = name.strip_prefix(prefix)?;
    // Credentials and scopes are written as in the file.
    let is_plain = !key.starts_with("//") && !key.contains(':');
    Some((if is_plain { key.to_lowercase().replace('_', "-") } else { key.to_owned() }, value))
}

/// The settings in the text of a `.npmrc`, of which the last of a name counts.
fn lines(text: &str, variable: &dyn Fn(&str) -> Option<String>) -> Vec<(String, String)> {
    let setting = |line: &str| {
        let line = line.trim();
        let (name, value) = line.split_once('=').filter(|_| !line.starts_with([';', '#', '[']))?;
        let value = value.trim().trim_matches(['"', '\'']);
        Some((name.trim().to_owned(), expand(value, variable)))
    };
    text.lines().rev().filter_map(setting).collect()
}

/// `value` with each `${NAME}` that is set replaced by what it is set to.
fn expand(value: &str, variable: &dyn Fn(&str) -> Option<String>) -> String {
    let mut expanded = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("${") {
        expanded.push_str(before);
        let known = after.split_once('}').and_then(|(name, behind)| Some((variable(name)?, behind)));
        match known {
            Some((text, behind)) => {
                expanded.push_str(&text);
                rest = behind;
            }
            None => {
                expanded.push_str("${");
                rest = after;
            }
        }
    }
    expanded + rest
}

/// The address without `user:password@`, and that.
fn without_credentials(url: &str) -> (String, Option<String>) {
    let Some((scheme, rest)) = url.split_once("://") else { return (url.to_owned(), None) };
    let authority = rest.find('/').map_or(rest, |end| &rest[..end]);
    match authority.rsplit_once('@') {
        Some((credentials, host)) => {
            let path = &rest[authority.len()..];
            (format!("{scheme}://{host}{path}"), Some(credentials.to_owned()))
        }
        None => (url.to_owned(), None),
    }
}

fn basic(credentials: &str) -> String {
    format!("Basic {}", BASE64_STANDARD.encode(credentials))
}

/// The host of `url`, for people.
pub(super) fn host(url: &str) -> &str {
    Path::new(url).components().nth(1).and_then(|part| part.as_os_str().to_str()).unwrap_or(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registry(environment: &[(&str, &str)], file: &str) -> Registry {
        let mut settings: Vec<_> =
            environment.iter().filter_map(|(name, value)| of_variable(name, (*value).to_owned())).collect();
        settings.extend(lines(file, &|name| (name == "TOKEN").then(|| "t0k3n".to_owned())));
        Registry { settings }
    }

    #[test]
    fn the_registry_is_the_one_that_npm_uses() {
        let file = "; mine\nregistry = 'http://file/'\n@scope:registry=https://scoped/npm\n";
        for (environment, file, name, expected) in [
            (&[][..], "", "@scope/x", "https://registry.npmjs.org/"),
            (&[], file, "x", "http://file/"),
            (&[], file, "@scope/x", "https://scoped/npm/"),
            (&[], "registry=http://first\nregistry=http://last", "x", "http://last/"),
            (&[("NPM_CONFIG_REGISTRY", "http://env//")], file, "x", "http://env/"),
            (&[("npm_config_registry", "")], file, "x", "http://file/"),
            (&[("npm_config_@scope:registry", "http://env")], "", "@scope/x", "http://env/"),
            (&[("PATH", "/bin")], "#registry=http://comment\n[section]\nnonsense", "x", "https://registry.npmjs.org/"),
        ] {
            assert_eq!(registry(environment, file).of(name).url, expected, "{environment:?} {file}");
        }
        let archive = registry(&[], "registry=http://h/npm").of("@s/x").archive("@s/x", "1.0.0-beta.1");
        assert_eq!(archive, "http://h/npm/@s/x/-/x-1.0.0-beta.1.tgz");
    }

    #[test]
    fn credentials_go_to_their_registry_only() {
        let file = "registry=https://h/a/b/\n//h/a/:_authToken=${TOKEN}\n//other/:_authToken=no\n";
        for (file, expected) in [
            (file, Some("Bearer t0k3n")),
            ("registry=https://h/a/b/\n//h/:_auth=dTpw", Some("Basic dTpw")),
            ("registry=https://u:p@h/a", Some("Basic dTpw")),
            ("registry=https://h/a/\n//h/a/b/:_authToken=${TOKEN}", None),
            ("registry=https://h.evil/\n//h/:_authToken=${TOKEN}", None),
            ("registry=https://h/\n//h/:_authToken=${UNKNOWN}", Some("Bearer ${UNKNOWN}")),
        ] {
            let source = registry(&[], file).of("x");
            assert_eq!(source.authorization.as_deref(), expected, "{file}");
            assert!(!source.url.contains('@'), "{}", source.url);
        }
    }

    #[test]
    fn the_proxy_is_the_one_that_npm_uses() {
        for (environment, file, expected) in [
            (&[("npm_config_https_proxy", "http://a:1")][..], "proxy=http://b:1", Some("http://a:1")),
            (&[], "proxy=http://b:1", Some("http://b:1")),
            (&[], "https-proxy=null", None),
        ] {
            assert_eq!(registry(environment, file).proxy(), expected);
        }
        assert_eq!(host("http://h:1/a/"), "h:1");
    }
}
