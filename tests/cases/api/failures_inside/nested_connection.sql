WITH
"l0" AS MATERIALIZED (
  SELECT
    "k"."n" AS "n",
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($1 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($1 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."maker" AS "t0" ON "t0"."id" = "k"."k0"
)
SELECT
  0,
  "l0"."n",
  "l0"."name",
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    (
      SELECT DISTINCT
        "l0"."id"
      FROM
        "l0"
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."id" AS "id"
      FROM
        "public"."strained" AS "t1"
      WHERE
        "t1"."maker_id" = "l0"."id"
      ORDER BY
        "t1"."id" DESC
      LIMIT
        1
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    "s"."n"
  FROM
    (
      SELECT DISTINCT
        "l0"."id"
      FROM
        "l0"
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."strained" AS "t2"
      WHERE
        "t2"."maker_id" = "l0"."id"
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    "s"."n"
  FROM
    (
      SELECT DISTINCT
        "l0"."id"
      FROM
        "l0"
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."part" AS "t3"
      WHERE
        "t3"."maker_id" = "l0"."id"
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    4,
    "t4"."id",
    "t4"."name",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."maker" AS "t4"
  ORDER BY
    "t4"."id" ASC
  LIMIT
    1
)
UNION ALL
(
  SELECT
    5,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    count(*)
  FROM
    "public"."maker" AS "t5"
)
-- $1 = "{\"1\",\"99\",\"2\"}"
