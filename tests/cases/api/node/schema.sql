-- `node` and `nodes`.
CREATE TABLE artist (artist_id int PRIMARY KEY, name text);
INSERT INTO artist VALUES (1, 'AC/DC'), (2, 'Accept');
CREATE TABLE album (album_id int PRIMARY KEY, title text NOT NULL, artist_id int NOT NULL REFERENCES artist);
INSERT INTO album VALUES (10, 'High Voltage', 1), (11, 'Powerage', 1), (12, 'Breaker', 2);
CREATE TABLE seat (hall text, number int, PRIMARY KEY (hall, number));
INSERT INTO seat VALUES ('A', 1), ('B', 1);
