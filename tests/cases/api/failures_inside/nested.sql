WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."maker" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    4
)
SELECT
  0,
  "l0"."id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."id",
    "s"."ratio"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."id" AS "id",
        "t1"."ratio" AS "ratio"
      FROM
        "public"."part" AS "t1"
      WHERE
        "t1"."maker_id" = "l0"."id"
      ORDER BY
        "t1"."id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."n",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."part" AS "t2"
      WHERE
        "t2"."maker_id" = "l0"."id"
    ) AS "s" ON TRUE
)
