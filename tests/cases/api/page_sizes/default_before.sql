SELECT
  "t0"."id",
  "t0"."name"
FROM
  "public"."letter" AS "t0"
WHERE
  "t0"."id" < CAST($1 AS "pg_catalog"."int4")
ORDER BY
  "t0"."id" ASC
LIMIT
  4
-- $1 = "6"
