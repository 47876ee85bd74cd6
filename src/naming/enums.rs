//! The values of enums, from the labels (the table of scalars in API.md).

use super::{
    EnumNames, Name,
    case::escaped,
    identity,
    resolve::{Claim, Namespace},
};
use crate::catalog::Type;

/// What GraphQL keeps for itself among enum values.
const RESERVED_VALUES: &[&str] = &["true", "false", "null"];

/// Names the values of an enum, by position of the label.
pub(super) fn name_values(of: &Type, type_name: Name, labels: &[String], clashes: &mut Vec<String>) -> EnumNames {
    let claims: Vec<Claim> = labels
        .iter()
        .map(|label| {
            let identity = identity::label(of, label);
            let wants = [plain(label), escaped_label(label)].map(|name| {
                let rank = u32::from(name != *label);
                (name, rank)
            });
            Claim::new(format!("label {identity}"), identity, 0, wants)
        })
        .collect();
    let mut namespace = Namespace::new(format!("the values of {}", identity::type_of(of)));
    let values = namespace.resolve(&claims, clashes).into_iter().map(|won| won.name).collect();
    EnumNames { type_name, values }
}

fn is_allowed(character: char) -> bool {
    character == '_' || character.is_ascii_alphanumeric()
}

/// `so_so` for `so-so`: every forbidden character is `_`, and a `_` goes before what cannot stand first.
fn plain(label: &str) -> String {
    if label.is_empty() {
        return "_empty".to_owned();
    }
    let text: String = label.chars().map(|character| if is_allowed(character) { character } else { '_' }).collect();
    if RESERVED_VALUES.contains(&label) { format!("_{text}") } else { Name::coerce(&text).to_string() }
}

/// `so_u002D_so` for `so-so`. Where the first character is what is wrong, that one is escaped.
fn escaped_label(label: &str) -> String {
    let cannot_begin = RESERVED_VALUES.contains(&label)
        || label.starts_with("__")
        || label.starts_with(|character: char| character.is_ascii_digit());
    label
        .chars()
        .enumerate()
        .map(|(position, character)| {
            let stays = is_allowed(character) && !(position == 0 && cannot_begin);
            if stays { character.to_string() } else { escaped(character) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::TypeKind;

    fn values(labels: &[&str]) -> (Vec<String>, usize) {
        let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
        let kind = TypeKind::Enum(labels.clone());
        let of = Type {
            schema: "public".into(),
            name: "mood".into(),
            kind,
            comment: None,
            orderable: true,
            operators: None,
            is_row: false,
        };
        let mut clashes = Vec::new();
        let names = name_values(&of, Name::coerce("Mood"), &labels, &mut clashes);
        (names.values.iter().map(Name::to_string).collect(), clashes.len())
    }

    #[test]
    fn labels_become_values() {
        let cases: &[(&[&str], &[&str], usize)] = &[
            (&["ok", "Ok", "so-so", "a b"], &["ok", "Ok", "so_so", "a_b"], 0),
            (&["true", "false", "null", "TRUE"], &["_true", "_false", "_null", "TRUE"], 0),
            (&["2nd", "", "_x", "__x2", "é"], &["_2nd", "_empty", "_x", "_x2", "_"], 0),
            (&["so-so", "so_so", "so so"], &["so_u002D_so", "so_so", "so_u0020_so"], 1),
            (&["a-b", "a b"], &["a_u002D_b", "a_u0020_b"], 1),
            (&["1a", "_1a"], &["_u0031_a", "_1a"], 1),
            (&["true", "_true"], &["_u0074_rue", "_true"], 1),
            (&["__x", "_x"], &["_u005F__x", "_x"], 1),
            (&["日本", "中国"], &["_u65E5__u672C_", "_u4E2D__u56FD_"], 1),
            (&["a-b", "a_b", "a_u002D_b"], &["a_b_f83bfb", "a_b", "a_u002D_b"], 2),
        ];
        for (labels, expected, clashes) in cases {
            let (names, sentences) = values(labels);
            assert_eq!(
                (names.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), sentences),
                (*expected, *clashes)
            );
        }
    }
}
