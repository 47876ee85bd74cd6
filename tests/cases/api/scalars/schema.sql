-- One column of every type that has a scalar, and some that are served as text.
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN named AS text NOT NULL;
CREATE DOMAIN moment AS timestamptz;
CREATE TYPE pair AS (a int, b text);
CREATE TABLE every (
    id int PRIMARY KEY,
    int2 int2, int4 int4, int8 int8, oid oid, "numeric" numeric, scaled numeric(10, 3), money money, float4 float4, float8 float8, bool bool,
    text text, varchar varchar(5), char char(5), name name, uuid uuid,
    timestamptz timestamptz, "timestamp" timestamp, date date, time time, timetz timetz, "interval" interval,
    json json, jsonb jsonb, bytea bytea,
    positive positive, named named DEFAULT 'named', moment moment,
    inet inet, cidr cidr, macaddr macaddr, bit bit(3), varbit varbit, point point, box box, tsvector tsvector, tsquery tsquery,
    int4range int4range, pair pair, jsonpath jsonpath, pg_lsn pg_lsn, regclass regclass, "quoted char" "char"
);
INSERT INTO every (id) VALUES (1);
INSERT INTO every VALUES (2,
    32767, 2147483647, 9223372036854775807, 4294967295, 123456789012345678901234567890.123456789012345678901234567890, 1.5, 1234.5, 3.4028235e38, 1.7976931348623157e308, true,
    E'line\nü"\\\t\u0001😀', 'var', 'ch', 'name', 'A81BC81B-DEAD-4E5D-ABFF-90865D1E13B1',
    '2025-03-01 12:34:56.789+02', '2025-03-01 12:34:56', '2025-03-01', '12:34:56.000001', '12:34:56+02:00', '1 year 2 months 3 days -04:05:06.789',
    ' {"b" : [1, 2.50, null],  "a": "x"} ', '{"b": 1, "a": [1.50, {"c": null}]}', '\x00ff10',
    5, 'a name', '2025-03-01 00:00:00+00',
    '192.168.0.1/24', '10.0.0.0/8', '08:00:2b:01:02:03', '101', '10101', '(1,2)', '(2,2),(1,1)', 'a fat cat', 'fat & cat',
    '[1,5)', '(1,"x y")', '$.a[*] ? (@ > 1)', '16/B374D848', 'pg_class', 'c');
INSERT INTO every (id, int2, int4, int8, oid, "numeric", scaled, money, float4, float8, bool, text, uuid, timestamptz, "timestamp", date, time, timetz, "interval", json, jsonb, bytea)
VALUES (3, -32768, -2147483648, -9223372036854775808, 0, 'NaN', -0.001, -92233720368547758.08, -1.17549435e-38, 5e-324, false, '', '00000000-0000-0000-0000-000000000000',
    'infinity', '-infinity', 'infinity', '24:00:00', '00:00:00-01:02:03', '0', 'null', 'null', ''),
 (4, 0, 0, 0, 1, 'Infinity', 0, 0, 'NaN', 'infinity', NULL, ' ', NULL,
    '0001-12-31 23:59:59.999999+00 BC', '294276-12-31 23:59:59.999999', '4713-01-01 BC', '00:00:00', '23:59:59.999999+15:59', '-1 years -2 mons 25:00:00', '"text"', '[]', '\xff'),
 (5, 1, 1, 1, 2, '-Infinity', 100, 0.01, '-infinity', '-infinity', NULL, '\u0000 is not here', NULL,
    '-infinity', 'infinity', '5874897-12-31', '04:05:06.789', '00:00:00+00', '178000000 years', '1e400', '1e400', NULL),
 (6, 1, 1, 1, 2, 1e-16383, 0.5, 0, 0.1, 0.1, NULL, NULL, NULL,
    '9999-12-31 23:59:59+00', '10000-01-01', '0044-03-15 BC', NULL, NULL, '1.5 seconds', '[1,2]', NULL, NULL) ON CONFLICT DO NOTHING;
