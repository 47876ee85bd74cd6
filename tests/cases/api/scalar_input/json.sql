WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."jsonb" AS "jsonb"
  FROM
    "public"."every" AS "t0"
  WHERE
    "t0"."jsonb" = CAST($1 AS "pg_catalog"."jsonb")
)
SELECT
  0,
  "l0"."id",
  "l0"."jsonb"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    CAST(NULL AS "pg_catalog"."jsonb")
  FROM
    "public"."every" AS "t1"
  WHERE
    "t1"."jsonb" = CAST($2 AS "pg_catalog"."jsonb")
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."jsonb")
  FROM
    "public"."every" AS "t2"
  WHERE
    "t2"."jsonb" = CAST($3 AS "pg_catalog"."jsonb")
)
-- $1 = "{\"a\":[1.5,null],\"b\":\"x\"}", $2 = "{\"b\":\"x\",\"a\":[1.50,null]}", $3 = "{\"b\":\"x\",\"a\":[1.5,null]}"
