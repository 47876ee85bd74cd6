-- More rows than an Int can say, without having them: `count` is our own, and found first.
CREATE TABLE item (id int PRIMARY KEY, owner_id int REFERENCES item);
INSERT INTO item VALUES (1, NULL), (2, 1);
CREATE SCHEMA counting;
CREATE FUNCTION counting.same(n int8) RETURNS int8 LANGUAGE sql IMMUTABLE AS 'SELECT n';
CREATE AGGREGATE counting.count(*) (sfunc = counting.same, stype = int8, initcond = '2147483648');
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, counting, pg_catalog', current_database()); END $$;
