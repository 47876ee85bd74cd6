SELECT
  "t0"."id",
  "t0"."ratio"
FROM
  "public"."part" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  3 OFFSET CAST($1 AS pg_catalog.int8)
-- $1 = "1"
