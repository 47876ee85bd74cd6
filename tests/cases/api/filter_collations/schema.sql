-- A collation under which texts are equal that are not the same, and patterns cannot be matched.
CREATE COLLATION careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE tag (id int PRIMARY KEY, name text COLLATE careless, title varchar(20) COLLATE careless);
INSERT INTO tag VALUES (1, 'Alto', 'One'), (2, 'alto', 'two'), (3, 'ALTO ', 'Three'), (4, NULL, NULL), (5, 'bass', 'one%');
