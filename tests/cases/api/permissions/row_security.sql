WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."id" AS "id",
    "p"."team_id" AS "team_id",
    "t1"."id" AS "t1_id",
    "t1"."name" AS "t1_name",
    "p"."person_id" AS "person_id",
    "t3"."id" AS "t3_id",
    "t3"."name" AS "t3_name"
  FROM
    (
      SELECT
        "t0"."id" AS "id",
        "t0"."team_id" AS "team_id",
        "t0"."person_id" AS "person_id"
      FROM
        "public"."member" AS "t0"
      ORDER BY
        "t0"."id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."team" AS "t1" ON "t1"."id" = "p"."team_id"
    LEFT JOIN "public"."person" AS "t3" ON "t3"."id" = "p"."person_id"
  ORDER BY
    "p"."id" ASC
)
SELECT
  0,
  "l0"."id",
  "l0"."team_id",
  "l0"."t1_id",
  "l0"."t1_name",
  "l0"."t3_id",
  "l0"."t3_name",
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."k",
    "s"."id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    (
      SELECT
        "t2"."team_id" AS "k",
        "t2"."id" AS "id",
        row_number() OVER (
          PARTITION BY
            "t2"."team_id"
          ORDER BY
            "t2"."id" ASC
        ) AS "rn"
      FROM
        "public"."member" AS "t2"
      WHERE
        "t2"."team_id" IN (
          SELECT
            "l0"."t1_id"
          FROM
            (
              SELECT DISTINCT
                "l0"."t1_id"
              FROM
                (
                  SELECT
                    "l0"."t1_id"
                  FROM
                    "l0"
                  ORDER BY
                    "l0"."id" ASC
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
UNION ALL
(
  SELECT
    2,
    "t4"."id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    "t4"."name",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."team" AS "t4"
  ORDER BY
    "t4"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    count(*)
  FROM
    "public"."team" AS "t5"
)
