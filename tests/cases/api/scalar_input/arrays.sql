WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."every" AS "t0"
  WHERE
    "t0"."ints" = CAST($1 AS "pg_catalog"."int4"[])
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."text"[])
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    CAST(NULL AS "pg_catalog"."text"[])
  FROM
    "public"."every" AS "t1"
  WHERE
    "t1"."ints" = CAST($2 AS "pg_catalog"."int4"[])
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    "t2"."texts"
  FROM
    "public"."every" AS "t2"
  WHERE
    "t2"."texts" = CAST($3 AS "pg_catalog"."text"[])
)
UNION ALL
(
  SELECT
    3,
    "t3"."id",
    CAST("t3"."colors" AS "pg_catalog"."text"[])
  FROM
    "public"."every" AS "t3"
  WHERE
    "t3"."colors" = CAST($4 AS "public"."color"[])
)
-- $1 = "{\"1\",NULL,\"3\"}", $2 = "{\"1\",NULL,\"3\"}", $3 = "{\"a\\\"b\",\"{}\",NULL,\"NULL\"}", $4 = "{\"so-so\",\"red\"}"
