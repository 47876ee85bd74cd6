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
      "t0"."harbour_id",
      "t0"."name"
    FROM
      "public"."harbour" AS "t0"
    WHERE
      "t0"."code" = CAST("batch"."b0" AS "pg_catalog"."text")
  ) AS "s" ON TRUE
