//! stub
/// d
pub struct Description {
    /// t
    pub text: Option<String>,
    /// d
    pub deprecated: Option<String>,
}
/// d
pub fn description(comment: &str) -> Description {
    Description { text: Some(comment.into()), deprecated: None }
}
