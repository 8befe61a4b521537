-- Every ticket that the journal speaks of.
SELECT DISTINCT subject
FROM event
WHERE region_id = ?1 AND subject > 2
ORDER BY subject
