-- What bad documents and variables get: a GraphQL error with location, code and hint.
CREATE TABLE artist (artist_id int PRIMARY KEY, name text NOT NULL UNIQUE, born date, big bigint UNIQUE, amount numeric UNIQUE);
INSERT INTO artist VALUES (1, 'AC/DC', '1973-11-01', 1, 1);
CREATE TABLE token (token uuid PRIMARY KEY, at timestamptz UNIQUE, data bytea UNIQUE);
CREATE TYPE color AS ENUM ('red', 'so-so');
CREATE TABLE thing (color color PRIMARY KEY);
CREATE TABLE price (amount numeric PRIMARY KEY);
CREATE TABLE moment (at timestamptz PRIMARY KEY);
INSERT INTO moment VALUES ('2025-03-01 11:00Z'), ('2025-03-01 13:00Z');
