SELECT
  "t0"."id",
  "t0"."timestamptz",
  "t0"."timestamp",
  "t0"."date",
  "t0"."time",
  "t0"."timetz",
  "t0"."interval"
FROM
  "public"."every" AS "t0"
ORDER BY
  "t0"."id" ASC
LIMIT
  101
