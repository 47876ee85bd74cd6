WITH
"l0" AS MATERIALIZED (
  SELECT
    "p"."id" AS "id",
    "p"."a" AS "a",
    "p"."b" AS "b",
    "p"."js" AS "js",
    "p"."jb" AS "jb",
    "p"."f4" AS "f4",
    "p"."f8" AS "f8",
    "p"."floats" AS "floats",
    "p"."target_id" AS "target_id",
    "t1"."id" AS "t1_id",
    "p"."maybe_id" AS "maybe_id",
    "t2"."id" AS "t2_id",
    "p"."unproved_id" AS "unproved_id",
    "t3"."id" AS "t3_id"
  FROM
    (
      SELECT
        "t0"."id" AS "id",
        "t0"."a" AS "a",
        "t0"."b" AS "b",
        "t0"."js" AS "js",
        "t0"."jb" AS "jb",
        "t0"."f4" AS "f4",
        "t0"."f8" AS "f8",
        "t0"."floats" AS "floats",
        "t0"."target_id" AS "target_id",
        "t0"."maybe_id" AS "maybe_id",
        "t0"."unproved_id" AS "unproved_id"
      FROM
        "public"."every" AS "t0"
      ORDER BY
        "t0"."id" ASC
      LIMIT
        101
    ) AS "p"
    LEFT JOIN "public"."target" AS "t1" ON "t1"."id" = "p"."target_id"
    LEFT JOIN "public"."target" AS "t2" ON "t2"."id" = "p"."maybe_id"
    LEFT JOIN "public"."target" AS "t3" ON "t3"."id" = "p"."unproved_id"
  ORDER BY
    "p"."id" ASC
)
SELECT
  0,
  "l0"."id",
  "l0"."a",
  "l0"."b",
  "l0"."js",
  "l0"."jb",
  "l0"."f4",
  "l0"."f8",
  "l0"."floats",
  "l0"."t1_id",
  "l0"."t2_id",
  "l0"."t3_id",
  CAST(NULL AS "pg_catalog"."int8")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t4"."a",
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."json"),
    CAST(NULL AS "pg_catalog"."jsonb"),
    CAST(NULL AS "pg_catalog"."float4"),
    CAST(NULL AS "pg_catalog"."float8"),
    CAST(NULL AS "pg_catalog"."float8"[]),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    CAST(NULL AS "pg_catalog"."int4"),
    "t4"."row_number"
  FROM
    (
      SELECT
        "t4"."a",
        row_number() OVER (
          ORDER BY
            "t4"."id" ASC, "t4"."a" ASC) AS "row_number"
      FROM
        "public"."shown" AS "t4"
    ) AS "t4"
  ORDER BY
    "t4"."row_number" ASC
  LIMIT
    101
)
