-- What the planner knows, of tables and of partitions and children together.
CREATE TABLE skewed (id int PRIMARY KEY, kind text, rest int);
INSERT INTO skewed SELECT i, CASE WHEN i % 10 < 8 THEN 'often' ELSE 'kind ' || i END, CASE WHEN i % 4 = 0 THEN i END
FROM generate_series(1, 100) i;
CREATE TABLE parted (id int, kind int) PARTITION BY LIST (kind);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
CREATE TABLE parted_2 PARTITION OF parted FOR VALUES IN (2);
INSERT INTO parted SELECT i, 1 + i % 2 FROM generate_series(1, 100) i;
CREATE TABLE parent (id int);
CREATE TABLE child () INHERITS (parent);
INSERT INTO parent VALUES (1);
INSERT INTO child SELECT 2 FROM generate_series(1, 99);
ANALYZE;
-- Only its partitions were analysed.
CREATE TABLE late (id int) PARTITION BY LIST (id);
CREATE TABLE late_1 PARTITION OF late FOR VALUES IN (1);
CREATE TABLE late_2 PARTITION OF late FOR VALUES IN (2) PARTITION BY LIST (id);
CREATE TABLE late_2_2 PARTITION OF late_2 FOR VALUES IN (2);
INSERT INTO late VALUES (1), (2), (2);
ANALYZE late_1;
ANALYZE late_2_2;
CREATE TABLE never (id int);
CREATE VIEW looked_at AS SELECT 1 AS id;
