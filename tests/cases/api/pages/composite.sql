WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."letter_id" AS "letter_id",
    "t0"."id" AS "id",
    "t0"."name" AS "name"
  FROM
    "public"."word" AS "t0"
  ORDER BY
    "t0"."letter_id" ASC,
    "t0"."id" ASC
  LIMIT
    3
)
SELECT
  0,
  "l0"."letter_id",
  "l0"."id",
  "l0"."name",
  CAST(NULL AS "pg_catalog"."bool")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."letter_id",
    CAST(NULL AS "pg_catalog"."int4"),
    "t1"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "public"."word" AS "t1"
  WHERE
    ("t1"."letter_id", "t1"."id") > (
      CAST($1 AS "pg_catalog"."int4"),
      CAST($2 AS "pg_catalog"."int4")
    )
  ORDER BY
    "t1"."letter_id" ASC,
    "t1"."id" ASC
  LIMIT
    3
)
UNION ALL
(
  SELECT
    2,
    "t2"."letter_id",
    CAST(NULL AS "pg_catalog"."int4"),
    "t2"."name",
    CAST(NULL AS "pg_catalog"."bool")
  FROM
    "public"."word" AS "t2"
  WHERE
    ("t2"."letter_id", "t2"."id") < (
      CAST($3 AS "pg_catalog"."int4"),
      CAST($4 AS "pg_catalog"."int4")
    )
  ORDER BY
    "t2"."letter_id" DESC,
    "t2"."id" DESC
  LIMIT
    3
)
UNION ALL
(
  SELECT
    3,
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."text"),
    (
      SELECT
        1
      FROM
        "public"."word" AS "t3"
      WHERE
        ("t3"."letter_id", "t3"."id") >= (
          CAST($5 AS "pg_catalog"."int4"),
          CAST($6 AS "pg_catalog"."int4")
        )
      ORDER BY
        "t3"."letter_id" ASC,
        "t3"."id" ASC
      LIMIT
        1
    ) IS NOT NULL
)
-- $1 = "1", $2 = "3", $3 = "2", $4 = "1", $5 = "2", $6 = "1"
