WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."letter" AS "t0"
  WHERE
    "t0"."id" > CAST($1 AS "pg_catalog"."int4")
  ORDER BY
    "t0"."id" ASC
  LIMIT
    3
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
        "t1"."id" <= CAST($2 AS "pg_catalog"."int4")
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
    "t2"."id" > CAST($3 AS "pg_catalog"."int4")
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
        "t3"."id" <= CAST($4 AS "pg_catalog"."int4")
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
    "t4"."id" > CAST($5 AS "pg_catalog"."int4")
  ORDER BY
    "t4"."id" ASC
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
        "t5"."id" <= CAST($6 AS "pg_catalog"."int4")
      ORDER BY
        "t5"."id" DESC
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
    "t6"."id" > CAST($7 AS "pg_catalog"."int4")
  ORDER BY
    "t6"."id" ASC
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
        "t7"."id" <= CAST($8 AS "pg_catalog"."int4")
      ORDER BY
        "t7"."id" DESC
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
    "t8"."id" > CAST($9 AS "pg_catalog"."int4")
  ORDER BY
    "t8"."id" ASC
  LIMIT
    101
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
        "t9"."id" <= CAST($10 AS "pg_catalog"."int4")
      ORDER BY
        "t9"."id" DESC
      LIMIT
        1
    ) IS NOT NULL,
    CAST(NULL AS "pg_catalog"."text")
)
-- $1 = "2", $2 = "2", $3 = "6", $4 = "6", $5 = "7", $6 = "7", $7 = "0", $8 = "0", $9 = "5", $10 = "5"
