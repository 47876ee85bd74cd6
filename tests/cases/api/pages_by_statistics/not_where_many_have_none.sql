WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."place" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    5
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."k",
    "s"."id"
  FROM
    (
      SELECT
        "t1"."place_id" AS "k",
        "t1"."id" AS "id",
        row_number() OVER (
          PARTITION BY
            "t1"."place_id"
          ORDER BY
            "t1"."id" ASC
        ) AS "rn"
      FROM
        "public"."elsewhere" AS "t1"
      WHERE
        "t1"."place_id" IN (
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
