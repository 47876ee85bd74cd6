SELECT
  "t0"."ship_id",
  "t0"."name"
FROM
  "public"."ship" AS "t0"
WHERE
  "t0"."ship_id" > CAST($1 AS "pg_catalog"."int4")
ORDER BY
  "t0"."ship_id" ASC
LIMIT
  5
-- $1 = "5"
