WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."code" AS "code",
    "t0"."name" AS "name"
  FROM
    "public"."country" AS "t0"
  ORDER BY
    "t0"."code" ASC
  LIMIT
    101
),
"l2" AS MATERIALIZED (
  SELECT
    "t3"."city_id" AS "city_id",
    "t3"."name" AS "name"
  FROM
    "public"."city" AS "t3"
  ORDER BY
    "t3"."city_id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."code",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."code",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "l0"."code"
      FROM
        "l0"
      ORDER BY
        "l0"."code" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."city_id" AS "city_id",
        "t1"."name" AS "name"
      FROM
        "public"."city" AS "t1"
      WHERE
        "t1"."country_code" = "l0"."code"
      ORDER BY
        "t1"."city_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."code",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."n",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "l0"."code"
      FROM
        "l0"
      ORDER BY
        "l0"."code" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."city" AS "t2"
      WHERE
        "t2"."country_code" = "l0"."code"
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."bpchar"),
    "l2"."name",
    CAST(NULL AS "pg_catalog"."int8"),
    "l2"."city_id"
  FROM
    "l2"
)
UNION ALL
(
  SELECT
    4,
    CAST(NULL AS "pg_catalog"."bpchar"),
    "s"."name",
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."k"
  FROM
    (
      SELECT
        "t4"."home_city_id" AS "k",
        "t4"."person_id" AS "person_id",
        "t4"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t4"."home_city_id"
          ORDER BY
            "t4"."person_id" ASC
        ) AS "rn"
      FROM
        "public"."person" AS "t4"
      WHERE
        "t4"."home_city_id" IN (
          SELECT
            "l2"."city_id"
          FROM
            (
              SELECT
                "l2"."city_id"
              FROM
                "l2"
              ORDER BY
                "l2"."city_id" ASC
              LIMIT
                100
            ) AS "l2"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."person_id" ASC
)
UNION ALL
(
  SELECT
    5,
    CAST(NULL AS "pg_catalog"."bpchar"),
    "s"."name",
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."k"
  FROM
    (
      SELECT
        "t5"."work_city_id" AS "k",
        "t5"."person_id" AS "person_id",
        "t5"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t5"."work_city_id"
          ORDER BY
            "t5"."person_id" ASC
        ) AS "rn"
      FROM
        "public"."person" AS "t5"
      WHERE
        "t5"."work_city_id" IN (
          SELECT
            "l2"."city_id"
          FROM
            (
              SELECT
                "l2"."city_id"
              FROM
                "l2"
              ORDER BY
                "l2"."city_id" ASC
              LIMIT
                100
            ) AS "l2"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."person_id" ASC
)
