WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."row_number" AS "row_number",
    "t0"."a" AS "a",
    "t0"."b" AS "b"
  FROM
    (
      SELECT
        "t0"."a",
        "t0"."b",
        row_number() OVER (
          ORDER BY
            "t0"."a" ASC, "t0"."b" ASC) AS "row_number"
      FROM
        "public"."nullable_key" AS "t0"
    ) AS "t0"
  ORDER BY
    "t0"."row_number" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."row_number",
  "l0"."a",
  "l0"."b",
  CAST(NULL AS "pg_catalog"."float8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."row_number",
    CAST(NULL AS "pg_catalog"."int4"),
    "t1"."name",
    "t1"."weight"
  FROM
    (
      SELECT
        "t1"."name",
        "t1"."weight",
        row_number() OVER (
          ORDER BY
            "t1"."name" ASC,
            "t1"."weight" ASC,
            CAST("t1"."data" AS "pg_catalog"."text") ASC
        ) AS "row_number"
      FROM
        "public"."bag" AS "t1"
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
    "t2"."row_number",
    CAST(NULL AS "pg_catalog"."int4"),
    "t2"."name",
    "t2"."weight"
  FROM
    (
      SELECT
        "t2"."name",
        "t2"."weight",
        row_number() OVER (
          ORDER BY
            "t2"."name" ASC, "t2"."weight" ASC) AS "row_number"
      FROM
        "public"."heavy" AS "t2"
    ) AS "t2"
  ORDER BY
    "t2"."row_number" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t3"."row_number",
    CAST(NULL AS "pg_catalog"."int4"),
    "t3"."name",
    CAST(NULL AS "pg_catalog"."float8")
  FROM
    (
      SELECT
        "t3"."name",
        row_number() OVER (
          ORDER BY
            "t3"."name" ASC) AS "row_number"
      FROM
        "public"."kept" AS "t3"
    ) AS "t3"
  ORDER BY
    "t3"."row_number" ASC
  LIMIT
    3
)
