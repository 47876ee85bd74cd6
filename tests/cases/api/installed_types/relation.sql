WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."name" AS "name"
  FROM
    "public"."user_name" AS "t0"
  ORDER BY
    "t0"."name" ASC
  LIMIT
    101
)
SELECT
  0,
  CAST("l0"."name" AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST("s"."k" AS "pg_catalog"."text"),
    "s"."id",
    CAST("s"."user_name" AS "pg_catalog"."text"),
    CAST("t2"."name" AS "pg_catalog"."text")
  FROM
    (
      SELECT
        "l0"."name" AS "k",
        "t1"."id" AS "id",
        "t1"."user_name" AS "user_name",
        row_number() OVER (
          PARTITION BY
            "l0"."name"
          ORDER BY
            "t1"."id" ASC
        ) AS "rn"
      FROM
        "public"."message" AS "t1"
        INNER JOIN (
          SELECT
            "l0"."name"
          FROM
            "l0"
          ORDER BY
            "l0"."name" ASC
          LIMIT
            100
        ) AS "l0" ON "t1"."user_name" = "l0"."name"
    ) AS "s"
    LEFT JOIN "public"."user_name" AS "t2" ON "t2"."name" = "s"."user_name"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC
)
