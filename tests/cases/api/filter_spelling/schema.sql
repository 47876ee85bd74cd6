-- needs: citext
-- A type whose operators are not in the search_path, and keys that are equal but written otherwise.
CREATE SCHEMA "ext""s";
CREATE EXTENSION citext SCHEMA "ext""s";
CREATE DOMAIN address AS "ext""s".citext;
CREATE TABLE account (email "ext""s".citext PRIMARY KEY, other address, list "ext""s".citext[]);
INSERT INTO account VALUES ('Ada@Example.org', 'Ada@Example.org', '{A,b}'), ('bo@example.org', NULL, NULL);
CREATE TABLE price (amount numeric, span interval, PRIMARY KEY (amount, span));
INSERT INTO price VALUES (1.50, '1 day'), (2, '2 days');
CREATE TABLE amount (amount numeric PRIMARY KEY);
INSERT INTO amount VALUES (1.50), (2);
