//! Names that the generated API itself needs: the lists of API.md, rules 5 and 6.

/// Types that exist in every schema, or will: GraphQL's own, the scalars, Relay's, and federation's.
const BUILT_IN_TYPES: &[&str] = &[
    "BigDecimal",
    "BigInt",
    "Boolean",
    "Bytes",
    "Cidr",
    "Date",
    "DateTime",
    "Duration",
    "FieldSet",
    "Float",
    "ID",
    "Inet",
    "Int",
    "JSON",
    "LocalDateTime",
    "LocalTime",
    "Ltree",
    "Macaddr",
    "Mutation",
    "Node",
    "OffsetTime",
    "OrderDirection",
    "PageInfo",
    "Point",
    "Query",
    "String",
    "Subscription",
    "Tsvector",
    "UUID",
    "_Any",
    "_Entity",
    "_Service",
];

/// Endings of the types that are derived from a table (or an enum, or a scalar: `IntFilter`).
const DERIVED_ENDINGS: &[&str] =
    &["Connection", "Edge", "Filter", "OrderBy", "Aggregates", "By", "Input", "Patch", "Payload"];

/// Root fields that exist in every schema, or will.
pub(super) const ROOT_FIELDS: &[&str] = &["node", "nodes", "_entities", "_service"];

/// The field that every Node has. It is kept free in every type, so that a column's name does not depend on keys.
pub(super) const GLOBAL_ID: &str = "id";

/// What a column is called whose field would be [`GLOBAL_ID`].
pub(super) const ROW_ID: &str = "rowId";

/// What a filter knows besides columns and relations.
pub(super) const FILTER_FIELDS: &[&str] = &["and", "or", "not", "isNull"];

/// The join table's row, in the filters and orders of many-to-many relations.
pub(super) const JOIN_ROW: &str = "edge";

/// What an edge has besides the columns of a join table.
pub(super) const EDGE_FIELDS: &[&str] = &["cursor", "node"];

/// Why a table or an enum cannot have this type name, as the end of a sentence.
pub(super) fn reserved_type(name: &str) -> Option<String> {
    if BUILT_IN_TYPES.contains(&name) {
        return Some(format!("\"{name}\" is built in"));
    }
    let ending = DERIVED_ENDINGS.iter().find(|ending| name.ends_with(**ending))?;
    Some(format!("names in \"{ending}\" are derived"))
}

#[cfg(test)]
mod tests {
    use super::reserved_type;

    #[test]
    fn reserved_types_are_known() {
        let cases = [
            ("Node", true),
            ("NodeRow", false),
            ("SalesNode", false),
            ("AlbumFilter", true),
            ("Filter", true),
            ("Filtered", false),
            ("Baby", false),
            ("StandBy", true),
            ("_Entity", true),
            ("Date", true),
            ("Uuid", false),
            ("EventGroup", false),
        ];
        for (name, expected) in cases {
            assert_eq!(reserved_type(name).is_some(), expected, "{name}");
        }
    }
}
