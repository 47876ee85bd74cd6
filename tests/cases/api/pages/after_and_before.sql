WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."letter" AS "t0"
  WHERE
    "t0"."id" > CAST($1 AS "pg_catalog"."int4")
    AND "t0"."id" < CAST($2 AS "pg_catalog"."int4")
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
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
    (
      SELECT
        1
      FROM
        "public"."letter" AS "t1"
      WHERE
        "t1"."id" <= CAST($3 AS "pg_catalog"."int4")
      ORDER BY
        "t1"."id" DESC
      LIMIT
        1
    ) IS NOT NULL,
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
  WHERE
    "t2"."id" > CAST($4 AS "pg_catalog"."int4")
    AND "t2"."id" < CAST($5 AS "pg_catalog"."int4")
  ORDER BY
    "t2"."id" ASC
  LIMIT
    3
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
        "t3"."id" <= CAST($6 AS "pg_catalog"."int4")
      ORDER BY
        "t3"."id" DESC
      LIMIT
        1
    ) IS NOT NULL,
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    4,
    "t4"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "t4"."name"
  FROM
    "public"."letter" AS "t4"
  WHERE
    "t4"."id" < CAST($8 AS "pg_catalog"."int4")
    AND "t4"."id" > CAST($7 AS "pg_catalog"."int4")
  ORDER BY
    "t4"."id" DESC
  LIMIT
    3
)
UNION ALL
(
  SELECT
    5,
    CAST(NULL AS "pg_catalog"."int4"),
    (
      SELECT
        1
      FROM
        "public"."letter" AS "t5"
      WHERE
        "t5"."id" >= CAST($9 AS "pg_catalog"."int4")
      ORDER BY
        "t5"."id" ASC
      LIMIT
        1
    ) IS NOT NULL,
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    6,
    "t6"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "t6"."name"
  FROM
    "public"."letter" AS "t6"
  WHERE
    "t6"."id" < CAST($11 AS "pg_catalog"."int4")
    AND "t6"."id" > CAST($10 AS "pg_catalog"."int4")
  ORDER BY
    "t6"."id" DESC
  LIMIT
    3
)
UNION ALL
(
  SELECT
    7,
    CAST(NULL AS "pg_catalog"."int4"),
    (
      SELECT
        1
      FROM
        "public"."letter" AS "t7"
      WHERE
        "t7"."id" >= CAST($12 AS "pg_catalog"."int4")
      ORDER BY
        "t7"."id" ASC
      LIMIT
        1
    ) IS NOT NULL,
    CAST(NULL AS "pg_catalog"."text")
)
UNION ALL
(
  SELECT
    8,
    "t8"."id",
    CAST(NULL AS "pg_catalog"."bool"),
    "t8"."name"
  FROM
    "public"."letter" AS "t8"
  WHERE
    "t8"."id" > CAST($13 AS "pg_catalog"."int4")
    AND "t8"."id" < CAST($14 AS "pg_catalog"."int4")
  ORDER BY
    "t8"."id" ASC
  LIMIT
    3
)
UNION ALL
(
  SELECT
    9,
    CAST(NULL AS "pg_catalog"."int4"),
    (
      SELECT
        1
      FROM
        "public"."letter" AS "t9"
      WHERE
        "t9"."id" <= CAST($15 AS "pg_catalog"."int4")
      ORDER BY
        "t9"."id" DESC
      LIMIT
        1
    ) IS NOT NULL,
    CAST(NULL AS "pg_catalog"."text")
)
-- $1 = "1", $2 = "6", $3 = "1", $4 = "1", $5 = "6", $6 = "1", $7 = "1", $8 = "6", $9 = "6", $10 = "5", $11 = "6", $12 = "6", $13 = "6", $14 = "2", $15 = "6"
