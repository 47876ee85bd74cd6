SELECT
  "t0"."id",
  "t0"."label",
  "t0"."ratio"
FROM
  "public"."part" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  6
