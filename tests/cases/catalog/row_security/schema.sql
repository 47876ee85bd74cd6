-- role: relata_test_catalog_tenant
DO $$ BEGIN
    CREATE ROLE relata_test_catalog_tenant;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
GRANT CREATE ON SCHEMA public TO relata_test_catalog_tenant;
CREATE TABLE open (id int PRIMARY KEY);
CREATE TABLE filtered (id int PRIMARY KEY);
ALTER TABLE filtered ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO relata_test_catalog_tenant;
-- Owners see everything, unless they are forced.
SET ROLE relata_test_catalog_tenant;
CREATE TABLE owned (id int PRIMARY KEY);
ALTER TABLE owned ENABLE ROW LEVEL SECURITY;
CREATE TABLE forced (id int PRIMARY KEY);
ALTER TABLE forced ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
