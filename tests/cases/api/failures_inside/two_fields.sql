SELECT
  "t0"."id",
  "t0"."ratio",
  "t0"."number"
FROM
  "public"."part" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  8
