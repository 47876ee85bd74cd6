-- page sizes: 2 0
CREATE TABLE letter (id int PRIMARY KEY);
INSERT INTO letter SELECT n FROM generate_series(1, 4) n;
