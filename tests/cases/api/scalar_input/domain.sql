WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."every" AS "t0"
  WHERE
    "t0"."positive" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id"
  FROM
    "public"."every" AS "t1"
  WHERE
    "t1"."positive" = CAST($2 AS "pg_catalog"."int4")
)
-- $1 = "-5", $2 = "5"
