WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."letter" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    3 OFFSET CAST($1 AS pg_catalog.int8)
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."bool"),
  "l0"."name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int4"),
    EXISTS (
      SELECT
        1
      FROM
        "public"."letter" AS "t1"
    ),
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "t2"."name"
  FROM
    "public"."letter" AS "t2"
  ORDER BY
    "t2"."id" ASC
  LIMIT
    3
)
UNION ALL
(
  SELECT
    3,
    "t3"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "t3"."name"
  FROM
    "public"."letter" AS "t3"
  ORDER BY
    "t3"."id" ASC
  LIMIT
    3 OFFSET CAST($2 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    4,
    CAST(NULL AS "pg_catalog"."int4"),
    EXISTS (
      SELECT
        1
      FROM
        "public"."letter" AS "t4"
    ),
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    5,
    "t5"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "t5"."name"
  FROM
    "public"."letter" AS "t5"
  ORDER BY
    "t5"."id" ASC
  LIMIT
    3 OFFSET CAST($3 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    6,
    CAST(NULL AS "pg_catalog"."int4"),
    EXISTS (
      SELECT
        1
      FROM
        "public"."letter" AS "t6"
    ),
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    7,
    "t7"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."empty" AS "t7"
  ORDER BY
    "t7"."id" ASC
  LIMIT
    3 OFFSET CAST($4 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    8,
    CAST(NULL AS "pg_catalog"."int4"),
    EXISTS (
      SELECT
        1
      FROM
        "public"."empty" AS "t8"
    ),
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    9,
    "t9"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "t9"."name"
  FROM
    "public"."letter" AS "t9"
  ORDER BY
    "t9"."id" ASC
  LIMIT
    101 OFFSET CAST($5 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    10,
    CAST(NULL AS "pg_catalog"."int4"),
    EXISTS (
      SELECT
        1
      FROM
        "public"."letter" AS "t10"
    ),
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    11,
    "t11"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "t11"."name"
  FROM
    "public"."letter" AS "t11"
  WHERE
    "t11"."id" > CAST($6 AS "pg_catalog"."int4")
  ORDER BY
    "t11"."id" ASC
  LIMIT
    3 OFFSET CAST($7 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    12,
    CAST(NULL AS "pg_catalog"."int4"),
    EXISTS (
      SELECT
        1
      FROM
        "public"."letter" AS "t12"
    ),
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    13,
    "t13"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "t13"."name"
  FROM
    "public"."letter" AS "t13"
  WHERE
    "t13"."id" < CAST($9 AS "pg_catalog"."int4")
  ORDER BY
    "t13"."id" ASC
  LIMIT
    3 OFFSET CAST($10 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    14,
    CAST(NULL AS "pg_catalog"."int4"),
    (
      SELECT
        1
      FROM
        "public"."letter" AS "t14"
      WHERE
        "t14"."id" < CAST($11 AS "pg_catalog"."int4")
      ORDER BY
        "t14"."id" DESC
      LIMIT
        1
    ) IS NOT NULL,
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    15,
    "t15"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "t15"."name"
  FROM
    "public"."letter" AS "t15"
  WHERE
    "t15"."id" < CAST($12 AS "pg_catalog"."int4")
  ORDER BY
    "t15"."id" ASC
  LIMIT
    3 OFFSET CAST($13 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    16,
    CAST(NULL AS "pg_catalog"."int4"),
    (
      SELECT
        1
      FROM
        "public"."letter" AS "t16"
      WHERE
        "t16"."id" < CAST($14 AS "pg_catalog"."int4")
      ORDER BY
        "t16"."id" DESC
      LIMIT
        1
    ) IS NOT NULL,
    CAST(NULL AS "pg_catalog"."text")
)
-- $1 = "2", $2 = "3", $3 = "9", $4 = "1", $5 = "5", $6 = "2", $7 = "1", $8 = "2", $9 = "4", $10 = "1", $11 = "4", $12 = "1", $13 = "1", $14 = "1"
