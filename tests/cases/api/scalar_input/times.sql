WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."every" AS "t0"
  WHERE
    "t0"."timestamptz" = CAST($1 AS "pg_catalog"."timestamptz")
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."interval")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."every" AS "t1"
  WHERE
    "t1"."timestamptz" = CAST($2 AS "pg_catalog"."timestamptz")
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."every" AS "t2"
  WHERE
    "t2"."timestamp" = CAST($3 AS "pg_catalog"."timestamp")
)
UNION ALL
(
  SELECT
    3,
    "t3"."id",
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."every" AS "t3"
  WHERE
    "t3"."date" = CAST($4 AS "pg_catalog"."date")
)
UNION ALL
(
  SELECT
    4,
    "t4"."id",
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."every" AS "t4"
  WHERE
    "t4"."time" = CAST($5 AS "pg_catalog"."time")
)
UNION ALL
(
  SELECT
    5,
    "t5"."id",
    CAST(NULL AS "pg_catalog"."interval")
  FROM
    "public"."every" AS "t5"
  WHERE
    "t5"."timetz" = CAST($6 AS "pg_catalog"."timetz")
)
UNION ALL
(
  SELECT
    6,
    "t6"."id",
    "t6"."interval"
  FROM
    "public"."every" AS "t6"
  WHERE
    "t6"."interval" = CAST($7 AS "pg_catalog"."interval")
)
-- $1 = "2025-03-01 10:34:56.789+00", $2 = "2025-03-01 10:34:56.789+00", $3 = "2025-03-01 12:34:56", $4 = "0044-03-15 BC", $5 = "24:00:00", $6 = "12:34:56+02", $7 = "P1Y2M3DT-4H-5M-6.789S"
