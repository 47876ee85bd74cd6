WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    1
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    "t1"."name"
  FROM
    "public"."letter" AS "t1"
  ORDER BY
    "t1"."id" ASC
  LIMIT
    1
)
