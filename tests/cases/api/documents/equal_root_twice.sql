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
  "l0"."name",
  "l0"."artist_id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."name",
    "t1"."artist_id"
  FROM
    "public"."artist" AS "t1"
  WHERE
    "t1"."artist_id" = CAST($2 AS "pg_catalog"."int4")
)
-- $1 = "1", $2 = "1"
