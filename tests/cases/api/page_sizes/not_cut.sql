WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."word" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    2
)
SELECT
  0,
  "l0"."id",
  "l0"."name"
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
  WHERE
    "t1"."id" > CAST($1 AS "pg_catalog"."int4")
  ORDER BY
    "t1"."id" ASC
  LIMIT
    4
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    "t2"."name"
  FROM
    "public"."letter" AS "t2"
  ORDER BY
    "t2"."id" ASC
  LIMIT
    4
)
-- $1 = "4"
