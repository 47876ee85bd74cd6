//! The directions of an order, a row each (API.md, "Order").

/// A value of `OrderDirection`.
#[derive(Debug, PartialEq, Eq)]
pub struct Direction {
    /// Its name in the API.
    pub name: &'static str,
    /// Whether it goes down.
    pub descending: bool,
    /// Whether nulls stand before all values.
    pub nulls_first: bool,
    /// For clients.
    pub description: &'static str,
}

/// Every direction. As in PostgreSQL, nulls are greater than all values where nothing is said about them.
#[rustfmt::skip]
pub static DIRECTIONS: &[Direction] = &[
    Direction { name: "ASC", descending: false, nulls_first: false, description: "From the least to the greatest, nulls last." },
    Direction { name: "DESC", descending: true, nulls_first: true, description: "From the greatest to the least, nulls first." },
    Direction { name: "ASC_NULLS_FIRST", descending: false, nulls_first: true, description: "From the least to the greatest, nulls first." },
    Direction { name: "ASC_NULLS_LAST", descending: false, nulls_first: false, description: "From the least to the greatest, nulls last." },
    Direction { name: "DESC_NULLS_FIRST", descending: true, nulls_first: true, description: "From the greatest to the least, nulls first." },
    Direction { name: "DESC_NULLS_LAST", descending: true, nulls_first: false, description: "From the greatest to the least, nulls last." },
];

/// The direction called `name`.
pub fn direction(name: &str) -> Option<&'static Direction> {
    DIRECTIONS.iter().find(|direction| direction.name == name)
}
