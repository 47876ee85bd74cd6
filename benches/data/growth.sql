-- Tables whose queries grow in one way at a time: rows, columns, depth.
CREATE TABLE item (id int PRIMARY KEY, title text NOT NULL, note text, size int NOT NULL, price numeric(10, 2) NOT NULL);
INSERT INTO item
SELECT n, 'item ' || md5(CAST(n AS text)), CASE WHEN n % 3 > 0 THEN md5(CAST(-n AS text)) END, n % 1000, n % 10000 / 100.0
FROM generate_series(1, 100000) n;
-- Each row leads to the one before it, and is the only one that leads there.
CREATE TABLE chain (id int PRIMARY KEY, next_id int REFERENCES chain);
INSERT INTO chain SELECT n, CASE WHEN n > 1 THEN n - 1 END FROM generate_series(1, 10000) n;
CREATE INDEX ON chain (next_id);
-- 256 columns, half of them texts.
DO $$ BEGIN EXECUTE (SELECT format('CREATE TABLE wide AS SELECT n AS id, %s FROM generate_series(1, 100) n', string_agg(format(CASE WHEN n % 2 = 0 THEN '''text '' || n AS c%s' ELSE 'n AS c%s' END, n), ', ' ORDER BY n)) FROM generate_series(1, 255) n); END $$;
ALTER TABLE wide ADD PRIMARY KEY (id);
VACUUM ANALYZE;
