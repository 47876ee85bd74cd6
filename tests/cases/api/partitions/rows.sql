WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."at" AS "at",
    "p"."id" AS "id",
    "p"."what" AS "what",
    "p"."station_id" AS "station_id",
    "t1"."id" AS "t1_id",
    "t1"."name" AS "t1_name"
  FROM
    (
      SELECT
        "t0"."at" AS "at",
        "t0"."id" AS "id",
        "t0"."what" AS "what",
        "t0"."station_id" AS "station_id"
      FROM
        "public"."sighting" AS "t0"
      ORDER BY
        "t0"."at" ASC,
        "t0"."id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."station" AS "t1" ON "t1"."id" = "p"."station_id"
  ORDER BY
    "p"."at" ASC,
    "p"."id" ASC
),
"l1" AS MATERIALIZED (
  SELECT
    "t2"."id" AS "id",
    "t2"."name" AS "name"
  FROM
    "public"."station" AS "t2"
  ORDER BY
    "t2"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."at",
  "l0"."id",
  "l0"."what",
  "l0"."t1_id",
  "l0"."t1_name",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."date"),
    "l1"."id",
    "l1"."name",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "l1"
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."date"),
    "s"."k",
    "s"."what",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "t3"."station_id" AS "k",
        "t3"."at" AS "at",
        "t3"."id" AS "id",
        "t3"."what" AS "what",
        row_number() OVER (
          PARTITION BY
            "t3"."station_id"
          ORDER BY
            "t3"."at" ASC,
            "t3"."id" ASC
        ) AS "rn"
      FROM
        "public"."sighting" AS "t3"
      WHERE
        "t3"."station_id" IN (
          SELECT
            "l1"."id"
          FROM
            (
              SELECT
                "l1"."id"
              FROM
                "l1"
              ORDER BY
                "l1"."id" ASC
              LIMIT
                100
            ) AS "l1"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 1
  ORDER BY
    "s"."k" ASC,
    "s"."at" ASC,
    "s"."id" ASC
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."date"),
    "t4"."station_id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    count(*),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."sighting" AS "t4"
  WHERE
    "t4"."station_id" IN (
      SELECT
        "l1"."id"
      FROM
        (
          SELECT
            "l1"."id"
          FROM
            "l1"
          ORDER BY
            "l1"."id" ASC
          LIMIT
            100
        ) AS "l1"
    )
  GROUP BY
    "t4"."station_id"
)
UNION ALL
(
  SELECT
    4,
    CAST(NULL AS "pg_catalog"."date"),
    "s"."k",
    CAST(NULL AS "pg_catalog"."text"),
    "s"."kind",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "t5"."station_id" AS "k",
        "t5"."id" AS "id",
        "t5"."kind" AS "kind",
        row_number() OVER (
          PARTITION BY
            "t5"."station_id"
          ORDER BY
            "t5"."id" ASC,
            "t5"."kind" ASC
        ) AS "rn"
      FROM
        "public"."event" AS "t5"
      WHERE
        "t5"."station_id" IN (
          SELECT
            "l1"."id"
          FROM
            (
              SELECT
                "l1"."id"
              FROM
                "l1"
              ORDER BY
                "l1"."id" ASC
              LIMIT
                100
            ) AS "l1"
        )
    ) AS "s"
  WHERE
    "s"."rn" <= 101
  ORDER BY
    "s"."k" ASC,
    "s"."id" ASC,
    "s"."kind" ASC
)
UNION ALL
(
  SELECT
    5,
    CAST(NULL AS "pg_catalog"."date"),
    "p"."id",
    "t7"."name",
    "p"."kind",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    "t7"."id"
  FROM
    (
      SELECT
        "t6"."id" AS "id",
        "t6"."kind" AS "kind",
        "t6"."station_id" AS "station_id"
      FROM
        "public"."event" AS "t6"
      ORDER BY
        "t6"."id" ASC,
        "t6"."kind" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."station" AS "t7" ON "t7"."id" = "p"."station_id"
  ORDER BY
    "p"."id" ASC,
    "p"."kind" ASC
)
