-- What a document may hold.
CREATE TABLE artist (artist_id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE album (album_id int PRIMARY KEY, title text NOT NULL, year int, artist_id int NOT NULL REFERENCES artist);
INSERT INTO artist VALUES (1, 'AC/DC'), (2, 'Accept');
INSERT INTO album VALUES (10, 'High Voltage', 1976, 1), (11, 'Powerage', NULL, 1), (12, 'Breaker', 1981, 2);
CREATE INDEX ON album (artist_id);
COMMENT ON TABLE album IS 'A record.';
COMMENT ON COLUMN album.year IS 'When it came out.';
