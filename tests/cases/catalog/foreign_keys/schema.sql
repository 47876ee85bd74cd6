-- schemas: public, other
CREATE SCHEMA other;
CREATE SCHEMA hidden;
CREATE TABLE other.country (code char(2) PRIMARY KEY);
CREATE TABLE hidden.secret (id int PRIMARY KEY);
CREATE TABLE city (
    country char(2) REFERENCES other.country,
    name text,
    twin_country char(2),
    twin_name text,
    secret_id int REFERENCES hidden.secret,
    PRIMARY KEY (country, name),
    CONSTRAINT city_twin FOREIGN KEY (twin_name, twin_country) REFERENCES city (name, country)
);
CREATE TABLE person (
    id int PRIMARY KEY,
    email text NOT NULL UNIQUE,
    boss_id int REFERENCES person,
    -- Several between the same tables.
    born_country char(2),
    born_name text,
    lives_country char(2) NOT NULL,
    lives_name text NOT NULL,
    CONSTRAINT person_born FOREIGN KEY (born_country, born_name) REFERENCES city MATCH FULL,
    CONSTRAINT person_lives FOREIGN KEY (lives_country, lives_name) REFERENCES city ON DELETE CASCADE
);
COMMENT ON CONSTRAINT person_born ON person IS 'where it all began';
CREATE TABLE letter (
    id int PRIMARY KEY,
    sender text REFERENCES person (email),
    unchecked_id int,
    both_id int,
    a int,
    b text,
    CONSTRAINT letter_both_1 FOREIGN KEY (both_id) REFERENCES person
);
CREATE UNIQUE INDEX person_pair ON person (id, email);
ALTER TABLE letter ADD CONSTRAINT letter_unchecked FOREIGN KEY (unchecked_id) REFERENCES person NOT VALID;
-- Equal ones are one: the first by name; checked if one of them is.
ALTER TABLE letter ADD CONSTRAINT letter_both_0 FOREIGN KEY (both_id) REFERENCES person ON DELETE SET NULL NOT VALID;
ALTER TABLE letter ADD CONSTRAINT letter_pair_1 FOREIGN KEY (a, b) REFERENCES person (id, email);
ALTER TABLE letter ADD CONSTRAINT letter_pair_2 FOREIGN KEY (b, a) REFERENCES person (email, id);
