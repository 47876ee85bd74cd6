-- schemas: public, sales
-- Names that clash, where the API shows them.
CREATE TABLE people (id int PRIMARY KEY);
CREATE TABLE person (id int PRIMARY KEY);
CREATE TABLE series (id int PRIMARY KEY, title text);
CREATE TABLE node (id int PRIMARY KEY);
CREATE TABLE user_edge (id int PRIMARY KEY);
CREATE TABLE "Line Item" ("Line Id" int PRIMARY KEY, "fooBar" text, foo_bar text, _hidden int, "2fa" bool, "größe" int, "and" int);
INSERT INTO "Line Item" VALUES (1, 'literal', 'snake', 1, true, 7, 8);
CREATE SCHEMA sales;
CREATE TABLE sales.album (id int PRIMARY KEY, series_id int REFERENCES series);
INSERT INTO series VALUES (1, 'first');
INSERT INTO sales.album VALUES (1, 1);
CREATE TABLE artist (id int PRIMARY KEY, artist text, country text, albums int);
CREATE TABLE album (id int PRIMARY KEY, artist_id int REFERENCES artist, artist text, artist_fk int REFERENCES artist);
INSERT INTO artist VALUES (1, 'a', 'c', 3);
INSERT INTO album VALUES (1, 1, 'column', 1);
