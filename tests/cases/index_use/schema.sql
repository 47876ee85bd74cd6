-- A million rows; the columns as orders find them: nullable or not, with few or many values, with an index of its own or
-- one that also holds the key.
CREATE TABLE shelf (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO shelf SELECT n, 'shelf ' || n FROM generate_series(1, 1000) n;
CREATE TABLE item (
    id int PRIMARY KEY,
    shelf_id int NOT NULL REFERENCES shelf,
    -- many values, one row in ten has none
    weight int,
    -- not null
    height int NOT NULL,
    -- four values
    grade int NOT NULL,
    title text NOT NULL,
    -- without an index
    note int
);
INSERT INTO item
SELECT n, 1 + CAST(n AS int8) * 7919 % 1000, CASE WHEN n % 10 = 0 THEN NULL ELSE CAST(n AS int8) * 7901 % 300007 END, CAST(n AS int8) * 7907 % 500009, n % 4,
       md5(CAST(n AS text)), CASE WHEN n % 3 = 0 THEN NULL ELSE n % 1000 END
FROM generate_series(1, 1000000) n;
CREATE INDEX item_weight_id ON item (weight, id);
CREATE INDEX item_height ON item (height);
CREATE INDEX item_grade_id ON item (grade DESC, id);
CREATE INDEX item_weight_height ON item (weight, height DESC, id DESC);
CREATE INDEX item_title_id ON item (title, id);
CREATE INDEX item_shelf_weight ON item (shelf_id, weight, id);
VACUUM ANALYZE item;
ANALYZE shelf;
