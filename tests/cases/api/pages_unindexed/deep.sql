WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    2
),
"l1" AS MATERIALIZED (
  SELECT
    "s"."k" AS "k",
    "s"."id" AS "id",
    "s"."other_id" AS "other_id",
    "t2"."id" AS "t2_id",
    "s"."name" AS "name",
    "t2"."name" AS "t2_name"
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
            "t1"."id" ASC
        ) AS "rn"
      FROM
        "public"."slow" AS "t1"
      WHERE
        "t1"."letter_id" IN (
          SELECT
            "l0"."id"
          FROM
            "l0"
        )
    ) AS "s"
    LEFT JOIN "public"."letter" AS "t2" ON "t2"."id" = "s"."other_id"
  WHERE
    "s"."rn" <= 2
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC
),
"l3" AS MATERIALIZED (
  SELECT
    "l0"."id" AS "k",
    "s"."id" AS "id",
    "s"."other_id" AS "other_id",
    "t5"."id" AS "t5_id",
    "s"."name" AS "name",
    "t5"."name" AS "t5_name"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t4"."id" AS "id",
        "t4"."other_id" AS "other_id",
        "t4"."name" AS "name"
      FROM
        "public"."quick" AS "t4"
      WHERE
        "t4"."letter_id" = "l0"."id"
      ORDER BY
        "t4"."id" ASC
      LIMIT
        2
    ) AS "s" ON TRUE
    LEFT JOIN "public"."letter" AS "t5" ON "t5"."id" = "s"."other_id"
  ORDER BY
    "l0"."id" ASC,
    "s"."id" ASC
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
    "l1"."k",
    "l1"."name",
    "l1"."t2_id",
    "l1"."t2_name"
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    2,
    "s"."k",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        "t3"."other_id" AS "k",
        "t3"."id" AS "id",
        "t3"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t3"."other_id"
          ORDER BY
            "t3"."id" DESC
        ) AS "rn"
      FROM
        "public"."slow" AS "t3"
      WHERE
        "t3"."other_id" IN (
          SELECT
            "l1"."t2_id"
          FROM
            (
              SELECT DISTINCT
                "l1"."t2_id"
              FROM
                "l1"
            ) AS "l1"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 3
  ORDER BY
    "s"."k" ASC,
    "s"."id" DESC
)
UNION ALL
(
  SELECT
    3,
    "l3"."k",
    "l3"."name",
    "l3"."t5_id",
    "l3"."t5_name"
  FROM
    "l3"
)
UNION ALL
(
  SELECT
    4,
    "l3"."t5_id",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT DISTINCT
        "l3"."t5_id"
      FROM
        "l3"
    ) AS "l3"
    INNER JOIN LATERAL (
      SELECT
        "t6"."id" AS "id",
        "t6"."name" AS "name"
      FROM
        "public"."quick" AS "t6"
      WHERE
        "t6"."other_id" = "l3"."t5_id"
      ORDER BY
        "t6"."id" DESC
      LIMIT
        3
    ) AS "s" ON TRUE
)
