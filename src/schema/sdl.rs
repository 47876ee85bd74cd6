//! The schema in the schema definition language, and its strings. juniper's printer writes escapes that do not parse for
//! characters outside the Basic Multilingual Plane, so this one is ours.

use super::{Argument, Field, Schema, Type, TypeId, TypeKind};
use std::fmt::{self, Write};

/// Every reader of the language knows these.
pub(super) const BUILT_IN: [&str; 5] = ["Boolean", "Float", "ID", "Int", "String"];

/// The schema definition of `schema`: `Query` first, then by kind and name, so that it does not depend on the order of
/// the database's objects. The scalars of the specification are left out, as in graphql-js.
pub fn sdl(schema: &Schema) -> String {
    let mut ids: Vec<TypeId> =
        (0..schema.types.len()).map(TypeId).filter(|id| !schema.is_of_introspection(*id)).collect();
    ids.sort_by_cached_key(|id| {
        let found = schema.get(*id);
        (*id != schema.query, rank(&found.kind), found.name.as_str())
    });
    let printed = ids.into_iter().map(|id| schema.get(id)).filter(|found| !BUILT_IN.contains(&found.name.as_str()));
    let one_of = schema.types.iter().any(|found| matches!(&found.kind, TypeKind::Input(input) if input.one_of));
    let mut text = String::new();
    for found in printed {
        let separator = if text.is_empty() { "" } else { "\n" };
        // Writing to a String does not fail.
        let _ = write!(text, "{separator}{}", Definition { schema, definition: found });
    }
    // Readers that are older than `@oneOf` refuse a directive that is not defined.
    text + if one_of { "\ndirective @oneOf on INPUT_OBJECT\n" } else { "" }
}

fn rank(kind: &TypeKind) -> u8 {
    match kind {
        TypeKind::Interface(_) => 0,
        TypeKind::Object(_) => 1,
        TypeKind::Input(_) => 2,
        TypeKind::Enum(_) => 3,
        TypeKind::Scalar(_) => 4,
    }
}

/// `text` as a block string, or quoted where a block string would lose some of it.
fn write_description(out: &mut dyn Write, text: Option<&str>, indent: &str) -> fmt::Result {
    let Some(text) = text else { return Ok(()) };
    let printable = text.chars().all(|character| matches!(character, '\n' | '\t') || !character.is_control());
    let escaped = text.replace("\"\"\"", "\\\"\"\"");
    let one_line = !escaped.contains('\n') && escaped.len() < 100 && !escaped.ends_with(['"', '\\']);
    let block = if one_line {
        format!("\"\"\"{escaped}\"\"\"")
    } else {
        format!("\"\"\"\n{indent}{}\n{indent}\"\"\"", escaped.replace('\n', &format!("\n{indent}")))
    };
    if printable && block_value(&block) == text {
        // Blank lines need no indentation.
        let block: Vec<&str> = block.split('\n').map(|line| if line == indent { "" } else { line }).collect();
        writeln!(out, "{indent}{}", block.join("\n"))
    } else {
        writeln!(out, "{indent}{}", quoted(text))
    }
}

/// `text` as a quoted string, with the escapes that every version of the specification knows.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(control))),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// The value of a block string, quotes included in `literal` (specification section 2.9.4, `BlockStringValue`).
pub(crate) fn block_value(literal: &str) -> String {
    let raw = literal.strip_prefix(r#"""""#).and_then(|rest| rest.strip_suffix(r#"""""#)).unwrap_or(literal);
    let text = raw.replace("\r\n", "\n").replace('\r', "\n").replace("\\\"\"\"", "\"\"\"");
    let blank = |line: &str| line.bytes().all(|byte| matches!(byte, b' ' | b'\t'));
    let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let lines: Vec<&str> = text.split('\n').collect();
    let common = lines.iter().skip(1).filter(|line| !blank(line)).map(|line| indentation(line)).min().unwrap_or(0);
    let strip = |(index, line): (usize, &&str)| {
        if index == 0 { (*line).to_owned() } else { line.get(common..).unwrap_or_default().to_owned() }
    };
    let stripped: Vec<String> = lines.iter().enumerate().map(strip).collect();
    let first = stripped.iter().position(|line| !blank(line)).unwrap_or(stripped.len());
    let end = stripped.iter().rposition(|line| !blank(line)).map_or(first, |last| last + 1);
    stripped[first..end].join("\n")
}

struct Definition<'a> {
    schema: &'a Schema,
    definition: &'a Type,
}

impl fmt::Display for Definition<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { schema, definition } = *self;
        write_description(out, definition.description.as_deref(), "")?;
        let name = &definition.name;
        match &definition.kind {
            TypeKind::Scalar(scalar) => {
                write!(out, "scalar {name}")?;
                scalar.specified_by.map_or(Ok(()), |url| write!(out, " @specifiedBy(url: {})", quoted(url)))?;
                writeln!(out)
            }
            TypeKind::Object(object) => {
                write!(out, "type {name}")?;
                for (index, interface) in object.interfaces.iter().enumerate() {
                    write!(out, "{}{}", [" implements ", " & "][index.min(1)], schema.get(*interface).name)?;
                }
                write_fields(out, schema, &object.fields)
            }
            TypeKind::Interface(interface) => {
                write!(out, "interface {name}")?;
                write_fields(out, schema, &interface.fields)
            }
            TypeKind::Enum(kind) => {
                writeln!(out, "enum {name} {{")?;
                for value in &kind.values {
                    write_description(out, value.description.as_deref(), "  ")?;
                    writeln!(out, "  {}", value.name)?;
                }
                writeln!(out, "}}")
            }
            TypeKind::Input(input) => {
                writeln!(out, "input {name}{} {{", if input.one_of { " @oneOf" } else { "" })?;
                for field in &input.fields {
                    write_description(out, field.description.as_deref(), "  ")?;
                    writeln!(out, "  {}: {}", field.name, field.type_ref.display(schema))?;
                }
                writeln!(out, "}}")
            }
        }
    }
}

fn write_fields(out: &mut dyn Write, schema: &Schema, fields: &[Field]) -> fmt::Result {
    writeln!(out, " {{")?;
    for field in fields {
        write_description(out, field.description.as_deref(), "  ")?;
        write!(out, "  {}", field.name)?;
        write_arguments(out, schema, &field.arguments)?;
        write!(out, ": {}", field.type_ref.display(schema))?;
        if let Some(reason) = &field.deprecated {
            write!(out, " @deprecated(reason: {})", quoted(reason))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "}}")
}

fn write_arguments(out: &mut dyn Write, schema: &Schema, arguments: &[Argument]) -> fmt::Result {
    if arguments.is_empty() {
        return Ok(());
    }
    if arguments.iter().all(|argument| argument.description.is_none()) {
        let display = |argument: &Argument| format!("{}: {}", argument.name, argument.type_ref.display(schema));
        return write!(out, "({})", arguments.iter().map(display).collect::<Vec<_>>().join(", "));
    }
    writeln!(out, "(")?;
    for argument in arguments {
        write_description(out, argument.description.as_deref(), "    ")?;
        writeln!(out, "    {}: {}", argument.name, argument.type_ref.display(schema))?;
    }
    write!(out, "  )")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_survive_in_either_form() {
        let texts = [
            ("plain", true),
            ("with \"quotes\", \\ and \"\"\" three", true),
            ("ends in a quote\"", true),
            ("ends in a backslash\\", true),
            ("two\n\n  lines, the second indented", true),
            ("é 😀 — ok", true),
            ("\n starts and ends blank \n", false),
            ("  indented", true),
            ("  indented\nmore", true),
            ("  indented\n  more", false),
            ("tab\tinside", true),
            ("a\rb", false),
            ("\"quoted", true),
            ("bell \u{7} and \u{0}", false),
            ("", true),
            (" ", false),
        ];
        for (text, block) in texts {
            for indent in ["", "  ", "    "] {
                let mut out = String::new();
                write_description(&mut out, Some(text), indent).unwrap();
                let literal = out.trim_start_matches(' ').trim_end_matches('\n');
                assert_eq!(literal.starts_with("\"\"\""), block, "{text:?}");
                if block {
                    assert_eq!(block_value(literal), text);
                } else {
                    assert_eq!(::juniper::StringLiteral::Quoted(literal).parse().unwrap(), text);
                }
            }
        }
    }

    #[test]
    fn block_strings_follow_the_specification() {
        let cases = [
            (r#""""""""#, ""),
            ("\"\"\"\n    a\r      b\r\n\n    c\\\"\"\"\n  \"\"\"", "a\n  b\n\nc\"\"\""),
            ("\"\"\" a\n\u{a0} b\"\"\"", " a\n\u{a0} b"),
        ];
        for (literal, value) in cases {
            assert_eq!(block_value(literal), value);
        }
    }
}
