SELECT
  "s".*,
  "batch"."n"
FROM
  (
    SELECT
      unnest((
          SELECT
            CAST($1 AS "pg_catalog"."int4"[]))) AS "n",
      unnest((
          SELECT
            CAST($2 AS "pg_catalog"."text"[]))) AS "b0",
      unnest((
          SELECT
            CAST($3 AS "pg_catalog"."text"[]))) AS "b1"
  ) AS "batch"
  INNER JOIN LATERAL (
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
      "t0"."harbour_id" = CAST("batch"."b0" AS "pg_catalog"."int4")
      AND "t0"."number" = CAST("batch"."b1" AS "pg_catalog"."int4")
  ) AS "s" ON TRUE
