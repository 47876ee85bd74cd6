-- Conditions on related rows: composite keys, self references, join tables, several levels.
CREATE TABLE artist (artist_id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE album (album_id int PRIMARY KEY, title text NOT NULL, year int, artist_id int REFERENCES artist);
CREATE TABLE track (track_id int PRIMARY KEY, name text NOT NULL, album_id int NOT NULL REFERENCES album, seconds int);
CREATE TABLE playlist (playlist_id int PRIMARY KEY, name text);
CREATE TABLE playlist_track (playlist_id int REFERENCES playlist, track_id int REFERENCES track, place int, PRIMARY KEY (playlist_id, track_id));
CREATE INDEX ON album (artist_id);
INSERT INTO artist VALUES (1, 'AC/DC'), (2, 'Accept'), (3, 'Nobody');
INSERT INTO album VALUES (1, 'Rock', 1980, 1), (2, 'Balls', 1983, 2), (3, 'More', NULL, 2), (4, 'Lost', 1999, NULL);
INSERT INTO track VALUES (1, 'One', 1, 100), (2, 'Two', 1, 200), (3, 'Three', 2, NULL), (4, 'Four', 2, 300), (5, 'Five', 4, 50);
INSERT INTO playlist VALUES (1, 'all'), (2, 'few'), (3, NULL);
INSERT INTO playlist_track VALUES (1, 1, 1), (1, 2, 2), (1, 3, 3), (1, 4, 4), (2, 4, 1), (2, 1, NULL);
CREATE TABLE employee (id int PRIMARY KEY, name text, reports_to int REFERENCES employee);
INSERT INTO employee VALUES (1, 'Boss', NULL), (2, 'Mid', 1), (3, 'Low', 2), (4, 'Free', NULL);
CREATE TABLE purchase (tenant int, number int, PRIMARY KEY (tenant, number));
CREATE TABLE purchase_line (tenant int NOT NULL, number int NOT NULL, line int, sku text, PRIMARY KEY (tenant, number, line), FOREIGN KEY (tenant, number) REFERENCES purchase);
CREATE TABLE purchase_detail (tenant int, number int, memo text, PRIMARY KEY (tenant, number), FOREIGN KEY (tenant, number) REFERENCES purchase);
INSERT INTO purchase VALUES (1, 1), (1, 2), (2, 1);
INSERT INTO purchase_line VALUES (1, 1, 1, 'a'), (1, 1, 2, 'b'), (2, 1, 1, 'a');
INSERT INTO purchase_detail VALUES (1, 2, 'memo');
-- No key: its rows are numbered, after they are filtered.
CREATE TABLE note (artist_id int REFERENCES artist, body text);
INSERT INTO note VALUES (1, 'b'), (1, 'a'), (2, 'c'), (1, 'c');
