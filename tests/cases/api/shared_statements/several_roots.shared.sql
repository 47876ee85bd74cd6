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
            CAST($3 AS "pg_catalog"."text"[]))) AS "b1",
      unnest((
          SELECT
            CAST($4 AS "pg_catalog"."text"[]))) AS "b2"
  ) AS "batch"
  INNER JOIN LATERAL (
    WITH
    "l0" AS MATERIALIZED (
      SELECT
        "t0"."ship_id" AS "ship_id",
        "t0"."name" AS "name"
      FROM
        "public"."ship" AS "t0"
      WHERE
        "t0"."ship_id" = CAST("batch"."b0" AS "pg_catalog"."int4")
    )
    SELECT
      0,
      "l0"."name",
      "l0"."ship_id"
    FROM
      "l0"
    UNION ALL
    (
      SELECT
        1,
        "t1"."name",
        "t1"."ship_id"
      FROM
        "public"."ship" AS "t1"
      WHERE
        "t1"."ship_id" = CAST("batch"."b1" AS "pg_catalog"."int4")
    )
    UNION ALL
    (
      SELECT
        2,
        "t2"."name",
        "t2"."harbour_id"
      FROM
        "public"."harbour" AS "t2"
      WHERE
        "t2"."harbour_id" = CAST("batch"."b2" AS "pg_catalog"."int4")
    )
  ) AS "s" ON TRUE
