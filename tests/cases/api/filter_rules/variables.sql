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
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t1"
  WHERE
    FALSE
  ORDER BY
    "t1"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t2"."id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t2"
  ORDER BY
    "t2"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t3"."id",
    CAST(NULL AS "pg_catalog"."int8")
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
    "t4"."id",
    CAST(NULL AS "pg_catalog"."int8")
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
    "t5"."id",
    CAST(NULL AS "pg_catalog"."int8")
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
    "t6"."id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t6"
  WHERE
    FALSE
  ORDER BY
    "t6"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    7,
    "t7"."id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t7"
  WHERE
    FALSE
  ORDER BY
    "t7"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    8,
    "t8"."id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t8"
  WHERE
    "t8"."name" = CAST($1 AS "pg_catalog"."text")
  ORDER BY
    "t8"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    9,
    "t9"."id",
    CAST(NULL AS "pg_catalog"."int8")
  FROM
    "public"."thing" AS "t9"
  WHERE
    (
      ("t9"."name" ~>=~ CAST($2 AS "pg_catalog"."text"))
      AND ("t9"."name" ~<~ CAST($3 AS "pg_catalog"."text"))
    )
    OR (
      (
        "t9"."id" = ANY(CAST($4 AS "pg_catalog"."int4"[]))
      )
      AND EXISTS (
        SELECT
          1
        FROM
          "public"."owner" AS "t10"
        WHERE
          "t10"."id" = "t9"."owner_id"
          AND ("t10"."name" = CAST($5 AS "pg_catalog"."text"))
      )
    )
  ORDER BY
    "t9"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    10,
    CAST(NULL AS "pg_catalog"."int4"),
    count(*)
  FROM
    "public"."thing" AS "t11"
  WHERE
    (
      (
        "t11"."name" ~>=~ CAST($2 AS "pg_catalog"."text")
      )
      AND ("t11"."name" ~<~ CAST($3 AS "pg_catalog"."text"))
    )
    OR (
      (
        "t11"."id" = ANY(CAST($4 AS "pg_catalog"."int4"[]))
      )
      AND EXISTS (
        SELECT
          1
        FROM
          "public"."owner" AS "t12"
        WHERE
          "t12"."id" = "t11"."owner_id"
          AND ("t12"."name" = CAST($5 AS "pg_catalog"."text"))
      )
    )
)
-- $1 = "one", $2 = "tw", $3 = "tx", $4 = "{\"1\",\"7\"}", $5 = "Ada"
