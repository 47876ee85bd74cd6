SELECT
  "t0"."number",
  "t0"."hall",
  "t0"."price"
FROM
  "public"."seat" AS "t0"
WHERE
  "t0"."number" = CAST($1 AS "pg_catalog"."int4")
  AND "t0"."hall" = CAST($2 AS "pg_catalog"."text")
-- $1 = "1", $2 = "B"
