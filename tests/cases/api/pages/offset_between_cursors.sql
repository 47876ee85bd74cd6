WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."letter" AS "t0"
  WHERE
    "t0"."id" > CAST($1 AS "pg_catalog"."int4")
    AND "t0"."id" < CAST($2 AS "pg_catalog"."int4")
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101 OFFSET CAST($3 AS pg_catalog.int8)
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."bool")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    (
      SELECT
        1
      FROM
        "public"."letter" AS "t1"
      WHERE
        "t1"."id" <= CAST($4 AS "pg_catalog"."int4")
      ORDER BY
        "t1"."id" DESC
      LIMIT
        1
    ) IS NOT NULL
    OR (
      SELECT
        1
      FROM
        "public"."letter" AS "t1"
      WHERE
        "t1"."id" < CAST($5 AS "pg_catalog"."int4")
      ORDER BY
        "t1"."id" DESC
      LIMIT
        1
    ) IS NOT NULL
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "public"."letter" AS "t2"
  WHERE
    "t2"."id" > CAST($6 AS "pg_catalog"."int4")
    AND "t2"."id" < CAST($7 AS "pg_catalog"."int4")
  ORDER BY
    "t2"."id" ASC
  LIMIT
    101 OFFSET CAST($8 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."int4"),
    (
      SELECT
        1
      FROM
        "public"."letter" AS "t3"
      WHERE
        "t3"."id" <= CAST($9 AS "pg_catalog"."int4")
      ORDER BY
        "t3"."id" DESC
      LIMIT
        1
    ) IS NOT NULL
    OR (
      SELECT
        1
      FROM
        "public"."letter" AS "t3"
      WHERE
        "t3"."id" < CAST($10 AS "pg_catalog"."int4")
      ORDER BY
        "t3"."id" DESC
      LIMIT
        1
    ) IS NOT NULL
)
-- $1 = "1", $2 = "6", $3 = "1", $4 = "1", $5 = "6", $6 = "6", $7 = "1", $8 = "1", $9 = "6", $10 = "1"
