-- Arrays: one dimension, two as declared, values of another depth, domains of them.
CREATE DOMAIN tags AS text[];
CREATE DOMAIN short AS varchar(3);
CREATE TABLE every (
    id int PRIMARY KEY, ints int[] NOT NULL, texts text[], grid int[][], bigs int8[], nums numeric[], floats float8[], bools bool[], uuids uuid[],
    ats timestamptz[], days date[], datas jsonb[], bytes bytea[], tags tags, shorts short[], chars char(3)[], inets inet[], durations interval[]
);
INSERT INTO every VALUES (1, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}'),
 (2, '{1,NULL,3}', ARRAY['a', NULL, '', 'NULL', '{"', E'\n'], '{{1,2},{3,NULL}}', '{9007199254740993}', '{1.50,NaN}', '{0.1,NULL}', '{t,f,NULL}',
  '{a81bc81b-dead-4e5d-abff-90865d1e13b1}', '{"2025-03-01 00:00:00.5+00",infinity}', '{2025-03-01}', ARRAY['{"a": 1}'::jsonb, 'null', NULL], ARRAY['\x00ff'::bytea, NULL],
  '{x,y}', '{abc,NULL}', '{a}', '{10.0.0.1}', '{"1 day"}'),
 (3, '[5:6]={1,2}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE odd (id int PRIMARY KEY, ints int[], required int[] NOT NULL, grid int[][], floats float8[]);
INSERT INTO odd VALUES (1, '{{1,2},{3,4}}', '{1}', '{1,2}', '{1,NaN,Infinity,2}'), (2, '{1}', '{{1}}', '{{1}}', '{}');
