WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."author_id" AS "author_id",
    "t0"."name" AS "name"
  FROM
    "public"."author" AS "t0"
  WHERE
    "t0"."author_id" = CAST($1 AS "pg_catalog"."int4")
),
"l3" AS MATERIALIZED (
  SELECT
    "t5"."author_id" AS "author_id",
    "t5"."name" AS "name"
  FROM
    "public"."author" AS "t5"
  WHERE
    "t5"."author_id" = CAST($2 AS "pg_catalog"."int4")
)
SELECT
  0,
  "l0"."name",
  "l0"."author_id",
  CAST(NULL AS "pg_catalog"."int8"),
  CAST(NULL AS "pg_catalog"."text"),
  CAST(NULL AS "pg_catalog"."int4")
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "s"."title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes1",
    "l0"."author_id",
    CAST(NULL AS "pg_catalog"."int8"),
    "s"."title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes2",
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t1"."book_id" AS "book_id",
        "t1"."title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes1" AS "title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes1",
        "t1"."title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes2" AS "title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes2"
      FROM
        "public"."book" AS "t1"
      WHERE
        "t1"."author_id" = "l0"."author_id"
      ORDER BY
        "t1"."book_id" ASC
      LIMIT
        1
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    2,
    CAST(NULL AS "pg_catalog"."text"),
    "l0"."author_id",
    "s"."n",
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        count(*) AS "n"
      FROM
        "public"."book" AS "t2"
      WHERE
        "t2"."author_id" = "l0"."author_id"
    ) AS "s" ON TRUE
)
UNION ALL
(
  SELECT
    3,
    "t4"."name",
    "l0"."author_id",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."text"),
    "t4"."author_id"
  FROM
    "l0"
    INNER JOIN LATERAL (
      SELECT
        "t3"."book_id" AS "book_id",
        "t3"."author_id" AS "author_id"
      FROM
        "public"."book" AS "t3"
      WHERE
        "t3"."author_id" = "l0"."author_id"
      ORDER BY
        "t3"."book_id" DESC
      LIMIT
        1
    ) AS "s" ON TRUE
    LEFT JOIN "public"."author" AS "t4" ON "t4"."author_id" = "s"."author_id"
  ORDER BY
    "l0"."author_id" ASC,
    "s"."book_id" DESC
)
UNION ALL
(
  SELECT
    4,
    "l3"."name",
    "l3"."author_id",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "l3"
)
UNION ALL
(
  SELECT
    5,
    "s"."title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes1",
    "l3"."author_id",
    CAST(NULL AS "pg_catalog"."int8"),
    CAST(NULL AS "pg_catalog"."text"),
    CAST(NULL AS "pg_catalog"."int4")
  FROM
    "l3"
    INNER JOIN LATERAL (
      SELECT
        "t6"."book_id" AS "book_id",
        "t6"."title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes1" AS "title_of_the_book_which_is_as_long_as_any_name_may_be_63_bytes1"
      FROM
        "public"."book" AS "t6"
      WHERE
        "t6"."author_id" = "l3"."author_id"
      ORDER BY
        "t6"."book_id" ASC
      LIMIT
        101
    ) AS "s" ON TRUE
)
-- $1 = "1", $2 = "2"
