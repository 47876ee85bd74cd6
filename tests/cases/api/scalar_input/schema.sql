-- Every type as a key: the input accepts what is written out.
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TYPE color AS ENUM ('red', 'so-so');
CREATE TABLE every (
    id int PRIMARY KEY, int2 int2 UNIQUE, int8 int8 UNIQUE, oid oid UNIQUE, "numeric" numeric UNIQUE, money money UNIQUE, float4 float4 UNIQUE, float8 float8 UNIQUE,
    text text UNIQUE, varchar varchar(5) UNIQUE, char char(5) UNIQUE, name name UNIQUE, uuid uuid UNIQUE,
    timestamptz timestamptz UNIQUE, "timestamp" timestamp UNIQUE, date date UNIQUE, time time UNIQUE, timetz timetz UNIQUE, "interval" interval UNIQUE,
    jsonb jsonb UNIQUE, bytea bytea UNIQUE, positive positive UNIQUE, color color UNIQUE, inet inet UNIQUE, ints int[] UNIQUE, texts text[] UNIQUE, colors color[] UNIQUE, bool bool UNIQUE
);
INSERT INTO every VALUES (1, 7, 9007199254740993, 4294967295, 1.50, 12.5, 0.1, 0.1,
    E'a"b\\c\n😀', 'var', 'ch', 'name', 'a81bc81b-dead-4e5d-abff-90865d1e13b1',
    '2025-03-01 10:34:56.789+00', '2025-03-01 12:34:56', '0044-03-15 BC', '24:00:00', '12:34:56+02:00', '1 year 2 months 3 days -04:05:06.789',
    '{"a": [1.5, null], "b": "x"}', '\x00ff10', 5, 'so-so', '192.168.0.1/24', '{1,NULL,3}', '{"a\"b","{}",NULL,"NULL"}', '{so-so,red}', true);
