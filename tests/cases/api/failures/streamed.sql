SELECT
  "t0"."row_number",
  "t0"."n",
  "t0"."part"
FROM
  (
    SELECT
      "t0"."n",
      "t0"."part",
      row_number() OVER (
        ORDER BY
          "t0"."n" ASC, "t0"."part" ASC) AS "row_number"
    FROM
      "public"."fraction" AS "t0"
  ) AS "t0"
ORDER BY
  "t0"."row_number" ASC
LIMIT
  101
