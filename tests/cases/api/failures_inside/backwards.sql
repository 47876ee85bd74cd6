SELECT
  "t0"."id",
  "t0"."ratio"
FROM
  "public"."part" AS "t0"
WHERE
  "t0"."id" < CAST($1 AS "pg_catalog"."int4")
ORDER BY
  "t0"."id" DESC
LIMIT
  3
-- $1 = "4"
