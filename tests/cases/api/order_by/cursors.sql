SELECT
  "t0"."title",
  "t0"."id"
FROM
  "public"."book" AS "t0"
ORDER BY
  "t0"."title" ASC,
  "t0"."id" ASC
LIMIT
  101
