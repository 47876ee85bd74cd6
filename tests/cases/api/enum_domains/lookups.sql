WITH
"l0" AS MATERIALIZED (
  SELECT
    CAST("t0"."colour" AS "public"."colour") AS "colour",
    CAST("t0"."base" AS "public"."colour") AS "base"
  FROM
    "public"."paint" AS "t0"
  WHERE
    CAST("t0"."colour" AS "public"."colour") = CAST($1 AS "public"."colour")
)
SELECT
  0,
  CAST("l0"."colour" AS "pg_catalog"."text"),
  CAST("l0"."base" AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    CAST(
      CAST("t1"."colour" AS "public"."colour") AS "pg_catalog"."text"
    ),
    CAST(NULL AS "pg_catalog"."text"),
    "k"."n"
  FROM
    (
      SELECT
        CAST(
          unnest(CAST($2 AS "pg_catalog"."text"[])) AS "public"."colour"
        ) AS "k0",
        generate_subscripts(CAST($2 AS "pg_catalog"."text"[]), 1) AS "n"
    ) AS "k"
    INNER JOIN "public"."paint" AS "t1" ON CAST("t1"."colour" AS "public"."colour") = "k"."k0"
)
UNION ALL
(
  SELECT
    2,
    CAST(
      CAST("t2"."a" AS "public"."colour") AS "pg_catalog"."text"
    ),
    CAST("t2"."b" AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."swatch" AS "t2"
  WHERE
    CAST("t2"."a" AS "public"."colour") = CAST($3 AS "public"."colour")
    AND "t2"."b" = CAST($4 AS "public"."colour")
)
UNION ALL
(
  SELECT
    3,
    CAST(
      CAST("t3"."colour" AS "public"."colour") AS "pg_catalog"."text"
    ),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."paint" AS "t3"
  WHERE
    CAST("t3"."colour" AS "public"."colour") = CAST($5 AS "public"."colour")
)
UNION ALL
(
  SELECT
    4,
    CAST(
      CAST("t4"."colour" AS "public"."colour") AS "pg_catalog"."text"
    ),
    CAST(
      CAST("t4"."base" AS "public"."colour") AS "pg_catalog"."text"
    ),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "public"."paint" AS "t4"
  ORDER BY
    "t4"."colour" ASC
  LIMIT
    3
)
-- $1 = "green", $2 = "{\"blue\",\"ultraviolet\",\"red\"}", $3 = "red", $4 = "ultraviolet", $5 = "red"
