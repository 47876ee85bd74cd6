SELECT
  "t0"."row_number",
  "t0"."id",
  "t0"."ratio"
FROM
  (
    SELECT
      "t0"."id",
      "t0"."ratio",
      row_number() OVER (
        ORDER BY
          "t0"."id" ASC, "t0"."ratio" ASC) AS "row_number"
    FROM
      "public"."hopeless" AS "t0"
  ) AS "t0"
ORDER BY
  "t0"."row_number" ASC
LIMIT
  20
