SELECT
  "t0"."id",
  CAST("t0"."int2" AS "pg_catalog"."int4"),
  "t0"."int4",
  "t0"."int8",
  CAST("t0"."oid" AS "pg_catalog"."int8"),
  "t0"."numeric",
  "t0"."scaled",
  CAST("t0"."money" AS "pg_catalog"."numeric"),
  "t0"."float4",
  "t0"."float8",
  "t0"."bool"
FROM
  "public"."every" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  101
