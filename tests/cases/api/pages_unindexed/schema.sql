-- Pages below rows where no index leads with the foreign key: the window form. The same rows twice, once with an index.
CREATE TABLE letter (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO letter SELECT n, chr(96 + n) FROM generate_series(1, 4) n;
CREATE TABLE slow (id int PRIMARY KEY, letter_id int REFERENCES letter, other_id int REFERENCES letter, name text NOT NULL);
INSERT INTO slow SELECT n, 1 + n % 3, 4 - n % 4, 'w' || n FROM generate_series(1, 11) n;
CREATE TABLE quick (LIKE slow INCLUDING ALL);
INSERT INTO quick SELECT * FROM slow;
ALTER TABLE quick ADD FOREIGN KEY (letter_id) REFERENCES letter, ADD FOREIGN KEY (other_id) REFERENCES letter;
CREATE INDEX ON quick (letter_id);
CREATE INDEX ON quick (other_id);
