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
"l1" AS MATERIALIZED (
  SELECT
    "l0"."code" AS "k",
    "s"."city_id" AS "city_id",
    "s"."name" AS "name"
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
),
"l2" AS MATERIALIZED (
  SELECT
    "s"."k" AS "k",
    "s"."person_id" AS "person_id",
    "s"."name" AS "name"
  FROM
    (
      SELECT
        "t2"."home_city_id" AS "k",
        "t2"."person_id" AS "person_id",
        "t2"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t2"."home_city_id"
          ORDER BY
            "t2"."person_id" ASC
        ) AS "rn"
      FROM
        "public"."person" AS "t2"
      WHERE
        "t2"."home_city_id" IN (
          SELECT
            "l1"."city_id"
          FROM
            "l1"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."person_id" ASC
)
SELECT
  0,
  "l0"."code",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int4"),
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
    "l1"."city_id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."bpchar"),
    "l2"."name",
    "l2"."k",
    "l2"."person_id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "l2"
)
UNION ALL
(
  SELECT
    3,
    "t5"."code",
    "s"."name",
    "s"."k",
    "t4"."city_id",
    "t5"."name"
  FROM
    (
      SELECT
        "t3"."boss_id" AS "k",
        "t3"."person_id" AS "person_id",
        "t3"."home_city_id" AS "home_city_id",
        "t3"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t3"."boss_id"
          ORDER BY
            "t3"."person_id" ASC
        ) AS "rn"
      FROM
        "public"."person" AS "t3"
      WHERE
        "t3"."boss_id" IN (
          SELECT
            "l2"."person_id"
          FROM
            "l2"
        )
    ) AS "s"
    LEFT JOIN "public"."city" AS "t4" ON "t4"."city_id" = "s"."home_city_id"
    LEFT JOIN "public"."country" AS "t5" ON "t5"."code" = "t4"."country_code"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."person_id" ASC
)
