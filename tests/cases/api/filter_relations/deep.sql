WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."track_id" AS "track_id",
    "t0"."name" AS "name"
  FROM
    "public"."track" AS "t0"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."album" AS "t1"
      WHERE
        "t1"."album_id" = "t0"."album_id"
        AND EXISTS (
          SELECT
            1
          FROM
            "public"."artist" AS "t2"
          WHERE
            "t2"."artist_id" = "t1"."artist_id"
            AND ("t2"."name" = CAST($1 AS "pg_catalog"."text"))
        )
    )
  ORDER BY
    "t0"."track_id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."track_id",
  "l0"."name"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t3"."artist_id",
    "t3"."name"
  FROM
    "public"."artist" AS "t3"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."album" AS "t4"
      WHERE
        "t4"."artist_id" = "t3"."artist_id"
        AND EXISTS (
          SELECT
            1
          FROM
            "public"."track" AS "t5"
          WHERE
            "t5"."album_id" = "t4"."album_id"
            AND (
              ("t5"."name" ~>=~ CAST($2 AS "pg_catalog"."text"))
              AND ("t5"."name" ~<~ CAST($3 AS "pg_catalog"."text"))
            )
        )
    )
  ORDER BY
    "t3"."artist_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    "t6"."artist_id",
    "t6"."name"
  FROM
    "public"."artist" AS "t6"
  WHERE
    NOT EXISTS (
      SELECT
        1
      FROM
        "public"."album" AS "t7"
      WHERE
        "t7"."artist_id" = "t6"."artist_id"
        AND (
          NOT EXISTS (
            SELECT
              1
            FROM
              "public"."track" AS "t8"
            WHERE
              "t8"."album_id" = "t7"."album_id"
          )
        )
    )
  ORDER BY
    "t6"."artist_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    3,
    "t9"."album_id",
    "t9"."title"
  FROM
    "public"."album" AS "t9"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."artist" AS "t10"
      WHERE
        "t10"."artist_id" = "t9"."artist_id"
        AND EXISTS (
          SELECT
            1
          FROM
            "public"."album" AS "t11"
          WHERE
            "t11"."artist_id" = "t10"."artist_id"
            AND ("t11"."title" = CAST($4 AS "pg_catalog"."text"))
        )
    )
  ORDER BY
    "t9"."album_id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t12"."id",
    "t12"."name"
  FROM
    "public"."employee" AS "t12"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."employee" AS "t13"
      WHERE
        "t13"."id" = "t12"."reports_to"
        AND EXISTS (
          SELECT
            1
          FROM
            "public"."employee" AS "t14"
          WHERE
            "t14"."id" = "t13"."reports_to"
            AND ("t14"."name" = CAST($5 AS "pg_catalog"."text"))
        )
    )
  ORDER BY
    "t12"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    "t15"."id",
    "t15"."name"
  FROM
    "public"."employee" AS "t15"
  WHERE
    EXISTS (
      SELECT
        1
      FROM
        "public"."employee" AS "t16"
      WHERE
        "t16"."reports_to" = "t15"."id"
        AND (
          NOT EXISTS (
            SELECT
              1
            FROM
              "public"."employee" AS "t17"
            WHERE
              "t17"."reports_to" = "t16"."id"
          )
        )
    )
  ORDER BY
    "t15"."id" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    6,
    "t18"."album_id",
    "t18"."title"
  FROM
    "public"."album" AS "t18"
  WHERE
    (
      (
        NOT EXISTS (
          SELECT
            1
          FROM
            "public"."artist" AS "t19"
          WHERE
            "t19"."artist_id" = "t18"."artist_id"
        )
      )
      OR (
        NOT EXISTS (
          SELECT
            1
          FROM
            "public"."track" AS "t20"
          WHERE
            "t20"."album_id" = "t18"."album_id"
        )
      )
    )
    AND ("t18"."year" = CAST($6 AS "pg_catalog"."int4")) IS NOT TRUE
  ORDER BY
    "t18"."album_id" ASC
  LIMIT
    101
)
-- $1 = "Accept", $2 = "T", $3 = "U", $4 = "More", $5 = "Boss", $6 = "1980"
