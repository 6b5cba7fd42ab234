-- Daily partitions are made and dropped while a service runs. Its role calls these, which have the rights of the tables' owner,
-- so that it needs no right to change tables. Until every replica calls them, the owner's own statements work beside them.
CREATE FUNCTION add_partition(of_table text, of_day text, lowest text, above text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF of_table NOT IN ('outbox', 'inbox') OR of_day !~ '^[0-9]{8}$' THEN
    RAISE EXCEPTION 'no such partition: % of %', of_day, of_table;
  END IF;
  EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
    of_table || '_p' || of_day, of_table, lowest, above);
END $$;

CREATE FUNCTION drop_partition(of_table text, of_day text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF of_table NOT IN ('outbox', 'inbox') OR of_day !~ '^[0-9]{8}$' THEN
    RAISE EXCEPTION 'no such partition: % of %', of_day, of_table;
  END IF;
  EXECUTE format('DROP TABLE IF EXISTS %I', of_table || '_p' || of_day);
END $$;

REVOKE ALL ON FUNCTION add_partition(text, text, text, text), drop_partition(text, text) FROM PUBLIC;
