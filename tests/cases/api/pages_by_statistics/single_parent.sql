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
    1
)
SELECT
  0,
  "l0"."id",
  "l0"."name",
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
    "s"."id",
    "s"."weight"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."weight" AS "weight",
        "t1"."id" AS "id"
      FROM
        "public"."uneven" AS "t1"
      WHERE
        "t1"."shelf_id" = "l0"."id"
      ORDER BY
        "t1"."weight" DESC,
        "t1"."id" DESC
      LIMIT
        3
    ) AS "s" ON TRUE
)
