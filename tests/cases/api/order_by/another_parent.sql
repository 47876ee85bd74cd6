WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."crate" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int4"),
  CAST(NULL AS "pg_catalog"."numeric"),
  CAST(NULL AS "pg_catalog"."bool")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    "s"."place",
    "s"."litres",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."place" AS "place",
        "t1"."litres" AS "litres"
      FROM
        "public"."bottle" AS "t1"
      WHERE
        "t1"."crate_id" = "l0"."id"
        AND (
          (
            "t1"."place" = CAST($1 AS "pg_catalog"."int4")
            AND "t1"."litres" < CAST($2 AS "pg_catalog"."numeric")
          )
          OR "t1"."place" < CAST($1 AS "pg_catalog"."int4")
        )
      ORDER BY
        "t1"."place" ASC,
        "t1"."litres" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."id",
    "s"."place",
    "s"."litres",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "b".*
      FROM
        (
          SELECT
            "t2"."place" AS "place",
            "t2"."litres" AS "litres"
          FROM
            "public"."bottle" AS "t2"
          WHERE
            "t2"."crate_id" = "l0"."id"
            AND "t2"."place" = CAST($3 AS "pg_catalog"."int4")
            AND "t2"."litres" > CAST($4 AS "pg_catalog"."numeric")
          ORDER BY
            "t2"."place" ASC,
            "t2"."litres" ASC
          LIMIT
            101
        ) AS "b"
      UNION ALL
      (
        SELECT
          "t2"."place" AS "place",
          "t2"."litres" AS "litres"
        FROM
          "public"."bottle" AS "t2"
        WHERE
          "t2"."crate_id" = "l0"."id"
          AND "t2"."place" = CAST($3 AS "pg_catalog"."int4")
          AND "t2"."litres" IS NULL
        ORDER BY
          "t2"."place" ASC,
          "t2"."litres" ASC
        LIMIT
          101
      )
      UNION ALL
      (
        SELECT
          "t2"."place" AS "place",
          "t2"."litres" AS "litres"
        FROM
          "public"."bottle" AS "t2"
        WHERE
          "t2"."crate_id" = "l0"."id"
          AND "t2"."place" > CAST($3 AS "pg_catalog"."int4")
        ORDER BY
          "t2"."place" ASC,
          "t2"."litres" ASC
        LIMIT
          101
      )
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."numeric"),
    (
      SELECT
        1
      FROM
        "public"."bottle" AS "t3"
      WHERE
        "t3"."crate_id" = "l0"."id"
        AND "t3"."place" = CAST($5 AS "pg_catalog"."int4")
        AND "t3"."litres" <= CAST($6 AS "pg_catalog"."numeric")
      ORDER BY
        "t3"."place" DESC,
        "t3"."litres" DESC
      LIMIT
        1
    ) IS NOT NULL
    OR (
      SELECT
        1
      FROM
        "public"."bottle" AS "t3"
      WHERE
        "t3"."crate_id" = "l0"."id"
        AND "t3"."place" < CAST($5 AS "pg_catalog"."int4")
      ORDER BY
        "t3"."place" DESC,
        "t3"."litres" DESC
      LIMIT
        1
    ) IS NOT NULL
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
)
UNION ALL
(
  SELECT
    4,
    "l0"."id",
    "s"."place",
    "s"."litres",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t4"."place" AS "place",
        "t4"."litres" AS "litres"
      FROM
        "public"."bottle" AS "t4"
      WHERE
        "t4"."crate_id" = "l0"."id"
        AND (
          (
            "t4"."place" = CAST($7 AS "pg_catalog"."int4")
            AND "t4"."litres" IS NOT NULL
          )
          OR "t4"."place" < CAST($7 AS "pg_catalog"."int4")
        )
      ORDER BY
        "t4"."place" ASC,
        "t4"."litres" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    5,
    "l0"."id",
    "s"."place",
    "s"."litres",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "t5"."place" AS "place",
        "t5"."litres" AS "litres"
      FROM
        "public"."bottle" AS "t5"
      WHERE
        "t5"."crate_id" = "l0"."id"
        AND "t5"."place" > CAST($8 AS "pg_catalog"."int4")
      ORDER BY
        "t5"."place" ASC,
        "t5"."litres" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    6,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."numeric"),
    (
      SELECT
        1
      FROM
        "public"."bottle" AS "t6"
      WHERE
        "t6"."crate_id" = "l0"."id"
        AND "t6"."place" = CAST($9 AS "pg_catalog"."int4")
        AND "t6"."litres" IS NULL
      ORDER BY
        "t6"."place" DESC,
        "t6"."litres" DESC
      LIMIT
        1
    ) IS NOT NULL
    OR (
      SELECT
        1
      FROM
        "public"."bottle" AS "t6"
      WHERE
        "t6"."crate_id" = "l0"."id"
        AND "t6"."place" = CAST($9 AS "pg_catalog"."int4")
        AND "t6"."litres" IS NOT NULL
      ORDER BY
        "t6"."place" DESC,
        "t6"."litres" DESC
      LIMIT
        1
    ) IS NOT NULL
    OR (
      SELECT
        1
      FROM
        "public"."bottle" AS "t6"
      WHERE
        "t6"."crate_id" = "l0"."id"
        AND "t6"."place" < CAST($9 AS "pg_catalog"."int4")
      ORDER BY
        "t6"."place" DESC,
        "t6"."litres" DESC
      LIMIT
        1
    ) IS NOT NULL
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
)
UNION ALL
(
  SELECT
    7,
    "l0"."id",
    "s"."place",
    "s"."litres",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
    INNER JOIN LATERAL (
      SELECT
        "b".*
      FROM
        (
          SELECT
            "t7"."place" AS "place",
            "t7"."litres" AS "litres"
          FROM
            "public"."bottle" AS "t7"
          WHERE
            "t7"."crate_id" = "l0"."id"
            AND "t7"."place" = CAST($10 AS "pg_catalog"."int4")
            AND "t7"."litres" IS NOT NULL
          ORDER BY
            "t7"."place" DESC,
            "t7"."litres" DESC
          LIMIT
            4
        ) AS "b"
      UNION ALL
      (
        SELECT
          "t7"."place" AS "place",
          "t7"."litres" AS "litres"
        FROM
          "public"."bottle" AS "t7"
        WHERE
          "t7"."crate_id" = "l0"."id"
          AND "t7"."place" < CAST($10 AS "pg_catalog"."int4")
        ORDER BY
          "t7"."place" DESC,
          "t7"."litres" DESC
        LIMIT
          4
      )
      LIMIT
        4
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    8,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."numeric"),
    (
      SELECT
        1
      FROM
        "public"."bottle" AS "t8"
      WHERE
        "t8"."crate_id" = "l0"."id"
        AND "t8"."place" = CAST($11 AS "pg_catalog"."int4")
        AND "t8"."litres" IS NULL
      ORDER BY
        "t8"."place" ASC,
        "t8"."litres" ASC
      LIMIT
        1
    ) IS NOT NULL
    OR (
      SELECT
        1
      FROM
        "public"."bottle" AS "t8"
      WHERE
        "t8"."crate_id" = "l0"."id"
        AND "t8"."place" > CAST($11 AS "pg_catalog"."int4")
      ORDER BY
        "t8"."place" ASC,
        "t8"."litres" ASC
      LIMIT
        1
    ) IS NOT NULL
  FROM
    (
      SELECT
        "l0"."id"
      FROM
        "l0"
      ORDER BY
        "l0"."id" ASC
      LIMIT
        100
    ) AS "l0"
)
-- $1 = "2", $2 = "1", $3 = "2", $4 = "1", $5 = "2", $6 = "1", $7 = "2", $8 = "2", $9 = "2", $10 = "2", $11 = "2"
