-- Books with what orders meet: NULLs, duplicates, a column of which few values exist, relations to one, to themselves and
-- through a join table; a view without a key; a unique column; a type that has no order.
CREATE TABLE press (id int PRIMARY KEY, name text, place point);
INSERT INTO press VALUES (1, 'Meridian', '(1,1)'), (2, NULL, '(2,2)'), (3, 'Atlas', NULL);
CREATE TABLE book (
    id int PRIMARY KEY,
    isbn text NOT NULL UNIQUE,
    title text COLLATE "C",
    price numeric,
    sold int NOT NULL,
    press_id int REFERENCES press,
    sequel_of int REFERENCES book
);
INSERT INTO book VALUES
    (1, 'i-9', 'Bread', 12.50, 3, 1, NULL),
    (2, 'i-8', NULL, 9.00, 3, 2, 1),
    (3, 'i-7', 'apples', NULL, 1, NULL, 2),
    (4, 'i-6', 'Bread', 'NaN', 1, 3, NULL),
    (5, 'i-5', '', 12.5, 2, 1, 3);
CREATE INDEX ON book (press_id, title);
CREATE INDEX ON book (price, id);
CREATE TABLE award (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO award VALUES (1, 'Comma'), (2, 'Stop'), (3, 'Dash');
CREATE TABLE book_award (
    book_id int REFERENCES book,
    award_id int REFERENCES award,
    year int,
    PRIMARY KEY (book_id, award_id)
);
INSERT INTO book_award VALUES (1, 1, 2001), (1, 2, NULL), (1, 3, 1999), (2, 2, 2001);
CREATE VIEW listing AS SELECT title, price FROM book;
CREATE TYPE size AS (width int, height int);
CREATE TABLE cover (id int PRIMARY KEY, size size);
INSERT INTO cover VALUES (1, '(2,)'), (2, NULL), (3, '(,)'), (4, '(2,3)');
CREATE INDEX ON cover (size, id);
-- The parent's column is a part of the key.
CREATE TABLE crate (id int PRIMARY KEY);
INSERT INTO crate VALUES (1), (2), (3);
CREATE TABLE bottle (crate_id int REFERENCES crate, place int, litres numeric, PRIMARY KEY (crate_id, place));
INSERT INTO bottle VALUES (1, 1, 5), (1, 2, 1), (2, 1, 5), (2, 2, 0.5), (2, 3, 9), (3, 2, NULL), (3, 3, 1);
