-- Every text that stands beside the events of a stretch of the sequence, both ends included; the
-- column without a value keeps it in step with events_with_texts.sql.
SELECT seq, NULL, field, salt, content, lookup
FROM text
WHERE region_id = ?1 AND seq >= ?2 AND seq <= ?3
ORDER BY seq, field
