WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."artist_id" AS "artist_id",
    "t0"."name" AS "name"
  FROM
    "public"."artist" AS "t0"
  WHERE
    "t0"."artist_id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."artist_id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."artist_id",
    "t1"."name",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."artist" AS "t1"
  WHERE
    "t1"."artist_id" = CAST($2 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    2,
    "t2"."artist_id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."artist" AS "t2"
  WHERE
    "t2"."artist_id" = CAST($3 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."int4"),
    "t3"."code",
    "t3"."name"
  FROM
    "public"."language" AS "t3"
  WHERE
    "t3"."code" = CAST($4 AS "pg_catalog"."text")
)
-- $1 = "1", $2 = "-3", $3 = "99", $4 = "a\"b\\c\n/ü€"
