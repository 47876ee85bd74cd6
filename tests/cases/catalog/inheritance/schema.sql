-- Children are tables of their own; a query of the parent returns their rows too.
CREATE TABLE animal (id int PRIMARY KEY, name text NOT NULL, legs int);
CREATE TABLE dog (breed text) INHERITS (animal);
CREATE TABLE puppy (age int) INHERITS (dog);
CREATE TABLE stone (id int);
-- Its own rows have one, those of its child need not.
CREATE TABLE strict (id int, note text);
CREATE TABLE lax () INHERITS (strict);
ALTER TABLE ONLY strict ALTER COLUMN note SET NOT NULL;
INSERT INTO animal VALUES (1, 'a', 4);
INSERT INTO dog VALUES (2, 'b', 4, 'x'), (3, 'c', 4, 'x');
INSERT INTO puppy VALUES (2, 'b', 4, 'x', 1);
ANALYZE;
