WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."at" AS "at",
    "t0"."day" AS "day",
    "t0"."amount" AS "amount"
  FROM
    "public"."price" AS "t0"
  WHERE
    "t0"."at" = CAST($1 AS "pg_catalog"."timestamptz")
    AND "t0"."amount" = CAST($2 AS "pg_catalog"."numeric")
    AND "t0"."day" = CAST($3 AS "pg_catalog"."date")
)
SELECT
  0,
  "l0"."amount",
  "l0"."at",
  "l0"."day",
  CAST(NULL AS "pg_catalog"."bpchar"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."amount",
    "t1"."at",
    "t1"."day",
    CAST(NULL AS "pg_catalog"."bpchar"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."price" AS "t1"
  WHERE
    "t1"."at" = CAST($4 AS "pg_catalog"."timestamptz")
    AND "t1"."amount" = CAST($5 AS "pg_catalog"."numeric")
    AND "t1"."day" = CAST($6 AS "pg_catalog"."date")
)
UNION ALL
(
  SELECT
    2,
    "t2"."amount",
    "t2"."at",
    "t2"."day",
    CAST(NULL AS "pg_catalog"."bpchar"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."price" AS "t2"
  WHERE
    "t2"."at" = CAST($7 AS "pg_catalog"."timestamptz")
    AND "t2"."amount" = CAST($8 AS "pg_catalog"."numeric")
    AND "t2"."day" = CAST($9 AS "pg_catalog"."date")
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."date"),
    "t3"."code",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."code" AS "t3"
  WHERE
    "t3"."code" = CAST($10 AS "pg_catalog"."bpchar")
)
UNION ALL
(
  SELECT
    4,
    CAST(NULL AS "pg_catalog"."numeric"),
    CAST(NULL AS "pg_catalog"."timestamptz"),
    CAST(NULL AS "pg_catalog"."date"),
    "t4"."code",
    "k"."n"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($11 AS "pg_catalog"."text"[])) AS "pg_catalog"."bpchar"
        ) AS "k0",
        generate_subscripts(CAST($11 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."code" AS "t4" ON "t4"."code" = "k"."k0"
)
-- $1 = "2025-03-01 12:00:00.5+00", $2 = "1.50", $3 = "0044-03-15 BC", $4 = "2025-03-01 12:00:00.5+00", $5 = "1.5", $6 = "0044-03-15 BC", $7 = "2025-03-01 12:00:00.5+00", $8 = "1.51", $9 = "0044-03-15 BC", $10 = "a", $11 = "{\"a\",\"b\"}"
