SELECT
  "t0"."ship_id",
  "t0"."name"
FROM
  "public"."ship" AS "t0"
ORDER BY
  "t0"."ship_id" ASC
LIMIT
  5
