WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."row_number" AS "row_number",
    "t0"."weight" AS "weight",
    "t0"."name" AS "name"
  FROM
    (
      SELECT
        "t0"."name",
        "t0"."weight",
        row_number() OVER (
          ORDER BY
            "t0"."name" ASC,
            "t0"."weight" ASC,
            CAST("t0"."data" AS "pg_catalog"."text") ASC
        ) AS "row_number"
      FROM
        "public"."bag" AS "t0"
    ) AS "t0"
  WHERE
    "t0"."row_number" > CAST($1 AS "pg_catalog"."int8")
  ORDER BY
    "t0"."row_number" ASC
  LIMIT
    3
)
SELECT
  0,
  "l0"."row_number",
  CAST(NULL AS "pg_catalog"."bool"),
  "l0"."name",
  "l0"."weight",
  CAST(NULL AS "pg_catalog"."json")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(NULL AS "pg_catalog"."int8"),
    EXISTS (
      SELECT
        1
      FROM
        (
          SELECT
            row_number() OVER (
              ORDER BY
                "t1"."name" ASC,
                "t1"."weight" ASC,
                CAST("t1"."data" AS "pg_catalog"."text") ASC
            ) AS "row_number"
          FROM
            "public"."bag" AS "t1"
        ) AS "t1"
      WHERE
        "t1"."row_number" <= CAST($2 AS "pg_catalog"."int8")
    ),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."float8"),
    CAST(NULL AS "pg_catalog"."json")
)
UNION ALL
(
  SELECT
    2,
    "t2"."row_number",
    CAST(NULL AS "pg_catalog"."bool"),
    "t2"."name",
    "t2"."weight",
    CAST(NULL AS "pg_catalog"."json")
  FROM
    (
      SELECT
        "t2"."name",
        "t2"."weight",
        row_number() OVER (
          ORDER BY
            "t2"."name" ASC,
            "t2"."weight" ASC,
            CAST("t2"."data" AS "pg_catalog"."text") ASC
        ) AS "row_number"
      FROM
        "public"."bag" AS "t2"
    ) AS "t2"
  WHERE
    "t2"."row_number" < CAST($3 AS "pg_catalog"."int8")
  ORDER BY
    "t2"."row_number" DESC
  LIMIT
    3
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."int8"),
    EXISTS (
      SELECT
        1
      FROM
        (
          SELECT
            row_number() OVER (
              ORDER BY
                "t3"."name" ASC,
                "t3"."weight" ASC,
                CAST("t3"."data" AS "pg_catalog"."text") ASC
            ) AS "row_number"
          FROM
            "public"."bag" AS "t3"
        ) AS "t3"
      WHERE
        "t3"."row_number" >= CAST($4 AS "pg_catalog"."int8")
    ),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."float8"),
    CAST(NULL AS "pg_catalog"."json")
)
UNION ALL
(
  SELECT
    4,
    "t4"."row_number",
    CAST(NULL AS "pg_catalog"."bool"),
    "t4"."name",
    "t4"."weight",
    CAST(NULL AS "pg_catalog"."json")
  FROM
    (
      SELECT
        "t4"."name",
        "t4"."weight",
        row_number() OVER (
          ORDER BY
            "t4"."name" ASC,
            "t4"."weight" ASC,
            CAST("t4"."data" AS "pg_catalog"."text") ASC
        ) AS "row_number"
      FROM
        "public"."bag" AS "t4"
    ) AS "t4"
  ORDER BY
    "t4"."row_number" DESC
  LIMIT
    2
)
UNION ALL
(
  SELECT
    5,
    "t5"."row_number",
    CAST(NULL AS "pg_catalog"."bool"),
    "t5"."name",
    CAST(NULL AS "pg_catalog"."float8"),
    CAST(NULL AS "pg_catalog"."json")
  FROM
    (
      SELECT
        "t5"."name",
        row_number() OVER (
          ORDER BY
            "t5"."name" ASC, "t5"."weight" ASC) AS "row_number"
      FROM
        "public"."heavy" AS "t5"
    ) AS "t5"
  ORDER BY
    "t5"."row_number" ASC
  LIMIT
    1 OFFSET CAST($5 AS pg_catalog.int8)
)
UNION ALL
(
  SELECT
    6,
    count(*),
    CAST(NULL AS "pg_catalog"."bool"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."float8"),
    CAST(NULL AS "pg_catalog"."json")
  FROM
    "public"."heavy" AS "t6"
)
UNION ALL
(
  SELECT
    7,
    "t7"."row_number",
    CAST(NULL AS "pg_catalog"."bool"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."float8"),
    "t7"."data"
  FROM
    (
      SELECT
        "t7"."data",
        row_number() OVER (
          ORDER BY
            CAST("t7"."data" AS "pg_catalog"."text") ASC
        ) AS "row_number"
      FROM
        "public"."only_json" AS "t7"
    ) AS "t7"
  ORDER BY
    "t7"."row_number" ASC
  LIMIT
    101
)
-- $1 = "2", $2 = "2", $3 = "4", $4 = "4", $5 = "2"
