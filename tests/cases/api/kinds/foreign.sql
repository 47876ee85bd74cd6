SELECT
  "t0"."row_number",
  "t0"."note"
FROM
  (
    SELECT
      "t0"."note",
      row_number() OVER (
        ORDER BY
          "t0"."id" ASC, "t0"."note" ASC) AS "row_number"
    FROM
      "public"."distant" AS "t0"
  ) AS "t0"
ORDER BY
  "t0"."row_number" ASC
LIMIT
  101
