-- Relations with and without an index.
CREATE TABLE artist (artist_id int PRIMARY KEY, name text);
CREATE TABLE album (
    album_id int PRIMARY KEY,
    title text,
    artist_id int NOT NULL REFERENCES artist,
    producer_id int REFERENCES artist
);
CREATE INDEX ON album (artist_id);
CREATE TABLE "Play
""List""" ("Id" int PRIMARY KEY, "Owner" int REFERENCES artist);
CREATE TABLE tag (tag_id int PRIMARY KEY, name text);
CREATE TABLE album_tag (album_id int REFERENCES album, tag_id int REFERENCES tag, PRIMARY KEY (album_id, tag_id));
CREATE TABLE sale (
    sale_id int,
    sold_on date,
    album_id int REFERENCES album,
    PRIMARY KEY (sale_id, sold_on)
) PARTITION BY RANGE (sold_on);
INSERT INTO artist SELECT n, 'artist ' || n FROM generate_series(1, 10) n;
INSERT INTO album SELECT n, 'album ' || n, 1 + n % 10, 1 + n % 7 FROM generate_series(1, 50) n;
ANALYZE artist, album;
