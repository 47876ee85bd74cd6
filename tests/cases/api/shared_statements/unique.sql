SELECT
  "t0"."harbour_id",
  "t0"."name"
FROM
  "public"."harbour" AS "t0"
WHERE
  "t0"."code" = CAST($1 AS "pg_catalog"."text")
-- $1 = "BRE"
