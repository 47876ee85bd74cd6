WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."item" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    1
),
"l1" AS MATERIALIZED (
  SELECT
    "k"."n" AS "n",
    "t2"."id" AS "id"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($1 AS "pg_catalog"."text"[])) AS "pg_catalog"."int4"
        ) AS "k0",
        generate_subscripts(CAST($1 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."item" AS "t2" ON "t2"."id" = "k"."k0"
),
"l2" AS MATERIALIZED (
  SELECT
    "t4"."owner_id" AS "owner_id",
    "t5"."id" AS "t5_id",
    "t4"."id" AS "id"
  FROM
    "public"."item" AS "t4"
    LEFT JOIN "public"."item" AS "t5" ON "t5"."id" = "t4"."owner_id"
  WHERE
    "t4"."id" = CAST($2 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    "s"."n",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."item" AS "t1"
      WHERE
        "t1"."owner_id" = "l0"."id"
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l1"."n",
    CAST(NULL AS "pg_catalog"."int8"),
    "l1"."id"
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    3,
    "t3"."owner_id",
    count(*),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."item" AS "t3"
  WHERE
    "t3"."owner_id" IN (
      SELECT
        "l1"."id"
      FROM
        (
          SELECT DISTINCT
            "l1"."id"
          FROM
            "l1"
        ) AS "l1"
    )
  GROUP BY
    "t3"."owner_id"
)
UNION ALL
(
  SELECT
    4,
    "l2"."t5_id",
    CAST(NULL AS "pg_catalog"."int8"),
    "l2"."id"
  FROM
    "l2"
)
UNION ALL
(
  SELECT
    5,
    "l2"."t5_id",
    "s"."n",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT DISTINCT
        "l2"."t5_id"
      FROM
        "l2"
    ) AS "l2"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."item" AS "t6"
      WHERE
        "t6"."owner_id" = "l2"."t5_id"
    ) AS "s" ON TRUE
)
-- $1 = "{\"1\",\"2\"}", $2 = "2"
