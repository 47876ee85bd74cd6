-- Keys that are lookups, and unique indexes that are none.
CREATE TABLE album (
    album_id int PRIMARY KEY,
    title text NOT NULL,
    artist_id int,
    isrc text UNIQUE,
    label text,
    year int,
    catalogue text,
    UNIQUE (title, artist_id)
);
CREATE UNIQUE INDEX album_catalogue ON album (catalogue);
CREATE UNIQUE INDEX album_partial ON album (label) WHERE year > 2000;
CREATE UNIQUE INDEX album_expression ON album (lower(label));
ALTER TABLE album ADD CONSTRAINT album_deferrable UNIQUE (year, label) DEFERRABLE;
INSERT INTO album VALUES (1, 'High Voltage', 1, 'A1', 'x', 1976, 'c1'), (2, 'High Voltage', 2, NULL, 'y', 1976, 'c2'),
    (3, 'Powerage', NULL, 'A3', 'z', 1978, NULL);
CREATE TABLE seat (hall text, number int, price numeric(6, 2) NOT NULL, PRIMARY KEY (number, hall));
INSERT INTO seat VALUES ('A', 1, 10), ('A', 2, 20), ('B', 1, 30);
CREATE TABLE kind (flag bool, at timestamptz, day date, id uuid, amount numeric, big bigint, code char(3), label varchar(5),
    PRIMARY KEY (flag, at, day, id, amount, big, code, label));
INSERT INTO kind VALUES (true, '2025-01-02 03:04:05+00', '2025-01-02', '6a0e1f0e-7c0b-4d8e-9a59-1f2e3d4c5b6a', 1.0, 9007199254740993, 'a', 'b');
