WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."n" AS "n"
  FROM
    "public"."number" AS "t0"
  ORDER BY
    "t0"."n" ASC
  LIMIT
    1
)
SELECT
  0,
  "l0"."n",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."n",
    "t1"."row_number",
    "t1"."part"
  FROM
    (
      SELECT
        "t1"."n",
        "t1"."part",
        row_number() OVER (
          ORDER BY
            "t1"."n" ASC, "t1"."part" ASC) AS "row_number"
      FROM
        "public"."fraction" AS "t1"
    ) AS "t1"
  ORDER BY
    "t1"."row_number" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t2"."n",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."number" AS "t2"
  WHERE
    "t2"."n" = CAST($1 AS "pg_catalog"."int4")
)
-- $1 = "2"
