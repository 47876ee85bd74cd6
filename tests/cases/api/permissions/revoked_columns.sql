WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."kept" AS "kept",
    "t0"."lost" AS "lost"
  FROM
    "public"."trimmed" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  "l0"."kept",
  "l0"."lost",
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    "t1"."kept",
    "t1"."lost_too",
    "t1"."lost"
  FROM
    "public"."trimmed" AS "t1"
  WHERE
    "t1"."id" = CAST($1 AS "pg_catalog"."int4")
)
-- $1 = "1"
