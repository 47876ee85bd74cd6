WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."name" AS "name"
  FROM
    "public"."user_name" AS "t0"
  WHERE
    "t0"."name" = CAST($1 AS "public"."citext")
)
SELECT
  0,
  CAST("l0"."name" AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST("t1"."name" AS "pg_catalog"."text")
  FROM
    "public"."user_name" AS "t1"
  WHERE
    "t1"."name" = CAST($2 AS "public"."citext")
)
-- $1 = "Ada", $2 = "ADA"
