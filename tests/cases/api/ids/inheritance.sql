WITH
"l0" AS MATERIALIZED (
  SELECT
    "t0"."row_number" AS "row_number",
    "t0"."id" AS "id"
  FROM
    (
      SELECT
        "t0"."id",
        row_number() OVER (
          ORDER BY
            "t0"."id" ASC) AS "row_number"
      FROM
        "public"."parent" AS "t0"
    ) AS "t0"
  ORDER BY
    "t0"."row_number" ASC
  LIMIT
    101
)
SELECT
  0,
  "l0"."row_number",
  "l0"."id"
FROM
  "l0"
UNION ALL
(
  SELECT
    1,
    "t1"."row_number",
    "t1"."id"
  FROM
    (
      SELECT
        "t1"."id",
        row_number() OVER (
          ORDER BY
            "t1"."id" ASC) AS "row_number"
      FROM
        "public"."child" AS "t1"
    ) AS "t1"
  ORDER BY
    "t1"."row_number" ASC
  LIMIT
    101
)
