-- What the owner may do with the rows of each table, the application's role may too, and nothing else: what a migration took away
-- from its owner, such as changing an entry of the ledger, the application does not get.
DO $$
DECLARE
  application text := '${application-role}';
  held record;
BEGIN
  IF application = '' OR application = current_user THEN
    RETURN;
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), application);
  FOR held IN
    SELECT c.oid::regclass AS name, kind.of_right,
      has_table_privilege(c.oid, kind.of_right) AND (kind.of_right = 'SELECT' OR c.relname <> '${flyway:table}') AS granted
    FROM pg_class c CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) AS kind (of_right)
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
  LOOP
    IF held.granted THEN
      EXECUTE format('GRANT %s ON %s TO %I', held.of_right, held.name, application);
    ELSE
      EXECUTE format('REVOKE %s ON %s FROM %I', held.of_right, held.name, application);
    END IF;
  END LOOP;
  EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', current_schema(), application);
  EXECUTE format('GRANT EXECUTE ON ALL ROUTINES IN SCHEMA %I TO %I', current_schema(), application);
END $$;
