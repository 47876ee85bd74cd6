//! Binary values and their JSON and key texts, worked out by hand.

use super::*;
use proptest::prelude::*;
use std::borrow::Cow;

const SLOTS: [Slot; 18] = [
    Slot::Int4,
    Slot::Int8,
    Slot::Numeric,
    Slot::Float4,
    Slot::Float8,
    Slot::Bool,
    Slot::Text,
    Slot::Bpchar,
    Slot::Uuid,
    Slot::TimestampTz,
    Slot::Timestamp,
    Slot::Date,
    Slot::Time,
    Slot::TimeTz,
    Slot::Interval,
    Slot::Json,
    Slot::Jsonb,
    Slot::Bytea,
];

fn json(slot: Slot, value: &[u8]) -> Result<String, ValueError> {
    let mut out = b"before".to_vec();
    let written = write(slot, value, &mut out);
    let text = String::from_utf8(out).unwrap();
    let text = text.strip_prefix("before").unwrap().to_owned();
    match written {
        Ok(()) => Ok(text),
        Err(error) => {
            assert_eq!(text, "", "an error leaves nothing behind");
            Err(error)
        }
    }
}

fn time_tz(microseconds: i64, west: i32) -> Vec<u8> {
    [&microseconds.to_be_bytes()[..], &west.to_be_bytes()].concat()
}

#[test]
fn values_have_a_json_and_a_key_text() {
    let bytes = |value: &'static [u8]| Cow::Borrowed(value);
    let int8 = |value: i64| Cow::Owned(value.to_be_bytes().to_vec());
    let int4 = |value: i32| Cow::Owned(value.to_be_bytes().to_vec());
    let known: Vec<(Slot, Cow<'_, [u8]>, &str, &str)> = vec![
        (Slot::Int4, int4(i32::MIN), "-2147483648", "-2147483648"),
        (Slot::Int8, int8(i64::MIN), "\"-9223372036854775808\"", "-9223372036854775808"),
        (Slot::Bool, bytes(b"\x01"), "true", "true"),
        (Slot::Bool, bytes(b"\x00"), "false", "false"),
        (Slot::Text, bytes(b"a\"\n"), "\"a\\\"\\n\"", "a\"\n"),
        (Slot::Bpchar, bytes(b"ab  "), "\"ab  \"", "ab"),
        (Slot::Bpchar, bytes(b"  "), "\"  \"", ""),
        (Slot::Numeric, bytes(b"\0\x01\0\0\x40\0\0\x02\0\x07"), "\"-7.00\"", "-7.00"),
        (Slot::Json, bytes(b"{\"a\": 1.50,\n \"a\": 2}"), "{\"a\": 1.50,\n \"a\": 2}", "{\"a\": 1.50,\n \"a\": 2}"),
        (Slot::Jsonb, bytes(b"\x01{\"a\": null}"), "{\"a\": null}", "{\"a\": null}"),
        (Slot::Bytea, bytes(b""), "\"\"", "\\x"),
        (Slot::Bytea, bytes(b"\x00\xff\xfehi"), "\"AP/+aGk=\"", "\\x00fffe6869"),
        (
            Slot::Uuid,
            bytes(&[0xa8, 0x1b, 0xc8, 0x1b, 0xde, 0xad, 0x4e, 0x5d, 0xab, 0xff, 0x90, 0x86, 0x5d, 0x1e, 0x13, 0xb1]),
            "\"a81bc81b-dead-4e5d-abff-90865d1e13b1\"",
            "a81bc81b-dead-4e5d-abff-90865d1e13b1",
        ),
        (Slot::TimestampTz, int8(0), "\"2000-01-01T00:00:00Z\"", "2000-01-01 00:00:00+00"),
        (Slot::TimestampTz, int8(-1), "\"1999-12-31T23:59:59.999999Z\"", "1999-12-31 23:59:59.999999+00"),
        (Slot::TimestampTz, int8(i64::MAX), "\"infinity\"", "infinity"),
        (Slot::Timestamp, int8(86_400_500_000), "\"2000-01-02T00:00:00.5\"", "2000-01-02 00:00:00.5"),
        (Slot::Timestamp, int8(i64::MIN), "\"-infinity\"", "-infinity"),
        (Slot::TimestampTz, int8(-211_813_488_000_000_000), "\"-004713-11-24T00:00:00Z\"", "4714-11-24 00:00:00+00 BC"),
        (Slot::Timestamp, int8(-63_082_281_600_000_000), "\"0001-01-01T00:00:00\"", "0001-01-01 00:00:00"),
        (
            Slot::Timestamp,
            int8(-63_082_281_600_000_001),
            "\"0000-12-31T23:59:59.999999\"",
            "0001-12-31 23:59:59.999999 BC",
        ),
        (Slot::Date, int4(i32::MIN), "\"-infinity\"", "-infinity"),
        (Slot::Date, int4(2_921_940), "\"+010000-01-01\"", "10000-01-01"),
        (Slot::Time, int8(86_400_000_000), "\"24:00:00\"", "24:00:00"),
        (Slot::Time, int8(14_706_000_100), "\"04:05:06.0001\"", "04:05:06.0001"),
        (Slot::TimeTz, time_tz(0, 0).into(), "\"00:00:00Z\"", "00:00:00+00"),
        (Slot::TimeTz, time_tz(1, -7200).into(), "\"00:00:00.000001+02:00\"", "00:00:00.000001+02"),
        (Slot::TimeTz, time_tz(0, 3723).into(), "\"00:00:00-01:02:03\"", "00:00:00-01:02:03"),
        (Slot::Interval, bytes(&[0; 16]), "\"PT0S\"", "PT0S"),
        (
            Slot::Interval,
            bytes(b"\0\0\0\0\0\0\0\x01\xff\xff\xff\xff\0\0\0\x0d"),
            "\"P1Y1M-1DT0.000001S\"",
            "P1Y1M-1DT0.000001S",
        ),
    ];
    for (slot, value, expected, key) in known {
        assert_eq!(json(slot, &value).as_deref(), Ok(expected), "{slot:?}");
        assert_eq!(text(slot, &value).as_deref(), Ok(key), "{slot:?}");
    }
}

#[test]
fn floats_are_shortest_in_their_own_width() {
    for (number, expected) in
        [(0.1_f32, "0.1"), (5.0, "5"), (-0.0, "-0"), (1e-45, "1e-45"), (f32::MAX, "3.4028235e+38")]
    {
        assert_eq!(json(Slot::Float4, &number.to_be_bytes()).as_deref(), Ok(expected));
    }
    for (number, expected) in
        [(0.1_f64, "0.1"), (1e300, "1e+300"), (5e-324, "5e-324"), (f64::MAX, "1.7976931348623157e+308")]
    {
        assert_eq!(json(Slot::Float8, &number.to_be_bytes()).as_deref(), Ok(expected));
        assert_eq!(text(Slot::Float8, &number.to_be_bytes()).as_deref(), Ok(expected));
    }
    for (number, word) in [(f64::NAN, "NaN"), (f64::INFINITY, "Infinity"), (f64::NEG_INFINITY, "-Infinity")] {
        assert_eq!(json(Slot::Float8, &number.to_be_bytes()), Err(ValueError::NotFinite));
        assert_eq!(text(Slot::Float8, &number.to_be_bytes()).as_deref(), Ok(word));
        assert_eq!(json(Slot::Float4, &(number as f32).to_be_bytes()), Err(ValueError::NotFinite));
        assert_eq!(text(Slot::Float4, &(number as f32).to_be_bytes()).as_deref(), Ok(word));
    }
}

#[test]
fn bytes_of_another_type_are_refused() {
    for slot in SLOTS {
        let anything_goes = matches!(slot, Slot::Text | Slot::Bpchar | Slot::Json | Slot::Bytea);
        if !anything_goes {
            assert_eq!(json(slot, b"\x02\x03\x04"), Err(ValueError::Malformed(slot)));
            assert_eq!(text(slot, b"\x02\x03\x04"), Err(ValueError::Malformed(slot)));
        }
    }
    for slot in [Slot::Text, Slot::Bpchar, Slot::Json] {
        assert_eq!(json(slot, b"\xe4"), Err(ValueError::Encoding));
        assert_eq!(text(slot, b"\xe4"), Err(ValueError::Encoding));
    }
    assert_eq!(json(Slot::Jsonb, b"\x01\xe4"), Err(ValueError::Encoding));
    assert_eq!(json(Slot::Time, &(-1_i64).to_be_bytes()), Err(ValueError::Malformed(Slot::Time)));
    assert_eq!(json(Slot::TimeTz, &time_tz(0, i32::MIN)), Err(ValueError::Malformed(Slot::TimeTz)));
    assert_eq!(json(Slot::TimeTz, &time_tz(0, 57_600)), Err(ValueError::Malformed(Slot::TimeTz)));
}

proptest! {
    #[test]
    fn no_bytes_panic(value in prop::collection::vec(any::<u8>(), 0..24)) {
        for slot in SLOTS {
            let _ = (json(slot, &value), text(slot, &value));
        }
    }

    #[test]
    fn floats_are_read_as_written(bits in any::<u64>()) {
        let (double, single) = (f64::from_bits(bits), f32::from_bits(bits as u32));
        if double.is_finite() {
            let read: f64 = json(Slot::Float8, &double.to_be_bytes()).unwrap().parse().unwrap();
            prop_assert_eq!(read.to_bits(), double.to_bits());
        }
        if single.is_finite() {
            let read: f32 = json(Slot::Float4, &single.to_be_bytes()).unwrap().parse().unwrap();
            prop_assert_eq!(read.to_bits(), single.to_bits());
        }
    }

    #[test]
    fn every_valid_value_is_json(first in any::<i64>(), second in any::<i64>()) {
        let pair = [first.to_be_bytes(), second.to_be_bytes()].concat();
        for (slot, length) in [(Slot::Timestamp, 8), (Slot::Date, 4), (Slot::Interval, 16), (Slot::Uuid, 16), (Slot::Bytea, 9)] {
            let json = json(slot, &pair[..length]).unwrap();
            prop_assert!(serde_json::from_str::<String>(&json).is_ok());
        }
    }
}

proptest! {
    /// Ids and cursors are read by serde_json, and only what it would write itself is accepted.
    #[test]
    fn keys_are_written_as_serde_writes_their_text(
        slot in prop::sample::select(&SLOTS[..]),
        value in prop_oneof![prop::collection::vec(any::<u8>(), 0..20), "\\PC{0,12}[\\x00-\\x1f\"\\\\]?\\PC{0,12}".prop_map(String::into_bytes)],
    ) {
        let mut out = Vec::new();
        let written = write_key(slot, &value, &mut out);
        let expected = text(slot, &value).map(|text| serde_json::Value::from(text).to_string());
        prop_assert_eq!(written.map(|()| String::from_utf8(out).unwrap()), expected);
    }
}
