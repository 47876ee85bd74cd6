WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."mood" AS "mood"
  FROM
    "public"."feeling" AS "t0"
  WHERE
    "t0"."mood" = CAST($1 AS "public"."mood")
)
SELECT
  0,
  CAST("l0"."mood" AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST("t1"."mood" AS "pg_catalog"."text"),
    "k"."n"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($2 AS "pg_catalog"."text"[])) AS "public"."mood"
        ) AS "k0",
        generate_subscripts(CAST($2 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."feeling" AS "t1" ON "t1"."mood" = "k"."k0"
)
-- $1 = "true", $2 = "{\"\",\"2fast\",\"so_so\",\"with space\"}"
