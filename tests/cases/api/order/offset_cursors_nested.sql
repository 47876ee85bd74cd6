WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id"
  FROM
    "public"."owner" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."bool"),
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "l0"."id",
    "s"."row_number",
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."name",
    CAST(NULL AS "pg_catalog"."int4")
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
        "t1"."row_number" AS "row_number",
        "t1"."name" AS "name"
      FROM
        (
          SELECT
            "t1"."name",
            row_number() OVER (
              ORDER BY
                "t1"."owner_id" ASC, "t1"."name" ASC) AS "row_number"
          FROM
            "public"."pet" AS "t1"
          WHERE
            "t1"."owner_id" = "l0"."id"
        ) AS "t1"
      WHERE
        "t1"."row_number" > CAST($1 AS "pg_catalog"."int8")
      ORDER BY
        "t1"."row_number" ASC
      LIMIT
        3
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    "l0"."id",
    "s"."n",
    CAST(NULL AS "pg_catalog"."bool"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4")
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
        count(*) AS "n"
      FROM
        "public"."pet" AS "t2"
      WHERE
        "t2"."owner_id" = "l0"."id"
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    "l0"."id",
    CAST(NULL AS "pg_catalog"."int8"),
    EXISTS (
      SELECT
        1
      FROM
        (
          SELECT
            row_number() OVER (
              ORDER BY
                "t3"."owner_id" ASC, "t3"."name" ASC) AS "row_number"
          FROM
            "public"."pet" AS "t3"
          WHERE
            "t3"."owner_id" = "l0"."id"
        ) AS "t3"
      WHERE
        "t3"."row_number" <= CAST($2 AS "pg_catalog"."int8")
    ),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4")
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
    "s"."row_number",
    CAST(NULL AS "pg_catalog"."bool"),
    "s"."name",
    "t5"."id"
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
        "t4"."row_number" AS "row_number",
        "t4"."owner_id" AS "owner_id",
        "t4"."name" AS "name"
      FROM
        (
          SELECT
            "t4"."name",
            "t4"."owner_id",
            row_number() OVER (
              ORDER BY
                "t4"."owner_id" ASC, "t4"."name" ASC) AS "row_number"
          FROM
            "public"."pet" AS "t4"
          WHERE
            "t4"."owner_id" = "l0"."id"
        ) AS "t4"
      ORDER BY
        "t4"."row_number" DESC
      LIMIT
        2
    ) AS "s" ON TRUE
    LEFT JOIN "public"."owner" AS "t5" ON "t5"."id" = "s"."owner_id"
  ORDER BY
    "l0"."id" ASC,
    "s"."row_number" DESC
)
-- $1 = "1", $2 = "1"
