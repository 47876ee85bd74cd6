-- What null, absent, empty lists and empty objects mean. Row 3 has no name and no owner.
CREATE TABLE owner (id int PRIMARY KEY, name text);
INSERT INTO owner VALUES (1, 'Ada'), (2, NULL);
CREATE TABLE thing (id int PRIMARY KEY, name text, owner_id int REFERENCES owner);
INSERT INTO thing VALUES (1, 'one', 1), (2, 'two', 2), (3, NULL, NULL);
