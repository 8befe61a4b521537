-- The latest moment of the journal, and its last event about the office's rules.
SELECT MAX(at), MAX(CASE WHEN subject = ?2 THEN seq ELSE 0 END)
FROM event
WHERE region_id = ?1
