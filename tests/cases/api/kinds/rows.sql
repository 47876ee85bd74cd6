WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."id" AS "id",
    "t0"."note" AS "note"
  FROM
    "public"."plain" AS "t0"
  ORDER BY
    "t0"."id" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."id",
  "l0"."note",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."id",
    "t1"."note",
    "t1"."row_number",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "t1"."id",
        "t1"."note",
        row_number() OVER (
          ORDER BY
            "t1"."id" ASC, "t1"."note" ASC) AS "row_number"
      FROM
        "public"."shown" AS "t1"
    ) AS "t1"
  ORDER BY
    "t1"."row_number" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    count(*),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."shown" AS "t2"
)
UNION ALL
(
  SELECT
    3,
    "t3"."id",
    "t3"."note",
    "t3"."row_number",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    (
      SELECT
        "t3"."id",
        "t3"."note",
        row_number() OVER (
          ORDER BY
            "t3"."id" ASC, "t3"."note" ASC) AS "row_number"
      FROM
        "public"."kept" AS "t3"
    ) AS "t3"
  ORDER BY
    "t3"."row_number" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    4,
    "t4"."id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    "t4"."year"
  FROM
    "public"."parted" AS "t4"
  ORDER BY
    "t4"."id" ASC,
    "t4"."year" ASC
  LIMIT
    101
)
UNION ALL
(
  SELECT
    5,
    "t5"."id",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int8"),
    "t5"."year"
  FROM
    "public"."parted" AS "t5"
  ORDER BY
    "t5"."id" ASC,
    "t5"."year" ASC
  LIMIT
    1
)
