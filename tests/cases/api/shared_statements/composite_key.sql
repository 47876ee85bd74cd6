SELECT
  "t1"."ship_id",
  "t1"."name",
  "t2"."harbour_id",
  "t2"."code",
  "t0"."harbour_id"
FROM
  "public"."berth" AS "t0"
  LEFT JOIN "public"."ship" AS "t1" ON "t1"."ship_id" = "t0"."ship_id"
  LEFT JOIN "public"."harbour" AS "t2" ON "t2"."harbour_id" = "t1"."home_id"
WHERE
  "t0"."harbour_id" = CAST($1 AS "pg_catalog"."int4")
  AND "t0"."number" = CAST($2 AS "pg_catalog"."int4")
-- $1 = "2", $2 = "1"
