WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."shelf" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    5
)
SELECT
  0,
  "l0"."id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."int8"),
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
    "s"."id"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."id" AS "id"
      FROM
        "public"."even" AS "t1"
      WHERE
        "t1"."shelf_id" = "l0"."id"
      ORDER BY
        "t1"."id" ASC
      LIMIT
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "t2"."shelf_id",
    CAST(NULL AS "pg_catalog"."text"),
    count(*),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."even" AS "t2"
  WHERE
    "t2"."shelf_id" IN (
      SELECT
        "l0"."id"
      FROM
        "l0"
    )
  GROUP BY
    "t2"."shelf_id"
)
