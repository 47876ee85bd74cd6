-- needs: citext
-- An extension in a schema that is not on the search path: its types are compared by its operators all the same.
CREATE SCHEMA extensions;
CREATE EXTENSION citext SCHEMA extensions;
CREATE TABLE author (name extensions.citext PRIMARY KEY);
INSERT INTO author VALUES ('ada'), ('Bo'), ('cy');
CREATE TABLE tale (id int PRIMARY KEY, title extensions.citext, author extensions.citext NOT NULL REFERENCES author);
INSERT INTO tale VALUES (1, 'b', 'ADA'), (2, 'A', 'ada'), (3, 'B', 'BO'), (4, 'a', 'bo'), (5, NULL, 'Cy');
CREATE INDEX ON tale (title, id);
