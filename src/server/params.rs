//! The parameters of a GraphQL request (GraphQL over HTTP section "Request Parameters").

use super::{http_error::HttpError, percent};
use crate::response::engine::Request;
use serde::Deserialize;
use serde_json::{error::Category, value::RawValue};

/// Members that are none of these are ignored, as the specification wants it.
#[derive(Deserialize)]
struct Members<'a> {
    #[serde(borrow, default)]
    query: Option<&'a RawValue>,
    #[serde(borrow, rename = "operationName", default)]
    operation_name: Option<&'a RawValue>,
    #[serde(borrow, default)]
    variables: Option<&'a RawValue>,
    #[serde(borrow, default)]
    extensions: Option<&'a RawValue>,
}

/// Reads the body of a POST request.
///
/// # Errors
///
/// If it is not JSON, not an object, or a member is not of its type.
pub(crate) fn of_body(body: &[u8]) -> Result<Request, HttpError> {
    let text = std::str::from_utf8(body).map_err(|error| {
        HttpError::Json(format!("The body is not valid UTF-8 after its first {} bytes.", error.valid_up_to()))
    })?;
    match text.trim_ascii_start().bytes().next() {
        None => {
            return Err(HttpError::Request(
                "The body is empty; it must be an object like {\"query\": \"…\"}.".to_owned(),
            ));
        }
        Some(b'[') => {
            return Err(HttpError::Request(
                "The body is a list, but several requests at once are not supported: send one object.".to_owned(),
            ));
        }
        Some(_) => {}
    }
    let members: Members<'_> = serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Data if text.trim_ascii_start().starts_with('{') => {
            HttpError::Request(format!("In the body: {error}."))
        }
        Category::Data => HttpError::Request("The body must be a JSON object like {\"query\": \"…\"}.".to_owned()),
        Category::Syntax | Category::Eof | Category::Io => {
            HttpError::Json(format!("The body is not valid JSON: {error}."))
        }
    })?;
    let query = string("query", members.query)?.ok_or_else(missing_query)?;
    let operation_name = string("operationName", members.operation_name)?;
    object("extensions", members.extensions)?;
    let variables = object("variables", members.variables)?.map(ToOwned::to_owned);
    Ok(Request { query, operation_name, variables, request_id: None, only_queries: false })
}

/// Reads the query string of a GET request, in which an empty parameter is one that is not there.
///
/// # Errors
///
/// If a parameter stands twice, or `variables` or `extensions` are not JSON objects.
pub(crate) fn of_query_string(query_string: &str) -> Result<Request, HttpError> {
    let mut values: [Option<String>; 4] = Default::default();
    for (name, value) in pairs(query_string)? {
        let Some(place) = NAMES.iter().position(|known| *known == name) else { continue };
        if values[place].replace(value).is_some() {
            return Err(HttpError::Request(format!("The parameter `{name}` stands twice in the address.")));
        }
    }
    let [query, operation_name, variables, extensions] = values.map(|value| value.filter(|value| !value.is_empty()));
    json_parameter("extensions", extensions)?;
    Ok(Request {
        query: query.ok_or_else(missing_query)?,
        operation_name,
        variables: json_parameter("variables", variables)?,
        request_id: None,
        only_queries: true,
    })
}

const NAMES: [&str; 4] = ["query", "operationName", "variables", "extensions"];

fn missing_query() -> HttpError {
    HttpError::Request("There is no `query`: it must be the text of a GraphQL document.".to_owned())
}

fn string(name: &str, value: Option<&RawValue>) -> Result<Option<String>, HttpError> {
    let Some(value) = value.filter(|value| value.get() != "null") else { return Ok(None) };
    if !value.get().starts_with('"') {
        return Err(wrong_type(name, "a string", value));
    }
    // Only a lone surrogate (`"\ud800"`) gets here and fails.
    serde_json::from_str(value.get()).map(Some).map_err(|_| HttpError::Json(format!("`{name}` is not valid Unicode.")))
}

fn object<'a>(name: &str, value: Option<&'a RawValue>) -> Result<Option<&'a RawValue>, HttpError> {
    match value.filter(|value| value.get() != "null") {
        Some(value) if !value.get().starts_with('{') => Err(wrong_type(name, "an object", value)),
        value => Ok(value),
    }
}

fn json_parameter(name: &str, text: Option<String>) -> Result<Option<Box<RawValue>>, HttpError> {
    let Some(text) = text else { return Ok(None) };
    let value: Box<RawValue> = serde_json::from_str(&text)
        .map_err(|error| HttpError::Json(format!("The parameter `{name}` is not valid JSON: {error}.")))?;
    Ok(object(name, Some(&value))?.map(ToOwned::to_owned))
}

fn wrong_type(name: &str, expected: &str, value: &RawValue) -> HttpError {
    let found = match value.get().as_bytes().first() {
        Some(b'"') => "a string",
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b't' | b'f') => "a boolean",
        _ => "a number",
    };
    HttpError::Request(format!("`{name}` must be {expected}, but it is {found}."))
}

/// `application/x-www-form-urlencoded`: `+` is a space, `%XX` a byte.
fn pairs(query_string: &str) -> Result<Vec<(String, String)>, HttpError> {
    let parts = query_string.split('&').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            Ok((decoded(name)?, decoded(value)?))
        })
        .collect()
}

fn decoded(text: &str) -> Result<String, HttpError> {
    percent::decode(&text.replace('+', " "))
        .map_err(|_| HttpError::Request("The address holds invalid UTF-8.".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(request: Result<Request, HttpError>) -> String {
        match request {
            Ok(request) => format!(
                "{} {} {}",
                request.query,
                request.operation_name.unwrap_or_default(),
                request.variables.map_or_else(String::new, |variables| variables.get().to_owned())
            ),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn bodies() {
        for (body, expected) in [
            (r#"{"query":"{a}"}"#, "{a}  "),
            (
                r#" {"query":"\u007ba}","operationName":"b","variables":{"c":1.00},"extensions":{},"more":[1]}"#,
                "{a} b {\"c\":1.00}",
            ),
            (r#"{"query":"{a}","operationName":null,"variables":null,"extensions":null}"#, "{a}  "),
            ("", "The body is empty"),
            (" \n", "The body is empty"),
            ("[{}]", "The body is a list"),
            ("1", "The body must be a JSON object"),
            ("nonsense", "The body is not valid JSON: expected ident"),
            ("{\"query\":", "The body is not valid JSON: EOF"),
            (r#"{"query":"{a}"} x"#, "The body is not valid JSON: trailing characters"),
            (r#"{"qeury":"{a}"}"#, "There is no `query`"),
            (r#"{"query":null}"#, "There is no `query`"),
            (r#"{"query":1}"#, "`query` must be a string, but it is a number."),
            (r#"{"query":"a","query":"b"}"#, "In the body: duplicate field `query`"),
            (r#"{"query":"a","operationName":["b"]}"#, "`operationName` must be a string, but it is a list."),
            (r#"{"query":"a","variables":"{}"}"#, "`variables` must be an object, but it is a string."),
            (r#"{"query":"a","extensions":true}"#, "`extensions` must be an object, but it is a boolean."),
            (r#"{"query":"\ud800"}"#, "`query` is not valid Unicode."),
        ] {
            let found = shown(of_body(body.as_bytes()));
            assert!(found.starts_with(expected), "{body}: {found}");
        }
        assert_eq!(shown(of_body(b"{\"query\":\"\xff\"}")), "The body is not valid UTF-8 after its first 10 bytes.");
    }

    #[test]
    fn query_strings() {
        for (query_string, expected) in [
            ("query=%7Ba%7d&other=1", "{a}  "),
            ("query=query+b{a}&operationName=b&variables={%22c%22:%20%22%C3%A4%22}", "query b{a} b {\"c\": \"ä\"}"),
            ("query={a}&operationName=&variables=&extensions=", "{a}  "),
            ("query={a}&operationName=null&variables=null", "{a} null "),
            ("query=100%&x", "100%  "),
            ("", "There is no `query`"),
            ("query=", "There is no `query`"),
            ("query=a&query=b", "The parameter `query` stands twice"),
            ("query=a&variables={", "The parameter `variables` is not valid JSON"),
            ("query=a&variables=[1]", "`variables` must be an object, but it is a list."),
            ("query=a&extensions=1", "`extensions` must be an object, but it is a number."),
            ("query=%ff", "The address holds invalid UTF-8."),
        ] {
            let found = shown(of_query_string(query_string));
            assert!(found.starts_with(expected), "{query_string}: {found}");
        }
    }
}
