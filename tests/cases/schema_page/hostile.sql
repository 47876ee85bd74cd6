-- Names and comments that a page must not take for its own.
CREATE TYPE "mood<" AS ENUM ('<b>', '"', '''', 'שלום', '', E'turn\u202eed');
CREATE TABLE "<script>alert(1)</script>" (
    id int PRIMARY KEY,
    "a""b'c" text NOT NULL DEFAULT '</td><img src=x onerror=alert(1)>',
    "line
break" int,
    "اسم" text,
    "x y&amp;<i>" numeric,
    "a very long name that goes on and on and on until it is cut off" text,
    blob bytea,
    document json
);
COMMENT ON TABLE "<script>alert(1)</script>" IS E'<img src=x onerror=alert(2)>\nsecond "line" & more';
COMMENT ON COLUMN "<script>alert(1)</script>"."اسم" IS 'هذا اسم <b>';
CREATE TABLE "select" (
    id int PRIMARY KEY,
    parent int REFERENCES "<script>alert(1)</script>",
    self_id int REFERENCES "select",
    mood "mood<",
    moods "mood<"[]
);
ALTER TABLE "<script>alert(1)</script>" ADD COLUMN back int REFERENCES "select";
CREATE UNIQUE INDEX "i<img>" ON "<script>alert(1)</script>" ("a""b'c");
CREATE VIEW "v""iew" AS SELECT document FROM "<script>alert(1)</script>";
