WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."artist_id" AS "artist_id"
  FROM
    "public"."artist" AS "t0"
  ORDER BY
    "t0"."artist_id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."artist_id",
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."uuid"),
  CAST(NULL AS "pg_catalog"."timestamptz"),
  CAST(NULL AS "pg_catalog"."numeric"),
  CAST(NULL AS "pg_catalog"."date")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    "t1"."code",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."uuid"),
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."date")
  FROM
    "public"."language" AS "t1"
  ORDER BY
    "t1"."code" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."int4"),
    "t2"."hall",
    "t2"."number",
    CAST(NULL AS "pg_catalog"."uuid"),
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."date")
  FROM
    "public"."seat" AS "t2"
  ORDER BY
    "t2"."number" ASC,
    "t2"."hall" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    "t3"."token",
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."date")
  FROM
    "public"."token" AS "t3"
  ORDER BY
    "t3"."token" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."uuid"),
    "t4"."at",
    "t4"."amount",
    "t4"."day"
  FROM
    "public"."price" AS "t4"
  ORDER BY
    "t4"."at" ASC,
    "t4"."amount" ASC,
    "t4"."day" ASC
  LIMIT
    101
)
