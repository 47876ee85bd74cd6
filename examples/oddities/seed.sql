-- The same rows on every run: nothing here is random or depends on the day.
SET TIME ZONE 'UTC';
SET standard_conforming_strings = on;

-- ---------------------------------------------------------------------------------------------------------------------
-- Reserved words and names that meet
-- ---------------------------------------------------------------------------------------------------------------------

INSERT INTO "select" SELECT n, nullif('where ' || n % 4, 'where 0'), 'group ' || n % 3, n % 2 = 0 FROM generate_series(1, 12) AS n;
INSERT INTO "user" SELECT n, nullif(100 - n, 97), 'row ' || n % 5, 'user_' || n, 'default' FROM generate_series(1, 10) AS n;
INSERT INTO "order" SELECT n, nullif(n % 11, 0), n % 3, n % 4, 'b' || n % 2, nullif('a' || n % 2, 'a0'), n, -n, 'f', 'o' FROM generate_series(1, 25) AS n;
INSERT INTO "table" SELECT n, 'column ' || n, nullif(n % 13, 0), nullif(n, 4), 1 + n % 25, nullif(1 + n * 7 % 25, 8) FROM generate_series(1, 30) AS n;
INSERT INTO node SELECT n, nullif(n / 2, 0), ARRAY['n' || n, NULL], n % 3, 'c' || n, NULL, n * 10000000000, '__' || n FROM generate_series(1, 20) AS n;
INSERT INTO nodes SELECT nullif(n % 21, 0), nullif(n % 7, 0), CASE WHEN n % 3 > 0 THEN ARRAY['id', n::text] END FROM generate_series(1, 40) AS n;
INSERT INTO edge SELECT a, b, 'cursor ' || a * b % 5, 'node ' || b, md5(a || '-' || b)::uuid FROM generate_series(1, 20) AS a, generate_series(1, 20) AS b WHERE a * b % 3 = 1;
INSERT INTO edges SELECT n, n % 2 FROM generate_series(1, 5) AS n;
INSERT INTO cursor VALUES ('', NULL), ('WyJhIl0', ''), ('a', 'a'), ('null', 'a');
INSERT INTO page_info SELECT n, n > 1, n < 3, 's' || n, NULL FROM generate_series(1, 3) AS n;
INSERT INTO query VALUES ('{ __typename }', 'm', NULL, 'on'), ('', '', '', ''), ('query', NULL, NULL, 'fragment on Query { a }');
INSERT INTO mutation VALUES (1, true, false, 'null'), (0, NULL, NULL, NULL);
INSERT INTO subscription VALUES ('00000000-0000-0000-0000-000000000000', ''), ('ffffffff-ffff-ffff-ffff-ffffffffffff', NULL), ('01234567-89ab-cdef-0123-456789abcdef', '{ __typename }');
INSERT INTO type VALUES ('type', 'input', 'enum', 'interface', 'union', 'scalar'), ('__Type', NULL, NULL, NULL, NULL, NULL);
INSERT INTO id SELECT n, n + 1, nullif(n + 2, 4) FROM generate_series(1, 4) AS n;
INSERT INTO row_id VALUES (1, 2), (2, 1), (3, NULL);
INSERT INTO "int" VALUES (1, 'one', 1.5, true), (2147483647, '', 1e308, false), (-2147483648, NULL, -0.0, NULL);
INSERT INTO string VALUES ('1', 1, NULL), ('', 2147483647, -2147483648), ('null', NULL, NULL);
INSERT INTO "boolean" VALUES (true, NULL), (false, true);
INSERT INTO "__schema" VALUES (1, '__Schema', '_', '__'), (2, NULL, NULL, NULL);
INSERT INTO _entity VALUES ('_service', '_entities');
INSERT INTO "and" SELECT n, nullif(n % 3, 0), nullif(n % 4, 0), n % 2 = 0, NULL, n FROM generate_series(1, 9) AS n;
INSERT INTO "or" SELECT n, nullif(n % 10, 0), nullif(n / 3, 0) FROM generate_series(1, 12) AS n;
INSERT INTO is_null VALUES (1, 2, 3, 4, 5, 6, 7), (2, NULL, NULL, NULL, NULL, NULL, NULL);

INSERT INTO person SELECT n, CASE n % 10 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'Person ' || n % 37 END FROM generate_series(1, 120) AS n;
INSERT INTO people SELECT n, nullif(n * 7 % 121, 0), 'nation ' || n % 3 FROM generate_series(1, 15) AS n;
INSERT INTO "Person" SELECT n, 'p' || n, 1 + n % 3 FROM generate_series(1, 6) AS n;
INSERT INTO sheep SELECT n, nullif(n / 3, 0), CASE WHEN n % 4 > 0 THEN n * 1.25 END FROM generate_series(1, 20) AS n;
INSERT INTO sheep_list SELECT n, 1 + n % 20 FROM generate_series(1, 25) AS n;
INSERT INTO species VALUES ('sheep', 'series'), ('fish', NULL), ('series', 'species');
INSERT INTO foo_bar SELECT n, n * 2, n * 3, n * 4, n * 5, n * 6, n * 7 FROM generate_series(1, 8) AS n;
INSERT INTO "fooBar" SELECT n, 1 + n % 8, nullif(1 + n % 5, 3), n FROM generate_series(1, 16) AS n;
INSERT INTO "foo bar" SELECT n, 9 - n FROM generate_series(1, 8) AS n;
INSERT INTO foo_bar_by_foo_bar SELECT n, nullif(n % 9, 0) FROM generate_series(1, 9) AS n;
INSERT INTO kettle SELECT n, NULL, n FROM generate_series(1, 10) AS n;
INSERT INTO kettle_connection SELECT n, 1 + n % 7, 220 + n FROM generate_series(1, 20) AS n;
INSERT INTO kettle_edge SELECT n, n % 2 = 0 FROM generate_series(1, 10, 2) AS n;
INSERT INTO kettle_filter SELECT n, n / 8.0, nullif(n, 3) FROM generate_series(1, 5) AS n;
UPDATE kettle SET kettle_filter_id = 1 + id % 5 WHERE id <> 4;
INSERT INTO kettle_order_by SELECT n, 11 - n FROM generate_series(1, 10) AS n;
INSERT INTO kettle_aggregates VALUES (1, 10, 1), (2, NULL, 0);
INSERT INTO stand_by VALUES (1, 1);
INSERT INTO kettle_input VALUES (1, 'a');
INSERT INTO kettle_patch VALUES (1, NULL);
INSERT INTO kettle_payload VALUES (1, '{}');
INSERT INTO kettle_row VALUES (1);
INSERT INTO kettle_connection_row VALUES (1);
INSERT INTO painter SELECT n, n * 2, 'by ' || n, 'p' FROM generate_series(1, 5) AS n;
INSERT INTO painting SELECT n, 1 + n % 5, 'painter ' || n, nullif(n % 6, 0), nullif(n % 4, 0), NULL FROM generate_series(1, 18) AS n;

-- ---------------------------------------------------------------------------------------------------------------------
-- Names that need quotes or escapes
-- ---------------------------------------------------------------------------------------------------------------------

INSERT INTO "we""ird 'quotes'" VALUES (1, 'it''s', '`', '''''', 7), (2, '"', '\', NULL, NULL);
INSERT INTO " lead and trail " VALUES (1, 2, 3, 4), (2, NULL, NULL, NULL);
INSERT INTO "dot.dot" SELECT n % 4, '.' || n, n / 4, n FROM generate_series(1, 14) AS n;
INSERT INTO "per%cent" SELECT n, '%s', '100%', '%%d', nullif(n % 3, 0) FROM generate_series(1, 4) AS n;
INSERT INTO "back\slash" VALUES (1, '\\', '\n', 'A', 'C:\new\table'), (2, NULL, '', E'\n', '\');
INSERT INTO "{brace}" VALUES (1, 2, '{"{}","a,b",NULL,""}', '{a,b}', '{}'), (2, NULL, '{}', '}', '{1,NULL}');
INSERT INTO "dol$lar" VALUES (1, 1, '$1', '$$', '$tag$'), (2, NULL, NULL, NULL, NULL);
INSERT INTO "question?" VALUES (1, '?', ':name', '@var', '$1', '#'), (2, '??', NULL, '', ' ', '-- no comment');
INSERT INTO "new
line" VALUES (1, E'\t', E'\n'), (2, E'\r\n', E'\u2028\u2029');
INSERT INTO "; DROP TABLE students; --" VALUES (1, '''; DROP TABLE students; --', ';');
INSERT INTO "2fa" SELECT n, 'second', '1.5', '1_5', '15', -n FROM generate_series(1, 6) AS n;
INSERT INTO "!" VALUES (1, NULL, '-', '+', '<>'), (2, 1, '-', NULL, '<>'), (3, 1, '!', '+', '');
INSERT INTO "Zweites Schema"."2fa" SELECT generate_series(1, 6, 2);
INSERT INTO "Zweites Schema".node SELECT n, nullif(n % 5, 0) FROM generate_series(1, 12) AS n;
INSERT INTO "Zweites Schema".person SELECT n, nullif(n * 2, 6), 'zwei ' || n FROM generate_series(1, 9) AS n;
INSERT INTO "%"."%" SELECT n, nullif(n % 5, 0) FROM generate_series(1, 9) AS n;

INSERT INTO "Größe" VALUES (1, 2, 'Straße', 'É', 'é', E'e\u0301'), (2, NULL, 'STRASSE', NULL, '', 'e');
INSERT INTO "Ωδή" VALUES (1, 'μῆνιν ἄειδε', 'ΘΕΆ'), (2, 'ς', 'σ');
INSERT INTO "汉字" VALUES ('水', 4, NULL), ('氵', 3, '水'), ('冰', 6, '氵'), ('龘', 48, '龘');
INSERT INTO "🦊" VALUES (1, '👩‍🚀', '🇩🇪', NULL), (2, '👍🏽', '', 1), (3, E'\U0010FFFF', E'\uFEFF', 2);
INSERT INTO "שלום" VALUES (1, 'مرحبا بالعالم', E'\u202Eabc\u202C'), (2, E'\u200F', NULL);
INSERT INTO aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa SELECT n, -n, n * 10, n * 20 FROM generate_series(1, 8) AS n;
INSERT INTO aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab SELECT n, nullif(9 - n, 4) FROM generate_series(1, 8, 2) AS n;

-- ---------------------------------------------------------------------------------------------------------------------
-- Keys of every type
-- ---------------------------------------------------------------------------------------------------------------------

INSERT INTO key_numeric SELECT unnest('{NaN,Infinity,-Infinity,0,1.10,-0.001,1e-30,1e40,12345678901234567890.1234567890,42}'::numeric[]), 'numeric';
INSERT INTO key_bigint SELECT unnest('{0,1,-1,9223372036854775807,-9223372036854775808,9007199254740993,2147483648,42}'::bigint[]), 'bigint';
INSERT INTO key_smallint SELECT unnest('{0,1,-1,32767,-32768}'::smallint[]), 'smallint';
INSERT INTO key_float SELECT unnest('{NaN,Infinity,-Infinity,-0,5e-324,1.7976931348623157e308,0.1,0.30000000000000004,1e15,123456789012345680}'::float8[]), 'float';
INSERT INTO key_timestamptz SELECT unnest('{infinity,-infinity,"0044-03-15 12:00:00+00 BC","4713-01-01 00:00:00+00 BC","0001-01-01 00:00:00+00","1970-01-01 00:00:00+00","2024-02-29 23:59:59.999999+14","2024-12-31 23:59:60-11:30","294276-12-31 23:59:59.999999+00"}'::timestamptz[]), 'timestamptz';
INSERT INTO key_timestamp SELECT unnest('{infinity,-infinity,"0001-12-31 23:59:59.5 BC","0001-01-01 00:00:00","2000-01-01 00:00:00.000001","12345-06-07 08:09:10"}'::timestamp[]), 'timestamp';
INSERT INTO key_date SELECT unnest('{infinity,-infinity,"4713-01-01 BC","0001-01-01 BC","0001-01-01","1582-10-10","2000-02-29","10000-01-01","5874897-12-31"}'::date[]), 'date';
INSERT INTO key_time VALUES ('00:00', '00:00+15:59', 'first'), ('24:00', '24:00-15:59', 'last'), ('23:59:59.999999', '12:34:56.789+01:02:03', NULL), ('12:00', '12:00+00', ''), ('12:00:00.5', '13:00+01', 'not equal to 12:00+00');
INSERT INTO key_interval SELECT unnest('{0,"1 mon","29 days","1 day","-1 day","1 year 2 mons 3 days 04:05:06.789","-178000000 years","00:00:00.000001"}'::interval[]), 'interval';
INSERT INTO key_uuid SELECT unnest('{00000000-0000-0000-0000-000000000000,ffffffff-ffff-ffff-ffff-ffffffffffff,0123abcd-0123-4567-89ab-cdef01234567}'::uuid[]), 'uuid';
INSERT INTO key_text SELECT k, nullif(md5(k), md5('a')), 'text' FROM unnest(ARRAY[
    '', ' ', 'a', 'A', 'B', 'b', 'ä', 'é', E'e\u0301', 'Z', 'zz', 'null', 'NULL', 'undefined', '"', '''', '\', '\\', '/', '%', '_',
    'a%', E'\t', E'\n', E'\r', E'\u0001', E'\u001f', E'\u007f', E'\u0080', E'\u2028', E'\ufeff', E'\uffff', '🙂', E'\U0010FFFF',
    '{}', '[]', '["a"]', ',', '1', '1.0', '01', 'true', '<script>', '&amp;', '${x}', '$1', repeat('long ', 200), repeat('🙂', 300)]) AS k;
INSERT INTO key_loose SELECT unnest('{"",Ab,cd,É,ß,z,Zebra}'::text[]), 'loose';
INSERT INTO key_enum SELECT mood, 'mood ' || mood FROM unnest(enum_range(NULL::mood)) AS mood;
INSERT INTO key_char VALUES ('', 'a', 'empty'), ('ab', ' ', 'two'), ('ab c', NULL, 'four'), ('  x', E'\\', 'blanks first'), ('äöü', '0', 'umlauts');
INSERT INTO key_domain VALUES ('ABC', '1st', 'full'), ('A', 'true', 'short'), ('', NULL, 'empty'), ('ÄÖ', '🙂', 'umlauts');
INSERT INTO key_bytea VALUES ('\x', 'empty'), ('\x00', 'zero'), ('\xff', 'all'), ('\x00ff00', NULL), ('\xdeadbeef', 'text'), (convert_to('Größe', 'UTF8'), 'UTF-8');
INSERT INTO key_bool VALUES (true, 'yes'), (false, 'no');
INSERT INTO key_array VALUES ('{}', 'empty'), ('{1,2}', 'two'), ('{NULL}', 'null'), ('{1}', 'one');
INSERT INTO key_range VALUES ('empty', 'empty'), ('(,)', 'all'), ('[1,5)', 'some'), ('[5,)', 'open');
INSERT INTO key_pair VALUES ('(1,a)', 'one'), ('(2,"a ""b"", c")', 'quotes'), ('(2,)', 'null'), ('(-1,"")', 'empty');
INSERT INTO key_jsonb VALUES ('null', 'null'), ('{}', 'object'), ('[]', 'array'), ('"a"', 'string'), ('1.50', 'number'), ('{"a": [1, {"b": null}]}', 'nested');
INSERT INTO key_inet VALUES ('10.0.0.1'), ('10.0.0.1/8'), ('::1'), ('2001:db8::/32');
INSERT INTO key_money SELECT n::numeric::money, 'money' FROM unnest('{0,0.01,-0.01,92233720368547758.07,12.34}'::numeric[]) AS n;
INSERT INTO key_of_five
SELECT n % 3, (ARRAY['', 'b', 'B', 'ß'])[1 + n % 4], (enum_range(NULL::mood))[1 + n % 5], date '0001-12-31 BC' + n % 2, md5((n / 12)::text)::uuid, 'five ' || n
FROM generate_series(1, 40) AS n;

-- References are spelled otherwise than what they refer to, where PostgreSQL holds the two equal.
INSERT INTO witness (key_numeric_id, key_bigint_id, key_smallint_id, key_timestamptz_id, key_timestamp_id, key_date_id, key_time_id,
    key_interval_id, key_uuid_id, key_text_id, key_loose_id, key_enum_id, key_char_id, key_domain_id, key_bytea_id, key_bool_id,
    key_array_id, key_range_id, key_jsonb_id, key_inet_id, key_money_id) VALUES
    (1.1, 42, 1, '1970-01-01 01:00+01', '0001-01-01', '2000-02-29', '24:00', '24 hours', '0123ABCD-0123-4567-89AB-CDEF01234567', 'a',
     (SELECT k FROM key_loose WHERE k = 'Ab'), 'so-so', 'ab', 'A', '\xFF', true, '{1,2}', '[1,4]', '{"a": [1, {"b": null}]}', '10.0.0.1', 12.34::numeric::money),
    (1.1000, 1, -1, 'infinity', 'infinity', 'infinity', '00:00', '30 days', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '',
     'cd', '', 'ab', 'A', '\x', false, '{}', 'empty', '1.5', '::1', 0::money),
    ('NaN', 0, 32767, '-infinity', '-infinity', '-infinity', '12:00', '0', '00000000-0000-0000-0000-000000000000', '"',
     '', 'true', '', '', '\x00', NULL, '{NULL}', '(,)', 'null', '2001:db8::/32', NULL),
    ('Infinity', NULL, NULL, '0044-03-15 12:00:00+00 BC', NULL, '0001-01-01 BC', NULL, '1 mon', NULL, E'\n', 'ß', '最高', 'äöü', 'ABC', NULL, true, NULL, NULL, '[]', NULL, NULL);
DO $do$ BEGIN
    IF (SELECT collprovider = 'i' FROM pg_collation WHERE collname = 'loose') THEN
        UPDATE witness SET key_loose_id = 'aB' WHERE witness_id = 1;
    END IF;
END $do$;
INSERT INTO witness (key_bool_id, key_numeric_id, c, a, e, b, d)
SELECT note LIKE '%1%', CASE WHEN note LIKE '%2%' THEN 42.000 END, c, a, e, b, d FROM key_of_five ORDER BY c, a, e, b, d;
-- One NULL is enough, and nothing is referred to.
INSERT INTO witness (c, a, e, b, d) SELECT c, 999, e, NULL, d FROM key_of_five ORDER BY c, a, e, b, d LIMIT 3;

-- ---------------------------------------------------------------------------------------------------------------------
-- Values
-- ---------------------------------------------------------------------------------------------------------------------

INSERT INTO extreme DEFAULT VALUES;
INSERT INTO extreme (small, whole, big, tiny, number, scaled, money, single, double, truth) VALUES
    (32767, 2147483647, 9223372036854775807, 'a', 'NaN', 123456789012345.12345, 92233720368547758.07::numeric::money, 'NaN', 'NaN', true),
    (-32768, -2147483648, -9223372036854775808, '', 'Infinity', 'NaN', '-92233720368547758.08'::numeric::money, 'Infinity', '-Infinity', false),
    (0, 0, 0, ' ', '-Infinity', 0, 0::money, -0.0, -0.0, NULL),
    (1, 1, 9007199254740993, '"', ('1' || repeat('0', 300) || '.' || repeat('0', 100) || '1')::numeric, 0.00001, 0.01::numeric::money, 1e-45, 5e-324, true),
    (-1, -1, -9007199254740993, '\', 1.000000, -0.1, '-0.01'::numeric::money, 3.4028235e38, 1.7976931348623157e308, false),
    (7, 7, 7, '7', 1e-100, 1, 1::money, 0.1, 0.1, NULL),
    (7, 7, 7, '7', 10e100, 1.00000, 1::money, 16777216, 9007199254740992, NULL);
INSERT INTO extreme (words, varying, padded, identifier, document, binary_document, bytes) VALUES
    ('', '', '', '', '""', '""', ''),
    (' ', ' ', ' ', ' ', ' null ', 'null', '\x20'),
    ('null', 'NULL', 'undefine', 'nil', '{"a": null, "a": 1}', '{"a": null}', '\x6e756c6c'),
    ('quote " slash / backslash \ end\', '\"', '\\', '''', '"\" \\ \/ \b \f \n \r \t \u00e9"', '"\" \\ \/ \b \f \n \r \t \u00e9"', '\x5c22'),
    (E'\b\f\n\r\t\x01\x1f\x7f', E'\x02', E'\x03', E'\x04', '"\u0001\u001f\u007f"', '"\u0001\u001f\u007f"', '\x00010203'),
    (E'\u0080\u00a0\u2028\u2029\ufeff\ufffe\uffff', E'\u200b', E'\u200d', E'\ufffd', E'"\u2028\u2029"', E'"\u2028\u2029"', '\xc080'),
    (E'é e\u0301 ß ſ ﬁ İ ı Ǆ', 'ǅ', '日本', 'ñ', '{"é": "ß"}', '{"é": "ß"}', '\xff'),
    (E'🙂 👩‍👩‍👧 🇺🇳 \U0001F3F4 \U0010FFFF', '𝕏', '🙂', '🙂', '"\ud83d\ude42"', '"\ud83d\ude42"', '\xf09f9982'),
    (E'مرحبا \u202eabc\u202c שלום', E'\u202e', E'\u200f', E'\u061c', '["مرحبا"]', '["שלום"]', NULL),
    ('{{ template }} ${x} $1 %s %1$s :x ?', '#{x}', '<%= x %>', '<b>', '{"{": "}", "$1": "%s"}', '{"": {"": {"": []}}}', NULL),
    ('</script><!-- --><![CDATA[ ]]>', '&amp;&#39;', '&lt;', 'a;b', '[[[[[[[[[[]]]]]]]]]]', '[[[[[[[[[[]]]]]]]]]]', NULL),
    (repeat('a very long string ', 10000), repeat('x', 40), 'exactly8', repeat('n', 63),
     json_build_array(repeat('"', 1000)), jsonb_build_object(repeat('k', 1000), 1e300), decode(repeat('00ff', 5000), 'hex')),
    (repeat('🙂\"', 3000), repeat('🙂', 40), repeat('ß', 8), repeat('ß', 31), '12345678901234567890', '-1e-300', NULL),
    ('duplicate', 'duplicate', 'dup', 'dup', '1', '1', '\x01'),
    ('duplicate', 'duplicate', 'dup', 'dup', '1', '1.0', '\x01'),
    ('Duplicate', 'DUPLICATE', 'DUP', 'DUP', '1', '1.00', '\x01');
INSERT INTO extreme (moment, local, day, clock, zoned, span) VALUES
    ('infinity', 'infinity', 'infinity', '24:00', '24:00-15:59:59', '178000000 years'),
    ('-infinity', '-infinity', '-infinity', '00:00', '00:00+15:59:59', '-178000000 years'),
    ('4714-11-24 00:00:00+00 BC', '4714-11-24 00:00:00 BC', '4714-11-24 BC', '00:00:00.000001', '00:00:00.000001+00', '00:00:00.000001'),
    ('294276-12-31 23:59:59.999999+00', '294276-12-31 23:59:59.999999', '5874897-12-31', '23:59:59.999999', '23:59:59.999999+05:30', '-00:00:00.000001'),
    ('0001-01-01 00:00:00+00', '0001-12-31 23:59:59 BC', '0001-12-31 BC', '12:00', '12:00+12', '1 mon -1 day 00:00:01'),
    ('1970-01-01 00:00:00+00', '1969-12-31 23:59:59.999999', '1970-01-01', '12:00', '11:00+11', '0'),
    ('2024-02-29 12:00:00.5+00', '10000-01-01 00:00:00', '9999-12-31', '01:02:03.4', '01:02:03.4-00:00:01', '-1 year -2 mons +3 days -04:05:06.7');
INSERT INTO extreme (uuid, bits, more_bits, network, address, place, shape, search, transaction, relation, path) VALUES
    ('00000000-0000-0000-0000-000000000000', B'0000', B'', '0.0.0.0/0', '00:00:00:00:00:00', '(0,-0)', '((0,0),(1,1),(1,0))', '', '0', 'pg_class', '$'),
    ('ffffffff-ffff-ffff-ffff-ffffffffffff', B'1111', B'1', '::ffff:1.2.3.4', 'ff:ff:ff:ff:ff:ff', '(Infinity,1e-300)', NULL, 'a b:1A ''it''''s'':2', '18446744073709551615', 'pg_type', '$.a[*] ? (@ > 1)');

INSERT INTO container DEFAULT VALUES;
INSERT INTO container (numbers, texts, grid, text_grid, cube, moods, good_moods, mood_domain, codes, code_list, chars,
    numerics, moments, documents, uuids, truths, blobs) VALUES
    ('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'),
    ('{NULL}', '{NULL}', '{{NULL}}', '{{NULL}}', '{{{NULL}}}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}',
     '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}', '{NULL}'),
    ('{1,2,2,NULL}', ARRAY['', 'a,b', '{}', '"', '\', 'NULL', NULL, ' '], '{{1,2},{3,NULL}}', ARRAY[['a', '"'], ['\', '{']], '{{{1},{2}},{{3},{4}}}',
     '{so-so,so_so,"so so","",true,"1st","\"","\\"}', '{true,1st}', '{"🙂",最高}', '{ABC,A}', '{A,NULL}', '{a,bc,""}',
     '{NaN,Infinity,1.50,-0.0}', '{infinity,"0044-03-15 00:00:00+00 BC"}', ARRAY['null', '"a"', '{"a": [1]}', NULL]::jsonb[],
     '{00000000-0000-0000-0000-000000000000}', '{t,f,NULL}', ARRAY['\x', '\x00ff']::bytea[]);
INSERT INTO container (pair, pairs, range, moment_range, many_ranges, ranges, mood, other_mood, good_mood, percent, code, short_code, small_number) VALUES
    ('(1,a)', ARRAY[(1, 'a')::pair, NULL, (NULL, '"')::pair], '[1,5)', '(,2024-01-01 00:00+00]', '{[1,3),[5,7)}', '{"[1,2]",empty}', 'so so', 'mild', '1st', '100%', 'AB', 'ABC', 1.5),
    ('(,)', '{}', 'empty', '[-infinity,infinity]', '{}', '{}', '', 'wild', 'true', NULL, '', 'A', -1e6),
    (NULL, NULL, '(,)', 'empty', '{(,)}', '{"(,)"}', 'so-so', NULL, NULL, NULL, NULL, '', NULL);

INSERT INTO computed (side) SELECT n * 0.5 FROM generate_series(1, 12) AS n;
INSERT INTO computed (id, side) OVERRIDING SYSTEM VALUE VALUES (-9223372036854775808, 0), (9223372036854775807, 1e10);

-- ---------------------------------------------------------------------------------------------------------------------
-- Relations
-- ---------------------------------------------------------------------------------------------------------------------

INSERT INTO harbour SELECT n, 'Harbour ' || n, CASE WHEN n % 5 > 0 THEN chr(64 + n) || 'X' END FROM generate_series(1, 24) AS n;
INSERT INTO voyage
SELECT n, 1 + n % 24, 1 + n * n % 24, nullif(n % 9, 0), CASE n % 4 WHEN 1 THEN 'A' WHEN 2 THEN 'BX' END, 'Harbour ' || 1 + n % 20, CASE WHEN n % 2 = 0 THEN 1 + n % 3 END
FROM generate_series(1, 200) AS n WHERE n % 4 <> 1;
INSERT INTO link SELECT n, nullif(n + 1, 61), 'link ' || n FROM generate_series(1, 60) AS n;
INSERT INTO link VALUES (101, 102, 'round'), (102, 103, 'and'), (103, 101, 'round'), (104, 104, 'me, myself'), (105, NULL, NULL);
INSERT INTO hen SELECT n, n FROM generate_series(1, 10) AS n;
INSERT INTO egg SELECT n, 1 + n % 10 FROM generate_series(1, 14) AS n;
INSERT INTO rock SELECT n FROM generate_series(1, 9) AS n;
INSERT INTO paper SELECT n, nullif(1 + n % 9, 5) FROM generate_series(1, 9) AS n;
INSERT INTO scissors SELECT n, nullif(1 + n * 2 % 9, 5) FROM generate_series(1, 9) AS n;
UPDATE rock SET scissors_id = 1 + rock_id * 4 % 9 WHERE rock_id <> 7;

INSERT INTO theatre VALUES ('Globe'), (''), ('Théâtre');
INSERT INTO seat_row SELECT theatre, n FROM theatre, generate_series(-1, 3) AS n;
INSERT INTO seat SELECT theatre, "row", letter FROM seat_row, unnest('{A,b,É,""}'::char(1)[]) AS letter WHERE "row" > 0 OR letter = 'A';
INSERT INTO play SELECT theatre, title FROM theatre, unnest('{Hamlet,"",Ubu}'::text[]) AS title;
INSERT INTO ticket SELECT theatre, title, "row", letter, 10 + "row" * 2.5 FROM seat JOIN play USING (theatre) WHERE letter <> 'b' OR title = 'Ubu';
INSERT INTO shelf VALUES (1, 1, 1), (2, 1, 2), (3, 1, NULL), (4, NULL, NULL), (5, NULL, NULL), (6, 2, 1);
INSERT INTO jar VALUES
    (1, 1, 1, 1, 1, 1), (2, 1, 1, NULL, NULL, 2), (3, 1, NULL, 1, 2, 999), (4, NULL, 1, NULL, NULL, NULL), (5, 99, NULL, 2, 1, 998),
    (6, NULL, NULL, NULL, NULL, 1), (7, 2, 1, 1, 1, 120);
ALTER TABLE jar ADD CONSTRAINT jar_owner FOREIGN KEY (owner_id) REFERENCES person NOT VALID;
INSERT INTO passport SELECT n, 'stamp ' || n FROM generate_series(1, 24, 3) AS n;
INSERT INTO lighthouse SELECT n, nullif(n * 3 % 25, 0), CASE WHEN n % 3 > 0 THEN n * 1.5 END FROM generate_series(1, 20) AS n;
INSERT INTO cushion SELECT n, 'Globe', CASE WHEN n <> 2 THEN 1 END, (ARRAY['A', 'b', 'É'])[n], (enum_range(NULL::mood))[n] FROM generate_series(1, 3) AS n;
INSERT INTO friendship
SELECT a, b, CASE WHEN a * b % 7 > 0 THEN date '2000-01-01' + a * b % 50 END, CASE WHEN (a + b) % 5 > 0 THEN (enum_range(NULL::mood))[1 + a * b % 22] END
FROM generate_series(1, 40) AS a, generate_series(1, 40) AS b WHERE a * b % 11 = 1;
INSERT INTO person_harbour SELECT n, 1 + n * 5 % 24, n % 4, nullif(n % 3, 0), n FROM generate_series(1, 60) AS n;
INSERT INTO person_harbour SELECT n, 1 + n * 7 % 24, n % 2, NULL, -n FROM generate_series(61, 90) AS n;
INSERT INTO reservation SELECT theatre, "row", letter, 1 + n FROM seat, generate_series(0, 4) AS n WHERE "row" <> 2 AND n % 2 = 0;

-- ---------------------------------------------------------------------------------------------------------------------
-- What is no plain table
-- ---------------------------------------------------------------------------------------------------------------------

INSERT INTO reading
SELECT (ARRAY['pier', 'Pier', '', 'hill'])[1 + n % 4], date '1990-01-01' + (n / 8) * 200, 1 + n % 6, CASE WHEN n % 6 > 0 THEN n * 0.1 END, nullif(n % 25, 0)
FROM generate_series(0, 299) AS n ON CONFLICT DO NOTHING;
INSERT INTO calibration SELECT row_number() OVER (ORDER BY station, taken_on, sensor), station, taken_on, sensor FROM reading WHERE value < 12;
INSERT INTO calibration VALUES (10001, 'nowhere', NULL, 1), (10002, NULL, NULL, NULL);

INSERT INTO vehicle VALUES (1, 'sledge', 0), (2, 'bicycle', 2), (3, NULL, NULL);
INSERT INTO boat VALUES (11, 'punt', 0, 0.3), (12, 'ferry', NULL, 4);
INSERT INTO car VALUES (21, 'van', 4, 5), (22, 'bus', 6, 2);
INSERT INTO amphibian VALUES (31, 'duck', 3, 1.2, 2, 8);
INSERT INTO trip VALUES (1, 1, 21), (2, 2, 22), (3, NULL, 21), (4, 3, NULL), (5, 1, NULL);
REFRESH MATERIALIZED VIEW voyage_count;

INSERT INTO lonely SELECT CASE n % 5 WHEN 0 THEN NULL WHEN 1 THEN '' ELSE 'alone ' || n % 11 END FROM generate_series(1, 50) AS n;
INSERT INTO lonely_key VALUES (42);
INSERT INTO nothing DEFAULT VALUES;
INSERT INTO fleeting VALUES (1, 'gone after a crash');
INSERT INTO keyless
SELECT nullif(n % 5, 0), 'b' || n % 3, json_build_array(n % 2), point(n % 2, 0), NULL, CASE WHEN n % 3 > 0 THEN (enum_range(NULL::mood))[1 + n % 3] END
FROM generate_series(1, 90) AS n;
INSERT INTO late_key SELECT nullif(n, 3), n % 7, -n, n / 7 FROM generate_series(1, 20) AS n WHERE n NOT IN (8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20);

DO $do$ BEGIN
    FOR r IN 1..3 LOOP
        EXECUTE format('INSERT INTO wide SELECT %s, %L, ', r, nullif(r - 1, 0)) || (
            SELECT string_agg(CASE WHEN n * r % 7 = 0 THEN 'NULL' ELSE (ARRAY[
                (n * r)::text, quote_literal('t' || n), (n % 2 = 0)::text, (n * r / 8.0)::numeric(9, 3)::text,
                format('date ''2000-01-01'' + %s', n * r), (n + r)::text])[1 + n % 6] END, ', ' ORDER BY n)
            FROM generate_series(3, 1600) AS n);
    END LOOP;
    INSERT INTO wide (wide_id, previous_id) VALUES (4, 4);
END $do$;

ANALYZE;
