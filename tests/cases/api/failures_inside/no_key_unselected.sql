SELECT
  "t0"."row_number",
  "t0"."id"
FROM
  (
    SELECT
      "t0"."id",
      row_number() OVER (
        ORDER BY
          "t0"."id" ASC,
          "t0"."ratio" ASC,
          "t0"."number" ASC
      ) AS "row_number"
    FROM
      "public"."reading" AS "t0"
  ) AS "t0"
ORDER BY
  "t0"."row_number" ASC
LIMIT
  101
