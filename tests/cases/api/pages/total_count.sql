WITH
"l3" AS MATERIALIZED (
  SELECT
    "t7"."id" AS "id",
    "t7"."name" AS "name"
  FROM
    "public"."letter" AS "t7"
  ORDER BY
    "t7"."id" ASC
  LIMIT
    4
)
SELECT
  0,
  count(*),
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."text")
FROM
  "public"."letter" AS "t0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int8"),
    "t1"."id",
    "t1"."name"
  FROM
    "public"."letter" AS "t1"
  WHERE
    "t1"."id" > CAST($1 AS "pg_catalog"."int4")
  ORDER BY
    "t1"."id" ASC
  LIMIT
    2
)
UNION ALL
(
  SELECT
    2,
    count(*),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."letter" AS "t2"
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."int8"),
    "t3"."id",
    "t3"."name"
  FROM
    "public"."letter" AS "t3"
  ORDER BY
    "t3"."id" ASC
  LIMIT
    2 OFFSET CAST($2 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    4,
    count(*),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."letter" AS "t4"
)
UNION ALL
(
  SELECT
    5,
    CAST(NULL AS "pg_catalog"."int8"),
    "t5"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."empty" AS "t5"
  ORDER BY
    "t5"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    count(*),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."empty" AS "t6"
)
UNION ALL
(
  SELECT
    7,
    CAST(NULL AS "pg_catalog"."int8"),
    "l3"."id",
    "l3"."name"
  FROM
    "l3"
)
UNION ALL
(
  SELECT
    8,
    "s"."n",
    "l3"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "l3"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."word" AS "t8"
      WHERE
        "t8"."letter_id" = "l3"."id"
    ) AS "s" ON TRUE
)
-- $1 = "2", $2 = "50"
