//! In which media type to answer (RFC 9110 section 12.5.1, GraphQL over HTTP section "Body").

/// A media type that answers can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MediaType {
    /// `application/graphql-response+json`: the status tells about the GraphQL request.
    GraphqlResponse,
    /// `application/json`, for clients from before that: the status tells about the HTTP request only.
    Json,
}

/// Most wanted first where the client has no preference.
const SERVED: [(MediaType, &str); 2] =
    [(MediaType::GraphqlResponse, "graphql-response+json"), (MediaType::Json, "json")];

impl MediaType {
    /// As `Content-Type`.
    pub(crate) fn header(self) -> &'static str {
        match self {
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }
}

/// Chooses by the values of all `Accept` headers; `None` if none of ours is acceptable.
///
/// Quality decides, then what the client names before what it admits by a wildcard, then the order in which it names
/// them, then our own order. Without the header, or with an empty one, the answer is
/// `application/graphql-response+json`.
pub(crate) fn choose<'a>(accept: impl IntoIterator<Item = &'a str>) -> Option<MediaType> {
    let ranges = ranges(accept);
    if ranges.is_empty() {
        return Some(MediaType::GraphqlResponse);
    }
    let mut best: Option<(Rank, MediaType)> = None;
    for (order, (media_type, subtype)) in SERVED.into_iter().enumerate() {
        let matching = ranges
            .iter()
            .enumerate()
            .filter_map(|(place, range)| Some((range.specificity_for("application", subtype)?, place, range.quality)));
        // The most specific range that matches says the quality, whatever wildcards say.
        let Some((specificity, place, quality)) = matching.min_by_key(|(specificity, place, _)| (*specificity, *place))
        else {
            continue;
        };
        let rank = Rank { quality: 1000 - quality, specificity, place, order };
        if quality > 0 && best.is_none_or(|(other, _)| rank < other) {
            best = Some((rank, media_type));
        }
    }
    best.map(|(_, media_type)| media_type)
}

/// Whether the values of all `Accept` headers ask for HTML by its name, as browsers do when they open an address, and
/// for nothing of ours more than for that.
pub(crate) fn prefers_html<'a>(accept: impl IntoIterator<Item = &'a str>) -> bool {
    let ranges = ranges(accept);
    let named = |kind: &str, subtype: &str| {
        let matching = ranges.iter().filter(|range| range.specificity_for(kind, subtype) == Some(0));
        matching.map(|range| range.quality).max().unwrap_or(0)
    };
    let html = named("text", "html");
    let others = [("text", "plain"), ("application", "json"), ("application", "graphql-response+json")];
    html > 0 && others.iter().all(|(kind, subtype)| named(kind, subtype) <= html)
}

fn ranges<'a>(accept: impl IntoIterator<Item = &'a str>) -> Vec<Range<'a>> {
    accept.into_iter().flat_map(|header| header.split(',')).filter_map(range).collect()
}

/// The smaller, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    quality: u16,
    specificity: u8,
    place: usize,
    order: usize,
}

struct Range<'a> {
    kind: &'a str,
    subtype: &'a str,
    /// Whether it asks for an encoding that is not ours.
    foreign: bool,
    /// In thousandths.
    quality: u16,
}

impl Range<'_> {
    /// 0 for the type itself, 1 for `application/*`, 2 for `*/*`.
    fn specificity_for(&self, kind: &str, subtype: &str) -> Option<u8> {
        match (self.kind, self.subtype) {
            _ if self.foreign => None,
            ("*", "*") => Some(2),
            (own, "*") if own.eq_ignore_ascii_case(kind) => Some(1),
            (own, rest) if own.eq_ignore_ascii_case(kind) && rest.eq_ignore_ascii_case(subtype) => Some(0),
            _ => None,
        }
    }
}

/// `application/json; charset=utf-8; q=0.9`. A range that cannot be read matches nothing.
fn range(text: &str) -> Option<Range<'_>> {
    let mut parts = text.split(';').map(str::trim);
    let essence = parts.next().filter(|essence| !essence.is_empty())?;
    let (kind, subtype) = essence.split_once('/').unwrap_or((essence, ""));
    let mut range = Range { kind: kind.trim(), subtype: subtype.trim(), foreign: false, quality: 1000 };
    for part in parts {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let value = value.trim().trim_matches('"');
        match name.trim().to_ascii_lowercase().as_str() {
            "q" => range.quality = quality(value).unwrap_or(0),
            "charset" => range.foreign = !is_utf8(value),
            _ => {}
        }
    }
    Some(range)
}

/// `0.123` in thousandths.
fn quality(text: &str) -> Option<u16> {
    let value: f32 = text.parse().ok()?;
    (0.0..=1.0).contains(&value).then(|| format!("{:.0}", value * 1000.0).parse().ok())?
}

/// Whether a request's body may be read: `application/json`, in UTF-8.
pub(crate) fn is_json(content_type: &str) -> bool {
    let mut parts = content_type.split(';').map(str::trim);
    let is_json = parts.next().is_some_and(|essence| essence.eq_ignore_ascii_case("application/json"));
    is_json
        && parts.filter_map(|part| part.split_once('=')).all(|(name, value)| {
            !name.trim().eq_ignore_ascii_case("charset") || is_utf8(value.trim().trim_matches('"'))
        })
}

fn is_utf8(charset: &str) -> bool {
    charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accept() {
        use MediaType::{GraphqlResponse as G, Json as J};
        for (accept, expected) in [
            ("", Some(G)),
            ("*/*", Some(G)),
            ("application/*", Some(G)),
            ("application/json", Some(J)),
            ("Application/JSON;charset=UTF-8", Some(J)),
            ("application/graphql-response+json", Some(G)),
            ("application/graphql-response+json, application/json;q=0.9", Some(G)),
            ("application/json;q=0.9, application/graphql-response+json", Some(G)),
            ("application/json, application/graphql-response+json", Some(J)),
            ("application/json, text/plain, */*", Some(J)),
            ("application/json;q=0.5, */*", Some(G)),
            ("application/graphql-response+json;q=0, */*", Some(J)),
            ("application/json;q=0, application/*;q=0.1", Some(G)),
            ("text/html, */*;q=0.8", Some(G)),
            ("text/html", None),
            ("application/json;q=0", None),
            ("application/json;q=2", None),
            ("application/json; charset=latin1", None),
            ("*/json", None),
            ("json", None),
        ] {
            assert_eq!(choose([accept]), expected, "{accept}");
        }
        assert_eq!(choose([]), Some(G));
        assert_eq!(choose(["text/html", "application/json"]), Some(J));
    }

    #[test]
    fn html() {
        for (accept, expected) in [
            ("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", true),
            ("TEXT/HTML", true),
            ("text/html, text/plain", true),
            ("text/html;q=0.5, text/plain", false),
            ("text/html;q=0.5, application/json", false),
            ("text/html;q=0", false),
            ("text/html; charset=utf-16", false),
            ("*/*", false),
            ("text/*", false),
            ("", false),
        ] {
            assert_eq!(prefers_html([accept]), expected, "{accept}");
        }
        assert!(prefers_html(["text/html", "*/*"]) && !prefers_html([]));
    }

    #[test]
    fn bodies() {
        for (content_type, expected) in [
            ("application/json", true),
            ("application/json; charset=\"UTF-8\"", true),
            ("application/json;charset=utf-16", false),
            ("application/json-patch+json", false),
            ("text/plain", false),
            ("application/x-www-form-urlencoded", false),
        ] {
            assert_eq!(is_json(content_type), expected, "{content_type}");
        }
    }
}
