WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."weight" AS "weight"
  FROM
    "public"."part" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    2 OFFSET CAST($1 AS pg_catalog.int8)
)
SELECT
  0,
  "l0"."id",
  "l0"."weight"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    "t1"."weight"
  FROM
    "public"."part" AS "t1"
  ORDER BY
    "t1"."id" ASC
  LIMIT
    1
)
-- $1 = "8"
