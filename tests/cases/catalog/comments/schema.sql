-- Comments are whole: directives and all.
COMMENT ON SCHEMA public IS 'the schema';
CREATE TABLE album (id int PRIMARY KEY, title text, artist_id int);
CREATE TABLE artist (id int PRIMARY KEY);
ALTER TABLE album ADD CONSTRAINT album_artist FOREIGN KEY (artist_id) REFERENCES artist;
COMMENT ON TABLE album IS '@relata(name: "Disc") An album
of music: ünïcode, "quotes", \backslash.';
COMMENT ON COLUMN album.title IS E'@deprecated(reason: "old")\nThe title';
COMMENT ON COLUMN album.artist_id IS '';
COMMENT ON CONSTRAINT album_artist ON album IS '@relata(inverse: "discs")';
COMMENT ON CONSTRAINT album_pkey ON album IS 'the constraint''s';
COMMENT ON INDEX album_pkey IS 'the index''s';
