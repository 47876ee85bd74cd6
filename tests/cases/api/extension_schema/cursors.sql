SELECT
  CAST("t0"."title" AS "pg_catalog"."text"),
  "t0"."id"
FROM
  "public"."tale" AS "t0"
ORDER BY
  "t0"."title" ASC,
  "t0"."id" ASC
LIMIT
  4
