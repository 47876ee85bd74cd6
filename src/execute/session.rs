//! Who asks.

/// The identity under which a statement runs. PostgreSQL decides what it may see (DESIGN.md section 6).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Session {
    /// The role to take (`SET LOCAL ROLE`); `None` is the role that connected.
    pub role: Option<String>,
    /// `request.jwt.claims`, as JSON text; `None` sets nothing.
    pub claims: Option<String>,
}

impl Session {
    /// Nobody in particular: the role that connected.
    pub fn anonymous() -> Self {
        Self::default()
    }
}
