-- Which events carry texts?
SELECT seq, commitments
FROM event
WHERE region_id = ?1 AND commitments IS NOT NULL
ORDER BY seq
