-- When the human of a session last showed a password or a passkey, which the gateway passes on. Keys have none.
ALTER TABLE credential ADD COLUMN authenticated_at timestamptz;
UPDATE credential SET authenticated_at = created_at WHERE kind = 'SESSION';
ALTER TABLE credential ADD CHECK ((kind = 'SESSION') = (authenticated_at IS NOT NULL));
