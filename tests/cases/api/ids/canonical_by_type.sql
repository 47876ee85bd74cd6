WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."row_id" AS "row_id",
    "t0"."token" AS "token"
  FROM
    "public"."token" AS "t0"
  WHERE
    "t0"."token" = CAST($1 AS "pg_catalog"."uuid")
)
SELECT
  0,
  "l0"."row_id",
  "l0"."token",
  CAST(NULL AS "pg_catalog"."numeric"),
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."timestamptz"),
  CAST(NULL AS "pg_catalog"."date")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."uuid"),
    "t1"."price",
    "t1"."number",
    "t1"."hall",
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."date")
  FROM
    "public"."seat" AS "t1"
  WHERE
    "t1"."number" = CAST($2 AS "pg_catalog"."int8")
    AND "t1"."hall" = CAST($3 AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."uuid"),
    "t2"."amount",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."text"),
    "t2"."at",
    "t2"."day"
  FROM
    "public"."price" AS "t2"
  WHERE
    "t2"."at" = CAST($4 AS "pg_catalog"."timestamptz")
    AND "t2"."amount" = CAST($5 AS "pg_catalog"."numeric")
    AND "t2"."day" = CAST($6 AS "pg_catalog"."date")
)
-- $1 = "6a0e1f0e-7c0b-4d8e-9a59-1f2e3d4c5b6a", $2 = "9007199254740993", $3 = "A", $4 = "2025-03-01 12:00:00.5+00", $5 = "1.50", $6 = "0044-03-15 BC"
