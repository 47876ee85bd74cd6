WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."every" AS "t0"
  WHERE
    "t0"."int2" = CAST($1 AS "pg_catalog"."int2")
)
SELECT
  0,
  "l0"."id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id"
  FROM
    "public"."every" AS "t1"
  WHERE
    "t1"."int8" = CAST($2 AS "pg_catalog"."int8")
)
UNION ALL
(
  SELECT
    2,
    "t2"."id"
  FROM
    "public"."every" AS "t2"
  WHERE
    "t2"."int8" = CAST($3 AS "pg_catalog"."int8")
)
UNION ALL
(
  SELECT
    3,
    "t3"."id"
  FROM
    "public"."every" AS "t3"
  WHERE
    "t3"."oid" = CAST($4 AS "pg_catalog"."oid")
)
UNION ALL
(
  SELECT
    4,
    "t4"."id"
  FROM
    "public"."every" AS "t4"
  WHERE
    "t4"."numeric" = CAST($5 AS "pg_catalog"."numeric")
)
UNION ALL
(
  SELECT
    5,
    "t5"."id"
  FROM
    "public"."every" AS "t5"
  WHERE
    "t5"."numeric" = CAST($6 AS "pg_catalog"."numeric")
)
UNION ALL
(
  SELECT
    6,
    "t6"."id"
  FROM
    "public"."every" AS "t6"
  WHERE
    CAST("t6"."money" AS "pg_catalog"."numeric") = CAST($7 AS "pg_catalog"."numeric")
)
UNION ALL
(
  SELECT
    7,
    "t7"."id"
  FROM
    "public"."every" AS "t7"
  WHERE
    "t7"."float4" = CAST($8 AS "pg_catalog"."float4")
)
UNION ALL
(
  SELECT
    8,
    "t8"."id"
  FROM
    "public"."every" AS "t8"
  WHERE
    "t8"."float8" = CAST($9 AS "pg_catalog"."float8")
)
UNION ALL
(
  SELECT
    9,
    "t9"."id"
  FROM
    "public"."every" AS "t9"
  WHERE
    "t9"."bool" = CAST($10 AS "pg_catalog"."bool")
)
UNION ALL
(
  SELECT
    10,
    "t10"."id"
  FROM
    "public"."every" AS "t10"
  WHERE
    "t10"."positive" = CAST($11 AS "pg_catalog"."int4")
)
-- $1 = "7", $2 = "9007199254740993", $3 = "9007199254740993", $4 = "4294967295", $5 = "1.50", $6 = "1.5000", $7 = "12.50", $8 = "0.1", $9 = "1e-1", $10 = "true", $11 = "5"
