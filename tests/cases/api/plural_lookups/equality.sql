WITH
"l0" AS MATERIALIZED (
  SELECT
    "k"."n" AS "n",
    "t0"."artist_id" AS "artist_id",
    "t0"."code" AS "code"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($1 AS "pg_catalog"."text"[])) AS "pg_catalog"."bpchar"
        ) AS "k0",
        generate_subscripts(CAST($1 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."artist" AS "t0" ON "t0"."code" = "k"."k0"
)
SELECT
  0,
  "l0"."n",
  "l0"."artist_id",
  "l0"."code",
  CAST(NULL AS "pg_catalog"."numeric")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "k"."n",
    "t1"."artist_id",
    CAST(NULL AS "pg_catalog"."bpchar"),
    "t1"."amount"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($2 AS "pg_catalog"."text"[])) AS "pg_catalog"."numeric"
        ) AS "k0",
        generate_subscripts(CAST($2 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."artist" AS "t1" ON "t1"."amount" = "k"."k0"
)
-- $1 = "{\"ac\",\"acc \",\"\\\\\"}", $2 = "{\"1\",\"2.000\",\"3\"}"
