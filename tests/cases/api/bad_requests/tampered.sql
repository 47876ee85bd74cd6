SELECT
  "t0"."at"
FROM
  "public"."moment" AS "t0"
WHERE
  "t0"."at" > CAST($1 AS "pg_catalog"."timestamptz")
ORDER BY
  "t0"."at" ASC
LIMIT
  101
-- $1 = "2025-03-01 12:00:00+00"
