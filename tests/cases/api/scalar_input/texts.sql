WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."every" AS "t0"
  WHERE
    "t0"."text" = CAST($1 AS "pg_catalog"."text")
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."text")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."every" AS "t1"
  WHERE
    "t1"."varchar" = CAST($2 AS "pg_catalog"."varchar")
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."every" AS "t2"
  WHERE
    "t2"."char" = CAST($3 AS "pg_catalog"."bpchar")
)
UNION ALL
(
  SELECT
    3,
    "t3"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."every" AS "t3"
  WHERE
    "t3"."char" = CAST($4 AS "pg_catalog"."bpchar")
)
UNION ALL
(
  SELECT
    4,
    "t4"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."every" AS "t4"
  WHERE
    "t4"."name" = CAST($5 AS "pg_catalog"."name")
)
UNION ALL
(
  SELECT
    5,
    "t5"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."every" AS "t5"
  WHERE
    "t5"."uuid" = CAST($6 AS "pg_catalog"."uuid")
)
UNION ALL
(
  SELECT
    6,
    "t6"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."every" AS "t6"
  WHERE
    "t6"."bytea" = CAST($7 AS "pg_catalog"."bytea")
)
UNION ALL
(
  SELECT
    7,
    "t7"."id",
    CAST(NULL AS "pg_catalog"."text")
  FROM
    "public"."every" AS "t7"
  WHERE
    "t7"."inet" = CAST($8 AS "pg_catalog"."inet")
)
UNION ALL
(
  SELECT
    8,
    "t8"."id",
    CAST("t8"."color" AS "pg_catalog"."text")
  FROM
    "public"."every" AS "t8"
  WHERE
    "t8"."color" = CAST($9 AS "public"."color")
)
-- $1 = "a\"b\\c\n😀", $2 = "var", $3 = "ch", $4 = "ch   ", $5 = "name", $6 = "a81bc81b-dead-4e5d-abff-90865d1e13b1", $7 = "\\x00ff10", $8 = "192.168.0.1/24", $9 = "so-so"
