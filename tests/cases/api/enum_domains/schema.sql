-- PostgreSQL finds no operators for a domain over an enum: values are compared as the enum.
CREATE TYPE colour AS ENUM ('red', 'green', 'blue', 'ultraviolet');
CREATE DOMAIN visible_colour AS colour CHECK (VALUE < 'ultraviolet');
CREATE TABLE paint (colour visible_colour PRIMARY KEY, base visible_colour);
CREATE TABLE swatch (a visible_colour, b colour, PRIMARY KEY (a, b));
INSERT INTO paint VALUES ('red', NULL), ('green', 'blue'), ('blue', 'blue');
INSERT INTO swatch VALUES ('red', 'ultraviolet'), ('red', 'red'), ('blue', 'green');
