-- schemas: b, a, b
CREATE SCHEMA a;
CREATE SCHEMA b;
COMMENT ON SCHEMA b IS 'the first';
CREATE TABLE a.z (id int);
CREATE TABLE a.y (id int);
CREATE TABLE b.x (id int);
CREATE TABLE public.w (id int);
