//! The arguments of connections (API.md, "Connections").

use super::input::resolve;
use crate::{
    document::{FieldSelection, Value, Variables},
    schema::PageSizes,
};

/// The arguments of a connection that are neither absent nor null, which is the same. A size is a literal where the
/// document has it, else rounded up, so that few shapes serve all variables.
#[derive(Debug, Clone, Default)]
pub(super) struct PageArguments<'a> {
    pub(super) first: Option<SizeArgument<'a>>,
    pub(super) last: Option<SizeArgument<'a>>,
    pub(super) after: Option<&'a Value>,
    pub(super) before: Option<&'a Value>,
    pub(super) offset: Option<&'a Value>,
}

/// `first` or `last`.
#[derive(Debug, Clone)]
pub(super) struct SizeArgument<'a> {
    /// As written.
    pub(super) value: &'a Value,
    /// How many rows the statement asks for: at least the argument.
    pub(super) rounded: u32,
    /// Whether the argument was a literal, so that `rounded` is exact.
    pub(super) exact: bool,
}

impl<'a> PageArguments<'a> {
    /// The arguments of `field`; an error names the argument and says what is wrong.
    pub(super) fn of(
        field: &'a FieldSelection,
        variables: &'a Variables,
        sizes: PageSizes,
    ) -> Result<Self, (&'static str, String)> {
        let argument =
            |name: &str| field.arguments.iter().find(|(other, _)| other.as_str() == name).map(|(_, value)| value);
        let given = |name: &str| {
            let value = argument(name)?;
            resolve(value, variables).filter(|value| **value != Value::Null).map(|_| value)
        };
        let size_of = |name: &'static str| match given(name) {
            None => Ok(None),
            Some(value) => SizeArgument::of(value, variables, sizes).map_err(|message| (name, message)),
        };
        let arguments = Self {
            first: size_of("first")?,
            last: size_of("last")?,
            after: given("after"),
            before: given("before"),
            offset: match given("offset") {
                Some(value) if number(value, variables).map_err(|message| ("offset", message))? != Some(0) => {
                    Some(value)
                }
                _ => None,
            },
        };
        if arguments.offset.is_some() && arguments.last.is_some() {
            return Err(("offset", "it goes with `first` only, not with `last`".to_owned()));
        }
        Ok(arguments)
    }
}

impl<'a> SizeArgument<'a> {
    fn of(value: &'a Value, variables: &Variables, sizes: PageSizes) -> Result<Option<Self>, String> {
        let exact = !matches!(value, Value::Variable(_));
        Ok(size(value, variables, sizes)?.map(|size| Self {
            value,
            rounded: if exact { size } else { round_up(size) },
            exact,
        }))
    }
}

/// The number of an `Int` argument that must not be negative; `None` if it is absent or null.
pub(super) fn number(value: &Value, variables: &Variables) -> Result<Option<u32>, String> {
    match resolve(value, variables) {
        Some(Value::Integer(text)) if text.starts_with('-') && !text.trim_start_matches(['-', '0']).is_empty() => {
            Err(format!("it must not be negative, but is {text}"))
        }
        Some(Value::Integer(text)) => {
            text.trim_start_matches('-').parse().map(Some).map_err(|_| format!("{text} is not an integer of 32 bits"))
        }
        _ => Ok(None),
    }
}

/// The number of a page size, within the limits.
pub(super) fn size(value: &Value, variables: &Variables, sizes: PageSizes) -> Result<Option<u32>, String> {
    let size = number(value, variables)?;
    match (size, sizes.maximum) {
        (Some(size), Some(maximum)) if size > maximum => {
            Err(format!("at most {maximum} rows are given at once, but {size} were asked for"))
        }
        _ => Ok(size),
    }
}

/// The next number of the series 0, 1, 2, 5, 10, 20, 50, …
pub(super) fn round_up(size: u32) -> u32 {
    let mut decade: u32 = 1;
    loop {
        for step in [1, 2, 5] {
            match decade.checked_mul(step) {
                Some(rounded) if size == 0 || rounded >= size => return if size == 0 { 0 } else { rounded },
                Some(_) => {}
                None => return size,
            }
        }
        match decade.checked_mul(10) {
            Some(next) => decade = next,
            None => return size,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::round_up;

    #[test]
    fn sizes_are_rounded_up_to_few() {
        let rounded = [0, 1, 2, 3, 5, 6, 11, 21, 51, 100, 101, u32::MAX].map(round_up);
        assert_eq!(rounded, [0, 1, 2, 5, 5, 10, 20, 50, 100, 100, 200, u32::MAX]);
    }
}
