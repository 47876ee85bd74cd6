//! The scalars, a row each: adding one touches this table and, if its binary form is new, `response::scalars`.
//!
//! A [`Scalar`] is a GraphQL type. A [`Representation`] says which PostgreSQL types it stands for, how such a value is
//! selected and how the binary value is written. What has no row is selected as text and served as `String`.

pub mod calendar;
pub mod examples;
pub mod float;
pub mod interval;
pub mod key;
pub mod narrow;

use super::input;
use std::fmt;

/// A GraphQL scalar type.
pub struct Scalar {
    /// GraphQL name.
    pub name: &'static str,
    /// Its description.
    pub description: Option<&'static str>,
    /// `@specifiedBy(url:)`: only where the specification's values are no narrower than ours.
    pub specified_by: Option<&'static str>,
    /// The text that is bound for a value written by a client; the error says what was expected, with an example.
    pub input: fn(Literal<'_>) -> Result<String, Expected>,
}

/// A leaf value as a client wrote it: numbers keep every digit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Literal<'a> {
    /// `true`, `false`
    Boolean(bool),
    /// The digits of an integer, with sign.
    Integer(&'a str),
    /// The text of a number with a fraction or an exponent.
    Float(&'a str),
    /// A string's value.
    String(&'a str),
    /// JSON text of a value for the scalar `JSON`, which alone accepts any literal.
    Json(&'a str),
}

/// What a scalar would have accepted, with an example: `an integer of 32 bits, like 42`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected(pub &'static str);

/// How values of some PostgreSQL types become values of a scalar.
#[derive(Debug)]
pub struct Representation {
    /// Names of types in `pg_catalog` (or, with `any_schema`, in any: extensions).
    pub types: &'static [&'static str],
    /// Whether the types may stand in any schema.
    pub any_schema: bool,
    /// The GraphQL name of the scalar.
    pub scalar: &'static str,
    /// The slot that a value is selected into.
    pub slot: Slot,
}

/// The types of columns in the result, each with one binary form. Arms of a UNION cast to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// int4 (also int2)
    Int4,
    /// int8 (also oid)
    Int8,
    /// numeric (also money)
    Numeric,
    /// float4
    Float4,
    /// float8
    Float8,
    /// bool
    Bool,
    /// text: also enums, and every type without a row here
    Text,
    /// char(n), which loses its padding as text
    Bpchar,
    /// uuid
    Uuid,
    /// timestamptz
    TimestampTz,
    /// timestamp
    Timestamp,
    /// date
    Date,
    /// time
    Time,
    /// timetz
    TimeTz,
    /// interval
    Interval,
    /// json
    Json,
    /// jsonb
    Jsonb,
    /// bytea
    Bytea,
}

impl Slot {
    /// The type's name in `pg_catalog`.
    pub fn type_name(self) -> &'static str {
        match self {
            Self::Int4 => "int4",
            Self::Int8 => "int8",
            Self::Numeric => "numeric",
            Self::Float4 => "float4",
            Self::Float8 => "float8",
            Self::Bool => "bool",
            Self::Text => "text",
            Self::Bpchar => "bpchar",
            Self::Uuid => "uuid",
            Self::TimestampTz => "timestamptz",
            Self::Timestamp => "timestamp",
            Self::Date => "date",
            Self::Time => "time",
            Self::TimeTz => "timetz",
            Self::Interval => "interval",
            Self::Json => "json",
            Self::Jsonb => "jsonb",
            Self::Bytea => "bytea",
        }
    }

    /// Whether all values of the type take the same number of bytes (`pg_type.typlen`).
    pub fn has_fixed_width(self) -> bool {
        !matches!(self, Self::Numeric | Self::Text | Self::Bpchar | Self::Json | Self::Jsonb | Self::Bytea)
    }
}

/// Every scalar type.
pub static SCALARS: &[Scalar] = &[
    Scalar {
        name: "Int",
        description: Some("A whole number of 32 bits, with sign."),
        specified_by: None,
        input: input::int,
    },
    Scalar {
        name: "Float",
        description: Some("A finite number of 64 bits, as IEEE 754 defines it."),
        specified_by: None,
        input: input::float,
    },
    Scalar { name: "String", description: Some("Text in Unicode."), specified_by: None, input: input::string },
    Scalar { name: "Boolean", description: Some("True or false."), specified_by: None, input: input::boolean },
    Scalar {
        name: "ID",
        description: Some(
            "What tells one thing from all others: a string that means nothing to its reader. Integers are read as strings.",
        ),
        specified_by: None,
        input: input::id,
    },
    Scalar {
        name: "BigInt",
        description: Some("An integer of 64 bits, as a string of digits; input may be a string or an integer."),
        specified_by: None,
        input: input::big_int,
    },
    Scalar {
        name: "BigDecimal",
        description: Some(
            "A decimal number with every digit kept, as a string: `\"1.50\"`, also `\"NaN\"`, `\"Infinity\"`, \
             `\"-Infinity\"`; input may be a string or a number.",
        ),
        specified_by: None,
        input: input::big_decimal,
    },
    Scalar {
        name: "UUID",
        description: Some("A UUID, as `\"a81bc81b-dead-4e5d-abff-90865d1e13b1\"`."),
        specified_by: Some("https://www.rfc-editor.org/rfc/rfc9562"),
        input: input::uuid,
    },
    Scalar {
        name: "DateTime",
        description: Some(
            "A moment, always given in UTC: `\"2026-02-03T04:05:06.5Z\"`; also `\"infinity\"` and `\"-infinity\"`. Input \
             needs an offset or `Z`.",
        ),
        specified_by: None,
        input: input::date_time,
    },
    Scalar {
        name: "LocalDateTime",
        description: Some("A date and time without an offset: `\"2026-02-03T04:05:06.5\"`."),
        specified_by: None,
        input: input::local_date_time,
    },
    Scalar {
        name: "Date",
        description: Some("A date: `\"2026-02-03\"`; also `\"infinity\"` and `\"-infinity\"`."),
        specified_by: None,
        input: input::date,
    },
    Scalar {
        name: "LocalTime",
        description: Some("A time of day without an offset: `\"04:05:06.5\"`, up to `\"24:00:00\"`."),
        specified_by: None,
        input: input::local_time,
    },
    Scalar {
        name: "OffsetTime",
        description: Some("A time of day with its offset: `\"04:05:06.5+02:00\"`."),
        specified_by: None,
        input: input::offset_time,
    },
    Scalar {
        name: "Duration",
        description: Some("An interval in ISO 8601, with a sign for each component: `\"P10M3DT-4H-5M-6.789S\"`."),
        specified_by: None,
        input: input::duration,
    },
    Scalar {
        name: "JSON",
        description: Some("Any JSON value, as it is stored."),
        specified_by: Some("https://www.rfc-editor.org/rfc/rfc8259"),
        input: input::json,
    },
    Scalar {
        name: "Bytes",
        description: Some("Bytes in base64 with padding (RFC 4648, section 4)."),
        specified_by: None,
        input: input::bytes,
    },
];

const fn represent(types: &'static [&'static str], scalar: &'static str, slot: Slot) -> Representation {
    Representation { types, any_schema: false, scalar, slot }
}

/// How the PostgreSQL types are represented. Enums, domains and arrays are made of these.
pub static REPRESENTATIONS: &[Representation] = &[
    represent(&["int2", "int4"], "Int", Slot::Int4),
    represent(&["int8", "oid"], "BigInt", Slot::Int8),
    represent(&["numeric", "money"], "BigDecimal", Slot::Numeric),
    represent(&["float4"], "Float", Slot::Float4),
    represent(&["float8"], "Float", Slot::Float8),
    represent(&["bool"], "Boolean", Slot::Bool),
    represent(&["bpchar"], "String", Slot::Bpchar),
    represent(&["uuid"], "UUID", Slot::Uuid),
    represent(&["timestamptz"], "DateTime", Slot::TimestampTz),
    represent(&["timestamp"], "LocalDateTime", Slot::Timestamp),
    represent(&["date"], "Date", Slot::Date),
    represent(&["time"], "LocalTime", Slot::Time),
    represent(&["timetz"], "OffsetTime", Slot::TimeTz),
    represent(&["interval"], "Duration", Slot::Interval),
    represent(&["json"], "JSON", Slot::Json),
    represent(&["jsonb"], "JSON", Slot::Jsonb),
    represent(&["bytea"], "Bytes", Slot::Bytea),
];

/// How every type without a row is represented.
pub static AS_TEXT: Representation = represent(&[], "String", Slot::Text);

/// The scalar called `name`.
pub fn scalar(name: &str) -> Option<&'static Scalar> {
    SCALARS.iter().find(|scalar| scalar.name == name)
}

/// How the type `type_name` (`pg_type.typname`) of the schema `schema` is represented.
pub fn representation(schema: &str, type_name: &str) -> &'static Representation {
    let stands_for =
        |row: &&Representation| (row.any_schema || schema == "pg_catalog") && row.types.contains(&type_name);
    REPRESENTATIONS.iter().find(stands_for).unwrap_or(&AS_TEXT)
}

impl fmt::Debug for Scalar {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Scalar").field(&self.name).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn representations_name_scalars_that_exist() {
        for row in REPRESENTATIONS.iter().chain([&AS_TEXT]) {
            assert!(scalar(row.scalar).is_some(), "{row:?}");
        }
    }

    #[test]
    fn types_are_known_by_schema_and_name() {
        for (schema, name, scalar, slot) in [
            ("pg_catalog", "int2", "Int", Slot::Int4),
            ("pg_catalog", "oid", "BigInt", Slot::Int8),
            ("pg_catalog", "money", "BigDecimal", Slot::Numeric),
            ("pg_catalog", "bpchar", "String", Slot::Bpchar),
            ("pg_catalog", "char", "String", Slot::Text),
            ("pg_catalog", "varchar", "String", Slot::Text),
            ("pg_catalog", "inet", "String", Slot::Text),
            ("public", "citext", "String", Slot::Text),
            ("public", "uuid", "String", Slot::Text),
        ] {
            let row = representation(schema, name);
            assert_eq!((row.scalar, row.slot), (scalar, slot), "{schema}.{name}");
        }
    }
}
