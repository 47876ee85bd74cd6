-- The large database: 20,000 authors, 200,000 posts, 1,000,000 comments, scattered over their parents.
CREATE TABLE author (id int PRIMARY KEY, name text NOT NULL, joined_at timestamptz NOT NULL);
CREATE TABLE post (
    id int PRIMARY KEY,
    author_id int NOT NULL REFERENCES author,
    title text NOT NULL,
    body text NOT NULL,
    views int NOT NULL
);
CREATE TABLE comment (
    id bigint PRIMARY KEY,
    post_id int NOT NULL REFERENCES post,
    author_id int NOT NULL REFERENCES author,
    body text NOT NULL,
    written_at timestamptz NOT NULL
);
INSERT INTO author SELECT n, 'author ' || n, timestamptz '2020-01-01 00:00:00Z' + n * interval '1 hour' FROM generate_series(1, 20000) n;
INSERT INTO post
SELECT n, 1 + CAST(n AS int8) * 7919 % 20000, 'post ' || md5(CAST(n AS text)), repeat(md5(CAST(-n AS text)) || ' ', 6), CAST(n AS int8) * 104729 % 100000
FROM generate_series(1, 200000) n;
INSERT INTO comment
SELECT n, 1 + CAST(n AS int8) * 15485863 % 200000, 1 + CAST(n AS int8) * 7907 % 20000, repeat(md5(CAST(n AS text)) || ' ', 2),
    timestamptz '2022-01-01 00:00:00Z' + n * interval '1 minute'
FROM generate_series(1, 1000000) n;
CREATE INDEX ON post (author_id);
CREATE INDEX ON comment (post_id);
CREATE INDEX ON comment (author_id);
VACUUM ANALYZE;
