//! Types that take less than the scalar that stands for them, a row each: PostgreSQL would refuse the value in words of its
//! own, or silently take another one for it.

use super::Expected;
use crate::catalog::Type;

/// A type of `pg_catalog` with fewer values than its scalar.
pub struct Narrow {
    /// `pg_type.typname`.
    type_name: &'static str,
    /// What people call it, with what it takes and an example.
    pub expected: Expected,
    takes: fn(&str) -> bool,
}

const fn narrow(type_name: &'static str, expected: &'static str, takes: fn(&str) -> bool) -> Narrow {
    Narrow { type_name, expected: Expected(expected), takes }
}

#[rustfmt::skip]
static NARROW: &[Narrow] = &[
    narrow("int2", "smallint (an integer of 16 bits, like 42)", |text| text.parse::<i16>().is_ok()),
    // -1 would be 4294967295.
    narrow("oid", "oid (an integer of 32 bits without a sign, like 16384)", |text| text.parse::<u32>().is_ok()),
    // What is no number would be 0.
    narrow("xid", "xid (an integer of 32 bits without a sign, like \"731\")", |text| text.parse::<u32>().is_ok()),
    narrow("cid", "cid (an integer of 32 bits without a sign, like \"0\")", |text| text.parse::<u32>().is_ok()),
    narrow("xid8", "xid8 (an integer of 64 bits without a sign, like \"731\")", |text| text.parse::<u64>().is_ok()),
    narrow("money", "money (an amount, like \"12.50\")", |text| !matches!(text, "NaN" | "Infinity" | "-Infinity")),
    // It would be cut.
    narrow("char", "\"char\" (a single byte, like \"a\")", |text| text.len() <= 1),
];

/// What `type_` takes, if `text`, which its scalar takes, is no value of it.
pub fn refusal(type_: &Type, text: &str) -> Option<Expected> {
    let row = NARROW.iter().find(|row| type_.schema == "pg_catalog" && row.type_name == type_.name)?;
    (!(row.takes)(text)).then_some(row.expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::TypeKind;

    fn refused(schema: &str, name: &str, text: &str) -> bool {
        let type_ = Type {
            schema: schema.to_owned(),
            name: name.to_owned(),
            kind: TypeKind::Base,
            comment: None,
            orderable: true,
            operators: None,
            is_row: false,
        };
        refusal(&type_, text).is_some()
    }

    #[test]
    fn values_outside_of_a_narrow_type_are_refused() {
        for (name, inside, outside) in [
            ("int2", &["0", "-32768", "32767"][..], &["-32769", "32768", "2147483647"][..]),
            ("oid", &["0", "4294967295"], &["-1", "4294967296"]),
            ("xid", &["0", "4294967295"], &["-1", "4294967296", "x", ""]),
            ("cid", &["7"], &["x"]),
            ("xid8", &["18446744073709551615"], &["-1", "18446744073709551616", "x"]),
            ("money", &["1.505", "1e30"], &["NaN", "Infinity", "-Infinity"]),
            ("char", &["", "a"], &["ab", "ä"]),
            ("int4", &["2147483647"], &[]),
        ] {
            for text in inside {
                assert!(!refused("pg_catalog", name, text), "{name} {text}");
            }
            for text in outside {
                assert!(refused("pg_catalog", name, text), "{name} {text}");
                assert!(!refused("public", name, text), "a type of the same name: {name} {text}");
            }
        }
    }
}
