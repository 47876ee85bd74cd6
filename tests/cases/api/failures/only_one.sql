WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."row_number" AS "row_number",
    "t0"."n" AS "n",
    "t0"."part" AS "part"
  FROM
    (
      SELECT
        "t0"."n",
        "t0"."part",
        row_number() OVER (
          ORDER BY
            "t0"."n" ASC, "t0"."part" ASC) AS "row_number"
      FROM
        "public"."fraction" AS "t0"
    ) AS "t0"
  ORDER BY
    "t0"."row_number" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."row_number",
  "l0"."n",
  "l0"."part"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    count(*),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."fraction" AS "t1"
)
