-- Labels of every kind.
CREATE TYPE mood AS ENUM ('happy', 'so-so', 'so_so', 'true', 'false', 'null', '2fast', '', 'with space', 'Ünïcode', 'CASE', 'case', '__double');
CREATE TYPE nothing AS ENUM ();
CREATE TYPE late AS ENUM ('old');
CREATE TABLE later (id int PRIMARY KEY, it late);
INSERT INTO later VALUES (1, 'old');
CREATE TABLE feeling (mood mood PRIMARY KEY, moods mood[], nothing nothing);
INSERT INTO feeling SELECT label, ARRAY[label, NULL, 'happy'] FROM unnest(enum_range(NULL::mood)) label;
COMMENT ON TYPE mood IS 'How one feels.';
