-- A cabinet of oddities: whatever PostgreSQL allows and nobody expects, for the rules about names that clash, for keys and
-- relations of every kind, and for the limits. Nothing here is a model of how to design a database.

CREATE SCHEMA "Zweites Schema";
CREATE SCHEMA "%";

-- All three are shown. The setting belongs to the database, so it holds for whoever connects from now on.
DO $do$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET search_path TO public, "Zweites Schema", "%%"', current_database());
END $do$;

COMMENT ON SCHEMA "%" IS 'A schema whose name has no letter.';

-- ---------------------------------------------------------------------------------------------------------------------
-- Words that SQL or GraphQL keep for themselves
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE "select" (
    "from" int PRIMARY KEY,
    "where" text,
    "group by" text,
    "having" bool NOT NULL DEFAULT true
);

CREATE TABLE "user" (
    id int PRIMARY KEY,
    row_id int UNIQUE,
    "rowId" text,
    "current_user" name,
    "default" text DEFAULT 'default'
);

CREATE TABLE "order" (
    "order" int PRIMARY KEY,
    "user" int REFERENCES "user",
    first int,
    last int,
    before text,
    after text,
    "offset" int,
    "limit" int,
    filter text,
    order_by text
);

CREATE TABLE "table" (
    id int PRIMARY KEY,
    "column" text,
    "select" int REFERENCES "select",
    "primary" int UNIQUE,
    "order" int REFERENCES "order",
    order_id int REFERENCES "order"
);

CREATE TABLE node (
    id int PRIMARY KEY,
    node_id int REFERENCES node,
    nodes text[],
    edges int,
    cursor text,
    page_info text,
    total_count bigint,
    "__typename" text
);

CREATE TABLE nodes (
    node int REFERENCES node,
    node_id int REFERENCES node,
    ids text[]
);

-- Many to many from a table to itself, with columns that are called like what an edge has.
CREATE TABLE edge (
    from_node int REFERENCES node,
    to_node int REFERENCES node,
    cursor text,
    node text,
    id uuid,
    PRIMARY KEY (from_node, to_node)
);

CREATE TABLE edges (edge int PRIMARY KEY, edges int);
CREATE TABLE cursor (cursor text PRIMARY KEY, before text REFERENCES cursor);
CREATE TABLE page_info (id int PRIMARY KEY, has_next_page bool, has_previous_page bool, start_cursor text, end_cursor text);
CREATE TABLE query (query text PRIMARY KEY, mutation text, subscription text, fragment text);
CREATE TABLE mutation ("on" int PRIMARY KEY, "true" bool, "false" bool, "null" text);
CREATE TABLE subscription (id uuid PRIMARY KEY, query text REFERENCES query);
CREATE TABLE type ("type" text PRIMARY KEY, input text, enum text, interface text, "union" text, scalar text);
CREATE TABLE id (id int PRIMARY KEY, "ID" int UNIQUE, "Id" int UNIQUE);
CREATE TABLE row_id (row_id int PRIMARY KEY, id int);
CREATE TABLE "int" ("int" int PRIMARY KEY, string text, "float" float8, "boolean" bool);
CREATE TABLE string (id text PRIMARY KEY, "int" int REFERENCES "int", int_id int REFERENCES "int");
CREATE TABLE "boolean" (boolean bool PRIMARY KEY, "not" bool REFERENCES "boolean");
CREATE TABLE "__schema" ("__type" int PRIMARY KEY, "__typename" text, "_" text, "__" text);
CREATE TABLE _entity (_service text PRIMARY KEY, _entities text);

-- What filters have besides columns.
CREATE TABLE "and" ("and" int PRIMARY KEY, "or" int, "not" int, is_null bool, "isNull" bool, "or_" int);
CREATE TABLE "or" ("or" int PRIMARY KEY, and_id int REFERENCES "and", not_id int REFERENCES "or");
CREATE TABLE is_null (eq int PRIMARY KEY, ne int, "in" int, lt int, "some" int, every int, none int);

-- ---------------------------------------------------------------------------------------------------------------------
-- Names that meet
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE person (id int PRIMARY KEY, name text);
CREATE TABLE people (id int PRIMARY KEY, person_id int REFERENCES person, nation text);
CREATE TABLE "Person" (id int PRIMARY KEY, "person" text, person_id int REFERENCES person);
CREATE TABLE sheep (id int PRIMARY KEY, mother_id int REFERENCES sheep, fleece numeric(6, 2));
CREATE TABLE sheep_list (id int PRIMARY KEY, sheep_id int REFERENCES sheep);
CREATE TABLE species (species text PRIMARY KEY, series text UNIQUE);
CREATE TABLE foo_bar (foo_bar int PRIMARY KEY, "fooBar" int, "FooBar" int, "foo bar" int, "foo.bar" int, "foo-bar" int, foobar int);
CREATE TABLE "fooBar" (id int PRIMARY KEY, foo_bar_id int REFERENCES foo_bar, "fooBarId" int REFERENCES foo_bar, "foo bar id" int);
CREATE TABLE "foo bar" (id int PRIMARY KEY, "foo_bar" int REFERENCES foo_bar);
CREATE TABLE foo_bar_by_foo_bar ("foo_bar" int PRIMARY KEY, foo_bar_id int REFERENCES foo_bar);

-- Tables that end like the types which are derived from tables.
CREATE TABLE kettle (id int PRIMARY KEY, kettle_filter_id int, kettle_connection int);
CREATE TABLE kettle_connection (id int PRIMARY KEY, kettle_id int NOT NULL REFERENCES kettle, volts int);
CREATE TABLE kettle_edge (kettle_id int PRIMARY KEY REFERENCES kettle, sharp bool);
CREATE TABLE kettle_filter (id int PRIMARY KEY, mesh numeric, kettle_id int UNIQUE REFERENCES kettle);
CREATE TABLE kettle_order_by (id int PRIMARY KEY, kettle_id int REFERENCES kettle);
CREATE TABLE kettle_aggregates (id int PRIMARY KEY, sum int, count int);
CREATE TABLE stand_by (id int PRIMARY KEY, by int);
CREATE TABLE kettle_input (id int PRIMARY KEY, client_mutation_id text);
CREATE TABLE kettle_patch (id int PRIMARY KEY, patch text);
CREATE TABLE kettle_payload (id int PRIMARY KEY, query text);
CREATE TABLE kettle_row (id int PRIMARY KEY);
CREATE TABLE kettle_connection_row (id int PRIMARY KEY);
ALTER TABLE kettle ADD FOREIGN KEY (kettle_filter_id) REFERENCES kettle_filter;

-- Columns that are called like relations.
CREATE TABLE painter (id int PRIMARY KEY, paintings int, paintings_by_painter_id text, painting text);
CREATE TABLE painting (
    id int PRIMARY KEY,
    painter_id int NOT NULL REFERENCES painter,
    painter text,
    painter_key int REFERENCES painter,
    painter_fk int REFERENCES painter,
    "painterByPainterId" text
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Names that need quotes
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE "we""ird 'quotes'" ("""" int PRIMARY KEY, "it's" text, "`" text, "''" text, """a""" int UNIQUE);
CREATE TABLE " lead and trail " (" " int PRIMARY KEY, "  " int, " a" int, "a " int);
CREATE TABLE "dot.dot" ("a.b" int, "a.c" text, "." int, ".." int, PRIMARY KEY ("a.b", "."));
CREATE TABLE "per%cent" ("%" int PRIMARY KEY, "%s" text, "100%" text, "%%" text, "% of" int);
CREATE TABLE "back\slash" ("\" int PRIMARY KEY, "\\" text, "\n" text, "\u0041" text, "C:\temp" text);
CREATE TABLE "{brace}" ("{" int PRIMARY KEY, "}" int, "{}" text[], "{a,b}" text, "[0]" int[]);
CREATE TABLE "dol$lar" ("$1" int PRIMARY KEY, "$" int, "$$" text, "a$b" text, "$$tag$$" text);
CREATE TABLE "question?" ("?" int PRIMARY KEY, "??" text, "a?b:c" text, ":name" text, "@var" text, "#" text);
CREATE TABLE "new
line" ("a
b" int PRIMARY KEY, "tab	bed" text, "
" text);
CREATE TABLE "; DROP TABLE students; --" ("/* comment */" int PRIMARY KEY, "-- comment" text, ";" text);
CREATE TABLE "2fa" ("1" int PRIMARY KEY, "2nd" text, "1.5" text, "1_5" text, "15" text, "-1" int);
CREATE TABLE "!" ("!" int PRIMARY KEY, "?!" int REFERENCES "!", "-" text, "+" text, "<>" text);
CREATE TABLE "Zweites Schema"."2fa" ("1" int PRIMARY KEY REFERENCES public."2fa");
CREATE TABLE "Zweites Schema".node (id int PRIMARY KEY, node_id int REFERENCES public.node);
CREATE TABLE "Zweites Schema".person ("ID" int PRIMARY KEY, person_id int UNIQUE REFERENCES public.person, name text);
CREATE TABLE "%"."%" ("%" int PRIMARY KEY, "per%cent" int REFERENCES public."per%cent");

-- ---------------------------------------------------------------------------------------------------------------------
-- Letters that GraphQL does not have, and names as long as they may be
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE "Größe" ("Länge" int PRIMARY KEY, "länge" int, "ßtraße" text, "É" text, "é" text, U&"e\0301" text);
CREATE TABLE "Ωδή" ("στίχος" int PRIMARY KEY, "Στίχος" text, "ΣΤΊΧΟΣ" text);
CREATE TABLE "汉字" ("部首" text PRIMARY KEY, "笔画" int NOT NULL, "部首_id" text REFERENCES "汉字");
CREATE TABLE "🦊" ("🐾" int PRIMARY KEY, "👩‍🚀" text, "🇩🇪" text, "🦊_id" int REFERENCES "🦊");
CREATE TABLE "שלום" ("א" int PRIMARY KEY, "مرحبا" text, U&"x\200Fy" text);
CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (
    bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb1 int PRIMARY KEY,
    bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb2 int,
    "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü1" int,
    "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü2" int
);
CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab (
    bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb int PRIMARY KEY
        REFERENCES aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,
    cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc_id int
        REFERENCES aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Types, and keys of them
-- ---------------------------------------------------------------------------------------------------------------------

-- Labels that are no names, and some that become the same one.
CREATE TYPE mood AS ENUM (
    'so-so', 'so_so', 'so so', '', 'true', '_true', 'null', 'a b', '1st', '_1st', 'großartig', '最高', '🙂', '"', '''', '\', '{a,b}',
    'Zed', 'zed', '__x', '%s', 'a label that is exactly as long as a label may be, 63 bytes, hm'
);
CREATE TYPE speechless AS ENUM ();
CREATE TYPE "Mood" AS ENUM ('mild', 'wild');
CREATE TYPE "%".mood AS ENUM ('100%');
CREATE TYPE pair AS (first int, second text);

CREATE DOMAIN code AS char(3) CHECK (VALUE = upper(VALUE));
CREATE DOMAIN short_code AS code NOT NULL;
CREATE DOMAIN good_mood AS mood CHECK (VALUE IN ('true', '1st', 'großartig', '最高', '🙂'));
CREATE DOMAIN moods AS good_mood[];
CREATE DOMAIN codes AS code[] CHECK (cardinality(VALUE) < 10);
CREATE DOMAIN small_number AS numeric CHECK (VALUE < 1e6);

-- Equal is not the same here: 'a' = 'A', where PostgreSQL was built with ICU.
DO $do$ BEGIN
    IF EXISTS (SELECT FROM pg_collation WHERE collprovider = 'i') THEN
        CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
    ELSE
        CREATE COLLATION loose FROM "C";
    END IF;
END $do$;

CREATE TABLE key_numeric (k numeric PRIMARY KEY, note text);
CREATE TABLE key_bigint (k bigint PRIMARY KEY, note text);
CREATE TABLE key_smallint (k smallint PRIMARY KEY, note text);
CREATE TABLE key_float (k float8 PRIMARY KEY, note text);
CREATE TABLE key_timestamptz (k timestamptz PRIMARY KEY, note text);
CREATE TABLE key_timestamp (k timestamp PRIMARY KEY, note text);
CREATE TABLE key_date (k date PRIMARY KEY, note text);
CREATE TABLE key_time (k time PRIMARY KEY, z timetz UNIQUE, note text);
CREATE TABLE key_interval (k interval PRIMARY KEY, note text);
CREATE TABLE key_uuid (k uuid PRIMARY KEY, note text);
CREATE TABLE key_text (k text COLLATE "C" PRIMARY KEY, posix text COLLATE "POSIX" UNIQUE, note text);
CREATE TABLE key_loose (k text COLLATE loose PRIMARY KEY, note text);
CREATE TABLE key_enum (k mood PRIMARY KEY, note text);
CREATE TABLE key_char (k char(4) PRIMARY KEY, c "char" UNIQUE, note text);
CREATE TABLE key_domain (k short_code PRIMARY KEY, m good_mood UNIQUE, note text);
CREATE TABLE key_bytea (k bytea PRIMARY KEY, note text);
CREATE TABLE key_bool (k bool PRIMARY KEY, note text);
CREATE TABLE key_array (k int[] PRIMARY KEY, note text);
CREATE TABLE key_range (k int4range PRIMARY KEY, note text);
CREATE TABLE key_pair (k pair PRIMARY KEY, note text);
CREATE TABLE key_jsonb (k jsonb PRIMARY KEY, note text);
CREATE TABLE key_inet (k inet PRIMARY KEY, note text);
CREATE TABLE key_money (k money PRIMARY KEY, note text);
CREATE TABLE key_of_five (
    a smallint, b text COLLATE "C", c mood, d date, e uuid, note text,
    PRIMARY KEY (c, a, e, b, d)
);

-- One that refers to all of them.
CREATE TABLE witness (
    witness_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key_numeric_id numeric REFERENCES key_numeric,
    key_bigint_id int REFERENCES key_bigint,
    key_smallint_id bigint REFERENCES key_smallint,
    key_timestamptz_id timestamptz REFERENCES key_timestamptz,
    key_timestamp_id timestamp REFERENCES key_timestamp,
    key_date_id date REFERENCES key_date,
    key_time_id time REFERENCES key_time,
    key_interval_id interval REFERENCES key_interval,
    key_uuid_id uuid REFERENCES key_uuid,
    key_text_id varchar COLLATE "C" REFERENCES key_text,
    key_loose_id text COLLATE loose REFERENCES key_loose,
    key_enum_id mood REFERENCES key_enum,
    key_char_id char(4) REFERENCES key_char,
    key_domain_id code REFERENCES key_domain,
    key_bytea_id bytea REFERENCES key_bytea,
    key_bool_id bool REFERENCES key_bool,
    key_array_id int[] REFERENCES key_array,
    key_range_id int4range REFERENCES key_range,
    key_jsonb_id jsonb REFERENCES key_jsonb,
    key_inet_id inet REFERENCES key_inet,
    key_money_id money REFERENCES key_money,
    a smallint, b text COLLATE "C", c mood, d date, e uuid,
    FOREIGN KEY (c, a, e, b, d) REFERENCES key_of_five
);
CREATE INDEX ON witness (key_numeric_id);
CREATE INDEX ON witness (key_loose_id);
CREATE INDEX ON witness (c, a, e, b, d);

-- Values at the ends of their types, and strings with whatever has to be escaped.
CREATE TABLE extreme (
    extreme_id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    small smallint, whole int, big bigint, tiny "char", number numeric, scaled numeric(20, 5), money money,
    single float4, double float8, truth bool,
    words text, varying varchar(40), padded char(8), identifier name,
    moment timestamptz, local timestamp, day date, clock time, zoned timetz, span interval,
    document json, binary_document jsonb, bytes bytea, uuid uuid,
    bits bit(4), more_bits bit varying, network inet, address macaddr, place point, shape polygon, search tsvector,
    markup xml, transaction xid8, relation regclass, path jsonpath
);
COMMENT ON COLUMN extreme.money IS 'Written as a plain number.';

CREATE TABLE container (
    container_id smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    numbers int[], texts text[], grid int[][], text_grid text[][], cube int[][][],
    moods mood[], good_moods good_mood[], mood_domain moods, codes codes, code_list code[], chars char(3)[],
    numerics numeric[], moments timestamptz[], documents jsonb[], uuids uuid[], truths bool[], blobs bytea[],
    pair pair, pairs pair[], range int4range, moment_range tstzrange, many_ranges int4multirange, ranges numrange[],
    mood mood, other_mood "Mood", good_mood good_mood, percent "%".mood, silent speechless, silences speechless[],
    code code, short_code short_code DEFAULT 'DEF', small_number small_number
);

CREATE TABLE computed (
    id bigint GENERATED BY DEFAULT AS IDENTITY (START 9007199254740993) PRIMARY KEY,
    side numeric NOT NULL,
    area numeric GENERATED ALWAYS AS (side * side) STORED,
    label text GENERATED ALWAYS AS ('side ' || side) STORED UNIQUE
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Relations
-- ---------------------------------------------------------------------------------------------------------------------

-- Several between two tables.
CREATE TABLE harbour (harbour_id int PRIMARY KEY, name text NOT NULL UNIQUE, code code UNIQUE);
CREATE TABLE voyage (
    voyage_id int PRIMARY KEY,
    from_harbour_id int NOT NULL REFERENCES harbour,
    to_harbour_id int NOT NULL REFERENCES harbour,
    harbour_id int REFERENCES harbour,
    harbour_code code REFERENCES harbour (code),
    harbour_name text REFERENCES harbour (name),
    harbour int REFERENCES harbour
);
CREATE INDEX ON voyage (from_harbour_id);
CREATE INDEX ON voyage (harbour_id, voyage_id);
-- The same twice.
ALTER TABLE voyage ADD CONSTRAINT twice FOREIGN KEY (from_harbour_id) REFERENCES harbour ON DELETE CASCADE;

-- Cycles of one, two and three.
CREATE TABLE link (link_id int PRIMARY KEY, next_id int REFERENCES link DEFERRABLE INITIALLY DEFERRED, note text);
CREATE TABLE hen (hen_id int PRIMARY KEY, egg_id int NOT NULL UNIQUE);
CREATE TABLE egg (egg_id int PRIMARY KEY, hen_id int NOT NULL REFERENCES hen DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE hen ADD FOREIGN KEY (egg_id) REFERENCES egg DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE rock (rock_id int PRIMARY KEY, scissors_id int);
CREATE TABLE paper (paper_id int PRIMARY KEY, rock_id int REFERENCES rock);
CREATE TABLE scissors (scissors_id int PRIMARY KEY, paper_id int REFERENCES paper);
ALTER TABLE rock ADD FOREIGN KEY (scissors_id) REFERENCES scissors;

-- Keys that overlap, and share a column.
CREATE TABLE theatre (theatre text PRIMARY KEY);
CREATE TABLE seat_row (theatre text REFERENCES theatre, "row" smallint, PRIMARY KEY (theatre, "row"));
CREATE TABLE seat (
    theatre text, "row" smallint, letter char(1),
    PRIMARY KEY (theatre, "row", letter),
    FOREIGN KEY (theatre, "row") REFERENCES seat_row
);
CREATE TABLE play (theatre text REFERENCES theatre, title text, PRIMARY KEY (theatre, title));
CREATE TABLE ticket (
    theatre text, title text, "row" smallint, letter char(1), price numeric(8, 2) NOT NULL,
    PRIMARY KEY (theatre, title, "row", letter),
    FOREIGN KEY (theatre, title) REFERENCES play,
    FOREIGN KEY (theatre, "row") REFERENCES seat_row,
    FOREIGN KEY (theatre, "row", letter) REFERENCES seat
);

-- Over columns that may be NULL, one by one or only together; to constraints that are unique; and one that nobody checked.
CREATE TABLE shelf (shelf_id int PRIMARY KEY, room int, board int, UNIQUE (room, board));
CREATE TABLE jar (
    jar_id int PRIMARY KEY,
    room int, board int,
    full_room int, full_board int,
    owner_id int,
    FOREIGN KEY (room, board) REFERENCES shelf (room, board),
    FOREIGN KEY (full_room, full_board) REFERENCES shelf (room, board) MATCH FULL
);

-- One to one: by a key that refers, by a unique column, by a composite one.
CREATE TABLE passport (harbour_id int PRIMARY KEY REFERENCES harbour, stamp text);
CREATE TABLE lighthouse (lighthouse_id int PRIMARY KEY, harbour_id int UNIQUE REFERENCES harbour, height numeric);
CREATE TABLE cushion (
    cushion_id int PRIMARY KEY, theatre text, "row" smallint, letter char(1), colour mood,
    UNIQUE (theatre, "row", letter), FOREIGN KEY (theatre, "row", letter) REFERENCES seat
);

-- Many to many: with itself, over composite keys, with columns of its own, through a table that is named after both.
CREATE TABLE friendship (
    person_id int REFERENCES person, friend_id int REFERENCES person, since date, mood mood,
    PRIMARY KEY (person_id, friend_id)
);
CREATE TABLE person_harbour (
    person_id int REFERENCES person, harbour_id int REFERENCES harbour, cursor int, node int, "and" int,
    PRIMARY KEY (harbour_id, person_id)
);
CREATE TABLE reservation (
    theatre text, "row" smallint, letter char(1), person_id int REFERENCES person,
    PRIMARY KEY (theatre, "row", letter, person_id), FOREIGN KEY (theatre, "row", letter) REFERENCES seat
);

-- ---------------------------------------------------------------------------------------------------------------------
-- Relations that are not plain tables, and tables that are hardly relations
-- ---------------------------------------------------------------------------------------------------------------------

CREATE TABLE reading (
    station text NOT NULL, taken_on date NOT NULL, sensor int NOT NULL, value numeric, harbour_id int REFERENCES harbour,
    PRIMARY KEY (station, taken_on, sensor)
) PARTITION BY RANGE (taken_on);
CREATE TABLE reading_old PARTITION OF reading FOR VALUES FROM (MINVALUE) TO ('2000-01-01');
CREATE TABLE reading_new PARTITION OF reading FOR VALUES FROM ('2000-01-01') TO (MAXVALUE) PARTITION BY LIST (station);
CREATE TABLE reading_new_pier PARTITION OF reading_new FOR VALUES IN ('pier', 'Pier') PARTITION BY HASH (sensor);
CREATE TABLE reading_new_pier_0 PARTITION OF reading_new_pier FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE reading_new_pier_1 PARTITION OF reading_new_pier FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE reading_new_other PARTITION OF reading_new DEFAULT;
ALTER TABLE reading_old ADD FOREIGN KEY (sensor) REFERENCES shelf;
CREATE TABLE calibration (
    calibration_id int PRIMARY KEY, station text, taken_on date, sensor int,
    FOREIGN KEY (station, taken_on, sensor) REFERENCES reading
);
CREATE TABLE nothing_partitioned (a int, b text) PARTITION BY LIST (a);

-- A key that PostgreSQL does not enforce over the children.
CREATE TABLE vehicle (vehicle_id int PRIMARY KEY, name text, wheels int);
CREATE TABLE boat (draught numeric) INHERITS (vehicle);
CREATE TABLE car (doors int, PRIMARY KEY (vehicle_id)) INHERITS (vehicle);
CREATE TABLE amphibian (seals int) INHERITS (boat, car);
CREATE TABLE trip (trip_id int PRIMARY KEY, vehicle_id int REFERENCES vehicle, car_id int REFERENCES car);

CREATE VIEW harbour_view AS SELECT harbour_id, name, upper(name) AS loud_name FROM harbour;
CREATE VIEW voyage_view AS
    SELECT v.voyage_id, f.name AS "from", t.name AS "to", f.harbour_id = t.harbour_id AS round_trip
    FROM voyage v JOIN harbour f ON f.harbour_id = v.from_harbour_id JOIN harbour t ON t.harbour_id = v.to_harbour_id;
CREATE VIEW constant AS SELECT 1 AS one, NULL::text AS nothing, 'x'::text AS "?column?";
CREATE VIEW no_rows AS SELECT * FROM harbour WHERE false;
CREATE VIEW mood_count AS SELECT mood, count(*) AS count, array_agg(since ORDER BY since) AS days FROM friendship GROUP BY mood;
CREATE MATERIALIZED VIEW voyage_count AS
    SELECT from_harbour_id AS harbour_id, count(*) AS voyages, max(voyage_id) AS latest FROM voyage GROUP BY 1;
CREATE UNIQUE INDEX ON voyage_count (harbour_id);
CREATE MATERIALIZED VIEW duplicates AS SELECT n % 3 AS a, CASE WHEN n % 4 > 0 THEN 'b' || n % 2 END AS b FROM generate_series(1, 40) AS n;

CREATE TABLE lonely (lonely text);
CREATE TABLE lonely_key (lonely int PRIMARY KEY);
CREATE TABLE empty_handed (id int PRIMARY KEY, person_id int REFERENCES person, mood mood);
CREATE TABLE nothing ();
CREATE UNLOGGED TABLE fleeting (id int PRIMARY KEY, note text);
CREATE TABLE keyless (a int, b text, c json, d point, e xml, f mood);
CREATE TABLE late_key (a int UNIQUE DEFERRABLE, b int NOT NULL, c int, d int);
CREATE UNIQUE INDEX ON late_key (b) WHERE b > 0;
CREATE UNIQUE INDEX ON late_key (abs(c));
CREATE UNIQUE INDEX ON late_key (b, d) INCLUDE (c);

-- As many columns as a table can have.
DO $do$ BEGIN
    EXECUTE 'CREATE TABLE wide (wide_id int PRIMARY KEY, previous_id int REFERENCES wide, ' || (
        SELECT string_agg(format('c%s %s', lpad(n::text, 4, '0'), (ARRAY['int', 'text', 'bool', 'numeric', 'date', 'smallint'])[1 + n % 6]), ', ' ORDER BY n)
        FROM generate_series(3, 1600) AS n) || ')';
END $do$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Comments
-- ---------------------------------------------------------------------------------------------------------------------

COMMENT ON TABLE "select" IS E'\n\n# A title\n\nA description in *Markdown* with `code`, a list\n\n- one\n- two\n\nand a fence:\n\n```sql\nSELECT """quotes""";\n```\n';
COMMENT ON TABLE "order" IS 'Ends with a backslash \';
COMMENT ON TABLE "user" IS 'Ends with a quote "';
COMMENT ON TABLE node IS '"""';
COMMENT ON TABLE query IS '\"""';
COMMENT ON TABLE mutation IS '   ';
COMMENT ON TABLE person IS E'@relata(name: "Human", plural: "humans")\nA name that a directive will give.';
COMMENT ON TABLE people IS E'@omit\nWritten for another server.';
COMMENT ON TABLE sheep IS '@graphql({"name": "Lamb"})';
COMMENT ON TABLE species IS '@deprecated(reason: "There are too many.") All that is left.';
COMMENT ON TABLE painter IS '@relata(name: "unfinished';
COMMENT ON TABLE link IS E'Tabs\tand\r\nother line ends\rare kept, \u00a0 and \u200b too.';
COMMENT ON TABLE "🦊" IS 'Der schnelle braune 🦊 springt; \u0041 and \n stay as they are.';
COMMENT ON COLUMN "select"."from" IS '@name origin';
COMMENT ON COLUMN person.name IS E'  indented\n    more\n  less\n';
COMMENT ON COLUMN key_text.k IS 'https://example.org/?a=b&c=%20#fragment <b>not bold</b>';
COMMENT ON TYPE mood IS 'How it went. */ /* -- #';
COMMENT ON CONSTRAINT twice ON voyage IS '@relata(name: "start", inverse: "departures")';
