SELECT
  "p"."id",
  "p"."ints",
  "p"."texts",
  "p"."grid",
  "p"."bigs",
  "p"."nums",
  "p"."floats",
  "p"."bools",
  "p"."uuids",
  "p"."ats",
  "p"."days",
  "p"."datas",
  "p"."bytes",
  CAST("p"."tags" AS "pg_catalog"."text"[]),
  CAST("p"."shorts" AS "pg_catalog"."text"[]),
  "p"."chars",
  CAST("p"."inets" AS "pg_catalog"."text"[]),
  "p"."durations"
FROM
  (
    SELECT
      "t0"."id" AS "id",
      "t0"."ints" AS "ints",
      "t0"."texts" AS "texts",
      "t0"."grid" AS "grid",
      "t0"."bigs" AS "bigs",
      "t0"."nums" AS "nums",
      "t0"."floats" AS "floats",
      "t0"."bools" AS "bools",
      "t0"."uuids" AS "uuids",
      "t0"."ats" AS "ats",
      "t0"."days" AS "days",
      "t0"."datas" AS "datas",
      "t0"."bytes" AS "bytes",
      "t0"."tags" AS "tags",
      "t0"."shorts" AS "shorts",
      "t0"."chars" AS "chars",
      "t0"."inets" AS "inets",
      "t0"."durations" AS "durations"
    FROM
      "public"."every" AS "t0"
    ORDER BY
      "t0"."id" ASC
    LIMIT
      101
  ) AS "p"
ORDER BY
  "p"."id" ASC
