WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."code" AS "code"
  FROM
    "public"."numeric_parent" AS "t0"
  ORDER BY
    "t0"."code" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."code",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."numeric"),
  CAST(NULL AS "pg_catalog"."numeric")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."k",
    "s"."id",
    "s"."code",
    "t2"."code"
  FROM
    (
      SELECT
        "l0"."code" AS "k",
        "t1"."id" AS "id",
        "t1"."code" AS "code",
        row_number() OVER (
          PARTITION BY
            "l0"."code"
          ORDER BY
            "t1"."id" ASC
        ) AS "rn"
      FROM
        "public"."numeric_child" AS "t1"
        INNER JOIN (
          SELECT
            "l0"."code"
          FROM
            "l0"
          ORDER BY
            "l0"."code" ASC
          LIMIT
            100
        ) AS "l0" ON "t1"."code" = "l0"."code"
    ) AS "s"
    LEFT JOIN "public"."numeric_parent" AS "t2" ON "t2"."code" = "s"."code"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC
)
