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
            CAST($2 AS "pg_catalog"."text"[]))) AS "b0"
  ) AS "batch"
  INNER JOIN LATERAL (
    SELECT
      "t0"."name",
      "t0"."built",
      "t1"."harbour_id",
      "t1"."name",
      "t1"."depth",
      "t0"."ship_id"
    FROM
      "public"."ship" AS "t0"
      LEFT JOIN "public"."harbour" AS "t1" ON "t1"."harbour_id" = "t0"."home_id"
    WHERE
      "t0"."ship_id" = CAST("batch"."b0" AS "pg_catalog"."int4")
  ) AS "s" ON TRUE
