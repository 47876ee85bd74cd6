WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."c" AS "c",
    "t0"."a" AS "a",
    "t0"."b" AS "b"
  FROM
    "public"."shorter" AS "t0"
  ORDER BY
    "t0"."c" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."c",
  "l0"."a",
  "l0"."b"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."a",
    "t1"."b",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."tie" AS "t1"
  ORDER BY
    "t1"."a" ASC
  LIMIT
    101
)
