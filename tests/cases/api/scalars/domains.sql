SELECT
  "t0"."id",
  CAST("t0"."positive" AS "pg_catalog"."int4"),
  CAST("t0"."named" AS "pg_catalog"."text"),
  CAST("t0"."moment" AS "pg_catalog"."timestamptz")
FROM
  "public"."every" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  101
