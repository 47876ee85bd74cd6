WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."at" AS "at"
  FROM
    "public"."moment" AS "t0"
  WHERE
    "t0"."at" > CAST($1 AS "pg_catalog"."timestamptz")
  ORDER BY
    "t0"."at" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."at",
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."timestamptz"),
    count(*)
  FROM
    "public"."moment" AS "t1"
)
-- $1 = "2025-02-30 12:00:00+00"
