WITH
"l0" AS MATERIALIZED (
  SELECT
    "k"."n" AS "n",
    "t0"."id" AS "id"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($1 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($1 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."gone" AS "t0" ON "t0"."id" = "k"."k0"
)
SELECT
  0,
  "l0"."n",
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "k"."n",
    "t1"."id",
    "t1"."share",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($2 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($2 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."maker" AS "t1" ON "t1"."id" = "k"."k0"
)
UNION ALL
(
  SELECT
    2,
    "k"."n",
    "t2"."id",
    "t2"."ratio",
    CAST(NULL AS "pg_catalog"."text")
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
UNION ALL
(
  SELECT
    3,
    "t3"."id",
    "t3"."ratio",
    CAST(NULL AS "pg_catalog"."int4"),
    "t3"."label"
  FROM
    "public"."part" AS "t3"
  WHERE
    "t3"."id" = CAST($4 AS "pg_catalog"."int4")
)
-- $1 = "{\"1\"}", $2 = "{\"4\",\"5\"}", $3 = "{\"3\",\"4\"}", $4 = "3"
