-- The small database: as many rows, of about the widths, as a music shop of 11 tables. Every value follows from its
-- number, so that it is the same wherever it is made.
CREATE TABLE artist (artist_id int PRIMARY KEY, name text);
CREATE TABLE album (album_id int PRIMARY KEY, title text NOT NULL, artist_id int NOT NULL REFERENCES artist);
CREATE TABLE genre (genre_id int PRIMARY KEY, name text);
CREATE TABLE medium (medium_id int PRIMARY KEY, name text);
CREATE TABLE track (
    track_id int PRIMARY KEY,
    name text NOT NULL,
    album_id int REFERENCES album,
    medium_id int NOT NULL REFERENCES medium,
    genre_id int REFERENCES genre,
    composer text,
    milliseconds int NOT NULL,
    bytes int,
    unit_price numeric(10, 2) NOT NULL
);
CREATE TABLE playlist (playlist_id int PRIMARY KEY, name text);
CREATE TABLE playlist_track (
    playlist_id int NOT NULL REFERENCES playlist,
    track_id int NOT NULL REFERENCES track,
    PRIMARY KEY (playlist_id, track_id)
);
CREATE TABLE employee (
    employee_id int PRIMARY KEY,
    last_name text NOT NULL,
    first_name text NOT NULL,
    title text,
    reports_to int REFERENCES employee,
    hired_at timestamp,
    city text,
    email text
);
CREATE TABLE customer (
    customer_id int PRIMARY KEY,
    first_name text NOT NULL,
    last_name text NOT NULL,
    company text,
    city text,
    country text,
    email text NOT NULL,
    employee_id int REFERENCES employee
);
CREATE TABLE invoice (
    invoice_id int PRIMARY KEY,
    customer_id int NOT NULL REFERENCES customer,
    invoiced_at timestamp NOT NULL,
    city text,
    country text,
    total numeric(10, 2) NOT NULL
);
CREATE TABLE invoice_line (
    invoice_line_id int PRIMARY KEY,
    invoice_id int NOT NULL REFERENCES invoice,
    track_id int NOT NULL REFERENCES track,
    unit_price numeric(10, 2) NOT NULL,
    quantity int NOT NULL
);

-- `words(n, k)`: k words that depend on n only.
CREATE FUNCTION words(seed int, count int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT string_agg((ARRAY['amber', 'Birch', 'cobalt', 'Drift', 'ember', 'Fjord', 'granite', 'Harbour', 'indigo', 'Juniper',
        'kelp', 'Lantern', 'meadow', 'Night', 'opal', 'Pilgrim', 'quartz', 'River', 'salt', 'Thunder', 'umber', 'Valley',
        'willow', 'Zephyr'])[1 + (hashint8(CAST(seed AS int8) * 31 + n) & 2147483647) % 24], ' ' ORDER BY n)
    FROM generate_series(1, count) n
$$;

INSERT INTO artist SELECT n, words(n, 1 + n % 3) || ' ' || n FROM generate_series(1, 275) n;
-- What belongs together was inserted together, as it is in life: the first artists have two albums each, the last ones one
-- or none, and albums have up to fifteen tracks.
INSERT INTO album SELECT n, words(1000 + n, 2 + n % 4), 1 + CAST(floor(275 * power((n - 1) / 347.0, 1.25)) AS int) FROM generate_series(1, 347) n;
INSERT INTO genre SELECT n, words(2000 + n, 1) || ' ' || n FROM generate_series(1, 25) n;
INSERT INTO medium SELECT n, words(3000 + n, 3) FROM generate_series(1, 5) n;
INSERT INTO track
SELECT n, words(4000 + n, 1 + n % 4), 1 + CAST(floor(347 * power((n - 1) / 3503.0, 0.9)) AS int), 1 + n % 7 % 5, 1 + n % 25,
    CASE WHEN n % 4 <> 0 THEN words(9000 + n, 2 + n % 3) END, 100000 + (n * 7907) % 400000, 1000000 + (n * 104729) % 9000000, 0.99
FROM generate_series(1, 3503) n;
INSERT INTO playlist SELECT n, words(20000 + n, 2) FROM generate_series(1, 18) n;
INSERT INTO playlist_track SELECT 1 + n % 18, 1 + (n / 18 * 5 + n % 18 * 41) % 3503 FROM generate_series(0, 8714) n ON CONFLICT DO NOTHING;
INSERT INTO employee
SELECT n, words(30000 + n, 1), words(31000 + n, 1), words(32000 + n, 2), CASE WHEN n > 1 THEN n / 2 END,
    timestamp '2002-01-01' + n * interval '91 days', words(33000 + n, 1), 'employee' || n || '@shop.example'
FROM generate_series(1, 8) n;
INSERT INTO customer
SELECT n, words(40000 + n, 1), words(41000 + n, 1), CASE WHEN n % 6 = 0 THEN words(42000 + n, 2) END, words(43000 + n, 1),
    words(44000 + n % 24, 1), 'customer' || n || '@mail.example', 3 + n % 3
FROM generate_series(1, 59) n;
INSERT INTO invoice
SELECT n, 1 + n % 59, timestamp '2009-01-01' + n * interval '4 days', words(50000 + n % 59, 1), words(44000 + n % 24, 1), 0.99 * (1 + n % 14)
FROM generate_series(1, 412) n;
INSERT INTO invoice_line SELECT n, 1 + n % 412, 1 + (n * 3) % 3503, 0.99, 1 FROM generate_series(1, 2240) n;

CREATE INDEX ON album (artist_id);
CREATE INDEX ON track (album_id);
CREATE INDEX ON track (genre_id);
CREATE INDEX ON track (medium_id);
CREATE INDEX ON playlist_track (track_id);
CREATE INDEX ON employee (reports_to);
CREATE INDEX ON customer (employee_id);
CREATE INDEX ON invoice (customer_id);
CREATE INDEX ON invoice_line (invoice_id);
CREATE INDEX ON invoice_line (track_id);
VACUUM ANALYZE;
