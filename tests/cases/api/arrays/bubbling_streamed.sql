SELECT
  "t0"."id",
  "t0"."required"
FROM
  "public"."odd" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  101
