WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."shelf" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    5
)
SELECT
  0,
  "l0"."id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."k",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."id"
  FROM
    (
      SELECT
        "t1"."shelf_id" AS "k",
        "t1"."id" AS "id",
        row_number() OVER (
          PARTITION BY
            "t1"."shelf_id"
          ORDER BY
            "t1"."id" ASC
        ) AS "rn"
      FROM
        "public"."never_analysed" AS "t1"
      WHERE
        "t1"."shelf_id" IN (
          SELECT
            "l0"."id"
          FROM
            "l0"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 3
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC
)
