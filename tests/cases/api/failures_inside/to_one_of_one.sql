SELECT
  "t0"."price",
  "t1"."id",
  "t1"."label",
  "t1"."ratio",
  "t2"."id",
  "t2"."name",
  "t2"."share",
  "t0"."shop_id"
FROM
  "public"."offer" AS "t0"
  LEFT JOIN "public"."part" AS "t1" ON "t1"."id" = "t0"."part_id"
  LEFT JOIN "public"."maker" AS "t2" ON "t2"."id" = "t1"."maker_id"
WHERE
  "t0"."shop_id" = CAST($1 AS "pg_catalog"."int4")
  AND "t0"."part_id" = CAST($2 AS "pg_catalog"."int4")
-- $1 = "1", $2 = "3"
