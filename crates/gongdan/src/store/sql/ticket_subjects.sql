-- Every ticket that the journal speaks of.
SELECT DISTINCT subject
FROM event
WHERE region_id = ?1 AND subject > 1
ORDER BY subject
