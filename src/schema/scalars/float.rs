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

/// Appends a float4 as PostgreSQL's cast to text does: `0.1`, `5`, `1e+06`.
pub fn write_text4(number: f32, out: &mut Vec<u8>) {
    match not_finite(f64::from(number)) {
        Some(word) => out.extend_from_slice(word),
        None => write_as_postgres(zmij::Buffer::new().format_finite(number), 6, out),
    }
}

/// Appends a float8, likewise: `1e+15`.
pub fn write_text8(number: f64, out: &mut Vec<u8>) {
    match not_finite(number) {
        Some(word) => out.extend_from_slice(word),
        None => write_as_postgres(zmij::Buffer::new().format_finite(number), 15, out),
    }
}

/// The same digits, with an exponent where PostgreSQL writes one: below 0.0001, and from `1e<longest>` on.
fn write_as_postgres(shortest: &str, longest: i32, out: &mut Vec<u8>) {
    let (sign, magnitude) = shortest.strip_prefix('-').map_or(("", shortest), |rest| ("-", rest));
    let (mantissa, exponent) = magnitude.split_once('e').unwrap_or((magnitude, "0"));
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{integer}{fraction}");
    let leading_zeros = all.len() - all.trim_start_matches('0').len();
    let digits = all.trim_matches('0');
    // The power of ten of the first digit.
    let power = exponent.parse().unwrap_or(0) + as_i32(integer.len()) - 1 - as_i32(leading_zeros);
    let text = match digits.split_at_checked(1) {
        None => "0".to_owned(),
        Some((first, rest)) if power < -4 || power >= longest => {
            let point = if rest.is_empty() { "" } else { "." };
            format!("{first}{point}{rest}e{}{:02}", if power < 0 { '-' } else { '+' }, power.abs())
        }
        Some(_) if power < 0 => format!("0.{}{digits}", "0".repeat(power.unsigned_abs() as usize - 1)),
        Some(_) => {
            let before = power.unsigned_abs() as usize + 1;
            match digits.split_at_checked(before) {
                Some((whole, rest)) if !rest.is_empty() => format!("{whole}.{rest}"),
                _ => format!("{digits:0<before$}"),
            }
        }
    };
    out.extend_from_slice(sign.as_bytes());
    out.extend_from_slice(text.as_bytes());
}

/// Texts of numbers are short.
fn as_i32(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What PostgreSQL 15 gives for `CAST(x AS text)`.
    #[test]
    fn texts_are_those_of_postgres() {
        let double: &[(f64, &str)] = &[
            (0.0, "0"),
            (-0.0, "-0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (0.000_012_5, "1.25e-05"),
            (123_456.789, "123456.789"),
            (100_000_000_000_000.0, "100000000000000"),
            (1e15, "1e+15"),
            (1.234e20, "1.234e+20"),
            (5e-324, "5e-324"),
            (1.797_693_134_862_315_7e308, "1.7976931348623157e+308"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
        ];
        for (number, text) in double {
            let mut out = Vec::new();
            write_text8(*number, &mut out);
            assert_eq!(String::from_utf8_lossy(&out), *text);
        }
        let single: &[(f32, &str)] = &[(100_000.0, "100000"), (1e6, "1e+06"), (1.5e-7, "1.5e-07"), (0.1, "0.1")];
        for (number, text) in single {
            let mut out = Vec::new();
            write_text4(*number, &mut out);
            assert_eq!(String::from_utf8_lossy(&out), *text);
        }
    }
}
