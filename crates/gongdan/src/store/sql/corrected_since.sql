-- Of which tickets was a fact corrected after event ?2?
SELECT DISTINCT subject
FROM event INDEXED BY event_corrected
WHERE region_id = ?1 AND seq > ?2 AND kind = {event.corrected}
ORDER BY subject
