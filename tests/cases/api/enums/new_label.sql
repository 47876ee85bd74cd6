SELECT
  "t0"."id",
  CAST("t0"."it" AS "pg_catalog"."text")
FROM
  "public"."later" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  101
