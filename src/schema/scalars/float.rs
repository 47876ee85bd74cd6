//! The shortest digits of a number that are read back as the same number, in its own width.

/// Appends a float4: `0.1`, `5`, `1e+16`, and the words `NaN`, `Infinity`, `-Infinity`.
pub fn write4(number: f32, out: &mut Vec<u8>) {
    match not_finite(f64::from(number)) {
        Some(word) => out.extend_from_slice(word),
        None => write_shortest(zmij::Buffer::new().format_finite(number), out),
    }
}

/// Appends a float8, likewise.
pub fn write8(number: f64, out: &mut Vec<u8>) {
    match not_finite(number) {
        Some(word) => out.extend_from_slice(word),
        None => write_shortest(zmij::Buffer::new().format_finite(number), out),
    }
}

fn not_finite(number: f64) -> Option<&'static [u8]> {
    if number.is_nan() {
        Some(b"NaN")
    } else if number.is_infinite() {
        Some(if number > 0.0 { b"Infinity" } else { b"-Infinity" })
    } else {
        None
    }
}

/// `1.0` has a shorter form.
fn write_shortest(digits: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(digits.strip_suffix(".0").unwrap_or(digits).as_bytes());
}
