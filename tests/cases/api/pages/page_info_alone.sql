WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    3
),
"l2" AS MATERIALIZED (
  SELECT
    "t2"."id" AS "id"
  FROM
    "public"."letter" AS "t2"
  ORDER BY
    "t2"."id" ASC
  LIMIT
    4
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
    3
)
UNION ALL
(
  SELECT
    2,
    "l2"."id"
  FROM
    "l2"
)
UNION ALL
(
  SELECT
    3,
    "l2"."id"
  FROM
    "l2"
    INNER JOIN LATERAL (
      SELECT
        "t3"."id" AS "id"
      FROM
        "public"."word" AS "t3"
      WHERE
        "t3"."letter_id" = "l2"."id"
      ORDER BY
        "t3"."id" ASC
      LIMIT
        5
    ) AS "s" ON TRUE
)
