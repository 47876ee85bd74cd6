WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."thing" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id"
  FROM
    "public"."thing" AS "t1"
  ORDER BY
    "t1"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t2"."id"
  FROM
    "public"."thing" AS "t2"
  WHERE
    FALSE
  ORDER BY
    "t2"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t3"."id"
  FROM
    "public"."thing" AS "t3"
  ORDER BY
    "t3"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t4"."id"
  FROM
    "public"."thing" AS "t4"
  ORDER BY
    "t4"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    "t5"."id"
  FROM
    "public"."thing" AS "t5"
  ORDER BY
    "t5"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    "t6"."id"
  FROM
    "public"."thing" AS "t6"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t7"
      WHERE
        "t7"."id" = "t6"."owner_id"
    )
  ORDER BY
    "t6"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    7,
    "t8"."id"
  FROM
    "public"."thing" AS "t8"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t9"
      WHERE
        "t9"."id" = "t8"."owner_id"
    )
  ORDER BY
    "t8"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    8,
    "t10"."id"
  FROM
    "public"."thing" AS "t10"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t11"
      WHERE
        "t11"."id" = "t10"."owner_id"
        AND ("t11"."name" = CAST($1 AS "pg_catalog"."text"))
    )
  ORDER BY
    "t10"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    9,
    "t12"."id"
  FROM
    "public"."thing" AS "t12"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t13"
      WHERE
        "t13"."id" = "t12"."owner_id"
        AND ("t13"."name" = CAST($2 AS "pg_catalog"."text"))
    )
  ORDER BY
    "t12"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    10,
    "t14"."id"
  FROM
    "public"."thing" AS "t14"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t15"
      WHERE
        "t15"."id" = "t14"."owner_id"
        AND (
          NOT ("t15"."name" = CAST($3 AS "pg_catalog"."text"))
        )
    )
  ORDER BY
    "t14"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    11,
    "t16"."id"
  FROM
    "public"."thing" AS "t16"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t17"
      WHERE
        "t17"."id" = "t16"."owner_id"
        AND "t17"."name" IS NULL
    )
  ORDER BY
    "t16"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    12,
    "t18"."id"
  FROM
    "public"."thing" AS "t18"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t19"
      WHERE
        "t19"."id" = "t18"."owner_id"
        AND ("t19"."name" = CAST($4 AS "pg_catalog"."text")) IS NOT TRUE
    )
  ORDER BY
    "t18"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    13,
    "t20"."id"
  FROM
    "public"."thing" AS "t20"
  WHERE
    FALSE
  ORDER BY
    "t20"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    14,
    "t21"."id"
  FROM
    "public"."thing" AS "t21"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t22"
      WHERE
        "t22"."id" = "t21"."owner_id"
    )
  ORDER BY
    "t21"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    15,
    "t23"."id"
  FROM
    "public"."owner" AS "t23"
  WHERE
    FALSE
  ORDER BY
    "t23"."id" ASC
  LIMIT
    101
)
-- $1 = "Ada", $2 = "Ada", $3 = "Ada", $4 = "Ada"
