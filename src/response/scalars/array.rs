//! PostgreSQL's binary arrays: a header, the length of each dimension, then all elements in row-major order.

use super::{ValueError, split};

/// Writes an element that is not NULL: `write` for its slot, or the mapping of an enum's labels to their names.
pub type WriteElement<'a> = dyn Fn(&[u8], &mut Vec<u8>) -> Result<(), ValueError> + 'a;

/// An element that could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementError {
    /// Where it stands, a position from 0 for each depth.
    pub path: Vec<usize>,
    /// Why it is not there.
    pub error: ValueError,
}

/// Appends the binary array `value` as JSON lists, `depth` of them nested, whatever bounds its subscripts have.
///
/// NULL elements are `null`, and so are those that cannot be written: these are returned, to become field errors. An
/// array without elements has no dimensions in PostgreSQL and is `[]` at any depth. On an error `out` is as it was.
pub fn write_array(
    depth: u32,
    value: &[u8],
    element: &WriteElement<'_>,
    out: &mut Vec<u8>,
) -> Result<Vec<ElementError>, ValueError> {
    let (lengths, elements) = read_header(depth, value)?;
    let start = out.len();
    let mut lists = Lists { rest: elements, element, path: Vec::new(), errors: Vec::new() };
    match lists.write(lengths, out).filter(|()| lists.rest.is_empty()) {
        Some(()) => Ok(lists.errors),
        None => {
            out.truncate(start);
            Err(ValueError::MalformedArray)
        }
    }
}

/// The length and the lower bound of each dimension, and the bytes of the elements.
///
/// There are never more elements than bytes for them, so that a forged length cannot fill the memory.
fn read_header(depth: u32, value: &[u8]) -> Result<(&[[u8; 8]], &[u8]), ValueError> {
    const HEADER: usize = 12;
    const MALFORMED: ValueError = ValueError::MalformedArray;
    let (dimensions, _) = split::<4>(value).ok_or(MALFORMED)?;
    let found = u32::from_be_bytes(dimensions);
    let (_, rest) = value.split_at_checked(HEADER).ok_or(MALFORMED)?;
    if found == 0 {
        return if rest.is_empty() { Ok((&[], rest)) } else { Err(MALFORMED) };
    }
    if found != depth {
        return Err(ValueError::Depth { declared: depth, found });
    }
    let bytes = usize::try_from(found).ok().and_then(|found| found.checked_mul(8)).ok_or(MALFORMED)?;
    let (lengths, elements) = rest.split_at_checked(bytes).ok_or(MALFORMED)?;
    let (lengths, _) = lengths.as_chunks::<8>();
    let count = lengths.iter().try_fold(1_usize, |count, dimension| count.checked_mul(length(dimension)));
    match count {
        Some(count) if count > 0 && count <= elements.len() / 4 => Ok((lengths, elements)),
        _ => Err(MALFORMED),
    }
}

fn length(dimension: &[u8; 8]) -> usize {
    let [a, b, c, d, ..] = *dimension;
    usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX)
}

/// What is not yet written of an array.
struct Lists<'a> {
    rest: &'a [u8],
    element: &'a WriteElement<'a>,
    /// The position in each list that is open.
    path: Vec<usize>,
    errors: Vec<ElementError>,
}

impl Lists<'_> {
    /// Writes a list of the first of `lengths`, of lists of the others. `None` if the bytes end before.
    fn write(&mut self, lengths: &[[u8; 8]], out: &mut Vec<u8>) -> Option<()> {
        out.push(b'[');
        if let Some((first, others)) = lengths.split_first() {
            for position in 0..length(first) {
                if position > 0 {
                    out.push(b',');
                }
                self.path.push(position);
                if others.is_empty() {
                    self.write_element(out)?;
                } else {
                    self.write(others, out)?;
                }
                self.path.pop();
            }
        }
        out.push(b']');
        Some(())
    }

    fn write_element(&mut self, out: &mut Vec<u8>) -> Option<()> {
        let (length, rest) = split::<4>(self.rest)?;
        let length = i32::from_be_bytes(length);
        if length == -1 {
            out.extend_from_slice(b"null");
            self.rest = rest;
            return Some(());
        }
        let (value, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        self.rest = rest;
        let start = out.len();
        if let Err(error) = (self.element)(value, out) {
            out.truncate(start);
            out.extend_from_slice(b"null");
            self.errors.push(ElementError { path: self.path.clone(), error });
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{response::scalars::write, schema::scalars::Slot};
    use proptest::prelude::*;

    fn binary(dimensions: &[i32], elements: &[Option<&[u8]>]) -> Vec<u8> {
        let mut value = [dimensions.len() as i32, 1, 701].map(i32::to_be_bytes).concat();
        for dimension in dimensions {
            value.extend([*dimension, 7].map(i32::to_be_bytes).concat());
        }
        for element in elements {
            value.extend(element.map_or(-1, |element| element.len() as i32).to_be_bytes());
            value.extend_from_slice(element.unwrap_or_default());
        }
        value
    }

    fn written(slot: Slot, depth: u32, value: &[u8]) -> Result<(String, Vec<ElementError>), ValueError> {
        let mut out = b"x".to_vec();
        let errors = write_array(depth, value, &|value, out| write(slot, value, out), &mut out);
        let text = String::from_utf8(out).unwrap();
        if errors.is_err() {
            assert_eq!(text, "x");
        }
        errors.map(|errors| (text[1..].to_owned(), errors))
    }

    #[test]
    fn lists_are_nested_as_deep_as_declared() {
        let (a, b) = (Some(&b"a"[..]), Some(&b"\"b"[..]));
        for (depth, value, json) in [
            (1, binary(&[], &[]), "[]"),
            (3, binary(&[], &[]), "[]"),
            (1, binary(&[3], &[a, None, b]), r#"["a",null,"\"b"]"#),
            (2, binary(&[2, 2], &[a, a, None, b]), r#"[["a","a"],[null,"\"b"]]"#),
            (3, binary(&[1, 2, 1], &[a, b]), r#"[[["a"],["\"b"]]]"#),
        ] {
            assert_eq!(written(Slot::Text, depth, &value), Ok((json.to_owned(), vec![])));
        }
        let value = binary(&[1, 1], &[a]);
        assert_eq!(written(Slot::Text, 1, &value), Err(ValueError::Depth { declared: 1, found: 2 }));
    }

    #[test]
    fn elements_that_have_no_json_are_null_and_known() {
        let (nan, one) = (f64::NAN.to_be_bytes(), 1.5_f64.to_be_bytes());
        let value = binary(&[2, 2], &[Some(&one), Some(&one), Some(&one), Some(&nan)]);
        let error = ElementError { path: vec![1, 1], error: ValueError::NotFinite };
        assert_eq!(written(Slot::Float8, 2, &value), Ok(("[[1.5,1.5],[1.5,null]]".to_owned(), vec![error])));
    }

    #[test]
    fn malformed_bytes_are_refused() {
        let element = Some(&b"a"[..]);
        let mut longer = binary(&[1], &[element]);
        longer.push(0);
        let mut shorter = binary(&[1], &[element]);
        shorter.pop();
        for value in [
            vec![],
            vec![0; 11],
            vec![0; 13],
            longer,
            shorter,
            binary(&[0], &[]),
            binary(&[2], &[element]),
            binary(&[i32::MAX], &[element]),
            binary(&[-1], &[element]),
        ] {
            assert_eq!(written(Slot::Text, 1, &value), Err(ValueError::MalformedArray), "{value:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_panic(depth in 0..4_u32, rest in prop::collection::vec(prop_oneof![Just(0), Just(1), any::<u8>()], 0..64)) {
            let value = [&depth.to_be_bytes()[..], &rest].concat();
            let _ = written(Slot::Int4, depth, &value);
        }
    }
}
