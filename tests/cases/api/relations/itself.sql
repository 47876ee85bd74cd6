WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."person_id" AS "person_id",
    "t0"."name" AS "name"
  FROM
    "public"."person" AS "t0"
  ORDER BY
    "t0"."person_id" ASC
  LIMIT
    2
),
"l1" AS MATERIALIZED (
  SELECT
    "s"."k" AS "k",
    "s"."person_id" AS "person_id",
    "s"."name" AS "name"
  FROM
    (
      SELECT
        "t1"."boss_id" AS "k",
        "t1"."person_id" AS "person_id",
        "t1"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t1"."boss_id"
          ORDER BY
            "t1"."person_id" ASC
        ) AS "rn"
      FROM
        "public"."person" AS "t1"
      WHERE
        "t1"."boss_id" IN (
          SELECT
            "l0"."person_id"
          FROM
            "l0"
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
  "l0"."person_id",
  "l0"."name",
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
    "l1"."person_id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    2,
    "s"."k",
    "s"."name",
    "t3"."person_id",
    "t3"."name"
  FROM
    (
      SELECT
        "t2"."boss_id" AS "k",
        "t2"."person_id" AS "person_id",
        "t2"."boss_id" AS "boss_id",
        "t2"."name" AS "name",
        row_number() OVER (
          PARTITION BY
            "t2"."boss_id"
          ORDER BY
            "t2"."person_id" ASC
        ) AS "rn"
      FROM
        "public"."person" AS "t2"
      WHERE
        "t2"."boss_id" IN (
          SELECT
            "l1"."person_id"
          FROM
            "l1"
        )
    ) AS "s"
    LEFT JOIN "public"."person" AS "t3" ON "t3"."person_id" = "s"."boss_id"
  WHERE
    "s"."rn" <= 1
  ORDER BY
    "s"."k" ASC,
    "s"."person_id" ASC
)
