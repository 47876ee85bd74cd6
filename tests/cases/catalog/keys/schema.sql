-- Every kind of key, and what looks like one and is none.
CREATE TABLE composite (a int, b text, c int NOT NULL, PRIMARY KEY (b, a));
CREATE TABLE several (
    id int PRIMARY KEY,
    code text UNIQUE,
    first text,
    last text,
    CONSTRAINT several_name_key UNIQUE (last, first),
    UNIQUE NULLS NOT DISTINCT (code, first)
);
COMMENT ON CONSTRAINT several_name_key ON several IS 'people are told apart by it';
-- The same columns again, in another order: one key. An index with its own comment.
CREATE UNIQUE INDEX several_first_last ON several (first, last);
CREATE UNIQUE INDEX several_last ON several (last) INCLUDE (first);
COMMENT ON INDEX several_last IS 'by last name';
-- The primary key's columns again: no second key.
CREATE UNIQUE INDEX several_id_again ON several (id DESC);

CREATE TABLE no_keys (a int NOT NULL, b text, c text);
CREATE UNIQUE INDEX no_keys_partial ON no_keys (a) WHERE b IS NULL;
CREATE UNIQUE INDEX no_keys_expression ON no_keys (lower(b));
CREATE UNIQUE INDEX no_keys_half_expression ON no_keys (a, lower(b));
CREATE UNIQUE INDEX no_keys_invalid ON no_keys (a, b);
CREATE UNIQUE INDEX no_keys_whole_row ON no_keys ((no_keys IS NULL));
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'no_keys_invalid'::regclass;
ALTER TABLE no_keys ADD CONSTRAINT no_keys_deferrable UNIQUE (b) DEFERRABLE;
ALTER TABLE no_keys ADD CONSTRAINT no_keys_excluded EXCLUDE USING btree (a WITH =);
CREATE INDEX no_keys_not_unique ON no_keys (a, b);
CREATE INDEX no_keys_hash ON no_keys USING hash (b);

CREATE TABLE deferrable_primary (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED);

-- Two values that the column takes as equal are different for the index.
CREATE COLLATION no_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE collated (
    strict text COLLATE no_case,
    loose text COLLATE no_case UNIQUE
);
CREATE UNIQUE INDEX collated_strict ON collated (strict COLLATE "C");
