-- Every subject that the journal speaks of, after ?2 up to ?3.
SELECT DISTINCT subject
FROM event
WHERE region_id = ?1 AND subject > ?2 AND subject <= ?3
ORDER BY subject
