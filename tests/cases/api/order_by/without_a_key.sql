SELECT
  "t0"."row_number",
  "t0"."title",
  "t0"."price"
FROM
  (
    SELECT
      "t0"."title",
      "t0"."price",
      row_number() OVER (
        ORDER BY
          "t0"."price" DESC NULLS LAST,
          "t0"."title" ASC
      ) AS "row_number"
    FROM
      "public"."listing" AS "t0"
  ) AS "t0"
ORDER BY
  "t0"."row_number" ASC
LIMIT
  4
