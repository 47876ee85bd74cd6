SELECT
  "t0"."id",
  "t0"."name"
FROM
  "public"."letter" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  1
