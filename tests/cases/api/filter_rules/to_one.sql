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
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t4"
      WHERE
        "t4"."id" = "t3"."owner_id"
    )
  ORDER BY
    "t3"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t5"."id"
  FROM
    "public"."thing" AS "t5"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t6"
      WHERE
        "t6"."id" = "t5"."owner_id"
    )
  ORDER BY
    "t5"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    "t7"."id"
  FROM
    "public"."thing" AS "t7"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t8"
      WHERE
        "t8"."id" = "t7"."owner_id"
        AND ("t8"."name" = CAST($1 AS "pg_catalog"."text"))
    )
  ORDER BY
    "t7"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    "t9"."id"
  FROM
    "public"."thing" AS "t9"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t10"
      WHERE
        "t10"."id" = "t9"."owner_id"
        AND ("t10"."name" = CAST($2 AS "pg_catalog"."text"))
    )
  ORDER BY
    "t9"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    7,
    "t11"."id"
  FROM
    "public"."thing" AS "t11"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t12"
      WHERE
        "t12"."id" = "t11"."owner_id"
        AND (
          NOT ("t12"."name" = CAST($3 AS "pg_catalog"."text"))
        )
    )
  ORDER BY
    "t11"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    8,
    "t13"."id"
  FROM
    "public"."thing" AS "t13"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t14"
      WHERE
        "t14"."id" = "t13"."owner_id"
        AND "t14"."name" IS NULL
    )
  ORDER BY
    "t13"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    9,
    "t15"."id"
  FROM
    "public"."thing" AS "t15"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t16"
      WHERE
        "t16"."id" = "t15"."owner_id"
        AND ("t16"."name" = CAST($4 AS "pg_catalog"."text")) IS NOT TRUE
    )
  ORDER BY
    "t15"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    10,
    "t17"."id"
  FROM
    "public"."thing" AS "t17"
  WHERE
    FALSE
  ORDER BY
    "t17"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    11,
    "t18"."id"
  FROM
    "public"."thing" AS "t18"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."owner" AS "t19"
      WHERE
        "t19"."id" = "t18"."owner_id"
    )
  ORDER BY
    "t18"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    12,
    "t20"."id"
  FROM
    "public"."owner" AS "t20"
  WHERE
    FALSE
  ORDER BY
    "t20"."id" ASC
  LIMIT
    101
)
-- $1 = "Ada", $2 = "Ada", $3 = "Ada", $4 = "Ada"
