WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."row_number" AS "row_number",
    "t0"."id" AS "id",
    "t0"."note" AS "note"
  FROM
    (
      SELECT
        "t0"."id",
        "t0"."note",
        row_number() OVER (
          ORDER BY
            "t0"."id" ASC, "t0"."note" ASC) AS "row_number"
      FROM
        "public"."parent" AS "t0"
    ) AS "t0"
  ORDER BY
    "t0"."row_number" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."row_number",
  "l0"."id",
  "l0"."note",
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    count(*),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."parent" AS "t1"
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."int8"),
    "t2"."id",
    "t2"."note",
    "t2"."more"
  FROM
    "public"."child" AS "t2"
  ORDER BY
    "t2"."id" ASC
  LIMIT
    101
)
