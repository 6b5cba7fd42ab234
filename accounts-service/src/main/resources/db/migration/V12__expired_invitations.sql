-- What is forgotten is found without reading the others.
CREATE INDEX invitation_by_expiry ON invitation (expires_at);
