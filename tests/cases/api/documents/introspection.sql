WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."artist_id" AS "artist_id",
    "t0"."name" AS "name"
  FROM
    "public"."artist" AS "t0"
  ORDER BY
    "t0"."artist_id" ASC
  LIMIT
    1
)
SELECT
  0,
  "l0"."artist_id",
  "l0"."name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."album_id",
    "t1"."title"
  FROM
    "public"."album" AS "t1"
  WHERE
    "t1"."album_id" = CAST($1 AS "pg_catalog"."int4")
)
-- $1 = "10"
