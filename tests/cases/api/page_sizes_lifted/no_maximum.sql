WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    1000000
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
    "public"."letter" AS "t1"
  ORDER BY
    "t1"."id" ASC
  LIMIT
    2147483648
)
UNION ALL
(
  SELECT
    2,
    "t2"."id"
  FROM
    "public"."letter" AS "t2"
  ORDER BY
    "t2"."id" DESC
  LIMIT
    2147483648
)
UNION ALL
(
  SELECT
    3,
    "t3"."id"
  FROM
    "public"."letter" AS "t3"
  ORDER BY
    "t3"."id" ASC
  LIMIT
    3
)
