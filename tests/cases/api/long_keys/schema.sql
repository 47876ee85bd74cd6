-- Response keys longer than PostgreSQL's identifiers, and columns whose names are as long as identifiers can be.
CREATE TABLE author (author_id int PRIMARY KEY, name text);
CREATE TABLE book (
    book_id int PRIMARY KEY,
    author_id int REFERENCES author,
    title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes1 text,
    title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes2 text
);
INSERT INTO author VALUES (1, 'Ada'), (2, 'Ben');
INSERT INTO book VALUES (1, 1, 'one', 'eins'), (2, 1, 'two', 'zwei'), (3, 2, 'three', NULL);
