//! Every representation against PostgreSQL: extreme values out as JSON, back in as arguments, and as texts of keys.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use relata::{
    response::scalars::{ValueError, text, write, write_array},
    schema::scalars::{Literal, REPRESENTATIONS, Representation, Slot, key::is_canonical, representation, scalar},
};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row, ValueRef};

/// Values of a type: as SQL, and the JSON that they are served as.
struct Case {
    type_name: &'static str,
    values: &'static [(&'static str, &'static str)],
}

const CASES: &[Case] = &[
    Case { type_name: "int2", values: &[("-32768", "-32768"), ("32767", "32767"), ("0", "0")] },
    Case { type_name: "int4", values: &[("-2147483648", "-2147483648"), ("2147483647", "2147483647")] },
    Case {
        type_name: "int8",
        values: &[
            ("-9223372036854775808", r#""-9223372036854775808""#),
            ("9223372036854775807", r#""9223372036854775807""#),
            ("9007199254740993", r#""9007199254740993""#),
        ],
    },
    Case { type_name: "oid", values: &[("0", r#""0""#), ("4294967295", r#""4294967295""#)] },
    Case {
        type_name: "numeric",
        values: &[
            ("0", r#""0""#),
            ("-0", r#""0""#),
            ("0.000", r#""0.000""#),
            ("1.50", r#""1.50""#),
            ("-10000.0001", r#""-10000.0001""#),
            ("9999", r#""9999""#),
            ("1e20", r#""100000000000000000000""#),
            ("-0.00001200", r#""-0.00001200""#),
            (
                "12345678901234567890.123456789012345678901234567890",
                r#""12345678901234567890.123456789012345678901234567890""#,
            ),
            ("NaN", r#""NaN""#),
            ("Infinity", r#""Infinity""#),
            ("-Infinity", r#""-Infinity""#),
        ],
    },
    Case {
        type_name: "money",
        values: &[
            ("12.34", r#""12.34""#),
            ("-92233720368547758.08", r#""-92233720368547758.08""#),
            ("92233720368547758.07", r#""92233720368547758.07""#),
        ],
    },
    Case {
        type_name: "float4",
        values: &[
            ("0.1", "0.1"),
            ("5", "5"),
            ("-0", "-0"),
            ("1e-45", "1e-45"),
            ("1.1754944e-38", "1.1754944e-38"),
            ("3.4028235e38", "3.4028235e+38"),
            ("-3.4028235e38", "-3.4028235e+38"),
            ("16777216", "16777216"),
            ("1.00000017881393432617187499", "1.0000001"),
        ],
    },
    Case {
        type_name: "float8",
        values: &[
            ("0.1", "0.1"),
            ("5", "5"),
            ("-0", "-0"),
            ("5e-324", "5e-324"),
            ("2.2250738585072014e-308", "2.2250738585072014e-308"),
            ("1.7976931348623157e308", "1.7976931348623157e+308"),
            ("1e15", "1000000000000000"),
            ("1e16", "1e+16"),
            ("0.30000000000000004", "0.30000000000000004"),
        ],
    },
    Case { type_name: "bool", values: &[("true", "true"), ("false", "false")] },
    Case {
        type_name: "text",
        values: &[
            ("", r#""""#),
            ("Sigur Rós – 残響 🎵", r#""Sigur Rós – 残響 🎵""#),
            ("a\"b\\c\n\t\u{1}\u{7f}", "\"a\\\"b\\\\c\\n\\t\\u0001\u{7f}\""),
            ("e\u{301}\u{2028}\u{feff}", "\"e\u{301}\u{2028}\u{feff}\""),
            ("NULL", r#""NULL""#),
        ],
    },
    Case { type_name: "varchar", values: &[("x ", r#""x ""#)] },
    Case { type_name: "name", values: &[("Table \"x\"", r#""Table \"x\"""#)] },
    Case { type_name: "char", values: &[("x", r#""x""#), ("", r#""""#)] },
    Case { type_name: "xml", values: &[("<a b=\"c\">ü</a>", r#""<a b=\"c\">ü</a>""#)] },
    Case { type_name: "inet", values: &[("10.1.2.3/8", r#""10.1.2.3/8""#)] },
    Case { type_name: "int4range", values: &[("[1,5]", r#""[1,6)""#)] },
    Case { type_name: "bpchar", values: &[("ab  ", r#""ab  ""#), ("", r#""""#)] },
    Case {
        type_name: "uuid",
        values: &[
            ("A81BC81B-DEAD-4E5D-ABFF-90865D1E13B1", r#""a81bc81b-dead-4e5d-abff-90865d1e13b1""#),
            ("00000000000000000000000000000000", r#""00000000-0000-0000-0000-000000000000""#),
        ],
    },
    Case {
        type_name: "timestamptz",
        values: &[
            ("2026-02-03 04:05:06.5+02", r#""2026-02-03T02:05:06.5Z""#),
            ("1999-12-31 23:59:59.999999+00", r#""1999-12-31T23:59:59.999999Z""#),
            ("1970-01-01 00:00:00.000001+00", r#""1970-01-01T00:00:00.000001Z""#),
            ("4714-11-24 00:00:00+00 BC", r#""-004713-11-24T00:00:00Z""#),
            ("294276-12-31 23:59:59.999999+00", r#""+294276-12-31T23:59:59.999999Z""#),
            ("0044-03-15 12:00:00+00 BC", r#""-000043-03-15T12:00:00Z""#),
            ("0001-12-31 00:00:00+00 BC", r#""0000-12-31T00:00:00Z""#),
            ("infinity", r#""infinity""#),
            ("-infinity", r#""-infinity""#),
        ],
    },
    Case {
        type_name: "timestamp",
        values: &[
            ("2026-02-03 04:05:06", r#""2026-02-03T04:05:06""#),
            ("2000-02-29 24:00:00", r#""2000-03-01T00:00:00""#),
            ("4714-11-24 00:00:00 BC", r#""-004713-11-24T00:00:00""#),
            ("294276-12-31 23:59:59.999999", r#""+294276-12-31T23:59:59.999999""#),
            ("9999-12-31 23:59:59.9", r#""9999-12-31T23:59:59.9""#),
            ("10000-01-01 00:00:00", r#""+010000-01-01T00:00:00""#),
            ("0001-02-29 00:00:00 BC", r#""0000-02-29T00:00:00""#),
            ("-infinity", r#""-infinity""#),
        ],
    },
    Case {
        type_name: "date",
        values: &[
            ("2026-02-03", r#""2026-02-03""#),
            ("4714-11-24 BC", r#""-004713-11-24""#),
            ("4713-01-01 BC", r#""-004712-01-01""#),
            ("0001-01-01", r#""0001-01-01""#),
            ("0044-03-15 BC", r#""-000043-03-15""#),
            ("12345-01-01", r#""+012345-01-01""#),
            ("5874897-12-31", r#""+5874897-12-31""#),
            ("infinity", r#""infinity""#),
            ("-infinity", r#""-infinity""#),
        ],
    },
    Case {
        type_name: "time",
        values: &[
            ("00:00:00", r#""00:00:00""#),
            ("24:00:00", r#""24:00:00""#),
            ("23:59:59.999999", r#""23:59:59.999999""#),
            ("04:05:06.5", r#""04:05:06.5""#),
        ],
    },
    Case {
        type_name: "timetz",
        values: &[
            ("24:00:00-15:59:59", r#""24:00:00-15:59:59""#),
            ("00:00:00+15:59:59", r#""00:00:00+15:59:59""#),
            ("04:05:06.5+02:00", r#""04:05:06.5+02:00""#),
            ("04:05:06-00:30", r#""04:05:06-00:30""#),
            ("04:05:06-01:02:03", r#""04:05:06-01:02:03""#),
            ("04:05:06+00", r#""04:05:06Z""#),
        ],
    },
    Case {
        type_name: "interval",
        values: &[
            ("0", r#""PT0S""#),
            ("10 mons 3 days -04:05:06.789", r#""P10M3DT-4H-5M-6.789S""#),
            ("-1 years -2 mons +3 days 00:00:00.000001", r#""P-1Y-2M3DT0.000001S""#),
            ("-00:00:00.5", r#""PT-0.5S""#),
            ("36:00:00", r#""PT36H""#),
            ("2147483647 mons", r#""P178956970Y7M""#),
            ("-2147483648 mons", r#""P-178956970Y-8M""#),
            ("2147483647 days", r#""P2147483647D""#),
            ("-2147483648 days", r#""P-2147483648D""#),
            ("2562047788:00:54.775807", r#""PT2562047788H54.775807S""#),
            ("PT-2562047788H-54.775808S", r#""PT-2562047788H-54.775808S""#),
        ],
    },
    Case {
        type_name: "json",
        values: &[
            ("{\"a\": 1.50,\n \"a\": [null, \"\\u0000ü\"]}", "{\"a\": 1.50,\n \"a\": [null, \"\\u0000ü\"]}"),
            ("1e400", "1e400"),
            ("null", "null"),
            (r#""x""#, r#""x""#),
        ],
    },
    Case {
        type_name: "jsonb",
        values: &[
            (r#"{"b": 1.50, "a": [null, true, "ü\n"]}"#, r#"{"a": [null, true, "ü\n"], "b": 1.50}"#),
            ("12345678901234567890.0", "12345678901234567890.0"),
            ("null", "null"),
            ("[]", "[]"),
        ],
    },
    Case {
        type_name: "bytea",
        values: &[("\\x", r#""""#), ("\\x00fffe6869", r#""AP/+aGk=""#), ("\\xfb", r#""+w==""#)],
    },
];

/// Settings that change how PostgreSQL reads and writes dates, but must not change what we bind.
const SETTINGS: &[&str] = &[
    "SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'iso_8601'; SET TimeZone = 'UTC'",
    "SET DateStyle = 'SQL, DMY'; SET IntervalStyle = 'sql_standard'; SET TimeZone = 'Asia/Kolkata'",
    "SET DateStyle = 'German, DMY'; SET IntervalStyle = 'postgres_verbose'; SET TimeZone = 'America/St_Johns'",
];

/// A connection, and the database that it is open to.
struct Database(PgConnection, #[expect(dead_code, reason = "dropped with the connection")] support::TestDatabase);

impl Database {
    async fn connect() -> Self {
        let server = support::database(&[]);
        let mut database = Self(PgConnection::connect(&server.url()).await.unwrap(), server);
        database.set(SETTINGS[0]).await;
        database
    }

    async fn set(&mut self, settings: &'static str) {
        sqlx::raw_sql(settings).execute(&mut self.0).await.unwrap();
    }

    /// The binary value of `expression`, in which `$1` is `parameter`; `None` is NULL.
    async fn value(&mut self, expression: &str, parameter: &str) -> Result<Option<Vec<u8>>, sqlx::Error> {
        let sql = format!("SELECT {expression} FROM (SELECT CAST($1 AS pg_catalog.text)) unused");
        let row = sqlx::query(AssertSqlSafe(sql)).bind(parameter).fetch_one(&mut self.0).await?;
        let value = row.try_get_raw(0)?;
        Ok(if value.is_null() { None } else { Some(value.as_bytes().unwrap().to_vec()) })
    }

    async fn bytes(&mut self, expression: &str, parameter: &str) -> Vec<u8> {
        let value = self.value(expression, parameter).await;
        value.unwrap_or_else(|error| panic!("{expression} of {parameter:?}: {error}")).unwrap()
    }
}

fn json(slot: Slot, value: &[u8]) -> Result<String, ValueError> {
    let mut out = Vec::new();
    write(slot, value, &mut out).map(|()| String::from_utf8(out).unwrap())
}

/// The text that is bound when a client sends back what it was given.
fn bound(row: &Representation, json: &str) -> String {
    let input = scalar(row.scalar).unwrap().input;
    let value: Value = serde_json::from_str(json).unwrap();
    let literal = match &value {
        _ if row.scalar == "JSON" => Literal::Json(json),
        Value::Bool(value) => Literal::Boolean(*value),
        Value::String(text) => Literal::String(text),
        Value::Number(_) if json.contains(['.', 'e']) => Literal::Float(json),
        Value::Number(_) => Literal::Integer(json),
        other => panic!("{other}"),
    };
    input(literal).unwrap_or_else(|expected| panic!("{json}: expected {}", expected.0))
}

/// `CAST($1 AS pg_catalog.int4)`. Money is read by way of its slot: its own input depends on `lc_monetary`.
fn cast(row: &Representation, type_name: &str) -> String {
    match type_name {
        "money" => format!("CAST(CAST($1 AS pg_catalog.{}) AS pg_catalog.money)", row.slot.type_name()),
        _ => format!("CAST($1 AS pg_catalog.\"{type_name}\")"),
    }
}

#[test]
fn every_representation_has_values() {
    let types = REPRESENTATIONS.iter().flat_map(|row| row.types);
    let missing: Vec<_> = types.filter(|name| !CASES.iter().any(|case| case.type_name == **name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[tokio::test]
async fn values_go_out_and_come_back() {
    let mut database = Database::connect().await;
    for settings in SETTINGS {
        for case in CASES {
            let row = representation("pg_catalog", case.type_name);
            for (sql, expected) in case.values {
                database.set(SETTINGS[0]).await;
                let original = format!("CAST($1 AS pg_catalog.\"{}\")", case.type_name);
                let stored = database.bytes(&original, sql).await;
                let slot = format!("CAST({original} AS pg_catalog.{})", row.slot.type_name());
                let selected = database.bytes(&slot, sql).await;
                assert_eq!(json(row.slot, &selected).as_deref(), Ok(*expected), "{} {sql}", case.type_name);

                database.set(settings).await;
                let read = database.bytes(&cast(row, case.type_name), &bound(row, expected)).await;
                assert_eq!(read, stored, "{} {expected} with {settings}", case.type_name);
            }
        }
    }
}

#[tokio::test]
async fn keys_have_the_text_that_postgresql_gives() {
    let mut database = Database::connect().await;
    for case in CASES {
        let row = representation("pg_catalog", case.type_name);
        for (sql, _) in case.values {
            let slot =
                format!("CAST(CAST($1 AS pg_catalog.\"{}\") AS pg_catalog.{})", case.type_name, row.slot.type_name());
            let selected = database.bytes(&slot, sql).await;
            let key = text(row.slot, &selected).unwrap();
            assert!(is_canonical(row.slot, &key), "{} {key}", case.type_name);
            if !matches!(row.slot, Slot::Float4 | Slot::Float8) {
                let cast = database.bytes(&format!("CAST({slot} AS pg_catalog.text)"), sql).await;
                assert_eq!(key.as_bytes(), cast, "{} {sql}", case.type_name);
            }
            // Comparing is PostgreSQL's business: the text of a char(n) has lost its padding. json cannot be compared.
            if row.slot != Slot::Json {
                let pair = format!("CAST($1 AS pg_catalog.{})", row.slot.type_name());
                let (back, original) = (database.bytes(&pair, &key).await, selected);
                let same = back == original || row.slot == Slot::Bpchar && original.starts_with(&back);
                assert!(same, "{} {sql}", case.type_name);
            }
        }
    }
}

#[tokio::test]
async fn numerics_are_kept_up_to_the_limits_of_postgresql() {
    let mut database = Database::connect().await;
    let row = representation("pg_catalog", "numeric");
    let nines = "9".repeat(131_072);
    let everything = format!("-{nines}.{}", "7".repeat(16_383));
    let smallest = format!("0.{}1", "0".repeat(16_382));
    for (sql, expected) in [
        (nines.as_str(), nines.as_str()),
        (&everything, &everything),
        ("1e-16383", &smallest),
        ("1e131071", &format!("1{}", "0".repeat(131_071))),
    ] {
        let stored = database.bytes("CAST($1 AS pg_catalog.numeric)", sql).await;
        let served = json(row.slot, &stored).unwrap();
        assert!(served == format!("\"{expected}\""), "{sql:.40}");
        assert!(database.bytes("CAST($1 AS pg_catalog.numeric)", &bound(row, &served)).await == stored, "{sql:.40}");
    }
    let input = scalar("BigDecimal").unwrap().input;
    for too_long in ["1e131072", "1e-16384", "0.1e131073", "10e131071"] {
        let refused = database.value("CAST($1 AS pg_catalog.numeric)", too_long).await.is_err();
        assert_eq!((input(Literal::String(too_long)).is_err(), refused), (true, true), "{too_long}");
    }
    for longest in ["0.1e131072", "0.0000001e131078", "10e-16383", "1.0e-16382", "0e131072", "0.00e5", "000001.50E+2"] {
        let text = input(Literal::String(longest)).unwrap();
        database.bytes("CAST($1 AS pg_catalog.numeric)", &text).await;
    }
}

/// Whatever is accepted, PostgreSQL accepts, and the other way round at the edges.
#[tokio::test]
async fn the_edges_of_time_are_those_of_postgresql() {
    let mut database = Database::connect().await;
    for (scalar_name, type_name, inside, outside) in [
        ("Date", "date", "-004713-11-24", ("-004713-11-23", "4714-11-23 BC")),
        ("Date", "date", "+5874897-12-31", ("+5874898-01-01", "5874898-01-01")),
        (
            "LocalDateTime",
            "timestamp",
            "-004713-11-24T00:00:00",
            ("-004713-11-23T23:59:59.999999", "4714-11-23 23:59:59.999999 BC"),
        ),
        (
            "LocalDateTime",
            "timestamp",
            "+294276-12-31T23:59:59.999999",
            ("+294277-01-01T00:00:00", "294277-01-01 00:00:00"),
        ),
        (
            "DateTime",
            "timestamptz",
            "-004713-11-23T08:00:01-15:59:59",
            ("-004713-11-23T08:00:00-15:59:59", "4714-11-23 08:00:00-15:59:59 BC"),
        ),
        (
            "DateTime",
            "timestamptz",
            "+294277-01-01T15:59:58.999999+15:59:59",
            ("+294277-01-01T15:59:59+15:59:59", "294277-01-01 15:59:59+15:59:59"),
        ),
        ("OffsetTime", "timetz", "00:00:00+15:59:59", ("00:00:00+16:00:00", "00:00:00+16:00:00")),
        ("LocalTime", "time", "24:00:00.000000", ("24:00:00.000001", "24:00:00.000001")),
    ] {
        let input = scalar(scalar_name).unwrap().input;
        let cast = format!("CAST($1 AS pg_catalog.{type_name})");
        database.bytes(&cast, &input(Literal::String(inside)).unwrap()).await;
        assert!(input(Literal::String(outside.0)).is_err(), "{}", outside.0);
        assert!(database.value(&cast, outside.1).await.is_err(), "{}", outside.1);
    }
}

#[tokio::test]
async fn values_that_json_lacks_are_errors() {
    let mut database = Database::connect().await;
    for (type_name, sql) in [("float4", "NaN"), ("float4", "Infinity"), ("float8", "NaN"), ("float8", "-Infinity")] {
        let row = representation("pg_catalog", type_name);
        let value = database.bytes(&format!("CAST($1 AS pg_catalog.{type_name})"), sql).await;
        assert_eq!(json(row.slot, &value), Err(ValueError::NotFinite));
        assert_eq!(text(row.slot, &value).as_deref(), Ok(sql));
    }
}

#[tokio::test]
async fn arrays_are_lists_of_the_declared_depth() {
    let mut database = Database::connect().await;
    for (type_name, sql, depth, expected) in [
        ("int4", "{}", 1, "[]"),
        ("int4", "{}", 3, "[]"),
        ("int4", "{1,NULL,3}", 1, "[1,null,3]"),
        ("int4", "[5:7]={1,2,3}", 1, "[1,2,3]"),
        ("int4", "[-2:-1][3:4]={{1,2},{3,NULL}}", 2, "[[1,2],[3,null]]"),
        ("int8", "{{{1},{2}}}", 3, r#"[[["1"],["2"]]]"#),
        ("text", r#"{"a\"b\\c",NULL,"NULL","","{"}"#, 1, r#"["a\"b\\c",null,"NULL","","{"]"#),
        ("bool", "{t,f}", 1, "[true,false]"),
        ("date", "{2026-02-03,infinity}", 1, r#"["2026-02-03","infinity"]"#),
        ("jsonb", r#"{"{\"a\": [1]}","null",NULL}"#, 1, r#"[{"a": [1]},null,null]"#),
        ("bytea", r#"{"\\x00ff"}"#, 1, r#"["AP8="]"#),
        ("int4", "{{{{{{1}}}}}}", 6, "[[[[[[1]]]]]]"),
    ] {
        let row = representation("pg_catalog", type_name);
        let value = database.bytes(&format!("CAST($1 AS pg_catalog.{type_name}[])"), sql).await;
        let mut out = Vec::new();
        let errors = write_array(depth, &value, &|value, out| write(row.slot, value, out), &mut out);
        assert_eq!((errors, String::from_utf8(out).unwrap().as_str()), (Ok(vec![]), expected), "{sql}");
        let other = write_array(depth + 1, &value, &|value, out| write(row.slot, value, out), &mut Vec::new());
        if expected != "[]" {
            assert_eq!(other, Err(ValueError::Depth { declared: depth + 1, found: depth }));
        }
    }
}

#[tokio::test]
async fn floats_are_the_shortest_that_postgresql_reads_back() {
    let mut database = Database::connect().await;
    // Multiplying by an odd number walks through all kinds of bit patterns.
    let mut bits = 0x9E37_79B9_7F4A_7C15_u64;
    for _ in 0..300 {
        bits = bits.wrapping_mul(0xD129_0D3B_26F7_2A45).wrapping_add(1);
        let (double, single) = (f64::from_bits(bits), f32::from_bits((bits >> 32) as u32));
        for (slot, value) in
            [(Slot::Float8, double.to_be_bytes().to_vec()), (Slot::Float4, single.to_be_bytes().to_vec())]
        {
            let key = text(slot, &value).unwrap();
            assert!(is_canonical(slot, &key), "{key}");
            let read = database.bytes(&format!("CAST($1 AS pg_catalog.{})", slot.type_name()), &key).await;
            assert!(read == value || key == "NaN", "{key}");
        }
    }
}
