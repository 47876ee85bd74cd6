WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."node" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
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
    "public"."node" AS "t1"
  WHERE
    "t1"."id" = CAST($1 AS "pg_catalog"."int4")
)
-- $1 = "1"
