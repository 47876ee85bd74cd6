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
      "t0"."ship_id",
      "t0"."name"
    FROM
      "public"."ship" AS "t0"
    WHERE
      "t0"."ship_id" > CAST("batch"."b0" AS "pg_catalog"."int4")
    ORDER BY
      "t0"."ship_id" ASC
    LIMIT
      5
  ) AS "s" ON TRUE
