WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    7
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
    "t1"."id" ASC
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
    "t2"."id" ASC
  LIMIT
    9
)
UNION ALL
(
  SELECT
    3,
    "t3"."id",
    "t3"."name"
  FROM
    "public"."letter" AS "t3"
  ORDER BY
    "t3"."id" ASC
  LIMIT
    2
)
