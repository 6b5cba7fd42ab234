-- Warnings of payments that are not known, or not yet: looked at again for a while.
CREATE INDEX fraud_warning_unknown ON fraud_warning (created_at) WHERE purchase_id IS NULL;
