-- Every operator over every kind of type. Row 3 holds NULLs.
CREATE TYPE mood AS ENUM ('sad', 'so-so', 'happy');
CREATE DOMAIN word AS text CHECK (VALUE <> '');
CREATE DOMAIN short_word AS word CHECK (length(VALUE) < 9);
CREATE DOMAIN amount AS numeric(12, 2);
CREATE TABLE thing (
    n int PRIMARY KEY,
    small int2, big int8, number oid, ratio float8, coarse float4, price numeric, cost money, paid amount,
    ok bool, text text, varchar varchar(20), char char(5), name name, letter "char", word short_word, mood mood,
    uuid uuid, at timestamptz, local timestamp, day date, clock time, zoned timetz, span interval,
    bytes bytea, document jsonb, raw json, address inet, bits bit(3), here point,
    numbers int[], words text[], moods mood[], grid int[][]
);
CREATE INDEX ON thing (text text_pattern_ops);
INSERT INTO thing VALUES
(1, -1, 9007199254740993, 4294967295, 0.1, 0.1, 1.50, 12.34, 12.34,
 true, 'Straße', '100%', 'ab', 'Ænima', 'a', 'One', 'sad',
 'a81bc81b-dead-4e5d-abff-90865d1e13b1', '2026-02-03 04:05:06.5+02', '2026-02-03 04:05:06', '2026-02-03', '04:05:06', '04:05:06+02', '1 day',
 '\x00ff', '{"a": [1, 2]}', '{"a": 1}', '10.0.0.1', '101', '(1,2)',
 '{1,2}', '{a,NULL}', '{sad,happy}', '{{1,2},{3,4}}'),
(2, 2, 9007199254740992, 7, 'NaN', 'Infinity', 'NaN', -5, 99,
 false, 'STRASSE a_b\c', '100 %', 'ab c', 'x', 'B', 'two', 'happy',
 '00000000-0000-0000-0000-000000000000', '-infinity', '0044-03-15 00:00:00 BC', 'infinity', '24:00:00', '02:05:06+00', '24 hours',
 '', '[]', '[]', '10.0.0.0/8', '100', '(0,0)',
 '{}', '{}', '{}', '{}');
INSERT INTO thing (n) VALUES (3);
-- Their casts round, or silently take another value.
CREATE TABLE priced (price money PRIMARY KEY, prices money[]);
INSERT INTO priced VALUES (12.34, '{12.34,1}'), (5, NULL);
