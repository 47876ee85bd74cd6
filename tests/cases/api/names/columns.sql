SELECT
  "t0"."Line Id",
  "t0"."fooBar",
  "t0"."foo_bar",
  "t0"."_hidden",
  "t0"."2fa",
  "t0"."and",
  "t0"."größe"
FROM
  "public"."Line Item" AS "t0"
ORDER BY
  "t0"."Line Id" ASC
LIMIT
  101
