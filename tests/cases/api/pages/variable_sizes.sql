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
    6
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
    "l0"."id",
    "s"."name"
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        5
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."id" AS "id",
        "t1"."name" AS "name"
      FROM
        "public"."word" AS "t1"
      WHERE
        "t1"."letter_id" = "l0"."id"
      ORDER BY
        "t1"."id" ASC
      LIMIT
        6
    ) AS "s" ON TRUE
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
    6
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
    6
)
