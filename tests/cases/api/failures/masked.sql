WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."row_number" AS "row_number",
    "t0"."it" AS "it"
  FROM
    (
      SELECT
        "t0"."it",
        row_number() OVER (
          ORDER BY
            "t0"."n" ASC, "t0"."it" ASC) AS "row_number"
      FROM
        "public"."fault" AS "t0"
    ) AS "t0"
  ORDER BY
    "t0"."row_number" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."row_number",
  "l0"."it"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    count(*),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."number" AS "t1"
)
