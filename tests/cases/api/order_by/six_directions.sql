WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."title" AS "title",
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
    "p"."title",
    "p"."isbn"
  FROM
    (
      SELECT
        "t1"."id" AS "id",
        "t1"."title" AS "title",
        "t1"."isbn" AS "isbn"
      FROM
        "public"."book" AS "t1"
      ORDER BY
        "t1"."title" DESC,
        "t1"."id" DESC
      LIMIT
        101
    ) AS "p"
  ORDER BY
    "p"."title" DESC,
    "p"."id" DESC
)
UNION ALL
(
  SELECT
    2,
    "p"."title",
    "p"."isbn"
  FROM
    (
      SELECT
        "t2"."id" AS "id",
        "t2"."title" AS "title",
        "t2"."isbn" AS "isbn"
      FROM
        "public"."book" AS "t2"
      ORDER BY
        "t2"."title" ASC NULLS FIRST,
        "t2"."id" ASC
      LIMIT
        101
    ) AS "p"
  ORDER BY
    "p"."title" ASC NULLS FIRST,
    "p"."id" ASC
)
UNION ALL
(
  SELECT
    3,
    "p"."title",
    "p"."isbn"
  FROM
    (
      SELECT
        "t3"."id" AS "id",
        "t3"."title" AS "title",
        "t3"."isbn" AS "isbn"
      FROM
        "public"."book" AS "t3"
      ORDER BY
        "t3"."title" ASC,
        "t3"."id" ASC
      LIMIT
        101
    ) AS "p"
  ORDER BY
    "p"."title" ASC,
    "p"."id" ASC
)
UNION ALL
(
  SELECT
    4,
    "p"."title",
    "p"."isbn"
  FROM
    (
      SELECT
        "t4"."id" AS "id",
        "t4"."title" AS "title",
        "t4"."isbn" AS "isbn"
      FROM
        "public"."book" AS "t4"
      ORDER BY
        "t4"."title" DESC,
        "t4"."id" DESC
      LIMIT
        101
    ) AS "p"
  ORDER BY
    "p"."title" DESC,
    "p"."id" DESC
)
UNION ALL
(
  SELECT
    5,
    "p"."title",
    "p"."isbn"
  FROM
    (
      SELECT
        "t5"."id" AS "id",
        "t5"."title" AS "title",
        "t5"."isbn" AS "isbn"
      FROM
        "public"."book" AS "t5"
      ORDER BY
        "t5"."title" DESC NULLS LAST,
        "t5"."id" DESC
      LIMIT
        101
    ) AS "p"
  ORDER BY
    "p"."title" DESC NULLS LAST,
    "p"."id" DESC
)
