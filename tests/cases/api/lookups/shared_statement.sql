WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."album_id" AS "album_id",
    "t0"."title" AS "title"
  FROM
    "public"."album" AS "t0"
  WHERE
    "t0"."album_id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."title",
  "l0"."album_id",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."title",
    "t1"."artist_id",
    "t1"."album_id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."album" AS "t1"
  WHERE
    "t1"."album_id" = CAST($2 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    2,
    "t2"."title",
    "t2"."album_id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."album" AS "t2"
  ORDER BY
    "t2"."album_id" ASC
  LIMIT
    1
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    count(*)
  FROM
    "public"."seat" AS "t3"
)
-- $1 = "1", $2 = "2"
