WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" DESC
  LIMIT
    3
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
  ORDER BY
    "t1"."id" DESC
  LIMIT
    8
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
    "t2"."id" DESC
  LIMIT
    1
)
