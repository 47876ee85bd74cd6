//! How values are written of types that have no scalar of their own: a row each, for who wrote one that PostgreSQL does not
//! read.

use crate::catalog::Type;

#[rustfmt::skip]
static EXAMPLES: &[(&str, &str)] = &[
    ("bit", "101"), ("varbit", "101"), ("xml", "<a/>"), ("jsonpath", "$.a[*]"),
    ("inet", "192.0.2.1/24"), ("cidr", "192.0.2.0/24"), ("macaddr", "08:00:2b:01:02:03"), ("macaddr8", "08:00:2b:01:02:03:04:05"),
    ("point", "(1,2)"), ("line", "{1,2,3}"), ("lseg", "[(0,0),(1,1)]"), ("box", "(1,1),(0,0)"), ("path", "[(0,0),(1,1)]"),
    ("polygon", "((0,0),(1,0),(1,1))"), ("circle", "<(0,0),1>"),
    ("tsvector", "'cat':1 'rat':2"), ("tsquery", "'cat' & 'rat'"),
    ("int4range", "[1,10)"), ("int8range", "[1,10)"), ("numrange", "[1.5,2.5)"), ("daterange", "[2026-01-01,2026-02-01)"),
    ("tsrange", "[\"2026-01-01 00:00\",\"2026-01-02 00:00\")"), ("tstzrange", "[\"2026-01-01 00:00+00\",\"2026-01-02 00:00+00\")"),
    ("int4multirange", "{[1,3),[5,10)}"), ("int8multirange", "{[1,3),[5,10)}"), ("nummultirange", "{[1.5,2.5)}"),
    ("datemultirange", "{[2026-01-01,2026-02-01)}"), ("tsmultirange", "{[\"2026-01-01 00:00\",\"2026-01-02 00:00\")}"),
    ("tstzmultirange", "{[\"2026-01-01 00:00+00\",\"2026-01-02 00:00+00\")}"),
    ("tid", "(0,1)"), ("pg_lsn", "16/B374D848"), ("pg_snapshot", "10:20:10,14"), ("txid_snapshot", "10:20:10,14"),
    ("regclass", "pg_class"), ("regtype", "integer"), ("regproc", "now"), ("regprocedure", "now()"), ("regoper", "!~~*"),
    ("regoperator", "+(integer,integer)"), ("regrole", "postgres"), ("regnamespace", "pg_catalog"), ("regcollation", "\"C\""),
    ("regconfig", "english"), ("regdictionary", "simple"),
    // Of extensions.
    ("ltree", "a.b.c"), ("hstore", "a=>1"), ("cube", "(1,2,3)"), ("seg", "1..2"), ("isbn", "0-393-04002-X"), ("ean13", "978-0-393-04002-9"),
    ("geometry", "POINT(1 2)"), ("geography", "POINT(1 2)"), ("vector", "[1,2,3]"), ("semver", "1.2.3"),
];

/// A value of `type_` as it is written.
pub fn example(type_: &Type) -> Option<&'static str> {
    let row = EXAMPLES.iter().find(|(name, _)| *name == type_.name).map(|(_, example)| *example);
    row.or(type_.is_row.then_some("(1,two)"))
}
