-- page sizes: 3 5
CREATE TABLE letter (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO letter SELECT n, chr(96 + n) FROM generate_series(1, 7) n;
CREATE TABLE word (id int PRIMARY KEY, letter_id int NOT NULL REFERENCES letter, name text NOT NULL);
INSERT INTO word SELECT n, CASE WHEN n < 5 THEN 1 ELSE 2 END, 'w' || n FROM generate_series(1, 7) n;
CREATE INDEX ON word (letter_id);
