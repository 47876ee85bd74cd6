-- Every kind of relation, with comments.
CREATE TABLE plain (id int PRIMARY KEY, note text, old text);
INSERT INTO plain VALUES (1, 'a', 'b'), (2, NULL, NULL);
CREATE VIEW shown AS SELECT id, note FROM plain;
CREATE MATERIALIZED VIEW kept AS SELECT id, note FROM plain;
CREATE UNIQUE INDEX kept_id ON kept (id);
CREATE FOREIGN DATA WRAPPER nowhere;
CREATE SERVER far FOREIGN DATA WRAPPER nowhere;
CREATE FOREIGN TABLE distant (id int NOT NULL, note text) SERVER far;
CREATE TABLE parted (id int, year int, PRIMARY KEY (id, year)) PARTITION BY RANGE (year);
CREATE TABLE parted_2025 PARTITION OF parted FOR VALUES FROM (2025) TO (2026);
INSERT INTO parted VALUES (1, 2025);
CREATE TABLE parent (id int PRIMARY KEY, note text);
CREATE TABLE child (more text, PRIMARY KEY (id)) INHERITS (parent);
INSERT INTO parent VALUES (1, 'p');
INSERT INTO child VALUES (1, 'c', 'x');
CREATE TABLE empty ();
COMMENT ON TABLE plain IS 'A plain table.

With a second paragraph, "quotes", """three of them""" and a \ backslash.';
COMMENT ON COLUMN plain.note IS '@relata(notNull: ["x"]) What is noted.';
COMMENT ON COLUMN plain.old IS '@deprecated(reason: "use note") Older.';
COMMENT ON VIEW shown IS 'A view.';
COMMENT ON MATERIALIZED VIEW kept IS '@omit create,update
A tag of another tool.';
COMMENT ON FOREIGN TABLE distant IS 'Far away.';
