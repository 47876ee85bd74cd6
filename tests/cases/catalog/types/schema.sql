CREATE SCHEMA far;
CREATE TYPE mood AS ENUM ('sad', 'ok');
ALTER TYPE mood ADD VALUE 'so-so' BEFORE 'ok';
COMMENT ON TYPE mood IS 'how it goes';
CREATE TYPE far.size AS ENUM ('S', 'L');
CREATE TYPE no_labels AS ENUM ();
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
COMMENT ON DOMAIN positive IS 'more than nothing';
CREATE DOMAIN given AS positive NOT NULL;
CREATE DOMAIN over_given AS given;
CREATE DOMAIN list AS int[];
CREATE DOMAIN table_of AS _int4;
CREATE DOMAIN grid AS text[][];
CREATE DOMAIN over_grid AS grid;
CREATE DOMAIN document AS json;
CREATE TYPE pair AS (a int, b mood);
CREATE TYPE rough AS (a int, b json);
CREATE TYPE spread AS RANGE (subtype = mood);
CREATE TABLE everything (
    a_mood mood, a_size far.size NOT NULL, a_no_labels no_labels, moods mood[], sizes far.size[][],
    a_positive positive, a_given given, an_over_given over_given, positives positive[], givens given[],
    a_list list, a_table_of table_of, a_grid grid, an_over_grid over_grid, lists list[],
    a_document document, documents document[],
    a_pair pair, a_rough rough, pairs pair[], roughs rough[],
    a_spread spread, spreads spread_multirange,
    a_varchar varchar(10), a_char char(3), a_name name, a_bytea bytea, a_uuid uuid,
    a_json json, a_jsonb jsonb, a_xml xml, a_point point, a_box box, an_inet inet, a_cidr cidr, a_bit bit(3),
    vector int2vector, oids oidvector, an_interval interval, a_money money, a_tsvector tsvector, a_path jsonpath,
    a_row pg_class
);
CREATE TABLE copied AS SELECT moods, sizes, a_grid FROM everything;
CREATE TABLE standard (card information_schema.cardinal_number);
