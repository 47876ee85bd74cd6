WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."person_id" AS "person_id",
    "p"."name" AS "name",
    "p"."home_city_id" AS "home_city_id",
    "t1"."city_id" AS "t1_city_id",
    "t1"."name" AS "t1_name"
  FROM
    (
      SELECT
        "t0"."person_id" AS "person_id",
        "t0"."name" AS "name",
        "t0"."home_city_id" AS "home_city_id"
      FROM
        "public"."person" AS "t0"
      ORDER BY
        "t0"."person_id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."city" AS "t1" ON "t1"."city_id" = "p"."home_city_id"
  ORDER BY
    "p"."person_id" ASC
)
SELECT
  0,
  "l0"."person_id",
  "l0"."name",
  "l0"."t1_city_id",
  "l0"."t1_name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."k",
    "s"."name",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
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
            "l0"."t1_city_id"
          FROM
            (
              SELECT DISTINCT
                "l0"."t1_city_id"
              FROM
                (
                  SELECT
                    "l0"."t1_city_id"
                  FROM
                    "l0"
                  ORDER BY
                    "l0"."person_id" ASC
                  LIMIT
                    100
                ) AS "l0"
            ) AS "l0"
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
    2,
    "s"."k",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        "t3"."city_id" AS "k",
        "t3"."id" AS "id",
        row_number() OVER (
          PARTITION BY
            "t3"."city_id"
          ORDER BY
            "t3"."id" ASC
        ) AS "rn"
      FROM
        "public"."not_proved" AS "t3"
      WHERE
        "t3"."city_id" IN (
          SELECT
            "l0"."t1_city_id"
          FROM
            (
              SELECT DISTINCT
                "l0"."t1_city_id"
              FROM
                (
                  SELECT
                    "l0"."t1_city_id"
                  FROM
                    "l0"
                  ORDER BY
                    "l0"."person_id" ASC
                  LIMIT
                    100
                ) AS "l0"
            ) AS "l0"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC
)
