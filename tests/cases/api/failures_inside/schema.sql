-- Fields that fail below the root. When the schema has been read each table becomes a view some of whose columns fail.
CREATE TABLE maker (id int PRIMARY KEY, name text NOT NULL, share int, code int NOT NULL);
INSERT INTO maker SELECT n, 'Maker ' || n, 0, 0 FROM generate_series(1, 6) n;
CREATE TABLE part (id int PRIMARY KEY, maker_id int REFERENCES maker, label text, ratio int, number int, weight int NOT NULL);
INSERT INTO part SELECT n, n % 6 + 1, 'Part ' || n, 0, 0, n FROM generate_series(1, 12) n;
CREATE INDEX ON part (maker_id);
CREATE TABLE shop (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO shop VALUES (1, 'First'), (2, 'Second');
CREATE TABLE offer (shop_id int REFERENCES shop, part_id int REFERENCES part, price int, PRIMARY KEY (shop_id, part_id));
INSERT INTO offer SELECT s, p, s * 10 + p FROM generate_series(1, 2) s, generate_series(1, 4) p;
CREATE VIEW reading AS SELECT n AS id, 100 / (n - 3) AS ratio, CAST(CASE n WHEN 2 THEN 'two' ELSE n::text END AS int) AS number
  FROM generate_series(1, 6) n;
CREATE VIEW hopeless AS SELECT n AS id, n / (n - n) AS ratio FROM generate_series(1, 30) n;
CREATE TABLE gone (id int PRIMARY KEY);
INSERT INTO gone VALUES (1);
CREATE TABLE strained (id int PRIMARY KEY, maker_id int REFERENCES maker, kind text);
INSERT INTO strained SELECT n, n % 6 + 1, 'x' FROM generate_series(1, 5000) n;
CREATE INDEX ON strained (maker_id);
ANALYZE strained;
CREATE TABLE worn (id int PRIMARY KEY, kind text);
INSERT INTO worn SELECT n, 'x' FROM generate_series(1, 5000) n;
ANALYZE worn;
