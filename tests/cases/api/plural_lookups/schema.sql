-- Plural identifying root fields.
CREATE TABLE artist (artist_id int PRIMARY KEY, name text NOT NULL UNIQUE, code char(4) UNIQUE, amount numeric UNIQUE);
INSERT INTO artist VALUES (1, 'AC/DC', 'ac', 1.00), (2, 'Accept', 'acc', 2), (3, 'O''Hara, "{}"', '\', NULL);
CREATE TABLE album (album_id bigint PRIMARY KEY, artist_id int NOT NULL REFERENCES artist, title text);
INSERT INTO album VALUES (10, 1, 'High Voltage'), (11, 1, 'Powerage'), (12, 2, 'Breaker');
CREATE TABLE seat (hall text, number int, PRIMARY KEY (hall, number));
