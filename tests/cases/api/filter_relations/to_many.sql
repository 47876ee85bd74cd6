WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."album_id" AS "album_id"
  FROM
    "public"."album" AS "t0"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."track" AS "t1"
      WHERE
        "t1"."album_id" = "t0"."album_id"
        AND ("t1"."seconds" > CAST($1 AS "pg_catalog"."int4"))
    )
  ORDER BY
    "t0"."album_id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."album_id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t2"."album_id"
  FROM
    "public"."album" AS "t2"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."track" AS "t3"
      WHERE
        "t3"."album_id" = "t2"."album_id"
    )
  ORDER BY
    "t2"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t4"."album_id"
  FROM
    "public"."album" AS "t4"
  WHERE
    FALSE
  ORDER BY
    "t4"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t5"."album_id"
  FROM
    "public"."album" AS "t5"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."track" AS "t6"
      WHERE
        "t6"."album_id" = "t5"."album_id"
        AND ("t6"."seconds" > CAST($2 AS "pg_catalog"."int4"))
    )
  ORDER BY
    "t5"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t7"."album_id"
  FROM
    "public"."album" AS "t7"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."track" AS "t8"
      WHERE
        "t8"."album_id" = "t7"."album_id"
    )
  ORDER BY
    "t7"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    "t9"."album_id"
  FROM
    "public"."album" AS "t9"
  ORDER BY
    "t9"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    "t10"."album_id"
  FROM
    "public"."album" AS "t10"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."track" AS "t11"
      WHERE
        "t11"."album_id" = "t10"."album_id"
        AND (
          "t11"."seconds" > CAST($3 AS "pg_catalog"."int4")
        ) IS NOT TRUE
    )
  ORDER BY
    "t10"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    7,
    "t12"."album_id"
  FROM
    "public"."album" AS "t12"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."track" AS "t13"
      WHERE
        "t13"."album_id" = "t12"."album_id"
        AND (
          NOT (
            "t13"."track_id" > CAST($4 AS "pg_catalog"."int4")
          )
        )
    )
  ORDER BY
    "t12"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    8,
    "t14"."album_id"
  FROM
    "public"."album" AS "t14"
  ORDER BY
    "t14"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    9,
    "t15"."album_id"
  FROM
    "public"."album" AS "t15"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."track" AS "t16"
      WHERE
        "t16"."album_id" = "t15"."album_id"
    )
  ORDER BY
    "t15"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    10,
    "t17"."album_id"
  FROM
    "public"."album" AS "t17"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."track" AS "t18"
      WHERE
        "t18"."album_id" = "t17"."album_id"
        AND (
          "t18"."seconds" < CAST($5 AS "pg_catalog"."int4")
        )
    )
    AND (
      NOT EXISTS (
        SELECT
          1
        FROM
          "public"."track" AS "t19"
        WHERE
          "t19"."album_id" = "t17"."album_id"
          AND ("t19"."name" = CAST($6 AS "pg_catalog"."text"))
      )
    )
  ORDER BY
    "t17"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    11,
    "t20"."album_id"
  FROM
    "public"."album" AS "t20"
  ORDER BY
    "t20"."album_id" ASC
  LIMIT
    101
)
-- $1 = "100", $2 = "100", $3 = "60", $4 = "2", $5 = "150", $6 = "Five"
