WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."ratio" AS "ratio"
  FROM
    "public"."part" AS "t0"
  WHERE
    "t0"."id" = CAST($1 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."id",
  "l0"."ratio",
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    "t1"."ratio",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."part" AS "t1"
  WHERE
    "t1"."id" = CAST($2 AS "pg_catalog"."int4")
)
UNION ALL
(
  SELECT
    2,
    "k"."n",
    "t2"."id",
    "t2"."ratio"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($3 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($3 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."part" AS "t2" ON "t2"."id" = "k"."k0"
)
-- $1 = "3", $2 = "4", $3 = "{\"2\",\"3\",\"4\",\"99\"}"
