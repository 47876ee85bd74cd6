SELECT
  "p"."id",
  CAST("p"."inet" AS "pg_catalog"."text"),
  CAST("p"."cidr" AS "pg_catalog"."text"),
  CAST("p"."macaddr" AS "pg_catalog"."text"),
  CAST("p"."bit" AS "pg_catalog"."text"),
  CAST("p"."varbit" AS "pg_catalog"."text"),
  CAST("p"."point" AS "pg_catalog"."text"),
  CAST("p"."box" AS "pg_catalog"."text"),
  CAST("p"."tsvector" AS "pg_catalog"."text"),
  CAST("p"."tsquery" AS "pg_catalog"."text"),
  CAST("p"."int4range" AS "pg_catalog"."text"),
  CAST("p"."pair" AS "pg_catalog"."text"),
  CAST("p"."jsonpath" AS "pg_catalog"."text"),
  CAST("p"."pg_lsn" AS "pg_catalog"."text"),
  CAST("p"."regclass" AS "pg_catalog"."text"),
  CAST("p"."quoted char" AS "pg_catalog"."text")
FROM
  (
    SELECT
      "t0"."id" AS "id",
      "t0"."inet" AS "inet",
      "t0"."cidr" AS "cidr",
      "t0"."macaddr" AS "macaddr",
      "t0"."bit" AS "bit",
      "t0"."varbit" AS "varbit",
      "t0"."point" AS "point",
      "t0"."box" AS "box",
      "t0"."tsvector" AS "tsvector",
      "t0"."tsquery" AS "tsquery",
      "t0"."int4range" AS "int4range",
      "t0"."pair" AS "pair",
      "t0"."jsonpath" AS "jsonpath",
      "t0"."pg_lsn" AS "pg_lsn",
      "t0"."regclass" AS "regclass",
      "t0"."quoted char" AS "quoted char"
    FROM
      "public"."every" AS "t0"
    ORDER BY
      "t0"."id" ASC
    LIMIT
      101
  ) AS "p"
ORDER BY
  "p"."id" ASC
