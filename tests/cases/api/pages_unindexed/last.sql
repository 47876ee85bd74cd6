WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."k",
    "s"."name",
    "t2"."id",
    "t2"."name"
  FROM
    (
      SELECT
        "t1"."letter_id" AS "k",
        "t1"."id" AS "id",
        "t1"."other_id" AS "other_id",
        "t1"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t1"."letter_id"
          ORDER BY
            "t1"."id" DESC
        ) AS "rn"
      FROM
        "public"."slow" AS "t1"
      WHERE
        "t1"."letter_id" IN (
          SELECT
            "l0"."id"
          FROM
            (
              SELECT
                "l0"."id"
              FROM
                "l0"
              ORDER BY
                "l0"."id" ASC
              LIMIT
                100
            ) AS "l0"
        )
    ) AS "s"
    LEFT JOIN "public"."letter" AS "t2" ON "t2"."id" = "s"."other_id"
  WHERE
    "s"."rn" <= 3
  ORDER BY
    "s"."k" ASC,
    "s"."id" DESC
)
UNION ALL
(
  SELECT
    2,
    "l0"."id",
    "s"."name",
    "t4"."id",
    "t4"."name"
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t3"."id" AS "id",
        "t3"."other_id" AS "other_id",
        "t3"."name" AS "name"
      FROM
        "public"."quick" AS "t3"
      WHERE
        "t3"."letter_id" = "l0"."id"
      ORDER BY
        "t3"."id" DESC
      LIMIT
        3
    ) AS "s" ON TRUE
    LEFT JOIN "public"."letter" AS "t4" ON "t4"."id" = "s"."other_id"
  ORDER BY
    "l0"."id" ASC,
    "s"."id" DESC
)
UNION ALL
(
  SELECT
    3,
    "s"."k",
    "s"."name",
    "t6"."id",
    "t6"."name"
  FROM
    (
      SELECT
        "t5"."letter_id" AS "k",
        "t5"."id" AS "id",
        "t5"."other_id" AS "other_id",
        "t5"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t5"."letter_id"
          ORDER BY
            "t5"."id" ASC
        ) AS "rn"
      FROM
        "public"."slow" AS "t5"
      WHERE
        "t5"."letter_id" IN (
          SELECT
            "l0"."id"
          FROM
            (
              SELECT
                "l0"."id"
              FROM
                "l0"
              ORDER BY
                "l0"."id" ASC
              LIMIT
                100
            ) AS "l0"
        )
    ) AS "s"
    LEFT JOIN "public"."letter" AS "t6" ON "t6"."id" = "s"."other_id"
  WHERE
    "s"."rn" <= 4
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC
)
UNION ALL
(
  SELECT
    4,
    "l0"."id",
    "s"."name",
    "t8"."id",
    "t8"."name"
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t7"."id" AS "id",
        "t7"."other_id" AS "other_id",
        "t7"."name" AS "name"
      FROM
        "public"."quick" AS "t7"
      WHERE
        "t7"."letter_id" = "l0"."id"
      ORDER BY
        "t7"."id" ASC
      LIMIT
        4
    ) AS "s" ON TRUE
    LEFT JOIN "public"."letter" AS "t8" ON "t8"."id" = "s"."other_id"
  ORDER BY
    "l0"."id" ASC,
    "s"."id" ASC
)
