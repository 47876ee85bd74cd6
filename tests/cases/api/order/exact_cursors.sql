WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."at" AS "at",
    "t0"."n" AS "n"
  FROM
    "public"."at" AS "t0"
  ORDER BY
    "t0"."at" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."at",
  "l0"."n",
  CAST(NULL AS "pg_catalog"."numeric"),
  CAST(NULL AS "pg_catalog"."float8"),
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."bytea")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."int4"),
    "t1"."num",
    CAST(NULL AS "pg_catalog"."float8"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."bytea")
  FROM
    "public"."num" AS "t1"
  ORDER BY
    "t1"."num" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."numeric"),
    "t2"."fl",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."bytea")
  FROM
    "public"."fl" AS "t2"
  ORDER BY
    "t2"."fl" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."float8"),
    "t3"."tx",
    CAST(NULL AS "pg_catalog"."bytea")
  FROM
    "public"."tx" AS "t3"
  ORDER BY
    "t3"."tx" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."float8"),
    CAST(NULL AS "pg_catalog"."text"),
    "t4"."by"
  FROM
    "public"."by" AS "t4"
  ORDER BY
    "t4"."by" ASC
  LIMIT
    101
)
