SELECT
  "t0"."flag",
  "t0"."at",
  "t0"."day",
  "t0"."id",
  "t0"."amount",
  "t0"."big",
  "t0"."code",
  CAST("t0"."label" AS "pg_catalog"."text")
FROM
  "public"."kind" AS "t0"
WHERE
  "t0"."flag" = CAST($1 AS "pg_catalog"."bool")
  AND "t0"."at" = CAST($2 AS "pg_catalog"."timestamptz")
  AND "t0"."day" = CAST($3 AS "pg_catalog"."date")
  AND "t0"."id" = CAST($4 AS "pg_catalog"."uuid")
  AND "t0"."amount" = CAST($5 AS "pg_catalog"."numeric")
  AND "t0"."big" = CAST($6 AS "pg_catalog"."int8")
  AND "t0"."code" = CAST($7 AS "pg_catalog"."bpchar")
  AND "t0"."label" = CAST($8 AS "pg_catalog"."varchar")
-- $1 = "true", $2 = "2025-01-02 03:04:05+00", $3 = "2025-01-02", $4 = "6a0e1f0e-7c0b-4d8e-9a59-1f2e3d4c5b6a", $5 = "1.00", $6 = "9007199254740993", $7 = "a", $8 = "b"
