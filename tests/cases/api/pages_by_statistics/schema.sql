-- Children that no index finds by their parent: statistics tell whether the pages of all parents are come upon sooner in the
-- order of the rows than by reading all of them.
CREATE TABLE shelf (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE even (id int PRIMARY KEY, shelf_id int NOT NULL REFERENCES shelf, weight int NOT NULL);
CREATE TABLE uneven (id int PRIMARY KEY, shelf_id int NOT NULL REFERENCES shelf, weight int NOT NULL);
CREATE TABLE elsewhere (id int PRIMARY KEY, place_id int NOT NULL);
CREATE TABLE place (id int PRIMARY KEY);
CREATE TABLE never_analysed (id int PRIMARY KEY, shelf_id int NOT NULL REFERENCES shelf) WITH (autovacuum_enabled = off);
INSERT INTO shelf SELECT n, 'shelf ' || n FROM generate_series(1, 5) n;
INSERT INTO even SELECT n, n % 5 + 1, n * 7 % 100 FROM generate_series(1, 2000) n;
-- One of them has nearly all.
INSERT INTO uneven SELECT n, CASE WHEN n % 50 = 0 THEN n / 50 % 5 + 1 ELSE 1 END, n FROM generate_series(1, 2000) n;
-- Of most places there is none.
INSERT INTO place SELECT n FROM generate_series(1, 100) n;
INSERT INTO elsewhere SELECT n, n % 5 + 1 FROM generate_series(1, 2000) n;
ALTER TABLE elsewhere ADD FOREIGN KEY (place_id) REFERENCES place;
INSERT INTO never_analysed SELECT n, n % 5 + 1 FROM generate_series(1, 2000) n;
ANALYZE shelf, even, uneven, place, elsewhere;
