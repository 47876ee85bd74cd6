SELECT
  "t0"."id",
  "t0"."text",
  CAST("t0"."varchar" AS "pg_catalog"."text"),
  "t0"."char",
  CAST("t0"."name" AS "pg_catalog"."text"),
  "t0"."uuid",
  "t0"."bytea"
FROM
  "public"."every" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  101
