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
  "l0"."album_id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."hall",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."seat" AS "t1"
  WHERE
    "t1"."hall" = CAST($2 AS "pg_catalog"."text")
    AND "t1"."number" = CAST($3 AS "pg_catalog"."int4")
)
-- $1 = "11", $2 = "B", $3 = "1"
