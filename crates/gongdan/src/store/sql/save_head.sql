-- The head follows the last event of the transaction.
UPDATE region
SET last_seq = ?2, last_hash = ?3, last_at = ?4, office_seq = ?5, fact_at = ?6, tickets = ?7,
    requests = ?8
WHERE region_id = ?1
