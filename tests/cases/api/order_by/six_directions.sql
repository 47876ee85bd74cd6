WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."title" AS "title",
    "t0"."id" AS "id",
    "t0"."isbn" AS "isbn"
  FROM
    "public"."book" AS "t0"
  ORDER BY
    "t0"."title" ASC,
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."title",
  "l0"."isbn"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."title",
    "t1"."isbn"
  FROM
    "public"."book" AS "t1"
  ORDER BY
    "t1"."title" DESC,
    "t1"."id" DESC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t2"."title",
    "t2"."isbn"
  FROM
    "public"."book" AS "t2"
  ORDER BY
    "t2"."title" ASC NULLS FIRST,
    "t2"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t3"."title",
    "t3"."isbn"
  FROM
    "public"."book" AS "t3"
  ORDER BY
    "t3"."title" ASC,
    "t3"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t4"."title",
    "t4"."isbn"
  FROM
    "public"."book" AS "t4"
  ORDER BY
    "t4"."title" DESC,
    "t4"."id" DESC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    "t5"."title",
    "t5"."isbn"
  FROM
    "public"."book" AS "t5"
  ORDER BY
    "t5"."title" DESC NULLS LAST,
    "t5"."id" DESC
  LIMIT
    101
)
