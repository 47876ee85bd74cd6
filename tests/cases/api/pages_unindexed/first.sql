WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
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
  CAST(NULL AS "pg_catalog"."int8"),
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
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."name",
    "t3"."id",
    "t3"."name"
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
            (
              SELECT
                "l0"."id"
              FROM
                "l0"
              ORDER BY
                "l0"."id" ASC
              LIMIT
                3
            ) AS "l0"
        )
    ) AS "s"
    LEFT JOIN "public"."letter" AS "t3" ON "t3"."id" = "s"."other_id"
  WHERE
    "s"."rn" <= 4
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC
)
UNION ALL
(
  SELECT
    2,
    "t2"."letter_id",
    count(*),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."slow" AS "t2"
  WHERE
    "t2"."letter_id" IN (
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
            3
        ) AS "l0"
    )
  GROUP BY
    "t2"."letter_id"
)
UNION ALL
(
  SELECT
    3,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."name",
    "t6"."id",
    "t6"."name"
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        3
    ) AS "l0"
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
        4
    ) AS "s" ON TRUE
    LEFT JOIN "public"."letter" AS "t6" ON "t6"."id" = "s"."other_id"
  ORDER BY
    "l0"."id" ASC,
    "s"."id" ASC
)
UNION ALL
(
  SELECT
    4,
    "l0"."id",
    "s"."n",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        3
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."quick" AS "t5"
      WHERE
        "t5"."letter_id" = "l0"."id"
    ) AS "s" ON TRUE
)
