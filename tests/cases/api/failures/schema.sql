-- One root field that fails does not lose the others.
CREATE TABLE number (n int PRIMARY KEY);
INSERT INTO number SELECT generate_series(1, 5);
CREATE VIEW fraction AS SELECT n, 12 / (3 - n) AS part FROM number;
CREATE FUNCTION refuse(n int) RETURNS int STABLE LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no % here', n USING HINT = 'Ask for less.'; END $$;
CREATE VIEW refusal AS SELECT n, refuse(n) AS it FROM number;
CREATE FUNCTION broken() RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'SELECT nothing FROM secret_table'; END $$;
CREATE VIEW fault AS SELECT n, broken() AS it FROM number;
CREATE TABLE secret (id int PRIMARY KEY);
