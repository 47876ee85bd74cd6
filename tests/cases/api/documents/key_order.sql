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
    2
)
SELECT
  0,
  "l0"."artist_id",
  CAST(NULL AS "pg_catalog"."int8"),
  "l0"."name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."artist" AS "t1"
)
