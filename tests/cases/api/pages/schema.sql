-- Pages at the root and below rows: seven letters, and words that begin with them.
CREATE TABLE letter (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO letter SELECT n, chr(96 + n) FROM generate_series(1, 7) n;
CREATE TABLE word (letter_id int REFERENCES letter, id int, name text NOT NULL, PRIMARY KEY (letter_id, id));
INSERT INTO word SELECT l, n, chr(96 + l) || n FROM generate_series(1, 3) l, generate_series(1, 5) n WHERE n <= 6 - l;
CREATE TABLE empty (id int PRIMARY KEY);
CREATE TABLE other (id int PRIMARY KEY);
INSERT INTO other VALUES (1);
