-- role: relata_test_catalog_reader
-- schemas: public, usable
-- What the role may not read is not there, and neither is what refers to it.
DO $$ BEGIN
    CREATE ROLE relata_test_catalog_reader;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
CREATE SCHEMA usable;
CREATE SCHEMA unusable;
GRANT USAGE ON SCHEMA usable TO relata_test_catalog_reader;
CREATE TABLE whole (id int PRIMARY KEY, name text UNIQUE, secret text);
GRANT SELECT ON whole TO relata_test_catalog_reader;
CREATE TABLE part (
    id int PRIMARY KEY,
    name text UNIQUE,
    secret text UNIQUE,
    whole_id int REFERENCES whole,
    hidden_whole_id int REFERENCES whole,
    UNIQUE (name, secret)
);
CREATE INDEX part_mixed ON part (name, secret, id);
GRANT SELECT (id, name, whole_id), INSERT, UPDATE ON part TO relata_test_catalog_reader;
CREATE TABLE without_key (id int PRIMARY KEY, name text);
GRANT SELECT (name) ON without_key TO relata_test_catalog_reader;
CREATE TABLE refers (
    without_key_id int REFERENCES without_key,
    part_id int REFERENCES part,
    part_secret text REFERENCES part (secret),
    nothing_id int
);
GRANT SELECT ON refers TO relata_test_catalog_reader;
CREATE TABLE nothing (id int PRIMARY KEY);
GRANT INSERT, UPDATE, DELETE ON nothing TO relata_test_catalog_reader;
ALTER TABLE refers ADD FOREIGN KEY (nothing_id) REFERENCES nothing;
CREATE VIEW view_of_nothing AS SELECT id FROM nothing;
GRANT SELECT ON view_of_nothing TO relata_test_catalog_reader;
CREATE TABLE public_column (id int, other int);
GRANT SELECT (id) ON public_column TO PUBLIC;
CREATE TABLE usable.readable (id int);
GRANT SELECT ON usable.readable TO PUBLIC;
CREATE TABLE usable.unreadable (id int);
CREATE TYPE unusable.kind AS ENUM ('a');
CREATE TABLE usable.of_kind (kind unusable.kind);
GRANT SELECT ON usable.of_kind TO relata_test_catalog_reader;
CREATE TABLE unusable.readable (id int);
GRANT SELECT ON unusable.readable TO relata_test_catalog_reader;
-- Of partitions, the table's privileges decide.
CREATE TABLE parted (id int) PARTITION BY LIST (id);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
GRANT SELECT ON parted TO relata_test_catalog_reader;
