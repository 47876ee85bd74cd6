WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."ratio" AS "ratio"
  FROM
    "public"."part" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    3
)
SELECT
  0,
  "l0"."id",
  "l0"."ratio",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int8"),
    "t1"."name"
  FROM
    "public"."maker" AS "t1"
  ORDER BY
    "t1"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    count(*),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."maker" AS "t2"
)
UNION ALL
(
  SELECT
    3,
    "k"."n",
    "t3"."number",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($1 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($1 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."part" AS "t3" ON "t3"."id" = "k"."k0"
)
UNION ALL
(
  SELECT
    4,
    "t4"."share",
    "t4"."id",
    CAST(NULL AS "pg_catalog"."int8"),
    "t4"."name"
  FROM
    "public"."maker" AS "t4"
  WHERE
    "t4"."id" = CAST($2 AS "pg_catalog"."int4")
)
-- $1 = "{\"7\",\"8\"}", $2 = "4"
