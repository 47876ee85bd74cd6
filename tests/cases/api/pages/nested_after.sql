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
    4
)
SELECT
  0,
  "l0"."id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."bool")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."id" AS "id",
        "t1"."name" AS "name"
      FROM
        "public"."word" AS "t1"
      WHERE
        "t1"."letter_id" = "l0"."id"
        AND "t1"."id" > CAST($1 AS "pg_catalog"."int4")
      ORDER BY
        "t1"."id" ASC
      LIMIT
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."text"),
    (
      SELECT
        1
      FROM
        "public"."word" AS "t2"
      WHERE
        "t2"."letter_id" = "l0"."id"
        AND "t2"."id" <= CAST($2 AS "pg_catalog"."int4")
      ORDER BY
        "t2"."id" DESC
      LIMIT
        1
    ) IS NOT NULL
  FROM
    "l0"
)
UNION ALL
(
  SELECT
    3,
    "l0"."id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t3"."id" AS "id",
        "t3"."name" AS "name"
      FROM
        "public"."word" AS "t3"
      WHERE
        "t3"."letter_id" = "l0"."id"
      ORDER BY
        "t3"."id" DESC
      LIMIT
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    4,
    "l0"."id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t4"."id" AS "id",
        "t4"."name" AS "name"
      FROM
        "public"."word" AS "t4"
      WHERE
        "t4"."letter_id" = "l0"."id"
        AND "t4"."id" < CAST($3 AS "pg_catalog"."int4")
      ORDER BY
        "t4"."id" DESC
      LIMIT
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    5,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."text"),
    (
      SELECT
        1
      FROM
        "public"."word" AS "t5"
      WHERE
        "t5"."letter_id" = "l0"."id"
        AND "t5"."id" >= CAST($4 AS "pg_catalog"."int4")
      ORDER BY
        "t5"."id" ASC
      LIMIT
        1
    ) IS NOT NULL
  FROM
    "l0"
)
UNION ALL
(
  SELECT
    6,
    "l0"."id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t6"."id" AS "id",
        "t6"."name" AS "name"
      FROM
        "public"."word" AS "t6"
      WHERE
        "t6"."letter_id" = "l0"."id"
      ORDER BY
        "t6"."id" ASC
      LIMIT
        3 OFFSET CAST($5 AS pg_catalog.int8)
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    7,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."text"),
    EXISTS (
      SELECT
        1
      FROM
        "public"."word" AS "t7"
      WHERE
        "t7"."letter_id" = "l0"."id"
    )
  FROM
    "l0"
)
-- $1 = "3", $2 = "3", $3 = "3", $4 = "3", $5 = "4"
