-- The names and fields of filters and orders where they could meet others.
CREATE TYPE mood AS ENUM ('ok', 'so-so');
-- The filters of lists of moods and of what cannot be compared would be called like those of these.
CREATE TABLE mood_list (mood_list_id int PRIMARY KEY, moods mood[] NOT NULL, grid int[][], "null" json, where_at point);
CREATE TABLE "null" (null_id int PRIMARY KEY);
-- The words of filters.
CREATE TABLE logic ("and" int, "or" int, "not" int, "is_null" int, id int PRIMARY KEY REFERENCES "null");
-- In filters and orders through a join table `edge` is the join table's row.
CREATE TABLE graph (graph_id int PRIMARY KEY);
CREATE TABLE vertex (vertex_id int PRIMARY KEY, edge text, edge_ text);
CREATE TABLE graph_vertex (graph_id int REFERENCES graph, vertex_id int REFERENCES vertex, weight float8, PRIMARY KEY (graph_id, vertex_id));
-- Nothing can be ordered here.
CREATE TABLE round (here xid, there xid, data json);
CREATE UNIQUE INDEX ON graph (graph_id);
CREATE VIEW nothing AS SELECT CAST(NULL AS json) AS data, CAST(NULL AS xml) AS more;
-- Served as String, with fewer operators than a text has.
CREATE TABLE part (address inet PRIMARY KEY, transaction xid, letter "char", short char(3), long varchar(9), document jsonb);
CREATE DOMAIN word AS text CHECK (VALUE <> '');
CREATE TABLE tail (word word, part inet REFERENCES part, other inet UNIQUE REFERENCES part);
