WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."ratio" AS "ratio",
    "t0"."id" AS "id"
  FROM
    "public"."part" AS "t0"
  ORDER BY
    "t0"."ratio" ASC,
    "t0"."id" ASC
  LIMIT
    3
)
SELECT
  0,
  "l0"."ratio",
  "l0"."id",
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    "t1"."ratio",
    "t1"."label",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."part" AS "t1"
  ORDER BY
    "t1"."label" DESC,
    "t1"."id" DESC
  LIMIT
    3
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    "t3"."id",
    "t3"."name",
    "t3"."share",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."part" AS "t2"
    LEFT JOIN "public"."maker" AS "t3" ON "t3"."id" = "t2"."maker_id"
  ORDER BY
    "t3"."name" DESC,
    "t2"."id" DESC
  LIMIT
    4
)
UNION ALL
(
  SELECT
    3,
    "t4"."id",
    "t4"."ratio",
    CAST(NULL AS "pg_catalog"."text"),
    "t4"."number",
    "t4"."row_number"
  FROM
    (
      SELECT
        "t4"."id",
        "t4"."ratio",
        "t4"."number",
        row_number() OVER (
          ORDER BY
            "t4"."id" DESC,
            "t4"."ratio" ASC,
            "t4"."number" ASC
        ) AS "row_number"
      FROM
        "public"."reading" AS "t4"
    ) AS "t4"
  ORDER BY
    "t4"."row_number" ASC
  LIMIT
    3
)
