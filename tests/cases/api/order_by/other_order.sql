WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."title" AS "title"
  FROM
    "public"."book" AS "t0"
  WHERE
    ("t0"."title", "t0"."id") > (
      CAST($1 AS "pg_catalog"."text"),
      CAST($2 AS "pg_catalog"."int4")
    )
    OR "t0"."title" IS NULL
  ORDER BY
    "t0"."title" ASC,
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."title",
  CAST(NULL AS "pg_catalog"."bool"),
  "l0"."id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."text"),
    EXISTS (
      SELECT
        1
      FROM
        "public"."book" AS "t1"
      WHERE
        ("t1"."title", "t1"."id") <= (
          CAST($3 AS "pg_catalog"."text"),
          CAST($4 AS "pg_catalog"."int4")
        )
    ),
    CAST(NULL AS "pg_catalog"."int4")
)
-- $1 = "Bread", $2 = "4", $3 = "Bread", $4 = "4"
