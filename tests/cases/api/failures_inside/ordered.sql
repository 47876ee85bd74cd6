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
    "p"."id",
    "p"."ratio",
    "p"."label",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    (
      SELECT
        "t1"."id" AS "id",
        "t1"."label" AS "label",
        "t1"."ratio" AS "ratio"
      FROM
        "public"."part" AS "t1"
      ORDER BY
        "t1"."label" DESC,
        "t1"."id" DESC
      LIMIT
        3
    ) AS "p"
  ORDER BY
    "p"."label" DESC,
    "p"."id" DESC
)
UNION ALL
(
  SELECT
    2,
    "p"."id",
    "p"."t3_id",
    "p"."t3_name",
    "p"."t3_share",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    (
      SELECT
        "t2"."id" AS "id",
        "t3"."name" AS "t3_name",
        "t3"."id" AS "t3_id",
        "t3"."share" AS "t3_share"
      FROM
        "public"."part" AS "t2"
        LEFT JOIN "public"."maker" AS "t3" ON "t3"."id" = "t2"."maker_id"
      ORDER BY
        "t3"."name" DESC,
        "t2"."id" DESC
      LIMIT
        4
    ) AS "p"
  ORDER BY
    "p"."t3_name" DESC,
    "p"."id" DESC
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
